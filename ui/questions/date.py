"""A date as far as it is known: "2026", "2026-03", "2026년 3월쯤" (대략의 날짜).

What will be recorded is shown beside the words while they are typed.
"""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.clock import local, wall_ms
from intake.forms import QuestionView
from ui.widgets.card import row
from ui.widgets.journal_line import JournalLine
from ui.widgets.spoken_date import read_date
from ui.widgets.typed_card import Editor, TypedCard
from ui.widgets.words import words

_WIDTH = 200
_AHEAD = {"next_contact", "due_on", "review_on"}  # appointments lie before us


class DateCard(TypedCard):
    """A line for a date in words, and what it is taken for."""

    @classmethod
    def fits(cls, view: QuestionView) -> bool:
        """Whether this is its kind of question."""
        return view.kind == "date" or "ieum-date" in view.appearance

    @override
    def new_editor(self) -> JournalLine:
        line = JournalLine(self.name, self.texts("casework-date-example"))
        line.setFixedWidth(_WIDTH)
        line.textChanged.connect(self._show_taken)
        return line

    @override
    def around(self, editor: Editor) -> QWidget:
        self._taken = words("", "muted", wrap=False)
        holder = QWidget()
        holder.setLayout(row(editor, self._taken, None, gap=12))
        return holder

    @override
    def shown(self, value: object) -> str:
        said = super().shown(value)
        return self.texts.day(said) if said and self.said(said) == said and _is_iso(said) else said  # fmt: skip

    @override
    def said(self, text: str) -> str:
        return self._read(text) or text.strip()

    def _read(self, text: str) -> str | None:
        target = self.view.save_to
        ahead = target is not None and target.field in _AHEAD
        return read_date(text.strip(), local(wall_ms()).date(), ahead=ahead)

    def _show_taken(self, text: str) -> None:
        taken = self._read(text)
        if not text.strip():
            self._taken.setText("")
        elif taken is None:
            self._taken.setText(self.texts("casework-date-as-said"))
        else:
            day = self.texts.day(taken)
            self._taken.setText(self.texts("casework-date-kept", day=day))


def _is_iso(said: str) -> bool:
    return said[:4].isdigit() and set(said) <= set("0123456789-")
