"""First run, steps 5 and 6: the central desk's keys, and the mailbox. Both may wait."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.session import Session
from ui.widgets import Button, Choices, row, say, words
from ui.widgets.field import Field
from ui.wizards.keys_panel import KeysPanel
from ui.wizards.wizard import Step, Wizard

if TYPE_CHECKING:
    from intake.desk import Desk


class CentralStep(Step):
    """Compare words with the other side by telephone."""

    title_id = "setup-central"
    hint_id = "setup-central-hint"
    skip_id = "shell-skip"
    no_return = True

    def __init__(self, session: Session) -> None:
        """Show our words, take theirs."""
        super().__init__(session.texts)
        self._session = session
        self._panel = KeysPanel(session)
        self._panel.accepted.connect(self._on_accepted)
        self._accepted = False
        self.add(self._panel, None)

    @override
    def arrive(self) -> None:
        """Ask for the cards."""
        self._panel.arrive()

    @override
    def ready(self) -> bool:
        """At least one other side was accepted."""
        return self._accepted

    @override
    def skip(self, then: Callable[[], None]) -> None:
        """Leave it for later; sending waits until then."""
        _skip(self._session, self, "central", then)

    def _on_accepted(self) -> None:
        self._accepted = True
        self.changed.emit()


class MailboxStep(Step):
    """Where bundles are left: nowhere yet, or a folder or stick."""

    title_id = "setup-mailbox"
    hint_id = "setup-mailbox-hint"
    skip_id = "shell-skip"
    next_id = "shell-done"
    no_return = True

    def __init__(self, session: Session) -> None:
        """Offer the kinds there are."""
        super().__init__(session.texts)
        self._session, says = session, self.texts
        self.wizard: Wizard | None = None
        kinds = [(kind, says(f"mailbox-{kind}")) for kind in ("none", "folder")]
        self._kind = Choices(kinds, says("setup-mailbox"), columns=2)
        self._kind.choose("none")
        self._kind.chosen.connect(lambda _values: self._on_kind())
        self._place = Field(says("mailbox-place"), says("mailbox-place-help"))
        self._place.edited.connect(self.changed)
        self._pick = Button(says("shell-choose-folder"), icon="folder-open")
        self._pick.on(self._on_pick)
        self._said = words("", "muted")
        self.add(self._kind, self._place, row(self._pick, None), self._said, None)
        self._on_kind()

    @override
    def arrive(self) -> None:
        """Begin at the kinds."""
        self._kind.focus_first()

    @override
    def ready(self) -> bool:
        """A folder was named where one is needed."""
        return self._kind.values == ("none",) or (
            self._kind.values == ("folder",) and bool(self._place.text())
        )

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Keep the mailbox, after a test letter was left there and taken away again."""
        if self._kind.values == ("none",):
            _skip(self._session, self, "mailbox", then)
            return
        place = self._place.text()

        def kept(_nothing: None) -> None:
            self._session.toast(self.texts("mailbox-tried"))
            then()

        job = self._session.do(
            lambda desk, _progress: _keep_mailbox(desk, place),
            kept,
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            stopped=self._free,
        )

        def cancel() -> None:
            job.cancel()
            self._free()

        if self.wizard is not None:
            text = self.texts("mailbox-trying")
            self.wizard.set_working(working=True, text=text, cancel=cancel)

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        self.show_error(error)

    def _free(self) -> None:
        if self.wizard is not None:
            self.wizard.set_working(working=False)

    @override
    def skip(self, then: Callable[[], None]) -> None:
        """Leave it for later."""
        _skip(self._session, self, "mailbox", then)

    def _on_kind(self) -> None:
        folder = self._kind.values == ("folder",)
        self._place.setVisible(folder)
        self._pick.setVisible(folder)
        say(self._said, "" if folder else self.texts("mailbox-none-help"))
        self.changed.emit()

    def _on_pick(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.texts("mailbox-place"))
        if chosen:
            self._place.set_text(chosen)


def _keep_mailbox(desk: "Desk", place: str) -> None:
    desk.exchange.try_mailbox(Path(place))
    desk.exchange.set_mailbox("folder", place)


def _skip(session: Session, step: Step, name: str, then: Callable[[], None]) -> None:
    session.do(
        lambda desk, _progress: desk.setup.skip(name),
        lambda _nothing: then(),
        by=step,
        otherwise=step.show_error,
    )
