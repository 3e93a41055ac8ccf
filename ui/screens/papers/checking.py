"""A file that was brought (파일 확인): who sealed it, whether it is of here, its time stamp.

* Passphrases of locked papers are asked for each deed anew and are kept nowhere.
* What is written goes beside the file, or where a person chose; nothing is written over.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from intake.errors import IntakeError, NotAPaper
from ui.jobs import Job, Lane
from ui.screens.papers.cards import Acts, verified_card
from ui.screens.papers.counting_again import Counting
from ui.screens.papers.figures_card import FiguresCard
from ui.screens.papers.redaction_sheet import show_kept
from ui.screens.papers.root_sheet import FILES, RootSheet
from ui.screens.papers.stage import Stage
from ui.screens.papers.stamp_card import StampCard
from ui.screens.papers.stamping import ANSWERS, write_request, write_stamped
from ui.session import Session
from ui.widgets import Button, PassphraseField, Sheet, row, words

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.papers import VerifiedView

_Roots = tuple[Path, ...]


class Checking(QObject):
    """Shows on a stage what a file says; ``paper`` is the one of here that is shown."""

    def __init__(self, session: Session, stage: Stage, counting: Counting) -> None:
        """Show on ``stage``; ``counting`` counts the numbers of a paper again."""
        super().__init__(stage)
        self._session, self._texts, self._stage = session, session.texts, stage
        self._counting = counting
        self._job: Job[VerifiedView] | None = None
        self.paper = ""

    def bring(self) -> Path | None:
        """Ask for a file."""
        title = self._texts("papers-bring")
        chosen, _ = QFileDialog.getOpenFileName(self._stage, title, "", "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def verify(self, file: Path, lock: str = "", roots: _Roots = (), *, fresh: bool = False) -> None:  # fmt: skip
        """Say who sealed a file, whether it is intact, and what its numbers are now.

        Args:
            file: the paper.
            lock: opens it where it is locked.
            roots: certificates that were chosen for this once.
            fresh: it was written just now, so it is said where it lies.
        """
        progress = self._stage.progress

        def refused(error: IntakeError) -> None:
            if not self._ended():
                return
            if not _is_locked(error):
                self._stage.say(self._told(error))
                return
            told = self._told(error) if lock else self._texts("papers-locked-waits")
            ask = Button(self._texts("papers-locked-type"), icon="key")
            self._stage.say(told, ask.on(go_on), "lock")
            go_on()

        def go_on() -> None:
            self._ask_lock(lambda told: self.verify(file, told, roots, fresh=fresh))

        def done(found: "VerifiedView") -> None:
            if self._ended():
                self._show(file, found, roots, fresh=fresh)

        def stopped() -> None:
            self._ended()

        self._counting.leave()
        self.leave()
        self._job = job = self._session.ask(
            lambda desk, _progress: desk.papers.verify(file, lock, roots),
            done,
            by=self,
            slot="verify",
            lane=Lane.BULK,
            otherwise=refused,
            stopped=stopped,
        )
        progress.begin(self._texts("papers-verifying"), job.cancel)

    def leave(self) -> None:
        """Show none any more; an answer that comes late is shown to nobody."""
        job, self._job, self.paper = self._job, None, ""
        if job is not None and not job.finished:
            job.cancel()
            self._stage.progress.end()

    def _ended(self) -> bool:
        """Take the answer, unless somebody went on meanwhile."""
        waited, self._job = self._job is not None, None
        if waited:
            self._stage.progress.end()
        return waited

    # --- what it says --------------------------------------------------------------------

    def _show(self, file: Path, found: "VerifiedView", roots: _Roots, *, fresh: bool) -> None:  # fmt: skip
        self.paper = found.paper.id if found.paper else ""
        acts = self._acts(file, found, roots)
        cards: list[QWidget] = [verified_card(self._texts, file, found, acts, fresh=fresh)]  # fmt: skip
        if found.waiting:
            cards.append(self._stamp_card(file))
        if found.figures and found.paper:
            again = self._counting.of(found.paper.id)
            cards.append(FiguresCard(self._texts, found.figures, again))
        self._stage.show_cards(*cards)

    def _acts(self, file: Path, found: "VerifiedView", roots: _Roots) -> Acts:
        acts: list[tuple[str, str, Callable[[], object]]] = []
        paper = found.paper
        if paper is not None:
            acts.append(("papers-redactions-open", "eye-off", lambda: show_kept(self._session, self._stage, paper.id)))  # fmt: skip
        if any(not one.trusted for one in found.seals):
            acts.append(("papers-root-once", "file-plus", lambda: self._on_once(file, roots)))  # fmt: skip
        if found.seals:
            acts.append(("papers-roots", "shield-check", lambda: self._on_roots(file, roots)))  # fmt: skip
        return acts

    def _on_once(self, file: Path, roots: _Roots) -> None:
        says = self._texts
        kinds = f"{says('papers-root-files')} ({FILES})"
        chosen, _ = QFileDialog.getOpenFileNames(self._stage, says("papers-root-once"), "", kinds)  # fmt: skip
        if chosen:
            self.verify(file, "", (*roots, *map(Path, chosen)))

    def _on_roots(self, file: Path, roots: _Roots) -> None:
        sheet = RootSheet(self._stage.window(), self._session, lambda: self.verify(file, "", roots))  # fmt: skip
        sheet.open()

    # --- the time stamp --------------------------------------------------------------------

    def _stamp_card(self, file: Path) -> StampCard:
        card = StampCard(self._texts, lambda: self._on_ask(card, file), lambda: self._on_take(card, file))  # fmt: skip
        return card

    def _on_ask(self, card: StampCard, file: Path) -> None:
        says = self._texts
        chosen = QFileDialog.getExistingDirectory(self._stage, says("papers-stamp-ask"), str(file.parent))  # fmt: skip
        if not chosen:
            return
        folder = Path(chosen)

        def done(made: Path, _lock: str) -> None:
            card.say(says("papers-stamp-asked", place=str(made)), "ok")

        self._carry(card, lambda desk, lock: write_request(desk, file, lock, folder), done)  # fmt: skip

    def _on_take(self, card: StampCard, file: Path) -> None:
        says = self._texts
        kinds = f"{says('papers-stamp-answers')} ({ANSWERS})"
        chosen, _ = QFileDialog.getOpenFileNames(self._stage, says("papers-stamp-take"), "", kinds)  # fmt: skip
        if not chosen:
            return
        files = tuple(map(Path, chosen))

        def done(made: Path, lock: str) -> None:
            self.verify(made, lock, fresh=True)

        self._carry(card, lambda desk, lock: write_stamped(desk, file, lock, files), done)  # fmt: skip

    def _carry(self, card: StampCard, deed: "Callable[[Desk, str], Path]", then: Callable[[Path, str], None], lock: str = "") -> None:  # fmt: skip
        """Do something with a file on a medium; a locked one asks for its passphrase once."""

        def refused(error: IntakeError) -> None:
            card.say(self._told(error) if lock or not _is_locked(error) else "", "danger")  # fmt: skip
            if _is_locked(error) and not lock:
                self._ask_lock(lambda told: self._carry(card, deed, then, told))

        card.be_busy(busy=True)
        self._session.do(
            lambda desk, _progress: deed(desk, lock),
            lambda made: then(made, lock),
            by=card,
            lane=Lane.CARRY,
            otherwise=refused,
        )

    # --- within ------------------------------------------------------------------------

    def _told(self, error: IntakeError) -> str:
        told = self._texts.error(error)
        return f"{told.sentence} {told.remedy}"

    def _ask_lock(self, go_on: Callable[[str], object]) -> None:
        says = self._texts
        field = PassphraseField(says, says("papers-lock-passphrase"))
        go, no = Button(says("papers-locked-check"), "primary"), Button(says("shell-cancel"))  # fmt: skip
        sheet = Sheet(self._stage.window(), words(says("papers-locked-title"), "heading"), words(says("papers-locked-body"), "muted"), field, row(None, no, go))  # fmt: skip
        sheet.setAccessibleName(says("papers-locked-title"))

        def check() -> None:
            lock = field.text()
            field.clear()
            sheet.close_sheet()
            go_on(lock)

        go.on(check)
        no.on(sheet.close_sheet)
        field.submitted.connect(check)
        sheet.open_sheet(field.line)


def _is_locked(error: IntakeError) -> bool:
    return isinstance(error, NotAPaper) and error.facts.get("why") == "locked"
