"""A question that is answered by typing: durable word by word, said when the field is left.

* What is being typed is never overwritten by an answer that comes back meanwhile.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.forms import AnswerState, QuestionView
from ui.widgets.journal_line import JournalLine
from ui.widgets.note_edit import NoteEdit
from ui.widgets.question_card import QuestionCard

Editor = JournalLine | NoteEdit


class TypedCard(QuestionCard):
    """A kind made of a line or a note overrides ``new_editor`` and what it needs."""

    editor: Editor

    def new_editor(self) -> Editor:
        """Return the line or the note to type into."""
        raise NotImplementedError

    def around(self, editor: Editor) -> QWidget:
        """Return what stands on the card: the editor, or something that holds it."""
        return editor

    def shown(self, value: object) -> str:
        """Return how an answer stands in the field."""
        return "" if value is None else str(value)

    def said(self, text: str) -> str:
        """Return what is recorded for the words in the field."""
        return text

    @override
    def make_editor(self) -> QWidget:
        self._unsettled = False
        self.editor = self.new_editor()
        self.editor.committed.connect(self._on_committed)
        self.editor.rested.connect(self._on_rested)
        self.editor.installEventFilter(self)
        return self.around(self.editor)

    @override
    def show_value(self, view: QuestionView) -> None:
        self.editor.setReadOnly(view.readonly)
        blank = view.state in {AnswerState.UNK, AnswerState.DECLINED}
        if not blank and self._unsettled and self.editor.hasFocus():
            return
        shown = "" if blank else self.shown(view.value)
        if shown != self.editor.text():
            self.editor.set_text(shown)

    @override
    def focus_first(self) -> None:
        self.editor.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def flush(self) -> None:
        self.editor.flush()

    @override
    def take_back(self) -> None:
        self.editor.set_text("")
        self._on_committed("")
        self._on_rested()

    def _on_committed(self, text: str) -> None:
        self._unsettled = True
        self.drafted.emit(self.path, self.said(text))

    def _on_rested(self) -> None:
        if self._unsettled:
            self._unsettled = False
            self.settled.emit(self.path)
