"""A few words in one line; each word is safe within 600 ms."""

from typing_extensions import override

from intake.forms import QuestionView
from ui.widgets.journal_line import JournalLine
from ui.widgets.typed_card import TypedCard


class TextCard(TypedCard):
    """One line."""

    @classmethod
    def fits(cls, view: QuestionView) -> bool:
        """Whether this is its kind of question: everything that nobody else asks."""
        return view.is_question

    @override
    def new_editor(self) -> JournalLine:
        return JournalLine(self.name)
