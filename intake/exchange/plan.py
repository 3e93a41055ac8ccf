"""What would go to a party, what stays, and why (보낼 것).

* A case goes when consent allows at least one of its classes and the party lacks something
  of them: a segment it has not acknowledged, or the whole past of a class that may travel
  only since lately.
* A case stays, with the reason, when nothing of it may travel. Of such a case only the
  32-byte leaves go, which say that something exists and nothing else.
* What the central desk tells a center (알림) is counted beside the cases; no case of any other
  center could ever go there, so none is said to stay.
* Planning writes nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from intake.consent import Verdict
from intake.exchange import holdings, peers, withdrawals
from intake.exchange.agreed import Agreement
from intake.exchange.context import Exchange
from intake.exchange.holdings import Acks, Held, Part
from intake.exchange.once import may_have_gone, parts_once
from intake.ids import RecordId, Scope, record_of
from intake.trust import Party
from intake.vault import Database

NEW: Final = "new"
AGAIN: Final = "unacknowledged"
_BYTES_PER_ENTRY: Final = 120
_BYTES_PER_BUNDLE: Final = 9_000


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One case of a plan: how many entries, and why it goes or stays (a code)."""

    case: RecordId
    records: int
    why: str


@dataclass(frozen=True, slots=True)
class SendPlan:
    """What would go to one party."""

    to: str
    goes: tuple[PlanLine, ...]
    stays: tuple[PlanLine, ...]
    records: int
    size_estimate: int
    allowed: frozenset[Part] = field(repr=False)
    taken_back: tuple[RecordId, ...] = ()  # cases whose withdrawal is to be told
    notices: int = 0  # how many the party has not got as they stand now
    returned: int = 0  # entries of its own that it may have lost, counted in records

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that the party lacks or must be told."""
        return not (self.records or self.taken_back)


@dataclass(frozen=True, slots=True)
class Selection:
    """The segments for a bundle, and the classes whose whole past is in them."""

    segments: tuple[Held, ...]
    parts: frozenset[Part]
    records: Mapping[Part, int]
    others: frozenset[str] = frozenset()  # logs of others, of which only that goes
    returned: frozenset[str] = frozenset()  # the party's own logs: it lost some of them
    returns: int = 0  # entries of these


@dataclass(frozen=True, slots=True)
class Knows:
    """What a party has: as its receipts say, or as if nothing under way got lost."""

    acks: Acks
    parts: frozenset[Part]
    files: frozenset[str] = frozenset()

    def and_in(self, db: Database, sha: str) -> "Knows":
        """Return what it has once one more bundle arrives."""
        return Knows(
            peers.join_acks(self.acks, peers.logs_in(db, sha)),
            self.parts | peers.parts_in(db, sha),
            self.files | peers.files_in(db, sha),
        )


def known_by(db: Database, party: str) -> Knows:
    """Return what a party's receipts say."""
    acks, parts = peers.acks_of(db, party), peers.parts_of(db, party)
    return Knows(acks, parts, peers.files_of(db, party))


def hoped_of(db: Database, party: str) -> Knows:
    """Return what a party will have if everything under way arrives."""
    knows = known_by(db, party)
    acks = peers.join_acks(knows.acks, peers.logs_under_way(db, party))
    return Knows(acks, knows.parts | peers.parts_under_way(db, party))


def plan_send(ctx: Exchange, to: str) -> SendPlan:
    """Return what would go to a party now.

    Raises:
        NotEnrolled: nobody of that name was accepted.
    """
    party = ctx.trust.party(to)
    agreement, once = Agreement(ctx, party), may_have_gone(ctx, party)
    with ctx.vault.reading() as db:
        return _Planner(db, ctx, party, agreement, parts_once(db, once)).plan()


def allowed_parts(db: Database, agreement: Agreement) -> frozenset[Part]:
    """Return every class of every scope that may travel now."""
    verdicts: dict[Scope, Verdict] = {}
    allowed = set()
    for scope, cls in holdings.all_parts(db).values():
        verdict = verdicts.get(scope) or agreement.verdict(scope)
        verdicts[scope] = verdict
        if cls in verdict.classes:
            allowed.add((scope, cls))
    return frozenset(allowed)


def to_keep(
    db: Database, agreement: Agreement, allowed: frozenset[Part]
) -> frozenset[Part]:
    """Return what the party is not asked to destroy: what may go, and its copies to be read."""
    if not agreement.kept:
        return allowed
    held = holdings.all_parts(db).values()
    return allowed | {part for part in held if part[0] in agreement.kept}


def select(
    db: Database,
    ctx: Exchange,
    party: Party,
    known: Knows,
    allowed: frozenset[Part],
    passed_on: frozenset[Scope] = frozenset(),
) -> Selection:
    """Return what a bundle for the party must hold: a function of ledger and receipts.

    Of what others said only goes what is ``passed_on``.
    """
    segments = holdings.held_segments(db, None if party.own else ctx.center)
    missing = holdings.unacknowledged(segments, known.acks)
    fresh = allowed - known.parts
    older = holdings.segments_with(db, set(segments) - set(missing), fresh)
    counted = holdings.count_parts(db, missing)
    others = _of_others(db, ctx, party, known, frozenset(part for part in allowed if part[0] in passed_on))  # fmt: skip
    for counts in (*older.values(), *others.values()):
        counted.update(counts)
    back = _lost_there(db, party, known)
    chosen = sorted({*missing, *older, *others, *back}, key=lambda s: (s.log, s.n, s.id))  # fmt: skip
    records = {part: count for part, count in counted.items() if part in allowed}
    logs = frozenset(segment.log for segment in others)
    returned, returns = (
        frozenset(segment.log for segment in back),
        count_bodies(db, back),
    )
    return Selection(tuple(chosen), fresh, records, logs, returned, returns)


def _lost_there(db: Database, party: Party, known: Knows) -> tuple[Held, ...]:
    """Return what the party itself said and may have lost; laptops of ours get everything anyway."""
    if party.own:
        return ()
    return holdings.unacknowledged(holdings.lost_by(db, party.code), known.acks)


def count_bodies(db: Database, segments: Iterable[Held]) -> int:
    """Return how many entries of these lie here."""
    return sum(holdings.count_parts(db, segments).values())


def _of_others(
    db: Database, ctx: Exchange, party: Party, known: Knows, parts: frozenset[Part]
) -> dict[Held, Counter[Part]]:
    """Return the segments of others that speak of these parts and that the party lacks."""
    if party.own or not parts:
        return {}
    theirs = set(holdings.held_segments(db, None))
    theirs -= set(holdings.held_segments(db, ctx.center))
    theirs -= set(holdings.held_segments(db, party.code))
    lacking = set(holdings.unacknowledged(theirs, known.acks))
    found = holdings.segments_with(db, lacking, parts)
    return found | holdings.segments_with(db, theirs - lacking, parts - known.parts)


class _Planner:
    """One look at ledger, receipts and consents, all at the same moment."""

    def __init__(
        self,
        db: Database,
        ctx: Exchange,
        party: Party,
        agreement: Agreement,
        once: frozenset[Part],
    ) -> None:
        allowed = allowed_parts(db, agreement)
        known, hoped = known_by(db, party.name), hoped_of(db, party.name)
        self._party = party
        self._agreement = agreement
        self._is_central = ctx.center in ctx.trust.central_codes()
        self._allowed = allowed
        self._scopes = {scope for scope, _ in holdings.all_parts(db).values()}
        others = agreement.passed_on
        chosen = select(db, ctx, party, known, allowed, others)
        self._waiting, self._returns = _by_scope(chosen), chosen.returns
        self._unsent = _by_scope(select(db, ctx, party, hoped, allowed, others))
        keep = to_keep(db, agreement, allowed)
        untold = withdrawals.has_untold(db, party.name, keep, once)
        parts = withdrawals.taken_back(db, party.name, keep, once) if untold else ()
        self._taken_back = {scope for scope, _ in parts if scope.startswith("case/")}

    def plan(self) -> SendPlan:
        records = sum(self._waiting.values()) + self._returns
        return SendPlan(
            to=self._party.name,
            goes=tuple(self._goes()),
            stays=tuple(self._stays()),
            records=records,
            size_estimate=_BYTES_PER_BUNDLE + _BYTES_PER_ENTRY * records,
            allowed=self._allowed,
            taken_back=tuple(record_of(scope) for scope in sorted(self._taken_back)),
            notices=self._notices(),
            returned=self._returns,
        )

    def _notices(self) -> int:
        told = self._agreement.notices
        return sum(told[scope] == "link_notice" for scope, count in self._waiting.items() if count and scope in told)  # fmt: skip

    def _goes(self) -> Iterator[PlanLine]:
        for scope, count in sorted(self._waiting.items()):
            if scope.startswith("case/") and count:
                why = NEW if self._unsent[scope] else AGAIN
                yield PlanLine(record_of(scope), count, why)

    def _stays(self) -> Iterator[PlanLine]:
        if self._is_central and self._party.kind == "center":
            return
        for scope in sorted(self._scopes):
            verdict = self._agreement.verdict(scope)
            if scope.startswith("case/") and not verdict.classes:
                yield PlanLine(record_of(scope), 0, verdict.why)


def _by_scope(selection: Selection) -> Counter[Scope]:
    counted: Counter[Scope] = Counter()
    for (scope, _), count in selection.records.items():
        counted[scope] += count
    return counted
