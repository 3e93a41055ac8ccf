"""Hearing what others did (처리 알림 받기): each is believed about its own copy, where it was asked.

* Kept is a line about a part that this center ordered destroyed, told somebody to give up, or owns;
  whether that organisation was asked is looked at again whenever a line is shown.
* Which bundle comes first, twice or never changes nothing (``Done.join``).
* A document that is not one is left alone, and what it came with is taken in.
"""

import contextlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from intake.bundle import DONE, Contents
from intake.clock import DAY_MS, stamp_at
from intake.errors import TooNew, Untrusted
from intake.exchange.context import Exchange
from intake.exchange.done import DESTROYED, HELD, Done, read_done
from intake.exchange.done_saying import note_known
from intake.ids import Scope
from intake.ledger.erasure import find_target, part_hash
from intake.trust import Party, Signer
from intake.vault import Database


@dataclass(frozen=True, slots=True)
class Answer:
    """What an organisation says it did with everything it was asked to give up."""

    state: str  # destroyed | held
    day: str = ""
    number: str = ""


def take_done(ctx: Exchange, signer: Signer, contents: Contents) -> None:
    """Take in what the sender of a bundle did with its copies."""
    data = contents.documents.get(DONE)
    if data is None:
        return
    with contextlib.suppress(Untrusted, TooNew):
        party = ctx.trust.party_of(signer)
        if not party.own:
            _take(ctx, party, read_done(data), contents.manifest.created)


def _take(ctx: Exchange, party: Party, lines: Iterable[Done], created: int) -> None:
    said = min(created, stamp_at(ctx.clock.wall() + DAY_MS))
    with ctx.vault.writing() as db:
        note_known(db, party.name)
        told = _told(db, party.name)
        for one in lines:
            if one.part in told or _is_ours(ctx, db, one.part):
                _keep(db, party.name, one, said)


def _keep(db: Database, party: str, one: Done, said: int) -> None:
    row = db.one(
        "select state, day, number, said from done_in where party = ? and part = ?",
        (party, one.part),
    )
    if row is not None:
        state, day, number, before = row
        if not Done(one.part, state, day, number).join(before, one, said):
            return
    db.execute(
        "insert or replace into done_in (party, part, state, day, number, said)"
        " values (?, ?, ?, ?, ?, ?)",
        (party, one.part, one.state, one.day, one.number, said),
    )


def _told(db: Database, party: str) -> frozenset[bytes]:
    rows = db.all("select scope, cls from withdrawn_out where party = ?", (party,))
    return frozenset(part_hash(scope, cls) for scope, cls in rows)


def _is_ours(ctx: Exchange, db: Database, part: bytes) -> bool:
    """Whether this center ordered it destroyed, or owns it: another laptop of it may have asked."""
    sql = "select 1 from erased where part = ? and center = ?"
    if db.one(sql, (part, ctx.center)) is not None:
        return True
    target = find_target(db, part)
    sql = "select 1 from scope where scope = ? and owner = ?"
    return target is not None and db.one(sql, (target[0], ctx.center)) is not None


def answer_about(
    ctx: Exchange, party: str, scope: Scope, classes: Collection[str]
) -> Answer | None:
    """Return what a party says it did with a withdrawn case, or None where it has not all done.

    Counted are the classes that were carried to it from here; where none was, all it was told of.
    """
    with ctx.vault.reading() as db:
        rows = db.all(
            "select distinct cls from bundle_out_word join bundle_out using (sha)"
            " where scope = ? and party = ?",
            (scope, party),
        )
        carried = {cls for (cls,) in rows} & set(classes)
        parts = [part_hash(scope, cls) for cls in sorted(carried or classes)]
        return _joined([_line(db, party, part) for part in parts])


def answer_to_order(
    ctx: Exchange, party: str, parts: Collection[bytes]
) -> Answer | None:
    """Return what a party says it did with what an order named; it had some of these classes."""
    with ctx.vault.reading() as db:
        lines = [_line(db, party, part) for part in parts]
    return _joined([one for one in lines if one is not None])


def held_there(ctx: Exchange) -> tuple[tuple[str, bytes], ...]:
    """Return what organisations say is under a legal hold with them: (party, part)."""
    with ctx.vault.reading() as db:
        rows = db.all(
            "select party, part from done_in where state = ? order by party, part",
            (HELD,),
        )
    return tuple((party, bytes(part)) for party, part in rows)


def scope_here(ctx: Exchange, part: bytes) -> Scope | None:
    """Return the scope of a part, where words of it are here."""
    with ctx.vault.writing() as db:
        found = find_target(db, part)
    return found[0] if found else None


def _line(db: Database, party: str, part: bytes) -> Done | None:
    row = db.one(
        "select state, day, number from done_in where party = ? and part = ?",
        (party, part),
    )
    return Done(part, *row) if row is not None else None


def _joined(lines: Collection[Done | None]) -> Answer | None:
    """Held where anything of it is held; destroyed once all of it is, and on the last day of that."""
    known = [one for one in lines if one is not None]
    held = [one.day for one in known if one.state == HELD]
    if held:
        return Answer(HELD, max(held) if all(held) else "")
    if not known or len(known) < len(lines) or any(one.state != DESTROYED for one in known):  # fmt: skip
        return None
    last = max(known, key=lambda one: (one.day, one.number))
    return Answer(DESTROYED, last.day, last.number)
