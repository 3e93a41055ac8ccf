"""The clue index of many cases made anew (색인 새로 만들기): the rows that following would leave.

* Nothing is compared with what is kept, because nothing is; rows are written by the hundred.
* Look-up tables of the database are put aside meanwhile and made in one go.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from intake.matching.clue_rows import (  # fmt: skip
    INSERT_CLUE,
    INSERT_KEY,
    INSERT_SIGHT,
    cells_of,
    keys_rows,
    said_of,
)
from intake.matching.noted import (  # fmt: skip
    VICTIM,
    Noted,
    clues_in,
    owners_of,
    posting_clues,
    suspects_in,
)
from intake.matching.sighting import Mark, Sighting
from intake.register.fold import id_of
from intake.vault import Database
from intake.vault.database import Row

_TABLES = ("m_clue", "m_key", "m_sight")
_LOOK_UPS = "SELECT name, sql FROM sqlite_schema WHERE tbl_name = ? AND type = 'index' AND sql IS NOT NULL"  # fmt: skip


@contextmanager
def without_look_ups(db: Database) -> Iterator[None]:
    """Put the look-up tables of the index aside, and make them again in the end."""
    kept = [one for table in _TABLES for one in db.all(_LOOK_UPS, (table,))]
    for name, _ in kept:
        db.execute(f"DROP INDEX {name}")
    yield
    for _, sql in kept:
        db.execute(sql)


def fill(db: Database, cases: Iterable[bytes]) -> None:
    """Keep the clues of cases of which none is kept yet."""
    clues: list[Row] = []
    sights: list[Row] = []
    keys: list[Row] = []
    for case in cases:
        found = db.one("SELECT center, year, off FROM m_case WHERE id = ?", (case,))
        if found is None or found[2]:
            continue
        rows, known = _noted(db, case)
        clues += ((case, *row) for row in rows)
        for suspect, said in known.items():
            sights.append((suspect, case, suspect, *said))
            seen = _sighting((suspect, case), found[:2], said, rows)
            keys += ((*key, suspect) for key in sorted(keys_rows(seen)))
    db.executemany(INSERT_CLUE, clues)
    db.executemany(INSERT_SIGHT, sights)
    db.executemany(INSERT_KEY, keys)


def _noted(db: Database, case: bytes) -> tuple[list[Row], dict[bytes, Row]]:
    """Return the clues of a case, and its suspects with what is said of each."""
    known, names = suspects_in(db, case)
    owners = owners_of(case, known)
    clues = (*names, *clues_in(db, case), *_posted(db, case))
    rows: list[Row] = [(owners.of(one.said), *cells_of(one)) for one in clues]
    nobody: Row = (None, "", "", "")
    said: dict[bytes, Row] = {row[0]: nobody for row in rows if row[_ROLE] != VICTIM}
    return rows, said | {one.id: (one.age, one.sex, one.region, one.approach) for one in known}  # fmt: skip


_KIND, _VALUE, _ROLE = 4, 5, 7  # of a row, after the case


def _posted(db: Database, case: bytes) -> Iterable[Noted]:
    first: dict[Row, Noted] = {}
    for one, _, clue in posting_clues(db, '"case" = ?', (case,)):
        first.setdefault(said_of(clue), clue.of(one))
    return first.values()


def _sighting(ids: tuple[bytes, bytes], of: Row, said: Row, rows: list[Row]) -> Sighting:  # fmt: skip
    suspect, case = map(id_of, ids)
    mine = (row for row in rows if row[0] == ids[0] and row[_ROLE] != VICTIM)
    marks = sorted((Mark(id_of(row[3]), *row[_KIND:]) for row in mine), key=lambda one: (one.kind, one.value, one.record))  # fmt: skip
    own = frozenset((row[_KIND], row[_VALUE]) for row in rows if row[_ROLE] == VICTIM)
    (center, year), (age, sex, region, approach) = of, said
    return Sighting(suspect, case, center, tuple(marks), age, year, sex, region, approach, own)  # fmt: skip
