"""What a center lays down sealed at the central desk (봉해 두기), and takes back (거두기).

* One entry for each identifier of a case, at the place of its person; in the box whom to call here
  and nothing of a case. Filled up to fifties with entries that are none and look like any other;
  all of these are laid again with the next year's, so that they are not told apart then either.
* What stood in a letter that got lost is filed again.
* An entry keeps its id in every year, so that a match that was told stays told.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from os import urandom
from typing import Final

from intake.crypto.escrow import Entry, seal
from intake.crypto.ristretto import random_scalar
from intake.crypto.shamir import Share
from intake.exchange.bound import contact_id
from intake.exchange.context import Exchange
from intake.exchange.escrow.asking import drop, tokens
from intake.exchange.escrow.messages import (
    MOST,
    MOST_IDS,
    STEP,
    Filed,
    KeptSaid,
    Withdrawn,
)
from intake.exchange.escrow.posting import is_answered, is_said, post
from intake.exchange.escrow.who import central_of, pair
from intake.progress import Progress
from intake.vault import Database

_FIELDS: Final = {"name": 120, "phone": 60, "email": 120, "hours": 100}  # bytes
_KEPT: Final = "escrow/kept"  # the log in which all that lies there was told
_BOX: Final = 12 + 528
_OPENED: Final = (*_FIELDS, "mark")


@dataclass(frozen=True, slots=True)
class _Line:
    """One entry to be laid down."""

    id: bytes
    data: bytes = field(repr=False)
    is_new: bool = True


def contact_of(ctx: Exchange) -> dict[str, str]:
    """Return whom another may call here, shortened to what a box holds."""
    row = ctx.register.get("contact_point", contact_id(ctx.center))
    told = {name: str(row[name] or "") if row and not row.gone else "" for name in _FIELDS}  # fmt: skip
    return {name: _cut(told[name], most) for name, most in _FIELDS.items()}


def payload_of(contact: Mapping[str, str], chance: bytes) -> bytes:
    """Return what lies in a box: whom to call, and a mark that is the same in a case's boxes only.

    Once two boxes of a case are open, the mark says that one call is enough.
    """
    mark = hashlib.sha256(b"intake-escrow@v1/mark" + chance).hexdigest()[:16]
    contact = {**contact, "mark": mark}
    return json.dumps(contact, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()  # fmt: skip


def read_payload(data: bytes) -> dict[str, str]:
    """Return whom to call, from a box; nothing of it is believed but that it is words."""
    try:
        told = json.loads(data)
        found = {name: told.get(name, "") for name in _OPENED}
    except (ValueError, AttributeError, RecursionError):
        found = {}
    return {name: _plain(found.get(name, "")) for name in _OPENED}  # fmt: skip


def _plain(told: object) -> str:
    return "".join(one for one in told if one.isprintable()) if isinstance(told, str) else ""  # fmt: skip


def _cut(text: str, most: int) -> str:
    text = text.replace('"', "'").replace("\\", "/")  # what JSON spells longer
    text = "".join(one for one in text if one.isprintable())
    return text.encode()[:most].decode("utf-8", "ignore")


def tell_kept(ctx: Exchange, progress: Progress) -> int:
    """Say once, when this laptop begins or was put back, all that it knows to lie there.

    What a lost laptop filed, or this one before it was put back, could be withdrawn by nobody else.
    Nothing new is filed before the central desk has heard.
    """
    log, central = _own_log(ctx), central_of(ctx)
    if pair(ctx) is None or not log or ctx.vault.fact(_KEPT) == log:
        return 0
    if not is_said(ctx, f"keep/{log}", central):
        # What waits here may lie there since the backup; withdrawn now, its id is dead for good.
        with ctx.vault.writing() as db:
            db.execute("update escrow_entry set id = randomblob(16) where epoch = 0")
    with ctx.vault.reading() as db:
        ids = db.all("select id from escrow_entry where epoch > 0 order by id")
    said = KeptSaid(ctx.clock.wall(), tuple(bytes(one) for (one,) in ids))
    sealed = post(ctx, central, f"keep/{log}", said, progress)
    if is_answered(ctx, f"keep/{log}", central):
        ctx.vault.keep_fact(_KEPT, log)
    return sealed


def _own_log(ctx: Exchange) -> str:
    """Return the log this laptop writes in; another one after it was put back."""
    with ctx.vault.reading() as db:
        row = db.one("select log from log where own = 1 order by id desc limit 1")
    return str(row[0]) if row else ""


def file(ctx: Exchange, progress: Progress) -> int:
    """Seal and lay down what both have answered; return how many letters that is."""
    codes, sealed = pair(ctx), 0
    if ctx.vault.fact(_KEPT) != _own_log(ctx):
        return 0
    contact = contact_of(ctx)
    for ask, epoch, known in tokens(ctx) if codes else ():
        with ctx.vault.reading() as db:
            lines = _filled(db, epoch, _lines(db, ask, known, contact))
        for at in range(0, len(lines), MOST):
            sealed += _lay(ctx, codes[0] if codes else "", epoch, lines[at : at + MOST], progress)  # fmt: skip
        with ctx.vault.writing() as db:
            drop(db, ask)
    return sealed


def _lines(db: Database, ask: bytes, known: Mapping[bytes, bytes], contact: Mapping[str, str]) -> list[_Line]:  # fmt: skip
    sql = "select id, input, person, chance, epoch from escrow_entry where ask = ? order by id"
    found = []
    for one, told, person, chance, before in db.all(sql, (ask,)):
        at = known[bytes(person)] if person else bytes(chance)
        entry = seal(known[bytes(told)], at, payload_of(contact, bytes(chance)))
        found.append(_Line(bytes(one), bytes(entry), is_new=not before))
    return found


def _filled(db: Database, epoch: int, lines: list[_Line]) -> list[_Line]:
    """Fill up with entries that are none, in random order.

    Of what lay there before, entries that are none come again in the measure in which the others
    do, all of them in the end: what did not come again would be known to be none. What is new is
    filled up by itself: among old names a new one would be known to be none of them.
    """
    if not lines:
        return []
    before = "epoch > 0 and epoch < ?"
    ours, none = (_number(db, f'{before} and "case" is {what}', epoch) for what in ("not null", "null"))  # fmt: skip
    old = sum(not one.is_new for one in lines)
    share = -(-none * old // ours) if old else 0
    sql = f'select id from escrow_entry where "case" is null and {before} order by random() limit ?'  # noqa: S608 - our own words
    again = [bytes(one) for (one,) in db.all(sql, (epoch, share))]
    fresh = -(len(lines) - old) % STEP
    fresh += -(len(lines) + len(again) + fresh) % STEP
    ids = [*again, *(urandom(16) for _ in range(fresh))]
    filled = [*lines, *(_Line(one, bytes(_nothing())) for one in ids)]
    return sorted(filled, key=lambda _: urandom(8))


def _number(db: Database, where: str, *values: int) -> int:
    row = db.one(f"select count(*) from escrow_entry where {where}", values)  # noqa: S608 - our own words
    return int(row[0]) if row else 0


def _lay(ctx: Exchange, to: str, epoch: int, lines: list[_Line], progress: Progress) -> int:  # fmt: skip
    """Seal one letter; what it holds is filed as soon as it is sealed, whatever stops us then."""
    letter = Filed(epoch, tuple((one.id, one.data) for one in lines))
    named = hashlib.sha256(b"".join(one.id for one in lines)).hexdigest()[:32]
    what = f"file/{epoch}/{named}"

    def note(db: Database) -> None:
        db.executemany(
            'insert into escrow_entry (id, "case", input, person, chance, epoch, letter)'
            " values (?, null, x'', x'', x'', ?, ?) on conflict (id) do update"
            " set epoch = excluded.epoch, letter = excluded.letter, ask = null",
            [(one.id, epoch, what) for one in lines],
        )

    return post(ctx, to, what, letter, progress, note)


def lay_lost(ctx: Exchange) -> None:
    """Let what stood in a letter that was refused, or was taken out of the outbox, be filed again."""
    central = central_of(ctx)
    with ctx.vault.reading() as db:
        letters = [what for (what,) in db.all("select distinct letter from escrow_entry where letter <> ''")]  # fmt: skip
    for what in letters:
        if not is_said(ctx, what, central):
            # Of no year, so that it is asked; not of none, so that it is taken back: it may lie there.
            with ctx.vault.writing() as db:
                db.execute("update escrow_entry set epoch = 1, letter = '' where letter = ?", (what,))  # fmt: skip


def _nothing() -> Entry:
    return Entry(urandom(32), Share(random_scalar(), random_scalar()), urandom(_BOX))


# --- taking back ---------------------------------------------------------------------------------


def withdraw(ctx: Exchange, progress: Progress) -> int:
    """Say which entries shall lie there no more."""
    central = central_of(ctx)
    with ctx.vault.writing() as db:
        new = [bytes(one) for (one,) in db.all("select id from escrow_gone where letter = '' order by id")]  # fmt: skip
        for at in range(0, len(new), MOST_IDS):
            part = new[at : at + MOST_IDS]
            letter = "withdraw/" + hashlib.sha256(b"".join(part)).hexdigest()[:32]
            db.executemany("update escrow_gone set letter = ? where id = ?", [(letter, one) for one in part])  # fmt: skip
        letters: dict[str, list[bytes]] = {}
        for letter, one in db.all("select letter, id from escrow_gone order by letter, id"):  # fmt: skip
            letters.setdefault(letter, []).append(bytes(one))
    return sum(post(ctx, central, letter, Withdrawn(tuple(ids)), progress) for letter, ids in letters.items())  # fmt: skip
