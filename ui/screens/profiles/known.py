"""What is known of a perpetrator: marks, contradictions, and what is no longer there."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from intake.desk.views.joint import ProfileView
from intake.desk.views.people import visible
from intake.text import Texts
from ui.widgets import Button, Card, Symbol, row, rule, words
from ui.widgets.tall_sheet import empty_box

_MANY, _MORE, _KIND, _LONG, _LEAST = 20, 50, 168, 80, 40
Mark = tuple[str, str, int]


class MarksCard(Card):
    """Identifiers with the number of cases each stands in."""

    def __init__(self, texts: Texts, marks: Sequence[Mark]) -> None:
        """Show the first; the rest on a press."""
        title = texts("prof-marks", count=len(marks))
        super().__init__(words(title, "heading"), gap=10)
        self._texts, self._marks = texts, marks
        self._rows = QVBoxLayout()
        self.add(self._rows)
        self._show(_MANY)

    def _show(self, many: int) -> None:
        says = self._texts
        empty_box(self._rows)
        if not self._marks:
            self._rows.addWidget(words(says("prof-no-marks"), "muted"))
        for at, (kind, value, count) in enumerate(self._marks[:many]):
            if at:
                self._rows.addWidget(rule())
            label = words(kind, "muted", wrap=False)
            label.setFixedWidth(_KIND)
            shown = words(visible(value, _LONG), selectable=True)
            shown.setMinimumWidth(_LEAST)  # one long word may not widen the page
            times = words(says("prof-mark-cases", count=count), "muted", wrap=False)
            line = row(label, gap=12)
            line.addWidget(shown, 1)
            line.addWidget(times)
            self._rows.addLayout(line)
        if len(self._marks) > many:
            left = says("prof-more-marks", count=len(self._marks) - many)
            more = Button(left, "quiet").on(lambda: self._show(many + _MORE))
            self._rows.addLayout(row(more, None))


def contradicted(texts: Texts, count: int, look: Callable[[], object]) -> Card:
    """Return a card that says two judgements do not fit together, and the way to them."""
    go = Button(texts("prof-contradictions-go")).on(look)
    line = row(Symbol("split", "wait", 18), gap=10)
    line.addWidget(words(texts("prof-contradictions", count=count)), 1)
    line.addWidget(go)
    return Card(line, ground="notice")


def no_longer(texts: Texts, view: ProfileView) -> Card:
    """Return what was destroyed or withdrawn since, so that a smaller figure explains itself."""
    card = Card(words(texts("prof-left"), "heading"), ground="soft", gap=8)
    for said in view.left:
        line = row(Symbol("history", "muted", 16), gap=10)
        line.addWidget(words(said), 1)
        card.add(line)
    return card.add(words(texts("prof-left-hint"), "small"))
