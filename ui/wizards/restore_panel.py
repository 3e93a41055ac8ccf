"""백업에서 되살리기: choose a folder, see whose backups are there, open one of them.

* Nothing is believed before it was checked: the words of who signed stand beside the backup.
* On the computer a backup came from, the passphrase is enough; on any other, the printed code
  and a new passphrase. What lies here already is never overwritten, and that is said.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.session import Session
from ui.widgets import Button, Choices, PassphraseField, ProgressLine, row, say, words
from ui.widgets.field import Field, labelled
from ui.widgets.stack import PageStack

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.backups import BackupCard, RestoredView

_MOST = 4  # of the backups that are offered, the newest


class RestorePanel(QWidget):
    """Asks for everything a restore needs; ``restored`` carries the open desk."""

    restored = Signal(object, object)  # Desk, RestoredView
    left = Signal()

    def __init__(self, session: Session, *, aside: bool) -> None:
        """Begin with the folder; ``aside``: a vault lies here that will be set aside."""
        super().__init__()
        self._session, self.texts = session, session.texts
        self._cards: tuple[BackupCard, ...] = ()
        self._folder = Path()
        says = self.texts
        says = self.texts
        self._words, self._words_help = words("", "strong"), words("", "small")
        self._found_page, self._open_page = QWidget(), QWidget()
        self._pages = PageStack()
        for page in (self._make_look(aside=aside), self._make_open()):
            self._pages.addWidget(page)
        self.error = words("", tone="danger")
        self.error.hide()
        self.progress = ProgressLine(says)
        self.back = Button(says("shell-back"), "quiet", icon="arrow-left")
        self.back.on(self._on_back)
        self.next = Button(says("shell-next"), "primary").on(self._on_next)
        self.go = Button(says("restore-do"), "primary").on(self._on_go)
        self.go.hide()
        buttons = QWidget()
        buttons.setLayout(row(self.back, None, self.next, self.go))
        title = words(says("restore-title"), "heading")
        _fill(self, title, self._pages, self.error, self.progress, buttons)
        self._show_buttons()

    def _make_look(self, *, aside: bool) -> QWidget:
        says = self.texts
        self.choose = Button(says("restore-choose"), icon="folder-open")
        self.choose.on(self._on_choose)
        chooser, self._list = QWidget(), QWidget()
        chooser.setLayout(row(self.choose, None))
        self._which = QVBoxLayout(self._list)
        self._which.setContentsMargins(0, 0, 0, 0)
        told = ("restore-later", "restore-aside") if aside else ("restore-later",)
        notes = [words(says(one), "small") for one in told]
        _fill(self._found_page, self._list, self._words_help, self._words, *notes)
        self._found_page.hide()
        page = QWidget()
        _fill(page, words(says("restore-help"), "muted"), chooser, self._found_page)
        return page

    def _make_open(self) -> QWidget:
        says = self.texts
        ways = [(way, says(f"restore-way-{way}")) for way in ("code", "passphrase")]
        self.way = Choices(ways, says("restore-way"), columns=1, digits=False)
        self.way.choose("code")
        self.way.chosen.connect(lambda _values: self._on_way())
        self.code = Field(says("restore-code"), says("restore-code-help"))
        self.passphrase = PassphraseField(says, says("unlock-passphrase"))
        self.new = PassphraseField(says, says("unlock-new"))
        self.again = PassphraseField(says, says("unlock-new-again"))
        self._by_code, self._by_passphrase = QWidget(), QWidget()
        _fill(
            self._by_code,
            self.code,
            labelled(says("unlock-new"), self.new),
            labelled(says("unlock-new-again"), self.again),
        )
        _fill(self._by_passphrase, labelled(says("unlock-passphrase"), self.passphrase))
        for field in (self.code, self.passphrase, self.new, self.again):
            field.edited.connect(self._show_buttons)
        _fill(self._open_page, self.way, self._by_code, self._by_passphrase)
        self._by_passphrase.hide()
        return self._open_page

    def _on_next(self) -> None:
        self._show_page(opening=True)
        self.way.focus_first()

    def _on_back(self) -> None:
        if self._pages.currentWidget() is self._open_page:
            self._show_page(opening=False)
            self.which.focus_first()
        else:
            self.left.emit()

    def _show_page(self, *, opening: bool) -> None:
        say(self.error, "")
        self._pages.setCurrentIndex(int(opening))
        self.next.setVisible(not opening)
        self.go.setVisible(opening)

    # --- which backup --------------------------------------------------------------

    def look(self, folder: Path) -> None:
        """Look for backups in a folder."""
        self._folder = folder
        say(self.error, "")
        self.progress.begin(self.texts("restore-looking"))
        language = self.texts.language
        self._session.enter(
            lambda door, _progress: door.restoring.look(folder, language),
            self._on_found,
            by=self,
            otherwise=self._on_refused,
        )

    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.texts("restore-choose"))
        if chosen:
            self.look(Path(chosen))

    def _on_found(self, cards: "tuple[BackupCard, ...]") -> None:
        self.progress.end()
        self._cards = cards[:_MOST]
        says = self.texts
        lines = [(card.name, self._line(card)) for card in self._cards]
        self.which = Choices(lines, says("restore-which"), columns=1, digits=False)
        self.which.choose(self._cards[0].name)
        self.which.chosen.connect(lambda _values: self._show_words())
        while (item := self._which.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._which.addWidget(labelled(says("restore-which"), self.which))
        self._found_page.show()
        self._show_words()
        self.which.focus_first()

    def _line(self, card: "BackupCard") -> str:
        return self.texts(
            "restore-line",
            moment=self.texts.moment(card.made_ms),
            center=card.center,
            size=card.size,
        )

    @property
    def chosen(self) -> "BackupCard | None":
        """The backup that is chosen."""
        values = self.which.values if self._cards else ()
        return next((one for one in self._cards if one.name in values), None)

    def _show_words(self) -> None:
        card = self.chosen
        if card is not None:
            says = self.texts
            help_id = "restore-words-help" if card.certified else "restore-words-device"
            self._words.setText(" · ".join(card.words))
            self._words_help.setText(f"{says('restore-words')}. {says(help_id)}")
        self._show_buttons()

    # --- the secret ------------------------------------------------------------------

    def _on_way(self) -> None:
        by_code = self.way.values != ("passphrase",)
        self._by_code.setVisible(by_code)
        self._by_passphrase.setVisible(not by_code)
        self._show_buttons()

    def _show_buttons(self) -> None:
        same = bool(self.new.text()) and self.new.text() == self.again.text()
        if self.way.values == ("passphrase",):
            said = bool(self.passphrase.text())
        else:
            said = bool(self.code.text()) and same
        free = self.progress.isHidden()
        self.next.setEnabled(free and self.chosen is not None)
        self.go.setEnabled(free and said and self.chosen is not None)
        self.choose.setEnabled(free)
        self.back.setEnabled(free)

    def _on_go(self) -> None:
        card, folder, target = self.chosen, self._folder, self._session.folder
        if card is None:
            return
        name, said = card.name, self._said()
        say(self.error, "")
        job = self._session.enter(
            lambda door, progress: _restore(
                door, (folder, name, target), said, progress
            ),
            self._on_restored,
            by=self,
            otherwise=self._on_refused,
            watch=self.progress.step,
        )
        self.progress.begin(
            self.texts("restore-doing"), lambda: _stop(job, self), at_once=True
        )
        self._show_buttons()

    def _said(self) -> dict[str, str]:
        if self.way.values == ("passphrase",):
            return {"passphrase": self.passphrase.text()}
        return {"emergency_code": self.code.text(), "new_passphrase": self.new.text()}

    def _on_restored(self, found: "tuple[Desk, RestoredView]") -> None:
        self.progress.end()
        for field in (self.passphrase, self.new, self.again):
            field.clear()
        self.restored.emit(*found)

    def _on_refused(self, error: IntakeError) -> None:
        self.free()
        said = self.texts.error(error)
        say(self.error, f"{said.sentence}\n{said.remedy}", "danger")

    def free(self) -> None:
        """Let the person try again."""
        self.progress.end()
        self._show_buttons()


def _stop(job: Any, panel: RestorePanel) -> None:  # noqa: ANN401 - a job of any result
    job.cancel()
    panel.free()


def _restore(
    door: Any,  # noqa: ANN401 - the desk is loaded late
    where: tuple[Path, str, Path],
    said: dict[str, str],
    progress: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    chosen, name, target = where
    secret = door.restoring.RestoreSecret(**said)
    return door.restoring.restore(chosen, name, target, secret, progress)


def _fill(widget: QWidget, *things: QWidget) -> None:
    box = QVBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(12)
    for thing in things:
        box.addWidget(thing)


def told_of(session: Session, view: "RestoredView") -> str:
    """Return what a person is told after a restore."""
    says, moment = session.texts, session.texts.moment(view.made_ms)
    if view.aside:
        said = says("restore-done-aside", moment=moment, aside=view.aside)
        more = says("restore-brought", count=view.brought) if view.brought else ""
        return f"{said} {more}".strip()
    return says("restore-done", moment=moment)
