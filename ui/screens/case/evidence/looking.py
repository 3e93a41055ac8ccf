"""Look at a sealed picture: purpose and reason first, then frosted, clear only while held.

* Opening is written into the chain of the piece before anything is shown; how long the picture
  was clear is written when the sheet goes, however it goes.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.text import Texts
from ui.widgets import Button, Choices, Sheet, column, row, words
from ui.widgets.blurred import Blurred
from ui.widgets.code_words import code_choices
from ui.widgets.field import Field

if TYPE_CHECKING:
    from intake.desk.views.evidence import Viewing

_PURPOSES: Final = ("COUNSELLING", "DELETION", "INVESTIGATION", "REFERRAL", "SUPERVISION")  # fmt: skip
_ROOM: Final = QSize(640, 420)


class ReasonSheet(Sheet):
    """Asks why; without a reason nothing opens."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        title: str,
        keep: Callable[[str, str], None],
    ) -> None:
        """Ask for purpose and reason of ``title``."""
        self._keep = keep
        words_of = dict(code_choices(texts.language, "access_purpose"))
        offered = [(code, words_of[code]) for code in _PURPOSES]
        label = texts("evidence-purpose")
        self.purposes = Choices(offered, label, columns=2)
        self.purposes.chosen.connect(lambda _values: self._tell())
        self.reason = Field(texts("evidence-reason"), texts("evidence-reason-help"))
        self.reason.edited.connect(self._tell)
        self.reason.submitted.connect(self._on_go)
        self.go = Button(title, "primary").on(self._on_go)
        self.no = Button(texts("shell-cancel")).on(self.close_sheet)
        purposes = column(words(label, "strong"), self.purposes, gap=6)
        super().__init__(parent, words(title, "heading"), purposes, self.reason, row(None, self.no, self.go), width=560)  # fmt: skip
        self.body.setSpacing(14)
        self.setAccessibleName(title)
        self._tell()

    def ask(self) -> "ReasonSheet":
        """Show the sheet with the focus on the purposes."""
        self.open_sheet(self.purposes)
        self.purposes.focus_first()
        return self

    def _tell(self) -> None:
        self.go.setEnabled(bool(self.purposes.values and self.reason.text()))

    def _on_go(self) -> None:
        if self.go.isEnabled():
            purpose, reason = self.purposes.values[0], self.reason.text()
            self.close_sheet()
            self._keep(purpose, reason)


class LookSheet(Sheet):
    """Holds the frosted picture; ``said`` is told the seconds once, when it goes."""

    def __init__(
        self, parent: QWidget, texts: Texts, title: str, viewing: "Viewing", said: Callable[[str, int], None]
    ) -> None:  # fmt: skip
        """Show ``viewing`` frosted."""
        self._viewing, self._said, self._told = viewing.custody, said, False
        self.glass = Blurred(texts("evidence-glass"), _ROOM)
        self.glass.show_pixels(viewing.width, viewing.height, viewing.pixels)
        self._seconds = words("", "small")
        self._texts = texts
        self.done = Button(texts("shell-close"), "primary").on(self.close_sheet)
        middle = row(None, self.glass, None)
        hint = words(texts("evidence-glass-help"), "muted")
        foot = row(self._seconds, None, self.done)
        super().__init__(parent, words(title, "heading"), hint, middle, foot, width=700)
        self.setAccessibleName(texts("evidence-look"))
        self.glass.changed.connect(lambda _clear: self._count())
        self._count()

    def ask(self) -> "LookSheet":
        """Show the sheet with the focus on the glass."""
        self.open_sheet(self.glass)
        return self

    def tell(self) -> None:
        """Let the picture go and say how long it was clear, once."""
        if not self._told:
            self._told = True
            seconds = self.glass.seconds
            self.glass.forget()
            self._said(self._viewing, seconds)

    @override
    def close_sheet(self) -> None:
        self.tell()
        super().close_sheet()

    def _count(self) -> None:
        self._seconds.setText(self._texts("evidence-seen", count=self.glass.seconds))
