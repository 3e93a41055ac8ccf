"""처음 시작: six steps, and a window closed between them goes on where it was."""

from typing import TYPE_CHECKING

from ui.session import Session
from ui.widgets import Page
from ui.wizards.setup_links import CentralStep, MailboxStep
from ui.wizards.setup_place import Answers, CenterStep, LanguageStep, PassphraseStep
from ui.wizards.setup_recovery import RecoveryStep
from ui.wizards.wizard import Wizard

if TYPE_CHECKING:
    from intake.desk.views import SetupStep

_AFTER = {
    "recovery": 3,
    "central": 4,
    "mailbox": 5,
}  # what is not done -> where to go on


class FirstRun(Page):
    """Makes a workspace and everything it needs before the first case."""

    def __init__(self, session: Session) -> None:
        """Begin at the language, or where the last time ended."""
        super().__init__()
        self._session = session
        self._answers = Answers(language=session.texts.language)
        self.wizard = self._make()
        self.setProperty("ground", "canvas")
        self.layout().setContentsMargins(0, 56, 0, 0)  # type: ignore[union-attr]  # Page has one
        self.set_body(self.wizard)
        if session.is_open:
            session.ask(
                lambda desk, _progress: desk.setup.steps(), self._on_steps, by=self
            )

    def _make(self) -> Wizard:
        session, answers = self._session, self._answers
        passphrase = PassphraseStep(session, answers)
        steps = (
            LanguageStep(session, answers, self._on_language),
            CenterStep(session, answers),
            passphrase,
            RecoveryStep(session),
            CentralStep(session),
            MailboxStep(session),
        )
        title = session.texts("setup-title")
        wizard = Wizard(session.texts, title, steps, may_leave=False)
        passphrase.wizard = wizard
        wizard.finished.connect(self._on_finished)
        return wizard

    def _on_language(self, language: str) -> None:
        if language == self._session.texts.language:
            return
        self._session.texts.speak(language)
        self._answers.language = language
        old, self.wizard = self.wizard, self._make()
        self.layout().replaceWidget(old, self.wizard)  # type: ignore[union-attr]  # Page has one
        old.hide()
        old.deleteLater()

    def _on_steps(self, steps: "tuple[SetupStep, ...]") -> None:
        missing = [_AFTER[s.name] for s in steps if not s.done and s.name in _AFTER]
        if missing:
            self.wizard.go(min(missing))
        else:
            self._on_finished()

    def _on_finished(self) -> None:
        self._session.go("today")
