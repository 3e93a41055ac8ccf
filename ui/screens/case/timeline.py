"""연표: who did what, when, newest first; the same deed many times in a row is one line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake.desk.views import TimelineLine
from intake.text import Texts
from ui.tables.row_list import RowList, RowPainter, paint_text
from ui.tables.rows import RowsModel
from ui.widgets import Button, EmptyState
from ui.widgets.flow import flowing

KINDS = ("", "interview", "answer", "note", "consent", "person", "posting", "identifier")  # fmt: skip
_TOGETHER_MS = 10 * 60_000
_WHEN = 176
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Line:
    """Deeds of one kind by one person, one after the other."""

    when: str
    deed: str
    about: str
    who: str


def lines_of(told: Sequence[TimelineLine], texts: Texts) -> tuple[Line, ...]:
    """Return the timeline as it is shown."""
    groups: list[list[TimelineLine]] = []
    for line in told:
        if groups and _belongs(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_line(group, texts) for group in groups)


def _belongs(newer: TimelineLine, older: TimelineLine) -> bool:
    same = (newer.deed_text_id, newer.who) == (older.deed_text_id, older.who)
    return same and newer.ms - older.ms < _TOGETHER_MS and not older.conflicted


def _line(group: Sequence[TimelineLine], texts: Texts) -> Line:
    newest = group[0]
    deed = texts(newest.deed_text_id)
    if len(group) > 1:
        deed = texts("case-timeline-count", deed=deed, count=len(group))
    kinds = {kind for one in group for kind in str(one.facts["kinds"]).split()}
    named = sorted(texts(f"entity-{kind.replace('_', '-')}") for kind in kinds)
    if any(one.conflicted for one in group):
        named.insert(0, texts("case-timeline-conflict"))
    return Line(texts.moment(newest.ms), deed, ", ".join(named), newest.who)


class TimelinePainter(RowPainter):
    """When, what, about what, by whom."""

    height = 56

    @override
    def paint_line(self, painter: QPainter, place: QRect, line: object) -> None:
        if not isinstance(line, Line):
            return
        top = QRect(place.x(), place.y() - 2, place.width(), 22)
        paint_text(painter, top, line.when, colour="muted", size=13)
        what = top.adjusted(_WHEN, 0, 0, 0)
        who = paint_text(painter, what, line.who, colour="muted", size=13, align=_RIGHT)
        deed = what.adjusted(0, 0, -who - 12, 0)
        paint_text(painter, deed, line.deed, weight=QFont.Weight.DemiBold)
        about = what.translated(0, 20)
        paint_text(painter, about, line.about, colour="muted", size=12)


class TimelineRows(RowsModel):
    """Says a line in words."""

    @override
    def accessible(self, line: object) -> str:
        if not isinstance(line, Line):
            return ""
        return f"{line.when}, {line.deed}, {line.about}, {line.who}"


class Timeline(QWidget):
    """Filters above, the list below; ``wanted`` carries the kind to show."""

    wanted = Signal(str)

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self.chips = {kind: self._chip(kind) for kind in KINDS}
        self.list = RowList(
            texts("case-timeline-list"), TimelinePainter(), TimelineRows()
        )
        self._empty = EmptyState(texts("case-timeline-empty"), icon="history")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(flowing(*self.chips.values(), gap=6))
        box.addWidget(self.list, 1)
        box.addWidget(self._empty)
        self.kind = ""
        self.chips[""].setChecked(True)

    def show_lines(self, told: Sequence[TimelineLine]) -> None:
        """Show what was done."""
        lines = lines_of(told, self._texts)
        self.list.rows.show_lines(lines)
        self.list.setVisible(bool(lines))
        self._empty.setVisible(not lines)

    def _chip(self, kind: str) -> Button:
        says = self._texts
        said = says(f"entity-{kind}") if kind else says("case-timeline-all")
        chip = Button(said, "chip", name=says("case-timeline-filter", name=said))
        chip.setCheckable(True)
        return chip.on(self._choosing(kind))

    def _choosing(self, kind: str) -> Callable[[], None]:
        def choose() -> None:
            self.kind = kind
            for one, chip in self.chips.items():
                chip.setChecked(one == kind)
            self.wanted.emit(kind)

        return choose
