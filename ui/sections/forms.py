"""Which forms an interview can use."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.sections.section import Section
from ui.session import Session
from ui.widgets import (
    Symbol,
    row,
    words,
)

if TYPE_CHECKING:
    from intake.desk.views import FormLine


class FormsSection(Section):
    """Which forms an interview can use."""

    name = "forms"

    def __init__(self, session: Session) -> None:
        """List them."""
        super().__init__(session)
        self._listed = QVBoxLayout()
        self._listed.setSpacing(8)
        self.card("settings-forms-title", self._listed)
        self.end()

    @override
    def arrive(self) -> None:
        """Ask for the forms."""
        self.session.ask(
            lambda desk, _progress: desk.interviews.forms(),
            self._on_forms,
            by=self,
            slot="forms",
        )

    def _on_forms(self, forms: "tuple[FormLine, ...]") -> None:
        while (item := self._listed.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for form in forms:
            line = QWidget()
            version = self.texts("settings-form-version", version=form.version)
            line.setLayout(
                row(
                    Symbol("file-text"),
                    words(form.title, "strong", wrap=False),
                    words(version, "small", wrap=False),
                    None,
                )
            )
            self._listed.addWidget(line)
