"""What the clipboard would add, and what to do about it (붙여넣기).

* The clipboard is looked at when the tab is seen and when it changes; only what looks like an
  address is read further, and nothing of it is kept after the answer.
* Nothing is added before the person says so.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from intake.desk.views.deleting import PasteLine, PastePreview, PasteState
from intake.text import Texts
from ui.tables.paste_table import paste_table
from ui.widgets import Button, Card, Symbol, icon_button, row, words
from ui.widgets.flow import flowing
from ui.widgets.sheet import Sheet

MOST_LETTERS = 4_000_000  # a clipboard beyond that is no list of addresses
_SIGNS = ("://", "hxxp", "www.", "t.me/")
_STATES: tuple[PasteState, ...] = ("new", "here", "twice", "not_address")
_HIGH = 360


def clipboard_text() -> str:
    """Return what the clipboard holds, if it looks as if addresses were in it."""
    text = QGuiApplication.clipboard().text()
    if len(text) > MOST_LETTERS:
        return ""
    low = text.casefold()
    return text if any(sign in low for sign in _SIGNS) else ""


def said_preview(texts: Texts, found: PastePreview) -> str:
    """Return how many lines are new, here already, twice, and no address."""
    counts = (
        ("new", found.new),
        ("here", found.here),
        ("twice", found.twice),
        ("not-address", found.not_address),
    )
    said = [texts(f"postings-paste-count-{name}", count=n) for name, n in counts if n]
    return " · ".join(said)


class PasteBar(Card):
    """The clipboard in one line; it is there only while something new is in it."""

    details_wanted = Signal(object)  # PastePreview
    add_wanted = Signal(object)

    def __init__(self, texts: Texts) -> None:
        """Stay out of sight."""
        super().__init__(ground="info")
        self._texts = texts
        self._found: PastePreview | None = None
        self._title = words("", "strong", wrap=False)
        self._counts = words("", "small")
        self.details = Button(texts("postings-paste-details"))
        self.details.on(lambda: self.details_wanted.emit(self._found))
        self.add_ = Button("", "primary")
        self.add_.on(lambda: self.add_wanted.emit(self._found))
        self.away = icon_button("x", texts("postings-paste-away"), self.hide)
        self.body.setContentsMargins(16, 8, 8, 8)
        line = row(Symbol("clipboard-paste", "accent", 18), self._title, gap=10)
        line.addWidget(self._counts, 1)
        for button in (self.details, self.add_, self.away):
            line.addWidget(button)
        self.add(line)
        self.hide()

    def show_preview(self, found: PastePreview) -> None:
        """Say what the clipboard would add."""
        self._found = found
        said = self._texts("postings-paste-add", count=found.new)
        self._title.setText(self._texts("postings-paste-title", count=len(found.lines)))
        self._counts.setText(said_preview(self._texts, found))
        self.add_.setText(said)
        self.add_.setAccessibleName(said)
        self.add_.setEnabled(found.new > 0)
        self.setVisible(found.new > 0)

    def forget(self) -> None:
        """Let go of what was in the clipboard."""
        self._found = None
        self.hide()


class PreviewSheet(Sheet):
    """Every line and what it is read as."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        found: PastePreview,
        add: Callable[[PastePreview], None],
    ) -> None:
        """Show ``found``; ``add`` takes it."""
        title = texts("postings-paste-preview")
        super().__init__(parent, words(title, "heading"), width=820)
        self.setAccessibleName(title)
        self._lines = found.lines
        self.table = paste_table(texts)
        self.table.setFixedHeight(_HIGH)
        self.chips = {state: self._chip(texts, state, found) for state in _STATES}
        if found.elsewhere:
            note = texts("postings-paste-elsewhere-all", count=found.elsewhere)
            self.add(words(note, "small"))
        no = Button(texts("shell-cancel")).on(self.close_sheet)
        self.add_ = Button(texts("postings-paste-add", count=found.new), "primary")
        self.add_.on(self.close_sheet).on(lambda: add(found))
        self.add_.setEnabled(found.new > 0)
        self.add(flowing(*self.chips.values(), gap=6), self.table, row(None, no, self.add_))  # fmt: skip
        self._show()

    def _chip(self, texts: Texts, state: PasteState, found: PastePreview) -> Button:
        word = texts(f"postings-paste-{state.replace('_', '-')}")
        said = texts("case-tab-count", name=word, count=getattr(found, state))
        chip = Button(said, "chip", name=texts("cases-filter-name", name=word))
        chip.setCheckable(True)
        chip.setEnabled(getattr(found, state) > 0)
        return chip.on(self._show)

    def _show(self) -> None:
        """Show the lines of the states that are pressed; of none, all."""
        states = {state for state, chip in self.chips.items() if chip.isChecked()}
        shown: list[PasteLine] = [one for one in self._lines if not states or one.state in states]  # fmt: skip
        self.table.rows.show_lines(shown)


class PasteSheet(Sheet):
    """A place to paste, to drop and to type addresses, one in a line."""

    def __init__(self, parent: QWidget, texts: Texts, look: Callable[[str], None]) -> None:  # fmt: skip
        """Hand what was typed to ``look``."""
        title = texts("postings-paste-open")
        super().__init__(parent, words(title, "heading"), width=640)
        self.setAccessibleName(title)
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(texts("postings-paste-box"))
        self.edit.setPlaceholderText(texts("postings-paste-box-hint"))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(240)
        no = Button(texts("shell-cancel")).on(self.close_sheet)
        self.go = Button(texts("postings-paste-look"), "primary")
        self.go.on(self._on_go)
        self._look = look
        self.add(words(texts("postings-paste-box-help"), "muted"), self.edit, row(None, no, self.go))  # fmt: skip
        self.edit.textChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        self.go.setEnabled(not self.edit.document().isEmpty())

    def _on_go(self) -> None:
        text = self.edit.toPlainText()
        self.close_sheet()
        self._look(text)
