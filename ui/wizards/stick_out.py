"""USB로 주고받기, the last step: let the stick go, and say that it may be pulled once that is true.

* The program asks the system; it believes only that the system no longer lists the stick.
* Where it may not, a person presses the system's own icon, and this page sees when it is done.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from typing_extensions import override

from intake.errors import IntakeError
from ui import theme
from ui.jobs import Lane
from ui.session import Session
from ui.widgets import Button, Card, Symbol, column, row, say, words
from ui.widgets.drives import drives
from ui.wizards.stick import Find, Journey
from ui.wizards.wizard import Step, Wizard

if TYPE_CHECKING:
    from intake.desk.views.sticks import StickOut

_LOOK_MS = 2_000
_ICONS = {"win32": "windows", "darwin": "mac"}
_SHOWN = {  # per state: its sentence, its icon, how it looks
    "OUT": ("stick-out-now", "circle-check", "ok"),
    "STAYS": ("stick-out-stays", "circle-check", "ok"),
    "BUSY": ("stick-out-busy", "circle-alert", "wait"),
    "HAND": ("stick-out-hand", "circle-alert", "wait"),
}
_GROUNDS = {"ok": "ok", "wait": "notice"}


class StickLetGo(Step):
    """Write back, let go, and only then: it may be pulled."""

    title_id = "stick-out"
    hint_id = "stick-out-hint"
    next_id = "send-finish-lock"

    def __init__(self, session: Session, journey: Journey, find: Find = drives) -> None:
        """Begin as soon as it is shown; ``find`` sees that it is gone."""
        super().__init__(session.texts)
        self._session, self._journey, self._find = session, journey, find
        self.wizard: Wizard | None = None
        self.state = ""
        self._ends = False
        self._mark = Symbol("circle-check", "ok", 28)
        self._said, self._how = words("", "heading"), words("", "body")
        self._card = Card(row(self._mark, 12, column(self._said, self._how, gap=4)))
        self.again = Button(self.texts("stick-out-again"), icon="refresh-cw")
        self.again.on(self.arrive)
        self.add(self._card, row(self.again, None), None)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._hide()

    @override
    def arrive(self) -> None:
        """Let it go."""
        folder = self._journey.folder
        self._hide()
        if folder is None:
            return
        if self.wizard is not None:
            text = self.texts("stick-letting-go")
            self.wizard.set_working(working=True, text=text)
        self._session.ask(
            lambda desk, _progress: desk.sticks.release(folder),
            self._on_out,
            by=self,
            slot="out",
            lane=Lane.CARRY,
            otherwise=self._on_refused,
        )

    @override
    def ready(self) -> bool:
        """The system was asked; whoever has to do it by hand may do it after this too."""
        return self._ends

    def look(self) -> None:
        """See whether a person took it out meanwhile."""
        if self.state in {"HAND", "BUSY"} and self._is_gone():
            self.show_state("OUT")

    def show_state(self, state: str) -> None:
        """Say how it stands."""
        self.state, self._ends = state, True
        text_id, icon, ink = _SHOWN[state]
        name = self._journey.place_name
        system = _ICONS.get(sys.platform, "linux")
        self._mark.show_icon(icon, ink)
        self._said.setText(self.texts(text_id, place=name))
        say(self._how, self.texts(f"{text_id}-how", place=name, system=system))
        theme.set_property(self._card, "card", _GROUNDS[ink])
        self._card.show()
        self.again.setVisible(state in {"HAND", "BUSY"})
        if state in {"HAND", "BUSY"}:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()
        if self.wizard is not None:
            self.wizard.next.setFocus()

    def _is_gone(self) -> bool:
        folder = self._journey.folder
        here = any(one.path == folder for one in self._find())
        return folder is not None and not here and not folder.exists()

    def _hide(self) -> None:
        self.state, self._ends = "", False
        self._timer.stop()
        self._card.hide()
        self.again.hide()
        self.changed.emit()

    def _on_out(self, out: "StickOut") -> None:
        self._free()
        self.show_state(out.state)

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        self.show_state("HAND")
        self.show_error(error)

    def _free(self) -> None:
        if self.wizard is not None:
            self.wizard.set_working(working=False)
