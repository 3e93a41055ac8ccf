"""Answering for our own copies (처리 알림 보내기): told until a receipt came, and again when it changed.

* Asked is whatever a notice of withdrawal names, and whatever an order to destroy took away here.
* Who asked gets the lines that no receipt has confirmed, in every bundle and receipt; they are
  reason enough for a bundle of their own.
* An older version refuses a bundle with a document it does not know, and cannot even say so. So
  until somebody has acknowledged one, or sent one, the document travels alone: nothing is lost by it.
"""

from collections.abc import Collection, Iterator
from typing import Final

from intake.bundle import DONE
from intake.crypto import sha256
from intake.exchange.context import Exchange
from intake.exchange.done import (
    DESTROYED,
    HELD,
    LIFTED,
    MAX_LINES,
    Done,
    done_bytes,
    read_done,
)
from intake.ids import record_of
from intake.ledger.erasure import is_destroyed, part_hash
from intake.trust import Party
from intake.vault import Database

_NAMED: Final = (
    "select distinct scope, cls from withdrawn_in where substr(party, 1, ?1) = ?2"
    " union select scope, cls from withdrawn_early where center = ?3"
)
_OBEYED: Final = (
    "select part from erased e where center = ?1 and not exists (select 1 from done_out d"
    " where d.party = ?1 and d.part = e.part and d.state = 'destroyed')"
    " group by part having (select sum(gone) from erased o where o.part = e.part) > 0"
)


def done_for(ctx: Exchange, party: Party, *, alone: bool) -> bytes | None:
    """Return the document that is due to a party now, or None.

    ``alone``: nothing else goes with it that an older version would lose.
    """
    if party.own or party.kind == "escrow":
        return None
    with ctx.vault.writing() as db:
        _look(ctx, db, party.code)
        if not alone and not _knows(db, party.name):
            return None
        lines = _untold(db, party.name)
        if not lines:
            return None
        body = done_bytes(lines)
        db.execute("insert or ignore into done_said (mark, party, body) values (?, ?, ?)", (sha256(body), party.name, body))  # fmt: skip
    return body


def answers_due(ctx: Exchange, to: str) -> int:
    """Return how many lines a party has not heard."""
    data = done_for(ctx, ctx.trust.party(to), alone=True)
    return len(read_done(data)) if data is not None else 0


def is_on_its_way(db: Database, party: str, data: bytes, beside: Collection[str]) -> bool:  # fmt: skip
    """Whether a document lies in one of the bundles that go on being delivered."""
    rows = db.all(
        "select sha from bundle_out_paper join bundle_out using (sha)"
        " where party = ? and path = ? and mark = ? and purpose <> 'receipt'",
        (party, DONE, sha256(data)),
    )
    return any(sha in beside for (sha,) in rows)


def settle_done(db: Database, party: str, sha: str) -> None:
    """Count what an acknowledged bundle said as told, where it is still what there is to say."""
    row = db.one(
        "select mark, body from done_said join bundle_out_paper using (mark)"
        " where sha = ? and path = ? and done_said.party = ?",
        (sha, DONE, party),
    )
    if row is None:
        return
    db.executemany(
        "update done_out set told = 1"
        " where party = ? and part = ? and state = ? and day = ? and number = ?",
        [(party, one.part, one.state, one.day, one.number) for one in read_done(bytes(row[1]))],
    )  # fmt: skip
    db.execute("delete from done_said where mark = ?", (row[0],))
    note_known(db, party)


def note_known(db: Database, party: str) -> None:
    """Remember that a party knows the document: it sent one, or acknowledged one."""
    db.execute("insert or ignore into done_known (party) values (?)", (party,))


def forget_told(db: Database, party: str) -> None:
    """Tell a party everything again: it was put back to an earlier state."""
    db.execute("update done_out set told = 0 where party = ?", (party,))


def _knows(db: Database, party: str) -> bool:
    return db.one("select 1 from done_known where party = ?", (party,)) is not None


def _untold(db: Database, party: str) -> tuple[Done, ...]:
    rows = db.all(
        "select part, state, day, number from done_out where party = ? and told = 0"
        " order by part limit ?",
        (party, MAX_LINES),
    )
    return tuple(Done(bytes(part), *rest) for part, *rest in rows)


def _look(ctx: Exchange, db: Database, code: str) -> None:
    """Write down what has become of everything a center asked for."""
    now = {one.part: one for one in _standing(ctx, db, code)}
    rows = db.all("select part, state, day, number from done_out where party = ?", (code,))  # fmt: skip
    before = {bytes(part): Done(bytes(part), *rest) for part, *rest in rows}
    for part, one in before.items():
        if one.state == HELD and part not in now:
            now[part] = Done(part, LIFTED)
    changed = [
        one
        for part, one in now.items()
        if one != before.get(part) and not _is_over(before.get(part))
    ]
    db.executemany(
        "insert or replace into done_out (party, part, state, day, number, told)"
        " values (?, ?, ?, ?, ?, 0)",
        [(code, one.part, one.state, one.day, one.number) for one in changed],
    )


def _is_over(one: Done | None) -> bool:
    """Whether it was destroyed before: the first day stays."""
    return one is not None and one.state == DESTROYED


def _standing(ctx: Exchange, db: Database, code: str) -> Iterator[Done]:
    named = db.all(_NAMED, (len(code) + 1, f"{code}/", code))
    held = _held(ctx) if named else {}
    for scope, cls in named:
        part = part_hash(scope, cls)
        if _is_here(db, scope, cls):
            if record_of(scope) in held and scope.startswith("case/"):
                yield Done(part, HELD, held[record_of(scope)])
        elif is_destroyed(db, scope, cls):
            yield _destroyed(ctx, part)
    named_parts = {part_hash(scope, cls) for scope, cls in named}
    for (part,) in db.all(_OBEYED, (code,)):
        if bytes(part) not in named_parts:
            yield _destroyed(ctx, bytes(part))


def _held(ctx: Exchange) -> dict[str, str]:
    """Return the cases under a legal hold, and until when each."""
    rows = ctx.register.find("case", hold=True)
    return {row.id: str(row["hold_until"] or "") for row in rows}


def _is_here(db: Database, scope: str, cls: str) -> bool:
    sql = "select 1 from part join scope on scope.id = part.scope where scope.scope = ? and cls = ?"
    return db.one(sql, (scope, cls)) is not None


def _destroyed(ctx: Exchange, part: bytes) -> Done:
    """Return when it was destroyed here, as our own book has it; else it is known since today."""
    for row in ctx.register.find("destruction", part=part.hex()):
        number = str(row["number"] or "")
        if row["done_on"] and f"-{ctx.center}-" in number:
            return Done(part, DESTROYED, str(row["done_on"]), number)
    return Done(part, DESTROYED, ctx.clock.today().isoformat())
