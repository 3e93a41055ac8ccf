"""The sheet before issuing (발급 전): what happens is said, a place is chosen, a key, a lock.

* What it means to issue so is said in the desk's own sentences, which follow every choice.
* Passphrases of a key file and of the paper are never kept: they go with the sheet.
* Where nothing could be issued the sheet stays, and says what happened, what is kept, what to do.
* Escape stops what is under way; it never hides it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import IntakeError, SealRefused, WeakPassphrase
from intake.text import Texts
from ui.widgets import (
    Button,
    Card,
    PassphraseField,
    ProgressLine,
    Symbol,
    column,
    row,
    say,
    words,
)
from ui.widgets.field import labelled
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import TallSheet, empty_box

_KEY_FILES = "*.p12 *.pfx"
_SETTLED_MS = 40  # by then everything stands in its place
Terms = Mapping[tuple[bool, bool, bool], tuple[str, ...]]  # sealed, locked, with room


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a paper goes, with which key it is sealed, what locks it, and room for a stamp."""

    folder: Path
    key: Path | None = None
    passphrase: str = field(default="", repr=False)
    lock: str = field(default="", repr=False)
    with_room: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """What the sheet says and offers."""

    title: str
    terms: Terms
    lacks: int = 0
    folder: Path | None = None  # chosen before
    key: Path | None = None
    pack: bool = False
    lockable: bool = True


class IssueSheet(TallSheet):
    """Says what happens, asks for a place and a key; ``go`` gets the wish."""

    def __init__(self, parent: QWidget, texts: Texts, asking: Asking, go: Callable[[Wish], object]) -> None:  # fmt: skip
        """Offer again what was chosen before."""
        self._texts, self._asking, self._go, says = texts, asking, go, texts
        self._folder, self._key = asking.folder, asking.key
        self._stop: Callable[[], None] | None = None
        self.issue = Button(says("papers-issue"), "primary", icon="file-check", name=says("papers-issue-name"))  # fmt: skip
        self.issue.on(self._on_issue)
        self.no = Button(says("shell-cancel")).on(self.close_sheet)
        super().__init__(parent, says("papers-issue-title", title=asking.title), self.no, self.issue, width=640)  # fmt: skip
        self._make_place()
        self._make_key()
        self._make_more()
        self._happens = QVBoxLayout()
        self._happens.setSpacing(8)
        self._wrong = Card(ground="notice", gap=4)
        self._wrong.hide()
        self.progress = ProgressLine(says)
        self._fill()
        self._show_place()
        self._show_key(self._key)

    def ask(self) -> "IssueSheet":
        """Show it."""
        first = self.passphrase.line if self._key else self.issue
        self.open_sheet(first if self._folder else self.folder)
        return self

    def be_busy(self, stop: Callable[[], None] | None) -> None:
        """Be at work until ``stop``: nothing can be changed meanwhile; None is the end of it."""
        self._stop = stop
        for one in (self.folder, self.key, self.no_key, self.passphrase, self.locked, self.lock, self.with_room, self.issue, self.no):  # fmt: skip
            one.setEnabled(stop is None)
        self.locked.setEnabled(stop is None and self._asking.lockable)
        if stop is None:
            self.progress.end()
        else:
            self.progress.begin(self._texts("papers-issuing"), stop)
            self._scroll.verticalScrollBar().setValue(0)

    def refuse(self, error: IntakeError) -> None:
        """Say what happened, what is kept, what to do next; passphrases are typed anew."""
        says, told = self._texts, self._texts.error(error)
        self.be_busy(None)
        self.forget()
        voided = int(error.facts.get("voided", 0))
        kept = says("papers-kept-void", count=voided) if voided else says("papers-kept")
        said = told.sentence, "" if isinstance(error, SealRefused) else kept, told.remedy  # fmt: skip
        empty_box(self._happens)  # said before; now what happened comes first
        self._say_wrong(*said)
        self._reach(self._field_of(error))

    def forget(self) -> None:
        """Forget the passphrases."""
        self.passphrase.clear()
        self.lock.clear()

    @override
    def close_sheet(self) -> None:
        if self._stop is not None:
            self._stop()  # under way: stop it first, nothing goes on unseen
            return
        self.forget()
        super().close_sheet()

    # --- what is said --------------------------------------------------------------------

    def _say_wrong(self, *said: str) -> None:
        empty_box(self._wrong.body)
        for at, sentence in enumerate(filter(None, said)):
            self._wrong.add(words(sentence, "body" if at else "strong"))
        self._wrong.setVisible(any(said))
        self.place()
        self._scroll.verticalScrollBar().setValue(0)

    def _reach(self, field: QWidget) -> None:
        """Put the keyboard into a field, and let it be seen once all stands in its place."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(_SETTLED_MS, self, lambda: self._scroll.ensureWidgetVisible(field))  # fmt: skip

    def _field_of(self, error: IntakeError) -> QWidget:
        if isinstance(error, WeakPassphrase):
            return self.lock.line
        if isinstance(error, SealRefused):
            return self.passphrase.line if error.facts.get("why") == "passphrase" else self.key  # fmt: skip
        return self.folder

    def _show_terms(self) -> None:
        """Say what it means to issue it so."""
        says, locked = self._texts, self.locked.isChecked()
        told = self._asking.terms.get((self._key is not None, locked, self.with_room.isChecked()), ())  # fmt: skip
        lead, rest = (told[:1], told[1:]) if self._asking.pack else ((says("papers-issue-1"),), told)  # fmt: skip
        empty_box(self._happens)
        for sentence in (*lead, says("papers-issue-2"), *rest):
            self._happens.addWidget(_line(sentence))
        self._locking.setVisible(locked)
        if not locked:
            self.lock.clear()
        settle_tabs(self)
        self.place()

    # --- choosing ------------------------------------------------------------------------

    def _on_place(self) -> None:
        start = str(self._folder or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self._texts("papers-place"), start)  # fmt: skip
        if chosen:
            self._folder = Path(chosen)
            self._show_place()
            (self.passphrase.line if self._key else self.issue).setFocus()

    def _on_key(self) -> None:
        title = self._texts("papers-key-choose")
        kinds = f"{self._texts('papers-key-files')} ({_KEY_FILES})"
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self._show_key(Path(chosen))
            self._reach(self.passphrase.line)

    def _show_place(self) -> None:
        folder = self._folder
        self._where.setText(str(folder) if folder else self._texts("papers-place-none"))
        self.issue.setEnabled(folder is not None)

    def _show_key(self, key: Path | None) -> None:
        self._key = key
        self._with.setText(key.name if key else self._texts("papers-key-hint"))
        self._sealing.setVisible(key is not None)
        self.passphrase.clear()
        self.no_key.setVisible(key is not None)
        self._show_terms()

    def _on_issue(self) -> None:
        if self._folder is None or not self.issue.isEnabled():
            return
        if self.locked.isChecked() and not self.lock.text():
            self._say_wrong(self._texts("papers-lock-empty"))
            self._reach(self.lock.line)
            return
        self._say_wrong()
        key = self.passphrase.text() if self._key else ""
        lock = self.lock.text() if self.locked.isChecked() else ""
        self._go(Wish(self._folder, self._key, key, lock, self.with_room.isChecked()))

    # --- building ------------------------------------------------------------------------

    def _make_place(self) -> None:
        says = self._texts
        self.folder = Button(says("papers-place-choose"), icon="folder-open").on(self._on_place)  # fmt: skip
        self._where = words("", "body")

    def _make_key(self) -> None:
        says = self._texts
        self.key = Button(says("papers-key-choose"), icon="key-round").on(self._on_key)
        self.no_key = Button(says("papers-key-none"), "quiet").on(lambda: self._show_key(None))  # fmt: skip
        self._with = words("", "body")
        self.passphrase = PassphraseField(says, says("papers-key-passphrase"))
        self.passphrase.submitted.connect(self._on_issue)
        self._sealing = labelled(says("papers-key-passphrase"), self.passphrase)

    def _make_more(self) -> None:
        says = self._texts
        pack = self._asking.pack
        self.locked = QCheckBox(says("papers-lock-pack" if pack else "papers-lock"))
        self.with_room = QCheckBox(says("papers-with-room"))
        for one in (self.locked, self.with_room):
            one.setAccessibleName(one.text())
            one.toggled.connect(lambda _on: self._show_terms())
        self.lock = PassphraseField(says, says("papers-lock-passphrase"))
        self.lock.submitted.connect(self._on_issue)
        self.locked.toggled.connect(
            lambda on: self._reach(self.lock.line) if on else None
        )
        self._locking = labelled(says("papers-lock-passphrase"), self.lock)
        self._no_lock: QLabel = words("", "small")
        say(self._no_lock, "" if self._asking.lockable else says("papers-lock-no-list"))
        self.locked.setEnabled(self._asking.lockable)

    def _fill(self) -> None:
        says, lacks = self._texts, self._asking.lacks
        self.put(self.progress, self._wrong, self._happens)
        if lacks:
            self.put(words(says("papers-issue-lacks", count=lacks), tone="wait"))
        self.put(
            column(words(says("papers-place"), "strong"), self._where, row(self.folder, None), gap=6),
            column(words(says("papers-key"), "strong"), self._with, row(self.key, self.no_key, None), self._sealing, gap=6),
            column(words(says("papers-more"), "strong"), self.with_room, self.locked, self._no_lock, self._locking, gap=6),
        )  # fmt: skip


def _line(sentence: str) -> QWidget:
    holder = QWidget()
    line = row(Symbol("info", "muted", 16), gap=10)
    line.addWidget(words(sentence), 1)
    holder.setLayout(line)
    return holder
