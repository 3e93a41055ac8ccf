"""Whom to call at the other center: a desk's number, never a victim's."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout

from intake.desk.views.people import visible
from ui.privacy import copy_for_a_while
from ui.screens.notices.doing import Doing
from ui.widgets import Button, Card, Symbol, column, row, words

_LONG, _LEAST = 80, 40  # another center wrote it


def contact_card(doing: Doing, center: str, name: str, phone: str, email: str) -> Card:
    """Return a card with the counselor of the other center; the number is large."""
    says = doing.texts
    name, phone, email = (visible(text, _LONG) for text in (name, phone, email))
    title = says("told-contact", center=center)
    card = Card(words(title, "heading"), gap=10)
    if not (name or phone or email):
        return card.add(words(says("told-no-contact"), "muted"))
    if name:
        called = words(name, "strong")
        called.setMinimumWidth(_LEAST)  # one long word may not widen the page
        card.add(called)
    for icon, text, copied in (("phone", phone, "told-copy-phone"), ("mail", email, "told-copy-email")):  # fmt: skip
        if text:
            card.add(_line(doing, icon, text, says(copied)))
    return card


def _line(doing: Doing, icon: str, text: str, name: str) -> QLayout:
    shown = words(text, "code" if icon == "phone" else "body", wrap=False, selectable=True)  # fmt: skip
    shown.setMinimumWidth(_LEAST)
    copy = Button(doing.texts("told-copy"), icon="copy", name=name)
    copy.on(_copying(doing, text))
    return row(Symbol(icon, "muted", 18), shown, 4, copy, None, gap=10)


def _copying(doing: Doing, text: str) -> Callable[[], None]:
    def copy() -> None:
        copy_for_a_while(text)
        doing.session.toast(doing.texts("told-copied"))

    return copy


def steps_card(doing: Doing, *steps: str) -> Card:
    """Return what to do next, as numbered sentences."""
    card = Card(words(doing.texts("told-next"), "heading"), gap=8)
    for at, step in enumerate(steps, 1):
        number = words(f"{at}.", "strong", wrap=False)
        line = row(number, gap=8)
        line.addLayout(column(words(step)), 1)
        card.add(line)
    return card
