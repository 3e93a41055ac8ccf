"""A case goes over to another center (사건 이관): to whom it may travel, and who may speak of it.

* The giving center offers in the scope of its case; the receiving one answers in a record of
  its own. Both are words like any others: they may come late, twice, in any order.
* Offered, the case travels to that center and to nobody else, as far as the person agreed:
  to being recorded, and to another center. Until it is taken the giving center speaks.
* Taken, the receiving center speaks. What the giving one said before still counts wherever it
  arrives, what it says later does not. A taking said after the offer was taken back is none.
* At the giving center the case stays as a copy to read; of the new words only an order to
  destroy is obeyed there.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from intake.crypto.digest import sha256
from intake.exchange.context import Exchange
from intake.ids import RecordId, Scope
from intake.ledger import Claim, Deed
from intake.ledger import body as bodies
from intake.ledger.means import Authority
from intake.progress import Progress
from intake.vault import Database

OFFERED: Final = "OFFERED"
TAKEN: Final = "TAKEN"
DECLINED: Final = "DECLINED"
TAKEN_BACK: Final = "TAKEN_BACK"
_NEVER: Final = 2**63 - 1  # later than any stamp

# Who said it: the log of the word that stands; only that center's own offer counts.
_SAID = (
    "select log.center, w.hlc from rec join winner w on w.rec = rec.id"
    " join name n on n.id = w.field join op on op.rec = w.rec and op.field = w.field"
    " and op.hlc = w.hlc and op.tie = w.tie join segment s on s.id = op.entry / 1024"
    " join log on log.id = s.log where rec.eid = ? and rec.entity = ? and n.name = ?"
)
# A record speaks of the case in whose scope it was said, whatever case it names.
_OFFERS = (
    "select h.id, scope.scope, h.from_center, h.to_center, h.state"
    " from r_handover h"
    " join rec on rec.eid = h.id and rec.entity = 'handover'"
    " join scope on scope.id = rec.scope"
    " where h.deleted is null and h.from_center <> h.to_center"
    " and scope.scope like 'case/%' order by h.id"
)
_ANSWERS = (
    "select id, answer, center from r_handover_answer"
    " where deleted is null and handover = ?"
)
_ASIDE = (
    "select entry.body, log.center, coalesce(scope.owner, '') from waiting"
    " join entry on entry.id = waiting.entry join part on part.id = entry.part"
    " join scope on scope.id = part.scope join segment on segment.id = entry.id / 1024"
    " join log on log.id = segment.log where waiting.why = 'aside'"
    " and part.cls = 'core' and scope.scope like 'case/%'"
)


class _Offer(NamedTuple):
    """Who offers a case in words not yet believed, and up to when its words count."""

    giver: str
    until: int


@dataclass(frozen=True, slots=True)
class Moving:
    """One handover between two centers, as far as it is known here.

    ``taken`` is the stamp of the taking that stands, or 0.
    """

    handover: RecordId
    scope: Scope
    from_center: str
    to_center: str
    state: str
    taken: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the case travels: offered and not answered, or taken."""
        return self.state in {OFFERED, TAKEN}

    @property
    def holder(self) -> str:
        """The center that may say new words of the case."""
        return self.to_center if self.state == TAKEN else self.from_center


def movings(db: Database) -> tuple[Moving, ...]:
    """Return every handover between centers whose words count here."""
    found = []
    for number, scope, giver, taker, state in db.all(_OFFERS):
        if _said(db, number, "handover", "to_center")[0] == giver:
            ends = (str(giver), str(taker))
            found.append(_moving(db, bytes(number), Scope(scope), ends, state))
    return tuple(found)


def _moving(
    db: Database, number: bytes, scope: Scope, ends: tuple[str, str], state: str
) -> Moving:
    handover = RecordId(str(uuid.UUID(bytes=number)))
    answers = dict(_answers(db, number, ends[1]))
    taken, declined = answers.get(TAKEN, 0), answers.get(DECLINED, 0)
    if declined and declined < taken:  # of two answers the first stands
        taken = 0
    if state == TAKEN_BACK and _said(db, number, "handover", "state")[1] < taken:
        taken = 0
    if taken:
        state = TAKEN
    elif declined:
        state = DECLINED
    return Moving(handover, scope, *ends, state or OFFERED, taken)


def _answers(db: Database, number: bytes, taker: str) -> Iterator[tuple[str, int]]:
    """Yield what the receiving center itself answered, and when."""
    for one, answer, center in db.all(_ANSWERS, (number,)):
        speaker, stamp = _said(db, one, "handover_answer", "answer")
        if speaker == center == taker and answer in {TAKEN, DECLINED}:
            yield answer, stamp


def _said(db: Database, number: bytes, entity: str, field: str) -> tuple[str, int]:
    row = db.one(_SAID, (bytes(number), entity, f"{entity}/{field}"))
    return (row[0], row[1]) if row else ("", 0)


def owner_of(db: Database, scope: Scope) -> str:
    """Return the center that a scope belongs to; empty where nobody spoke of it."""
    row = db.one("select owner from scope where scope = ?", (scope,))
    return str(row[0] or "") if row else ""


def has_any(db: Database) -> bool:
    """Whether any handover is known here: a look that costs nothing."""
    return db.one("select 1 from r_handover limit 1") is not None


def standing(db: Database) -> Mapping[Scope, Moving]:
    """Return for each case the handover that counts: the first taken, else the last offered."""
    found: dict[Scope, Moving] = {}
    for one in movings(db):
        before = found.get(one.scope)
        if before is None or _rank(one) > _rank(before):
            found[one.scope] = one
    return found


def _rank(one: Moving) -> tuple[bool, int, bool, str]:
    return (one.state == TAKEN, -one.taken, one.is_open, one.handover)


def handed_to(db: Database, own: str) -> Mapping[Scope, str]:
    """Return which of our cases may travel to which center: one each, never a second."""
    return {
        scope: one.to_center
        for scope, one in standing(db).items()
        if one.is_open and one.from_center == own
    }


# --- who may speak -----------------------------------------------------------------------


class Moves:
    """Who may speak of a case that goes, or went, over; read once for a merge."""

    def __init__(self, db: Database, own: str, central: Collection[str]) -> None:
        """Read the handovers known, and those that wait to be believed."""
        self._own = own
        self._known = standing(db)
        self._offered = _arriving(db, own, central=own in central)
        memos = db.all("select name, text from fact where name like 'handed/%'")
        self._taken: Mapping[str, str] = dict(memos)

    def __bool__(self) -> bool:
        """Whether anything goes over at all."""
        return bool(self._known or self._offered or self._taken)

    def may_speak(self, claim: Claim) -> bool | None:
        """Say whether a claim counts because of a handover; None where that says nothing.

        What another laptop of our own center says is no question of a handover.
        """
        if claim.center == self._own:
            return None
        one = self._known.get(Scope(claim.scope))
        if one is None:
            if claim.destroys and self._taken.get(_memo(claim.scope)) == claim.center:
                return True  # the rest of what is being destroyed
            return self._of_arriving(claim, self._offered.get(Scope(claim.scope)))
        if one.state == TAKEN:
            return self._of_taken(claim, one)
        if self._own == one.to_center:
            return claim.center == one.from_center
        return None

    def _of_arriving(self, claim: Claim, offer: _Offer | None) -> bool | None:
        if offer is None or claim.center != offer.giver:
            return None
        return claim.stamp <= offer.until and not claim.destroys

    def _of_taken(self, claim: Claim, one: Moving) -> bool:
        if claim.center == one.to_center:
            return claim.destroys or self._own != one.from_center
        if claim.center == one.from_center and not claim.destroys:
            return claim.stamp <= one.taken
        return False


def _arriving(db: Database, own: str, *, central: bool) -> Mapping[Scope, _Offer]:
    """Return the cases whose handover waits among the words not yet believed.

    To be believed it was offered to us, of a case that nobody else spoke of first; or the
    one who spoke of it first says itself that it took the case over by this very handover.
    """
    found: dict[Scope, _Offer] = {}
    for body, giver, owner in db.all(_ASIDE):
        data = bodies.read(bytes(body))
        if data is None or data["d"] != Deed.HANDOVER:
            continue
        for handover, said in _offers_in(data["o"]).items():
            taker = str(said.get("to_center"))
            if said.get("from_center") != giver or not (central or taker == own):
                continue
            taken = dict(_answers(db, uuid.UUID(handover).bytes, taker)).get(TAKEN)
            if owner in {"", giver} or (owner == taker and taken):
                found[Scope(data["s"])] = _Offer(giver, taken or _NEVER)
    return found


def _offers_in(ops: Collection[list[object]]) -> Mapping[str, Mapping[str, object]]:
    found: dict[str, dict[str, object]] = defaultdict(dict)
    for entity, eid, field, value, _ in ops:
        if entity == "handover":
            found[str(eid)][str(field)] = value
    return found


# --- after words have come ------------------------------------------------------------------


def keep_owners(db: Database) -> frozenset[Scope]:
    """Write down whose each case is: whoever took it over, else whoever gave it.

    Returned are those that changed hands: the ledger is to ``look_again`` at them.
    Who took it is remembered beside the case as well, by its hash: destroying the case takes
    the handover first, and the rest must still be obeyed.
    """
    changed = set()
    for scope, one in standing(db).items():
        if one.state == TAKEN:
            db.execute(
                "insert or replace into fact (name, text) values (?, ?)",
                (_memo(scope), one.to_center),
            )
        else:
            db.execute("delete from fact where name = ?", (_memo(scope),))
        known = db.one("select owner from scope where scope = ?", (scope,))
        if known is not None and known[0] != one.holder:
            changed.add(scope)
            sql = "update scope set owner = ? where scope = ?"
            db.execute(sql, (one.holder, scope))
    return frozenset(changed)


def taken_elsewhere(
    db: Database, own: str, scopes: Collection[Scope]
) -> frozenset[Scope]:
    """Return which of these cases another center took over; a look-up for each."""
    return frozenset(scope for scope in scopes if _taker(db, scope) not in {"", own})


def _taker(db: Database, scope: Scope) -> str:
    row = db.one("select text from fact where name = ?", (_memo(scope),))
    return str(row[0]) if row else ""


def _memo(scope: str) -> str:
    return f"handed/{sha256(scope.encode()).hex()}"


def take_in(
    ctx: Exchange, authority: Callable[[], Authority], progress: Progress
) -> frozenset[str]:
    """Let handovers that have come take effect; return what was touched.

    What waited is judged again, and what was believed too early waits, so that the order in
    which bundles come changes nothing. ``authority`` reads anew who may speak.
    """
    with ctx.vault.writing() as db:
        waits = db.one("select 1 from waiting where why = 'aside' limit 1")
        if not (waits or has_any(db)):
            return frozenset()
        ctx.ledger.look_again(keep_owners(db))
        going = Moves(db, ctx.center, ctx.trust.central_codes())
    touched = _put_aside(ctx)
    if waits and going:
        touched |= ctx.ledger.reconsider(authority(), progress)
        with ctx.vault.writing() as db:
            ctx.ledger.look_again(keep_owners(db))
        touched |= _put_aside(ctx)
    return touched


def _put_aside(ctx: Exchange) -> frozenset[str]:
    """Set aside what the center that does not hold a case (any more) said of it."""
    touched: set[str] = set()
    with ctx.vault.reading() as db:
        known = standing(db)
    for scope, one in known.items():
        other = one.from_center if one.state == TAKEN else one.to_center
        if other != ctx.center:
            touched |= ctx.ledger.put_aside(scope, other, one.taken)
    return frozenset(touched)
