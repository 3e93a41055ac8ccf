"""문서의 센터 정보: what a center says of itself on papers; of the center, never of a person.

* Where each line is printed stands below it. A line that is empty is an empty line on the paper.
* What goes to a court has the center's name and nothing of this.
"""

from typing import TYPE_CHECKING

from typing_extensions import override

from intake.errors import IntakeError
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import Button, row, words
from ui.widgets.field import Field

if TYPE_CHECKING:
    from intake.desk import Desk

_LINES = ("number", "address", "phone", "email")
_MOST = 120  # letters


class LetterheadSection(Section):
    """Asks for number, address, telephone and mail of the center."""

    name = "letterhead"

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(session)
        says = self.texts
        self._center = words("", "strong")
        self.fields = {one: Field(says(f"letterhead-{one}"), says(f"letterhead-{one}-where")) for one in _LINES}  # fmt: skip
        for field in self.fields.values():
            field.line.setMaxLength(_MOST)
            field.edited.connect(self._on_edited)
            field.submitted.connect(self._on_keep)
        self._kept: dict[str, str] = {}
        self._may = False
        self._why = words(says("letterhead-locked"), "small", tone="wait")
        self._why.hide()
        self.keep = Button(says("letterhead-keep"), "primary").on(self._on_keep)
        self.card(
            "letterhead-title",
            words(says("letterhead-help"), "muted"),
            self._why,
            self._center,
            *self.fields.values(),
            row(None, self.keep),
        )
        self.end()
        self._on_edited()

    @override
    def arrive(self) -> None:
        """Ask what stands."""

        def read(desk: "Desk", _progress: object) -> tuple[str, bool, dict[str, str]]:
            told = {one: str(desk.settings.get(f"center_{one}")) for one in _LINES}
            mine = desk.roles.mine()
            return desk.about().center_name, mine.sees_content or "IT" in mine.roles, told  # fmt: skip

        self.session.ask(read, self._on_seen, by=self, slot="letterhead")

    def _on_seen(self, seen: tuple[str, bool, dict[str, str]]) -> None:
        center, self._may, self._kept = seen
        self._center.setText(center)
        self._why.setVisible(not self._may)
        for name, field in self.fields.items():
            field.set_text(self._kept[name])
            field.line.setReadOnly(not self._may)
        self._on_edited()

    def _changed(self) -> dict[str, str]:
        said = {name: field.text() for name, field in self.fields.items()}
        return {name: value for name, value in said.items() if value != self._kept.get(name)}  # fmt: skip

    def _on_edited(self) -> None:
        self.keep.setEnabled(self._may and bool(self._changed()))

    def _on_keep(self) -> None:
        told = self._changed()
        if not (self._may and told):
            return

        def deed(desk: "Desk", _progress: object) -> None:
            for name, value in told.items():
                desk.settings.set(f"center_{name}", value)

        def kept(_none: object) -> None:
            self._kept |= told
            self._on_edited()
            self.session.toast(self.texts("letterhead-kept"))

        def refused(error: IntakeError) -> None:
            self.session.refuse(error)
            self.arrive()

        self.session.do(deed, kept, by=self, otherwise=refused)
