"""One field for any identifier (식별정보 더하기): paste anything, what it seems to be is shown.

* The kind is guessed while typing and can be changed by a choice; the guess never hides.
* What is odd, masked, already here or alike is said in one quiet line; nothing is refused.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.people import ClueLook, visible
from ui.screens.case.suspects.clue_rows import icon_of
from ui.screens.case.suspects.doing import Doing, Guard, codes
from ui.widgets import Button, Symbol, row, say, words
from ui.widgets.combo import Combo
from ui.widgets.field import LineEdit

if TYPE_CHECKING:
    from intake.desk import Desk

_BREATH_MS = 250
_SITED = {"uploader"}
_MOST = 2_000  # letters a record has room for


class AddLine(QWidget):
    """Adds identifiers to one suspect; without a suspect, to the main one."""

    def __init__(self, doing: Doing, case: str, suspect: str, name: str) -> None:
        """Stand empty; ``name`` says whose it is."""
        super().__init__()
        self._doing, self._case, self.suspect = doing, case, suspect
        says = doing.texts
        label = says("persons-clue-add-to", name=name)
        self.line = LineEdit(label, says("persons-clue-hint"))
        self.kind = Combo(says("persons-clue-kind", name=name))
        self.kind.addItem(says("persons-kind-guess"), "")
        for code, text in codes(says, "identifier_kind"):
            self.kind.addItem(text, code)
        self.site = LineEdit(
            says("persons-clue-site", name=name), says("persons-clue-site-hint")
        )
        self.add = Button(says("persons-add"), name=label + " " + says("persons-add"))
        self._icon, self._told = Symbol("tag", "muted", 16), words("", "small")
        self._warned = words("", "small", tone="wait")
        self._guard = Guard(says, self.line)
        self._pending: tuple[str, str, str] | None = None
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._stand()
        self._listen()

    @property
    def typed(self) -> tuple[str, str, str]:
        """What stands in it: value, kind, site."""
        return self.line.text(), str(self.kind.currentData() or ""), self.site.text()

    def fill(self, typed: tuple[str, str, str]) -> None:
        """Put back what was typed before the page was made anew."""
        self.line.setText(typed[0])
        self.kind.setCurrentIndex(max(0, self.kind.findData(typed[1])))
        self.site.setText(typed[2])

    def _stand(self) -> None:
        self.kind.setMaximumWidth(190)
        self.kind.hide()  # the choice comes with the first letter
        self.site.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        line = row(self.line, self.kind, self.add, gap=8)
        line.setStretch(0, 1)
        box.addLayout(line)
        box.addWidget(self.site)
        self._icon.hide()
        told = row(self._icon, gap=6)
        told.addWidget(self._told, 1)
        box.addLayout(told)
        for quiet in (self._warned, self._guard.line):
            box.addWidget(quiet)
        self._told.hide()
        self._warned.hide()

    def _listen(self) -> None:
        self.line.textChanged.connect(self._on_text)
        self.line.returnPressed.connect(self._on_add)
        self.kind.currentIndexChanged.connect(lambda _at: self._ask())
        self.site.textChanged.connect(lambda _text: self._breath.start())
        self._breath.timeout.connect(self._ask)
        self.add.on(self._on_add)

    def _on_text(self, text: str) -> None:
        self.kind.setVisible(bool(text.strip()))
        self._breath.start()

    def _ask(self) -> None:
        value, kind, site = self.typed
        if not value.strip():
            self._show(None)
            return
        case = self._case
        self._doing.session.ask(
            lambda desk, _p: desk.suspects.look(case, value, kind, site),
            self._show,
            by=self,
            slot="look",
        )

    def _show(self, look: ClueLook | None) -> None:
        says = self._doing.texts
        self._icon.setVisible(look is not None)
        if look is None:
            say(self._told, "")
            for quiet in (self._warned, self._guard.line):
                say(quiet, "")
            self.site.hide()
            return
        self.site.setVisible(look.kind in _SITED)
        self._icon.show_icon(icon_of(look.kind), "muted")
        parts = [look.kind_label, visible(look.shown, 80), says(f"persons-strength-{look.strength.lower()}")]  # fmt: skip
        if look.others:
            parts.append(says("persons-others", count=look.others))
        say(self._told, " · ".join(part for part in parts if part))
        say(self._warned, " ".join(self._warnings(look)), "wait")

    def _warnings(self, look: ClueLook) -> list[str]:
        says, told = self._doing.texts, []
        if len(self.line.text()) > _MOST:
            told.append(says("persons-too-long"))
        if look.here:
            told.append(says("persons-here-already"))
        if look.alike:
            told.append(says("persons-alike-here"))
        if look.near:
            told.append(says("persons-near"))
        if look.warning_id:
            told.append(says(look.warning_id))
        return told

    def refill(self) -> None:
        """Put back what was not kept."""
        if self._pending and not self.line.text():
            self.fill(self._pending)

    def _on_add(self) -> None:
        value, kind, site = self.typed
        if not value.strip():
            return
        if len(value) > _MOST:
            say(self._warned, self._doing.texts("persons-too-long"), "wait")
            return
        said = {name: text for name, text in (("value", value), ("kind", kind), ("site", site.strip())) if text}  # fmt: skip
        case, suspect = self._case, self.suspect

        def deed(desk: "Desk") -> object:
            return desk.suspects.add_clue(case, said, suspect)

        self._pending = self.typed
        self.fill(("", "", ""))
        self._doing.do(deed, self._doing.texts("persons-clue-added"))
