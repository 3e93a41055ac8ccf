"""Issuing a paper (발급): what happens is said first, a place is chosen, then it is done whole.

* Where the file cannot lie whole in that place, nothing is issued and the sheet stays open.
* Passphrases of a key file and of the paper are never kept: they go with the sheet.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from intake.text import Texts
from ui.widgets import (
    Button,
    PassphraseField,
    ProgressLine,
    Symbol,
    column,
    row,
    say,
    words,
)
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import TallSheet, empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.papers import IssuedLine, PaperPlan
    from intake.progress import Progress

_KEY_FILES = "*.p12 *.pfx"


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a paper goes, with which key it is sealed, and what locks it."""

    folder: Path
    key: Path | None = None
    passphrase: str = field(default="", repr=False)
    lock: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was issued; no bytes where it is locked."""

    line: "IssuedLine"
    place: Path
    data: bytes = field(default=b"", repr=False)


def issue(desk: "Desk", plan: "PaperPlan", wish: Wish, progress: "Progress") -> Made:
    """Issue into the chosen folder; one that went away is no name for a file."""
    from intake.desk.paper_placing import check_place  # noqa: PLC0415 - loads the core

    check_place(wish.folder)
    saved = desk.papers.save(plan, wish.folder, wish.key, wish.passphrase, lock=wish.lock, progress=progress)  # fmt: skip
    place = Path(saved.place)
    return Made(saved.paper, place, b"" if wish.lock else _bytes(place))


def _bytes(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError:  # the stick was pulled: it lies there, and is not shown here
        return b""


class IssueSheet(TallSheet):
    """Says what happens, asks for a place and a key; ``go`` gets the wish."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        title: str,
        lacks: int,
        folder: Path | None,
        go: Callable[[Wish], object],
    ) -> None:
        """Offer ``folder`` again where one was chosen before."""
        self._texts, self._go, self._folder = texts, go, folder
        self._key: Path | None = None
        says = texts
        self.issue = Button(says("papers-issue"), "primary", icon="file-check", name=says("papers-issue-name"))  # fmt: skip
        self.issue.on(self._on_issue)
        self.no = Button(says("shell-cancel")).on(self.close_sheet)
        super().__init__(parent, says("papers-issue-title", title=title), self.no, self.issue, width=640)  # fmt: skip
        self.folder = Button(says("papers-place-choose"), icon="folder-open").on(self._on_place)  # fmt: skip
        self._where = words("", "body")
        self.key = Button(says("papers-key-choose"), icon="key-round").on(self._on_key)
        self.no_key = Button(says("papers-key-none"), "quiet").on(lambda: self._show_key(None))  # fmt: skip
        self._with = words("", "body")
        self.passphrase = PassphraseField(says, says("papers-key-passphrase"))
        self.locked = QCheckBox(says("papers-lock"))
        self.locked.setAccessibleName(says("papers-lock"))
        self.locked.toggled.connect(lambda _on: self._show_terms())
        self.lock = PassphraseField(says, says("papers-lock-passphrase"))
        for one in (self.passphrase, self.lock):
            one.submitted.connect(self._on_issue)
        self._happens = QVBoxLayout()
        self._happens.setSpacing(8)
        self._wrong = words("", "body", tone="danger")
        self._wrong.hide()
        self.progress = ProgressLine(says)
        self._fill(lacks)
        self._show_place()
        self._show_key(None)

    def ask(self) -> "IssueSheet":
        """Show it."""
        self.open_sheet(self.issue if self._folder else self.folder)
        return self

    def be_busy(self, *, busy: bool) -> None:
        """Be at work: nothing can be changed meanwhile."""
        for one in (self.folder, self.key, self.no_key, self.passphrase, self.locked, self.lock, self.issue, self.no):  # fmt: skip
            one.setEnabled(not busy)
        if not busy:
            self.progress.end()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was issued; passphrases are typed anew."""
        self.be_busy(busy=False)
        self.forget()
        say(self._wrong, sentence, "danger")
        self.place()

    def forget(self) -> None:
        """Forget the passphrases."""
        self.passphrase.clear()
        self.lock.clear()

    def _fill(self, lacks: int) -> None:
        says = self._texts
        self.put(self._happens)
        if lacks:
            self.put(words(says("papers-issue-lacks", count=lacks), tone="wait"))
        self.put(
            column(words(says("papers-place"), "strong"), self._where, row(self.folder, None), gap=6),
            column(words(says("papers-key"), "strong"), self._with, row(self.key, self.no_key, None), self.passphrase, gap=6),
            column(self.locked, self.lock, gap=6),
            self._wrong,
            self.progress,
        )  # fmt: skip

    def _show_terms(self) -> None:
        """Say what it means to issue it so."""
        says, locked = self._texts, self.locked.isChecked()
        sealed = self._key is not None
        told = [
            ("hash", says("papers-issue-1")),
            ("lock", says("papers-issue-2")),
            ("shield-check", says("paper-terms-sealed" if sealed else "paper-terms-by-hand")),
        ]  # fmt: skip
        if locked:
            told.append(("key", says("paper-terms-locked")))
        empty_box(self._happens)
        for icon, sentence in told:
            holder = QWidget()
            line = row(Symbol(icon, "muted", 16), gap=10)
            line.addWidget(words(sentence), 1)
            holder.setLayout(line)
            self._happens.addWidget(holder)
        self.lock.setVisible(locked)
        if not locked:
            self.lock.clear()
        settle_tabs(self)
        self.place()

    def _on_place(self) -> None:
        start = str(self._folder or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self._texts("papers-place"), start)  # fmt: skip
        if chosen:
            self._folder = Path(chosen)
            self._show_place()
            self.issue.setFocus()

    def _on_key(self) -> None:
        title = self._texts("papers-key-choose")
        kinds = f"{self._texts('papers-key-files')} ({_KEY_FILES})"
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self._show_key(Path(chosen))
            self.passphrase.line.setFocus()

    def _show_place(self) -> None:
        folder = self._folder
        self._where.setText(str(folder) if folder else self._texts("papers-place-none"))
        self.issue.setEnabled(folder is not None)

    def _show_key(self, key: Path | None) -> None:
        self._key = key
        self._with.setText(key.name if key else self._texts("papers-key-hint"))
        self.passphrase.setVisible(key is not None)
        self.passphrase.clear()
        self.no_key.setVisible(key is not None)
        self._show_terms()

    def _on_issue(self) -> None:
        if self._folder is None or not self.issue.isEnabled():
            return
        if self.locked.isChecked() and not self.lock.text():
            say(self._wrong, self._texts("papers-lock-empty"), "danger")
            return
        say(self._wrong, "")
        self.be_busy(busy=True)
        key = self.passphrase.text() if self._key else ""
        lock = self.lock.text() if self.locked.isChecked() else ""
        self._go(Wish(self._folder, self._key, key, lock))
