"""관리: how the window looks, when it locks, whose keys are known, whether all is well."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.sections import Section, groups_of, sections_of
from ui.session import Fact, Session
from ui.widgets import Button, Column, Page, words
from ui.widgets.in_sight import InSight
from ui.widgets.stack import PageStack

_NAV, _MARGINS = 200, 48  # pixels
_INDENT, _BEFORE = 15, 14


class Sections(dict[str, Section]):
    """Sections by name; one that nobody asked for yet is made."""

    def __init__(self, session: Session, pages: PageStack) -> None:
        """Know none."""
        super().__init__()
        self._session, self._pages = session, pages
        self._kinds = {kind.name: kind for kind in sections_of(session.role)}

    def __missing__(self, name: str) -> Section:
        section = self[name] = self._kinds[name](self._session)
        self._pages.addWidget(section)
        return section


class Settings(Page):
    """The sections by what they are about, and the one that is chosen beside them."""

    def __init__(self, session: Session) -> None:
        """List every section; each is made when it is first shown, and asks whenever it is."""
        super().__init__()
        self._session, says = session, session.texts
        self.set_header(words(says("rail-settings"), "title", wrap=False), None)
        self._pages = PageStack()
        self.sections = Sections(session, self._pages)
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._nav = Column(self._make_nav(), None, width=_NAV)
        self._nav.setFixedWidth(_NAV + _MARGINS)
        self._chosen = InSight(self._nav)
        page = QWidget()
        box = QHBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._nav)
        # nothing after it: a section ends with a stretch, or with a list that has the rest
        self._content = Column(self._pages)
        box.addWidget(self._content, 1)
        self.set_body(page)
        self.show_section(sections_of(session.role)[0].name)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``section`` names the one to show."""
        named = str(facts.get("section", ""))
        shown = named if named in self._buttons else self._shown
        self.show_section(shown)
        self._buttons[shown].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_section(self, name: str) -> None:
        """Show a section and let it ask."""
        self._shown = name
        self._buttons[name].setChecked(True)
        self._chosen.keep(self._buttons[name])
        self._pages.setCurrentWidget(self.sections[name])
        self._content.verticalScrollBar().setValue(0)
        if self._session.is_open:
            self.sections[name].arrive()

    def _showing(self, name: str) -> Callable[[], None]:
        return lambda: self.show_section(name)

    def _make_nav(self) -> QWidget:
        nav = QWidget()
        nav.setMaximumWidth(_NAV)  # what scrolls has a bar beside it
        listed = QVBoxLayout(nav)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        for at, (group, kinds) in enumerate(groups_of(self._session.role)):
            heading = words(self._session.texts(f"settings-group-{group}"), "small")
            heading.setContentsMargins(_INDENT, _BEFORE if at else 0, 0, 4)
            listed.addWidget(heading)
            for kind in kinds:
                listed.addWidget(self._make_button(kind.name))
        return nav

    def _make_button(self, name: str) -> Button:
        button = Button(self._session.texts(f"settings-{name}"), "section")
        button.setCheckable(True)
        button.on(self._showing(name))
        self._group.addButton(button)
        self._buttons[name] = button
        return button
