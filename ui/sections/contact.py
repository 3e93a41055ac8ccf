"""Whom other centers may call here (센터 연락처): a desk's number, never anybody's own."""

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.sections.section import Section
from ui.session import Session
from ui.widgets import Button, row, words
from ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINES = ("name", "phone", "email", "hours")


class ContactSection(Section):
    """Asks for a name, a number, an address and the hours."""

    name = "contact"

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(session)
        says = self.texts
        self.fields = {one: Field(says(f"contact-{one}")) for one in _LINES}
        self.keep = Button(says("contact-keep"), "primary").on(self._on_keep)
        hint = words(says("contact-help"), "muted")
        self.card("contact-title", hint, *self.fields.values(), row(None, self.keep))
        self.end()

    @override
    def arrive(self) -> None:
        """Ask what stands."""
        self.session.ask(
            lambda desk, _progress: desk.link_notices.contact(),
            self._on_contact,
            by=self,
            slot="contact",
        )

    def _on_contact(self, known: "Mapping[str, str]") -> None:
        for name, field in self.fields.items():
            field.set_text(str(known.get(name, "")))

    def _on_keep(self) -> None:
        told = [self.fields[name].text() for name in _LINES]

        def kept(_none: object) -> None:
            self.session.toast(self.texts("contact-kept"))

        self.session.do(
            lambda desk, _progress: desk.link_notices.set_contact(*told), kept, by=self
        )
