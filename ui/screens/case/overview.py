"""개요: what two people recorded differently, what to do next, what is known, how much there is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from intake.clock import local, wall_ms
from intake.desk.views import (
    CaseLine,
    CaseOverview,
    ConflictHead,
    ConflictView,
    TodayAction,
)
from intake.desk.views.joint import HandoverView
from intake.text import Texts
from ui.screens.case.going_over import going_over
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
    case_wanted = Signal(
        str
    )  # one that this case continues in, or that continues in it
    join_wanted = Signal()
    part_wanted = Signal()
    erase_wanted = Signal()
    over_wanted = Signal()  # to another counselor, or another center
    side_by_side = Signal()
    handover_wanted = Signal(str)

    def __init__(self, texts: Texts, *above: QWidget) -> None:
        """Stand empty; what is ``above`` asks for itself and stays above what is shown."""
        super().__init__()
        self._texts = texts
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        for one in above:
            outer.addWidget(one)
        self._box = QVBoxLayout()
        self._box.setSpacing(16)
        outer.addLayout(self._box, 1)

    def show_case(
        self,
        case: CaseOverview,
        conflicts: tuple[ConflictView, ...],
        joined: tuple[CaseLine, ...] = (),
        handovers: tuple[HandoverView, ...] = (),
        *,
        hidden: bool = False,
    ) -> None:
        """Show a case; ``joined`` are the cases of the same person.

        ``hidden``: her role sees no content, so nothing is offered that would be refused.
        """
        _empty(self._box)
        if hidden:
            self._box.addWidget(self._veil())
        moving = going_over(self._texts, handovers, self.handover_wanted.emit)
        if moving is not None:
            self._box.addWidget(moving)
        if conflicts:
            self._box.addWidget(self._conflicts(conflicts))
        if case.next:
            self._box.addWidget(self._next(case.next))
        self._box.addWidget(self._facts(case, hidden=hidden))
        counted = [line for line in case.counts if line.count]
        if counted:
            self._box.addWidget(flowing(*(self._count(self._texts(c.label_id), c.count) for c in counted), gap=12))  # fmt: skip
        if not hidden:
            self._box.addWidget(self._whole(case, joined))
        self._box.addStretch(1)

    def _veil(self) -> Card:
        says = self._texts
        told = words(says("case-hidden"))
        return Card(row(Symbol("eye-off", "muted", 18), told, gap=10))

    def _whole(self, case: CaseOverview, joined: tuple[CaseLine, ...]) -> Card:
        """Return what concerns the case as a whole: where it continues, and its end."""
        says = self._texts
        card = Card(words(says("whole-title"), "heading"), gap=10)
        for line in joined:
            name = f"{line.alias} {line.number}".strip()
            go = Button(says("whole-open"), name=says("whole-open-name", name=name))
            card.add(row(Symbol("link", "muted", 14), words(name, wrap=False), None, go.on(self._opening(line.id))))  # fmt: skip
        join = Button(says("whole-join"), icon="link").on(self.join_wanted.emit)
        part = Button(says("whole-part"), icon="unlink").on(self.part_wanted.emit)
        erase = Button(says("whole-erase"), icon="trash-2").on(self.erase_wanted.emit)
        over = Button(says("over-open"), icon="arrow-right").on(self.over_wanted.emit)
        parts = bool(joined) and case.line.stage_text_id == "case-state-closed"
        foot = row()
        foot.addWidget(flowing(over, join, *((part,) if parts else ())), 1)
        foot.addWidget(erase)
        return card.add(foot)

    def _opening(self, case: str) -> "Callable[[], None]":
        return lambda: self.case_wanted.emit(case)

    def _conflicts(self, conflicts: tuple[ConflictView, ...]) -> Card:
        says = self._texts
        title = says("case-conflicts", count=len(conflicts))
        beside = Button(says("differ-side-by-side")).on(self.side_by_side.emit)
        card = Card(
            row(
                Symbol("split", "wait", 18),
                words(title, "heading", wrap=False),
                None,
                beside,
            ),
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
                past = action.due < local(wall_ms()).date().isoformat()
                line.addWidget(Pill(self._texts.day(action.due), "wait" if past else "info"))  # fmt: skip
            card.add(line)
        return card

    def _facts(self, case: CaseOverview, *, hidden: bool = False) -> Card:
        says = self._texts
        history = Button(says("history-open"), "quiet", icon="history")
        history.on(self.history_wanted.emit)
        card = Card(
            row(words(says("case-facts"), "heading", wrap=False), None, history)
        )
        history.setHidden(hidden)  # not before it stands somewhere
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
