"""분실로 처리한 노트북: what was done, and which accounts a person still changes at a server."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session import Session
from ui.widgets import Button, Pill, column, row, rule, words
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.certificates import LostPlace, LostView


class LostDone(QWidget):
    """There is something to see only where a laptop was taken back."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Stay out of sight."""
        super().__init__()
        self._session, self.texts = session, session.texts
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self.hide()

    def show_lost(self, lost: "tuple[LostView, ...]") -> None:
        """Show every laptop that was taken back."""
        empty_box(self._box)
        if lost:
            self._box.addWidget(rule())
            self._box.addWidget(words(self.texts("lost-done-title"), "strong"))
        for one in lost:
            self._box.addWidget(self._laptop(one))
        self.setVisible(bool(lost))

    def _laptop(self, one: "LostView") -> QWidget:
        says, holder = self.texts, QWidget()
        moment = says.moment(one.ms)
        lines = column(
            words(says("lost-done-line", device=one.name, moment=moment), "strong"),
            *(words(line, "muted") for line in one.lines),
            gap=4,
        )
        if one.places:
            lines.addSpacing(8)
            lines.addWidget(words(says("lost-places-title"), "strong"))
            lines.addWidget(words(says("lost-places-help"), "muted"))
        for place in one.places:
            lines.addLayout(self._place(one.device, place))
        holder.setLayout(lines)
        return holder

    def _place(self, device: str, place: "LostPlace") -> QVBoxLayout:
        says = self.texts
        state = "lost-place-done" if place.changed else "lost-place-left"
        pill = Pill(says(state), "ok" if place.changed else "wait")
        line = row(pill, words(place.name, "body", wrap=False), None)
        if not place.changed:
            said = says("lost-place-changed")
            button = Button(said, icon="check", name=f"{said}: {place.name}")
            line.addWidget(button.on(self._changing(device, place.place)))
        return column(line)

    def _changing(self, device: str, place: str) -> Callable[[], None]:
        def press() -> None:
            self._session.do(
                lambda desk, _progress: desk.certificates.account_changed(
                    device, place
                ),
                lambda _nothing: self.changed.emit(),
                by=self,
            )

        return press
