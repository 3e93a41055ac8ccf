"""표 내보내기: which form first, then a place; what is hidden here is hidden there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from intake.text import Texts
from ui.widgets import Button, Choices, words
from ui.widgets.tall_sheet import TallSheet

SUFFIXES = {"xlsx": ".xlsx", "csv": ".zip"}


class SaveSheet(TallSheet):
    """Asks for the form of the tables; ``save`` gets the form and a place."""

    def __init__(self, parent: QWidget, texts: Texts, save: Callable[[str, Path], None]) -> None:  # fmt: skip
        """Give what was chosen to ``save``."""
        self._texts, self._save = texts, save
        self.go = Button(texts("stat-save-place"), "primary", icon="download")
        self.go.on(self._on_go)
        no = Button(texts("shell-cancel")).on(self.close_sheet)
        super().__init__(parent, texts("stat-save"), no, self.go, note=texts("stat-save-note"))  # fmt: skip
        forms = [(form, texts(f"stat-save-{form}")) for form in SUFFIXES]
        self.form = Choices(forms, texts("stat-save-form"), columns=1)
        self.form.choose("xlsx")
        self.form.chosen.connect(lambda values: self.go.setEnabled(bool(values)))
        self.put(words(texts("stat-save-form"), "strong"), self.form)

    def _on_go(self) -> None:
        form = self.form.values[0]
        name = f"ieum-statistics{SUFFIXES[form]}"
        chosen, _ = QFileDialog.getSaveFileName(self, "", name)
        if chosen:
            self.close_sheet()
            self._save(form, Path(chosen))
