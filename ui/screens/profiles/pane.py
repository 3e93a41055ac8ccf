"""The list of perpetrators, those with most victims first; a name stays hidden until it is opened."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal

from intake.desk.views.joint import ProfileLine
from ui.people_pages import people_switch
from ui.session import Session
from ui.tables.profile_lines import listing, row_of
from ui.tables.two_lines import TwoLines, two_line_list
from ui.widgets import words
from ui.widgets.field import LineEdit
from ui.widgets.listed_page import ListPane

_BREATH_MS = 250


class ProfilePane(ListPane):
    """Asks for the list; ``opened`` carries a profile."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        """Stand empty until the page is visited."""
        super().__init__()
        self._session, self._texts = session, session.texts
        says = self._texts
        self._names: dict[str, str] = {}  # what was opened in this sitting
        self._lines: tuple[ProfileLine, ...] = ()
        self.shown = ""
        self.search = LineEdit(says("prof-search"), says("prof-search"))
        self.list = two_line_list(says("prof-list"))
        switch = people_switch(session, "profiles")
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda _text: self._breath.start())
        self.list.opened.connect(self._on_opened)
        hint = words(says("prof-list-hint"), "small")
        self.stand(says("rail-people"), (switch, self.search, hint), self.list)

    def ask(self) -> None:
        """Ask for whoever fits what is typed."""
        text = self.search.text().strip()
        self._session.ask(
            lambda desk, _progress: listing(desk, text),
            self.show_lines,
            by=self,
            slot="profiles",
        )

    def show_lines(self, lines: Sequence[ProfileLine]) -> None:
        """Show the list; the one that is open keeps its mark."""
        self._lines = tuple(lines)
        names, says = self._names, self._texts
        self.list.rows.show_lines([row_of(says, line, names.get(line.profile, "")) for line in lines])  # fmt: skip
        found = "prof-not-found" if self.search.text().strip() else "prof-none"
        self.show_none("" if lines else self._texts(found))
        self._mark()

    def name(self, profile: str, name: str) -> None:
        """A profile was opened: its name may stand in the list from now on."""
        self.shown = profile
        if self._names.get(profile) != name:
            self._names[profile] = name
            self.show_lines(self._lines)
        else:
            self._mark()

    def mark(self, profile: str) -> None:
        """Mark a profile as the one that is open."""
        self.shown = profile
        self._mark()

    def _mark(self) -> None:
        at = next((i for i, one in enumerate(self._lines) if one.profile == self.shown), -1)  # fmt: skip
        self.list.choose(at)

    def _on_opened(self, line: object) -> None:
        if isinstance(line, TwoLines):
            self.opened.emit(str(line.value))
