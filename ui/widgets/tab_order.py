"""The Tab key goes where the eye goes, also through what was added later.

Qt appends widgets that arrive later to the end of the focus chain; after something was added,
``settle_tabs`` puts a page back into the order in which it is laid out. What hands the focus on to
a part of itself (a field to its line) is a stop of Tab too: left behind where its part stood
before, it would lead back there, so it goes along.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def settle_tabs(page: QWidget) -> None:
    """Give everything on a page that takes the focus the order in which it is laid out."""
    for before, after in pairwise(in_order(page)):
        QWidget.setTabOrder(before, after)


def in_order(page: QWidget) -> Iterator[QWidget]:
    """Yield what Tab reaches on a page, in the order in which it is laid out."""
    part = page.focusProxy()
    takes = page.focusPolicy() & Qt.FocusPolicy.TabFocus if part is None else page.isAncestorOf(part)  # fmt: skip
    if takes:
        yield page
    inner = page.widget() if isinstance(page, QScrollArea) else None
    layout = page.layout()
    if inner is not None:
        yield from in_order(inner)
    elif layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from in_order(widget)
        elif inner is not None:
            yield from _in_layout(inner)
