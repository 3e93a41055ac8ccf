"""Our own keys: words to read aloud, a string, a square code, a file and a sheet (우리 열쇠)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.privacy import copy_for_a_while
from ui.session import Session
from ui.widgets import Button, Card, column, row, words
from ui.widgets.flow import Flow
from ui.widgets.paper import print_pdf, save_bytes
from ui.widgets.qr import QrCode
from ui.wizards.compare import empty, spoken_words

if TYPE_CHECKING:
    from intake.desk.views import KeyCard, NamedBytes

_CODE = 387  # three pixels a module: a camera reads it from the screen
_STRING = 132


class OwnCard(Card):
    """Says the same thing three ways; the string and the square code are shown when asked for."""

    def __init__(self, session: Session) -> None:
        """Stand empty until ``show_card``."""
        super().__init__(ground="soft")
        self._session, self.texts = session, session.texts
        self._recipient = ""

    def show_card(self, card: "KeyCard") -> None:
        """Show our own card."""
        says, self._recipient = self.texts, card.recipient
        empty(self)
        self.unfolded = self._make_unfolded(card)
        self.unfolded.hide()
        self.fold = Button(says("keys-show-code"), "quiet", icon="key-round")
        self.fold.on(self._on_fold)
        copy = Button(says("keys-copy"), "quiet", icon="copy").on(self._on_copy)
        save = Button(says("keys-save-ours"), "quiet", icon="download")
        sheet = Button(says("keys-print-ours"), "quiet", icon="printer")
        save.on(self._on_save)
        sheet.on(self._on_sheet)
        buttons = Flow(save, sheet, copy, self.fold, gap=0)
        self.add(
            words(says("keys-ours", code=card.code, name=card.name), "strong"),
            spoken_words(card.words),
            self.unfolded,
            buttons,
        )
        self.body.setContentsMargins(20, 16, 20, 10)

    def _make_unfolded(self, card: "KeyCard") -> QWidget:
        says, holder = self.texts, QWidget()
        string = QPlainTextEdit(card.recipient)
        string.setReadOnly(True)
        string.setTabChangesFocus(True)
        string.setAccessibleName(says("keys-string"))
        string.setFixedHeight(_STRING)
        text = column(
            words(says("keys-string"), "small"),
            string,
            words(says("keys-code-help"), "small"),
            None,
            gap=6,
        )
        things = (text, QrCode(card.qr, _CODE)) if card.qr else (text,)
        holder.setLayout(row(*things, gap=24))
        return holder

    def _on_fold(self) -> None:
        shown = self.unfolded.isVisibleTo(self)
        self.unfolded.setVisible(not shown)
        text = self.texts("keys-show-code" if shown else "keys-hide-code")
        self.fold.setText(text)
        self.fold.setAccessibleName(text)

    def _on_copy(self) -> None:
        copy_for_a_while(self._recipient)
        self._session.toast(self.texts("shell-copied"))

    def _on_save(self) -> None:
        self._session.do(
            lambda desk, _progress: desk.keys.enrolment(), self._on_file, by=self
        )

    def _on_file(self, file: "NamedBytes") -> None:
        save_file(self._session, self, file)

    def _on_sheet(self) -> None:
        self._session.do(
            lambda desk, _progress: desk.keys.sheet(), self._on_paper, by=self
        )

    def _on_paper(self, paper: "NamedBytes") -> None:
        if print_pdf(self, paper.data):
            self._session.toast(self.texts("shell-printed"))


def save_file(session: Session, parent: QWidget, file: "NamedBytes") -> bool:
    """Ask for a place, write a file there, and say so; False where nothing was written."""
    try:
        path = save_bytes(parent, file.name, file.data)
    except OSError:
        session.toast(session.texts("shell-cannot-save"))
        return False
    if path is not None:
        session.toast(session.texts("shell-saved-file", name=path.name))
    return path is not None
