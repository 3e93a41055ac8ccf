"""One step before the law, on the line that joins it with the others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from intake.text import Texts
from ui import theme
from ui.widgets import Button, Pill, column, row, words

if TYPE_CHECKING:
    from intake.desk.views.trial import CourtEventView

_DAY = 132
_TOLD = {"HEARING", "INDICTED", "NOT_INDICTED", "SENTENCED", "RELEASED", "APPEALED", "FINAL"}  # fmt: skip
_WIDTH, _TOP, _DOT, _HIGH = 20, 14, 5.0, 28


class Mark(QWidget):
    """A dot with the line before and after it; hollow for what lies ahead."""

    def __init__(self, *, first: bool, last: bool, ahead: bool) -> None:
        """Know where it stands."""
        super().__init__()
        self._first, self._last, self._ahead = first, last, ahead
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, colours, x = QPainter(self), theme.now(), _WIDTH / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.rim), 2))
        if not self._first:
            painter.drawLine(QPointF(x, 0), QPointF(x, _TOP - _DOT))
        if not self._last:
            painter.drawLine(QPointF(x, _TOP + _DOT), QPointF(x, self.height()))
        painter.setPen(QPen(QColor(colours.accent), 2))
        inside = colours.surface if self._ahead else colours.accent
        painter.setBrush(QColor(inside))
        painter.drawEllipse(QPointF(x, _TOP), _DOT, _DOT)


class StepLine(QWidget):
    """Day, step, what it says, and whether the victim was told."""

    told = Signal()
    taken = Signal()

    def __init__(
        self, texts: Texts, event: "CourtEventView", called: str, place: tuple[int, int]
    ) -> None:
        """Show one step of the trial ``called`` so."""
        super().__init__()
        self._texts, (at, last) = texts, place
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Mark(first=at == 0, last=at == last, ahead=event.ahead))
        day = words(texts.day(event.on), "muted", wrap=False)
        day.setFixedSize(_DAY, _HIGH)
        box.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(self._words(event), 1)
        name = f"{called} {texts.day(event.on)} {event.label} ({at + 1})"
        if event.kind in _TOLD and not event.told_on:
            tell = Button(texts("trial-tell"), "quiet", name=f"{texts('trial-tell')}: {name}")  # fmt: skip
            box.addWidget(tell.on(self.told.emit), 0, Qt.AlignmentFlag.AlignTop)
        back = Button("", "quiet", icon="x", name=f"{texts('trial-take-back')}: {name}")
        back.setToolTip(texts("trial-take-back"))
        back.setFixedSize(32, 32)
        box.addWidget(back.on(self.taken.emit), 0, Qt.AlignmentFlag.AlignTop)

    def _words(self, event: "CourtEventView") -> QHBoxLayout:
        says = self._texts
        label = words(event.label, "strong", wrap=False)
        label.setFixedHeight(_HIGH)
        head = row(label, gap=8)
        if event.months:
            head.addWidget(words(_time(says, event.months), wrap=False))
        told = [event.at, event.room, event.party_label]
        said = " · ".join(filter(None, told))
        if said:
            head.addWidget(words(said, "muted", wrap=False))
        if event.told_on:
            head.addWidget(Pill(says("trial-told", who=event.told_by, day=says.day(event.told_on)), "ok"))  # fmt: skip
        head.addStretch(1)
        box = column(head, gap=2)
        box.setContentsMargins(0, 0, 0, 10)
        if event.remark:
            box.addWidget(words(event.remark, "small"))
        outer = row()
        outer.addLayout(box, 1)
        return outer


def _time(says: Texts, months: int) -> str:
    years, rest = divmod(months, 12)
    if years and rest:
        return says("trial-years-months", years=years, months=rest)
    return says("trial-years", years=years) if years else says("trial-months", months=rest)  # fmt: skip
