"""First run, step 4: the recovery sheet, printed and typed back (복구 안내서).

* The code is on paper or on a stick before the first case, or this step is not done.
* The code is shown on the screen only while it is asked for.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.session import Session
from ui.widgets import Button, Card, PassphraseField, row, say, words
from ui.widgets.field import Field, labelled
from ui.widgets.paper import print_pdf, save_bytes
from ui.wizards.wizard import Step

_SHEET = "ieum-recovery.pdf"


class RecoveryStep(Step):
    """Print, type back, go on."""

    title_id = "setup-recovery"
    hint_id = "setup-recovery-hint"
    next_id = "setup-recovery-next"
    no_return = True

    def __init__(self, session: Session) -> None:
        """Offer paper and stick, then ask for the code."""
        super().__init__(session.texts)
        says, self._session = self.texts, session
        self._code = words("", "code", wrap=True)
        self._shown = Card(
            words(says("setup-recovery-code"), "small"), self._code, ground="soft"
        )
        self._shown.hide()
        printing = Button(says("shell-print"), icon="printer").on(
            lambda: self._sheet(self._on_print)
        )
        saving = Button(says("setup-recovery-save"), icon="usb").on(
            lambda: self._sheet(self._on_save)
        )
        self._show = Button(says("setup-recovery-show"), "quiet", icon="eye")
        self._show.on(self._on_show)
        self._typed = Field(
            says("setup-recovery-type"), says("setup-recovery-type-help")
        )
        self._typed.edited.connect(self.changed)
        self._typed.submitted.connect(self.wanted_next)
        self._passphrase = PassphraseField(says, says("unlock-passphrase"))
        self._passphrase.submitted.connect(self._on_renew)
        renew = Button(says("setup-recovery-renew"), "primary").on(self._on_renew)
        self._renewal = Card(
            words(says("setup-recovery-again")),
            labelled(says("unlock-passphrase"), self._passphrase),
            row(renew, None),
            ground="info",
        )
        self._renewal.hide()
        self._paper = QWidget()
        self._paper.setLayout(row(printing, saving, self._show, None))
        self.add(self._renewal, self._paper, self._shown, self._typed, None)

    @override
    def arrive(self) -> None:
        """Begin where the code is typed back; after a restart there is a new code first."""
        self._typed.setFocus()
        self._session.do(
            lambda desk, _progress: desk.setup.recovery_code(),
            lambda _code: self._show_renewal(wanted=False),
            by=self,
            otherwise=lambda _error: self._show_renewal(wanted=True),
        )

    @override
    def ready(self) -> bool:
        """Something was typed."""
        return bool(self._typed.text())

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Compare what was typed with what was printed."""
        typed = self._typed.text()

        def confirmed(_nothing: None) -> None:
            self._typed.set_text("")
            self._code.setText("")
            then()

        self._session.do(
            lambda desk, _progress: desk.setup.confirm_code(typed),
            confirmed,
            by=self,
            otherwise=self.show_error,
        )

    def _on_renew(self) -> None:
        passphrase = self._passphrase.text()
        self._session.do(
            lambda desk, _progress: desk.setup.renew_code(passphrase),
            self._on_renewed,
            by=self,
            otherwise=self.show_error,
        )

    def _on_renewed(self, code: str) -> None:
        self._passphrase.clear()
        say(self.error, "")
        self._show_renewal(wanted=False)
        self._on_code(code)
        self._typed.setFocus()

    def _show_renewal(self, *, wanted: bool) -> None:
        self._renewal.setVisible(wanted)
        self._paper.setVisible(not wanted)
        self._typed.setVisible(not wanted)
        if wanted:
            self._passphrase.setFocus()

    def _sheet(self, then: Callable[[bytes], None]) -> None:
        self._session.do(
            lambda desk, _progress: desk.setup.recovery_sheet(),
            then,
            by=self,
            otherwise=self.show_error,
        )

    def _on_print(self, data: bytes) -> None:
        if print_pdf(self, data):
            self._session.toast(self.texts("shell-printed"))

    def _on_save(self, data: bytes) -> None:
        try:
            path = save_bytes(self, _SHEET, data)
        except OSError:
            self._session.toast(self.texts("shell-cannot-save"))
            return
        if path is not None:
            self._session.toast(self.texts("shell-saved-file", name=path.name))

    def _on_show(self) -> None:
        if self._shown.isVisible():
            self._code.setText("")
            self._shown.hide()
            return
        self._session.do(
            lambda desk, _progress: desk.setup.recovery_code(),
            self._on_code,
            by=self,
            otherwise=self.show_error,
        )

    def _on_code(self, code: str) -> None:
        self._code.setText(code)
        self._shown.show()
