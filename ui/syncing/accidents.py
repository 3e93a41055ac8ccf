"""What was noticed (눈에 띈 일): each with what happened, what was kept, and what to do next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.session import Session
from ui.syncing.clock_sheet import ClockSheet
from ui.widgets import Button, Card, Symbol, column, row, rule, words
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.accidents import AccidentLine

_ICONS = {
    "clock": "clock", "behind": "clock", "forked": "laptop", "restored": "archive-restore",
    "gap": "package", "newer": "download",
}  # fmt: skip


class AccidentsCard(Card):
    """There is a card only where something was noticed."""

    filled = Signal()

    def __init__(self, session: Session) -> None:
        """Stay out of sight."""
        super().__init__(gap=12)
        self._session, self.texts = session, session.texts
        self._holder = QVBoxLayout()
        self._holder.setSpacing(12)
        self.sheet: ClockSheet | None = None
        self.add(
            words(self.texts("accidents-title"), "heading"),
            words(self.texts("accidents-help"), "muted"),
            self._holder,
        )
        self.hide()
        session.touched.connect(self._on_touched)

    def arrive(self) -> None:
        """Ask what was noticed."""
        self._session.ask(
            lambda desk, _progress: desk.accidents.listing(),
            self.show_lines,
            by=self,
            slot="accidents",
            lane=Lane.BULK,
            otherwise=self._on_refused,
        )

    def show_lines(self, lines: "tuple[AccidentLine, ...]") -> None:
        """Show what was noticed, or nothing at all."""
        empty_box(self._holder)
        for at, one in enumerate(lines):
            if at:
                self._holder.addWidget(rule())
            self._holder.addWidget(self._line(one, at + 1))
        self.setVisible(bool(lines))
        self.filled.emit()

    def _line(self, one: "AccidentLine", at: int) -> QWidget:
        says, holder = self.texts, QWidget()
        line = row(Symbol(_ICONS.get(one.kind, "circle-alert"), "wait", 20), gap=12)
        line.addLayout(column(words(one.sentence), words(one.remedy, "small"), gap=4), 1)  # fmt: skip
        if one.may_fix:
            said = says("clock-fix")
            name = f"{said}: {one.device} ({at})"
            line.addWidget(Button(said, icon="clock", name=name).on(self._fixing(one)))
        if one.may_settle:
            said = says("accident-settle")
            name = f"{said}: {one.device} ({at})"
            line.addWidget(Button(said, icon="check", name=name).on(self._settling(one)))  # fmt: skip
        holder.setLayout(line)
        return holder

    def _fixing(self, one: "AccidentLine") -> Callable[[], None]:
        def open_sheet() -> None:
            self.sheet = ClockSheet(self.window(), self._session, one, self.arrive).ask()  # fmt: skip

        return open_sheet

    def _settling(self, one: "AccidentLine") -> Callable[[], None]:
        def settled(_nothing: None) -> None:
            self._session.toast(self.texts("accident-settled"))
            self.arrive()

        def settle() -> None:
            self._session.do(
                lambda desk, _progress: desk.accidents.settle(one.kind, one.log),
                settled,
                by=self,
            )

        return settle

    def _on_refused(self, _error: IntakeError) -> None:
        self.hide()

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        page = self.parentWidget()
        if topics & {"accident", "exchange"} and page and page.isVisible():
            self.arrive()
