"""What the free note mentions (기록에서 찾음), and writing it into the register (옮겨 적기).

* Accounts and numbers become identifiers of the suspect, addresses become postings; both
  keep the sentence they stood in and point to the note.
* The same thing noted twice is one record: ids are natural.
"""

from intake.desk.addresses import Addresses, Spot
from intake.desk.people import principal_of
from intake.desk.rooms import Rooms
from intake.desk.views import FoundLine
from intake.errors import InvalidInput
from intake.ledger import Deed
from intake.ledger.change import DELETED
from intake.ledger.saying import Say
from intake.matching import find
from intake.register.keys import identifier_id

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
        known = Addresses(self._rooms, case)
        for found in find(note):
            adopted = self._is_there(case, found.kind, found.text, known)
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
        if found.kind in _NOT_RECORDS:
            raise InvalidInput(what="found", why="not-a-record")
        with self._rooms.about_case(Deed.ADOPT, case) as say:
            suspect = principal_of("suspect", case, "")
            say.set("suspect", suspect, "case", case)
            say.set("suspect", suspect, "main", value=True)
            if found.kind in _POSTINGS:
                spot = Addresses(self._rooms, case).spot(found.text)
                self._say_posting(say, case, suspect, spot)
            else:
                record = self._identifier(say, case, suspect, found.text)
                _say_identifier(say, record, found, note, sentence_of(text, found))

    def _say_posting(self, say: Say, case: str, suspect: str, spot: Spot) -> None:
        """Say a posting; of one that stands here already only whose it is, if nobody said."""
        known = self._rooms.register.get("posting", spot.record)
        if known is None or known["suspect"] is None:
            say.set("posting", spot.record, "suspect", suspect)
        if spot.here:
            return
        today = self._rooms.clock.today().isoformat()
        said = {"case": case, **spot.said, "found_on": today, "result": "FOUND"}
        for name, value in said.items():
            say.set("posting", spot.record, name, value)

    def _identifier(self, say: Say, case: str, suspect: str, text: str) -> str:
        record = identifier_id(case, "", text)
        row = self._rooms.register.get("identifier", record)
        say.set("identifier", record, "case", case)
        say.set("identifier", record, "suspect", suspect)
        if row is not None and row.gone:
            say.set("identifier", record, DELETED, None)
        return record

    def _is_there(self, case: str, kind: str, text: str, known: Addresses) -> bool:
        if kind in _NOT_RECORDS:
            return False
        if kind in _POSTINGS:
            return bool(known.at(text))
        row = self._rooms.register.get("identifier", identifier_id(case, "", text))
        return row is not None and not row.gone


def sentence_of(text: str, found: FoundLine) -> str:
    """Return the line of the note that a find stands in."""
    start = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    return text[start : end if end >= 0 else len(text)].strip()


def _say_identifier(
    say: Say, eid: str, found: FoundLine, note: str, sentence: str
) -> None:
    say.set("identifier", eid, "kind", _AS_KIND.get(found.kind, found.kind))
    say.set("identifier", eid, "value", found.text)
    say.set("identifier", eid, "role", "SUSPECT")
    say.set("identifier", eid, "source", note)
    say.set("identifier", eid, "source_words", sentence)
