"""The cases behind a figure, by number: no name, no age, nobody's words.

* A case whose victim is counted with another case says with which one.
* Fifty lines at once; more on a press.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from intake.desk.views.joint import CaseOfProfile
from intake.text import Texts
from ui.widgets import Button, Card, Pill, Symbol, row, rule, words
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
        self._rows = QVBoxLayout()
        self.add(self._rows)
        self.all.on(self.all_wanted.emit)

    def show_cases(self, cases: Sequence[CaseOfProfile], why: str = "") -> None:
        """Show cases; ``why`` is the figure they are behind, or empty for all."""
        says, count = self._texts, len(cases)
        title = says("prof-cases-of", why=why, count=count) if why else says("prof-cases", count=count)  # fmt: skip
        self._title.setText(title)
        self.all.setVisible(bool(why))
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
            grid.addWidget(_cell(says(f"prof-column-{name}"), name, "small"), 0, place)
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
        values = (one.number, one.center, *map(says.number, (one.actions, one.postings, one.removed)))  # fmt: skip
        for place, (name, value) in enumerate(zip(_COLUMNS, values, strict=True)):
            role: Role = "strong" if name == "number" else "body"
            grid.addWidget(_cell(value, name, role), at, place)
        if one.minor:
            grid.addWidget(Pill(says("prof-minor"), "info"), at, len(_COLUMNS))
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
