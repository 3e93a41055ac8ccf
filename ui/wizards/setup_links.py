"""First run, steps 5 and 6: the central desk's keys, and the mailbox. Both may wait."""

from collections.abc import Callable

from typing_extensions import override

from intake.errors import IntakeError
from ui.session import Session
from ui.wizards.keys_panel import KeysPanel
from ui.wizards.mailbox_form import MailboxForm
from ui.wizards.wizard import Step, Wizard


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
        self._session = session
        self.wizard: Wizard | None = None
        self.form = MailboxForm(session)
        self.form.changed.connect(self.changed)
        self.add(self.form, None)

    @override
    def arrive(self) -> None:
        """Begin at the kinds."""
        self.form.kind.focus_first()

    @override
    def ready(self) -> bool:
        """A folder was named where one is needed."""
        return self.form.wanted is not None

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Keep the mailbox, after a test letter was left there and taken away again."""
        if not self.form.wanted:
            _skip(self._session, self, "mailbox", then)
            return
        job = self.form.keep(then, otherwise=self._on_refused, stopped=self._free)

        def cancel() -> None:
            job.cancel()
            self._free()

        if self.wizard is not None:
            text = self.texts("mailbox-trying")
            self.wizard.set_working(working=True, text=text, cancel=cancel)

    @override
    def skip(self, then: Callable[[], None]) -> None:
        """Leave it for later."""
        _skip(self._session, self, "mailbox", then)

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        self.show_error(error)

    def _free(self) -> None:
        if self.wizard is not None:
            self.wizard.set_working(working=False)


def _skip(session: Session, step: Step, name: str, then: Callable[[], None]) -> None:
    session.do(
        lambda desk, _progress: desk.setup.skip(name),
        lambda _nothing: then(),
        by=step,
        otherwise=step.show_error,
    )
