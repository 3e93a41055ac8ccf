"""A number; what is no number is kept as it was said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.forms import QuestionView
from ui.widgets.card import row
from ui.widgets.journal_line import JournalLine
from ui.widgets.typed_card import Editor, TypedCard

_WIDTH = 140


class NumberCard(TypedCard):
    """A short line for figures."""

    @classmethod
    def fits(cls, view: QuestionView) -> bool:
        """Whether this is its kind of question."""
        return view.kind in {"int", "decimal", "range"}

    @override
    def new_editor(self) -> JournalLine:
        line = JournalLine(self.name)
        line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        line.setFixedWidth(_WIDTH)
        return line

    @override
    def around(self, editor: Editor) -> QWidget:
        holder = QWidget()
        holder.setLayout(row(editor, None))
        return holder

    @override
    def said(self, text: str) -> str:
        return text.strip()
