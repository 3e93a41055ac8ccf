"""Which bundle carried a case to whom, and who was told that it may not stay (사본과 알림).

* Ids, codes and times only; everything is read from the books of this laptop. What another laptop
  of the center sent stands in its own (``once.is_book_whole``).
* A withdrawal is heard when a receipt names a bundle that said so; an order to destroy when the
  party's receipts hold the segment in which it stands, whoever of the center carried it there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from intake.exchange import peers
from intake.exchange.context import Exchange
from intake.exchange.holdings import Acks
from intake.exchange.receipts import read_receipt
from intake.ids import Scope
from intake.ledger.erasure import is_destroyed, order_scope
from intake.vault import Database
from intake.vault.database import Row

_LOOKED: Final = 400  # receipts looked through for the first that heard of something


@dataclass(frozen=True, slots=True)
class Carried:
    """One bundle that carried words of a scope, and what became of it."""

    sha: str
    number: str
    to: str
    classes: tuple[str, ...]
    made_ms: int
    delivered_ms: int
    receipt_ms: int
    receipt: str  # id of the receipt that acknowledged it
    state: str
    reason: str

    @property
    def may_be_there(self) -> bool:
        """Whether the party has it, or may have it: it lay where it could be fetched."""
        return self.state == "acked" or self.delivered_ms > 0


@dataclass(frozen=True, slots=True)
class ToldOf:
    """What a party was told of a scope that may not stay with it."""

    to: str
    scope: Scope
    classes: tuple[str, ...]
    since_ms: int  # when it was first sealed into a bundle
    said_ms: int  # when such a bundle first lay where it is fetched; 0: not yet
    heard_ms: int  # 0: no receipt yet
    receipt: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A party that had a copy of what was destroyed here."""

    number: str  # of the destruction
    to: str
    via: str
    bundle: str
    delivered_ms: int
    acked_ms: int
    gone_ms: int
    said_ms: int = 0
    heard_ms: int = 0
    receipt: str = ""


def carried(ctx: Exchange, scope: Scope) -> tuple[Carried, ...]:
    """Return the bundles that carried words of a scope to others, newest first."""
    with ctx.vault.reading() as db:
        return _carried(db, scope)


def _carried(db: Database, scope: Scope) -> tuple[Carried, ...]:
    rows = db.all(
        "select sha, number, party, group_concat(distinct w.cls), created, delivered,"
        " receipt, answer, state, reason from bundle_out_word w join bundle_out using (sha)"
        " where w.scope = ? group by sha order by created desc, sha",
        (scope,),
    )
    return tuple(
        Carried(sha, number, to, tuple(sorted(classes.split(","))), *rest)
        for sha, number, to, classes, *rest in rows
    )


def told_of(ctx: Exchange, scope: Scope | None = None) -> tuple[ToldOf, ...]:
    """Return who was told that consent was taken back of a scope; without one, who has not heard."""
    with ctx.vault.reading() as db:
        return _told_of(db, scope)


def _told_of(db: Database, scope: Scope | None) -> tuple[ToldOf, ...]:
    """What was destroyed is left out: that is told by an order, and followed as one."""
    rows = db.all(
        "select party, scope, cls, since, told, heard, receipt from withdrawn_out"
        " where again = 0"
        " and (scope = ?1 or (?1 is null and told = 0 and scope like 'case/%'))"
        " order by since, scope, party, cls",
        (scope,),
    )
    found: dict[tuple[str, str], list[Row]] = {}
    for to, of, cls, *rest in rows:
        if not is_destroyed(db, of, cls):
            found.setdefault((to, of), []).append((cls, *rest))
    return tuple(
        _told(to, of, parts, _first_laid(db, to, of))
        for (to, of), parts in found.items()
    )


def _told(to: str, of: str, parts: Sequence[Row], laid: int) -> ToldOf:
    classes = tuple(sorted(cls for cls, *_ in parts))
    since = min(since for _, since, *_ in parts)
    if not all(told for _, _, told, *_ in parts):
        return ToldOf(to, Scope(of), classes, since, laid, 0, "")
    last = max(parts, key=lambda part: part[3])
    return ToldOf(to, Scope(of), classes, since, laid or since, last[3], last[4])


def _first_laid(db: Database, party: str, scope: str) -> int:
    """Return when a bundle that names a scope as taken back first lay where it is fetched."""
    row = db.one(
        "select min(delivered) from bundle_out_notice join bundle_out b using (sha)"
        " where scope = ? and party = ? and delivered > 0 and delivered >= (select min(since)"
        " from withdrawn_out w where w.party = b.party and w.scope = bundle_out_notice.scope)",
        (scope, party),
    )
    return int(row[0] or 0) if row else 0


# --- what was destroyed ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Copies:
    """Who has a copy of a scope that is about to be destroyed."""

    scope: Scope
    classes: frozenset[str]  # of it
    others: tuple[
        tuple[str, str], ...
    ] = ()  # parties that have it otherwise, and from whom
    beside: frozenset[str] = field(
        default=frozenset()
    )  # whom an order from here is not for


def note_gone(db: Database, number: str, copies: Copies, ms: int) -> None:
    """Write down who has a copy, before the words that tell it are gone."""
    found: dict[str, tuple[str, str, int, int]] = {}
    for one in reversed(_carried(db, copies.scope)):
        holds = one.may_be_there and not copies.classes.isdisjoint(one.classes)
        if holds and one.to not in copies.beside:
            acked = one.receipt_ms if one.state == "acked" else 0
            found[one.to] = ("", one.number, one.delivered_ms, acked)
    for party, via in copies.others:
        found.setdefault(party, (via, "", 0, 0))
    db.executemany(
        "insert or ignore into copy_gone (number, party, via, bundle, delivered, acked, gone,"
        " heard, receipt) values (?, ?, ?, ?, ?, ?, ?, 0, '')",
        [(number, party, *told, ms) for party, told in sorted(found.items())],
    )


def gone_copies(ctx: Exchange, number: str, parts: Sequence[bytes]) -> tuple[Gone, ...]:
    """Return who had a copy of a destruction, and how far each was told of it."""
    with ctx.vault.reading() as db:
        return _gone(db, ctx.center, number, parts)


def open_numbers(ctx: Exchange) -> tuple[str, ...]:
    """Return the destructions of which somebody has not said that it heard."""
    sql = "select distinct number from copy_gone where heard = 0 and via = '' order by number"
    with ctx.vault.reading() as db:
        return tuple(number for (number,) in db.all(sql))


def settle_gone(ctx: Exchange, number: str, parts: Sequence[bytes]) -> None:
    """Write down who has heard of a destruction by now; the first receipt stays."""
    with ctx.vault.writing() as db:
        for one in _gone(db, ctx.center, number, parts):
            if one.heard_ms:
                db.execute(
                    "update copy_gone set heard = ?, receipt = ? where number = ? and party = ?"
                    " and heard = 0",
                    (one.heard_ms, one.receipt, number, one.to),
                )


def _gone(
    db: Database, own: str, number: str, parts: Sequence[bytes]
) -> tuple[Gone, ...]:
    rows = db.all(
        "select party, via, bundle, delivered, acked, gone, heard, receipt from copy_gone"
        " where number = ? order by via, party",
        (number,),
    )
    orders = _Orders(db, own, parts)
    return tuple(_look(db, Gone(number, *row[:6]), row[6:], orders) for row in rows)


class _Orders:
    """The orders of one destruction, and in which segments of this center they stand."""

    def __init__(self, db: Database, own: str, parts: Sequence[bytes]) -> None:
        found: dict[str, list[tuple[int, int]]] = {}
        for scope in map(order_scope, parts):
            rows = db.all(
                "select distinct log.log, segment.n from scope"
                " join part on part.scope = scope.id join entry on entry.part = part.id"
                " join segment on segment.id = entry.id / 1024"
                " join log on log.id = segment.log where scope.scope = ? and log.center = ?",
                (scope, own),
            )
            for log, n in rows:
                found.setdefault(log, []).append((n, n))
        self.places: Acks = found


def _look(db: Database, one: Gone, known: Row, orders: _Orders) -> Gone:
    said = _first_sent(db, one, orders.places)
    heard, receipt = known
    if not heard and orders.places:
        held = peers.acks_of(db, one.to)
        if peers.covers(held, orders.places):
            heard, receipt = _first_receipt(db, one.to, orders.places)
    return replace(one, said_ms=said or heard, heard_ms=heard, receipt=receipt)


def _first_sent(db: Database, one: Gone, needed: Acks) -> int:
    """Return when bundles that hold the orders first lay where they are fetched; 0: not yet."""
    rows = db.all(
        "select logs, delivered from bundle_out where party = ? and created >= ?"
        " and delivered > 0 and purpose <> 'receipt' order by created",
        (one.to, one.gone_ms),
    )
    acks: Acks = {}
    for logs, delivered in rows if needed else ():
        acks = peers.join_acks(acks, peers.read_logs(logs))
        if peers.covers(acks, needed):
            return int(delivered)
    return 0


def _first_receipt(db: Database, party: str, needed: Acks) -> tuple[int, str]:
    """Return when the first receipt came whose segments hold these, and its id."""
    rows = db.all(
        "select id, received, body from receipt where party = ? order by said desc limit ?",
        (party, _LOOKED),
    )
    found = (0, "")
    acks: Acks = {}
    for one, received, body in reversed(rows):
        acks = peers.join_acks(acks, read_receipt(bytes(body)).acks)
        if peers.covers(acks, needed):
            return received, one
        found = (received, one)
    return found
