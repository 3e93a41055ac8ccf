"""Numbers of a case that lists show, kept beside it (사건별 셈).

* ``requests`` is rule R1: first and repeated requests, search results, the commission; a
  check is no request. ``removed`` counts addresses removed, ``reappeared`` those found again.
* ``age`` is what the victim's record says on the day of intake; ``minor`` is legal minority
  (19세 미만), and 1 where a year of birth leaves it open: the careful reading.
* They change in the transaction that changes the rows; ``recount`` proves them.
"""

# ruff: noqa: S608 - every name in a statement comes from the schema

import datetime as dt
from dataclasses import dataclass, field
from typing import TypeAlias

from intake.register.fold import Cell
from intake.register.schema import SCHEMA
from intake.register.tables import COUNTS
from intake.vault import Database

Counts: TypeAlias = tuple[Cell, ...]

_ADULT = 19
_CENTURY = 130

_POSTINGS = """
SELECT count(*), coalesce(sum(result = 'REMOVED'), 0),
  coalesce(sum(parent IS NOT NULL OR result IN ('REUPLOADED', 'RESTORED')), 0),
  coalesce(sum(coalesce(result, 'FOUND') NOT IN
    ('REMOVED', 'DELISTED', 'BLOCKED', 'GONE')), 0)
FROM r_posting WHERE "case" = ? AND deleted IS NULL"""
_REQUESTS = """
SELECT count(*) FROM r_deletion_action WHERE "case" = ? AND deleted IS NULL
  AND kind IN ('FIRST', 'AGAIN', 'SEARCH', 'KMCSC')"""
_VICTIM = """
SELECT age, birth, under_19 FROM r_person
WHERE "case" = ? AND role = 'VICTIM' AND deleted IS NULL ORDER BY id LIMIT 1"""
_RECEIVED = "SELECT received_on FROM r_case WHERE id = ?"
_IN_CASE = tuple(entity.table for entity in SCHEMA.values() if entity.in_case)
_NEWEST = (
    "SELECT max(said) FROM (SELECT said FROM r_case WHERE id = ?1 "
    + " ".join(
        f'UNION ALL SELECT max(said) FROM {table} WHERE "case" = ?1'
        for table in _IN_CASE
    )
    + ")"
)
_KEEP = (
    f'INSERT INTO r_case_counts ("case", {", ".join(COUNTS)}) '
    f"VALUES (?{', ?' * len(COUNTS)}) "
    f'ON CONFLICT ("case") DO UPDATE SET '
    + ", ".join(f"{name} = excluded.{name}" for name in COUNTS)
)
_NOTHING: Counts = (0, 0, 0, 0, 0, None, None, None)


@dataclass(slots=True)
class Touched:
    """What a transaction changed in each case: which entities, and their newest word."""

    entities: dict[bytes, set[str]] = field(default_factory=dict)
    newest: dict[bytes, int] = field(default_factory=dict)
    shrunk: set[bytes] = field(default_factory=set)  # a newest word may have gone

    def grew(self, case: bytes, entity: str, said: int) -> None:
        """Note a row that was made or changed."""
        self.entities.setdefault(case, set()).add(entity)
        self.newest[case] = max(said, self.newest.get(case, 0))

    def lost(self, case: bytes, entity: str) -> None:
        """Note a row that went away or grew older."""
        self.entities.setdefault(case, set()).add(entity)
        self.shrunk.add(case)


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


def _age_counts(db: Database, case: bytes) -> Counts:
    received = db.one(_RECEIVED, (case,))
    age, birth, under = db.one(_VICTIM, (case,)) or (None, None, None)
    years = age_on(age, birth, received[0] if received else None)
    if under is not None:
        return years, int(under == "YES")
    return years, None if years is None else int(years < _ADULT)


def _count(db: Database, case: bytes) -> Counts:
    """Count one case from its rows."""
    postings, removed, back, live = db.one(_POSTINGS, (case,)) or (0, 0, 0, 0)
    (requests,) = db.one(_REQUESTS, (case,)) or (0,)
    (newest,) = db.one(_NEWEST, (case,)) or (None,)
    ages = _age_counts(db, case)
    return postings, requests, removed, back, live, newest, *ages


def _old(db: Database, case: bytes) -> Counts:
    listed = ", ".join(COUNTS)
    row = db.one(f'SELECT {listed} FROM r_case_counts WHERE "case" = ?', (case,))
    return row or _NOTHING


def _newer(old: Counts, newest: int) -> int:
    last = old[COUNTS.index("last_said")]
    return max(newest, last if isinstance(last, int) else 0)


def _counted(db: Database, case: bytes, touched: Touched) -> Counts:
    if case in touched.shrunk:
        return _count(db, case)
    old, entities = _old(db, case), touched.entities[case]
    postings, requests, removed, back, live, _, *ages = old
    if "posting" in entities:
        postings, removed, back, live = db.one(_POSTINGS, (case,)) or (0, 0, 0, 0)
    if "deletion_action" in entities:
        (requests,) = db.one(_REQUESTS, (case,)) or (0,)
    if entities & {"person", "case"}:
        ages = list(_age_counts(db, case))
    newest = _newer(old, touched.newest.get(case, 0))
    return postings, requests, removed, back, live, newest, *ages


def keep_counts(db: Database, touched: Touched) -> None:
    """Bring the counts of every touched case up to its rows."""
    for case in touched.entities:
        counts = _counted(db, case, touched)
        if counts[COUNTS.index("last_said")] is None:
            db.execute('DELETE FROM r_case_counts WHERE "case" = ?', (case,))
        else:
            db.execute(_KEEP, (case, *counts))


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
        number, removed, back, live = postings.get(case, (0, 0, 0, 0))
        (asked,) = requests.get(case, (0,))
        ages = _age_counts(db, case)
        counted[case] = (number, asked, removed, back, live, newest, *ages)
    return counted


def wrong_counts(db: Database) -> int:
    """Return how many cases are kept with other numbers than their rows give."""
    listed = ", ".join(COUNTS)
    kept = {
        case: tuple(counts)
        for case, *counts in db.all(f'SELECT "case", {listed} FROM r_case_counts')
    }
    true = recount(db)
    return sum(kept.get(case) != true.get(case) for case in kept.keys() | true.keys())
