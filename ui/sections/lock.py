"""When it locks, and with what it opens."""

from typing_extensions import override

from intake.errors import IntakeError
from ui.sections.section import Section
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
from ui.widgets.field import labelled

_MINUTES = (5, 10, 15, 30)


class LockSection(Section):
    """When it locks, and with what it opens."""

    name = "lock"

    def __init__(self, session: Session) -> None:
        """Offer minutes and a change of passphrase."""
        super().__init__(session)
        says = self.texts
        minutes = [
            (str(m), says("setting-lock-minutes-value", minutes=m)) for m in _MINUTES
        ]
        self._minutes = Choices(minutes, says("setting-lock-minutes"), columns=4)
        self._minutes.chosen.connect(self._on_minutes)
        self._limit = words("", "small")
        self._limit.hide()
        self._old = PassphraseField(says, says("settings-passphrase-old"))
        self._new = PassphraseField(says, says("settings-passphrase-new"))
        self._again = PassphraseField(says, says("settings-passphrase-again"))
        self._error = words("", tone="danger")
        self._error.hide()
        self._progress = ProgressLine(says)
        self._change = Button(says("settings-passphrase-change"), "primary")
        self._change.on(self._on_change)
        for field in (self._old, self._new, self._again):
            field.edited.connect(self._show_button)
        self.card(
            "setting-lock-minutes",
            self._minutes,
            self._limit,
            words(says("settings-lock-help"), "small"),
        )
        self.card(
            "settings-passphrase",
            labelled(says("settings-passphrase-old"), self._old),
            labelled(says("settings-passphrase-new"), self._new),
            labelled(says("settings-passphrase-again"), self._again),
            self._error,
            self._progress,
            row(self._change, None),
        )
        self.end()
        self._show_button()

    @override
    def arrive(self) -> None:
        """Show the minutes."""
        self.session.ask(
            lambda desk, _progress: (
                desk.settings.get("lock_minutes"),
                desk.policies.bounds("lock_minutes")[1],
            ),
            self._on_kept,
            by=self,
            slot="minutes",
        )

    def _on_kept(self, kept: tuple[object, int]) -> None:
        """Show what is in force; what IT does not allow cannot be chosen."""
        value, most = kept
        for minutes in _MINUTES:
            self._minutes.button(str(minutes)).setEnabled(minutes <= most)
        self._minutes.choose(str(value))
        limit = self.texts("policy-lock-most", minutes=most)
        say(self._limit, limit if most < max(_MINUTES) else "")

    def _on_minutes(self, values: tuple[str, ...]) -> None:
        if not values:
            self.arrive()
            return
        minutes = int(values[0])
        self.session.do(
            lambda desk, _progress: desk.settings.set("lock_minutes", minutes),
            by=self,
            otherwise=self._on_forbidden,
        )

    def _on_forbidden(self, error: IntakeError) -> None:
        self.arrive()
        self.session.refuse(error)

    def _show_button(self) -> None:
        new = self._new.text()
        ready = bool(self._old.text()) and bool(new) and new == self._again.text()
        self._change.setEnabled(ready)

    def _on_change(self) -> None:
        old, new = self._old.text(), self._new.text()
        say(self._error, "")
        self._progress.begin(self.texts("shell-working"))
        self.session.do(
            lambda desk, progress: desk.keys.change_passphrase(old, new, progress),
            lambda _nothing: self._on_changed(),
            by=self,
            otherwise=self._on_refused,
            watch=self._progress.step,
        )

    def _on_changed(self) -> None:
        self._progress.end()
        for field in (self._old, self._new, self._again):
            field.clear()
        self.session.toast(self.texts("settings-passphrase-changed"))

    def _on_refused(self, error: IntakeError) -> None:
        self._progress.end()
        said = self.texts.error(error)
        say(self._error, f"{said.sentence}\n{said.remedy}", "danger")
