"""What the free note mentions (기록에서 찾음), and writing it into the register (옮겨 적기).

* Accounts and numbers become identifiers of the suspect, addresses become postings; both
  keep the sentence they stood in and point to the note.
* The same thing noted twice is one record: ids are natural.
"""

from intake.desk.people import principal_of
from intake.desk.rooms import Rooms
from intake.desk.views import FoundLine
from intake.errors import InvalidInput
from intake.ledger import Deed
from intake.ledger.saying import Say
from intake.matching import find
from intake.register.keys import identifier_id, posting_id

_POSTINGS = {"url"}
_NOT_RECORDS = {"date"}
_AS_KIND = {"handle": "other"}  # which service it is, nobody has said yet


class Findings:
    """What can be done with what a note mentions."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def of(self, case: str, note: str) -> tuple[FoundLine, ...]:
        """Return what a note mentions, and whether it is a record of the case already."""
        lines: dict[tuple[str, str], FoundLine] = {}
        for found in find(note):
            record = record_of(case, found.kind, found.text)
            adopted = record is not None and self._is_there(record)
            line = FoundLine(
                found.kind,
                f"found-{found.kind}".replace("_", "-"),
                found.text,
                found.start,
                found.end,
                adopted,
            )
            lines.setdefault((found.kind, found.text), line)
        return tuple(lines.values())

    def adopt(self, case: str, note: str, text: str, found: FoundLine) -> None:
        """Make the record.

        Raises:
            InvalidInput: a date is not a record by itself.
        """
        record = record_of(case, found.kind, found.text)
        if record is None:
            raise InvalidInput(what="found", why="not-a-record")
        entity, eid = record
        with self._rooms.about_case(Deed.ADOPT, case) as say:
            say.set(entity, eid, "case", case)
            suspect = principal_of("suspect", case, "")
            say.set("suspect", suspect, "case", case)
            say.set("suspect", suspect, "main", value=True)
            say.set(entity, eid, "suspect", suspect)
            if entity == "posting":
                _say_posting(say, eid, found, self._rooms)
            else:
                _say_identifier(say, eid, found, note, sentence_of(text, found))

    def _is_there(self, record: tuple[str, str]) -> bool:
        row = self._rooms.register.get(*record)
        return row is not None and not row.gone


def record_of(case: str, kind: str, text: str) -> tuple[str, str] | None:
    """Return the entity and id a find would have; None for what is no record."""
    if kind in _NOT_RECORDS:
        return None
    if kind in _POSTINGS:
        return "posting", posting_id(case, text)
    return "identifier", identifier_id(case, "", text)


def sentence_of(text: str, found: FoundLine) -> str:
    """Return the line of the note that a find stands in."""
    start = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    return text[start : end if end >= 0 else len(text)].strip()


def _say_posting(say: Say, eid: str, found: FoundLine, rooms: Rooms) -> None:
    say.set("posting", eid, "url", found.text)
    say.set("posting", eid, "found_on", rooms.clock.today().isoformat())
    say.set("posting", eid, "result", "FOUND")


def _say_identifier(
    say: Say, eid: str, found: FoundLine, note: str, sentence: str
) -> None:
    say.set("identifier", eid, "kind", _AS_KIND.get(found.kind, found.kind))
    say.set("identifier", eid, "value", found.text)
    say.set("identifier", eid, "role", "SUSPECT")
    say.set("identifier", eid, "source", note)
    say.set("identifier", eid, "source_words", sentence)
