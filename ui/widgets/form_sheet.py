"""A sheet that asks a few things at once and hands them on together.

* ``said`` gives what was filled in; a day that is no day, or a needed thing that is empty,
  keeps the sheet open and is named beside the buttons.
* A long text is not lost to a lock: a sheet that ``settles`` is kept when the page is flushed.
* Days are read as people say them (``ui.widgets.spoken_date``): 내일, 12월 3일, 2026-12-03.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from intake.clock import local, wall_ms
from intake.text import Texts
from ui.widgets.button import Button
from ui.widgets.card import column
from ui.widgets.choice import Choices
from ui.widgets.choice_columns import columns_for
from ui.widgets.field import Field, labelled
from ui.widgets.note_edit import NoteEdit
from ui.widgets.spoken_date import read_date
from ui.widgets.tall_sheet import TallSheet
from ui.widgets.words import say, words

Said = Mapping[str, str]
_WHOLE_DAY = len("2026-12-03")


class FormSheet(TallSheet):
    """Asks, and calls ``keep`` with everything that was said."""

    def __init__(
        self, parent: QWidget, texts: Texts, title: str, save: str, keep: Callable[[Said], None]
    ) -> None:  # fmt: skip
        """Stand empty; add what is asked, then ``ask``."""
        self._texts, self._keep = texts, keep
        self._wrong = words("", "small", tone="danger")
        self._wrong.hide()
        self.save = Button(save, "primary", name=f"{title}: {save}").on(self._on_save)
        self.no = Button(texts("shell-cancel")).on(self.close_sheet)
        super().__init__(parent, title, self._wrong, self.no, self.save, width=600)
        self.settles = False
        self._readers: dict[str, Callable[[], str]] = {}
        self._days: set[str] = set()
        self._needed: dict[str, str] = {}
        self._first: QWidget | None = None

    def choices(
        self, name: str, label: str, offered: Sequence[tuple[str, str]], chosen: str = "", *, needed: bool = False
    ) -> Choices:  # fmt: skip
        """Ask for one of a few."""
        group = Choices(
            offered,
            label,
            columns=columns_for((text for _, text in offered), self),
            digits=False,
        )
        group.choose(chosen)
        self.put(column(words(label, "strong"), group, gap=6))
        self._take(name, lambda: next(iter(group.values), ""), group, label if needed else "")  # fmt: skip
        return group

    def pick(
        self, name: str, label: str, offered: Sequence[tuple[str, str]], chosen: str = "", *, needed: bool = False
    ) -> QComboBox:  # fmt: skip
        """Ask for one of many."""
        combo = QComboBox()
        combo.setAccessibleName(label)
        for value, text in offered:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        self.put(labelled(label, combo))
        self._take(name, lambda: str(combo.currentData() or ""), combo, label if needed else "")  # fmt: skip
        return combo

    def line(
        self, name: str, label: str, value: str = "", hint: str = "", *, needed: bool = False
    ) -> Field:  # fmt: skip
        """Ask for a line of words."""
        field = Field(label, hint)
        field.set_text(value)
        field.submitted.connect(self._on_save)
        self.put(field)
        self._take(name, field.text, field.line, label if needed else "")
        return field

    def day(
        self, name: str, label: str, value: str = "", *, needed: bool = False
    ) -> Field:
        """Ask for a day, as people say it."""
        hint = self._texts("form-day-hint")
        field = self.line(name, label, value, hint, needed=needed)
        self._days.add(name)
        return field

    def note(
        self, name: str, label: str, value: str = "", *, needed: bool = False
    ) -> NoteEdit:
        """Ask for a text of several lines."""
        edit = NoteEdit(label, note=False, least_lines=3)
        edit.set_text(value)
        self.put(labelled(label, edit))
        self._take(name, lambda: edit.text().strip(), edit, label if needed else "")
        return edit

    def ask(self) -> "FormSheet":
        """Show the sheet with the focus on the first thing it asks."""
        first = self._first or self.save
        self.open_sheet(first)
        if isinstance(first, Choices):
            first.focus_first()
        return self

    def settle(self) -> None:
        """Keep what is filled in before the page is left; what does not fit stays unsaid."""
        if self.settles and self.isVisible():
            self._on_save()

    def said(self) -> Said | None:
        """Return what was filled in; None where something does not fit, which is named."""
        told = {name: read() for name, read in self._readers.items()}
        for name, label in self._needed.items():
            if not told[name]:
                self._refuse(self._texts("form-needed", label=label))
                return None
        for name in self._days:
            if told[name]:
                day = read_date(told[name], local(wall_ms()).date(), ahead=True) or ""
                if len(day) != _WHOLE_DAY:
                    self._refuse(self._texts("form-no-day"))
                    return None
                told[name] = day
        return told

    def _take(
        self, name: str, read: Callable[[], str], widget: QWidget, needed: str
    ) -> None:
        self._readers[name] = read
        self._first = self._first or widget
        if needed:
            self._needed[name] = needed

    def _refuse(self, text: str) -> None:
        say(self._wrong, text, "danger")

    def _on_save(self) -> None:
        told = self.said()
        if told is not None:
            self.close_sheet()
            self._keep(told)
