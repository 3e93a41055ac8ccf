"""What centers counted themselves, added (센터별 합): for the whole country, at the central desk.

* It stands apart from what is counted here: a person at two centers is two persons in it.
* Whose numbers are missing is named, and what came and is not added says why.
* Numbers only; nothing of it opens to a case.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from intake.errors import IntakeError, InvalidInput, NotThisStep
from ui.jobs import Lane
from ui.screens.statistics.order import settle_page
from ui.screens.statistics.tables import FoldedTable
from ui.session import Session
from ui.widgets import Card, ProgressLine, words
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.aggregates import NationView
    from intake.desk.views.figures import Asked


class NationCard(Card):
    """The sums of what centers sent, and who sent nothing."""

    def __init__(self, session: Session) -> None:
        """Stay out of sight until the whole country is asked for."""
        self._session, self._texts = session, session.texts
        super().__init__(gap=8)
        self.lines: list[FoldedTable] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._progress = ProgressLine(self._texts)
        self.add(self._progress, self._rows)
        self.hide()

    def ask(self, asked: "Asked") -> None:
        """Ask for the sums of the same time."""
        self.setVisible(asked.about_kind == "NATION")
        if asked.about_kind != "NATION":
            return
        if not (asked.first and asked.last):
            self._show_sentence("stat-nation-months")
            return
        job = self._session.ask(
            lambda desk, progress: desk.aggregates.national(asked.first, asked.last, progress),
            self.show_nation,
            by=self,
            slot="nation",
            lane=Lane.BULK,
            otherwise=self._on_refused,
            watch=self._progress.step,
            stopped=self._progress.end,
        )  # fmt: skip
        self._progress.begin(self._texts("progress-figures"), job.cancel)

    def show_nation(self, view: "NationView") -> None:
        """Show the sums; without any, whose numbers are missing."""
        says, told = self._texts, [view.note]
        self._begin(view.title)
        if view.counted:
            names = ", ".join(one.center_name for one in view.counted)
            few = any(one.few for one in view.counted)  # the sum would tell them
            sentence = "stat-nation-counted-few" if few else "stat-nation-counted"
            told.append(says(sentence, count=len(view.counted), names=names, cases=view.cases))  # fmt: skip
        else:
            told.append(says("stat-nation-none"))
        told += [view.missing_words] if view.missing_words else []
        for one in told:
            self._rows.addWidget(words(one, "small"))
        for late in view.aside:
            self._rows.addWidget(words(f"{late.center_name}: {late.words}", "small", tone="wait"))  # fmt: skip
        self.lines = [FoldedTable(says, one, view.title) for one in view.tables] if view.counted else []  # fmt: skip
        for line in self.lines:
            self._rows.addWidget(line)
        settle_page(self)

    def _on_refused(self, error: IntakeError) -> None:
        self._progress.end()
        if isinstance(error, InvalidInput | NotThisStep):
            self._show_sentence("stat-nation-months")
        else:
            self.hide()
            self._session.refuse(error)

    def _show_sentence(self, sentence: str) -> None:
        self._begin(self._texts("aggregate-title"))
        self._rows.addWidget(words(self._texts(sentence), "small"))

    def _begin(self, title: str) -> None:
        self._progress.end()
        empty_box(self._rows)
        self.lines = []
        self._rows.addWidget(words(title, "heading"))
