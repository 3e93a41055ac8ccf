"""First run of a center's next laptop: it asks to be let in, and takes the answer (기기 더하기).

* The request goes out as a file and the answer comes back as one; at both ends a person
  compares words.
* With the answer the program starts anew; before that no case can begin here.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from intake.errors import IntakeError
from ui.session import Session
from ui.widgets import Button, Card, column, row, say, words
from ui.wizards.compare import Compare, empty, read_some, spoken_words
from ui.wizards.own_card import save_file
from ui.wizards.wizard import Step

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import EnrolmentCard, NamedBytes


class JoinStep(Step):
    """Ask, wait, take the answer, open again."""

    title_id = "setup-join"
    hint_id = "setup-join-hint"
    next_id = "setup-join-again"
    no_return = True

    def __init__(self, session: Session) -> None:
        """Show the words of the request and take the answer."""
        super().__init__(session.texts)
        says, self._session = self.texts, session
        self._request: NamedBytes | None = None
        self._pending, self._taken = b"", False
        self._asking = Card(ground="soft")
        save = Button(says("setup-join-save"), "primary", icon="usb").on(self._on_save)
        self._open = Button(says("setup-join-open"), icon="folder-open")
        self._open.on(self._on_open)
        self._compare = Compare(says)
        self._compare.same.connect(self._on_same)
        self._compare.different.connect(self._on_different)
        self._said = words("", tone="ok")
        self._said.hide()
        self.add(
            words(says("setup-join-first"), "strong"),
            self._asking,
            row(save, None),
            4,
            words(says("setup-join-then"), "strong"),
            row(self._open, None),
            self._compare,
            self._said,
            None,
        )

    @override
    def arrive(self) -> None:
        """Make the request and show its words."""
        self._session.do(
            lambda desk, _progress: _request(desk),
            self._on_request,
            by=self,
            otherwise=self.show_error,
        )

    @override
    def ready(self) -> bool:
        """The answer was taken."""
        return self._taken

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Lock and start anew; the next opening is the first as one of the center's."""
        del then
        self._session.lock_wanted.emit()

    def offer(self, data: bytes) -> None:
        """Read the answer and show the center's words."""
        self._pending = data
        say(self.error, "")
        self._session.ask(
            lambda desk, _progress: desk.keys.read_enrolment(data),
            self._on_read,
            by=self,
            otherwise=self._on_refused,
        )

    def _on_request(self, made: "tuple[NamedBytes, EnrolmentCard]") -> None:
        self._request, card = made
        empty(self._asking)
        named = self.texts("keys-theirs-device", code=card.code, name=card.name)
        self._asking.add(column(words(named, "small"), spoken_words(card.words), gap=4))

    def _on_save(self) -> None:
        if self._request is not None:
            save_file(self._session, self, self._request)

    def _on_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.texts("setup-join-open"))
        if chosen:
            try:
                self.offer(read_some(Path(chosen)))
            except OSError:
                say(self.error, self.texts("keys-cannot-read"), "danger")

    def _on_read(self, card: "EnrolmentCard") -> None:
        if card.kind == "device":  # our own request, or somebody else's
            self._compare.clear()
            say(self.error, self.texts("setup-join-no-answer"), "danger")
            return
        self._compare.show_card(card, "setup-join-compare")

    def _on_same(self) -> None:
        data = self._pending
        self._session.do(
            lambda desk, _progress: desk.keys.take_device_answer(data),
            lambda _nothing: self._on_taken(),
            by=self,
            otherwise=self._on_refused,
        )

    def _on_taken(self) -> None:
        self._taken = True
        self._compare.clear()
        self._open.setEnabled(False)
        say(self._said, self.texts("setup-join-taken"), "ok")
        self.changed.emit()

    def _on_different(self) -> None:
        self._pending = b""
        self._compare.clear()
        say(self.error, self.texts("keys-not-accepted"), "wait")

    def _on_refused(self, error: IntakeError) -> None:
        self._compare.clear()
        self.show_error(error)


def _request(desk: "Desk") -> "tuple[NamedBytes, EnrolmentCard]":
    file = desk.keys.device_request()
    return file, desk.keys.read_enrolment(file.data)
