"""Names of others in what is copied (다른 사람의 이름): pointed out, never covered by itself.

* Looked for are whole names as they are noted: of persons and suspects of other cases that the
  person here sees, and of persons of this case who are not the victim.
* A name of fewer than three letters stands in too many words; it is not looked for.
* Only where a name stands is said, by the number of its record; never which name, nor whose.
"""

# ruff: noqa: S608 - names of the schema stand in a statement

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from intake.desk.rooms import Rooms
from intake.documents import CopiedRecord
from intake.register import SCHEMA
from intake.register.fold import blob_of, id_of
from intake.vault import Database

_SHORTEST, _LONGEST = 3, 20
_NAMED = ("person", "suspect")


def named_elsewhere(rooms: Rooms, db: Database, case: str, records: Sequence[CopiedRecord]) -> list[int]:  # fmt: skip
    """Return the numbers of the records in which a name stands that another case knows."""
    names: dict[str, set[str]] = {}
    for entity in _NAMED:
        sql = f'SELECT name, "case" FROM {SCHEMA[entity].table} WHERE deleted IS NULL AND name IS NOT NULL AND "case" <> ?'  # fmt: skip
        for name, of in db.each(sql, (blob_of(case),)):
            names.setdefault(_plain(str(name)), set()).add(id_of(of))
    own = set(_names_of(rooms, case))
    return [number for number, found in _standing(records, names) if any(_may_tell(rooms, names[one]) for one in found - own)]  # fmt: skip


def named_here(rooms: Rooms, _db: Database, case: str, records: Sequence[CopiedRecord]) -> list[int]:  # fmt: skip
    """Return the numbers of the records in which somebody else of this case is named."""
    others = {_plain(str(row["name"])): {case} for row in rooms.register.find("person", case=case) if row["name"] and row["role"] != "VICTIM"}  # fmt: skip
    return [number for number, _ in _standing(records, others)]


def _names_of(rooms: Rooms, case: str) -> Iterator[str]:
    for entity in _NAMED:
        for row in rooms.register.find(entity, case=case):
            yield _plain(str(row["name"] or ""))


def _may_tell(rooms: Rooms, cases: set[str]) -> bool:
    return any(map(rooms.sight.sees, cases))


def _standing(records: Sequence[CopiedRecord], names: Mapping[str, set[str]]) -> Iterator[tuple[int, set[str]]]:  # fmt: skip
    lengths = sorted({len(name) for name in names if _SHORTEST <= len(name) <= _LONGEST})  # fmt: skip
    for number, record in enumerate(records, 1):
        found: set[str] = set()
        for line in record.lines:
            for piece in line.pieces:
                found |= set(_windows(_plain(piece), lengths)) & names.keys()
        if found:
            yield number, found


def _windows(text: str, lengths: Sequence[int]) -> Iterator[str]:
    for length in lengths:
        for start in range(len(text) - length + 1):
            yield text[start : start + length]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
