"""Issuing a paper (발급): what happens is said first, a place is chosen, then it is done whole.

* The place is tried before anything is issued. Where it refuses afterwards the paper is issued
  all the same, and its bytes wait for another place.
* The passphrase of a key file is never kept: it goes with the sheet.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from intake.errors import IntakeError
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
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.papers import IssuedLine, PaperPlan
    from intake.progress import Progress

_KEY_FILES = "*.p12 *.pfx"


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a paper goes, and with which key it is sealed."""

    folder: Path
    key: Path | None = None
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was issued; ``place`` is None where nothing could be written."""

    line: "IssuedLine"
    name: str
    data: bytes = field(repr=False)
    place: Path | None = None
    why: IntakeError | None = None


def issue(desk: "Desk", plan: "PaperPlan", wish: Wish, progress: "Progress") -> Made:
    """Try the place, issue, write."""
    from intake.desk.paper_placing import check_place  # noqa: PLC0415 - loads the core

    check_place(wish.folder)
    made = desk.papers.issue(plan, wish.key, wish.passphrase, progress=progress)
    line = next(one for one in desk.papers.listing() if made.name == f"{one.number}.pdf")  # fmt: skip
    return written(Made(line, made.name, made.data), wish.folder)


def written(made: Made, folder: Path) -> Made:
    """Write a paper into a folder; what cannot be written is kept in memory."""
    from intake.desk.paper_placing import place_file  # noqa: PLC0415 - loads the core

    try:
        place = place_file(made.data, folder, made.name)
    except IntakeError as error:
        return Made(made.line, made.name, made.data, None, error)
    return Made(made.line, made.name, made.data, place)


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
        super().__init__(parent, says("papers-issue-title", title=title), self.no, self.issue, width=620)  # fmt: skip
        self.folder = Button(says("papers-place-choose"), icon="folder-open").on(self._on_place)  # fmt: skip
        self._where = words("", "body")
        self.key = Button(says("papers-key-choose"), icon="key-round").on(self._on_key)
        self.no_key = Button(says("papers-key-none"), "quiet").on(lambda: self._show_key(None))  # fmt: skip
        self._with = words("", "body")
        self.passphrase = PassphraseField(says, says("papers-key-passphrase"))
        self.passphrase.submitted.connect(self._on_issue)
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
        for one in (self.folder, self.key, self.no_key, self.passphrase, self.issue, self.no):  # fmt: skip
            one.setEnabled(not busy)
        if not busy:
            self.progress.end()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was issued; the passphrase is typed anew."""
        self.be_busy(busy=False)
        self.passphrase.clear()
        say(self._wrong, sentence, "danger")
        self.place()

    def _fill(self, lacks: int) -> None:
        says = self._texts
        happens = column(gap=8)
        for at, icon in enumerate(("hash", "lock", "shield-check"), 1):
            line = row(Symbol(icon, "muted", 16), gap=10)
            line.addWidget(words(says(f"papers-issue-{at}")), 1)
            happens.addLayout(line)
        self.put(happens)
        if lacks:
            self.put(words(says("papers-issue-lacks", count=lacks), tone="wait"))
        self.put(
            column(words(says("papers-place"), "strong"), self._where, row(self.folder, None), gap=6),
            column(words(says("papers-key"), "strong"), self._with, row(self.key, self.no_key, None), self.passphrase, gap=6),
            self._wrong,
            self.progress,
        )  # fmt: skip

    def _on_place(self) -> None:
        start = str(self._folder or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self._texts("papers-place"), start)  # fmt: skip
        if chosen:
            self._folder = Path(chosen)
            self._show_place()
            self.issue.setFocus()

    def _on_key(self) -> None:
        title = self._texts("papers-key-choose")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", f"{self._texts('papers-key-files')} ({_KEY_FILES})")  # fmt: skip
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
        settle_tabs(self)
        self.place()

    def _on_issue(self) -> None:
        if self._folder is None:
            return
        say(self._wrong, "")
        self.be_busy(busy=True)
        wish = Wish(self._folder, self._key, self.passphrase.text() if self._key else "")  # fmt: skip
        self._go(wish)
