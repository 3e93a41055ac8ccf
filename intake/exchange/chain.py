"""Through whose hands a case went (이관의 차례): a pure function of everything that was said.

* A handover's id follows from its case, the handover by which its giver has the case, the
  center it is offered to and the how manieth offer it is. So handovers hang together in one
  way only, and nobody puts one of his own between them afterwards.
* Only the receiving center's own answer moves a case. To decline is for good; an offer taken
  back is over once it is declined. No date that a center says of itself decides whose it is.
* Words waiting to be believed are read like the others, so that the order in which bundles come
  changes nothing. Only what a center said of itself counts: its own offer, its own answer.
* What a holder says counts from its own taking to the next one.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, NamedTuple

from intake.ids import RecordId, Scope, natural_id, record_of
from intake.ledger import body as bodies
from intake.vault import Database

OFFERED: Final = "OFFERED"
TAKEN: Final = "TAKEN"
DECLINED: Final = "DECLINED"
TAKEN_BACK: Final = "TAKEN_BACK"
NEVER: Final = 2**63 - 1  # later than any stamp
_TURNS: Final = (
    256  # offers of one center that are looked through: nobody honest has more
)
_MISSING: Final = 8  # of them that may not be known here yet

_ENTRY = (
    " join entry on entry.id = {} join part on part.id = entry.part"
    " join scope on scope.id = part.scope join segment on segment.id = entry.id / 1024"
    " join log on log.id = segment.log"
)
_FOLDED = (
    "select distinct entry.id, entry.body, entry.hlc, log.center, scope.scope"  # noqa: S608 - our own names
    " from r_{0} r cross join rec on rec.eid = r.id and rec.entity = '{0}'"
    " cross join op on op.rec = rec.id" + _ENTRY.format("op.entry")
)
_ASIDE = (
    "select entry.id, entry.body, entry.hlc, log.center, scope.scope from waiting"  # noqa: S608 - our own names
    + _ENTRY.format("waiting.entry")
    + " where waiting.why = 'aside' and part.cls = 'core'"
    " and instr(entry.body, cast('\"handover' as blob)) > 0"
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One handover, with what its two centers said themselves."""

    handover: RecordId
    giver: str
    taker: str
    prior: str = ""  # the handover by which the giver has the case; empty for the first
    turn: int = -1  # the how manieth offer; -1 where an older version named it
    back: bool = False
    taken: int = 0  # the stamp of the taking, or 0
    declined: bool = False

    @property
    def state(self) -> str:
        """How far it has come."""
        if self.declined:
            return DECLINED
        if self.taken:
            return TAKEN
        return TAKEN_BACK if self.back else OFFERED


class Hold(NamedTuple):
    """A center that has, or had, a case: since when, until when, by which handover."""

    center: str
    since: int = 0
    until: int = NEVER
    by: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """Through whose hands a case went, and what its holders offered."""

    scope: Scope
    holds: tuple[Hold, ...]
    offers: tuple[Offer, ...] = field(repr=False)

    @property
    def holder(self) -> str:
        """The center that may say new words of the case."""
        return self.holds[-1].center

    @property
    def pending(self) -> tuple[Offer, ...]:
        """What its holder offers now, answered or not."""
        return tuple(one for one in self.offers if one.prior == self.holds[-1].by and not self._is_step(one))  # fmt: skip

    def _is_step(self, one: Offer) -> bool:
        return any(one.handover == hold.by for hold in self.holds)

    def reach(self, center: str) -> int:
        """Return up to which of the holds a center hears the case; -1 where it never did.

        Who has it, or was offered it, reads what was said until then; not what is said after
        it went on to somebody else.
        """
        by = {hold.by: at for at, hold in enumerate(self.holds)}
        offered = [by[one.prior] for one in self.offers if one.taker == center]
        held = [at for at, hold in enumerate(self.holds) if hold.center == center]
        return max([-1, *offered, *held])

    def counts(self, center: str, stamp: int, reach: int = NEVER) -> bool:
        """Whether a center had the case when it said something."""
        return any(
            hold.center == center and hold.since <= stamp <= hold.until
            for at, hold in enumerate(self.holds)
            if at <= reach
        )


def handover_id(case: str, prior: str, taker: str, turn: int) -> str:
    """Return the id of a handover: on every laptop the same, and of no other case or center."""
    return natural_id("handover", case, prior, taker, str(turn))


def course_of(scope: Scope, first: str, offers: Collection[Offer]) -> Course | None:
    """Return the course of a case; ``first`` is the center that spoke of it first here.

    Somebody had it before only where it took the case over itself, step by step.
    """
    givers = sorted({one.giver for one in offers} - {first})
    paths = [_course(scope, giver, offers) for giver in givers]
    before = [one for one in paths if first in {hold.center for hold in one.holds[1:]}]
    # Who had it later began no course of its own: the longest is the whole.
    course = max((_course(scope, first, offers), *before), key=lambda one: len(one.holds))  # fmt: skip
    return course if first and course.offers else None


def _course(scope: Scope, root: str, offers: Collection[Offer]) -> Course:
    holds, told, case = [Hold(root)], dict[str, Offer](), record_of(scope)
    while True:
        last = holds[-1]
        given = [one for one in offers if one.giver == last.center]
        kids = _given(case, last.by, given)
        told |= {one.handover: one for one in kids if one.turn >= 0 or one.handover not in told}  # fmt: skip
        used = {hold.by for hold in holds}
        taken = [one for one in kids if one.state == TAKEN and one.handover not in used]
        if not taken:
            return Course(scope, tuple(holds), tuple(told.values()))
        step = min(taken, key=_order)
        holds[-1] = last._replace(until=step.taken)
        holds.append(Hold(step.taker, step.taken, NEVER, step.handover))


def _given(case: str, prior: str, given: Sequence[Offer]) -> list[Offer]:
    """Return what a center offered while it had a case by one handover.

    What an older version offered has an id that says nothing: it came first.
    """
    ids = [one.handover for one in given]
    found = []
    for one in given:
        turn = _turn(case, prior, one.handover, one.taker, min(len(ids), _TURNS))
        if turn >= 0 or (not prior and ids.count(one.handover) == 1):
            found.append(replace(one, prior=prior, turn=turn))
    return found


def _order(one: Offer) -> tuple[bool, int, str]:
    """Of two that were taken the earlier offer stands; of two at once the same everywhere."""
    return (one.turn < 0, one.turn, one.handover)


# --- reading what was said -------------------------------------------------------------------


def courses(db: Database) -> Mapping[Scope, Course]:
    """Return the course of every case that was ever offered, as far as it is known here."""
    said = _Said(db)
    found = {}
    for scope, offers in said.offers().items():
        course = course_of(scope, first_of(db, scope), offers)
        if course is not None:
            found[scope] = course
    return found


def first_of(db: Database, scope: Scope) -> str:
    """Return the center that spoke of a scope first here, whoever has it now."""
    row = db.one("select text from fact where name = ?", (first_memo(scope),))
    row = row or db.one("select owner from scope where scope = ?", (scope,))
    return str(row[0] or "") if row else ""


def first_memo(scope: Scope) -> str:
    """Return under which name it is kept who spoke of a scope first."""
    return f"handed-first/{natural_id('handed-first', scope)}"


class _Said:
    """Everything that was said of handovers, by whom, believed or not."""

    def __init__(self, db: Database) -> None:
        """Read it."""
        self._told: dict[Scope, set[tuple[str, str, str]]] = defaultdict(set)
        self._back: set[tuple[str, str]] = set()
        self._answers: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        for _, body, stamp, center, scope in _rows(db):
            data = bodies.read(bytes(body))
            for (entity, eid), said in _records(data["o"] if data else ()).items():
                if entity == "handover" and scope.startswith("case/"):
                    self._take_offer(Scope(scope), eid, center, said)
                elif entity == "handover_answer" and scope.startswith("record/"):
                    self._take_answer(center, stamp, said)

    def _take_offer(
        self, scope: Scope, eid: str, center: str, said: Mapping[str, object]
    ) -> None:
        taker = said.get("to_center")
        if said.get("from_center") == center and isinstance(taker, str):
            if taker != center:
                self._told[scope].add((eid, center, taker))
        elif said.get("state") == TAKEN_BACK:
            self._back.add((eid, center))

    def _take_answer(self, center: str, stamp: int, said: Mapping[str, object]) -> None:
        answer = str(said.get("answer"))
        if said.get("center") == center and answer in {TAKEN, DECLINED}:
            known = self._answers[str(said.get("handover")), center]
            known[answer] = min(stamp, known.get(answer, NEVER))

    def offers(self) -> Mapping[Scope, list[Offer]]:
        """Return the offers of each case."""
        return {scope: list(self._of(told)) for scope, told in self._told.items()}

    def _of(self, told: set[tuple[str, str, str]]) -> Iterator[Offer]:
        for eid, giver, taker in sorted(told):
            answers = self._answers.get((eid, taker), {})
            yield Offer(
                RecordId(eid),
                giver,
                taker,
                back=(eid, giver) in self._back,
                taken=answers.get(TAKEN, 0),
                declined=DECLINED in answers,
            )


def _rows(db: Database) -> Iterator[tuple[int, bytes, int, str, str]]:
    for entity in ("handover", "handover_answer"):
        yield from db.all(_FOLDED.format(entity))
    yield from db.all(_ASIDE)


def _records(
    ops: Iterable[list[object]],
) -> Mapping[tuple[str, str], Mapping[str, object]]:
    found: dict[tuple[str, str], dict[str, object]] = defaultdict(dict)
    for entity, eid, name, value, _ in ops:
        found[str(entity), str(uuid.UUID(str(eid)))][str(name)] = value
    return found


@lru_cache(maxsize=4096)
def _turn(case: str, prior: str, handover: str, taker: str, known: int) -> int:
    """Return the how manieth a handover is after another one; -1 where it does not follow it."""
    for turn in range(known + _MISSING):
        if handover_id(case, prior, taker, turn) == handover:
            return turn
    return -1
