"""처음 시작: six steps, and a window closed between them goes on where it was.

A center's next laptop has other last steps: it asks to be let in instead of founding keys. On a
computer that takes the place of a lost one, a backup is restored instead.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.health import open_health
from ui.session import Session
from ui.widgets import Button, Card, Column, Page, row
from ui.wizards.restore_panel import RestorePanel, told_of
from ui.wizards.setup_join import JoinStep
from ui.wizards.setup_links import CentralStep, MailboxStep
from ui.wizards.setup_place import Answers, CenterStep, LanguageStep, PassphraseStep
from ui.wizards.setup_recovery import RecoveryStep
from ui.wizards.wizard import Step, Wizard

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import SetupStep
    from intake.desk.views.backups import RestoredView

# what is not done yet -> where to go on
_AFTER = {"recovery": 3, "central": 4, "mailbox": 5}
_AFTER_JOINING = {"recovery": 3, "mailbox": 4}
_CENTER, _JOIN = 1, 5
_RESTORE = 520


class FirstRun(Page):
    """Makes a workspace and everything it needs before the first case."""

    def __init__(self, session: Session) -> None:
        """Begin at the language, or where the last time ended."""
        super().__init__()
        self._session = session
        self._answers = Answers(language=session.texts.language)
        self.wizard = self._make()
        self._body: QWidget = self.wizard
        self.setProperty("ground", "canvas")
        self.layout().setContentsMargins(0, 56, 0, 16)  # type: ignore[union-attr]  # Page has one
        self.set_body(self.wizard)
        self.restore = self._offer_restore()
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

    def _offer_restore(self) -> Button:
        """Offer a backup below the steps, as long as there is no workspace."""
        says = self._session.texts
        offer = Button(says("restore-open"), "quiet", icon="archive-restore")
        offer.on(self._on_restore)
        self._session.opened.connect(offer.hide)
        self.doctor = Button(says("doctor-open"), "quiet", icon="life-buoy")
        self.doctor.on(lambda: open_health(self._session, self.window()))
        self.layout().addLayout(row(None, offer, self.doctor, None))  # type: ignore[union-attr]
        offer.setVisible(not self._session.is_open)  # not before it stands on the page
        return offer

    def _on_restore(self) -> None:
        panel = RestorePanel(self._session, aside=False)
        panel.restored.connect(self._on_restored)
        panel.left.connect(self._begin_anew)
        self._put(Column(Card(panel), None, width=_RESTORE))
        self.restore.hide()
        panel.choose.setFocus()

    def _on_restored(self, desk: "Desk", view: "RestoredView") -> None:
        self._session.open(desk)
        self._session.go("today")
        self._session.toast(told_of(self._session, view))

    def _put(self, body: QWidget) -> None:
        old, self._body = self._body, body
        self.layout().replaceWidget(old, body)  # type: ignore[union-attr]  # Page has one
        old.hide()
        old.deleteLater()

    def _on_language(self, language: str) -> None:
        if language == self._session.texts.language:
            return
        self._session.speak(language)
        self._answers.language = language
        self._begin_anew()

    def _on_way(self) -> None:
        self._begin_anew()
        self.wizard.go(_CENTER)

    def _begin_anew(self) -> None:
        self.wizard = self._make()
        self._put(self.wizard)
        self.restore.setText(self._session.texts("restore-open"))
        self.doctor.setText(self._session.texts("doctor-open"))
        self.restore.setVisible(not self._session.is_open)

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
