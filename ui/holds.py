"""A legal hold in words (보존 의무): the same on every page that shows one."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.widgets import Card, words

if TYPE_CHECKING:
    from intake.desk.views.office import RetentionView


def hold_words(texts: Texts, view: "RetentionView") -> tuple[str, str]:
    """Return what stands on what ground, and by whom, for whom, why and until when."""
    stands = texts(
        "hold-stands", ground=view.held_ground or texts("retention-hold-title")
    )
    until = (
        texts("hold-stands-until", until=view.held_until)
        if view.held_until
        else texts("hold-stands-open")
    )
    by = texts("hold-stands-by", by=view.held_by, on=view.held_from)
    told = (view.held_authority, view.held_reason, by, until)
    return stands, " · ".join(filter(None, told))


def hold_card(texts: Texts, view: "RetentionView") -> QWidget:
    """Return the notice that a page of a case begins with while a hold lies on it."""
    stands, more = hold_words(texts, view)
    card = Card(words(stands, "strong"), words(more, "small"), ground="notice", gap=6)
    if view.hold_ended:
        card.add(words(texts("hold-ended"), "small", tone="wait"))
    card.add(words(texts("hold-sharing"), "small"))
    return card
