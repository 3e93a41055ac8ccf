"""Our keys and theirs: words to compare by telephone, files to carry (열쇠).

* Nothing is accepted before a person said that the words are the same.
* One button opens every file that may come: another organisation's card, a new laptop's
  request (answered with a file), our center's answer to this laptop.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.session import Question, Session
from ui.widgets import Button, Pill, row, say, words
from ui.wizards.compare import Compare, read_some
from ui.wizards.own_card import OwnCard, save_file

if TYPE_CHECKING:
    from intake.desk.views import EnrolmentCard, KeyCard, NamedBytes


class KeysPanel(QWidget):
    """Shows our card, takes a file, asks to compare its words, and does what follows."""

    accepted = Signal()

    def __init__(self, session: Session) -> None:
        """Ask the desk for our card when shown."""
        super().__init__()
        self._session, self.texts, self._code = session, session.texts, ""
        self.own = OwnCard(session)
        self._compare = Compare(self.texts)
        self._compare.same.connect(self._on_same)
        self._compare.different.connect(self._on_different)
        self._listed = QVBoxLayout()
        self._error = words("", tone="danger")
        self._error.hide()
        self._pending: tuple[bytes, EnrolmentCard | None] = (b"", None)
        take = Button(self.texts("keys-open-theirs"), icon="folder-open")
        take.on(self._on_open)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.own)
        box.addLayout(row(take, None))
        box.addWidget(self._compare)
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
        """Read a file that came and show its words."""
        self._pending = data, None
        say(self._error, "")
        self._session.ask(
            lambda desk, _progress: desk.keys.read_enrolment(data),
            self._on_read,
            by=self,
            otherwise=self._on_refused,
        )

    def _on_cards(self, cards: "tuple[KeyCard, tuple[EnrolmentCard, ...]]") -> None:
        own, enrolled = cards
        self._code = own.code
        self.own.show_card(own)
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
        if card.kind == "device" and card.code != self._code:
            text = self.texts("keys-device-elsewhere", code=card.code, ours=self._code)
            self._compare.clear()
            say(self._error, text, "danger")
            return
        self._pending = self._pending[0], card
        asks = card.kind == "device"
        self._compare.show_card(card, "keys-compare-device" if asks else "keys-compare")

    def _on_same(self) -> None:
        data, card = self._pending
        if card is not None and card.kind == "device":
            self._answer(data)
        elif card is not None and card.code == self._code:
            self._take(data)
        else:
            self._accept(data)

    def _accept(self, data: bytes) -> None:
        self._session.do(
            lambda desk, _progress: desk.keys.accept_enrolment(data),
            lambda _nothing: self._on_accepted(),
            by=self,
            otherwise=self._on_refused,
        )

    def _answer(self, data: bytes) -> None:
        """Let a laptop of ours in; the answer goes back on the stick."""
        self._session.do(
            lambda desk, _progress: desk.keys.answer_device(data),
            self._on_answer,
            by=self,
            otherwise=self._on_refused,
        )

    def _take(self, data: bytes) -> None:
        """Take our center's answer; it holds from the next opening on."""
        self._session.do(
            lambda desk, _progress: desk.keys.take_device_answer(data),
            lambda _nothing: self._on_taken(),
            by=self,
            otherwise=self._on_refused,
        )

    def _on_accepted(self) -> None:
        self._compare.clear()
        self.arrive()
        self.accepted.emit()

    def _on_answer(self, answer: "NamedBytes") -> None:
        self._compare.clear()
        if save_file(self._session, self, answer):
            say(self._error, self.texts("keys-answer-saved", name=answer.name), "ok")
        self.arrive()

    def _on_taken(self) -> None:
        self._compare.clear()
        self._session.question(
            Question(
                title=self.texts("keys-taken-title"),
                body=self.texts("keys-taken"),
                yes=self.texts("setup-join-again"),
                no=self.texts("shell-skip"),
                act=self._session.lock_wanted.emit,
            )
        )

    def _on_different(self) -> None:
        self._pending = b"", None
        self._compare.clear()
        say(self._error, self.texts("keys-not-accepted"), "wait")

    def _on_refused(self, error: IntakeError) -> None:
        self._compare.clear()
        said = self.texts.error(error)
        say(self._error, f"{said.sentence}\n{said.remedy}", "danger")

    def _on_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.texts("keys-open-theirs"))
        if chosen:
            try:
                self.offer(read_some(Path(chosen)))
            except OSError:
                say(self._error, self.texts("keys-cannot-read"), "danger")
