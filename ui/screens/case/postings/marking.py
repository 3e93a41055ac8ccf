"""What is chosen in the table, and what is noted of it."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.deleting import DeletionGate, Marked
from intake.errors import IntakeError
from ui.screens.case.postings import deeds
from ui.screens.case.postings.marks import MarkBar, MarkSheet, Noted, mark_words
from ui.screens.case.postings.undoing import offer_undo
from ui.session import Session
from ui.tables.table import Table
from ui.widgets import ProgressLine

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.progress import Progress

_WRITTEN = {"SEARCH", "KMCSC", "POLICE", "HASHREG", "INFORM", "CHECK_LIVE"}
Find = Callable[["Desk"], Sequence[str]]


class Marking(QWidget):
    """The buttons below the filters, and how far marking is."""

    def __init__(self, session: Session, table: Table) -> None:
        """Note things of what is chosen in ``table``."""
        super().__init__()
        self._session, self._texts, self._table = session, session.texts, table
        self.case, self._may = "", True
        self.bar, self.progress = MarkBar(session.texts), ProgressLine(session.texts)
        self.bar.marked.connect(self.mark)
        self.bar.more_wanted.connect(self._open_more)
        table.chosen.connect(self.bar.show_count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.progress)

    def show_gate(self, gate: DeletionGate) -> None:
        """Let requests be made, or say why not."""
        self._may = gate.may_request
        why = self._texts(gate.why_id) if gate.why_id and not gate.may_request else ""
        self.bar.show_gate(may=self._may, why=why)

    def mark(self, noted: Noted) -> None:
        """Note something of every chosen posting."""
        rows = self._table.chosen_ids()
        if rows:
            self.mark_found(noted, lambda desk: deeds.ids_of(desk, rows))

    def mark_found(
        self, noted: Noted, find: Find, then: Callable[[], None] | None = None
    ) -> None:
        """Note something of the postings that ``find`` finds, in one step."""
        case = self.case

        def deed(desk: "Desk", progress: "Progress") -> deeds.Done:
            return deeds.mark(desk, case, find(desk), noted, progress)

        def done(told: deeds.Done) -> None:
            self._on_marked(noted, told)
            if then is not None and told.marked.done:
                then()

        job = self._session.do(
            deed,
            done,
            by=self,
            watch=self.progress.step,
            stopped=self.progress.end,
            otherwise=self._on_refused,
        )
        self.progress.begin(self._texts("postings-marking"), job.cancel)

    def chosen(self) -> "array[int]":
        """Return the rows that are chosen."""
        return self._table.chosen_ids()

    def _open_more(self) -> None:
        count = self._table.chosen_count()
        sheet = MarkSheet(self.window(), self._texts, count, self.mark, may_request=self._may)  # fmt: skip
        sheet.open_sheet(sheet.found.button("REMOVED"))

    def _on_refused(self, error: IntakeError) -> None:
        self.progress.end()
        self._session.refuse(error)

    def _on_marked(self, noted: Noted, told: deeds.Done) -> None:
        self.progress.end()
        said = " ".join(self._said(noted, told.marked))
        offer_undo(self._session, self, said, told.step if told.marked.done else None)

    def _said(self, noted: Noted, marked: Marked) -> Iterator[str]:
        says, word = self._texts, mark_words(self._texts, noted.mark)
        kind = "postings-written" if noted.mark in _WRITTEN else "postings-marked"
        if marked.done:
            yield says(kind, count=marked.done, mark=word)
        if marked.skipped:
            why = says(marked.why_id).rstrip(".") + "." if marked.why_id else ""
            yield says("postings-skipped", count=len(marked.skipped), why=why)
