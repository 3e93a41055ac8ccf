"""Who asks for the deletion, what the victim wants, and what follows by law (삭제지원 요청자).

* The judgement itself is ``intake.consent.deletion``; here are the facts it needs, and what is
  kept of it: preservation and the retention class are only ever raised.
"""

from collections.abc import Mapping

from intake.consent import state_of
from intake.consent.deletion import (
    BASIS_OF,
    KEPT_LONGEST,
    PAPERS,
    REQUESTER_OF,
    Deletion,
    Facts,
    judge_deletion,
    longer,
)
from intake.desk.days import day_of
from intake.desk.headers import decisions
from intake.desk.people import victim_of
from intake.desk.rooms import Rooms
from intake.desk.views.deleting import (
    DeletionGate,
    PaperCheck,
    PaperName,
    RequesterView,
)
from intake.desk.wills import WILLS, is_refused, line_id
from intake.errors import AgainstWill, InvalidInput
from intake.ids import natural_id
from intake.ledger import Deed
from intake.ledger.saying import Say
from intake.register import CODES, Row, Value
from intake.register.postings import materials_of

_NAMES: tuple[PaperName, ...] = (
    "paper_id",
    "paper_relation",
    "paper_power",
    "paper_victim_id",
)


def requester_id(case: str) -> str:
    """Return the id of the record of whoever asks for somebody else."""
    return natural_id("person", case, "requester")


def requester_row(rooms: Rooms, case: str) -> Row | None:
    """Return the person who asks: somebody else where one is noted, or the victim."""
    for record in (requester_id(case), victim_of(case)):
        row = rooms.register.get("person", record)
        if row is not None and not row.gone and row["requester_kind"]:
            return row
    told = rooms.register.find("person", case=case)
    return next((row for row in told if row["requester_kind"]), None)


def facts_of(rooms: Rooms, case: str, on: str = "") -> Facts:
    """Return what the judgement asks for; a no counts from the day it was said."""
    row, person = rooms.case(case), requester_row(rooms, case)
    with rooms.vault.reading() as db:
        materials, minor = materials_of(db, case)
    return Facts(
        wish=_wish(rooms, case, on),
        consent=state_of(decisions(rooms, case).get("DELETE")),
        requester=str(person["requester_kind"]) if person else "",
        papers={name: str(person[name]) for name in PAPERS if person[name]}
        if person
        else {},
        basis=str(row["delete_basis"] or ""),
        materials=materials,
        minor_shown=minor,
    )


def _wish(rooms: Rooms, case: str, on: str) -> str:
    lines = rooms.register.find("support_line", case=case, kind="DELETE")
    if not lines:
        return "UNASKED"
    newest = max(lines, key=lambda one: (str(one["wish_on"] or ""), one.said))
    if newest["wish"] == "REFUSED" and not is_refused(newest, on):
        return "UNASKED"
    return str(newest["wish"] or "UNASKED")


def judge(rooms: Rooms, case: str, on: str = "") -> Deletion:
    """Return the verdict about a case."""
    return judge_deletion(facts_of(rooms, case, on))


def gate_of(rooms: Rooms, case: str) -> DeletionGate:
    """Return the verdict in words for the page."""
    language, facts = rooms.language, facts_of(rooms, case)
    verdict = judge_deletion(facts)
    label = CODES.label
    return DeletionGate(
        may_request=verdict.may_request,
        why_id=verdict.why,
        basis=verdict.basis,
        basis_text=label("delete_basis", verdict.basis, language)
        if verdict.basis
        else "",
        csam=verdict.csam,
        preserve=verdict.preserve or bool(rooms.case(case)["keep_evidence"]),
        papers=_checks(facts.papers, verdict),
        missing=len(verdict.missing),
        warning_id=verdict.warning,
        retention=verdict.retention,
        retention_text=label("retention", verdict.retention, language),
    )


def requester_of(rooms: Rooms, case: str) -> RequesterView:
    """Return who asks for the deletion."""
    language, facts = rooms.language, facts_of(rooms, case)
    verdict, person = judge_deletion(facts), requester_row(rooms, case)
    kind = facts.requester or REQUESTER_OF.get(facts.basis, "")
    told = {n: str(person[n] or "") for n in ("name", "papers_on", "papers_by")} if person else {}  # fmt: skip
    return RequesterView(
        kind=kind,
        name=told.get("name", ""),
        basis=verdict.basis,
        papers=_checks(facts.papers, verdict),
        papers_on=told.get("papers_on", ""),
        papers_by=told.get("papers_by", ""),
        kind_text=CODES.label("requester_kind", kind, language) if kind else "",
        wish=facts.wish,
        wish_text=CODES.label("will", facts.wish, language),
    )


def _checks(papers: Mapping[str, str], verdict: Deletion) -> tuple[PaperCheck, ...]:
    return tuple(
        PaperCheck(
            name,
            f"deleting-{name}".replace("_", "-"),
            papers.get(name, "MISSING" if name in verdict.needed else "NOT_NEEDED"),
            name in verdict.needed,
        )
        for name in _NAMES
    )


def set_requester(
    rooms: Rooms, case: str, kind: str, name: str, papers: Mapping[str, str], on: str
) -> None:
    """Keep who asks and which papers were seen, when and by whom.

    Raises:
        InvalidInput: an unknown kind, paper or state of a paper.
    """
    if kind not in BASIS_OF:
        raise InvalidInput(what="requester", why="unknown-code")
    if not set(papers) <= set(PAPERS):
        raise InvalidInput(what="paper", why="unknown-code")
    rooms.case(case)
    own = kind == "SELF"
    person = victim_of(case) if own else requester_id(case)
    day = (day_of(on) if on else rooms.clock.today()).isoformat()
    said: dict[str, Value] = {"role": "VICTIM" if own else "REQUESTER"}
    said |= {"case": case, "requester_kind": kind}
    said |= {"name": name} if name and not own else {}
    said |= {paper: state or None for paper, state in papers.items()}
    said |= {"papers_on": day, "papers_by": rooms.who.counselor} if papers else {}
    with rooms.one_step(Deed.CHANGE):
        with rooms.about_case(Deed.CHANGE, case) as say:
            _leave_former(rooms, say, case, person)
            for field, value in said.items():
                say.set("person", person, field, value)
            basis = None if kind == "THIRD" else BASIS_OF[kind]
            say.set("case", case, "delete_basis", basis)
        preserve(rooms, case)


def _leave_former(rooms: Rooms, say: Say, case: str, person: str) -> None:
    """Nobody else asks any more; what was noted of them stays."""
    for row in rooms.register.find("person", case=case):
        if row.id != person and row["requester_kind"]:
            say.set("person", row.id, "requester_kind", None)


def set_wish(rooms: Rooms, case: str, will: str) -> None:
    """Keep whether the victim wants deletion (의사), with the day.

    Raises:
        InvalidInput: an unknown answer.
    """
    if will not in WILLS:
        raise InvalidInput(what="will", why="unknown-code")
    rooms.case(case)
    line = line_id(case, "DELETE")
    before = rooms.register.get("support_line", line)
    with rooms.about_case(Deed.PLAN, case) as say:
        say.set("support_line", line, "case", case)
        say.set("support_line", line, "kind", "DELETE")
        if before is None:
            say.set("support_line", line, "state", "PLANNED")
        say.set("support_line", line, "wish", will)
        say.set("support_line", line, "wish_on", rooms.clock.today().isoformat())


def check_may_request(rooms: Rooms, case: str, on: str) -> Deletion:
    """Let outgoing requests of a case pass; return on which ground they go.

    Raises:
        AgainstWill: the victim does not want it (성폭력방지법 24조).
        InvalidInput: the one who asks has no right to, yet.
    """
    verdict = judge(rooms, case, on)
    if verdict.why == "delete-third-needs-papers":
        raise InvalidInput(what="requester", why=verdict.why)
    if not verdict.may_request:
        raise AgainstWill(line="DELETE")
    return verdict


def preserve(rooms: Rooms, case: str) -> None:
    """Raise what has to be kept, and how long; never lower it (7조의3③, 규칙 2조의6④).

    The law asks for it, so it is a saying of its own: an undo of the step that showed it
    does not take it back. The usual five years are no such word.
    """
    row, verdict = rooms.case(case), judge(rooms, case)
    before = str(row["retention"] or "")
    after = longer(before, verdict.retention)
    said: dict[str, Value] = {}
    if verdict.preserve and not row["keep_evidence"]:
        said["keep_evidence"] = True
    if after != before and verdict.retention != KEPT_LONGEST[0]:
        said["retention"] = after
    if said:
        with rooms.about_case(Deed.HOLD, case) as say:
            for name, value in said.items():
                say.set("case", case, name, value)
