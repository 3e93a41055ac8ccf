"""Which file, and what is in it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from intake.text import Texts
from ui.widgets import Button, Card, row, say, words
from ui.widgets.combo import Combo
from ui.widgets.field import labelled

if TYPE_CHECKING:
    from intake.desk.views.interchange import FileView

KINDS = "*.xlsx *.xlsm *.csv *.tsv *.txt *.jsonl *.json"


class FileCard(Card):
    """Picks a file and tells what it is."""

    picked = Signal(object)  # Path
    sheet_chosen = Signal(str)

    def __init__(
        self, texts: Texts, choose: Callable[[str, str], str] | None = None
    ) -> None:
        """Stand without a file; ``choose`` stands in for the dialog of the system."""
        super().__init__(gap=10)
        self._texts = texts
        self._choose = choose or self._ask
        self.pick = Button(texts("imports-pick"), "primary", icon="folder-open")
        self.pick.on(self._on_pick)
        self._name = words("", "strong", selectable=True)
        self._what, self._notes = words("", "muted"), words("", "small")
        self._error = words("", tone="danger")
        self.sheets = Combo(texts("imports-sheet"))
        self._sheets = labelled(texts("imports-sheet"), self.sheets)
        for one in (self._name, self._what, self._notes, self._error, self._sheets):
            one.hide()
        self.add(
            words(texts("imports-file-title"), "heading"),
            words(texts("imports-file-help"), "muted"),
            row(self.pick, None),
            self._name,
            self._what,
            self._notes,
            self._sheets,
            self._error,
        )
        self.sheets.activated.connect(lambda at: self.sheet_chosen.emit(self.sheets.itemText(at)))  # fmt: skip

    def show_file(self, file: Path, view: "FileView") -> None:
        """Tell what is in a file."""
        self.show_error("")
        say(self._name, file.name)
        say(self._what, described(self._texts, view))
        say(self._notes, "\n".join(self._texts(note) for note in view.notes))
        self.sheets.clear()
        self.sheets.addItems(list(view.sheets))
        self.sheets.setCurrentText(view.sheet)
        self._sheets.setVisible(len(view.sheets) > 1)
        self.pick.setText(self._texts("imports-pick-again"))
        self.pick.setAccessibleName(self._texts("imports-pick-again"))
        self.pick.set_kind("plain")

    def show_error(self, text: str) -> None:
        """Say why a file cannot be read."""
        say(self._error, text, "danger")
        if text:
            for one in (self._name, self._what, self._notes, self._sheets):
                one.hide()

    def _on_pick(self) -> None:
        chosen = self._choose(self._texts("imports-pick"), KINDS)
        if chosen:
            self.picked.emit(Path(chosen))

    def _ask(self, title: str, kinds: str) -> str:
        named = f"{self._texts('imports-kinds')} ({kinds})"
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", named)
        return chosen


def described(texts: Texts, view: "FileView") -> str:
    """Return what a file is in one line."""
    form = texts(f"imports-kind-{view.kind}")
    parts = [texts("imports-ours")] if view.records else [form]
    parts.append(texts("imports-rows", rows=view.rows))
    if view.encoding and not view.records:
        parts.append(view.encoding.upper().replace("-SIG", ""))
    if view.sheet:
        parts.append(texts("imports-sheet-named", sheet=view.sheet))
    return " · ".join(parts)
