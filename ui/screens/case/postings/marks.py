"""What can be noted of the chosen postings: four by digit, the others in a sheet (표시)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.clock import local, wall_ms
from intake.desk.views.deleting import Mark
from intake.text import Texts
from ui.widgets import Button, Choices, row, say, words
from ui.widgets.field import Field
from ui.widgets.flow import flowing
from ui.widgets.spoken_date import read_date
from ui.widgets.tall_sheet import TallSheet

QUICK: Final[tuple[Mark, ...]] = ("REQUESTED", "REMOVED", "REUPLOADED", "REFUSED")
ASKED: Final[tuple[Mark, ...]] = ("REQUESTED", "SEARCH", "KMCSC", "POLICE", "HASHREG", "INFORM")  # fmt: skip
FOUND: Final[tuple[Mark, ...]] = ("REMOVED", "DELISTED", "BLOCKED", "TEMPORARY", "REFUSED", "DEFERRED", "MORE_INFO", "GONE", "RESTORED", "REUPLOADED", "CHECK_LIVE")  # fmt: skip
REQUESTS: Final[frozenset[Mark]] = frozenset({"REQUESTED", "SEARCH", "KMCSC", "HASHREG"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noted:
    """What a person notes of the chosen postings."""

    mark: Mark
    on: str = ""
    remark: str = ""


def mark_words(texts: Texts, mark: Mark) -> str:
    """Return a mark in words."""
    return texts(f"postings-mark-{mark.lower().replace('_', '-')}")


class MarkBar(QWidget):
    """How many are chosen, and what can be noted of them."""

    marked = Signal(object)  # Noted
    more_wanted = Signal()
    request_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        """Nothing is chosen yet."""
        super().__init__()
        self._texts, self._count, self._may = texts, 0, True
        self.said = words("", "muted", wrap=False)
        self.buttons = {mark: self._button(at, mark) for at, mark in enumerate(QUICK, 1)}  # fmt: skip
        self.more = Button(texts("postings-more")).on(self.more_wanted.emit)  # fmt: skip
        self.request = Button(texts("postings-prepare"), "primary")
        self.request.on(self.request_wanted.emit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(flowing(self.said, *self.buttons.values(), self.more, self.request))  # fmt: skip
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many are chosen."""
        self._count = count
        text_id = "postings-chosen" if count else "postings-chosen-none"
        self.said.setText(
            self._texts(text_id, count=count) if count else self._texts(text_id)
        )
        self._enable()

    def show_gate(self, *, may: bool, why: str) -> None:
        """Let requests be made, or say why not."""
        self._may = may
        for button in (self.buttons["REQUESTED"], self.request):
            button.setToolTip(why)
            button.setAccessibleDescription(why)
        self._enable()

    def press(self, digit: int) -> bool:
        """Do what a digit stands for; False: it stands for nothing."""
        if not 1 <= digit <= len(QUICK):
            return False
        self.buttons[QUICK[digit - 1]].click()
        return True

    def _enable(self) -> None:
        some = self._count > 0
        for mark, button in self.buttons.items():
            button.setEnabled(some and (self._may or mark not in REQUESTS))
        self.more.setEnabled(some)
        self.request.setEnabled(some and self._may)

    def _button(self, digit: int, mark: Mark) -> Button:
        word = self._texts(f"postings-do-{mark.lower()}")
        name = self._texts("postings-do-name", word=word, digit=digit)
        button = Button(f"{digit}  {word}", name=name)
        return button.on(lambda: self.marked.emit(Noted(mark)))


class MarkSheet(TallSheet):
    """Every mark, a day and a remark."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        count: int,
        note: Callable[[Noted], None],
        *,
        may_request: bool,
    ) -> None:
        """Ask what to note of ``count`` postings."""
        self._texts, self._note = texts, note
        self.save = Button(texts("postings-note-it"), "primary").on(self._on_save)
        no = Button(texts("shell-cancel")).on(self.close_sheet)
        title = texts("postings-mark-title", count=count)
        super().__init__(parent, title, no, self.save)
        self.asked = self._choices(ASKED, "postings-mark-asked")
        self.found = self._choices(FOUND, "postings-mark-found")
        self.asked.chosen.connect(lambda _values: self._on_chosen(self.found))
        self.found.chosen.connect(lambda _values: self._on_chosen(self.asked))
        for mark in REQUESTS & set(ASKED):
            self.asked.button(mark).setEnabled(may_request)
        self.on_ = Field(texts("postings-mark-on"), placeholder=texts("postings-today"))
        self.on_.edited.connect(self._show_day)
        self._day = words("", "small")
        self.remark = Field(texts("postings-mark-remark"))
        self.put(
            words(texts("postings-mark-found"), "strong"),
            self.found,
            words(texts("postings-mark-asked"), "strong"),
            self.asked,
            row(self.on_, self.remark, gap=16),
            self._day,
        )
        say(self._day, "")
        self.save.setEnabled(False)

    @property
    def noted(self) -> Noted | None:
        """What would be noted; None while nothing is chosen or the day is no day."""
        values = self.found.values or self.asked.values
        day = self._read_day()
        if not values or day is None:
            return None
        mark: Mark = values[0]  # type: ignore[assignment]  # the choices are marks
        return Noted(mark, day, self.remark.text())

    def _choices(self, marks: tuple[Mark, ...], name_id: str) -> Choices:
        offered = [(mark, mark_words(self._texts, mark)) for mark in marks]
        return Choices(offered, self._texts(name_id), columns=3, digits=False)

    def _read_day(self) -> str | None:
        text = self.on_.text()
        if not text:
            return ""
        day = read_date(text, local(wall_ms()).date())
        return day if day and len(day) == len("2026-11-25") else None

    def _show_day(self) -> None:
        day = self._read_day()
        text = self._texts("casework-day-needed") if day is None else ""
        say(self._day, self._texts.day(day) if day else text)
        self.save.setEnabled(self.noted is not None)

    def _on_chosen(self, other: Choices) -> None:
        other.choose()
        self.save.setEnabled(self.noted is not None)

    def _on_save(self) -> None:
        if (noted := self.noted) is not None:
            self.close_sheet()
            self._note(noted)
