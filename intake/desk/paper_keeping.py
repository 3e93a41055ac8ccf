"""Keeping a paper that was issued (문서 대장): its number, its hash, its frozen figures."""

from contextlib import suppress

from intake.clock import utc
from intake.consent.roles import Act
from intake.desk.asking import sees_all
from intake.desk.freezing import keep
from intake.desk.paper_gathering import Gathered, asked_of
from intake.desk.paper_numbers import next_number, use_number
from intake.desk.populations import population_of
from intake.desk.redactions import redactions_of
from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperPlan
from intake.desk.wordings import version_of
from intake.errors import (
    InvalidInput,
    NotFound,
    NotThisStep,
    NotYours,
    OutOfDate,
)
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.register import CODES, Row, Value

__all__ = ["keep_paper", "next_number", "void_paper"]


def keep_paper(rooms: Rooms, plan: PaperPlan, number: str, ready: Gathered, digest: str, *, sealed: bool) -> str:  # fmt: skip
    """Keep what was issued and every number that stands in it; return the paper's id.

    What its kind notes beside it (a step of custody, a line of what left) is kept with it, or
    neither is.

    Raises:
        OutOfDate: somebody agreed, or took it back, while it was drawn; nothing is kept.
    """
    paper = new_id(rooms.clock.wall())
    said: dict[str, Value] = {
        "number": number,
        "kind": plan.kind,
        "about_kind": plan.about_kind,
        "about": plan.about,
        "state": "ISSUED",
        "court": plan.court,
        "case_number": plan.case_number,
        "accused": plan.accused,
        "addressee": plan.addressee,
        "outward": plan.outward,
        "language": rooms.language,
        "made_on": rooms.clock.today().isoformat(),
        "made_at": utc(rooms.clock.wall()),
        "made_by": rooms.who.counselor,
        "checked_by": plan.checked_by,
        "position": ready.position,
        "digest": digest,
        "sealed": sealed,
        "template": version_of(rooms, plan.kind),
        "redactions": redactions_of(plan, ready.redactions),
    }
    with rooms.one_step(Deed.PAPER):
        _check_agreed(rooms, plan, ready)
        use_number(rooms, number)
        with rooms.saying(Deed.PAPER, scope_of("record", paper)) as say:
            for name, value in said.items():
                if value != "":
                    say.set("issued_paper", paper, name, value)
        for place, (stamp, doubtful) in enumerate(ready.stamps):
            keep(rooms, asked_of(plan), stamp, doubtful, paper, place)
        ready.kind.noted(rooms, plan, ready.content)
    return paper


def _check_agreed(rooms: Rooms, plan: PaperPlan, ready: Gathered) -> None:
    """Check that it tells of whom it may: drawing takes its time, and she may take back a yes."""
    told = ready.chosen.population.cases
    if not told or not (plan.court or plan.about_kind in {"CASE", "PROFILE"}):
        return
    with suppress(NotFound):  # destroyed meanwhile
        now = population_of(rooms, plan.about_kind, plan.about, plan.court)
        if now.population.cases == told:
            return
    raise OutOfDate


def sees_paper(rooms: Rooms, paper: Row) -> bool:
    """Whether everybody a paper was about is for the person here to see."""
    about = (str(paper[name] or "") for name in ("about_kind", "about"))
    return rooms.sight.may(Act.CASEWORK) and sees_all(rooms, *about)


def void_paper(rooms: Rooms, paper: str, reason: str) -> None:
    """Say that an issued paper no longer counts (취소); its figures stay as they were.

    Raises:
        InvalidInput: there is no such reason.
        NotThisStep: it is void already.
        NotYours: somebody else made it, of a case that is not for the person here to see.
    """
    if not CODES.holds(("void_reason",), reason):
        raise InvalidInput(what="reason", why="unknown")
    row = rooms.record("issued_paper", paper)
    if not (row["made_by"] == rooms.who.counselor or sees_paper(rooms, row)):
        raise NotYours(what="case")
    if row["state"] == "VOID":
        raise NotThisStep(what="paper", state="VOID", step="void")
    with rooms.saying(Deed.PAPER, scope_of("record", paper)) as say:
        say.set("issued_paper", paper, "state", "VOID")
        say.set("issued_paper", paper, "voided_on", rooms.clock.today().isoformat())
        say.set("issued_paper", paper, "void_reason", reason)
