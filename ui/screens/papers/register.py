"""What was issued, and files that are brought (대장, 파일 확인), shown in the middle of the page."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from intake.errors import IntakeError, NotAPaper
from ui.jobs import Lane
from ui.screens.papers.cards import entry_card, figures_card, verified_card
from ui.screens.papers.stage import Stage
from ui.session import Session
from ui.widgets import Button, PassphraseField, Sheet, row, words
from ui.widgets.code_words import code_choices
from ui.widgets.form_sheet import FormSheet, Said

if TYPE_CHECKING:
    from intake.desk.views.figures import FrozenLine
    from intake.desk.views.papers import IssuedLine, VerifiedView


class Register(QObject):
    """``again`` carries a line to be made once more, ``voided`` the id of one that is void."""

    again = Signal(object)  # IssuedLine
    voided = Signal(str)

    def __init__(self, session: Session, stage: Stage) -> None:
        """Show on ``stage``."""
        super().__init__(stage)
        self._session, self._texts, self._stage = session, session.texts, stage
        self.entry = ""  # the line that is shown

    def show_entry(self, line: "IssuedLine", *, sees: bool) -> None:
        """Show one line with its numbers then and now; without content the line only."""
        self.entry = line.id
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
        self.entry = ""

    def _on_frozen(self, line: "IssuedLine", found: "tuple[FrozenLine, ...]") -> None:
        if found and self.entry == line.id:
            figures = figures_card(self._texts, found)
            self._stage.show_cards(self._entry_card(line, sees=True), figures)

    def _entry_card(self, line: "IssuedLine", *, sees: bool) -> QWidget:
        acts: list[tuple[str, str, Callable[[], object]]] = []
        if sees:
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
        title = self._texts("papers-bring")
        chosen, _ = QFileDialog.getOpenFileName(self._stage, title, "", "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def verify(self, file: Path, lock: str = "") -> None:
        """Say who sealed a file, whether it is intact, and what its numbers are now."""
        progress = self._stage.progress

        def refused(error: IntakeError) -> None:
            progress.end()
            told = self._texts.error(error)
            self._stage.say(f"{told.sentence} {told.remedy}")
            if isinstance(error, NotAPaper) and error.facts.get("why") == "locked":
                self._ask_lock(file)

        job = self._session.ask(
            lambda desk, _progress: desk.papers.verify(file, lock),
            lambda found: self._on_verified(file, found),
            by=self,
            slot="verify",
            lane=Lane.BULK,
            otherwise=refused,
            stopped=progress.end,
        )
        progress.begin(self._texts("papers-verifying"), job.cancel)

    def _on_verified(self, file: Path, found: "VerifiedView") -> None:
        self._stage.progress.end()
        cards: list[QWidget] = [verified_card(self._texts, file, found)]
        if found.figures:
            cards.append(figures_card(self._texts, found.figures))
        self._stage.show_cards(*cards)

    def _ask_lock(self, file: Path) -> None:
        says = self._texts
        field = PassphraseField(says, says("papers-lock-passphrase"))
        go, no = Button(says("papers-locked-check"), "primary"), Button(says("shell-cancel"))  # fmt: skip
        sheet = Sheet(self._stage.window(), words(says("papers-locked-title"), "heading"), words(says("papers-locked-body"), "muted"), field, row(None, no, go))  # fmt: skip
        sheet.setAccessibleName(says("papers-locked-title"))

        def check() -> None:
            lock = field.text()
            field.clear()
            sheet.close_sheet()
            self.verify(file, lock)

        go.on(check)
        no.on(sheet.close_sheet)
        field.submitted.connect(check)
        sheet.open_sheet(field.line)
