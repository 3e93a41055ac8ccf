"""The figures of one perpetrator; each can be pressed to see the cases it counts.

* Counts come from the desk; nothing is added up here.
* Every card has its counting rule as a tool tip: the figure on paper follows the same rule.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from intake.desk.views.joint import CaseOfProfile, ProfileView
from intake.text import Texts
from ui.widgets import Button, Card, column, row, words
from ui.widgets.flow import flowing
from ui.widgets.spoken_date import shown_date
from ui.widgets.total import TotalButton

Weigh = Callable[[CaseOfProfile], int]
_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: what it counts, and how much of it each case is."""

    name: str  # its words are ``prof-<name>``, its rule ``prof-<name>-rule``
    count: int
    weigh: Weigh
    shows: bool = True  # whether the table has a column of it


def victims(view: ProfileView) -> tuple[Figure, ...]:
    """Return how many people were harmed; a case is one person or none."""
    return (
        Figure("confirmed", view.confirmed_victims, _once, shows=False),
        Figure("least", view.least_victims, _once, shows=False),
        Figure("minors", view.minors, lambda one: one.minor, shows=False),
        Figure("under-14", view.under_14, lambda one: one.under_14, shows=False),
    )


def deletions(view: ProfileView) -> tuple[Figure, ...]:
    """Return what was asked for and what came of it."""
    return (
        Figure("actions", view.actions, lambda one: one.actions, shows=False),
        Figure("urls", view.urls, lambda one: one.postings, shows=False),
        Figure("removed", view.removed, lambda one: one.removed),
        Figure("blocked", view.blocked, lambda one: one.blocked),
        Figure("refused", view.refused, lambda one: one.refused),
        Figure("temporary", view.temporary, lambda one: one.temporary),
        Figure("open", view.open, lambda one: one.open),
    )


def _once(one: CaseOfProfile) -> int:
    return not one.counted_with


REMOVED = Figure("removed", 0, lambda one: one.removed)


class Figures(QWidget):
    """Two cards of figures; ``chosen`` carries a ``Figure`` or None."""

    chosen = Signal(object)
    counted = Signal()  # the statistics of these cases are wanted

    def __init__(self, texts: Texts, view: ProfileView) -> None:
        """Show the figures of a profile."""
        super().__init__()
        self._texts, self.buttons = texts, dict[str, TotalButton]()
        says = texts
        box = column(gap=16)
        self.setLayout(box)
        box.addWidget(Card(words(says("prof-victims"), "heading"), self._grid(victims(view)), self._where(view), gap=12))  # fmt: skip
        split = says("prof-split", first=view.first_requests, again=view.repeats)
        head = row(words(says("prof-deletions"), "heading", wrap=False), None, words(split, "muted", wrap=False))  # fmt: skip
        more = Button(says("stat-of-profile"), "quiet", icon="chart-column")
        more.on(self.counted.emit)
        box.addWidget(Card(head, self._grid(deletions(view)), row(more, None), gap=12))

    def release(self) -> None:
        """Press none of them."""
        for button in self.buttons.values():
            button.setChecked(False)

    def _grid(self, figures: tuple[Figure, ...]) -> QLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, one in enumerate(figures):
            grid.addWidget(self._button(one), at // _COLUMNS, at % _COLUMNS)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        return grid

    def _button(self, one: Figure) -> TotalButton:
        says = self._texts
        label, figure = says(f"prof-{one.name}"), says.number(one.count)
        button = TotalButton(label)
        button.show_count(figure, says("prof-figure-name", label=label, count=figure), says(f"prof-{one.name}-rule"))  # fmt: skip
        button.setAccessibleDescription(says(f"prof-{one.name}-rule"))
        button.on(lambda: self._on_pressed(one))
        self.buttons[one.name] = button
        return button

    def _on_pressed(self, one: Figure) -> None:
        down = self.buttons[one.name].isChecked()
        for name, button in self.buttons.items():
            button.setChecked(down and name == one.name)
        self.chosen.emit(one if down else None)

    def _where(self, view: ProfileView) -> QWidget:
        """Return when and where: from the first day of harm to the last, and which centers."""
        says = self._texts
        first, last = (shown_date(day, says) for day in (view.period_from, view.period_to))  # fmt: skip
        span = says("prof-span", first=first, last=last) if first else says("prof-no-span")  # fmt: skip
        centers = " · ".join(view.line.center_names)
        told = [words(says("prof-period", span=span), wrap=False)]
        if centers:
            told.append(words(says("prof-centers", count=len(view.centers), names=centers)))  # fmt: skip
        return flowing(*told, gap=24)
