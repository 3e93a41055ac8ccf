"""The cases behind a figure, by number: no name, no age, nobody's words.

* A case whose victim is counted with another case says with which one.
* Fifty lines at once; more on a press.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from intake.desk.views.joint import CaseOfProfile
from intake.text import Texts
from ui.screens.profiles.figures import REMOVED, Figure
from ui.widgets import Button, Card, Pill, Symbol, row, rule, say, words
from ui.widgets.tall_sheet import empty_box
from ui.widgets.words import Role

_MANY = 50
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COLUMNS = ("number", "center", "actions", "postings", "done")
_TO_THE_RIGHT = {"actions", "postings", "done"}
_GO = len(_COLUMNS) + 1


class CasesCard(Card):
    """A table of cases; ``wanted`` opens one, ``decision`` goes to the judgement behind it."""

    wanted = Signal(str)
    decision = Signal(str)
    all_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        self._title = words("", "heading", wrap=False)
        self.all = Button(texts("prof-all-cases"), "quiet")
        super().__init__(row(self._title, None, self.all), gap=10)
        self._texts = texts
        self._last = REMOVED
        self._rows, self._untold = QVBoxLayout(), words("", "muted")
        self._untold.hide()
        self.add(self._untold, self._rows)
        self.all.on(self.all_wanted.emit)

    def show_cases(
        self, cases: Sequence[CaseOfProfile], figure: Figure | None = None
    ) -> None:
        """Show the cases behind a figure, those with most of it first, or all."""
        says, untold = self._texts, False
        self._last = figure if figure is not None and figure.shows else REMOVED
        if figure is not None:
            behind = [one for one in cases if figure.weigh(one)]
            untold = bool(figure.count) and not behind  # not counted by case
            cases = cases if untold else behind
        if figure is None or untold:
            self._title.setText(says("prof-cases", count=len(cases)))
        else:
            why = says(f"prof-{figure.name}")
            self._title.setText(says("prof-cases-of", why=why, count=len(cases)))
        say(self._untold, says("prof-not-by-case") if untold else "")
        self.all.setVisible(figure is not None)
        self._show(cases, _MANY)

    def _show(self, cases: Sequence[CaseOfProfile], many: int) -> None:
        says = self._texts
        empty_box(self._rows)
        if not cases:
            self._rows.addWidget(words(says("prof-no-cases"), "muted"))
            return
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(len(_COLUMNS), 1)
        for place, name in enumerate(_COLUMNS):
            known = f"prof-{self._last.name}" if name == "done" else f"prof-column-{name}"  # fmt: skip
            grid.addWidget(_cell(says(known), name, "small"), 0, place)
        for at, one in enumerate(cases[:many]):
            grid.addWidget(rule(), 3 * at + 1, 0, 1, _GO + 1)
            self._line(grid, 3 * at + 2, one)
        self._rows.addWidget(holder)
        if len(cases) > many:
            left = says("prof-more-cases", count=len(cases) - many)
            more = Button(left, "quiet").on(lambda: self._show(cases, many + _MANY))
            self._rows.addLayout(row(more, None))

    def _line(self, grid: QGridLayout, at: int, one: CaseOfProfile) -> None:
        says = self._texts
        counts = (one.actions, one.postings, self._last.weigh(one))
        values = (one.number, one.center_name, *map(says.number, counts))
        for place, (name, value) in enumerate(zip(_COLUMNS, values, strict=True)):
            role: Role = "strong" if name == "number" else "body"
            grid.addWidget(_cell(value, name, role), at, place)
        if one.minor:
            age = says("prof-under-14" if one.under_14 else "prof-minor")
            grid.addWidget(Pill(age, "info"), at, len(_COLUMNS))
        go = Button(says("case-open"), "quiet", name=says("prof-open-name", number=one.number))  # fmt: skip
        go.on(self._telling(self.wanted, one.case))
        grid.addWidget(go, at, _GO, _RIGHT)
        if one.counted_with or one.link:
            grid.addWidget(self._once(one), at + 1, 0, 1, _GO + 1)

    def _once(self, one: CaseOfProfile) -> QWidget:
        """Return why a case is not counted again, and the way to that judgement."""
        says, holder = self._texts, QWidget()
        line = row(gap=8)
        if one.counted_with:
            line.addWidget(Symbol("users", "muted", 14))
            told = words(says("prof-counted-with", number=one.counted_with), "small", wrap=False)  # fmt: skip
            line.addWidget(told)
        if one.link:
            why = Button(says("prof-why"), "quiet", name=says("prof-why-name", number=one.number))  # fmt: skip
            line.addWidget(why.on(self._telling(self.decision, one.link)))
        line.addStretch(1)
        holder.setLayout(line)
        return holder

    @staticmethod
    def _telling(signal: SignalInstance, what: str) -> Callable[[], None]:
        return lambda: signal.emit(what)


def _cell(text: str, name: str, role: Role) -> QLabel:
    label = words(text, role, wrap=False)
    if name in _TO_THE_RIGHT:
        label.setAlignment(_RIGHT)
    return label
