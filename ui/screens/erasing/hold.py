"""A legal hold (보존 명령·소송 보존): laid with its ground by a supervisor, lifted by one with a reason."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.holds import hold_words
from ui.session import Session
from ui.widgets import Button, Card, row, say, words
from ui.widgets.combo import Combo
from ui.widgets.field import Field, labelled

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.office import RetentionView
    from intake.desk.views.people import Option


def read_hold(
    desk: "Desk", case: str
) -> "tuple[RetentionView, tuple[Option, ...], bool]":
    """Ask what stands, which grounds there are, and whether the person here may."""
    grounds, mine = desk.retention.grounds(), desk.roles.mine()
    return desk.retention.of(case), grounds, mine.supervises


class HoldCard(QWidget):
    """What stands, in words; below it the way to lay it, to say it anew, or to lift it."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self._session, self.texts = session, session.texts
        self._case, self._held = "", False
        says = self.texts
        self.stands, self.ended = words("", "strong"), words("", "small")
        self.why, self.wrong = words("", "small"), words("", "small")
        self.reason = Field(says("hold-reason"))
        self.ground = Combo(says("hold-ground"))
        self.authority = Field(says("hold-authority"))
        self.until = Field(says("hold-until"), placeholder="2027-03-01")
        self.act = Button(says("hold-lay")).on(self._on_act)
        self.anew = Button(says("hold-anew"), "quiet").on(self._on_lay)
        for field in (self.reason, self.until):
            field.edited.connect(self._show_buttons)
        self._ask = QWidget()
        self._ask.setLayout(self._make_fields())
        self._none = words(says("hold-supervisor"), "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(
            Card(
                words(says("retention-hold-title"), "heading"),
                self.stands,
                self.why,
                self.ended,
                words(says("hold-help"), "muted"),
                words(says("hold-sharing"), "muted"),
                self._ask,
                self._none,
                gap=10,
            )
        )
        for one in (self.stands, self.ended, self.why, self.wrong, self._none):
            one.hide()

    def _make_fields(self) -> QVBoxLayout:
        sides, box = QHBoxLayout(), QVBoxLayout()
        sides.setSpacing(16)
        sides.addWidget(labelled(self.texts("hold-ground"), self.ground), 4)
        sides.addWidget(self.authority, 3)
        sides.addWidget(self.until, 3)
        self._fields = QWidget()
        self._fields.setLayout(sides)
        sides.setContentsMargins(0, 0, 0, 0)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self._fields)
        box.addWidget(self.reason)
        box.addWidget(self.wrong)
        box.addLayout(row(self.act, self.anew, None))
        return box

    def show_hold(self, case: str, *, held: bool) -> None:
        """Ask what stands on a case, and offer what the person here may do about it."""
        if (case, held) != (self._case, self._held):
            for field in (self.reason, self.authority, self.until):
                field.set_text("")
        self._case, self._held = case, held
        said = self.texts("hold-lift" if held else "hold-lay")
        self.act.setText(said)
        self.act.setAccessibleName(said)
        self.anew.setVisible(held)
        self._show_buttons()
        self._session.ask(lambda desk, _p: read_hold(desk, case), self._on_read, by=self, slot="hold")  # fmt: skip

    def _on_read(self, read: "tuple[RetentionView, tuple[Option, ...], bool]") -> None:
        view, grounds, supervises = read
        kept = self.ground.currentData()
        self.ground.clear()
        for one in grounds:
            self.ground.addItem(one.label, one.code)
        held = self.ground.findText(view.held_ground) if view.held else -1
        at = self.ground.findData(kept) if held < 0 else held
        self.ground.setCurrentIndex(max(0, at))
        self._ask.setVisible(supervises)
        self._none.setVisible(not supervises)
        stands, by = hold_words(self.texts, view) if view.held else ("", "")
        say(self.stands, stands)
        say(self.why, by)
        say(self.ended, self.texts("hold-ended") if view.hold_ended else "", "wait")

    def _day(self) -> str | None:
        """Return the day that was typed; None where it is none, or is over."""
        text = self.until.text()
        try:
            day = dt.date.fromisoformat(text).isoformat() if text else ""
        except ValueError:
            return None
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        return None if day and day < today else day

    def _show_buttons(self) -> None:
        said, day = bool(self.reason.text()), self._day()
        self.act.setEnabled(said and (self._held or day is not None))
        self.anew.setEnabled(said and day is not None)
        say(self.wrong, self.texts("hold-day-wrong") if day is None else "", "wait")

    def _on_act(self) -> None:
        if not self._held:
            self._on_lay()
            return
        case, reason = self._case, self.reason.text()
        self._session.do(
            lambda desk, _p: desk.retention.lift(case, reason),
            lambda _none: self._on_done("hold-lifted"),
            by=self,
        )

    def _on_lay(self) -> None:
        case, reason, until = self._case, self.reason.text(), self._day() or ""
        ground, authority = str(self.ground.currentData()), self.authority.text()
        self._session.do(
            lambda desk, _p: desk.retention.hold(
                case, reason, ground, authority, until
            ),
            lambda _none: self._on_done("hold-laid"),
            by=self,
        )

    def _on_done(self, text_id: str) -> None:
        for field in (self.reason, self.authority, self.until):
            field.set_text("")
        self._session.toast(self.texts(text_id))
        self.changed.emit()
