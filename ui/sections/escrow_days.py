"""날마다 센 것: what each center asked, and whether the other party counted the same."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from typing_extensions import override

from intake.clock import local, wall_ms
from intake.text import Texts
from ui.session import Session
from ui.tables import RowList, RowPainter, RowsModel, paint_text
from ui.widgets import Card, Choices, words
from ui.wizards.stick import fit

if TYPE_CHECKING:
    from intake.desk.views.escrow import EscrowDay

_MONTHS, _SHOWN = 4, 8
_LINE = 20
Line: TypeAlias = "tuple[EscrowDay, str]"  # and the name of its center


class DaysCard(Card):
    """A month of days; ``wanted`` asks for what another one holds."""

    wanted = Signal()

    def __init__(self, session: Session) -> None:
        """Stand at this month."""
        says = session.texts
        self._texts, self._months = says, _last_months()
        self.month = self._months[0]
        named = [(one, one) for one in self._months]
        self.choice = Choices(named, says("escrow-month"), digits=False, kind="chip")
        self.choice.choose(self.month)
        self.choice.chosen.connect(self._on_month)
        self.list = RowList(says("escrow-days-list"), DayPainter(says), DayRows(says))
        self._none = words(says("escrow-days-none"), "muted")
        super().__init__(
            words(says("escrow-days"), "heading"),
            words(says("escrow-days-help"), "muted"),
            self.choice,
            self._none,
            self.list,
            gap=12,
        )

    def show_days(
        self, days: "tuple[EscrowDay, ...]", names: Mapping[str, str]
    ) -> None:
        """Show days, the newest first."""
        lines = sorted(days, key=lambda one: (one.day, one.center))[::-1]
        self.list.rows.show_lines([(one, _named(one.center, names)) for one in lines])
        fit(self.list, len(lines), _SHOWN)
        self.list.setVisible(bool(lines))
        self._none.setVisible(not lines)

    def _on_month(self, values: tuple[str, ...]) -> None:
        self.month = (*values, self.month)[0]
        self.choice.choose(self.month)
        self.wanted.emit()


class DayPainter(RowPainter):
    """Center, day and a word about them; the numbers underneath."""

    height = 60

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def paint_line(self, painter: QPainter, place: QRect, line: object) -> None:
        day, center = read_line(line)
        state = state_of(day)
        tone = "muted" if state in {"same", "waits"} else "wait"
        top = QRect(place.x(), place.y() - 2, place.width(), _LINE)
        word, right = self._texts(f"escrow-day-{state}"), Qt.AlignmentFlag.AlignRight
        taken = paint_text(painter, top, word, colour=tone, size=13, align=right)
        room = top.adjusted(0, 0, -taken - 12, 0)
        width = paint_text(painter, room, center, weight=QFont.Weight.DemiBold)
        rest = room.adjusted(width + 10, 0, 0, 0)
        paint_text(painter, rest, self._texts.day(day.day), colour="muted", size=12)
        low = top.translated(0, _LINE)
        paint_text(painter, low, said_numbers(self._texts, day), colour="muted", size=13)  # fmt: skip


class DayRows(RowsModel):
    """Says a day in words."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def accessible(self, line: object) -> str:
        day, center = read_line(line)
        state = self._texts(f"escrow-day-{state_of(day)}")
        return ", ".join((self._texts.day(day.day), center, said_numbers(self._texts, day), state))  # fmt: skip


def read_line(line: object) -> Line:
    """Return a line of the list as what it is."""
    return cast("Line", line)


def state_of(day: "EscrowDay") -> str:
    """Return what there is to say of a day; what asks for a call comes first."""
    if day.differs:
        return "differs"
    if day.refused:
        return "over"
    if day.other_asked < 0:
        return "waits"
    return "same" if day.is_signed else "unsigned"


def said_numbers(texts: Texts, day: "EscrowDay") -> str:
    """Return what was asked and refused here, and what the other party counted."""
    other = texts("escrow-day-other-none")
    if day.other_asked >= 0:
        other = texts("escrow-day-other", count=day.other_asked)
    asked = texts("escrow-day-asked", count=day.asked)
    return " · ".join((asked, texts("escrow-day-refused", count=day.refused), other))


def _named(code: str, names: Mapping[str, str]) -> str:
    return names.get(code) or code


def _last_months() -> tuple[str, ...]:
    now = local(wall_ms()).date()
    at = now.year * 12 + now.month - 1
    return tuple(f"{one // 12}-{one % 12 + 1:02d}" for one in range(at, at - _MONTHS, -1))  # fmt: skip
