"""Bodies that are kept and not, or not wholly, folded: each with the reason.

* ``newer``: judged and folded as far as this version can; some words it does not know.
* ``unread``: not of a shape this version knows; nothing of it was judged or folded.
* ``batch``: part of a bulk import whose closing entry has not come.
* ``aside``: about what another center owns, or held; a person decides.
* ``elsewhere``: speaks of a record that belongs to another scope; a person decides.

The bytes are never touched, so a later version reads what was written.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from intake.ledger.catalogue import chunks, within
from intake.vault import Database


class Why(StrEnum):
    """Why an entry waits."""

    NEWER = "newer"
    UNREAD = "unread"
    BATCH = "batch"
    ASIDE = "aside"
    ELSEWHERE = "elsewhere"


def keep_waiting(
    db: Database, entries: Iterable[int], why: Why, batch: str | None = None
) -> None:
    """Let entries wait; a new reason replaces the old."""
    db.executemany(
        "insert into waiting (entry, why, batch) values (?, ?, ?)"
        " on conflict (entry) do update set why = excluded.why, batch = excluded.batch",
        [(entry, why.value, batch) for entry in sorted(entries)],
    )


def release(db: Database, entries: Sequence[int]) -> None:
    """Let entries wait no longer."""
    for chunk in chunks(entries):
        db.execute(within("delete from waiting where entry in (?*)", chunk), chunk)


def note_late(db: Database, entries: Iterable[int], stamp: int) -> None:
    """Note that these are heard from now on, although their place was known before."""
    db.executemany(
        "insert into late (entry, since) values (?, ?)"
        " on conflict (entry) do update set since = excluded.since",
        [(entry, stamp) for entry in sorted(entries)],
    )


def unheard(db: Database, entries: Iterable[int]) -> set[int]:
    """Return which of these entries nobody has heard so far."""
    found: set[int] = set()
    for chunk in chunks(sorted(entries)):
        sql = within("select entry from waiting where why in ('aside', 'elsewhere', 'unread') and entry in (?*)", chunk)  # fmt: skip
        found |= {entry for (entry,) in db.all(sql, chunk)}
    return found


def waiting_for(db: Database, why: Why, after: int, limit: int) -> list[int]:
    """Return entries that wait for one reason, in the order they came."""
    rows = db.all(
        "select entry from waiting where why = ? and entry > ? order by entry limit ?",
        (why.value, after, limit),
    )
    return [row[0] for row in rows]


def closed(db: Database, limit: int) -> list[int]:
    """Return entries of bulk imports whose closing entry has come."""
    rows = db.all(
        "select waiting.entry from waiting join entry on entry.id = waiting.entry"
        " join batch on batch.batch = waiting.batch and batch.part = entry.part"
        " where waiting.why = 'batch' order by waiting.entry limit ?",
        (limit,),
    )
    return [row[0] for row in rows]


def open_parts(db: Database, batch: str) -> list[tuple[str, str]]:
    """Return the (scope, class) of a bulk import that still wait for their closing entry."""
    rows = db.all(
        "select distinct scope.scope, part.cls from waiting"
        " join entry on entry.id = waiting.entry join part on part.id = entry.part"
        " join scope on scope.id = part.scope where waiting.batch = ? and waiting.why = 'batch'"
        " and not exists (select 1 from batch where batch.batch = waiting.batch"
        " and batch.part = entry.part) order by scope.scope, part.cls",
        (batch,),
    )
    return [(scope, cls) for scope, cls in rows]


def is_closed(db: Database, batch: str, part: int) -> bool:
    """Say whether the closing entry of a bulk import has come."""
    sql = "select 1 from batch where batch = ? and part = ?"
    return db.one(sql, (batch, part)) is not None


def count(db: Database) -> dict[str, int]:
    """Return how many entries wait, by reason."""
    return dict(db.all("select why, count(*) from waiting group by why order by why"))
