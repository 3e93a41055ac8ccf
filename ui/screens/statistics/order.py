"""The Tab key goes on where something was unfolded (차례)."""

from PySide6.QtWidgets import QWidget

from ui.widgets import Page
from ui.widgets.tab_order import settle_tabs


def settle_page(part: QWidget) -> None:
    """Put the page that a part stands in into the order in which it is laid out."""
    around: QWidget | None = part
    while around is not None and not isinstance(around, Page):
        around = around.parentWidget()
    if around is not None:
        settle_tabs(around)
