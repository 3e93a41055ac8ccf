"""The list of candidates, by how each one stands; the strongest word first."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal

from intake.desk.views.matches import Candidate
from ui.people_pages import people_switch
from ui.screens.people.looking import MOST, STATES, Look, Wish, look, more
from ui.screens.people.rows import candidate_list
from ui.session import Session
from ui.widgets import Button, row, say, words
from ui.widgets.flow import flowing
from ui.widgets.listed_page import ListPane


class CandidatePane(ListPane):
    """Asks for the list; ``opened`` carries a candidate."""

    opened = Signal(str)
    everything = Signal()  # no longer narrowed

    def __init__(self, session: Session) -> None:
        """Stand empty until the page is visited."""
        super().__init__()
        self._session, self._texts = session, session.texts
        says = self._texts
        self.wish, self.shown = Wish(), ""
        self._rows: tuple[Candidate, ...] = ()
        self.chips = {state: self._chip(state) for state in STATES}
        self.about = words("", "small")
        self.all = Button(says("cand-everything"), "quiet").on(self.everything.emit)
        self.list = candidate_list(says)
        self._every = 0
        self._long = words("", "small")
        self.more = Button("", "quiet").on(self._on_more)
        self.list.opened.connect(self._on_opened)
        narrowed = row(self.about, self.all)
        narrowed.setStretch(0, 1)
        chips = flowing(*self.chips.values(), gap=6)
        above = (people_switch(session, "people"), chips, narrowed, self._long)
        self.stand(says("rail-people"), above, self.list, row(None, self.more, None))
        for hidden in (self.all, self.about, self._long, self.more):
            hidden.hide()
        self._mark_chips()

    def narrow(self, wish: Wish) -> None:
        """Show something else from now on."""
        self.wish = wish
        self._mark_chips()
        self.ask()

    def ask(self) -> None:
        """Ask for the list."""
        wish = self.wish
        self._session.ask(lambda desk, _progress: look(desk, wish), self.show_look, by=self, slot="candidates")  # fmt: skip

    def show_look(self, found: Look) -> None:
        """Show the list; the one that is open keeps its mark."""
        says, self._rows, self._every = self._texts, found.rows, found.every
        for state, chip in self.chips.items():
            self._say_chip(chip, state, found.counts.get(state.lower(), 0))
        self.list.rows.show_lines(self._rows)
        self._say_long()
        narrowed = bool(self.wish.case or self.wish.of)
        self.all.setVisible(narrowed)
        about = says("cand-about-case", number=found.about) if found.about else says("cand-about-profile")  # fmt: skip
        say(self.about, about if narrowed else "")
        self._say_none(found)
        self.mark(self.shown)

    def _say_long(self) -> None:
        """Say how many of how many are shown, and offer the next ones."""
        says, shown = self._texts, len(self._rows)
        left = max(self._every - shown, 0)
        self._long.setVisible(left > 0)
        self.more.setVisible(left > 0)
        if left:
            self._long.setText(says("cand-long", count=shown, every=self._every))
            self.more.setText(says("cand-more", count=min(left, MOST)))
            self.more.setAccessibleName(self.more.text())

    def _on_more(self) -> None:
        wish, last = self.wish, self._rows[-1].id if self._rows else ""
        self._session.ask(
            lambda desk, _progress: more(desk, wish, last),
            lambda rows: self._show_more(wish, last, rows),
            by=self,
            slot="candidates",
        )

    def _show_more(self, wish: Wish, last: str, rows: tuple[Candidate, ...]) -> None:
        """Put the next rows behind those that are shown; the list stays where it was."""
        if wish != self.wish or not self._rows or self._rows[-1].id != last:
            return
        self.wish = replace(wish, many=len(self._rows) + MOST)
        if not rows:  # the last one shown was decided meanwhile
            self.ask()
            return
        known, bar = {one.id for one in self._rows}, self.list.verticalScrollBar()
        at = bar.value()
        self._rows += tuple(one for one in rows if one.id not in known)
        self.list.rows.show_lines(self._rows)
        self._say_long()
        self.mark(self.shown)
        bar.setValue(at)

    def mark(self, candidate: str) -> None:
        """Mark a candidate as the one that is open."""
        self.shown = candidate
        at = next((i for i, one in enumerate(self._rows) if one.id == candidate), -1)
        self.list.choose(at)

    def _say_none(self, found: Look) -> None:
        if found.rows:
            self.show_none()
            return
        what = "cand-none-narrowed" if self.wish.case or self.wish.of else f"cand-none-{self.wish.state.lower()}"  # fmt: skip
        what = what if found.allowed else "cand-not-yours"
        what = "cand-quiet" if found.quiet else what
        self.show_none(self._texts(what))

    def _on_opened(self, line: object) -> None:
        if isinstance(line, Candidate):
            self.opened.emit(line.id)

    def _chip(self, state: str) -> Button:
        chip = Button("", "chip")
        chip.setCheckable(True)
        self._say_chip(chip, state, 0)
        return chip.on(self._filtering(state))

    def _say_chip(self, chip: Button, state: str, count: int) -> None:
        said = self._texts(f"cand-filter-{state.lower()}")
        text = f"{said} {self._texts.number(count)}" if count else said
        if chip.text() != text:
            chip.setText(text)
            chip.setAccessibleName(self._texts("cases-filter-name", name=text))
            chip.updateGeometry()

    def _mark_chips(self) -> None:
        for name, chip in self.chips.items():
            chip.setChecked(name == self.wish.state)

    def _filtering(self, state: str) -> Callable[[], None]:
        return lambda: self.narrow(Wish(state, self.wish.case, self.wish.of))
