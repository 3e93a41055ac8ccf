"""The history (이력) of a record: every word that was ever said of it, in words.

* Newest first; what stands now is marked. Nothing is ever missing but what was destroyed.
* Values of codes are their labels; keys are never shown.
"""

from intake.clock import ms_of
from intake.desk.people import victim_of
from intake.desk.rooms import Rooms
from intake.desk.views.finding import HistoryLine
from intake.ledger.change import DELETED
from intake.ledger.report import Word
from intake.register import CODES, SCHEMA, Sensitivity, Type

_LINKS = {"case"}


class History:
    """What can be asked about how a record came to be as it is."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def of(self, entity: str, record: str, field: str = "") -> tuple[HistoryLine, ...]:
        """Return what was said of a record, or of one of its fields, newest first.

        Raises:
            NotFound: there is no such record.
        """
        row = self._rooms.register.get(entity, record)
        if row is None or not row.gone:
            self._rooms.record(entity, record)
        words = self._rooms.ledger.history(entity, record, field or None)
        return tuple(
            self._line(entity, word) for word in words if _is_said(entity, word)
        )

    def of_case(self, case: str) -> tuple[HistoryLine, ...]:
        """Return what was said of a case and of the person it is about, newest first."""
        person = self._rooms.register.get("person", victim_of(case))
        lines = self.of("case", case) + (self.of("person", person.id) if person else ())
        return tuple(sorted(lines, key=lambda line: line.ms, reverse=True))

    def _line(self, entity: str, word: Word) -> HistoryLine:
        return HistoryLine(
            ref=str(word.ref),
            label_id=_label(entity, word.field),
            value_text=self._shown(entity, word),
            who=word.actor,
            ms=ms_of(word.stamp),
            deed_text_id=f"deed-{word.deed}",
            device=word.device,
            shown=word.shown,
        )

    def _shown(self, entity: str, word: Word) -> str:
        declared = SCHEMA[entity].by_name.get(word.field)
        value, language = word.value, self._rooms.language
        if declared is None or value is None:
            return ""
        if declared.sensitive is Sensitivity.SECRET:
            return self._rooms.texts("history-secret")
        if declared.type is Type.CODE:
            return CODES.label_in(declared.choices, str(value), language)
        if isinstance(value, bool):
            return self._rooms.texts("history-yes" if value else "history-no")
        return str(value)


def _is_said(entity: str, word: Word) -> bool:
    return word.field not in _LINKS and (
        word.field == DELETED or word.field in SCHEMA[entity].by_name
    )


def _label(entity: str, name: str) -> str:
    declared = SCHEMA[entity].by_name.get(name)
    return declared.label_id if declared else SCHEMA[entity].label_id
