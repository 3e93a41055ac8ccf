"""Numbers of a case that lists show, kept beside it (사건별 셈), and their sums by center.

* ``requests`` is rule R1: first and repeated requests, search results, the commission; a
  check is no request. ``removed`` counts addresses removed, ``reappeared`` those found again.
* ``age`` is what the victim's record says on the day of intake; ``minor`` is legal minority
  (19세 미만), and 1 where a year of birth leaves it open: the careful reading.
* They change in the transaction that changes the rows, by as much as those rows tell: a case
  of ten thousand addresses is not counted again for one. ``recount`` proves them.
"""

# ruff: noqa: S608 - every name in a statement comes from the schema

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from intake.register.fold import Cell
from intake.register.schema import SCHEMA
from intake.register.tables import COUNTS, SUMMED
from intake.vault import Database

Counts: TypeAlias = tuple[Cell, ...]  # in the order of COUNTS, then the center
Kept: TypeAlias = dict[str, Cell]
Row: TypeAlias = Mapping[str, Cell]

_ADULT = 19
_CENTURY = 130

# Read from one covering index; the order is that of ``_OF_POSTINGS``.
_POSTINGS = """
SELECT count(*), coalesce(sum(result = 'REMOVED'), 0),
  coalesce(sum(parent IS NOT NULL OR restored > 0
    OR coalesce(result, '') IN ('REUPLOADED', 'RESTORED')), 0),
  coalesce(sum(coalesce(result, 'FOUND') NOT IN
    ('REMOVED', 'DELISTED', 'BLOCKED', 'GONE')), 0),
  coalesce(sum(result = 'REFUSED'), 0), coalesce(sum(result = 'BLOCKED'), 0),
  coalesce(sum(result = 'TEMPORARY'), 0), coalesce(sum(result = 'DELISTED'), 0),
  coalesce(sum(result = 'GONE'), 0)
FROM r_posting WHERE "case" = ? AND deleted IS NULL"""
_REQUESTS = """
SELECT count(*) FROM r_deletion_action WHERE "case" = ? AND deleted IS NULL
  AND kind IN ('FIRST', 'AGAIN', 'SEARCH', 'KMCSC')"""
_VICTIM = """
SELECT age, birth, under_19 FROM r_person
WHERE "case" = ? AND role = 'VICTIM' AND deleted IS NULL ORDER BY id LIMIT 1"""
_RECEIVED = "SELECT received_on FROM r_case WHERE id = ?"
_CENTER = """
SELECT coalesce(center, '') FROM r_case
WHERE id = ? AND deleted IS NULL AND coalesce(training, 0) = 0"""
_IN_CASE = tuple(entity.table for entity in SCHEMA.values() if entity.in_case)
_NEWEST = (
    "SELECT max(said) FROM (SELECT said FROM r_case WHERE id = ?1 "
    + " ".join(
        f'UNION ALL SELECT max(said) FROM {table} WHERE "case" = ?1'
        for table in _IN_CASE
    )
    + ")"
)
_KEPT = (*COUNTS, "center")
_LISTED = ", ".join(_KEPT)
_KEEP = (
    f'INSERT INTO r_case_counts ("case", {_LISTED}) VALUES (?{", ?" * len(_KEPT)}) '
    f'ON CONFLICT ("case") DO UPDATE SET '
    + ", ".join(f"{name} = excluded.{name}" for name in _KEPT)
)
_OF_POSTINGS = (
    *("postings", "removed", "reappeared", "live"),
    *("refused", "blocked", "temporary", "delisted", "gone"),
)
_OWN_COUNT = {
    name.upper(): name
    for name in ("removed", "refused", "blocked", "temporary", "delisted", "gone")
}
_DOWN = frozenset({"REMOVED", "DELISTED", "BLOCKED", "GONE"})
_AGAIN = frozenset({"REUPLOADED", "RESTORED"})
_ASKING = frozenset({"FIRST", "AGAIN", "SEARCH", "KMCSC"})
_NO_POSTINGS = (0,) * len(_OF_POSTINGS)


@dataclass(slots=True)
class Touched:
    """What a transaction changed in each case: which entities, and their newest word."""

    entities: dict[bytes, set[str]] = field(default_factory=dict)
    newest: dict[bytes, int] = field(default_factory=dict)
    gone: dict[bytes, int] = field(
        default_factory=dict
    )  # newest word of rows that left
    told: dict[bytes, dict[str, int]] = field(default_factory=dict)  # how counts moved
    shrunk: set[bytes] = field(default_factory=set)  # a newest word may have gone

    def grew(self, case: bytes, entity: str, said: int) -> None:
        """Note a row that was made or changed."""
        self.entities.setdefault(case, set()).add(entity)
        self.newest[case] = max(said, self.newest.get(case, 0))

    def moved(self, case: bytes, entity: str, before: Row, after: Row) -> None:
        """Note how a row that stays in its case moves the counts; only changed rows are read."""
        tell = _TOLD.get(entity)
        if tell is None:
            return
        sums = self.told.get(case)
        if sums is None:
            sums = self.told[case] = dict.fromkeys((*_OF_POSTINGS, "requests"), 0)
        for row, sign in ((before, -1), (after, 1)):
            for name in tell(row) if row and row["deleted"] is None else ():
                sums[name] += sign

    def left(self, case: bytes, entity: str, said: int, before: Row) -> None:
        """Note a row that is no longer in its case; its word may have been the newest."""
        self.entities.setdefault(case, set()).add(entity)
        self.gone[case] = max(said, self.gone.get(case, 0))
        self.moved(case, entity, before, {})

    def lost(self, case: bytes, entity: str) -> None:
        """Note rows of which nothing is known but that they went away or grew older."""
        self.entities.setdefault(case, set()).add(entity)
        self.shrunk.add(case)


def _of_posting(row: Row) -> Iterable[str]:
    """Return the counts a posting is one of; the same words as in ``_POSTINGS``."""
    result, restored = row["result"] or "", row["restored"] or 0
    yield "postings"
    if result in _OWN_COUNT:
        yield _OWN_COUNT[result]
    if result not in _DOWN:
        yield "live"
    again = row["parent"] is not None or result in _AGAIN
    if again or (isinstance(restored, int) and restored > 0):
        yield "reappeared"


def _of_action(row: Row) -> Iterable[str]:
    """Return the counts an action is one of; the same words as in ``_REQUESTS``."""
    return ("requests",) if row["kind"] in _ASKING else ()


_TOLD: dict[str, Callable[[Row], Iterable[str]]] = {
    "posting": _of_posting,
    "deletion_action": _of_action,
}


def _years(birth: str, day: str) -> tuple[int, int] | None:
    """Return the youngest and oldest age that a said birth allows on a day."""
    try:
        on = dt.date.fromisoformat(f"{day}-01-01"[:10])
        born = dt.date.fromisoformat(f"{birth}-01-01"[:10])
    except ValueError:
        return None
    if len(birth) < len("2000-01-01") or len(day) < len("2000-01-01"):
        return on.year - born.year - 1, on.year - born.year
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return age, age


def age_on(age: int | None, birth: str | None, day: str | None) -> int | None:
    """Return the age (만 나이) on a day: as said, else as the birth allows (the lower)."""
    if age is not None or not birth or not day:
        return age
    years = _years(birth, day)
    return years[0] if years and 0 <= years[0] <= _CENTURY else None


def _age_counts(db: Database, case: bytes) -> Kept:
    received = db.one(_RECEIVED, (case,))
    age, birth, under = db.one(_VICTIM, (case,)) or (None, None, None)
    years = age_on(age, birth, received[0] if received else None)
    minor = None if years is None else int(years < _ADULT)
    return {"age": years, "minor": minor if under is None else int(under == "YES")}


def _posting_counts(db: Database, case: bytes) -> Kept:
    found = db.one(_POSTINGS, (case,)) or _NO_POSTINGS
    return dict(zip(_OF_POSTINGS, found, strict=True))


def _request_counts(db: Database, case: bytes) -> Kept:
    (requests,) = db.one(_REQUESTS, (case,)) or (0,)
    return {"requests": requests}


def _center(db: Database, case: bytes) -> Kept:
    """Return whose sums a case is part of; a training case (교육용) is part of none."""
    (center,) = db.one(_CENTER, (case,)) or ("",)
    return {"center": center}


def _count(db: Database, case: bytes) -> Kept:
    """Count one case from its rows."""
    (newest,) = db.one(_NEWEST, (case,)) or (None,)
    told = _posting_counts(db, case) | _request_counts(db, case)
    return told | _age_counts(db, case) | _center(db, case) | {"last_said": newest}


def _old(db: Database, case: bytes) -> Kept | None:
    row = db.one(f'SELECT {_LISTED} FROM r_case_counts WHERE "case" = ?', (case,))
    return dict(zip(_KEPT, row, strict=True)) if row else None


def _moved(kept: Kept, told: Mapping[str, int]) -> Kept:
    """Return the kept numbers after the rows that changed; the others need no look."""
    return {name: _number(kept[name]) + told[name] for name in told}


def _number(kept: Cell) -> int:
    return kept if isinstance(kept, int) else 0


def _counted(db: Database, case: bytes, touched: Touched) -> Kept:
    if case in touched.shrunk:
        return _count(db, case)
    kept, entities = _old(db, case), touched.entities[case]
    if kept is None or touched.gone.get(case, -1) >= _number(kept["last_said"]):
        return _count(db, case)
    counts = kept | _moved(kept, touched.told.get(case, {}))
    if entities & {"person", "case"}:
        counts |= _age_counts(db, case)
    if "case" in entities:
        counts |= _center(db, case)
    newest = touched.newest.get(case, 0)
    return counts | {"last_said": max(newest, _number(counts["last_said"]))}


def _row(counts: Kept) -> Counts:
    return (*(counts.get(name) for name in COUNTS), counts.get("center") or "")


def keep_counts(db: Database, touched: Touched) -> None:
    """Bring the counts of every touched case, and with them its center's, up to its rows."""
    for case in touched.entities:
        counts = _counted(db, case, touched)
        if counts["last_said"] is None:
            db.execute('DELETE FROM r_case_counts WHERE "case" = ?', (case,))
        else:
            db.execute(_KEEP, (case, *_row(counts)))


# --- counting again -----------------------------------------------------------------


def _grouped(db: Database, text: str) -> dict[bytes, Counts]:
    """Count every case at once; the same words as for one case, without its condition."""
    grouped = text.replace('"case" = ? AND ', '"case" IS NOT NULL AND ')
    grouped = grouped.replace("SELECT count", 'SELECT "case", count')
    return {case: tuple(row) for case, *row in db.all(f'{grouped} GROUP BY "case"')}


def _newest(db: Database) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    own = "SELECT id, said FROM r_case"
    every = (f'SELECT "case", max(said) FROM {table} GROUP BY 1' for table in _IN_CASE)
    for text in (own, *every):
        for case, said in db.all(text):
            if case is not None:
                found[case] = max(said, found.get(case, 0))
    return found


def recount(db: Database) -> dict[bytes, Counts]:
    """Count every case again from its rows."""
    postings, requests = _grouped(db, _POSTINGS), _grouped(db, _REQUESTS)
    counted: dict[bytes, Counts] = {}
    for case, newest in _newest(db).items():
        found = postings.get(case, _NO_POSTINGS)
        counts: Kept = dict(zip(_OF_POSTINGS, found, strict=True))
        counts |= {"requests": requests.get(case, (0,))[0], "last_said": newest}
        counted[case] = _row(counts | _age_counts(db, case) | _center(db, case))
    return counted


def center_counts(db: Database) -> dict[str, dict[str, int]]:
    """Return the sums that are kept for every center; training cases are in none."""
    names = ("cases", *SUMMED)
    rows = db.all(f"SELECT center, {', '.join(names)} FROM r_center_counts")
    return {
        str(center): dict(zip(names, sums, strict=True))
        for center, *sums in rows
        if center
    }


def _recounted_centers(true: Iterable[Counts]) -> dict[str, dict[str, int]]:
    sums: dict[str, dict[str, int]] = {}
    for *counts, center in true:
        kept = dict(zip(COUNTS, counts, strict=True)) | {"cases": 1}
        mine = sums.setdefault(str(center), dict.fromkeys(("cases", *SUMMED), 0))
        for name in mine:
            value = kept[name]
            mine[name] += value if isinstance(value, int) else 0
    return {center: mine for center, mine in sums.items() if center}


def wrong_counts(db: Database) -> int:
    """Return how many cases and centers are kept with other numbers than their rows give."""
    kept = {
        case: tuple(counts)
        for case, *counts in db.all(f'SELECT "case", {_LISTED} FROM r_case_counts')
    }
    true = recount(db)
    wrong = sum(kept.get(case) != true.get(case) for case in kept.keys() | true.keys())
    centers, again = center_counts(db), _recounted_centers(true.values())
    return wrong + sum(
        _sums(centers, name) != _sums(again, name)
        for name in centers.keys() | again.keys()
    )


def _sums(of: Mapping[str, Mapping[str, int]], center: str) -> dict[str, int]:
    """Return a center's sums; one that has no case left is one that never had any."""
    found = of.get(center, {})
    return {name: number for name, number in found.items() if number}
