"""How old the person is, and what that asks of a guardian (법정대리인)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views import GuardianNote
from intake.text import Texts
from ui.widgets import Card, Choices, words
from ui.widgets.field import Field

_AGES = (("UNDER_14", "under-14"), ("14_18", "14-18"), ("ADULT", "adult"))
_TOLD = (("YES", "yes"), ("NO", "no"))
_CHILD, _ADULT = 14, 19


class GuardianCard(Card):
    """The age, and below 14 the guardian's consent or why the guardian is not told."""

    def __init__(self, texts: Texts) -> None:
        """Ask for the age only."""
        title = texts("gate-age")
        offered = [(code, texts(f"gate-age-{word}")) for code, word in _AGES]
        self.ages = Choices(offered, title, columns=len(_AGES))
        self.ages.chosen.connect(lambda _values: self._show())
        told = [(code, texts(f"gate-guardian-told-{word}")) for code, word in _TOLD]
        self.told = Choices(told, texts("gate-guardian-told"), columns=len(told))
        self.told.chosen.connect(lambda _values: self._show())
        self.name = Field(texts("gate-guardian-name"))
        self.contact = Field(texts("gate-guardian-contact"))
        self.reason = Field(texts("gate-guardian-reason"))
        self._youth = words(texts("gate-guardian-14-18"), "muted")
        self._child = words(texts("consent-gate-under-14"), "muted")
        self._who = QWidget()
        who = QVBoxLayout(self._who)
        who.setContentsMargins(0, 0, 0, 0)
        for field in (self.name, self.contact):
            who.addWidget(field)
        super().__init__(
            words(title, "heading"),
            self.ages,
            self._youth,
            self._child,
            self.told,
            self._who,
            self.reason,
            gap=10,
        )
        self._show()

    def start(self, age: int | None) -> None:
        """Stand as the age asks for, if it is known."""
        self.ages.choose()
        self.told.choose()
        for field in (self.name, self.contact, self.reason):
            field.set_text("")
        if age is not None:
            known = "UNDER_14" if age < _CHILD else "14_18" if age < _ADULT else "ADULT"
            self.ages.choose(known)
        self._show()

    def note(self) -> GuardianNote | None:
        """Return what is to be kept about the guardian; None where there is nothing."""
        told = next(iter(self.told.values), "")
        if not self.ages.values or self.ages.values[0] == "ADULT" or not told:
            return None
        if told == "YES":
            return GuardianNote(self.name.text(), self.contact.text(), told=True)
        return GuardianNote(reason=self.reason.text())

    def _show(self) -> None:
        age = next(iter(self.ages.values), "")
        told = next(iter(self.told.values), "")
        minor = age in {"UNDER_14", "14_18"}
        self._youth.setVisible(age == "14_18")
        self._child.setVisible(age == "UNDER_14")
        self.told.setVisible(minor)
        self._who.setVisible(minor and told == "YES")
        self.reason.setVisible(minor and told == "NO")
