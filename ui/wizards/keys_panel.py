"""Our keys and theirs: words to compare by telephone, files to carry (열쇠).

* Nothing is accepted before a person said that the words are the same.
* Our own words, string and square code say the same thing three ways.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.privacy import copy_for_a_while
from ui.session import Session
from ui.widgets import Button, Card, Pill, column, row, say, words
from ui.widgets.paper import save_bytes
from ui.widgets.qr import QrCode

if TYPE_CHECKING:
    from intake.desk.views import EnrolmentCard, KeyCard, NamedBytes


class KeysPanel(QWidget):
    """Shows our card, takes the other side's file, asks to compare the words."""

    accepted = Signal()

    def __init__(self, session: Session, *, with_code: bool = True) -> None:
        """Ask the desk for our card when shown; ``with_code`` draws the square code too."""
        super().__init__()
        self._session, self._with_code = session, with_code
        self.texts = session.texts
        self._own = Card(ground="soft")
        self._theirs = Card(ground="info")
        self._theirs.hide()
        self._listed = QVBoxLayout()
        self._error = words("", tone="danger")
        self._error.hide()
        self._pending = b""
        says = self.texts
        save = Button(says("keys-save-ours"), icon="download").on(self._on_save)
        take = Button(says("keys-open-theirs"), icon="folder-open").on(self._on_open)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self._own)
        box.addLayout(row(save, take, None))
        box.addWidget(self._theirs)
        box.addWidget(self._error)
        box.addLayout(self._listed)

    def arrive(self) -> None:
        """Ask for our card and for those already accepted."""
        self._session.ask(
            lambda desk, _progress: (desk.keys.own_card(), desk.keys.enrolled()),
            self._on_cards,
            by=self,
            slot="cards",
        )

    def offer(self, data: bytes) -> None:
        """Read the other side's file and show its words."""
        self._pending = data
        self._session.do(
            lambda desk, _progress: desk.keys.read_enrolment(data),
            self._on_read,
            by=self,
            otherwise=self._on_refused,
        )

    def _on_cards(self, cards: "tuple[KeyCard, tuple[EnrolmentCard, ...]]") -> None:
        own, enrolled = cards
        says, self._recipient = self.texts, own.recipient
        _empty(self._own)
        copy = Button(says("keys-copy"), "quiet", icon="copy").on(self._on_copy)
        named = words(says("keys-ours", code=own.code, name=own.name), "strong")
        text = column(named, _words_of(own.words), row(copy, None), None, gap=8)
        things = (text, QrCode(own.qr, 132)) if self._with_code and own.qr else (text,)
        self._own.add(row(*things, gap=24))
        self._show_enrolled(tuple(one for one in enrolled if one.code != own.code))

    def _show_enrolled(self, cards: "tuple[EnrolmentCard, ...]") -> None:
        while (item := self._listed.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for card in cards:
            kind = self.texts(f"keys-kind-{card.kind}")
            line = QWidget()
            state = Pill(self.texts("keys-accepted"), "ok")
            name = words(f"{card.code} · {card.name}", "strong", wrap=False)
            line.setLayout(row(state, name, words(kind, "muted", wrap=False), None))
            self._listed.addWidget(line)

    def _on_read(self, card: "EnrolmentCard") -> None:
        says = self.texts
        say(self._error, "")
        _empty(self._theirs)
        yes = Button(says("keys-same"), "primary", icon="check").on(self._on_same)
        no = Button(says("keys-different")).on(self._on_different)
        self._theirs.add(
            words(says("keys-theirs", code=card.code, name=card.name), "strong"),
            words(says("keys-compare")),
            _words_of(card.words),
            row(yes, no, None),
        )
        self._theirs.show()
        yes.setFocus()

    def _on_same(self) -> None:
        data = self._pending
        self._session.do(
            lambda desk, _progress: desk.keys.accept_enrolment(data),
            lambda _nothing: self._on_accepted(),
            by=self,
            otherwise=self._on_refused,
        )

    def _on_accepted(self) -> None:
        self._theirs.hide()
        self.arrive()
        self.accepted.emit()

    def _on_different(self) -> None:
        self._pending = b""
        self._theirs.hide()
        say(self._error, self.texts("keys-not-accepted"), "wait")

    def _on_refused(self, error: IntakeError) -> None:
        said = self.texts.error(error)
        say(self._error, f"{said.sentence}\n{said.remedy}", "danger")

    def _on_copy(self) -> None:
        copy_for_a_while(self._recipient)
        self._session.toast(self.texts("shell-copied"))

    def _on_save(self) -> None:
        self._session.do(
            lambda desk, _progress: desk.keys.enrolment(), self._on_file, by=self
        )

    def _on_file(self, file: "NamedBytes") -> None:
        try:
            path = save_bytes(self, file.name, file.data)
        except OSError:
            self._session.toast(self.texts("shell-cannot-save"))
            return
        if path is not None:
            self._session.toast(self.texts("shell-saved-file", name=path.name))

    def _on_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.texts("keys-open-theirs"))
        if chosen:
            try:
                self.offer(Path(chosen).read_bytes())
            except OSError:
                say(self._error, self.texts("keys-cannot-read"), "danger")


def _words_of(listed: tuple[str, ...]) -> QWidget:
    """Return the words to compare, numbered, because they are read aloud."""
    holder = QWidget()
    numbered = "   ".join(
        f"{n}\N{NO-BREAK SPACE}{word}" for n, word in enumerate(listed, 1)
    )
    label = words(numbered, "code", selectable=True)
    holder.setLayout(row(label))
    return holder


def _empty(card: Card) -> None:
    while (item := card.body.takeAt(0)) is not None:
        _drop(item)


def _drop(item: object) -> None:
    widget = item.widget() if hasattr(item, "widget") else None
    layout = item.layout() if hasattr(item, "layout") else None
    if widget is not None:
        widget.deleteLater()
    while layout is not None and (inner := layout.takeAt(0)) is not None:
        _drop(inner)
