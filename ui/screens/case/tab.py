"""A tab of a case that asks for itself when it is shown.

How to write one
----------------

1.  One class named like its module (``postings`` → ``Postings``), a ``CaseTab``; the module may
    be a package that exports it. Then its name stands in ``ui.screens.case.tabs.OWN``.
2.  ``arrive(case)`` is called when the tab is shown, when another case is opened under it, and
    when a topic of ``topics`` was touched by somebody else.
3.  ``flush`` and ``act`` are those of a screen. ``said_count`` shows a number in the tab.
4.  A tab that scrolls by itself (a table) says ``scrolls = True`` and gets the whole place.
5.  ``act_on(facts)`` is given what a ``session.go("case", case=…, tab=…, **facts)`` carried.
"""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session import Fact, Session


class CaseTab(QWidget):
    """One tab of a case."""

    name: ClassVar[str] = ""  # its words are ``case-<name>``
    topics: ClassVar[frozenset[str]] = frozenset()
    scrolls: ClassVar[bool] = False

    said_count = Signal(int)

    def __init__(self, session: Session) -> None:
        """Stand empty until a case is shown."""
        super().__init__()
        self.session, self.texts, self.case = session, session.texts, ""
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)

    def arrive(self, case: str) -> None:
        """Ask for what is shown of a case."""
        self.case = case

    def act_on(self, facts: Mapping[str, Fact]) -> None:
        """Take what a place carried for this tab."""

    def flush(self) -> None:
        """Hand on what is typed and not yet said."""

    def act(self, action: str) -> bool:
        """Carry out an action of ``ui.actions``; False: it means nothing here."""
        del action
        return False
