"""누가 무엇을 알 수 있는가: each party, both together against the rules, and what nobody can."""

from intake.text import Texts
from ui.widgets import Card, column, words

_WHO = ("central", "escrow", "both", "never")


def sees_card(texts: Texts, role: str) -> Card:
    """Return the card; at the second party it says first what its own window shows."""
    card = Card(words(texts("escrow-sees"), "heading"), gap=12)
    if role == "escrow":
        card.add(words(texts("escrow-sees-own-escrow")))
    for who in _WHO:
        title, told = texts(f"escrow-sees-{who}"), texts(f"escrow-sees-{who}-words")
        card.add(column(words(title, "strong"), words(told), gap=2))
    return card
