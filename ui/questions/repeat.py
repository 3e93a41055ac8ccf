"""Things of which there may be several: a card of rows, each with its own questions (반복).

* A row can be added at the end and taken away; what was said in it stays in the history.
* The questions inside are asked by whoever builds the page.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from intake.forms import QuestionView
from intake.text import Texts
from ui.widgets.button import Button, icon_button
from ui.widgets.card import Card, column, row
from ui.widgets.words import words

Act = Callable[[str], None]


class RowCard(QFrame):
    """One row with a box for its questions."""

    def __init__(self, view: QuestionView, texts: Texts, remove: Act) -> None:
        """Hold the questions of ``view``; ``remove`` is told its path."""
        super().__init__()
        self.view, self._texts = view, texts
        self.setProperty("card", "rowed")
        self._title: QLabel = words("", "strong", wrap=False)
        self._remove = icon_button("x", "", lambda: remove(view.path))
        self._remove.setFixedSize(30, 30)
        self.box: QVBoxLayout = column(gap=4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 6, 8, 10)
        outer.setSpacing(0)
        outer.addLayout(row(8, self._title, None, self._remove))
        outer.addLayout(self.box)

    def show_number(self, label: str, number: int) -> None:
        """Say which of the rows this is."""
        title = self._texts("casework-row", name=label, number=number)
        self._title.setText(title)
        name = self._texts("casework-row-remove", name=title)
        self._remove.setAccessibleName(name)
        self._remove.setToolTip(name)

    def show_view(self, view: QuestionView) -> None:
        """Show whether the row can be taken away."""
        self.view = view
        self._remove.setVisible(view.can_remove)


class RepeatCard(Card):
    """A title, rows, and a button for one more."""

    def __init__(self, view: QuestionView, texts: Texts, add: Act) -> None:
        """Ask about ``view``; ``add`` is told its path."""
        self._title = words(view.label, "heading")
        self._hint = words(view.hint, "muted")
        said = texts("casework-row-add", name=view.label)
        self.more = Button(texts("casework-row-more"), icon="plus", name=said)
        self.more.on(lambda: add(view.path))
        self.box = column(gap=10)
        super().__init__(self._title, self._hint, self.box, row(self.more, None))
        self.body.setSpacing(10)
        self.view = view
        self.show_view(view)

    def show_view(self, view: QuestionView) -> None:
        """Show whether there may be more."""
        self.view = view
        self._title.setText(view.label)
        self._hint.setText(view.hint)
        self._hint.setVisible(bool(view.hint))
        self.more.setVisible(view.can_add)
        self.count()

    def count(self) -> None:
        """Number the rows as they stand."""
        number = 0
        for at in range(self.box.count()):
            item = self.box.itemAt(at)
            widget: QWidget | None = item.widget() if item is not None else None
            if isinstance(widget, RowCard) and not widget.isHidden():
                number += 1
                widget.show_number(self.view.label, number)
