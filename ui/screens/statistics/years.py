"""The tables of the yearly report (연보): a row for every year, counted when they are wanted."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.screens.statistics.order import settle_page
from ui.screens.statistics.period import today
from ui.screens.statistics.tables import FoldedTable
from ui.session import Session
from ui.widgets import Button, Card, ProgressLine, row, words
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.figures import Asked
    from intake.desk.views.statistics import CountedTable

_MANY = 5  # years


class YearsCard(Card):
    """Five years up to the last that is asked about; folded until they are wanted."""

    def __init__(self, session: Session) -> None:
        """Stay out of sight until it is known whose cases are counted."""
        self._session, self._texts = session, session.texts
        says = self._texts
        super().__init__(words(says("stat-years"), "heading"), gap=8)
        self.lines: list[FoldedTable] = []
        self._asked: Asked | None = None
        self.open = Button(says("stat-years-open")).on(self._on_open)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._progress = ProgressLine(says)
        hint = words(says("stat-years-hint", years=_MANY), "small")
        self.add(hint, row(self.open, None), self._progress, self._rows)
        self.hide()

    def offer(self, asked: "Asked") -> None:
        """Offer the years of these cases; what was counted before is gone."""
        self._asked, self.lines = asked, []
        empty_box(self._rows)
        self.open.show()
        self.show()

    def _on_open(self) -> None:
        asked = self._asked
        if asked is None:
            return
        last = int((asked.last or str(today().year))[:4])
        self.open.setEnabled(False)
        job = self._session.ask(
            lambda desk, progress: desk.statistics.years(last - _MANY + 1, last, asked, progress),
            lambda tables: self._show(asked, tables),
            by=self,
            slot="years",
            lane=Lane.BULK,
            otherwise=self._on_refused,
            watch=self._progress.step,
            stopped=self._rest,
        )  # fmt: skip
        self._progress.begin(self._texts("progress-figures"), job.cancel)

    def _show(self, asked: "Asked", tables: tuple["CountedTable", ...]) -> None:
        self._rest()
        if asked is not self._asked:
            return
        self.open.hide()
        title = self._texts("stat-years")
        self.lines = [FoldedTable(self._texts, one, title) for one in tables]
        for line in self.lines:
            self._rows.addWidget(line)
        settle_page(self)

    def _on_refused(self, error: IntakeError) -> None:
        self._rest()
        self._session.refuse(error)

    def _rest(self) -> None:
        self._progress.end()
        self.open.setEnabled(True)
