"""Pages in one place, as high as the one that is seen.

``QStackedWidget`` keeps room for the highest of its pages; a card would stay half empty.
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class PageStack(QWidget):
    """Shows one page at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stand empty."""
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, page: QWidget) -> None:
        """Add a page; the first one is shown."""
        self._pages.append(page)
        self._box.addWidget(page)
        page.setVisible(len(self._pages) == 1)

    def currentWidget(self) -> QWidget | None:
        """Return the page that is shown."""
        return next((page for page in self._pages if not page.isHidden()), None)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show a page; the one before goes first, so that the place never jumps."""
        for other in self._pages:
            if other is not page:
                other.hide()
        page.show()

    def setCurrentIndex(self, at: int) -> None:
        """Show a page by number."""
        self.setCurrentWidget(self._pages[at])
