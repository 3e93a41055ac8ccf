"""USB로 주고받기: which stick, and what happened so far (이동식 매체)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLayout, QVBoxLayout
from typing_extensions import override

from ui.session import Session
from ui.tables import RowList
from ui.widgets import Button, Choices, row, say, words
from ui.widgets.drives import Drive, drives
from ui.wizards.wizard import Step

if TYPE_CHECKING:
    from intake.desk.views import Addressee, SendPlanView
    from intake.desk.views.sticks import StickLook, StickReport

_LOOK_MS = 2_000
Find = Callable[[], tuple[Drive, ...]]


@dataclass
class Journey:
    """What one way over a stick knows."""

    folder: Path | None = None
    place_name: str = ""
    to: "Addressee | None" = None  # of the first sending at a place
    plan: "SendPlanView | None" = None
    look: "StickLook | None" = None
    report: "StickReport | None" = None


class StickStep(Step):
    """Plug in, and pick: the drive's name, size and free space; what is no stick is only named."""

    title_id = "stick-title"
    hint_id = "stick-hint"

    def __init__(
        self, session: Session, journey: Journey, find: Find = drives, mailbox: str = ""
    ) -> None:
        """Look for sticks every two seconds while shown; ``mailbox`` is offered too."""
        super().__init__(session.texts)
        self._journey, self._find, self._mailbox = journey, find, mailbox
        self._seen: tuple[Drive, ...] | None = None
        self._choices: Choices | None = None
        self._holder, self._others = QVBoxLayout(), QVBoxLayout()
        self._others.setSpacing(2)
        self._none = words(self.texts("stick-none"), "muted")
        self._picked = words("", "strong")
        self._picked.hide()
        other = Button(self.texts("stick-other"), icon="folder-open")
        other.on(self._on_other)
        self.add(self._holder, self._none, self._picked, row(other, None), 8)
        self.add(self._others, None)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @override
    def arrive(self) -> None:
        """Look at once, and again until somebody goes on."""
        self.look()
        self._timer.start()
        if self._choices is not None:
            self._choices.focus_first()

    @override
    def ready(self) -> bool:
        """Something was picked."""
        return self._journey.folder is not None

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Stop looking."""
        self._timer.stop()
        then()

    def offer(self, mailbox: str) -> None:
        """Offer this folder too: whoever is quick is here before it is known."""
        if mailbox != self._mailbox:
            self._mailbox, self._seen = mailbox, None
            self.look()

    def look(self) -> None:
        """Show what is plugged in now."""
        seen = self._find()
        if seen == self._seen:
            return
        self._seen = seen
        self._show([one for one in seen if one.is_offered])
        self._name([one for one in seen if not one.is_offered])

    def _show(self, offered: list[Drive]) -> None:
        _empty(self._holder)
        listed = [(str(drive.path), self._label(drive)) for drive in offered]
        if self._mailbox:
            listed.append((self._mailbox, self.texts("stick-mailbox")))
        self._choices = Choices(listed, self.texts("stick-title"), columns=1)
        self._choices.chosen.connect(self._on_chosen)
        self._holder.addWidget(self._choices)
        self._choices.setVisible(bool(listed))
        self._none.setVisible(not offered)
        known = str(self._journey.folder or "")
        if known in dict(listed):
            self._choices.choose(known)
        elif known and known in map(str, self._gone()):
            self._journey.folder = None
        self.changed.emit()

    def _name(self, refused: list[Drive]) -> None:
        """Name what is no stick, so that nobody looks for it."""
        _empty(self._others)
        if refused:
            self._others.addWidget(words(self.texts("stick-not-offered"), "small"))
        for one in refused:
            why = self.texts("stick-why", why=one.why or "locked")
            name = one.name if one.path.name else self.texts("stick-own-disk")
            line = self.texts("stick-refused", name=name, why=why)
            self._others.addWidget(words(line, "muted"))

    def _gone(self) -> list[Path]:
        folder = self._journey.folder
        return [folder] if folder is not None and not folder.exists() else []

    def _label(self, drive: Drive) -> str:
        says = self.texts
        return says("stick-line", name=drive.name, free=drive.free, total=drive.total)

    def _on_chosen(self, values: tuple[str, ...]) -> None:
        self._pick(Path(values[0]) if values else None, "")

    def _on_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.texts("stick-other"))
        if not chosen:
            return
        if self._choices is not None:
            self._choices.choose()
        on = _drive_of(Path(chosen), self._seen or ())
        if on is not None and not on.is_offered:
            self._pick(None, "")
            why = self.texts("stick-why", why=on.why or "locked")
            say(self._picked, self.texts("stick-refused", name=chosen, why=why), "wait")
            return
        self._pick(Path(chosen), chosen)

    def _pick(self, folder: Path | None, shown: str) -> None:
        self._journey.folder, self._journey.look = folder, None
        named = {str(one.path): one.name for one in self._seen or ()}
        self._journey.place_name = named.get(str(folder), folder.name) if folder else ""
        say(self._picked, self.texts("stick-picked", place=shown) if shown else "")
        self.changed.emit()


def _drive_of(folder: Path, seen: tuple[Drive, ...]) -> Drive | None:
    """Return the innermost drive that a folder lies on."""
    on = [one for one in seen if folder.is_relative_to(one.path)]
    return max(on, key=lambda one: len(one.path.parts), default=None)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def fit(listed: RowList, rows: int, most: int) -> None:
    """Give a list inside a step the height of its rows, up to ``most`` of them."""
    listed.setFixedHeight(
        min(rows, most) * listed.verticalHeader().defaultSectionSize()
    )
