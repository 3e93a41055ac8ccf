"""Where bundles are left (우편함): nowhere, or a folder that took a test letter.

* A folder is kept only after a letter was left there, read back and taken away again.
* A medium that hangs can be given up; nothing is changed then.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.jobs import Job, Lane
from ui.session import Session
from ui.widgets import Button, Choices, row, say, words
from ui.widgets.field import Field

if TYPE_CHECKING:
    from intake.desk import Desk


class MailboxForm(QWidget):
    """Asks for the kind and the place."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Begin with no mailbox."""
        super().__init__()
        self._session, says = session, session.texts
        self.texts = says
        kinds = [(kind, says(f"mailbox-{kind}")) for kind in ("none", "folder")]
        self.kind = Choices(kinds, says("setup-mailbox"), columns=2)
        self.kind.chosen.connect(lambda _values: self._on_kind())
        self.place = Field(says("mailbox-place"), says("mailbox-place-help"))
        self.place.edited.connect(self.changed)
        self._pick = Button(says("shell-choose-folder"), icon="folder-open")
        self._pick.on(self._on_pick)
        self._said = words("", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.kind)
        box.addWidget(self.place)
        box.addLayout(row(self._pick, None))
        box.addWidget(self._said)
        self.show_mailbox("")

    def show_mailbox(self, place: str) -> None:
        """Show the mailbox that is kept; "" is none."""
        self.kind.choose("folder" if place else "none")
        self.place.set_text(place)
        self._on_kind()

    @property
    def wanted(self) -> str | None:
        """The folder that is wanted; "" is none; None: it is not said yet."""
        if self.kind.values == ("none",):
            return ""
        return self.place.text() or None if self.kind.values else None

    def keep(
        self,
        then: Callable[[], None],
        *,
        otherwise: Callable[[IntakeError], None],
        stopped: Callable[[], None],
    ) -> Job[None]:
        """Try the folder and keep it."""
        place = self.wanted or ""

        def kept(_nothing: None) -> None:
            if place:
                self._session.toast(self.texts("mailbox-tried"))
            then()

        return self._session.do(
            lambda desk, _progress: _keep(desk, place),
            kept,
            by=self,
            lane=Lane.CARRY,
            otherwise=otherwise,
            stopped=stopped,
        )

    def _on_kind(self) -> None:
        folder = self.kind.values == ("folder",)
        self.place.setVisible(folder)
        self._pick.setVisible(folder)
        say(self._said, "" if folder else self.texts("mailbox-none-help"))
        self.changed.emit()

    def _on_pick(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.texts("mailbox-place"))
        if chosen:
            self.place.set_text(chosen)


def _keep(desk: "Desk", place: str) -> None:
    if place:
        desk.exchange.try_mailbox(Path(place))
    desk.exchange.set_mailbox("folder" if place else "none", place)
