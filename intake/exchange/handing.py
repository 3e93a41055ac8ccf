"""A case goes over to another center (사건 이관): to whom it may travel, and who may speak of it.

* The giving center offers in the scope of its case; the receiving one answers in a record of
  its own. Both are words like any others: they may come late, twice, in any order. Through whose
  hands a case went is told by ``intake.exchange.chain``; it may go on, and come back.
* Offered, the case travels to that center and to nobody else, as far as the person agreed:
  to being recorded, and to another center. Until it is taken the giving center speaks.
* Taken, the receiving center speaks. What the one before said while it had the case still counts
  wherever it arrives, what it says later does not.
* At a center that gave it away the case stays as a copy to read; of the new words only an order
  to destroy is obeyed there.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

from intake.crypto.digest import sha256
from intake.exchange.chain import (
    DECLINED,
    NEVER,
    OFFERED,
    TAKEN,
    TAKEN_BACK,
    Course,
    Offer,
    courses,
    first_memo,
    first_of,
    handover_id,
)
from intake.exchange.context import Exchange
from intake.ids import RecordId, Scope, record_of
from intake.ledger import Claim
from intake.ledger.means import Authority
from intake.progress import Progress
from intake.vault import Database

__all__ = [
    "DECLINED",
    "OFFERED",
    "TAKEN",
    "TAKEN_BACK",
    "Moves",
    "Moving",
    "has_any",
    "keep_owners",
    "movings",
    "next_id",
    "orders_to_repeat",
    "owner_of",
    "pending",
    "spoken_for",
    "standing",
    "take_in",
    "taken_elsewhere",
]
_ELSEWHERE: Final = (
    "select distinct s.scope from r_handover h"
    " cross join rec on rec.eid = h.id and rec.entity = 'handover'"
    " cross join scope s on s.id = rec.scope"
    " where h.from_center is not h.to_center and s.scope like 'case/%' and s.owner <> ?"
)
_FACT: Final = "insert or replace into fact (name, text) values (?, ?)"


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


def movings(db: Database) -> tuple[Moving, ...]:
    """Return every handover between centers whose words count here."""
    return tuple(
        _moving(course.scope, one)
        for course in courses(db).values()
        for one in course.offers
    )


def standing(db: Database) -> Mapping[Scope, Moving]:
    """Return for each case the handover that counts: the last taken, else the last offered."""
    found = {}
    for scope, course in courses(db).items():
        by = {one.handover: one for one in course.offers}
        last = max(course.pending, key=lambda one: (one.turn, one.handover), default=None)  # fmt: skip
        told = by.get(RecordId(course.holds[-1].by), last)
        if told is not None:
            found[scope] = _moving(scope, told)
    return found


def pending(db: Database, scope: Scope) -> tuple[Moving, ...]:
    """Return what the center that has a case offers, or offered since it has it."""
    course = courses(db).get(scope)
    return tuple(_moving(scope, one) for one in course.pending) if course else ()


def next_id(db: Database, scope: Scope, taker: str) -> str:
    """Return the id of the next handover of a case to a center."""
    course = courses(db).get(scope)
    prior = course.holds[-1].by if course else ""
    turn = len(course.pending) if course else 0
    return handover_id(record_of(scope), prior, taker, turn)


def _moving(scope: Scope, one: Offer) -> Moving:
    taken = one.taken if one.state == TAKEN else 0
    return Moving(one.handover, scope, one.giver, one.taker, one.state, taken)


def owner_of(db: Database, scope: Scope) -> str:
    """Return the center that a scope belongs to; empty where nobody spoke of it."""
    row = db.one("select owner from scope where scope = ?", (scope,))
    return str(row[0] or "") if row else ""


def has_any(db: Database) -> bool:
    """Whether any handover is known here: a look that costs nothing."""
    return db.one("select 1 from r_handover limit 1") is not None


# --- who may speak -----------------------------------------------------------------------


class Moves:
    """Who may speak of a case that goes, or went, over; read once for a merge."""

    def __init__(self, db: Database, own: str, central: Collection[str]) -> None:
        """Read the handovers known, and those that wait to be believed."""
        self._own, self._is_central = own, own in central
        self._courses = courses(db)
        memos = db.all("select name, text from fact where name like 'handed/%'")
        self._taken: Mapping[str, str] = dict(memos)

    def __bool__(self) -> bool:
        """Whether anything goes over at all."""
        return bool(self._courses or self._taken)

    def may_speak(self, claim: Claim) -> bool | None:
        """Say whether a claim counts because of a handover; None where that says nothing.

        What another laptop of our own center says is no question of a handover.
        """
        if claim.center == self._own:
            return None
        course = self._courses.get(Scope(claim.scope))
        if course is None:
            rest = claim.destroys and self._taken.get(_memo(claim.scope))
            return True if rest == claim.center else None  # of what is being destroyed
        reach = len(course.holds) if self._is_central else course.reach(self._own)
        if reach < 0:
            return None
        if claim.destroys:
            return claim.center == course.holder
        return course.counts(claim.center, claim.stamp, reach)


# --- after words have come ------------------------------------------------------------------


def keep_owners(db: Database) -> frozenset[Scope]:
    """Write down whose each case is: whoever took it over last, else whoever gave it.

    Returned are those that changed hands: the ledger is to ``look_again`` at them.
    Who took it is remembered beside the case as well, by its hash: destroying the case takes
    the handover first, and the rest must still be obeyed.
    """
    changed = set()
    for scope, course in courses(db).items():
        if len(course.holds) > 1:
            db.execute(_FACT, (_memo(scope), course.holder))
        else:
            db.execute("delete from fact where name = ?", (_memo(scope),))
        known = db.one("select owner from scope where scope = ?", (scope,))
        if known is not None and known[0] != course.holder:
            changed.add(scope)
            db.execute(_FACT, (first_memo(scope), first_of(db, scope)))
            sql = "update scope set owner = ? where scope = ?"
            db.execute(sql, (course.holder, scope))
    return frozenset(changed)


def taken_elsewhere(
    db: Database, own: str, scopes: Collection[Scope]
) -> frozenset[Scope]:
    """Return which of these cases another center took over; a look-up for each."""
    return frozenset(scope for scope in scopes if _taker(db, scope) not in {"", own})


def spoken_for(db: Database, own: str) -> frozenset[Scope]:
    """Return the cases here that another center speaks for: offered to us, or handed away."""
    return frozenset(Scope(scope) for (scope,) in db.all(_ELSEWHERE, (own,)))


def orders_to_repeat(db: Database, own: str) -> tuple[tuple[bytes, str], ...]:
    """Return what others destroyed here by their orders, and who had a case before us never hears.

    Each center obeys the one it gave a case to; so an order goes back the way the case came.
    """
    sql = (
        "select 1 from r_handover_answer where center = ? and answer = 'TAKEN' limit 1"
    )
    if db.one(sql, (own,)) is None:
        return ()
    rows = db.all(
        "select e.part, e.ground from erased e where e.gone > 0 and e.center <> ?1 and not"
        " exists (select 1 from erased o where o.part = e.part and o.center = ?1)",
        (own,),
    )
    return tuple((bytes(part), str(ground)) for part, ground in rows)


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
        going = courses(db)
    touched = _put_aside(ctx, going)
    if waits and going:
        touched |= ctx.ledger.reconsider(authority(), progress)
    return touched


def _put_aside(ctx: Exchange, going: Mapping[Scope, Course]) -> frozenset[str]:
    """Set aside what centers said of a case while they did not have it."""
    touched: set[str] = set()
    is_central = ctx.center in ctx.trust.central_codes()
    for scope, course in going.items():
        reach = len(course.holds) if is_central else course.reach(ctx.center)
        if reach < 0:
            continue
        for center, after, until in _outside(course, reach, ctx.center):
            touched |= ctx.ledger.put_aside(scope, center, after, until)
    return frozenset(touched)


def _outside(course: Course, reach: int, own: str) -> Collection[tuple[str, int, int]]:
    """Return when each center did not have the case: after a stamp and up to another, ends left out."""
    centers = {hold.center for hold in course.holds}
    centers |= {one.taker for one in course.offers}
    found = []
    for center in sorted(centers - {own}):
        after = -1
        for at, hold in enumerate(course.holds):
            if hold.center == center and at <= reach:
                found.append((center, after, hold.since))
                after = hold.until
        found.append((center, after, NEVER))
    return [(center, after, until) for center, after, until in found if after < until - 1]  # fmt: skip
