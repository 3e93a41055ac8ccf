"""A colleague on this laptop: a name, a role, her own passphrase; and who leaves."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.session import Session
from ui.widgets import (
    Button,
    Choices,
    PassphraseField,
    ProgressLine,
    row,
    say,
    words,
)
from ui.widgets.field import Field, labelled

_ROLES = ("COUNSELOR", "SUPERVISOR", "IT", "AUDITOR")


class AddPerson(QWidget):
    """A small form; the same own passphrase also ends somebody's slot."""

    added = Signal()

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self._session, self.texts = session, session.texts
        says = self.texts
        self._leaver = ""
        self._name = Field(says("people-name"))
        self._role = Choices(
            [(role, says(f"role-{role.lower()}")) for role in _ROLES],
            says("people-role"),
            columns=4,
        )
        self._role.choose("COUNSELOR")
        self._help = words("", "small")
        self._hers = PassphraseField(says, says("people-her-passphrase"))
        self._again = PassphraseField(says, says("people-her-passphrase-again"))
        self._own = PassphraseField(says, says("people-your-passphrase"))
        self._error = words("", tone="danger")
        self._error.hide()
        self._progress = ProgressLine(says)
        self._go = Button(says("people-add"), "primary", icon="user-plus").on(self._add)
        self._end = Button(says("people-end"), "danger").on(self._on_end)
        self._back = Button(says("shell-cancel")).on(self._on_back)
        self._joining = QWidget()
        self._lay_out()
        for field in (self._name, self._hers, self._again, self._own):
            field.edited.connect(self._show_buttons)
        self._role.chosen.connect(lambda _values: self._show_buttons())
        self._on_back()

    def _lay_out(self) -> None:
        says = self.texts
        inner = QVBoxLayout(self._joining)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for widget in (
            words(says("people-add-help"), "muted"),
            self._name,
            labelled(says("people-role"), self._role),
            self._help,
            labelled(says("people-her-passphrase"), self._hers),
            labelled(says("people-her-passphrase-again"), self._again),
        ):
            inner.addWidget(widget)
        self._leaving = words("", "note")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self._joining)
        box.addWidget(self._leaving)
        box.addWidget(labelled(says("people-your-passphrase"), self._own))
        box.addWidget(self._error)
        box.addWidget(self._progress)
        box.addLayout(row(self._go, self._end, self._back, None))

    # --- somebody comes ----------------------------------------------------------------

    def _show_buttons(self) -> None:
        role = next(iter(self._role.values), "")
        self._help.setText(self.texts(f"role-help-{role.lower()}") if role else "")
        hers = self._hers.text()
        ready = bool(self._name.text() and role and hers and self._own.text())
        self._go.setEnabled(ready and hers == self._again.text())
        self._end.setEnabled(bool(self._own.text()))

    def _add(self) -> None:
        name, (role,) = self._name.text(), self._role.values
        own, hers = self._own.text(), self._hers.text()
        self._begin()
        self._session.do(
            lambda desk, _p: desk.roles.add_person(name, role, own, hers),
            lambda _none: self._done("people-added", name),
            by=self,
            otherwise=self._on_refused,
        )

    # --- somebody leaves ---------------------------------------------------------------

    def begin_ending(self, name: str) -> None:
        """Ask for one's own passphrase, to take a colleague's slot away."""
        self._leaver = name
        self._joining.hide()
        self._leaving.setText(self.texts("people-end-body", who=name))
        self._leaving.show()
        self._go.hide()
        self._end.show()
        self._back.show()
        self._own.setFocus()
        QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self._leaving)
            around.ensureWidgetVisible(self._back)

    def _on_back(self) -> None:
        self._leaver = ""
        self._joining.show()
        self._leaving.hide()
        self._go.show()
        self._end.hide()
        self._back.hide()
        self._show_buttons()

    def _on_end(self) -> None:
        self.end(self._leaver, self._own.text())

    def end(self, name: str, passphrase: str) -> None:
        """Take every role, and the slot where there is one."""
        self._begin()
        self._session.do(
            lambda desk, _p: desk.roles.end_person(name, passphrase),
            lambda _none: self._done("people-ended", name),
            by=self,
            otherwise=self._on_refused,
        )

    # --- how it ends -------------------------------------------------------------------

    def _begin(self) -> None:
        say(self._error, "")
        self._progress.begin(self.texts("shell-working"))

    def _done(self, text_id: str, who: str) -> None:
        self._progress.end()
        self._name.set_text("")
        for field in (self._hers, self._again, self._own):
            field.clear()
        self._on_back()
        self._session.toast(self.texts(text_id, who=who))
        self.added.emit()

    def _on_refused(self, error: IntakeError) -> None:
        self._progress.end()
        said = self.texts.error(error)
        say(self._error, f"{said.sentence}\n{said.remedy}", "danger")
