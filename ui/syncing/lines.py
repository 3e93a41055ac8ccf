"""Lines of the card: a place as the last round found it, and a bundle on its way."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, Pill, column, row, words
from ui.widgets.pill import State

if TYPE_CHECKING:
    from intake.desk.views.sync import SyncItem, SyncPlace

_TONES: dict[str, State] = {
    "WAITING": "info",
    "AWAY": "wait",
    "SENT": "ok",
    "LATE": "wait",
    "HELD": "wait",
}


def place_line(
    texts: Texts, one: "SyncPlace", names: Mapping[str, str], *buttons: Button
) -> QWidget:
    """Return what is known of a place: when, to whom, and what it needs."""
    told = texts("sync-last", ms=one.last_ms) if one.last_ms else texts("sync-never")
    to = ", ".join(names.get(code, code) for code in one.to)
    sends = texts("sync-to", to=to) if to else texts("sync-to-nobody")
    head = row(words(one.name, "strong", wrap=False), Pill(one.kind_label, "info"), None)  # fmt: skip
    lines = column(head, words(f"{told} · {sends}", "small"), gap=4)
    if not one.fine:
        since = f"{texts('sync-place-away', ms=one.away_ms)}. " if one.away_ms else ""
        said = f"{since}{one.sentence} {one.remedy}"
        lines.addWidget(words(said, "small", tone="wait"))
    return _beside(lines, buttons)


def item_line(
    texts: Texts,
    one: "SyncItem",
    names: Mapping[str, str],
    going: QWidget,
    *buttons: Button,
) -> QWidget:
    """Return what is known of a bundle: whose, how large, how far, and why not.

    ``going`` is shown while it is on its way.
    """
    head = row(words(one.number, "strong", wrap=False), Pill(one.state_label, _TONES.get(one.state, "wait")), None)  # fmt: skip
    to = names.get(one.to, one.to)
    told = texts("sync-item", to=to, size=one.size, ms=one.made_ms)
    where = one.place or texts("sync-item-nowhere")
    lines = column(head, words(f"{told} · {where}", "small"), going, gap=4)
    if one.sentence:
        lines.addWidget(words(f"{one.sentence} {one.remedy}", "small", tone="wait"))
    return _beside(lines, buttons)


def named_button(
    texts: Texts, text_id: str, name: str, act: Callable[[], object]
) -> Button:
    """Return a quiet button whose accessible name says what it is about."""
    said = texts(text_id)
    return Button(said, name=f"{said}: {name}").on(act)


def _beside(lines: QLayout, buttons: tuple[Button, ...]) -> QWidget:
    holder = QWidget()
    line = row(gap=12)
    line.addLayout(lines, 1)
    for button in buttons:
        line.addWidget(button)
    holder.setLayout(line)
    return holder
