"""The same person in another record (같은 사람으로 합치기): chosen by a person, with a reason."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.people import FoundSuspect, SuspectCard, visible
from ui.screens.case.suspects.doing import Doing, choices_of, codes, empty
from ui.widgets import Button, column, row, say, words
from ui.widgets.field import Field
from ui.widgets.tall_sheet import TallSheet

_BREATH_MS = 250


class JoinSheet(TallSheet):
    """Offers the other suspects of the case, and finds those of other cases."""

    def __init__(
        self,
        doing: Doing,
        card: SuspectCard,
        others: tuple[SuspectCard, ...],
        *,
        quiet: bool,
    ) -> None:
        """Stand over the page of ``card``."""
        says = doing.texts
        no = Button(says("shell-cancel")).on(self.close_sheet)
        super().__init__(
            doing.window, says("persons-join"), no, note=says("persons-join-hint")
        )
        self._doing, self._card = doing, card
        reasons = codes(says, "merge_reason", without="MISTAKE")
        self.reason = choices_of(says("persons-join-reason"), reasons, "ACCOUNT", self)
        self.put(
            column(words(says("persons-join-reason"), "strong"), self.reason, gap=6)
        )
        if others:
            self.put(words(says("persons-join-here"), "strong"))
            self.put(*(self._offer(one.id, name_of(says("persons-nameless"), one.name), "") for one in others))  # fmt: skip
        self.text = Field(says("persons-join-find"), says("persons-join-find-hint"))
        self._told, self._found = words("", "muted"), QVBoxLayout()
        self._found.setSpacing(8)
        self._told.hide()
        self._quiet = quiet
        if quiet:
            self.text.hide()
            self.put(words(says("persons-quiet"), "muted"))
        self.put(self.text, self._told, self._found)
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self.text.edited.connect(self._breath.start)
        self._breath.timeout.connect(self._ask)

    def ask(self) -> None:
        """Show the sheet with the focus where one begins."""
        self.open_sheet(self.reason if self._quiet else self.text.line)
        if self._quiet:
            self.reason.focus_first()

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
            name = name_of(says("persons-nameless"), one.name)
            clue = visible(one.clue, 60)
            told = f"{one.number} · {clue}" if clue else one.number
            self._found.addWidget(self._offer(one.suspect, name, told))
        nothing = bool(self.text.text()) and not offered
        say(self._told, says("persons-join-nothing") if nothing else "")
        self.place()

    def _offer(self, suspect: str, name: str, told: str) -> QWidget:
        says = self._doing.texts
        button = Button(says("persons-join-this"), name=says("persons-join-name", name=f"{name} {told}".strip()))  # fmt: skip
        button.on(self._joining(suspect))
        about = column(words(visible(name, 60), "strong"), gap=2)
        if told:
            about.addWidget(words(told, "small"))
        holder, line = QWidget(), row(gap=12)
        line.addLayout(about, 1)
        line.addWidget(button)
        holder.setLayout(line)
        return holder

    def _joining(self, suspect: str) -> Callable[[], None]:
        def join() -> None:
            mine, reason = self._card.id, next(iter(self.reason.values), "OTHER")
            self.close_sheet()
            said = self._doing.texts("persons-joined")
            self._doing.do(
                lambda desk: desk.suspects.merge(mine, suspect, reason), said
            )

        return join


def name_of(nameless: str, name: str) -> str:
    """Return a name, or the word for none."""
    return visible(name, 60) or nameless
