"""Who has a copy, who was told, who has said so (사본과 알림): lines, and the two cards made of them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError
from intake.text import Texts
from ui.jobs import Lane
from ui.session import Session
from ui.widgets import Button, Card, Pill, column, row, rule, words
from ui.widgets.pill import State
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.copies import AskedLine, CarriedLine, CaseCopies, CopyLine

_TONES: Final[dict[str, State]] = {
    "HAS": "info",
    "UNSURE": "wait",
    "UNSAID": "wait",
    "SAID": "wait",
    "LATE": "wait",
    "HEARD": "ok",
    "HELD": "info",
    "DESTROYED": "ok",
    "PASSED": "info",
}
_SHORT: Final = 12  # letters of a receipt's id that tell it from every other
_SHOWN: Final = 8


def copy_line(
    texts: Texts, one: "CopyLine", *buttons: Button, about: bool = False
) -> QWidget:
    """Return what is known of somebody's copy; ``about`` names the case or the destruction too."""
    head = row(words(one.name, "strong", wrap=False), Pill(one.state_label, _TONES[one.state]), None)  # fmt: skip
    told = []
    if about:
        kind = f"copy-of-{one.kind.lower()}"
        told.append(
            texts(kind, number=one.number) if one.number else texts("copy-of-gone")
        )
    if one.has_ms and not one.done_on:
        told.append(texts("copy-has", ms=one.has_ms))
    if one.said_ms:
        told.append(texts("copy-said", ms=one.said_ms))
    if one.heard_ms:
        receipt = short_receipt(one.receipt)
        told.append(texts("copy-heard", ms=one.heard_ms, receipt=receipt))
    lines = column(head, gap=4)
    if told:
        lines.addWidget(words(" · ".join(told), "small"))
    if one.answer:
        lines.addWidget(words(one.answer, "small"))
    if one.next:
        late = one.state == "LATE"
        lines.addWidget(words(one.next, "small", tone="wait" if late else ""))
    return _beside(lines, buttons)


def short_receipt(receipt: str) -> str:
    """Return as much of a receipt's id as a person compares."""
    return receipt[-_SHORT:] or "–"


def carried_line(texts: Texts, one: "CarriedLine") -> QWidget:
    """Return one bundle that carried a case to somebody: when made, laid there, acknowledged."""
    state: State = "ok" if one.receipt else "wait"
    if one.state_text_id in {"sent-refused", "sent-dropped"}:
        state = "no"
    head = row(words(one.number, "strong", wrap=False), Pill(texts(one.state_text_id), state), None)  # fmt: skip
    told = [one.name, texts("carried-made", ms=one.made_ms)]
    if one.delivered_ms:
        told.append(texts("carried-laid", ms=one.delivered_ms))
    if one.receipt:
        receipt = short_receipt(one.receipt)
        told.append(texts("copy-heard", ms=one.receipt_ms, receipt=receipt))
    return _beside(column(head, words(" · ".join(told), "small"), gap=4), ())


def _beside(lines: QVBoxLayout, buttons: Sequence[Button]) -> QWidget:
    holder, line = QWidget(), row(gap=12)
    line.addLayout(lines, 1)
    for button in buttons:
        line.addWidget(button)
    holder.setLayout(line)
    return holder


class CopiesCard(Card):
    """In a case: who has a copy of it, and which bundle carried it to whom."""

    def __init__(self, texts: Texts, copies: "CaseCopies") -> None:
        """Show everything, whoever is to be called first."""
        super().__init__(words(texts("copies-title"), "heading"), gap=10)
        if not copies.copies:
            self.add(words(texts("copies-none"), "muted"))
        for one in copies.copies:
            self.add(rule(), copy_line(texts, one))
        if not copies.whole:
            self.add(words(texts("copies-not-whole"), "small"))
        if copies.carried:
            self.add(8, words(texts("carried-title"), "strong"))
        for line in copies.carried[:_SHOWN]:
            self.add(carried_line(texts, line))
        more = len(copies.carried) - _SHOWN
        if more > 0:
            self.add(words(texts("carried-more", count=more), "small"))


class AnswersCard(Card):
    """On the page 보내기·받기: who has not answered, and what others ask us to destroy."""

    filled = Signal()

    def __init__(self, session: Session) -> None:
        """Stay out of sight; there is a card only where something waits."""
        super().__init__(gap=10)
        self._session, self.texts = session, session.texts
        self._holder = QVBoxLayout()
        self._holder.setSpacing(10)
        self.add(words(self.texts("answers-title"), "heading"), self._holder)
        self.hide()
        session.touched.connect(self._on_touched)

    def arrive(self) -> None:
        """Ask who has not answered."""
        self._session.ask(
            read_answers,
            self.show_answers,
            by=self,
            slot="answers",
            lane=Lane.BULK,
            otherwise=self._on_refused,
        )

    def show_answers(
        self, found: "tuple[tuple[CopyLine, ...], tuple[AskedLine, ...], bool]"
    ) -> None:
        """Show what waits, or nothing at all."""
        waiting, asked, works = found
        empty_box(self._holder)
        lines = [self._asked(one, works=works) for one in asked[:_SHOWN]]
        lines += [self._waits(one, works=works) for one in waiting[:_SHOWN]]
        for at, line in enumerate(lines):
            if at:
                self._holder.addWidget(rule())
            self._holder.addWidget(line)
        more = max(0, len(asked) - _SHOWN) + max(0, len(waiting) - _SHOWN)
        if more:
            self._holder.addWidget(words(self.texts("sync-more", count=more), "small"))
        self.setVisible(bool(lines))
        self.filled.emit()

    def _waits(self, one: "CopyLine", *, works: bool) -> QWidget:
        buttons = []
        if works and one.kind == "WITHDRAWN" and one.number:
            name = self.texts("answers-case-name", number=one.number, to=one.name)
            buttons = [Button(self.texts("answers-case"), name=name).on(self._going("case", one.of))]  # fmt: skip
        return copy_line(self.texts, one, *buttons, about=True)

    def _asked(self, one: "AskedLine", *, works: bool) -> QWidget:
        says = self.texts
        number = one.number or one.case[-_SHORT:]
        title = says("answers-asked", to=one.name, number=number)
        lines = column(
            words(title, "strong"),
            words(says("answers-asked-on", ms=one.asked_ms), "small"),
            words(one.next, "small", tone="wait" if one.held else ""),
            gap=4,
        )
        buttons = []
        if works and not one.held:
            name = says("retention-open-name", number=number)
            buttons = [Button(says("retention-open"), name=name).on(self._going("erasing", one.case))]  # fmt: skip
        return _beside(lines, buttons)

    def _going(self, screen: str, case: str) -> Callable[[], None]:
        if screen == "case":
            return lambda: self._session.go("case", case=case, tab="consents")
        return lambda: self._session.go(screen, case=case)

    def _on_refused(self, _error: IntakeError) -> None:
        self.hide()

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        page: QWidget | None = self.parentWidget()  # Qt's stubs forget None
        wanted = {"exchange", "consent", "destruction", "case"}
        if topics & wanted and page and page.isVisible():
            self.arrive()


def read_answers(
    desk: "Desk", _progress: object
) -> "tuple[tuple[CopyLine, ...], tuple[AskedLine, ...], bool]":
    """Ask the desk who has not answered, and what we are asked for."""
    works = desk.roles.mine().sees_content
    return desk.copies.open(), desk.copies.asked(), works
