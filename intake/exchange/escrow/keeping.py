"""What the central desk keeps of match-only (보관), and what opens (열림).

* Of a filing: whose it is, its id, its year, the day, 636 bytes. Nothing of it can be read here.
* What was withdrawn leaves its bare id, so that a letter that comes late brings nothing back.
* A new entry is tried with others of its tag, of another center and another person: two that open
  each other are a match (일치). More of the same people join it. No box that was opened is kept
  open: it is opened again whenever somebody looks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from intake.clock import DAY_MS
from intake.crypto.escrow import Entry, opened, read_entry
from intake.errors import NotForUs, Oversized
from intake.exchange.context import Exchange
from intake.exchange.escrow.epochs import part_of
from intake.exchange.escrow.filing import read_payload
from intake.exchange.escrow.messages import (
    MOST_KEPT,
    Filed,
    KeptSaid,
    Withdrawn,
)
from intake.exchange.escrow.who import today
from intake.ids import new_id
from intake.vault import Database

_MOST: Final = (
    200  # of each other center: who files one tag without end hinders nobody else
)
_TOLD: Final = "escrow/told-kept/{}"
_TAG: Final = slice(0, 32)


@dataclass(frozen=True, slots=True)
class Kept:
    """One entry, as it lies here."""

    center: str
    id: bytes
    epoch: int
    entry: Entry = field(repr=False)

    @property
    def name(self) -> tuple[str, bytes]:
        """What it is called, in every year."""
        return self.center, self.id


Opened: TypeAlias = tuple[Kept, dict[str, str]]  # an entry, and what was in its box


@dataclass(frozen=True, slots=True)
class Match:
    """Entries that opened one another."""

    id: str
    opened_ms: int
    told_ms: int
    is_over: bool
    centers: tuple[str, ...]
    filings: int
    contacts: tuple[tuple[str, dict[str, str]], ...] = field(repr=False)


# --- letters -------------------------------------------------------------------------------------


def take_filed(ctx: Exchange, center: str, said: Filed) -> None:
    """Keep entries; what is here already, or was taken back, changes nothing.

    Raises:
        Oversized: more than any center has.
        NotForUs: of a year without a key here: nobody can have a token of it.
    """
    rows = [(center, one, said.epoch, today(ctx), data[_TAG], data) for one, data in said.entries]  # fmt: skip
    with ctx.vault.writing() as db:
        if part_of(db, said.epoch) is None:
            raise NotForUs(why="escrow")
        held = db.one("select count(*) from escrow_kept where center = ? and epoch = ?", (center, said.epoch))  # fmt: skip
        if held is None or held[0] + len(rows) > MOST_KEPT:
            raise Oversized(limit=MOST_KEPT)
        gone = {bytes(one) for (one,) in db.all("select id from escrow_tomb where center = ?", (center,))}  # fmt: skip
        db.executemany(
            "insert or ignore into escrow_kept (center, id, epoch, day, tag, entry)"
            " values (?, ?, ?, ?, ?, ?)",
            [row for row in rows if row[1] not in gone],
        )


def take_withdrawn(ctx: Exchange, center: str, said: Withdrawn) -> None:
    """Destroy entries of a center; matches that do not open without them are over."""
    rows = [(center, one) for one in said.ids]
    with ctx.vault.writing() as db:
        db.executemany("insert or ignore into escrow_tomb (center, id) values (?, ?)", rows)  # fmt: skip
        db.executemany("delete from escrow_kept where center = ? and id = ?", rows)
        end(db)
        db.executemany(
            "delete from escrow_match_entry where center = ? and id = ?"
            " and match in (select id from escrow_match where over = 0)",
            rows,
        )


def take_kept(ctx: Exchange, center: str, said: KeptSaid) -> None:
    """Destroy what a center does not know of: its laptop is another one, or was put back."""
    fact = _TOLD.format(center)
    made = min(said.made, ctx.clock.wall() + DAY_MS)
    with ctx.vault.writing() as db:
        if made <= int(ctx.vault.fact(fact) or 0):
            return
        ctx.vault.keep_fact(fact, str(made))
        held = db.all("select distinct id from escrow_kept where center = ?", (center,))
        gone = {bytes(one) for (one,) in held} - set(said.kept)
    if gone:
        take_withdrawn(ctx, center, Withdrawn(tuple(sorted(gone))))


def end(db: Database) -> None:
    """Note which matches are over: no two entries that are left of them open each other."""
    for (match,) in db.all("select id from escrow_match where over = 0"):
        if not _read(_of(db, match)):
            db.execute("update escrow_match set over = 1 where id = ?", (match,))


# --- opening -------------------------------------------------------------------------------------


def look(ctx: Exchange) -> int:
    """Try what was filed since; return how many matches are new."""
    with ctx.vault.writing() as db:
        before = _count(db)
        for one in _kept(db, "looked = 0"):
            found = _opens(db, one)
            if found:
                _join(db, found, ctx.clock.wall())
            db.execute(
                "update escrow_kept set looked = 1 where center = ? and id = ? and epoch = ?",
                (*one.name, one.epoch),
            )
        return _count(db) - before


def _count(db: Database) -> int:
    row = db.one("select count(*) from escrow_match")
    return int(row[0]) if row else 0


def _opens(db: Database, one: Kept) -> list[Opened]:
    """Return what opens together with an entry, itself among it; nothing where none does."""
    same = "epoch = ? and tag = ? and center <> ?"
    others = _kept(db, same, (one.epoch, one.entry.tag, one.center))
    return _read([one, *_some_of_each(others)], first=one)


def _some_of_each(entries: Iterable[Kept]) -> Iterator[Kept]:
    """Yield so many of each center."""
    seen: Counter[str] = Counter()
    for one in entries:
        seen[one.center] += 1
        if seen[one.center] <= _MOST:
            yield one


def _join(db: Database, entries: list[Opened], ms: int) -> None:
    """Note that entries opened one another: as a match of the same people, or as a new one."""
    every = db.all("select id from escrow_match order by opened, id")
    same = [match for (match,) in every if _is_same(db, match, entries)]
    match = same[0] if same else new_id(ms)
    db.execute("insert or ignore into escrow_match (id, opened) values (?, ?)", (match, ms))  # fmt: skip
    db.execute("update escrow_match set over = 0 where id = ?", (match,))
    for one, _ in entries:
        db.execute(
            "insert or ignore into escrow_match_entry (match, center, id) values (?, ?, ?)",
            (match, *one.name),
        )


def _is_same(db: Database, match: str, entries: list[Opened]) -> bool:
    """Whether a match is of the same people, or of these entries in a former year."""
    known = db.all("select center, id from escrow_match_entry where match = ?", (match,))  # fmt: skip
    names = {(center, bytes(one)) for center, one in known}
    if len({one.name for one, _ in entries} & names) > 1:
        return True
    people = set(map(_person, _read(_of(db, match))))
    return len(people & set(map(_person, entries))) > 1


def _person(opened_: Opened) -> tuple[str, str]:
    """Return whose case an opened box is of: its center, and the mark of the case."""
    one, told = opened_
    return one.center, told["mark"] or one.id.hex()


def _of(db: Database, match: str) -> list[Kept]:
    names = "select center, id from escrow_match_entry where match = ?"
    return _kept(db, f"(center, id) in ({names})", (match,))


def _kept(db: Database, where: str, values: tuple[str | int | bytes, ...] = ()) -> list[Kept]:  # fmt: skip
    sql = f"select center, id, epoch, entry from escrow_kept where {where} order by center, id, epoch"  # noqa: S608 - our own words  # fmt: skip
    return [Kept(center, bytes(one), epoch, read_entry(bytes(data))) for center, one, epoch, data in db.all(sql, values)]  # fmt: skip


def _read(entries: list[Kept], first: Kept | None = None) -> list[Opened]:
    """Open what opens, each with the first of its tag that it opens with; all with ``first``."""
    found: dict[tuple[str, bytes, int], Opened] = {}
    for place, one in enumerate(entries if first is None else [first]):
        for two in entries[place + 1 :]:
            if (one.epoch, one.entry.tag) != (two.epoch, two.entry.tag) or one.center == two.center:  # fmt: skip
                continue
            told = opened((one.entry, two.entry))
            if len(told) == 2:  # noqa: PLR2004 - both
                found |= {(*kept.name, kept.epoch): (kept, read_payload(told[kept.entry])) for kept in (one, two)}  # fmt: skip
    return list(found.values())


# --- what is shown and told ----------------------------------------------------------------------


def matches(ctx: Exchange) -> tuple[Match, ...]:
    """Return every match, the newest first, with whom to call."""
    with ctx.vault.reading() as db:
        rows = db.all("select id, opened, over from escrow_match order by opened desc, id desc")  # fmt: skip
        return tuple(_match(db, *row) for row in rows)


def _match(db: Database, match: str, opened_ms: int, over: int) -> Match:
    named = db.all("select center, told from escrow_match_entry where match = ? order by center, id", (match,))  # fmt: skip
    contacts: dict[tuple[str, str], dict[str, str]] = {}
    for opened_ in () if over else _read(_of(db, match)):
        contacts.setdefault(_person(opened_), opened_[1])
    told_ms = 0 if any(not told for _, told in named) else max(told for _, told in named)  # fmt: skip
    centers = tuple(sorted({center for center, _ in named}))
    lines = tuple((center, told) for (center, _), told in sorted(contacts.items(), key=lambda one: one[0]))  # fmt: skip
    return Match(match, opened_ms, told_ms, bool(over), centers, len(named), lines)


def tell(ctx: Exchange, match: str) -> bool:
    """Let the centers of a match be told of it; False where there is none that stands."""
    with ctx.vault.writing() as db:
        if db.one("select 1 from escrow_match where id = ? and over = 0", (match,)) is None:  # fmt: skip
            return False
        now = ctx.clock.wall()
        db.execute("update escrow_match_entry set told = ? where match = ? and told = 0", (now, match))  # fmt: skip
        db.execute("update escrow_match set told = ? where id = ?", (now, match))
    return True
