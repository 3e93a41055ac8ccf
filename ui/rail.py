"""The rail: where one can go, how the connection is, the lock, and who sits here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from intake.text import Texts
from ui.long_work import LongWork
from ui.screens import Entry
from ui.widgets import Button, Card, Symbol, keycap, row, words

if TYPE_CHECKING:
    from intake.desk import Desk

TOPICS = {"case", "interview", "exchange", "appointment", "task", "settings"}
TOPICS |= {"escrow", "identifier", "suspect", "link", "matches"}


@dataclass(frozen=True, slots=True)
class RailFacts:
    """What the rail says beside the names."""

    who: str
    counts: Mapping[str, int]
    last_sent_ms: int


def read_facts(desk: "Desk", _progress: object) -> RailFacts:
    """Ask the desk for what the rail says."""
    about, today = desk.about(), desk.today()
    waits = today.waiting_to_send if about.role == "center" else 0
    incidents = desk.escrow.state().incidents if about.role == "escrow" else 0
    alike = (one.facts["count"] for one in today.actions if one.text_id == "next-alike-new")  # fmt: skip
    counts = {
        "today": len(today.actions) + len(today.unfinished),
        "people": int(next(alike, 0)),
        "send": waits,
        "escrow": incidents,
    }
    return RailFacts(about.counselor, counts, today.last_sent_ms)


class Rail(QWidget):
    """Named buttons in a column; ``chosen`` carries the name of a screen."""

    chosen = Signal(str)
    lock_pressed = Signal()

    def __init__(
        self, texts: Texts, entries: tuple[Entry, ...], parent: QWidget | None = None
    ) -> None:
        """Show one button for every entry."""
        super().__init__(parent)
        self._texts = texts
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = words(texts("product-name"), "title", wrap=False)
        self._buttons = {entry.name: self._button(entry) for entry in entries}
        self._counts = {name: _count(self._buttons[name]) for name in self._buttons}
        self._narrow = False
        self._state, self._state_card = self._make_state()
        self.work = LongWork(texts)
        self._lock = Button(
            texts("action-lock"), "rail", icon="lock", name=texts("rail-lock")
        )
        self._lock.on(self.lock_pressed.emit)
        self._lock_key = keycap("Ctrl+L")
        self._who = words("", "small", wrap=False)
        self._stand()

    def show_facts(self, facts: RailFacts) -> None:
        """Show who sits here, how much waits, and when something left for the last time."""
        self._who.setText(facts.who)
        self.show_counts(facts.counts)
        sent = facts.last_sent_ms
        self.show_state(self._texts("rail-last-sent", ms=sent) if sent else "")

    def show_here(self, name: str) -> None:
        """Mark where the person is."""
        for entry, button in self._buttons.items():
            button.setChecked(entry == name)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show quiet numbers beside names; 0 shows nothing."""
        for name, label in self._counts.items():
            count = counts.get(name, 0)
            label.setText(self._texts.number(count))
            label.setVisible(count > 0 and not self._narrow)
            said = self._texts(f"rail-{name}")
            spoken = self._texts("rail-with-count", name=said, count=count)
            self._buttons[name].setAccessibleName(spoken if count else said)

    def show_state(self, text: str) -> None:
        """Say how the connection is."""
        self._state.setText(text)
        self._show_state_card()

    def show_sync(self, text: str) -> None:
        """Say what is sent and received now, or why nothing is; empty where all is well."""
        self._sync.setText(text)
        self._show_state_card()

    def _show_state_card(self) -> None:
        for label in (self._sync, self._state):
            label.setVisible(bool(label.text()))
        said = bool(self._sync.text() or self._state.text())
        self._state_card.setVisible(said and not self._narrow)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or words too."""
        self._narrow = narrow
        for name, button in self._buttons.items():
            button.setText("" if narrow else self._texts(f"rail-{name}"))
            button.setToolTip(self._texts(f"rail-{name}") if narrow else "")
            label = self._counts[name]
            label.setVisible(not narrow and label.text() not in {"", "0"})
        self.work.set_narrow(narrow=narrow)
        self._lock.setText("" if narrow else self._texts("action-lock"))
        for widget in (self._title, self._lock_key, self._who):
            widget.setVisible(not narrow)
        self._show_state_card()

    def _button(self, entry: Entry) -> Button:
        button = Button(self._texts(f"rail-{entry.name}"), "rail", icon=entry.icon)
        button.setCheckable(True)
        button.on(lambda: self.chosen.emit(entry.name))
        return button

    def _make_state(self) -> tuple[QLabel, Card]:
        text, self._sync = words("", "small"), words("", "small")
        card = Card(self._sync, text, ground="soft", gap=4)
        card.body.setContentsMargins(12, 10, 12, 10)
        card.hide()
        return text, card

    def _stand(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 14, 12, 14)
        box.setSpacing(4)
        mark = Symbol("shield-check", "accent", 22)
        box.addLayout(row(8, mark, self._title, None))
        box.addSpacing(12)
        for button in self._buttons.values():
            box.addWidget(button)
        box.addStretch(1)
        box.addWidget(self.work)
        box.addSpacing(4)
        box.addWidget(self._state_card)
        box.addSpacing(4)
        box.addWidget(self._lock)
        over = QVBoxLayout(self._lock)
        over.setContentsMargins(0, 0, 8, 0)
        middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        over.addWidget(self._lock_key, 0, middle)
        box.addLayout(row(10, self._who))


def _count(button: Button) -> QLabel:
    """Return a quiet number that lies at the right end of a button."""
    label = QLabel("", button)
    label.setProperty("pill", "count")
    label.setFixedHeight(22)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    over = QVBoxLayout(button)
    over.setContentsMargins(0, 0, 6, 0)
    over.addWidget(
        label, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    )
    label.hide()
    return label
