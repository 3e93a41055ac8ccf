"""내보내기: what for is asked first, then a place; the list leaves as a CSV."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.widgets import Button, Choices, words
from ui.widgets.code_words import code_choices
from ui.widgets.tall_sheet import TallSheet

_PURPOSES = ("DELETION", "INVESTIGATION", "REFERRAL", "SUPERVISION", "EXPORT", "REQUEST")  # fmt: skip


class ExportSheet(TallSheet):
    """Asks for the purpose of a list that leaves (처리 목적)."""

    def __init__(self, parent: QWidget, texts: Texts, export: Callable[[str], None]) -> None:  # fmt: skip
        """Give the purpose to ``export``."""
        self._export = export
        self.go = Button(texts("postings-export-go"), "primary", icon="download")
        self.go.on(self._on_go)
        no = Button(texts("shell-cancel")).on(self.close_sheet)
        super().__init__(parent, texts("postings-export-title"), no, self.go, note=texts("postings-export-note"))  # fmt: skip
        offered = [(code, label) for code, label in code_choices(texts.language, "access_purpose") if code in _PURPOSES]  # fmt: skip
        self.purpose = Choices(offered, texts("postings-export-purpose"), columns=2)
        self.purpose.chosen.connect(lambda values: self.go.setEnabled(bool(values)))
        self.put(words(texts("postings-export-purpose"), "strong"), self.purpose)
        self.go.setEnabled(False)

    def _on_go(self) -> None:
        purpose = self.purpose.values[0]
        self.close_sheet()
        self._export(purpose)
