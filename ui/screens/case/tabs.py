"""The tabs of a case, in the order they stand; one that nobody wrote yet is left out."""

import importlib
import importlib.util
from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.case.tab import CaseTab
from ui.session import Session
from ui.widgets import Column

WIDE = 860  # pixels, of a column of cards

SHARED = ("overview", "timeline", "interviews")  # asked for by the screen
ORDER = (
    "overview",
    "timeline",
    "interviews",
    "suspects",
    "postings",
    "evidence",
    "support",
    "trial",
    "papers",
    "consents",
)


def _is_here(name: str) -> bool:
    return (
        name in SHARED
        or importlib.util.find_spec(f"ui.screens.case.{name}") is not None
    )


TABS = tuple(name for name in ORDER if _is_here(name))
OWN = tuple(name for name in TABS if name not in SHARED)


def make_tab(name: str, session: Session) -> CaseTab:
    """Import and make a tab; the class is named like its module."""
    module = importlib.import_module(f"ui.screens.case.{name}")
    return cast("CaseTab", getattr(module, name.capitalize())(session))


class OwnTabs(dict[str, CaseTab]):
    """The tabs that ask for themselves; each is made when it is first asked for.

    All seven at once were two thirds of opening a case.
    """

    def __init__(
        self, session: Session, counting: Callable[[str], Callable[[int], None]]
    ) -> None:
        """Have none yet; ``counting`` says who hears how many things a tab has."""
        super().__init__()
        self._session, self._counting = session, counting
        self._places: dict[str, QVBoxLayout] = {}

    def place(self, name: str) -> QWidget:
        """Return where a tab stands once it is made."""
        place = QWidget()
        self._places[name] = box = QVBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        return place

    def __missing__(self, name: str) -> CaseTab:
        """Make the tab, and stand it where it belongs."""
        tab = make_tab(name, self._session)
        self._places[name].addWidget(_standing(tab))
        tab.said_count.connect(self._counting(name))
        self[name] = tab
        return tab


def _standing(tab: CaseTab) -> QWidget:
    """Return a tab with its margins, in a column unless it scrolls by itself."""
    if not tab.scrolls:
        return Column(tab, width=WIDE)
    place = QWidget()
    box = QVBoxLayout(place)
    box.setContentsMargins(24, 16, 24, 0)
    box.addWidget(tab)
    return place
