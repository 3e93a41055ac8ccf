"""What came over a stick: what a person must decide or carry first, then every bundle (받기)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.widgets import Card, Pill, Symbol, column, row, words
from ui.widgets.flow import flowing
from ui.wizards.reasons import reason

if TYPE_CHECKING:
    from intake.desk.views import ReceivedView, ReceiveView


def result_cards(texts: Texts, view: "ReceiveView") -> list[QWidget]:
    """Return what a person must decide or carry first, then every bundle."""
    cards: list[QWidget] = []
    if view.withdrawn:
        cards.append(_notice(texts("receive-withdrawn", cases=view.withdrawn)))
    if view.unanswered:
        names = ", ".join(view.unanswered)
        cards.append(_notice(texts("receive-unanswered", names=names)))
    return cards + [received_line(texts, one) for one in view.items]


def _notice(text: str) -> Card:
    card = Card(row(Symbol("circle-alert", "wait"), words(text)), ground="notice")
    card.body.setContentsMargins(14, 10, 14, 10)
    return card


def received_line(texts: Texts, item: "ReceivedView") -> QWidget:
    """Return a bundle that arrived: its number, from whom, and what became of it."""
    refused = bool(item.reason_text_id)
    state = Pill(texts(item.state_text_id), "wait" if refused else "ok")
    number = words(item.number or texts("received-nobody"), "strong", wrap=False)
    sent = [item.sender] if item.sender else []
    sender = words(" · ".join((*sent, texts.moment(item.ms))), "small")
    lines = column(flowing(number, state), sender, gap=4)
    if refused:
        lines.addWidget(
            words(reason(texts, item.reason_text_id, item.facts, item.sender))
        )
    elif item.records:
        lines.addWidget(words(texts("send-records", count=item.records), "small"))
    card = Card(lines, ground="notice" if refused else "plain")
    card.body.setContentsMargins(14, 10, 14, 10)
    return card
