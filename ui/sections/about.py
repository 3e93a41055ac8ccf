"""Whose workspace this is."""

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.sections.section import Section
from ui.session import Session
from ui.widgets import (
    row,
    words,
)
from ui.widgets.card import Thing

if TYPE_CHECKING:
    from intake.desk.views import About


class AboutSection(Section):
    """Whose workspace this is."""

    name = "about"

    def __init__(self, session: Session) -> None:
        """Show names and the version."""
        super().__init__(session)
        self._lines = {
            name: words("", selectable=True)
            for name in ("center", "device", "counselor", "role", "folder", "version")
        }
        rows: list[Thing] = []
        for name, label in self._lines.items():
            title = words(self.texts(f"about-{name}"), "muted", wrap=False)
            title.setFixedWidth(140)
            rows.append(row(title, label))
        self.card("settings-about", *rows)
        self.end()

    @override
    def arrive(self) -> None:
        """Ask."""
        self.session.ask(
            lambda desk, _progress: desk.about(), self._on_about, by=self, slot="about"
        )

    def _on_about(self, about: "About") -> None:
        shown = {
            "center": f"{about.center_name} ({about.center_code})",
            "device": about.device_name,
            "counselor": about.counselor,
            "role": self.texts(f"setup-role-{about.role}"),
            "folder": str(about.folder),
            "version": about.version,
        }
        for name, text in shown.items():
            self._lines[name].setText(text)
