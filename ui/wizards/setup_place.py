"""First run, steps 1 to 3: language, center and device, passphrase (처음 시작).

After the third step the workspace exists; closing the window from there on loses nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from typing_extensions import override

from intake.text import LANGUAGES
from ui.session import Session
from ui.widgets import Button, Card, Choices, PassphraseField, Symbol, row, say, words
from ui.widgets.field import Field, labelled
from ui.wizards.wizard import Step, Wizard

if TYPE_CHECKING:
    from intake.desk.views import NewWorkspace, Role, Strength


@dataclass
class Answers:
    """What was said so far; nothing of it is kept before the workspace exists."""

    language: str = "ko"
    role: str = "center"
    center_code: str = ""
    center_name: str = ""
    device_name: str = ""
    counselor: str = ""

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
    """Whose workspace this is, and what this laptop is called."""

    title_id = "setup-center"
    hint_id = "setup-center-hint"

    def __init__(self, session: Session, answers: Answers) -> None:
        """Ask for role, code, names."""
        super().__init__(session.texts)
        says, self._answers = self.texts, answers
        roles = [(role, says(f"setup-role-{role}")) for role in ("center", "central")]
        self._role = Choices(roles, says("setup-role"), columns=2, digits=False)
        self._role.choose(answers.role)
        self._code = Field(
            says("setup-center-code"), says("setup-center-code-help"), "IC"
        )
        self._name = Field(says("setup-center-name"))
        self._device = Field(says("setup-device-name"), says("setup-device-name-help"))
        self._person = Field(says("setup-counselor"), says("setup-counselor-help"))
        self._code.line.setMaxLength(4)
        self._fields = {
            "center_code": self._code,
            "center_name": self._name,
            "device_name": self._device,
            "counselor": self._person,
        }
        for name, field in self._fields.items():
            field.set_text(getattr(answers, name))
            field.edited.connect(self.changed)
            field.submitted.connect(self.wanted_next)
        self._code.line.textEdited.connect(self._on_code)
        self._code.setMaximumWidth(200)
        self.add(
            labelled(says("setup-role"), self._role),
            row(self._code, self._name, gap=16),
            row(self._device, self._person, gap=16),
            None,
        )

    @override
    def arrive(self) -> None:
        """Begin at the code."""
        self._code.setFocus()

    @override
    def ready(self) -> bool:
        """Everything was answered."""
        return all(field.text() for field in self._fields.values())

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Keep the answers for the third step."""
        for name, field in self._fields.items():
            setattr(self._answers, name, field.text())
        self._answers.role = self._role.values[0]
        then()

    def _on_code(self, text: str) -> None:
        self._code.line.setText(text.upper())


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
                folder, answers.workspace(door, passphrase), progress
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
