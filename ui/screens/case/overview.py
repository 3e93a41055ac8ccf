"""개요: what two people recorded differently, what to do next, what is known, how much there is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from intake.desk.views import CaseOverview, ConflictHead, ConflictView, TodayAction
from intake.text import Texts
from ui.widgets import Button, Card, Pill, Symbol, column, row, rule, words
from ui.widgets.flow import flowing
from ui.widgets.spoken_date import shown_date

if TYPE_CHECKING:
    from collections.abc import Callable

_LABEL = 200


class Overview(QWidget):
    """Cards that are there only when something is in them."""

    chosen = Signal(object, object)  # ConflictView, ConflictHead
    history_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)

    def show_case(
        self, case: CaseOverview, conflicts: tuple[ConflictView, ...]
    ) -> None:
        """Show a case."""
        _empty(self._box)
        if conflicts:
            self._box.addWidget(self._conflicts(conflicts))
        if case.next:
            self._box.addWidget(self._next(case.next))
        self._box.addWidget(self._facts(case))
        counted = [line for line in case.counts if line.count]
        if counted:
            self._box.addWidget(flowing(*(self._count(self._texts(c.label_id), c.count) for c in counted), gap=12))  # fmt: skip
        self._box.addStretch(1)

    def _conflicts(self, conflicts: tuple[ConflictView, ...]) -> Card:
        says = self._texts
        title = says("case-conflicts", count=len(conflicts))
        card = Card(
            row(Symbol("split", "wait", 18), words(title, "heading", wrap=False), None),
            words(says("case-conflicts-hint")),
            ground="notice",
            gap=10,
        )
        for conflict in conflicts:
            inner = Card(words(says(conflict.label_id), "strong"), gap=8)
            for head in conflict.heads:
                inner.add(self._head(conflict, head))
            card.add(inner)
        return card

    def _head(self, conflict: ConflictView, head: ConflictHead) -> QLayout:
        says = self._texts
        value = shown_date(head.value_text, says) or says("case-conflict-blank")
        by = says("case-conflict-by", who=head.who, time=says.moment(head.ms))
        name = says(
            "case-conflict-choose-name",
            label=says(conflict.label_id),
            value=value,
            who=f"{by}",
        )
        button = Button(says("case-conflict-choose"), name=name)
        button.on(self._choosing(conflict, head))
        line = row(gap=12)
        line.addLayout(column(words(value), words(by, "small"), gap=0), 1)
        line.addWidget(button)
        return line

    def _choosing(
        self, conflict: ConflictView, head: ConflictHead
    ) -> "Callable[[], None]":
        return lambda: self.chosen.emit(conflict, head)

    def _next(self, actions: tuple[TodayAction, ...]) -> Card:
        card = Card(words(self._texts("case-next"), "heading"))
        for action in actions:
            text = words(self._texts(action.text_id, **action.facts))
            line = row(Symbol("circle", "muted", 14), gap=10)
            line.addWidget(text, 1)
            if action.due:
                line.addWidget(Pill(self._texts.day(action.due), "info"))
            card.add(line)
        return card

    def _facts(self, case: CaseOverview) -> Card:
        says = self._texts
        history = Button(says("history-open"), "quiet", icon="history")
        history.on(self.history_wanted.emit)
        card = Card(
            row(words(says("case-facts"), "heading", wrap=False), None, history)
        )
        if not case.facts:
            return card.add(words(says("case-no-facts"), "muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, fact in enumerate(case.facts):
            label = words(says(fact.label_id), "muted")
            label.setFixedWidth(_LABEL)
            grid.addWidget(label, 2 * at, 0)
            grid.addWidget(
                words(shown_date(fact.text, says), selectable=True), 2 * at, 1
            )
            if at + 1 < len(case.facts):
                grid.addWidget(rule(), 2 * at + 1, 0, 1, 2)
        return card.add(grid)

    def _count(self, label: str, count: int) -> Card:
        figure = words(self._texts.number(count), "figure", wrap=False)
        card = Card(figure, words(label, "muted", wrap=False), gap=2)
        card.setMinimumWidth(132)
        return card


def _empty(box: QLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
