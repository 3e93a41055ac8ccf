"""Sheets about root keys (루트 열쇠): three people begin a library, two of them change its keys."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from ui.session import Session
from ui.widgets import Button, PassphraseField, column, row, words
from ui.widgets.form_sheet import FormSheet, Said

Found = Callable[[str, str, str], None]
Rotated = Callable[[Path, str, Path, str], None]


class KeySheet(FormSheet):
    """A form that asks for passphrases and files too."""

    def secret(self, name: str, label: str) -> PassphraseField:
        """Ask for a passphrase."""
        field = PassphraseField(self._texts, label)
        self.put(column(words(label, "strong"), field, gap=6))
        self._take(name, field.text, field, label)
        return field

    def file(self, name: str, label: str) -> Button:
        """Ask for a file."""
        chosen = QLabel(self._texts("library-no-file"))
        path: list[str] = [""]

        def choose() -> None:
            told, _ = QFileDialog.getOpenFileName(self, "", "", self._texts("library-filter-root"))  # fmt: skip
            if told:
                self.take_file(path, chosen, told)

        said = self._texts("library-choose")
        button = Button(said, name=f"{said}: {label}").on(choose)
        self.put(column(words(label, "strong"), row(button, chosen, None), gap=6))
        self._take(name, lambda: path[0], button, label)
        return button

    def take_file(self, path: list[str], chosen: QLabel, told: str) -> None:
        """Remember a file and say which."""
        path[0] = told
        chosen.setText(Path(told).name)


def found_sheet(session: Session, parent: QWidget, keep: Found) -> KeySheet:
    """Ask three people for a passphrase each."""
    says = session.texts

    def told(said: Said) -> None:
        keep(said["first"], said["second"], said["third"])

    sheet = KeySheet(parent, says, says("library-found"), says("library-found-yes"), told)  # fmt: skip
    sheet.put(words(says("library-found-sheet"), "muted"))
    for at, name in enumerate(("first", "second", "third"), 1):
        sheet.secret(name, says("library-keeper", number=at))
    sheet.ask()
    return sheet


def rotate_sheet(session: Session, parent: QWidget, keep: Rotated) -> KeySheet:
    """Ask for two root keys and their passphrases."""
    says = session.texts

    def told(said: Said) -> None:
        keep(Path(said["one"]), said["one-words"], Path(said["two"]), said["two-words"])

    sheet = KeySheet(parent, says, says("library-rotate"), says("library-rotate-yes"), told)  # fmt: skip
    sheet.put(words(says("library-rotate-sheet"), "muted"))
    for at, name in enumerate(("one", "two"), 1):
        sheet.file(name, says("library-key-file", number=at))
        sheet.secret(f"{name}-words", says("library-keeper", number=at))
    sheet.ask()
    return sheet
