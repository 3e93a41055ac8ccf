"""What once might go, whoever carried it (한때 나갈 수 있던 것): for a laptop that did not send it.

* Each laptop of a center keeps its own book of what it sent. What another one sent, or this one
  before its backup was brought back, stands in no book here; the words themselves do.
* So where the book cannot be whole, a withdrawal names whatever consent once let go. Then whichever
  laptop speaks next tells it, also where the one that sent is lost for good.
* Where the book is whole, what never left is never mentioned.
* Named are ids that the person once agreed to have known there, and classes; nothing else.
"""

import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from intake.consent import ConsentRow, Receiver, judge
from intake.exchange.chain import courses
from intake.exchange.context import Exchange
from intake.exchange.holdings import Part, all_parts
from intake.ids import Scope, scope_of
from intake.ledger.change import CLASSES
from intake.register import SCHEMA
from intake.trust import Party
from intake.vault import Database

_PURPOSES: Final = ("CENTRAL", "SENSITIVE", "COURT")
_CHANGED: Final = f"""
select id, "case", purpose, decision from {SCHEMA["consent"].table} where "case" in (
  select c."case" from {SCHEMA["consent"].table} c
  where c.deleted is not null or c.withdrawn_at is not null or c.withdrawn_on is not null
    or c.withhold_what is not null or c.withhold_why is not null
    or (select count(*) from rec cross join op on op.rec = rec.id
        cross join name n on n.id = op.field
        where rec.eid = c.id and rec.entity = 'consent' and n.name = 'consent/decision') > 1)
"""  # noqa: S608 - names of the schema; cross: one consent has few words


def may_have_gone(ctx: Exchange, party: Party) -> Mapping[Scope, frozenset[str]]:
    """Return the classes of cases that others of this center may have carried to a party."""
    with ctx.vault.reading() as db:
        if party.own or is_book_whole(ctx, db, party.name):
            return {}
        if party.kind == "center":
            return _offered(db, ctx.center, party.code)
    return _agreed_once(ctx)


def parts_once(db: Database, once: Mapping[Scope, frozenset[str]]) -> frozenset[Part]:
    """Return those of them that are here still; for the rest there are orders to destroy."""
    if not once:
        return frozenset()
    return frozenset(
        part for part in all_parts(db).values() if part[1] in once.get(part[0], ())
    )


def is_book_whole(ctx: Exchange, db: Database, party: str) -> bool:
    """Whether nobody but this laptop, since it began, can have sent anything to a party."""
    return not (_has_others(ctx, db) or _has_strange_receipt(db, party))


def _has_others(ctx: Exchange, db: Database) -> bool:
    """Whether the center has other laptops, or this one had another log before (복원)."""
    row = db.one("select count(*) from log where center = ?", (ctx.center,))
    if row is not None and row[0] > 1:
        return True
    sql = (
        "select 1 from enrolled_device d join enrolment e on e.code = d.code"
        " where e.own = 1 and d.device <> ? limit 1"
    )
    return db.one(sql, (ctx.vault.device_id,)) is not None


def _has_strange_receipt(db: Database, party: str) -> bool:
    """Whether a party has acknowledged a bundle that stands in no book here."""
    sql = "select body from receipt where party = ? order by said desc limit 1"
    row = db.one(sql, (party,))
    if row is None:
        return False
    known = {sha for (sha,) in db.all("select sha from bundle_out")}
    return not known.issuperset(json.loads(bytes(row[0]))["bundles"])


def _offered(db: Database, own: str, party: str) -> Mapping[Scope, frozenset[str]]:
    """Return the cases that were offered to a center at some time (이관): all of each."""
    return {
        scope: frozenset(CLASSES)
        for scope, course in courses(db).items()
        if any(one.giver == own and one.taker == party for one in course.offers)
    }


def _agreed_once(ctx: Exchange) -> Mapping[Scope, frozenset[str]]:
    """Return what the consents of a case let go to the central desk at their widest."""
    purposes: dict[Scope, set[str]] = defaultdict(set)
    with ctx.vault.reading() as db:
        rows = db.all(_CHANGED)
    for one, case, purpose, decision in rows:
        if case is None or purpose not in _PURPOSES:
            continue
        if decision == "AGREED" or _was_agreed(ctx, _id(one)):
            purposes[scope_of("case", _id(case))].add(str(purpose))
    return {scope: _widest(agreed) for scope, agreed in purposes.items()}


def _was_agreed(ctx: Exchange, consent: str) -> bool:
    words = ctx.ledger.history("consent", consent, "decision")
    return any(word.value == "AGREED" for word in words)


def _widest(purposes: Iterable[str]) -> frozenset[str]:
    rows = [ConsentRow(purpose, "AGREED") for purpose in purposes]
    return judge(rows, Receiver.CENTRAL).classes


def _id(blob: bytes) -> str:
    return str(uuid.UUID(bytes=bytes(blob)))
