"""What stands in a hand-over of evidence (증거 인계 확인서), and the step it adds to the chain.

* Pieces are chosen one by one; a piece is its kind and its hash, never its title or its file.
* The chain is the one that is kept (증거 관리 이력). Looks between two other steps are one line.
  A body is named as the book of agencies names it; a person who had the piece is not named.
* Issuing the paper notes the hand-over in that same chain, and among what left (제공 내역). Where
  the last step says so already, nothing is said twice.
"""

from collections.abc import Iterator, Sequence

from intake.attachments import Attachments
from intake.consent.giving import same_name
from intake.desk import referring
from intake.desk.evidence_lines import EvidenceLines
from intake.desk.handing import hand_over, judged
from intake.desk.paper_making import Making
from intake.desk.rooms import Rooms
from intake.desk.views.evidence import CustodyLine
from intake.desk.views.papers import PaperPlan
from intake.documents import (
    ChainStep,
    EvidenceHandover,
    HandedPiece,
    draw_evidence_handover,
)
from intake.errors import ConsentMissing, InvalidInput
from intake.progress import Progress
from intake.register import CODES, Row, Value

_LOOKS = frozenset({"VIEWED", "CHECKED"})
_GONE_OUT, _CAME_BACK = "HANDED_OVER", "RETURNED"
_BY_LAW = frozenset({"POLICE", "PROSECUTION", "COURT"})


def content(making: Making) -> EvidenceHandover:
    """Return what stands in the paper.

    Raises:
        InvalidInput: it is issued and nothing, or nobody, was chosen; or a piece is of another case.
    """
    rooms, plan = making.rooms, making.plan
    if not making.head.draft:
        _check(plan)
    case, texts = making.rooms.case(plan.about), rooms.texts
    told = making.issued()
    label = making.names.get(case.id, "") if plan.court else str(case["number"] or "")
    return EvidenceHandover(
        **told,
        center=rooms.who.center_name,
        about=label,
        pseudonym=bool(plan.court),
        court_case=" · ".join(filter(None, (plan.court, plan.case_number))),
        handed_by=rooms.who.counselor,
        received_by=_to(plan),
        purpose=CODES.label_in(("access_purpose",), purpose, rooms.language) if (purpose := purpose_of(rooms, plan)) else "",
        made_on=texts.day(rooms.clock.today().isoformat()),
        pieces=tuple(map(_Pieces(rooms).piece, chosen(rooms, plan))),
    )  # fmt: skip


def drawn(paper: EvidenceHandover, language: str, progress: Progress) -> bytes:
    """Return the PDF, both copies in it."""
    return draw_evidence_handover(paper, language, progress)


def missing(making: Making) -> Iterator[str]:
    """Yield what the receiving side will look for and not find."""
    rooms, plan = making.rooms, making.plan
    texts, rows = rooms.texts, chosen(rooms, plan)
    if not rows:
        yield texts("paper-missing-pieces")
    if not _to(plan):
        yield texts("paper-missing-receiver")
    if not purpose_of(rooms, plan):
        yield texts("paper-missing-purpose")
    if bare := sum(not row["sha256"] for row in rows):
        yield texts("paper-missing-hash", count=bare)
    steps = _Pieces(rooms)
    if bare := sum(not medium_of(steps.steps(row)) for row in rows):
        yield texts("paper-missing-medium", count=bare)


def warnings(making: Making) -> Iterator[str]:
    """Yield what hinders the hand-over, and what was handed over before."""
    rooms, plan = making.rooms, making.plan
    texts, rows, steps = rooms.texts, chosen(rooms, plan), _Pieces(rooms)
    if before := sum(_was_out(steps.steps(row)) for row in rows):
        yield texts("paper-warning-handed-before", count=before)
    if _to(plan) and any(_is_refused(rooms, row, plan) for row in rows):
        yield texts("paper-warning-not-agreed")


def noted(rooms: Rooms, plan: PaperPlan, _paper: EvidenceHandover) -> None:
    """Note the hand-over of every piece in its chain, and among what left.

    Raises:
        ConsentMissing: she said no and no reason is given, or it goes by her consent alone.
    """
    steps, fresh = _Pieces(rooms), 0
    for row in chosen(rooms, plan):
        if not _is_noted(steps.steps(row), _to(plan)):
            hand_over(rooms, row, _to(plan), _said(rooms, row, plan))
            fresh += 1
    if fresh:
        rooms.log.note("export", plan.about, purpose_of(rooms, plan), loud=True)


# --- what was chosen ------------------------------------------------------------------------


def chosen(rooms: Rooms, plan: PaperPlan) -> tuple[Row, ...]:
    """Return the pieces, each once, as they were chosen.

    Raises:
        InvalidInput: one is of another case.
        NotFound: one is not there any more.
    """
    rows = tuple(rooms.record("evidence", one) for one in dict.fromkeys(plan.records))
    if any(row["case"] != plan.about for row in rows):
        raise InvalidInput(what="records", why="other-case")
    return rows


def purpose_of(rooms: Rooms, plan: PaperPlan) -> str:
    """Return for what it is handed over: as said, or as the receiving body has it."""
    if plan.purpose:
        if not CODES.holds(("access_purpose",), plan.purpose):
            raise InvalidInput(what="purpose", why="unknown-code")
        return plan.purpose
    if plan.court:
        return "INVESTIGATION"
    book = agency_of(rooms, _to(plan))
    if book is None:
        return ""
    _, receiver = referring.ASKS.get(str(book["kind"] or ""), ("", "OTHER"))
    return "INVESTIGATION" if receiver in _BY_LAW else "REFERRAL"


def _check(plan: PaperPlan) -> None:
    if not plan.records:
        raise InvalidInput(what="records", why="missing")
    if not _to(plan):
        raise InvalidInput(what="handed-to", why="missing")


def _to(plan: PaperPlan) -> str:
    return plan.addressee.strip() or plan.court.strip()


def agency_of(rooms: Rooms, name: str) -> Row | None:
    """Return the body of that name in the book of agencies."""
    found = (row for row in rooms.register.find("agency") if not row.gone and row["name"])  # fmt: skip
    return next((row for row in found if name and same_name(str(row["name"]), name)), None)  # fmt: skip


def _said(rooms: Rooms, row: Row, plan: PaperPlan) -> dict[str, Value]:
    book = agency_of(rooms, _to(plan))
    return {
        "agency": book.id if book is not None else "",
        "purpose": purpose_of(rooms, plan),
        "reason": plan.words.strip(),
        "medium_number": medium_of(_Pieces(rooms).steps(row)),
    }


def _is_refused(rooms: Rooms, row: Row, plan: PaperPlan) -> bool:
    try:
        judged(rooms, row, _to(plan), _said(rooms, row, plan))
    except ConsentMissing:
        return True
    return False


# --- the chain ------------------------------------------------------------------------------


def medium_of(steps: Sequence[CustodyLine]) -> str:
    """Return the number of the medium a piece was last written on, or came on."""
    return next((one.medium_number for one in reversed(steps) if one.medium_number), "")


def _was_out(steps: Sequence[CustodyLine]) -> bool:
    return any(one.kind == _GONE_OUT for one in steps)


def _is_noted(steps: Sequence[CustodyLine], to: str) -> bool:
    """Whether the last thing that happened to a piece is that it went there."""
    last = next((one for one in reversed(steps) if one.kind not in _LOOKS), None)
    return last is not None and last.kind == _GONE_OUT and last.handed_to == to


class _Pieces:
    """Reads pieces and their chains for one paper."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._lines = EvidenceLines(rooms, Attachments(rooms.vault.folder))

    def steps(self, row: Row) -> tuple[CustodyLine, ...]:
        return self._lines.steps(row.id)

    def piece(self, row: Row) -> HandedPiece:
        rooms, steps, line = self._rooms, self.steps(row), self._lines.line(row)
        moment = rooms.texts.moment
        return HandedPiece(
            kind=line.kind_text,
            sha256=line.sha256,
            pdq=line.pdq,
            size=rooms.texts.size(line.size) if line.size else "",
            media_type=line.media_type,
            received=moment(line.received_ms) if line.received_ms else "",
            medium=medium_of(steps),
            store=line.store_text,
            chain=tuple(self._chain(steps)),
            stamped=moment(line.stamped_ms) if line.stamped_ms else "",
        )

    def _chain(self, steps: Sequence[CustodyLine]) -> Iterator[ChainStep]:
        """Yield the steps; looks that lie between two others are one line of each kind."""
        waiting: list[CustodyLine] = []
        for step in steps:
            if step.kind in _LOOKS:
                waiting.append(step)
                continue
            yield from self._looks(waiting)
            waiting = []
            yield self._step(step)
        yield from self._looks(waiting)

    def _looks(self, steps: Sequence[CustodyLine]) -> Iterator[ChainStep]:
        kinds: dict[str, list[CustodyLine]] = {}
        for step in steps:
            kinds.setdefault(step.kind, []).append(step)
        for alike in kinds.values():
            if len(alike) == 1:
                yield self._step(alike[0])
                continue
            first, names = alike[0], ", ".join(sorted({one.by for one in alike}))
            more = self._rooms.texts("paper-handover-times", count=len(alike), last=self._when(alike[-1]))  # fmt: skip
            yield ChainStep(self._when(first), first.kind_text, names, more)

    def _step(self, step: CustodyLine) -> ChainStep:
        more = " · ".join(filter(None, self._more(step)))
        return ChainStep(self._when(step), step.kind_text, step.by, more)

    def _more(self, step: CustodyLine) -> Iterator[str]:
        texts, body = self._rooms.texts, self._body(step)
        if body:
            named = "paper-handover-from-body" if step.kind == _CAME_BACK else "paper-handover-to-body"  # fmt: skip
            yield texts(named, body=body)
        elif step.handed_to:
            yield texts("paper-handover-unnamed")
        if step.medium_number:
            yield texts("paper-handover-on-medium", medium=step.medium_number)

    def _body(self, step: CustodyLine) -> str:
        """Return the body of a step as the book names it; of a person, nothing."""
        rooms = self._rooms
        agency = str(rooms.record("custody", step.id)["agency"] or "")
        row = rooms.register.get("agency", agency) if agency else agency_of(rooms, step.handed_to)  # fmt: skip
        return str(row["name"] or "") if row is not None else ""

    def _when(self, step: CustodyLine) -> str:
        return self._rooms.texts.moment(step.ms)
