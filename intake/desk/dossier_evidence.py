"""What of the frozen evidence may stand in a dossier (굳힌 근거): only what its own cases say.

A decision is taken between two persons, and one of them may have cases that are left out:

* A line is printed where what it rests on stands on both sides in cases of the dossier. What
  rests on a case that is left out, or on one that is destroyed, is left out with it.
* What was stated of two (their ages, their names) is printed where the two suspects whom the
  decision names say so themselves.
* In how many other records a value stands is not printed: some of them may be left out.
"""

from collections.abc import Iterable, Iterator, Mapping

from intake.desk.rooms import Rooms
from intake.matching.against import statements
from intake.matching.canonical import canonical
from intake.matching.face import Key
from intake.matching.holding import Holding
from intake.matching.likeness import Line
from intake.matching.saying import said
from intake.register import Row
from intake.register.fold import blob_of, id_of

_NOTED = ("identifier", "suspect", "posting", "evidence", "material")
_OF = 'SELECT kind, value, "case" FROM m_clue WHERE record = ?'
_SIDES = ("one_record", "other_record")


class Evidence:
    """Reads frozen lines for one dossier; its cases are known by suspect."""

    def __init__(self, rooms: Rooms, members: Mapping[str, str]) -> None:
        """Print for these suspects, each with its case."""
        self._rooms, self._inside = rooms, frozenset(members.values())
        self._held = self._holding(members)

    def lines(self, link: Row) -> Iterator[str]:
        """Yield what a decision rested on, as sentences, in the order it was frozen."""
        rows = self._rooms.register.find("link_line", link=link.id)
        stated = self._stated(link)
        for row in sorted(rows, key=lambda one: (number(one, "place"), one.id)):
            line = Line(str(row["says"] or ""), str(row["kind"] or ""), number(row, "weight"), self._value(row))  # fmt: skip
            of_records = any(row[side] for side in _SIDES)
            stands = self._stands(row) if of_records else line.says in stated
            if stands and self._rooms.texts.has(line.says):
                yield said(line, self._rooms.texts, self._rooms.language)

    def _holding(self, members: Mapping[str, str]) -> dict[Key, set[str]]:
        """Return in which of these cases each value stands."""
        found: dict[Key, set[str]] = {}
        with self._rooms.vault.reading() as db:
            world = Holding(db)
            for suspect, case in members.items():
                for key in world.face_of((suspect,)).keys:
                    found.setdefault(key, set()).add(case)
        return found

    def _stated(self, link: Row) -> frozenset[str]:
        """Return what is stated of the two suspects whom a decision names."""
        with self._rooms.vault.reading() as db:
            world = Holding(db)
            one, other = (world.face_of((str(link[end]),)) for end in ("one", "other"))
            return frozenset(piece.says for piece in statements(one, other))

    def _stands(self, line: Row) -> bool:
        """Whether both sides of a line stand in cases of the dossier, and not in one only."""
        one, other = (self._cases_of(str(line[side] or "")) for side in _SIDES)
        return bool(one and other) and len(one | other) > 1

    def _cases_of(self, record: str) -> set[str]:
        """Return in which cases of the dossier a record stands, or what it says."""
        with self._rooms.vault.reading() as db:
            rows = db.all(_OF, (blob_of(record),)) if record else []
        found = {id_of(case) for _, _, case in rows}
        for kind, value, _ in rows:
            found |= self._held.get((kind, value), set())
        return (found or set(self._case_of(record))) & self._inside

    def _case_of(self, record: str) -> Iterator[str]:
        """Yield the case of a record that is no clue any more: it was taken back, or changed."""
        for row in self._rows(record, _NOTED):
            yield str(row["case"] or "")

    def _value(self, line: Row) -> str:
        """Return a value as it stands in a case of the dossier; what is gone has none."""
        for side in _SIDES:
            for row in self._rows(str(line[side] or ""), ("identifier",)):
                if not row.gone and row["value"] and row["case"] in self._inside:
                    return canonical(str(row["kind"] or ""), str(row["value"]), str(row["site"] or "")).value  # fmt: skip
        return ""

    def _rows(self, record: str, entities: Iterable[str]) -> Iterator[Row]:
        for entity in entities if record else ():
            row = self._rooms.register.get(entity, record)
            if row is not None:
                yield row


def number(row: Row, name: str) -> int:
    """Return a whole number of a record; nothing is 0."""
    value = row[name]
    return value if isinstance(value, int) else 0
