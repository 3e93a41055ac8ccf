"""What was issued, and files that are brought (대장, 파일 확인), shown in the middle of the page."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.jobs import Lane
from ui.screens.papers.cards import entry_card
from ui.screens.papers.checking import Checking
from ui.screens.papers.counting_again import Counting
from ui.screens.papers.figures_card import FiguresCard
from ui.screens.papers.redaction_sheet import show_kept
from ui.screens.papers.stage import Stage
from ui.session import Session
from ui.widgets import words
from ui.widgets.code_words import code_choices
from ui.widgets.form_sheet import FormSheet, Said

if TYPE_CHECKING:
    from intake.desk.views.figures import FrozenLine
    from intake.desk.views.papers import IssuedLine


class Register(QObject):
    """``again`` carries a line to be made once more, ``voided`` the id of one that is void."""

    again = Signal(object)  # IssuedLine
    voided = Signal(str)

    def __init__(self, session: Session, stage: Stage) -> None:
        """Show on ``stage``."""
        super().__init__(stage)
        self._session, self._texts, self._stage = session, session.texts, stage
        self.counting = Counting(session, stage)
        self.checking = Checking(session, stage, self.counting)
        self._line = ""

    @property
    def entry(self) -> str:
        """The paper that is shown, as a line or as a file of it."""
        return self._line or self.checking.paper

    def show_entry(self, line: "IssuedLine", *, sees: bool) -> None:
        """Show one line with its numbers then and now; without content the line only."""
        self.leave()
        self._line = line.id
        self._stage.show_cards(self._entry_card(line, sees=sees))
        if sees and line.figures:
            self._session.ask(
                lambda desk, _progress: desk.figures.frozen(paper=line.id),
                lambda found: self._on_frozen(line, found),
                by=self,
                slot="frozen",
                lane=Lane.BULK,
                otherwise=lambda _error: None,
            )

    def leave(self) -> None:
        """Show none any more."""
        self._line = ""
        self.counting.leave()
        self.checking.leave()

    def _on_frozen(self, line: "IssuedLine", found: "tuple[FrozenLine, ...]") -> None:
        if found and self._line == line.id:
            figures = FiguresCard(self._texts, found, self.counting.of(line.id))
            self._stage.show_cards(self._entry_card(line, sees=True), figures)

    def _entry_card(self, line: "IssuedLine", *, sees: bool) -> QWidget:
        acts: list[tuple[str, str, Callable[[], object]]] = []
        if sees:
            acts.append(("papers-redactions-open", "eye-off", lambda: show_kept(self._session, self._stage, line.id)))  # fmt: skip
            acts.append(("papers-entry-file", "shield-check", self._on_file))
            acts.append(("papers-again", "file-plus", lambda: self.again.emit(line)))
            if line.state != "VOID":
                acts.append(("papers-void-act", "ban", lambda: self._on_void(line)))
        return entry_card(self._texts, line, acts)

    def _on_void(self, line: "IssuedLine") -> None:
        says = self._texts

        def keep(said: Said) -> None:
            self._session.do(
                lambda desk, _progress: desk.papers.void(line.id, said["reason"]),
                lambda _none: self.voided.emit(line.id),
                by=self,
            )

        reasons = code_choices(says.language, "void_reason")
        title = says("papers-void-title", number=line.number)
        sheet = FormSheet(self._stage.window(), says, title, says("papers-void-act"), keep)  # fmt: skip
        sheet.put(words(says("papers-void-body")))
        sheet.choices("reason", says("papers-void-reason"), reasons, needed=True)
        sheet.ask()

    # --- a file that was brought ---------------------------------------------------------

    def bring(self) -> Path | None:
        """Ask for a file."""
        return self.checking.bring()

    def verify(self, file: Path, lock: str = "") -> None:
        """Say who sealed a file, whether it is intact, and what its numbers are now."""
        self.leave()
        self.checking.verify(file, lock)

    def _on_file(self) -> None:
        file = self.bring()
        if file is not None:
            self.verify(file)
