"""Keeping a paper that was issued (문서 대장): its number, its hash, its frozen figures."""

from intake.clock import local, utc
from intake.desk.freezing import keep
from intake.desk.paper_gathering import Gathered, asked_of
from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperPlan
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.register import Value


def next_number(rooms: Rooms) -> str:
    """Return center-year-laptop-sequence, as in IC-2026-7F3A-003."""
    year = local(rooms.clock.wall()).year
    with rooms.vault.writing():
        used = int(rooms.vault.fact(f"issued/{year}") or 0) + 1
        rooms.vault.keep_fact(f"issued/{year}", str(used))
    device = rooms.vault.device_id[-4:].upper()
    return f"{rooms.who.center_code}-{year}-{device}-{used:03d}"


def keep_paper(rooms: Rooms, plan: PaperPlan, number: str, ready: Gathered, digest: str, *, sealed: bool) -> str:  # fmt: skip
    """Keep what was issued and every number that stands in it; return the paper's id.

    What its kind notes beside it (a step of custody, a line of what left) is kept with it, or
    neither is.
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
        "redactions": "\n".join(ready.redactions),
    }
    with rooms.one_step(Deed.PAPER):
        with rooms.saying(Deed.PAPER, scope_of("record", paper)) as say:
            for name, value in said.items():
                if value != "":
                    say.set("issued_paper", paper, name, value)
        for place, (stamp, doubtful) in enumerate(ready.stamps):
            keep(rooms, asked_of(plan), stamp, doubtful, paper, place)
        ready.kind.noted(rooms, plan, ready.content)
    return paper
