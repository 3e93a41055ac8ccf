"""What every piece of the page is given: the texts, a way to do things, a place for sheets."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.session import Session

if TYPE_CHECKING:
    from intake.desk import Desk

Deed = Callable[["Desk"], object]


@dataclass(frozen=True, slots=True)
class Doing:
    """The hands of a piece."""

    session: Session
    owner: QWidget
    do: Callable[[Deed, str], None]  # what to do, and what is said when it is done

    @property
    def texts(self) -> Texts:
        """The words of the window."""
        return self.session.texts

    @property
    def window(self) -> QWidget:
        """What a sheet stands over."""
        return self.owner.window()
