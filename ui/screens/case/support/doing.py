"""What every card of the tab is given: the texts, a way to do things, a place for sheets."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QWidget

from intake.text import Texts
from ui.session import Fact, Session
from ui.widgets.form_sheet import FormSheet, Said

if TYPE_CHECKING:
    from intake.desk import Desk

Deed = Callable[["Desk"], object]


@dataclass(frozen=True, slots=True)
class Doing:
    """The hands of a card."""

    session: Session
    owner: QWidget
    do: Callable[[Deed, str], None]  # what to do, and what is said when it is done

    @property
    def texts(self) -> Texts:
        """The words of the window."""
        return self.session.texts

    def sheet(self, title_id: str, keep: Callable[[Said], None]) -> FormSheet:
        """Return a sheet that asks for something over the whole window."""
        says = self.texts
        window = self.owner.window()
        return FormSheet(window, says, says(title_id), says("support-keep"), keep)

    def go(self, case: str, tab: str, **facts: Fact) -> None:
        """Show another tab of the case."""
        self.session.go("case", case=case, tab=tab, **facts)


def empty(box: QLayout) -> None:
    """Take everything out of a box."""
    while (item := box.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
