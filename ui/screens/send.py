"""보내기·받기: what waits, what left, what came; and the way over a stick."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.session import Fact, Session
from ui.syncing.accidents import AccidentsCard
from ui.syncing.card import SyncCard
from ui.syncing.copies import AnswersCard
from ui.widgets import (
    Button,
    Card,
    Column,
    EmptyState,
    Page,
    Pill,
    ProgressLine,
    column,
    words,
)
from ui.widgets.drives import drives
from ui.widgets.flow import flowing
from ui.widgets.tab_order import settle_tabs
from ui.wizards.own_card import OwnCard
from ui.wizards.receive_steps import received_line
from ui.wizards.stick import Find, Journey, StickStep
from ui.wizards.stick_carry import StickCarry, StickResult
from ui.wizards.stick_out import StickLetGo
from ui.wizards.stick_what import StickWhat
from ui.wizards.wizard import Wizard

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import (
        Addressee,
        KeyCard,
        ReceivedView,
        SendPlanView,
        SentView,
    )

_TOPICS = {"exchange", "case", "consent", "interview"}
_SHOWN = 30
_LONGEST_CODE = 12
_COLUMNS = ("waiting", "sent", "received")


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the three columns show."""

    addressees: "tuple[Addressee, ...]"
    plans: "tuple[SendPlanView, ...]"
    sent: "tuple[SentView, ...]"
    received: "tuple[ReceivedView, ...]"
    mailbox: str
    works: bool = True
    own: "KeyCard | None" = None  # shown where others seal to us: at the central desk


def read_board(desk: "Desk", _progress: object) -> Board:
    """Ask the desk for the three columns."""
    exchange = desk.exchange
    addressees = exchange.addressees()
    works = desk.roles.mine().sees_content  # who sees no content sends nothing
    return Board(
        addressees=addressees,
        plans=tuple(exchange.plan(one.code) for one in addressees if works),
        sent=exchange.sent(),
        received=exchange.received(),
        mailbox=exchange.mailbox() or "",
        works=works,
        own=desk.keys.own_card() if desk.about().role == "central" else None,
    )


class Send(Page):
    """Three columns, or a wizard in their place; the central desk begins with receiving."""

    def __init__(self, session: Session, find: Find = drives) -> None:
        """Ask for the columns at every arrival."""
        super().__init__()
        self._session, self.texts, self._find = session, session.texts, find
        self._board: Board | None = None
        self.wizard: Wizard | None = None
        says = self.texts
        self.stick_button = Button(says("stick-both-ways"), "primary", icon="usb")
        self.stick_button.on(self.begin_stick)
        self.set_header(
            words(says("action-send"), "title", wrap=False),
            None,
            self.stick_button,
        )
        self._pages = QStackedWidget()
        self._columns = {name: QVBoxLayout() for name in _COLUMNS}
        self._cards: dict[str, Card] = {}
        self._board_box = QHBoxLayout()
        self._own: OwnCard | None = None
        self._shown_own: KeyCard | None = None
        self._progress = ProgressLine(says)
        self.sync, self.accidents = SyncCard(session), AccidentsCard(session)
        self.answers = AnswersCard(session)
        for card in (self.sync, self.accidents, self.answers):
            card.filled.connect(lambda: settle_tabs(self))
        self._page = self._make_columns()
        self._pages.addWidget(self._page)
        self.set_body(self._pages)
        session.touched.connect(self._on_touched)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """Ask for the columns; ``wizard=stick`` begins at once."""
        self._ask()
        self.sync.arrive()
        self.accidents.arrive()
        self.answers.arrive()
        if facts.get("wizard") == "stick":
            self.begin_stick()

    def begin_stick(self) -> None:
        """Begin the way over a stick, both directions in one (USB로 주고받기)."""
        board, session, journey = self._board, self._session, Journey()
        mailbox, works = (board.mailbox, board.works) if board else ("", True)
        carry = StickCarry(session, journey, self._find)
        out = StickLetGo(session, journey, self._find)
        steps = (
            StickStep(session, journey, self._find, mailbox),
            StickWhat(session, journey, sends=works),
            carry,
            StickResult(session, journey),
            out,
        )
        wizard = Wizard(self.texts, self.texts("stick-both-ways"), steps)
        carry.wizard = out.wizard = wizard
        self._show_wizard(wizard)

    def _show_wizard(self, wizard: Wizard) -> None:
        self._end_wizard()
        self.wizard = wizard
        self._pages.addWidget(wizard)
        self._pages.setCurrentWidget(wizard)
        self.stick_button.hide()
        wizard.left.connect(self._end_wizard)
        wizard.finished.connect(self._on_finished)
        wizard.steps[0].arrive()

    def _end_wizard(self) -> None:
        wizard, self.wizard = self.wizard, None
        self._pages.setCurrentIndex(0)
        self.stick_button.show()
        if wizard is not None:
            self._pages.removeWidget(wizard)
            wizard.deleteLater()
            self._ask()

    def _on_finished(self) -> None:
        self._end_wizard()
        self._session.lock_wanted.emit()

    # --- the three columns ------------------------------------------------------------

    def _make_columns(self) -> Column:
        board, box = QWidget(), self._board_box
        board.setLayout(box)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        for name, inner in self._columns.items():
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(10)
            card = Card(words(self.texts(f"send-column-{name}"), "heading"), 4, inner)
            card.body.addStretch(1)
            box.addWidget(card, 1)
            self._cards[name] = card
        above = (self.accidents, self.sync, self.answers, self._progress)
        return Column(*above, board, None, width=1200)

    def _lead_with_receiving(self, own: "KeyCard") -> None:
        """Stand as the central desk: what arrives comes first, and our key is in sight."""
        if self._own is None:
            self._own = OwnCard(self._session)
            self._page.body.insertWidget(0, self._own)
            for at, name in enumerate(("received", "waiting", "sent")):
                self._board_box.insertWidget(at, self._cards[name], 1)
        if own != self._shown_own:
            self._shown_own = own
            self._own.show_card(own)
            settle_tabs(self)

    def _ask(self) -> None:
        if self._board is None:
            self._progress.begin(self.texts("send-counting"))
        self._session.ask(
            read_board,
            self._on_board,
            by=self,
            slot="board",
            lane=Lane.BULK,
            otherwise=self._on_refused,
        )

    def _on_refused(self, error: IntakeError) -> None:
        self._progress.end()
        self._session.refuse(error, self._ask)

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if by is not self and topics & _TOPICS and self.isVisible():
            self._ask()

    def _on_board(self, board: Board) -> None:
        self._board = board
        self._progress.end()
        self.stick_button.setEnabled(board.works)
        if self.wizard is not None and isinstance(self.wizard.steps[0], StickStep):
            self.wizard.steps[0].offer(board.mailbox)
        if board.own is not None:
            self._lead_with_receiving(board.own)
        self._fill("waiting", self._waiting(board))
        self._fill("sent", [self._sent(one) for one in board.sent[:_SHOWN]])
        self._fill(
            "received",
            [received_line(self.texts, one) for one in board.received[:_SHOWN]],
        )

    def _fill(self, name: str, things: list[QWidget]) -> None:
        inner = self._columns[name]
        while (item := inner.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for thing in things or [EmptyState(self.texts(f"send-{name}-none"))]:
            inner.addWidget(thing)

    def _waiting(self, board: Board) -> list[QWidget]:
        if not board.addressees:
            keys = Button(self.texts("send-compare-keys"), "primary").on(self._go_keys)
            return [EmptyState(self.texts("send-nobody"), keys, "key-round")]
        if not board.works:
            return [EmptyState(self.texts("sync-not-yours"))]
        pairs = zip(board.addressees, board.plans, strict=True)
        return [self._plan(to, plan, _on_the_way(board, to)) for to, plan in pairs]

    def _plan(self, to: "Addressee", plan: "SendPlanView", away: int) -> QWidget:
        says, holder = self.texts, QWidget()
        empty = "send-only-counts" if plan.counts else "send-nothing"
        facts = says("send-waits", cases=len(plan.goes), records=plan.records)
        lines = column(
            words(to.name, "strong"),
            words(facts if plan.records else says(empty), "body"),
            gap=4,
        )
        if away and plan.records:
            lines.addWidget(words(says("sync-on-the-way", count=away), "small"))
        if plan.returned:
            told = says("send-returns", count=plan.returned)
            lines.addWidget(words(told, "small"))
        if plan.notices:
            told = says("send-notices", count=plan.notices)
            lines.addWidget(words(told, "small"))
        if plan.taken_back:
            tells = says("send-tells", cases=len(plan.taken_back))
            lines.addWidget(words(tells, "small"))
        if plan.answers:
            told = says("send-answers", count=plan.answers)
            lines.addWidget(words(told, "small"))
        if plan.counts:
            told = says("send-counts", years=", ".join(plan.counts))
            lines.addWidget(words(told, "small"))
        if plan.stays:
            lines.addWidget(words(says("send-stays", cases=len(plan.stays)), "small"))
        lines.addSpacing(8)
        holder.setLayout(lines)
        return holder

    def _sent(self, one: "SentView") -> QWidget:
        says, holder = self.texts, QWidget()
        state = Pill(says(one.state_text_id), "ok" if one.receipt_ms else "wait")
        when = f"{self._called(one.to)} · {says.moment(one.made_ms)}"
        lines = column(
            flowing(words(one.number, "strong", wrap=False), state),
            words(when, "small"),
            gap=4,
        )
        if one.receipt_ms:
            lines.addWidget(words(says("send-receipt", ms=one.receipt_ms), "small"))
        lines.addSpacing(8)
        holder.setLayout(lines)
        return holder

    def _called(self, to: str) -> str:
        """Return the code of an organisation; a laptop of ours has a name, its id says nothing."""
        if len(to) <= _LONGEST_CODE:
            return to
        names = {one.code: one.name for one in self._board.addressees} if self._board else {}  # fmt: skip
        return names.get(to, to[-_LONGEST_CODE:])

    def _go_keys(self) -> None:
        self._session.go("settings", section="keys")


def _on_the_way(board: Board, to: "Addressee") -> int:
    """Return how many bundles for somebody lie somewhere and wait for their receipts."""
    return sum(1 for one in board.sent if one.to == to.code and not one.receipt_ms)
