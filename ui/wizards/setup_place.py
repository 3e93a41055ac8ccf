"""First run, steps 1 to 3: language, center and device, passphrase (처음 시작).

After the third step the workspace exists; closing the window from there on loses nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from intake.text import LANGUAGES
from ui.session import Session
from ui.widgets import Button, Card, Choices, PassphraseField, Symbol, row, say, words
from ui.widgets.field import Field, labelled
from ui.wizards.center_file import BadCenterFile, load_center
from ui.wizards.wizard import Step, Wizard

if TYPE_CHECKING:
    from intake.desk.views import NewWorkspace, Role, Strength
    from intake.desk.views.policies import PolicyGiven


_ROLES = ("center", "central", "escrow")


@dataclass
class Answers:
    """What was said so far; nothing of it is kept before the workspace exists."""

    language: str = "ko"
    role: str = "center"
    center_code: str = ""
    center_name: str = ""
    device_name: str = ""
    counselor: str = ""
    joining: bool = False  # a center's next laptop

    def workspace(self, door: Any, passphrase: str) -> "NewWorkspace":  # noqa: ANN401 - loaded late
        """Return what the desk is asked to make."""
        made = door.NewWorkspace(
            role=cast("Role", self.role),
            center_code=self.center_code,
            center_name=self.center_name,
            device_name=self.device_name,
            counselor=self.counselor,
            language=self.language,
            passphrase=passphrase,
        )
        return cast("NewWorkspace", made)


class LanguageStep(Step):
    """Which language the window speaks."""

    title_id = "setup-language"
    hint_id = "setup-language-hint"

    def __init__(
        self, session: Session, answers: Answers, spoken: Callable[[str], None]
    ) -> None:
        """Call ``spoken`` when another language is chosen."""
        super().__init__(session.texts)
        self._choices = Choices(
            tuple(LANGUAGES.items()), self.texts("setup-language"), columns=2
        )
        self._choices.choose(answers.language)
        self._choices.chosen.connect(
            lambda values: spoken(values[0]) if values else None
        )
        self.add(self._choices, None)

    @override
    def arrive(self) -> None:
        """Begin at the choice."""
        self._choices.focus_first()

    @override
    def ready(self) -> bool:
        """A language is always chosen."""
        return bool(self._choices.values)


class CenterStep(Step):
    """Whose workspace this is, whether it is the first there, and what this laptop is called."""

    title_id = "setup-center"
    hint_id = "setup-center-hint"

    def __init__(
        self, session: Session, answers: Answers, joins: Callable[[], None]
    ) -> None:
        """Ask for role, code, names; ``joins`` is called when the steps are others now."""
        super().__init__(session.texts)
        says, self._answers, self._joins = self.texts, answers, joins
        self._session = session
        roles = [(role, says(f"setup-role-{role}")) for role in _ROLES]
        self._role = Choices(roles, says("setup-role"), columns=3, digits=False)
        self._role.choose(answers.role)
        self._role.chosen.connect(self._on_role)
        self._does = words("", "small")
        ways = [(way, says(f"setup-way-{way}")) for way in ("first", "next")]
        self._way = Choices(ways, says("setup-way"), columns=2, digits=False)
        self._way.choose("next" if answers.joining else "first")
        self._way.chosen.connect(self._on_way)
        self._fields = self._make_fields()
        take = Button(says("setup-center-file"), "quiet", icon="folder-open")
        take.on(self._on_open)
        self._said = words("", tone="ok")
        self._said.hide()
        self._given = words("", "small")
        self._given.hide()
        fields = self._fields
        self.add(
            labelled(says("setup-role"), self._role),
            self._does,
            labelled(says("setup-way"), self._way),
            row(fields["center_code"], fields["center_name"], gap=16),
            row(fields["device_name"], fields["counselor"], gap=16),
            row(take, self._said, None),
            self._given,
            None,
        )
        self._show_role()

    @override
    def arrive(self) -> None:
        """Begin at the code, unless IT set it."""
        self._fields["center_code"].setFocus()
        self._session.enter(
            lambda door, _progress: door.given_by_policy(), self._on_given, by=self
        )

    @override
    def ready(self) -> bool:
        """Everything was answered."""
        return bool(self._role.values and self._way.values) and all(
            field.text() for field in self._fields.values()
        )

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Keep the answers for the third step."""
        self._keep()
        then()

    def take_file(self, path: Path) -> None:
        """Fill in what ``center.toml`` says; a bad file changes nothing."""
        say(self._said, "")
        try:
            file = load_center(path)
        except BadCenterFile as bad:
            say(self.error, self.texts(bad.text_id), "danger")
            return
        say(self.error, "")
        said = {
            "center_code": file.code.upper(),
            "center_name": file.name,
            "device_name": file.device,
        }
        for name, text in said.items():
            if text and not self._fields[name].line.isReadOnly():  # not set by IT
                self._fields[name].set_text(text)
        say(self._said, self.texts("center-file-read", name=path.name), "ok")
        self._fields["counselor"].setFocus()

    def _on_given(self, given: "PolicyGiven") -> None:
        """Take what IT set for this computer; it is not asked for again."""
        said = {"center_code": given.code, "center_name": given.name}
        for name, text in said.items():
            if text:
                line = self._fields[name].line
                line.setMaxLength(max(line.maxLength(), len(text)))
                line.setText(text)
                line.setReadOnly(True)
        if given.role:
            self._role.choose(given.role)
            self._role.setEnabled(False)
            self._show_role()
        if given.faults:
            say(self._given, self.texts("policy-setup-faults", count=given.faults), "wait")  # fmt: skip
        elif given.code or given.name or given.role:
            say(self._given, self.texts("policy-setup-given"))
        if given.code and self._fields["center_code"].line.hasFocus():
            self._fields["device_name"].setFocus()
        self.changed.emit()

    def _make_fields(self) -> dict[str, Field]:
        says = self.texts
        code = Field(says("setup-center-code"), says("setup-center-code-help"), "IC")
        code.line.setMaxLength(4)
        code.line.textEdited.connect(lambda text: code.line.setText(text.upper()))
        code.setMaximumWidth(200)
        fields = {
            "center_code": code,
            "center_name": Field(says("setup-center-name")),
            "device_name": Field(
                says("setup-device-name"), says("setup-device-name-help")
            ),
            "counselor": Field(says("setup-counselor"), says("setup-counselor-help")),
        }
        for name, field in fields.items():
            field.set_text(getattr(self._answers, name))
            field.edited.connect(self.changed)
            field.submitted.connect(self.wanted_next)
        return fields

    def _keep(self) -> None:
        for name, field in self._fields.items():
            setattr(self._answers, name, field.text())
        self._answers.role = (*self._role.values, self._answers.role)[0]
        self._answers.joining = self._way.values == ("next",)

    def _on_role(self, _values: tuple[str, ...]) -> None:
        self._show_role()
        self.changed.emit()

    def _show_role(self) -> None:
        """Say in a sentence what a workspace of this role does; the second party is no center."""
        says, role = self.texts, (*self._role.values, "")[0]
        self._does.setText(says(f"setup-does-{role}") if role else "")
        whose = "party" if role == "escrow" else "center"
        for one in ("code", "name"):
            self._fields[f"center_{one}"].set_label(says(f"setup-{whose}-{one}"))

    def _on_way(self, values: tuple[str, ...]) -> None:
        if values:
            self._keep()
            self._joins()
        self.changed.emit()

    def _on_open(self) -> None:
        kind = self.texts("setup-center-file-kind")
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.texts("setup-center-file"), "", f"{kind} (*.toml)"
        )
        if chosen:
            self.take_file(Path(chosen))


class PassphraseStep(Step):
    """The passphrase; with it the workspace is made."""

    title_id = "setup-passphrase"
    hint_id = "setup-passphrase-hint"
    next_id = "setup-create"
    no_return = True

    def __init__(self, session: Session, answers: Answers) -> None:
        """Ask twice and say in words how strong it is."""
        super().__init__(session.texts)
        says = self.texts
        self._session, self._answers = session, answers
        self.wizard: Wizard | None = None
        self._accepted = False
        self._first = PassphraseField(says, says("setup-passphrase"))
        self._second = PassphraseField(says, says("setup-passphrase-again"))
        self._mark = Symbol("circle-alert", "wait")
        self._mark.hide()
        self._strength = words("")
        self._strength.hide()
        self._suggested = words("", "code", selectable=True)
        self._suggested_card = Card(
            words(says("setup-suggested"), "small"), self._suggested, ground="soft"
        )
        self._suggested_card.hide()
        suggest = Button(says("setup-suggest"), icon="refresh-cw").on(self._on_suggest)
        self._first.edited.connect(self._on_edited)
        self._second.edited.connect(self.changed)
        self._second.submitted.connect(self.wanted_next)
        self._first.submitted.connect(self._second.setFocus)
        self.add(
            labelled(says("setup-passphrase"), self._first),
            row(self._mark, self._strength),
            labelled(says("setup-passphrase-again"), self._second),
            row(suggest, None),
            self._suggested_card,
            None,
        )

    @override
    def arrive(self) -> None:
        """Begin at the first field."""
        self._first.setFocus()

    @override
    def ready(self) -> bool:
        """It is strong enough and was typed the same way twice."""
        typed = self._first.text()
        return bool(typed) and self._accepted and typed == self._second.text()

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Make the workspace and open its desk."""
        passphrase, answers = self._first.text(), self._answers
        folder, session = self._session.folder, self._session

        def made(desk: Any) -> None:  # noqa: ANN401 - the desk is loaded late
            self._first.clear()
            self._second.clear()
            session.open(desk)
            then()

        if self.wizard is not None:
            self.wizard.set_working(working=True, text=self.texts("setup-creating"))
        session.enter(
            lambda door, progress: door.create(
                folder,
                answers.workspace(door, passphrase),
                progress,
                joining=answers.joining,
            ),
            made,
            by=self,
            otherwise=self._on_refused,
            watch=self.wizard.progress.step if self.wizard else None,
        )

    def _on_refused(self, error: Any) -> None:  # noqa: ANN401 - an IntakeError
        if self.wizard is not None:
            self.wizard.set_working(working=False)
        self.show_error(error)

    def _on_edited(self) -> None:
        typed, self._accepted = self._first.text(), False
        self._session.enter(
            lambda door, _progress: door.passphrase_strength(typed),
            self._on_strength,
            by=self,
        )
        self.changed.emit()

    def _on_strength(self, strength: "Strength") -> None:
        self._accepted = strength.accepted
        typed, good = bool(self._first.text()), strength.accepted
        self._mark.show_icon("circle-check", "ok")
        if not good:
            self._mark.show_icon("circle-alert", "wait")
        self._mark.setVisible(typed)
        said = self.texts(strength.text_id) if typed else ""
        say(self._strength, said, "ok" if good else "wait")
        self.changed.emit()

    def _on_suggest(self) -> None:
        language = self._answers.language
        self._session.enter(
            lambda door, _progress: door.suggest_passphrase(language),
            self._on_suggested,
            by=self,
        )

    def _on_suggested(self, passphrase: str) -> None:
        self._suggested.setText(passphrase)
        self._suggested_card.show()
        self._first.set_text(passphrase)
        self._second.clear()
        self._second.setFocus()
