"""The one place that shows an error, a question, a toast.

* The branch of an error decides how it is shown; its leaf only adds words.
* An error says what happened, what is safe, what to do, and a code to read out at the end.
* A question never blocks: the work below goes on, Escape is no.
* What was found on opening hides nothing: the page begins below it (``room``).
* ``Cancelled`` says nothing.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.errors import (
    Cancelled,
    Damaged,
    IntakeError,
    Locked,
    Refused,
    TooNew,
    Unreachable,
    Untrusted,
)
from intake.text import Texts
from ui.session import Question, Toast
from ui.widgets import Button, Card, Sheet, Symbol, ToastBar, row, words
from ui.widgets.card import Ground

_WIDTH = 560
_TOP, _BELOW = 16, 16
Act = Callable[[], None]


class Notices(QObject):
    """Stands over the window and shows what must be said."""

    room = Signal(int)  # how many pixels at the top the page leaves free

    def __init__(self, host: QWidget, texts: Texts) -> None:
        """Show everything over ``host``."""
        super().__init__(host)
        self._host, self._texts = host, texts
        self._toast = ToastBar(host)
        self.card: Card | None = None
        self._whole = False  # whether the card takes the whole window
        self._lasting = False  # whether the card stays while one works
        host.installEventFilter(self)

    def show_error(self, error: IntakeError, retry: Act | None = None) -> None:
        """Show an error the way its branch asks for."""
        match error:
            case Cancelled():
                return
            case Refused() | Locked():
                self.show_toast(Toast(self._sentence(error)))
            case Unreachable():
                self._show_card(error, "notice", "cloud-off", retry)
            case Untrusted():
                self._show_page(error, "octagon-alert")
            case Damaged():
                self._show_page(error, "database")
            case TooNew():
                self._show_card(error, "notice", "download", None)
            case _:
                self._show_card(error, "notice", "circle-alert", retry)

    def tell(self, sentences: Sequence[str]) -> None:
        """Show what was found on opening, until it is closed."""
        if not sentences:
            return
        self._close_card()
        close = Button(self._texts("shell-close")).on(self._close_card)
        lines = [row(Symbol("circle-alert", "wait"), words(one)) for one in sentences]
        self.card = Card(*lines, row(None, close), ground="notice", parent=self._host)
        self._whole, self._lasting = False, True
        self._stand(sentences[0])

    def show_toast(self, toast: Toast) -> None:
        """Say a short word."""
        self._toast.show_toast(toast.text, toast.action, toast.act)

    def ask(self, question: Question) -> Sheet:
        """Ask before a deed; no, Escape and looking away change nothing."""
        no = Button(question.no)
        yes = Button(question.yes, "danger" if question.danger else "primary")
        sheet = Sheet(
            self._host,
            words(question.title, "heading"),
            words(question.body, "muted"),
            8,
            row(None, no, yes),
        )
        no.on(sheet.close_sheet)
        yes.on(sheet.close_sheet).on(question.act)
        sheet.setAccessibleName(question.title)
        sheet.open_sheet(no)
        return sheet

    def clear(self) -> None:
        """Take everything away: before the lock nothing of it may stay."""
        self._toast.hide()
        self._close_card()

    def _sentence(self, error: IntakeError) -> str:
        said = self._texts.error(error)
        return f"{said.sentence} {said.remedy}"

    def _show_page(self, error: IntakeError, icon: str) -> None:
        """Stop: nothing is retried, the evidence stays, IT is told."""
        self._close_card()
        said = self._texts.error(error)
        close = Button(self._texts("shell-back-to-work")).on(self._close_card)
        self.card = Card(
            None,
            row(None, Symbol(icon, "danger", 40), None),
            8,
            words(said.sentence, "title"),
            words(said.remedy, "note"),
            8,
            words(self._texts("shell-tell-it", code=said.code), "muted"),
            16,
            row(close, None),
            None,
            parent=self._host,
        )
        self._whole = True
        self._stand(said.sentence)
        close.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_card(
        self, error: IntakeError, ground: Ground, icon: str, retry: Act | None
    ) -> None:
        self._close_card()
        said = self._texts.error(error)
        ink = "danger" if ground == "danger" else "wait"
        close = Button(self._texts("shell-close")).on(self._close_card)
        again = Button(self._texts("shell-retry"), "primary", icon="refresh-cw")
        self.card = Card(
            row(Symbol(icon, ink, 20), 4, words(said.sentence, "strong"), gap=4),
            words(said.remedy),
            row(words(said.code, "small", wrap=False), None, close, again),
            ground=ground,
            parent=self._host,
        )
        again.setVisible(retry is not None)
        if retry is not None:
            again.on(self._close_card).on(retry)
        self._whole = False
        self._stand(said.sentence)

    def _stand(self, name: str) -> None:
        if self.card is not None:
            self.card.setAccessibleName(name)
            self._place()
            self.card.show()
            self.card.raise_()

    def _close_card(self) -> None:
        if self.card is not None:
            self.card.hide()
            self.card.deleteLater()
            self.card, self._lasting = None, False
            self.room.emit(0)

    def _place(self) -> None:
        if self.card is not None and self._whole:
            self.card.setGeometry(self._host.rect())
            side = max(24, (self._host.width() - _WIDTH) // 2)
            self.card.body.setContentsMargins(side, 24, side, 24)
        elif self.card is not None:
            width = min(_WIDTH, self._host.width() - 32)
            self.card.setFixedWidth(width)
            self.card.resize(width, self.card.heightForWidth(width))
            self.card.move((self._host.width() - width) // 2, _TOP)
            if self._lasting:
                self.room.emit(_TOP + self.card.height() + _BELOW)
        if self._toast.isVisible():
            self._toast.place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False
