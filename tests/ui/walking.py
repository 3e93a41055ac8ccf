"""Looks at a page the way a screen reader and a Tab key do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def focusables(page):
    """Everything on a page that the Tab key should reach."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page)
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def name_of(widget):
    """What a screen reader says for a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def tab_walk(window, page):
    """Press Tab until it comes round to where it began; return the widgets it stood on."""
    start = focusables(page)[0]
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(200):
        here = window.focusWidget()
        if here in seen:
            assert here is seen[0], f"a trap: {name_of(here)}"
            break
        seen.append(here)
        if not window.focusNextPrevChild(True):
            break
    return seen
