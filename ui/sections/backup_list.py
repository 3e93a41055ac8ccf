"""The backups that lie at their place: when, how large, and whether each can be used."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.jobs import Lane
from ui.session import Question, Session
from ui.widgets import Button, Symbol, row, words

if TYPE_CHECKING:
    from intake.desk.views.backups import BackupLine


class BackupList(QWidget):
    """One line each, newest first; ``changed`` when one was deleted."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self._session, self.texts = session, session.texts
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self.show_lines(())

    def show_lines(
        self, lines: "tuple[BackupLine, ...]", *, away: bool = False
    ) -> None:
        """Show what lies there; ``away``: the place cannot be reached just now."""
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not lines:
            text_id = "backups-list-away" if away else "backups-none"
            self._box.addWidget(words(self.texts(text_id), "muted"))
        for line in lines:
            self._box.addWidget(self._line(line))

    def _line(self, line: "BackupLine") -> QWidget:
        says = self.texts
        icon, ink = ("circle-check", "ok") if line.ok else ("circle-alert", "wait")
        moment = says.moment(line.made_ms) if line.ok else line.name
        size = says.size(line.size) if line.ok else says("backups-unfit")
        name = says("backups-delete-of", moment=moment)
        delete = Button(says("backups-delete"), "quiet", name=name)
        delete.on(lambda: self._ask(line.name, moment))
        shown = QWidget()
        shown.setLayout(
            row(
                Symbol(icon, ink),
                words(says("backups-line", moment=moment), "note", wrap=False),
                words(size, "small", wrap=False),
                None,
                delete,
            )
        )
        return shown

    def _ask(self, name: str, moment: str) -> None:
        says = self.texts
        self._session.question(
            Question(
                title=says("backups-delete-title"),
                body=says("backups-delete-body", moment=moment),
                yes=says("backups-delete"),
                no=says("backups-keep-it"),
                act=lambda: self.delete(name),
                danger=True,
            )
        )

    def delete(self, name: str) -> None:
        """Delete one."""
        self._session.do(
            lambda desk, _progress: desk.backups.forget(name),
            lambda _nothing: self._on_deleted(),
            by=self,
            lane=Lane.CARRY,
        )

    def _on_deleted(self) -> None:
        self._session.toast(self.texts("backups-deleted"))
        self.changed.emit()
