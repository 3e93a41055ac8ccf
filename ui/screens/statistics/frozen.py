"""Numbers that were frozen (굳힌 수치), each with what the same question gives today.

* One can be counted again from what had been said until its day and nothing later, and opened to
  its rows as they were.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError
from intake.text import Texts
from ui.jobs import Lane
from ui.screens.statistics.order import settle_page
from ui.screens.statistics.reading import MANY, Opened, counted
from ui.session import Session
from ui.widgets import (
    Button,
    Card,
    Pill,
    ProgressLine,
    column,
    row,
    rule,
    say,
    words,
)
from ui.widgets.spoken_date import shown_date
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.figures import (
        Asked,
        FigureAgain,
        FrozenLine,
        SourceLine,
    )

_FEW = 8


class FrozenRow(QWidget):
    """One number: what it was, what it is today, and why it differs."""

    def __init__(
        self, texts: Texts, one: "FrozenLine", at: int, *, opens: bool
    ) -> None:
        """Show a number; ``at`` tells it from others of the same day, ``opens`` who may see rows."""
        super().__init__()
        says, self.one, self._texts = texts, one, texts
        then, now = self._number(one.value), self._number(one.now)
        state = Pill(says("stat-frozen-same"), "ok") if one.same else Pill(says("stat-frozen-other"), "wait")  # fmt: skip
        told = says("stat-frozen-taken", day=shown_date(one.taken_on, says), who=one.taken_by, rule=one.rule)  # fmt: skip
        name = {"at": at, "label": one.label}
        self.again = Button(says("stat-frozen-again"), "quiet", icon="history", name=says("stat-frozen-again-name", **name))  # fmt: skip
        self.rows = Button(says("stat-frozen-rows"), "quiet", icon="list", name=says("stat-frozen-rows-name", **name))  # fmt: skip
        self._why, self._found = words(one.why, "small", tone="wait"), words("", "small")  # fmt: skip
        self._why.setVisible(bool(one.why))
        self.again.setVisible(opens)
        self.rows.setVisible(opens)
        self._found.hide()
        above = row(words(one.label, "strong", wrap=False), words(then, wrap=False), None, words(says("stat-frozen-now", now=now), "muted", wrap=False), state, gap=10)  # fmt: skip
        below = row(words(told, "small"), self.rows, self.again, gap=4)
        below.setStretch(0, 1)
        self.setLayout(column(above, below, self._why, self._found, gap=3))

    def show_again(self, found: "FigureAgain") -> None:
        """Say what came of counting it again as of its day."""
        if found.counted is None:
            say(self._found, found.words)
            return
        number = self._number(found.counted)
        say(self._found, self._texts("stat-frozen-counted", number=number, words=found.words))  # fmt: skip

    @property
    def opened(self) -> Opened:
        """What opens its rows as they were."""
        figure = self.one.figure

        def fetch(desk: "Desk", after: int) -> tuple["SourceLine", ...]:
            return desk.figures.rows_then(figure, MANY, after)

        day = shown_date(self.one.taken_on, self._texts)
        how = self._texts("stat-frozen-rows-how", day=day, rule=self.one.rule)
        return Opened(self.one.label, self._number(self.one.value), how, fetch)

    def _number(self, value: int) -> str:
        one, says = self.one, self._texts
        return counted(says, value, one.unit, one.unit_label) if one.unit else says.number(value)  # fmt: skip


class FrozenCard(Card):
    """The newest first, a few at once; ``opened`` carries an ``Opened``."""

    opened = Signal(object)

    def __init__(self, session: Session) -> None:
        """Stand empty until it is asked."""
        self._session, self._texts = session, session.texts
        says = self._texts
        super().__init__(words(says("stat-frozen"), "heading"), gap=10)
        self.opens = True  # whether the person here may see rows
        self.lines: list[FrozenRow] = []
        self._left: tuple[FrozenLine, ...] = ()
        self._hint = words("", "small")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._progress = ProgressLine(says)
        self.more = Button("", "quiet").on(self._on_more)
        self.add(self._hint, self._progress, self._rows, row(self.more, None))
        self.hide()

    def ask(self, asked: "Asked") -> None:
        """Ask for what was frozen of these cases."""
        self._session.ask(
            lambda desk, _p: desk.figures.frozen(asked.about_kind, asked.about),
            self.show_lines,
            by=self,
            slot="frozen",
            lane=Lane.BULK,
        )

    def show_lines(self, lines: Sequence["FrozenLine"]) -> None:
        """Show what was frozen; without any, what freezing is for."""
        empty_box(self._rows)
        self.lines, self._left = [], tuple(lines)
        self._hint.setText(self._texts("stat-frozen-hint" if lines else "stat-frozen-none"))  # fmt: skip
        self._on_more()
        self.show()

    def _on_more(self) -> None:
        shown, self._left = self._left[:_FEW], self._left[_FEW:]
        for one in shown:
            if self.lines:
                self._rows.addWidget(rule())
            made = FrozenRow(self._texts, one, len(self.lines) + 1, opens=self.opens)
            made.again.on(self._counting(made))
            made.rows.on(self._opening(made))
            self.lines.append(made)
            self._rows.addWidget(made)
        self.more.setText(self._texts("stat-frozen-more", count=len(self._left)))
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(bool(self._left))
        settle_page(self)

    def _opening(self, line: FrozenRow) -> Callable[[], None]:
        return lambda: self.opened.emit(line.opened)

    def _counting(self, line: FrozenRow) -> Callable[[], None]:
        def found(again: "FigureAgain") -> None:
            self._free(line)
            line.show_again(again)

        def refused(error: IntakeError) -> None:
            self._free(line)
            self._session.refuse(error)

        def count() -> None:
            line.again.setEnabled(False)
            job = self._session.ask(
                lambda desk, progress: desk.figures.again(line.one.figure, progress),
                found,
                by=line,
                lane=Lane.BULK,
                otherwise=refused,
                watch=self._progress.step,
                stopped=lambda: self._free(line),
            )
            self._progress.begin(self._texts("progress-figures"), job.cancel)

        return count

    def _free(self, line: FrozenRow) -> None:
        self._progress.end()
        line.again.setEnabled(True)
