"""Reading counselling records for a copy (사본에 담을 기록): what stands where, and what is covered."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from intake.desk.interview_reading import note_id, session_of
from intake.desk.lines import form_title, ms_at
from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperPlan
from intake.documents import CopiedLine, CopiedRecord
from intake.documents.counsel_copy import State, pieces_of
from intake.errors import InvalidInput
from intake.forms import AnswerState, QuestionView
from intake.register import CODES, Row, field_of

_NOTES = tuple(one.code for one in CODES.lists["note_kind"])
_CLASSES = ("identity", "suspect", "material", "court", "narrative")
_FIELDS = ("present", "condition", "summary", "promised")
_STATES: dict[AnswerState, State] = {AnswerState.UNK: "UNK", AnswerState.DECLINED: "DECLINED"}  # fmt: skip

PARTS = (
    *(f"notes-{one.lower().replace('_', '-')}" for one in _NOTES),
    *(f"answers-{one}" for one in _CLASSES),
    *_FIELDS,
)


@dataclass(frozen=True, slots=True)
class Copied:
    """What stands in a copy, and how often each part was left out of it."""

    records: tuple[CopiedRecord, ...] = field(repr=False)
    whole: int  # records that there are
    places: dict[str, int]
    open: int  # interviews that are not finished


class CopyReader:
    """Reads the records of one case for one copy."""

    def __init__(self, rooms: Rooms, plan: PaperPlan) -> None:
        """Read for this plan.

        Raises:
            InvalidInput: it leaves out a part that there is not.
        """
        self._rooms, self._plan = rooms, plan
        self._without = dict.fromkeys(plan.without)
        self._hide = _whole_words_first(plan.hide)
        self._places = dict.fromkeys((*self._without, *(f"words-{n}" for n, _ in enumerate(self._hide, 1))), 0)  # fmt: skip
        self._notes = [row for row in rooms.register.find("note", case=plan.about) if not row.gone]  # fmt: skip
        known = {*PARTS, *(row.id for row in self._every())}
        if any(one not in known and "/" not in one for one in self._without):
            raise InvalidInput(what="without", why="unknown")

    def rows(self) -> tuple[Row, ...]:
        """Return the interviews and notes that are copied, in the order of their days.

        Raises:
            InvalidInput: a chosen one is of another case, or gone.
        """
        every, chosen = self._every(), set(self._plan.records)
        if chosen - {row.id for row in every}:
            raise InvalidInput(what="records", why="other-case")
        return tuple(row for row in every if not chosen or row.id in chosen)

    def read(self) -> Copied:
        """Return them as they are printed."""
        rows = self.rows()
        self._places = dict.fromkeys(self._places, 0)
        records = tuple(map(self._record, rows))
        unfinished = sum(row.entity.name == "interview" and row["state"] != "FINISHED" for row in rows)  # fmt: skip
        return Copied(records, len(self._every()), dict(self._places), unfinished)

    def standing_nowhere(self, copied: Copied) -> tuple[int, ...]:
        """Return which of the words to cover stand in no record, counted as they were given.

        One that stood only within a longer one is covered with it.
        """
        found = [word for n, word in enumerate(self._hide, 1) if copied.places[f"words-{n}"]]  # fmt: skip
        given = enumerate(map(_spelled, self._plan.hide), 1)
        return tuple(n for n, word in given if word and not any(word in one for one in found))  # fmt: skip

    # --- which there are ---------------------------------------------------------------

    def _every(self) -> list[Row]:
        found = self._rooms.register.find("interview", case=self._plan.about)
        interviews = [row for row in found if not row.gone]
        inside = {row.id for row in interviews}
        alone = [row for row in self._notes if row["interview"] not in inside]
        return sorted((*interviews, *alone), key=lambda row: (_when(row), row.id))

    # --- one record ----------------------------------------------------------------------

    def _record(self, row: Row) -> CopiedRecord:
        rooms, counselor = self._rooms, str(row["counselor"] or "")
        kind, when = row.label("kind", rooms.language), _moment(rooms, row)
        if row.id in self._without:
            self._places[row.id] += 1
            return CopiedRecord(
                kind, when, counselor, (CopiedLine("", state="HIDDEN"),)
            )
        if row.entity.name == "note":
            return CopiedRecord(kind, when, counselor, (self._note(row, ""),))
        return CopiedRecord(kind, when, counselor, tuple(self._lines(row)), tuple(self._about(row)))  # fmt: skip

    def _about(self, row: Row) -> Iterator[tuple[str, str]]:
        rooms, form = self._rooms, str(row["form"] or "")
        if form:
            version = str(row["form_version"] or "")
            yield rooms.texts("paper-copy-form"), form_title(rooms, form, version)  # fmt: skip
        if row["method"]:
            yield rooms.texts("field-interview-method"), row.label("method", rooms.language)  # fmt: skip
        if row["state"] != "FINISHED":
            yield "", rooms.texts("paper-copy-unfinished")

    def _lines(self, row: Row) -> Iterator[CopiedLine]:
        language, free = self._rooms.language, note_id(row.id)
        notes = [one for one in self._notes if one["interview"] == row.id and one["text"]]  # fmt: skip
        for one in sorted(notes, key=lambda one: (one.id != free, str(one["at"] or ""), one.id)):  # fmt: skip
            yield self._note(one, one.label("kind", language))
        for name in _FIELDS:
            if row[name]:
                label = self._rooms.texts(f"field-interview-{name}")
                yield self._text(label, str(row[name]), name)
        if row["form"]:
            yield from filter(None, map(self._answer, session_of(self._rooms, row).snapshot()))  # fmt: skip

    def _note(self, row: Row, label: str) -> CopiedLine:
        part = f"notes-{str(row['kind'] or 'FREE').lower().replace('_', '-')}"
        return self._text(label, str(row["text"] or ""), row.id if row.id in self._without else part)  # fmt: skip

    # --- one line ------------------------------------------------------------------------

    def _answer(self, view: QuestionView) -> CopiedLine | None:
        """Return a question with what was said; one that was not asked says nothing of her."""
        if not view.is_question or not view.relevant or view.state is AnswerState.NOTASKED:  # fmt: skip
            return None
        part = view.path if view.path in self._without else f"answers-{_class_of(view)}"
        if part in self._without:
            return self._hidden(view.label, part)
        if view.state is not AnswerState.OK:
            return CopiedLine(view.label, state=_STATES.get(view.state, "UNK"))
        if not view.choices:
            return self._text(view.label, "" if view.value is None else str(view.value), part)  # fmt: skip
        labels = {choice.value: choice.label for choice in view.choices}
        return CopiedLine(view.label, (", ".join(labels.get(code, code) for code in view.codes),))  # fmt: skip

    def _text(self, label: str, text: str, part: str) -> CopiedLine:
        if part in self._without:
            return self._hidden(label, part)
        pieces, counts = pieces_of(unicodedata.normalize("NFC", text), self._hide)
        for number, count in enumerate(counts, 1):
            self._places[f"words-{number}"] += count
        return CopiedLine(label, pieces)

    def _hidden(self, label: str, part: str) -> CopiedLine:
        self._places[part] += 1
        return CopiedLine(label, state="HIDDEN")


def _whole_words_first(words: Iterable[str]) -> tuple[str, ...]:
    """Return words that are covered: a longer one before one that stands within it."""
    plain = filter(None, dict.fromkeys(map(_spelled, words)))
    return tuple(sorted(plain, key=len, reverse=True))


def _spelled(word: str) -> str:
    """Return a word in the one spelling that every keyboard gives."""
    return unicodedata.normalize("NFC", word).strip()


def _class_of(view: QuestionView) -> str:
    target = view.save_to
    known = field_of(target.entity, target.field) if target is not None else None
    return known.cls if known is not None else "narrative"


def _when(row: Row) -> str:
    return str(row["started_at" if row.entity.name == "interview" else "at"] or "")


def _moment(rooms: Rooms, row: Row) -> str:
    ms = ms_at(_when(row)) if _when(row) else 0
    return rooms.texts.moment(ms) if ms else ""
