"""How the window looks: language, brightness, size."""

from typing_extensions import override

from intake.settings import Value
from intake.text import LANGUAGES
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import (
    Button,
    Choices,
    row,
    words,
)

_SCALES = (100, 125, 150)


class DisplaySection(Section):
    """Language, theme, scale."""

    name = "display"

    def __init__(self, session: Session) -> None:
        """Offer what there is."""
        super().__init__(session)
        says = self.texts
        themes = [(t, says(f"setting-theme-{t}")) for t in ("system", "light", "dark")]
        scales = [(str(s), f"{s}%") for s in _SCALES]
        self._choices = {
            "language": Choices(
                tuple(LANGUAGES.items()), says("setting-language"), columns=2
            ),
            "theme": Choices(themes, says("setting-theme"), columns=3),
            "scale": Choices(scales, says("setting-scale"), columns=3),
        }
        for name, choices in self._choices.items():
            choices.chosen.connect(
                lambda values, name=name: self._on_chosen(name, values)
            )
        self._apply = Button(says("settings-lock-and-apply")).on(
            session.lock_wanted.emit
        )
        self._apply.hide()
        self.card("setting-language", self._choices["language"])
        self.card("setting-theme", self._choices["theme"])
        self.card(
            "setting-scale",
            self._choices["scale"],
            words(says("settings-scale-help"), "small"),
            row(self._apply, None),
        )
        self.end()

    @override
    def arrive(self) -> None:
        """Show what is set."""
        self.session.ask(
            lambda desk, _progress: {
                name: desk.settings.get(name) for name in self._choices
            },
            self._on_settings,
            by=self,
            slot="display",
        )

    def _on_settings(self, settings: dict[str, Value]) -> None:
        for name, value in settings.items():
            self._choices[name].choose(str(value))

    def _on_chosen(self, name: str, values: tuple[str, ...]) -> None:
        if not values:
            self.arrive()
            return
        value: Value = int(values[0]) if name == "scale" else values[0]
        self._apply.setVisible(name == "scale" or self._apply.isVisible())
        self.session.do(lambda desk, _progress: desk.settings.set(name, value), by=self)
