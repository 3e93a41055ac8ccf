"""Numbers that were frozen (굳힌 수치), each with what the same question gives today."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.widgets import Button, Card, Pill, column, row, rule, words
from ui.widgets.spoken_date import shown_date

if TYPE_CHECKING:
    from intake.desk.views.figures import FrozenLine

_FEW = 8


class FrozenCard(Card):
    """The newest first; a few at once."""

    def __init__(self, texts: Texts, lines: Sequence["FrozenLine"]) -> None:
        """Show what was frozen; without any, what freezing is for."""
        super().__init__(words(texts("stat-frozen"), "heading"), gap=10)
        self._texts, self._lines, self._shown = texts, tuple(lines), 0
        self.add(words(texts("stat-frozen-hint" if lines else "stat-frozen-none"), "small"))  # fmt: skip
        self._rows = column(gap=10)
        self.more = Button("", "quiet").on(self._on_more)
        self.add(self._rows, row(self.more, None))
        self._on_more()

    def _on_more(self) -> None:
        for one in self._lines[self._shown : self._shown + _FEW]:
            if self._shown:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._line(one))
            self._shown += 1
        left = len(self._lines) - self._shown
        self.more.setText(self._texts("stat-frozen-more", count=left))
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(left > 0)

    def _line(self, one: "FrozenLine") -> QWidget:
        says, holder = self._texts, QWidget()
        then, now = (says("stat-frozen-value", value=says.number(value), unit=one.unit_label) for value in (one.value, one.now))  # fmt: skip
        day = shown_date(one.taken_on, says)
        state = Pill(says("stat-frozen-same"), "ok") if one.same else Pill(says("stat-frozen-other"), "wait")  # fmt: skip
        told = says("stat-frozen-taken", day=day, who=one.taken_by, rule=one.rule)
        above = row(words(one.label, "strong", wrap=False), words(then, wrap=False), None, words(says("stat-frozen-now", now=now), "muted", wrap=False), state, gap=10)  # fmt: skip
        below = [words(told, "small")]
        below += [words(one.why, "small", tone="wait")] if one.why else []
        holder.setLayout(column(above, *below, gap=3))
        return holder
