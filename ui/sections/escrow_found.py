"""알려 온 일치: what the central desk told this center; each leads to its case and says no more."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.sections.listing import line, listed, refill
from ui.session import Session
from ui.widgets import Button, Card, Pill, words

if TYPE_CHECKING:
    from intake.desk.views.escrow import EscrowFound

_SHOWN = 20


class FoundCard(Card):
    """One line for each; a list without any says that this proves nothing."""

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        self._session, self._texts = session, session.texts
        self._rows = listed()
        title = words(session.texts("escrow-found-list"), "heading")
        super().__init__(title, self._rows, gap=12)

    def show_found(self, found: "tuple[EscrowFound, ...]") -> None:
        """Show what was told, the newest first."""
        lines = [self._line(one, at) for at, one in enumerate(found[:_SHOWN], 1)]
        refill(self._rows, lines, self._texts("escrow-found-none"))

    def _line(self, one: "EscrowFound", at: int) -> QWidget:
        says = self._texts
        day = says.day(one.told_ms)
        told = words(says("escrow-found-told", day=day), "strong", wrap=False)
        name = says("escrow-found-open-name", day=day, at=at)
        go = Button(says("escrow-found-open"), name=name).on(self._opening(one.case))
        fresh = () if one.seen_ms else (Pill(says("escrow-found-new"), "info"),)
        return line(told, *fresh, None, go)

    def _opening(self, case: str) -> Callable[[], None]:
        return lambda: self._session.go("case", case=case)
