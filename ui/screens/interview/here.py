"""Which question the person is at: its card wears a quiet ring."""

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme
from ui.widgets.question_card import QuestionCard


class Here(QObject):
    """Follows the focus inside one page; ``moved`` carries the widget that has it."""

    moved = Signal(object)  # QWidget

    def __init__(self, page: QWidget) -> None:
        """Follow the focus in ``page``."""
        super().__init__(page)
        self._page = page
        self.card: QuestionCard | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._page.isAncestorOf(now):
            return
        card, before = _card_of(now), self.card
        if before is not None and before is not card and shiboken6.isValid(before):
            theme.set_property(before, "here", "false")
        self.card = card
        if card is not None:
            theme.set_property(card, "here", "true")
        self.moved.emit(now)


def _card_of(widget: QWidget) -> QuestionCard | None:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, QuestionCard):
        above = above.parentWidget()
    return above
