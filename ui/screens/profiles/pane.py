"""The list of perpetrators, those with most victims first; a name stays hidden until it is opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.joint import ProfileLine
from ui.people_pages import people_pages
from ui.session import Session
from ui.tables.two_lines import TwoLines, counted, two_line_list
from ui.widgets import EmptyState, row, words
from ui.widgets.field import LineEdit
from ui.widgets.page_switch import page_switch

if TYPE_CHECKING:
    from intake.desk import Desk

_BREATH_MS, _MOST = 250, 200
_CENTERS = 3


def listing(desk: "Desk", text: str) -> tuple[ProfileLine, ...]:
    """Ask the desk for the list; who sees no content sees nobody."""
    if not desk.roles.mine().sees_content:
        return ()
    return desk.profiles.listing(text, _MOST)


class ProfilePane(QWidget):
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
        self._none = EmptyState(says("prof-none"), icon="users")
        self._none.hide()
        self.switch = page_switch(people_pages(says), "profiles", session.go)
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda _text: self._breath.start())
        self.list.opened.connect(self._on_opened)
        self._stand()

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
        self.list.rows.show_lines([self._told(line) for line in lines])
        self.list.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._mark()

    def name(self, profile: str, name: str) -> None:
        """A profile was opened: its name may stand in the list from now on."""
        self.shown = profile
        if self._names.get(profile) != name:
            self._names[profile] = name
            self.show_lines(self._lines)
        else:
            self._mark()

    def _told(self, line: ProfileLine) -> TwoLines:
        says = self._texts
        figures = counted(says, victims=line.victims, cases=line.cases)
        name = self._names.get(line.profile, "")
        period = said_period(line.first, line.last)
        under = (figures if name else _some(line.centers), period)
        state = says("prof-waiting", count=line.waiting) if line.waiting else ""
        return TwoLines(name or figures, " · ".join(filter(None, under)), state, "wait", value=line.profile)  # fmt: skip

    def _mark(self) -> None:
        at = next((i for i, one in enumerate(self._lines) if one.profile == self.shown), -1)  # fmt: skip
        self.list.choose(at)

    def _on_opened(self, line: object) -> None:
        if isinstance(line, TwoLines):
            self.opened.emit(str(line.value))

    def _stand(self) -> None:
        title = words(self._texts("rail-people"), "title", wrap=False)
        hint = words(self._texts("prof-list-hint"), "small")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 14, 0, 0)
        box.setSpacing(10)
        for thing in (row(title, None), row(self.switch), row(self.search), row(hint)):
            thing.setContentsMargins(16, 0, 16, 0)
            box.addLayout(thing)
        box.addWidget(self.list, 1)
        box.addWidget(self._none, 1)


def said_period(first: str, last: str) -> str:
    """Return from when to when, in months where days are known: a line is short."""
    one, other = first[:7], last[:7]
    return one if one == other else f"{one} – {other}"


def _some(centers: tuple[str, ...]) -> str:
    shown = "·".join(centers[:_CENTERS])
    return f"{shown} +{len(centers) - _CENTERS}" if len(centers) > _CENTERS else shown
