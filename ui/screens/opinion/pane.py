"""The left of the second opinion: when it was asked, how far it is, and where the two differ."""

from PySide6.QtCore import Signal

from intake.desk.views.opinion import OpinionLine, OpinionView
from ui.people_pages import people_switch
from ui.session import Session
from ui.tables.two_lines import TwoLines, two_line_list
from ui.widgets import Button, ProgressLine, row, say, words
from ui.widgets.listed_page import ListPane


class OpinionPane(ListPane):
    """Shows an ``OpinionView``; ``wanted`` asks for a new one, ``opened`` carries a place in it."""

    wanted = Signal()
    opened = Signal(int)

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = session.texts
        says = self._texts
        self.run = Button(says("second-run"), icon="refresh-cw").on(self.wanted.emit)
        self.progress = ProgressLine(says)
        self._told, self._more = words("", "small"), words("", "small")
        self.list = two_line_list(says("second-list"))
        self.list.opened.connect(self._on_opened)
        above = (people_switch(session, "opinion"), row(self.run, None), self.progress, self._told, self._more)  # fmt: skip
        self.stand(says("rail-people"), above, self.list)

    def show_opinion(self, view: OpinionView) -> None:
        """Show the newest opinion, or that there is none."""
        says = self._texts
        told = ""
        if view.made_ms:
            told = says("second-told", time=says.moment(view.made_ms), engine=view.engine, count=view.sightings, both=view.both)  # fmt: skip
        say(self._told, told)
        say(self._more, says("second-more", count=view.more) if view.more else "")
        self.list.rows.show_lines([self._row(at, one) for at, one in enumerate(view.differences)])  # fmt: skip
        none = "second-none" if view.made_ms else "second-never"
        self.show_none("" if view.differences else says(none), "scale")

    def busy(self, *, running: bool) -> None:
        """Nobody asks twice at once."""
        self.run.setEnabled(not running)

    def _row(self, at: int, one: OpinionLine) -> TwoLines:
        title = f"{one.one_number} ↔ {one.other_number}"
        said = self._texts(f"second-short-{one.kind.lower()}")
        return TwoLines(title, said, value=at)

    def _on_opened(self, line: object) -> None:
        if isinstance(line, TwoLines) and isinstance(line.value, int):
            self.opened.emit(line.value)
