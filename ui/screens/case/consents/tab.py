"""동의: purposes, receivers, what an age asks for, and what left."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.holds import hold_card
from ui.screens.case.consents.asking import AskSheet, Decided
from ui.screens.case.consents.left import LeftCard
from ui.screens.case.consents.minors import (
    DutyCard,
    DutySheet,
    GuardianSheet,
    MinorCard,
)
from ui.screens.case.consents.purposes import Purposes
from ui.screens.case.consents.receivers import Receivers
from ui.screens.case.tab import CaseTab
from ui.session import Question, Session
from ui.syncing.copies import CopiesCard
from ui.widgets.paper import print_pdf
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import ConsentLine, ConsentText
    from intake.desk.views.copies import CaseCopies
    from intake.desk.views.giving import (
        DutyView,
        LeftLine,
        MinorView,
        ReceiverLine,
    )
    from intake.desk.views.office import RetentionView


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the tab shows."""

    gate: "tuple[ConsentText, ...]"
    current: "tuple[ConsentLine, ...]"
    asked: "tuple[ConsentText, ...]"
    receivers: "tuple[ReceiverLine, ...]"
    left: "tuple[LeftLine, ...]"
    minor: "MinorView"
    duty: "DutyView"
    kept: "RetentionView"
    copies: "CaseCopies"


def look(desk: "Desk", case: str) -> Look:
    """Ask the desk for everything about consent in a case."""
    return Look(
        desk.consents.gate(),
        desk.consents.current(case),
        desk.giving.asked(),
        desk.giving.lines(case),
        desk.giving.left(case),
        desk.minors.look(case),
        desk.minors.duty(case),
        desk.retention.of(case),
        desk.copies.of_case(case),
    )


class Consents(CaseTab):
    """Cards from what was agreed to what left."""

    name = "consents"
    topics = frozenset({"consent", "disclosure", "person", "case", "exchange"})

    def __init__(self, session: Session) -> None:
        """Stand empty until a case is shown."""
        super().__init__(session)
        self.purposes = Purposes(self.texts)
        self.purposes.again.connect(self._on_again)
        self._look: Look | None = None
        self._below = QVBoxLayout()
        self._below.setSpacing(16)
        self.body.addWidget(self.purposes)
        self.body.addLayout(self._below)
        self.body.addStretch(1)

    @override
    def arrive(self, case: str) -> None:
        self.case = case
        self.session.ask(lambda desk, _p: look(desk, case), self._on_look, by=self, slot="look")  # fmt: skip

    def _on_look(self, found: Look) -> None:
        self._look = found
        self.purposes.show_consents(found.gate, found.current)
        _empty(self._below)
        if found.kept.held:
            self._below.addWidget(hold_card(self.texts, found.kept))
        if found.minor.kind in {"child", "youth"} or found.minor.turned:
            self._below.addWidget(self._minor(found.minor))
        if found.duty.applies:
            self._below.addWidget(self._duty(found.duty))
        receivers = Receivers(self.texts, found.receivers)
        receivers.wanted.connect(self._on_ask)
        receivers.withdrawn.connect(self._on_withdraw)
        self._below.addWidget(receivers)
        by_hand = tuple(
            one for one in found.left if one.id
        )  # bundles have a card of their own
        went = bool(found.copies.carried)
        left = LeftCard(self.texts, by_hand, bundles=went)
        left.recalled.connect(self._on_recall)
        self._below.addWidget(CopiesCard(self.texts, found.copies))
        self._below.addWidget(left)
        settle_tabs(self.window())

    def _minor(self, view: "MinorView") -> MinorCard:
        card = MinorCard(self.texts, view)
        card.wanted.connect(self._on_guardian)
        card.again.connect(self._on_again)
        return card

    def _duty(self, view: "DutyView") -> DutyCard:
        card = DutyCard(self.texts, view)
        card.reported.connect(lambda: self._on_duty(reported=True))
        card.explained.connect(lambda: self._on_duty(reported=False))
        return card

    # --- what the person does ---------------------------------------------------------

    def _on_again(self) -> None:
        self.session.go("consent", case=self.case)

    def _on_ask(self) -> None:
        if self._look is None:
            return
        sheet = AskSheet(self.window(), self.texts, self._look.asked)
        sheet.kept.connect(self._on_decided)
        sheet.printed.connect(self._on_form)
        sheet.open_sheet(sheet.purposes.button("COURT"))

    def _on_decided(self, said: Decided) -> None:
        case = self.case
        self.session.do(
            lambda desk, _p: desk.giving.decide(
                case,
                said.purpose,
                said.receiver,
                said.name,
                said.decision,
                method=said.method,
            ),
            lambda _id: self._done("gate-kept"),
            by=self,
        )

    def _on_form(self, purpose: str, name: str) -> None:
        case = self.case
        self.session.ask(
            lambda desk, _p: desk.giving.form(case, purpose, name), self._print, by=self
        )

    def _print(self, data: bytes) -> None:
        if print_pdf(self, data):
            self.session.toast(self.texts("shell-printed"))

    def _on_withdraw(self, line: "ReceiverLine") -> None:
        says = self.texts

        def withdraw() -> None:
            self.session.do(
                lambda desk, _p: desk.giving.withdraw(line.id),
                lambda _none: self._done("gate-withdrawn"),
                by=self,
            )

        self.session.question(
            Question(
                title=says("gate-withdraw-title"),
                body=says("giving-withdraw-body"),
                yes=says("gate-withdraw"),
                no=says("shell-cancel"),
                act=withdraw,
            )
        )

    def _on_recall(self, record: str, state: str) -> None:
        self.session.do(
            lambda desk, _p: desk.giving.recall(record, state),
            lambda _none: self._done("left-kept"),
            by=self,
        )

    def _on_guardian(self) -> None:
        sheet = GuardianSheet(self.window(), self.texts, self.texts.language)
        sheet.kept.connect(self._on_guardian_kept)
        sheet.open_sheet(sheet.confirms.button("PAPER"))

    def _on_guardian_kept(
        self, confirm: str, name: str, contact: str, why: str
    ) -> None:
        case = self.case
        self.session.do(
            lambda desk, _p: desk.minors.guardian(
                case, confirm, name=name, contact=contact, why=why
            ),
            lambda _none: self._done("gate-kept"),
            by=self,
        )

    def _on_duty(self, *, reported: bool) -> None:
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        sheet = DutySheet(self.window(), self.texts, reported=reported, day=today)
        sheet.kept.connect(self._on_reported if reported else self._on_explained)
        sheet.open_sheet(sheet.words.line)

    def _on_reported(self, day: str, place: str) -> None:
        case = self.case
        self.session.do(
            lambda desk, _p: desk.minors.reported(case, day, place),
            lambda _none: self._done("gate-kept"),
            by=self,
        )

    def _on_explained(self, _day: str, why: str) -> None:
        case = self.case
        self.session.do(
            lambda desk, _p: desk.minors.not_reported(case, why),
            lambda _none: self._done("gate-kept"),
            by=self,
        )

    def _done(self, text_id: str) -> None:
        self.session.toast(self.texts(text_id))
        self.arrive(self.case)


def _empty(box: QVBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
