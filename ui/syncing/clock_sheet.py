"""Putting words stamped by a wrong clock where they belong (시각 바로잡기).

* Nothing that was written changes: only where in time it stands, and that can be said anew.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from intake.errors import IntakeError
from ui.session import Session
from ui.widgets import Button, Choices, ProgressLine, column, say, words
from ui.widgets.field import Field
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk.views.accidents import AccidentLine

_HOUR_MS: Final = 3_600_000
_DAY: Final = 24


class ClockSheet(TallSheet):
    """Asks by how much the clock was wrong; what was measured stands there already."""

    def __init__(
        self, parent: QWidget, session: Session, line: "AccidentLine", then: Callable[[], None]
    ) -> None:  # fmt: skip
        """Be about one line."""
        says = session.texts
        self.no = Button(says("shell-cancel")).on(self.close_sheet)
        self.fix = Button(says("clock-fix-do"), "primary").on(self._on_fix)
        title = says("clock-fix-title", device=line.device)
        super().__init__(parent, title, self.no, self.fix, width=560)
        self._session, self.texts, self._line, self._then = session, says, line, then
        ways = [(way, says(f"clock-way-{way}")) for way in ("ahead", "behind")]
        self.way = Choices(ways, says("clock-way"), columns=2, digits=False)
        self.way.choose("ahead" if line.ahead_ms >= 0 else "behind")
        self.way.chosen.connect(lambda _values: self._show())
        hours = round(abs(line.ahead_ms) / _HOUR_MS)
        self.days, self.hours = Field(says("clock-days")), Field(says("clock-hours"))
        self.days.set_text(str(hours // _DAY))
        self.hours.set_text(str(hours % _DAY))
        self._said, self._wrong = words("", "strong"), words("", "small", tone="danger")
        self._wrong.hide()
        self.progress = ProgressLine(says)
        for one in (self.days, self.hours):
            one.edited.connect(self._show)
            one.submitted.connect(self._on_fix)
        self.put(
            words(line.sentence, "muted"),
            column(words(says("clock-way"), "strong"), self.way, gap=6),
            self.days,
            self.hours,
            self._said,
            words(says("clock-fix-help"), "small"),
            self.progress,
            self._wrong,
        )
        self._show()

    def ask(self) -> "ClockSheet":
        """Show the sheet."""
        self.open_sheet(self.days.line)
        return self

    @property
    def ahead(self) -> int:
        """By how many hours the clock was ahead; 0 where nothing sensible was typed."""
        typed = (self.days.text() or "0", self.hours.text() or "0")
        if not all(one.isdecimal() and len(one) < 7 for one in typed):  # noqa: PLR2004 - a century is fewer
            return 0
        hours = int(typed[0]) * _DAY + int(typed[1])
        return -hours if self.way.values == ("behind",) else hours

    def _show(self) -> None:
        hours, says = self.ahead, self.texts
        self.fix.setEnabled(bool(hours))
        text_id = "clock-moves-later" if hours < 0 else "clock-moves-earlier"
        days, rest = divmod(abs(hours), _DAY)
        self._said.setText(says(text_id, count=self._line.entries, days=days, hours=rest) if hours else says("clock-moves-not"))  # fmt: skip

    def _on_fix(self) -> None:
        one, hours = self._line, self.ahead
        if not hours or not self.fix.isEnabled():
            return
        say(self._wrong, "")
        self.fix.setEnabled(False)
        job = self._session.do(
            lambda desk, progress: desk.accidents.fix_clock(one.log, one.first, one.last, hours, progress),
            lambda _nothing: self._on_fixed(),
            by=self,
            otherwise=self._on_refused,
            watch=self.progress.step,
            stopped=self._free,
        )  # fmt: skip

        def cancel() -> None:
            job.cancel()
            self._free()

        self.progress.begin(self.texts("clock-fixing"), cancel)

    def _on_fixed(self) -> None:
        self._session.toast(self.texts("clock-fixed"))
        self.close_sheet()
        self._then()

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        said = self.texts.error(error)
        say(self._wrong, f"{said.sentence} {said.remedy}", "danger")

    def _free(self) -> None:
        self.progress.end()
        self.fix.setEnabled(True)
