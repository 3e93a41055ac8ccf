"""처음 시작: six steps, and a window closed between them goes on where it was.

A center's next laptop has other last steps: it asks to be let in instead of founding keys.
"""

from typing import TYPE_CHECKING

from ui.session import Session
from ui.widgets import Page
from ui.wizards.setup_join import JoinStep
from ui.wizards.setup_links import CentralStep, MailboxStep
from ui.wizards.setup_place import Answers, CenterStep, LanguageStep, PassphraseStep
from ui.wizards.setup_recovery import RecoveryStep
from ui.wizards.wizard import Step, Wizard

if TYPE_CHECKING:
    from intake.desk.views import SetupStep

# what is not done yet -> where to go on
_AFTER = {"recovery": 3, "central": 4, "mailbox": 5}
_AFTER_JOINING = {"recovery": 3, "mailbox": 4}
_CENTER, _JOIN = 1, 5


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
                lambda desk, _progress: (desk.setup.steps(), desk.about().enrolled),
                self._on_steps,
                by=self,
            )

    def _make(self) -> Wizard:
        session, answers = self._session, self._answers
        passphrase, mailbox = PassphraseStep(session, answers), MailboxStep(session)
        last: tuple[Step, ...] = (CentralStep(session), mailbox)
        if answers.joining:
            mailbox.next_id = "shell-next"
            last = (mailbox, JoinStep(session))
        steps = (
            LanguageStep(session, answers, self._on_language),
            CenterStep(session, answers, self._on_way),
            passphrase,
            RecoveryStep(session),
            *last,
        )
        title = session.texts("setup-title")
        wizard = Wizard(session.texts, title, steps, may_leave=False)
        passphrase.wizard = mailbox.wizard = wizard
        wizard.finished.connect(self._on_finished)
        return wizard

    def _on_language(self, language: str) -> None:
        if language == self._session.texts.language:
            return
        self._session.texts.speak(language)
        self._answers.language = language
        self._begin_anew()

    def _on_way(self) -> None:
        self._begin_anew()
        self.wizard.go(_CENTER)

    def _begin_anew(self) -> None:
        old, self.wizard = self.wizard, self._make()
        self.layout().replaceWidget(old, self.wizard)  # type: ignore[union-attr]  # Page has one
        old.hide()
        old.deleteLater()

    def _on_steps(self, found: "tuple[tuple[SetupStep, ...], bool]") -> None:
        steps, enrolled = found
        if not enrolled:
            self._answers.joining = True
            self._begin_anew()
        after = _AFTER if enrolled else _AFTER_JOINING
        missing = [after[s.name] for s in steps if not s.done and s.name in after]
        if missing or not enrolled:
            self.wizard.go(min([*missing, _JOIN]))
        else:
            self._on_finished()

    def _on_finished(self) -> None:
        self._session.go("today")
