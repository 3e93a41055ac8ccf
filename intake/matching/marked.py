"""Which values somebody said many use (여럿이 쓰는 값): known by a digest, kept nowhere as a value.

* The record's id is the natural id of the kind and the one spelling of the value. Whoever has
  the value finds the mark; once every case that had it is destroyed, no mark says what it was.
* Of a telephone number that is a pseudonym, no secret: ten to the eighth guesses find it. It
  stands in the encrypted vault and travels sealed, like everything else of a case.
* Another spelling is another digest. Whoever changes how a kind is spelled (``canonical``) has
  to let ``is_marked`` ask by the former spelling too, or its marks are marked again.

>>> mark_of("phone", "+821000004217") == mark_of("phone", "+821000004271")
False
"""

from collections.abc import Collection, Iterator, Mapping

from intake.ids import natural_id
from intake.matching.face import Key
from intake.register import CODES
from intake.register.fold import blob_of
from intake.vault import Database

ANY_KIND = "other"  # of a value whose kind is in no list that people choose from


def mark_of(kind: str, value: str) -> str:
    """Return the record in which a value, in its one spelling, is marked."""
    return natural_id("shared_value", kind, value)


def kind_of_mark(kind: str) -> str:
    """Return the kind that a mark says: only there is it looked for who has the value."""
    return kind if CODES.holds(("identifier_kind",), kind) else ANY_KIND


def marks(db: Database) -> dict[bytes, bool]:
    """Return every mark, and whether it says that many use the value."""
    return {one: bool(shared) for one, shared in db.all("SELECT record, shared FROM m_shared")}  # fmt: skip


def is_marked(db: Database, key: Key) -> bool | None:
    """Return what the mark of a value says; None where nobody marked it."""
    found = db.one("SELECT shared FROM m_shared WHERE record = ?", (blob_of(mark_of(*key)),))  # fmt: skip
    return None if found is None else bool(found[0])


def is_shared(db: Database, key: Key, *, noted: bool) -> bool:
    """Return whether many use a value: as somebody marked it, else as its record says."""
    told = is_marked(db, key)
    return noted if told is None else told


def marked_values(db: Database, sought: Mapping[str, Collection[bytes]]) -> Iterator[Key]:  # fmt: skip
    """Yield the values somebody has whose marks these are, by the kind each mark says."""
    for kind, records in sought.items():
        where, told = ("", ()) if kind == ANY_KIND else (" AND kind = ?", (kind,))
        for key in db.all(f"SELECT DISTINCT kind, value FROM m_key WHERE finds >= 0{where}", told):  # noqa: S608  # fmt: skip
            if blob_of(mark_of(*key)) in records:
                yield key
