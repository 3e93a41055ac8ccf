"""The sections of the form beside the page: quiet counts, and where one is (묶음)."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from intake.desk.views import SectionLine
from intake.text import Texts
from ui.widgets import Button, words

WIDTH = 204
NOTE, CLOSING = "note", "closing"


class SectionNav(QWidget):
    """The free note, the sections, the closing; ``chosen`` carries which."""

    chosen = Signal(str)

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self._buttons: dict[str, Button] = {}
        self._counts: dict[str, QLabel] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self.setFixedWidth(WIDTH)
        self._add(NOTE, texts("casework-note"))
        self._buttons[NOTE].setAccessibleName(texts("action-note"))
        self._add(CLOSING, texts("casework-closing"))
        self._box.addStretch(1)

    def show_sections(self, sections: Iterable[SectionLine]) -> bool:
        """Show the counts; True where a section came or went."""
        shown = {section.path: section for section in sections}
        before = self.sections()
        for at, section in enumerate(shown.values()):
            if section.path not in self._buttons:
                self._add(section.path, section.title, 1 + at)
            self._count(section)
        for path, button in self._buttons.items():
            button.setVisible(path in {NOTE, CLOSING} or path in shown)
        return self.sections() != before

    def show_here(self, name: str) -> None:
        """Mark where the person is."""
        for path, button in self._buttons.items():
            button.setChecked(path == name)

    def sections(self) -> tuple[str, ...]:
        """Return the sections that are asked now, in order."""
        inner = [self._box.itemAt(at) for at in range(self._box.count())]
        widgets = [item.widget() for item in inner if item is not None]
        names = {button: path for path, button in self._buttons.items()}
        found = [names[w] for w in widgets if isinstance(w, Button) and w in names]
        return tuple(
            path
            for path in found
            if path not in {NOTE, CLOSING} and not self._buttons[path].isHidden()
        )

    def title(self, path: str) -> str:
        """Return a section's words."""
        return self._buttons[path].text()

    def _add(self, path: str, title: str, at: int = -1) -> None:
        button = Button(title, "section")
        button.setCheckable(True)
        button.on(self._choosing(path))
        count = words("", "small", wrap=False)
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over = QVBoxLayout(button)
        over.setContentsMargins(0, 0, 10, 0)
        middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        over.addWidget(count, 0, middle)
        self._buttons[path], self._counts[path] = button, count
        self._box.insertWidget(at if at >= 0 else self._box.count(), button)

    def _choosing(self, path: str) -> Callable[[], None]:
        def choose() -> None:
            self._buttons[path].setChecked(True)
            self.chosen.emit(path)

        return choose

    def _count(self, section: SectionLine) -> None:
        button, count = self._buttons[section.path], self._counts[section.path]
        whole = section.total > 0 and section.answered >= section.total
        count.setText("✓" if whole else f"{section.answered}/{section.total}")
        count.setVisible(section.total > 0)
        said = self._texts(
            "casework-section-count",
            title=section.title,
            answered=section.answered,
            total=section.total,
        )
        button.setAccessibleName(said)
