"""A month of the access log, person by person, and the word of whoever looked through it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.jobs import Lane
from ui.sections.listing import line, listed, refill
from ui.session import Session
from ui.widgets import Button, Card, Choices, Pill, ProgressLine, row, words

if TYPE_CHECKING:
    from intake.desk.views.office import MonthView, PersonMonth

FINDINGS = ("NONE", "EXPLAINED", "FOLLOW_UP", "MISUSE")


class MonthCard(QWidget):
    """Out of sight until a month is opened."""

    signed = Signal()

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self._session, self.texts = session, session.texts
        says = self.texts
        self._month = ""
        self._title = words("", "strong")
        self._people = listed()
        self._progress = ProgressLine(says)
        self.findings = Choices(
            [(one, says(finding_id(one))) for one in FINDINGS],
            says("glass-finding"),
            columns=4,
        )
        self.sign = Button(says("access-sign-off"), "primary").on(self._on_sign)
        self._signing = QWidget()
        inner = QVBoxLayout(self._signing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.findings)
        inner.addLayout(row(self.sign, None))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        ground = Card(
            self._title, self._progress, self._people, self._signing, ground="soft"
        )
        box.addWidget(ground)
        self.findings.chosen.connect(lambda v: self.sign.setEnabled(bool(v)))
        self.hide()

    def open_month(self, month: str, *, may: bool) -> None:
        """Ask for a month; ``may``: the person here may sign it off."""
        self._month = month
        self._signing.setVisible(may)
        self.findings.choose()
        self.sign.setEnabled(False)
        self._progress.begin(self.texts("shell-working"))
        self._session.ask(
            lambda desk, progress: desk.access.month(month, progress),
            self._on_month,
            by=self,
            slot="month",
            lane=Lane.BULK,
            watch=self._progress.step,
        )

    def _on_month(self, view: "MonthView") -> None:
        self._progress.end()
        says = self.texts
        self._title.setText(says("access-month", month=view.month, lines=view.lines))
        refill(self._people, map(self._person, view.people), says("access-none"))
        self.show()
        if self._signing.isVisibleTo(self):
            self.findings.focus_first()

    def _person(self, one: "PersonMonth") -> QWidget:
        says = self.texts
        told = words(says("access-person", lines=one.lines, cases=one.cases), "small")
        pills = [Pill(says(name, count=count), "wait") for name, count in one.unusual]
        usual = [] if pills else [words(says("access-usual"), "small")]
        halves = [row(*pills[n : n + 2], None) for n in range(0, len(pills), 2)]
        return line(
            words(one.who, "strong", wrap=False), told, None, below=(*halves, *usual)
        )

    def _on_sign(self) -> None:
        month, (finding,) = self._month, self.findings.values
        self._session.do(
            lambda desk, _p: desk.access.sign_off(month, finding),
            lambda _none: self._on_signed(),
            by=self,
        )

    def _on_signed(self) -> None:
        self._session.toast(self.texts("access-signed-off", month=self._month))
        self.hide()
        self.signed.emit()


def finding_id(code: str) -> str:
    """Return the text id of a finding."""
    return f"review-finding-{code.lower().replace('_', '-')}"
