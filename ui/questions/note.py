"""Words of the form that ask nothing: a reminder, a thing to say."""

from intake.forms import QuestionView
from intake.text import Texts
from ui.widgets.card import Card, row
from ui.widgets.symbol import Symbol
from ui.widgets.words import words


class NoteCard(Card):
    """A quiet card that takes no answer and no focus."""

    @classmethod
    def fits(cls, view: QuestionView) -> bool:
        """Whether this is its kind."""
        return view.kind == "note"

    def __init__(
        self, view: QuestionView, texts: Texts, name: str, *, flat: bool = False
    ) -> None:
        """Say the words of ``view``."""
        super().__init__(ground="info")
        del texts, name, flat
        self.view = view
        self._words = words(view.label)
        self.body.setContentsMargins(16, 12, 16, 12)
        line = row(Symbol("info", "info", 18), gap=10)
        line.addWidget(self._words, 1)
        self.body.addLayout(line)

    def show_view(self, view: QuestionView) -> None:
        """Say it as it reads now."""
        self.view = view
        self._words.setText(view.label)

    def focus_first(self) -> None:
        """Take no focus."""

    def flush(self) -> None:
        """Have nothing to hand on."""
