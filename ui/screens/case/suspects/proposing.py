"""같은 사람으로 제안: somebody saw this person before, and finds them in another case.

It goes on the list of candidates and waits there; another person decides.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.people import FoundSuspect, SuspectCard, visible
from ui.screens.case.suspects.doing import Doing, empty
from ui.screens.case.suspects.joining import name_of
from ui.widgets import Button, column, row, say, words
from ui.widgets.field import Field
from ui.widgets.tall_sheet import TallSheet

_BREATH_MS = 250


class ProposeSheet(TallSheet):
    """Finds suspects of other cases, and proposes one."""

    def __init__(self, doing: Doing, card: SuspectCard) -> None:
        """Stand over the page of ``card``."""
        says = doing.texts
        no = Button(says("shell-cancel")).on(self.close_sheet)
        super().__init__(doing.window, says("alike-propose"), no, note=says("alike-propose-hint"))  # fmt: skip
        self._doing, self._card = doing, card
        self.text = Field(says("persons-join-find"), says("persons-join-find-hint"))
        self._told, self._found = words("", "muted"), QVBoxLayout()
        self._found.setSpacing(8)
        self._told.hide()
        self.put(self.text, self._told, self._found)
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self.text.edited.connect(self._breath.start)
        self._breath.timeout.connect(self._ask)

    def ask(self) -> None:
        """Show the sheet with the focus on what is looked for."""
        self.open_sheet(self.text.line)

    def _ask(self) -> None:
        text, case = self.text.text(), self._card.case
        self._doing.session.ask(
            lambda desk, _p: desk.suspects.find(text, case),
            self._show,
            by=self,
            slot="find",
        )

    def _show(self, found: tuple[FoundSuspect, ...]) -> None:
        says = self._doing.texts
        empty(self._found)
        known = {self._card.id, *(one.record for one in self._card.joined)}
        offered = [one for one in found if one.suspect not in known]
        for one in offered:
            self._found.addWidget(self._offer(one))
        nothing = bool(self.text.text()) and not offered
        say(self._told, says("persons-join-nothing") if nothing else "")
        self.place()

    def _offer(self, one: FoundSuspect) -> QWidget:
        says = self._doing.texts
        name = name_of(says("persons-nameless"), one.name)
        told = " · ".join(filter(None, (one.number, visible(one.clue, 60))))
        button = Button(says("alike-propose-this"), name=says("alike-propose-name", name=f"{name} {told}"))  # fmt: skip
        button.on(self._proposing(one.suspect))
        holder, line = QWidget(), row(gap=12)
        line.addLayout(column(words(name, "strong"), words(told, "small"), gap=2), 1)
        line.addWidget(button)
        holder.setLayout(line)
        return holder

    def _proposing(self, other: str) -> Callable[[], None]:
        def propose() -> None:
            mine = self._card.id
            self.close_sheet()
            said = self._doing.texts("alike-proposed")
            self._doing.do(lambda desk: desk.matches.propose(mine, other), said)

        return propose
