"""What was found on opening hides nothing of the page below it."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel

from intake.desk.doctor_states import finding
from ui.health import told_of_glance
from ui.widgets import Button

FOUND = (
    finding("home", "readonly"),
    finding("keyring", "silent"),
    finding("input", "none"),
    finding("clock", "behind", days=400),
)


def place(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def hidden(page, window):
    """What of a page lies under the notice, or beyond the window."""
    card, whole = place(window.notices.card, window), window.rect()
    shown = [*page.findChildren(QLabel), *page.findChildren(Button)]
    places = ((one.text(), place(one, window)) for one in shown if one.isVisible())
    return [text for text, here in places if card.intersects(here) or not whole.contains(here)]  # fmt: skip


@pytest.mark.parametrize("gate", ["unlock", "first_run", "safe"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_begins_below_the_notices(gate, language, window, settle, texts):
    texts.speak(language)
    window.resize(1180, 720)
    window.show_gate(gate)
    settle()
    page = window._screens[gate]
    for many in (1, 2, 4):
        window.notices.tell(told_of_glance(FOUND[:many], texts))
        settle()
        assert hidden(page, window) == []
    window.notices.clear()
    settle()
    assert place(page, window) == window.rect()
