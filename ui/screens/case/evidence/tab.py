"""The tab 증거: a place to drop files, and what is known of each; never a thumbnail."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout
from typing_extensions import override

from intake.errors import IntakeError
from ui.jobs import Job, Lane
from ui.screens.case.evidence import doing
from ui.screens.case.evidence.asking import AskSheet
from ui.screens.case.evidence.chain import ChainSheet, Piece
from ui.screens.case.evidence.dropping import DropCard
from ui.screens.case.evidence.line import EvidenceRow
from ui.screens.case.evidence.looking import LookSheet, ReasonSheet
from ui.screens.case.tab import CaseTab
from ui.session import Question, Session
from ui.widgets import Button, Card, EmptyState, say, words
from ui.widgets.flow import flowing
from ui.widgets.form_sheet import FormSheet, Said
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import NamedBytes
    from intake.desk.views.evidence import (
        Checked,
        EvidenceLine,
        FileNote,
        StampLine,
        Viewing,
    )


class Evidence(CaseTab):
    """What proves something in a case."""

    name = "evidence"
    topics = frozenset({"evidence", "custody", "fingerprint", "timestamp"})

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(session)
        self.lines: tuple[EvidenceLine, ...] = ()
        self.rows: list[EvidenceRow] = []
        self._looking: LookSheet | None = None
        self._job: Job[doing.Taken] | None = None
        self.drop = DropCard(self.texts)
        self.drop.dropped.connect(self._on_dropped)
        self.drop.typed.connect(self._ask_hash)
        self._told = words("")
        self._result = Card(self._told, ground="info")
        self._result.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        says = self.texts
        self.check = Button(says("evidence-check"), icon="shield-check").on(self._on_check)  # fmt: skip
        self.ask_stamps = Button(says("evidence-stamp-ask-all"), icon="timer").on(self._on_ask_stamps)  # fmt: skip
        self.take_stamps = Button(says("evidence-stamp-take"), icon="file-check").on(self._on_take_stamps)  # fmt: skip
        foot = flowing(self.check, self.ask_stamps, self.take_stamps)
        for thing in (self.drop, self._result):
            self.body.addWidget(thing)
        self.body.addLayout(self._list)
        self.body.addWidget(foot)
        self.body.addStretch(1)

    @override
    def arrive(self, case: str) -> None:
        if case != self.case:
            self._result.hide()
        super().arrive(case)
        self.session.ask(
            lambda desk, _progress: (case, desk.evidence.list(case)),
            self._on_look,
            by=self,
            slot="look",
        )

    @override
    def flush(self) -> None:
        """A picture that stands open is let go, and its seconds are said."""
        if self._looking is not None:
            self._looking.close_sheet()

    def _on_look(self, found: "tuple[str, tuple[EvidenceLine, ...]]") -> None:
        case, self.lines = found
        if case != self.case:
            return
        empty_box(self._list)
        self.rows = []
        if not self.lines:
            self._list.addWidget(EmptyState(self.texts("evidence-none"), icon="fingerprint"))  # fmt: skip
        for number, line in enumerate(self.lines, 1):
            shown = EvidenceRow(self.texts, line, number)
            shown.opened.connect(self._on_open)
            shown.looked.connect(self._on_reason)
            self.rows.append(shown)
            self._list.addWidget(shown)
        self.check.setVisible(any(line.here for line in self.lines))
        self.ask_stamps.setVisible(any(line.sha256 for line in self.lines))
        self.take_stamps.setVisible(any(line.asked for line in self.lines))
        self.said_count.emit(len(self.lines))
        settle_tabs(self)

    # --- taking ------------------------------------------------------------------------------

    def _on_dropped(self, files: tuple[Path, ...]) -> None:
        case = self.case

        def ask(items: tuple[tuple[str, str], ...]) -> None:
            AskSheet(self.window(), self.texts, files, items, lambda kind, note: self._take(case, files, kind, note)).ask()  # fmt: skip

        self.session.ask(lambda desk, _progress: doing.items(desk, case), ask, by=self)

    def _take(
        self, case: str, files: tuple[Path, ...], kind: str, note: "FileNote"
    ) -> None:
        self.drop.be_busy(busy=True)
        self._result.hide()
        self._job = self.session.do(
            lambda desk, progress: doing.take(desk, case, files, kind, note, progress),
            self._on_taken,
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_not_taken,
            watch=self.drop.progress.step,
            stopped=lambda: self._on_taken(doing.Taken(stopped=True)),
        )
        self.drop.progress.begin(self.texts("progress-evidence-reading"), self._job.cancel)  # fmt: skip

    def _on_taken(self, taken: doing.Taken) -> None:
        self.drop.progress.end()
        self.drop.be_busy(busy=False)
        self._say(self._lines_of(taken), danger=bool(taken.refused))
        self.arrive(self.case)

    def _on_not_taken(self, error: IntakeError) -> None:
        self._on_taken(doing.Taken(refused=[error]))

    def _lines_of(self, taken: doing.Taken) -> list[str]:
        says = self.texts
        new = [one for one in taken.added if not one.again]
        again = len(taken.added) - len(new)
        lines = [says("evidence-taken", count=len(new))] if new else []
        lines += [says("evidence-again", count=again)] if again else []
        sealed = [one for one in taken.added if one.store == "SEALED"]
        if len(sealed) < len(taken.added):
            lines.append(says("evidence-print-only"))
        lines += list(dict.fromkeys(says(one.why_id) for one in taken.added if one.why_id))  # fmt: skip
        same, look = sum(o.same for o in taken.added), sum(o.look for o in taken.added)
        lines += [says("evidence-found-same", count=same)] if same else []
        lines += [says("evidence-found-look", count=look)] if look else []
        elsewhere = max((one.elsewhere for one in taken.added), default=0)
        lines += (
            [says("evidence-found-elsewhere", count=elsewhere)] if elsewhere else []
        )
        lines += [says.error(error).sentence for error in taken.refused]
        lines += [says("evidence-stopped")] if taken.stopped else []
        return lines

    def _say(self, lines: list[str], *, danger: bool = False) -> None:
        say(
            self._told, "\n".join(lines), "danger" if danger and len(lines) == 1 else ""
        )
        self._result.setVisible(bool(lines))

    def _ask_hash(self, typed: Said | None = None) -> None:
        says, case, before = self.texts, self.case, typed or {}

        def keep(said: Said) -> None:
            self.session.do(
                lambda desk, _progress: desk.evidence.add_hash(
                    case,
                    said["value"],
                    said["system"],
                    said["number"],
                    title=said["title"],
                ),
                lambda _id: self._on_done(says("evidence-typed")),
                by=self,
                otherwise=lambda error: self._on_mistyped(error, said),
            )

        sheet = FormSheet(self.window(), says, says("evidence-type-hash"), says("evidence-type-save"), keep)  # fmt: skip
        sheet.line("value", says("evidence-type-value"), before.get("value", ""), says("evidence-type-value-help"), needed=True)  # fmt: skip
        sheet.line("system", says("evidence-type-system"), before.get("system", ""), says("evidence-type-system-help"))  # fmt: skip
        sheet.line("number", says("evidence-type-number"), before.get("number", ""))
        sheet.line("title", says("evidence-ask-name"), before.get("title", ""))
        sheet.ask()

    def _on_mistyped(self, error: IntakeError, said: Said) -> None:
        """Show the sheet again with what was typed."""
        self.session.refuse(error)
        self._ask_hash(said)

    # --- one piece -----------------------------------------------------------------------------

    def _on_open(self, evidence: str) -> None:
        self.session.ask(
            lambda desk, progress: doing.piece(desk, evidence, progress),
            self._show_piece,
            by=self,
            slot="piece",
        )

    def _show_piece(self, piece: Piece) -> None:
        line = piece.line
        acts: dict[str, Callable[[], None]] = {"handover": lambda: self._on_hand_over(line)}  # fmt: skip
        if line.here:
            acts["copy"] = lambda: self._on_copy(line)
        if line.sha256:
            acts["stamp"] = lambda: self._on_ask_stamp(line)
        acts["remove"] = lambda: self._on_remove(line)
        sheet = ChainSheet(self.window(), self.texts, piece, acts)
        sheet.open_sheet(sheet.done)

    def _on_reason(self, evidence: str) -> None:
        def look(purpose: str, reason: str) -> None:
            self._do(lambda desk: desk.evidence.view(evidence, purpose, reason), self._show_picture)  # fmt: skip

        ReasonSheet(self.window(), self.texts, self.texts("evidence-look"), look).ask()

    def _show_picture(self, viewing: "Viewing") -> None:
        title = self.texts("evidence-look")
        self._looking = LookSheet(self.window(), self.texts, title, viewing, self._on_seen)  # fmt: skip
        self._looking.ask()

    def _on_seen(self, custody: str, seconds: int) -> None:
        self._looking = None
        self._do(lambda desk: desk.evidence.seen(custody, seconds), lambda _none: self.arrive(self.case))  # fmt: skip

    def _on_hand_over(self, line: "EvidenceLine") -> None:
        says = self.texts

        def keep(said: Said) -> None:
            self._do(
                lambda desk: desk.evidence.hand_over(line.id, said["to"], "INVESTIGATION", said["reason"], medium_number=said["medium"]),
                lambda _none: self._on_done(says("evidence-handed")),
            )  # fmt: skip

        title = says("evidence-act-handover")
        sheet = FormSheet(self.window(), says, title, says("evidence-save"), keep)
        sheet.line("to", says("evidence-handed-to"), needed=True)
        sheet.line("medium", says("evidence-medium-number"))
        sheet.line("reason", says("evidence-reason"))
        sheet.ask()

    def _on_copy(self, line: "EvidenceLine") -> None:
        def copy(purpose: str, reason: str) -> None:
            folder = QFileDialog.getExistingDirectory(self, self.texts("evidence-act-copy"))  # fmt: skip
            if folder:
                self._copy(line, Path(folder), purpose, reason)

        ReasonSheet(self.window(), self.texts, self.texts("evidence-act-copy"), copy).ask()  # fmt: skip

    def _copy(
        self, line: "EvidenceLine", folder: Path, purpose: str, reason: str
    ) -> None:
        job = self.session.do(
            lambda desk, progress: desk.evidence.copy_out(line.id, folder, purpose, reason, progress=progress),
            lambda _path: self._on_done(self.texts("evidence-copied")),
            by=self,
            lane=Lane.CARRY,
            watch=self.drop.progress.step,
            otherwise=self._on_not_taken,
            stopped=self.drop.progress.end,
        )  # fmt: skip
        self.drop.progress.begin(self.texts("evidence-act-copy"), job.cancel)

    def _on_remove(self, line: "EvidenceLine") -> None:
        says = self.texts

        def remove() -> None:
            self._do(lambda desk: desk.evidence.remove(line.id, "mistake"), lambda _none: self._on_done(says("evidence-removed")))  # fmt: skip

        self.session.question(Question(says("evidence-remove-title"), says("evidence-remove-body"), says("evidence-remove-yes"), says("shell-cancel"), remove, danger=True))  # fmt: skip

    # --- proving -------------------------------------------------------------------------------

    def _on_check(self) -> None:
        case = self.case
        job = self.session.do(
            lambda desk, progress: desk.evidence.check(case, progress=progress),
            self._on_checked,
            by=self,
            lane=Lane.CARRY,
            watch=self.drop.progress.step,
            otherwise=self._on_not_taken,
            stopped=self.drop.progress.end,
        )
        self.drop.progress.begin(self.texts("progress-evidence-checking"), job.cancel)

    def _on_checked(self, found: "Checked") -> None:
        says = self.texts
        lines = [says("evidence-check-sound", count=found.sound)]
        if found.damaged:
            lines.append(says("evidence-check-damaged", count=len(found.damaged)))
        if found.missing:
            lines.append(says("evidence-check-missing", count=len(found.missing)))
        self._on_done("\n".join(lines))

    def _on_ask_stamp(self, line: "EvidenceLine") -> None:
        self._do(lambda desk: desk.evidence.stamp_request(line.id), self._save_request)

    def _save_request(self, request: "NamedBytes") -> None:
        title = self.texts("evidence-act-stamp")
        chosen, _ = QFileDialog.getSaveFileName(self, title, request.name)
        if chosen:
            self._write_to(Path(chosen), request.data)
        self.arrive(self.case)

    def _write_to(self, path: Path, data: bytes) -> None:
        try:
            path.write_bytes(data)
        except OSError:
            self._say([self.texts("evidence-stamp-not-saved")])
        else:
            self._say([self.texts("evidence-stamp-saved", count=1)])

    def _on_ask_stamps(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.texts("evidence-stamp-ask-all"))  # fmt: skip
        wanted = [line.id for line in self.lines if line.sha256 and not line.stamped_ms]
        if folder:
            self._do(
                lambda desk: desk.evidence.stamp_requests(wanted, Path(folder)),
                lambda count: self._on_done(self.texts("evidence-stamp-saved", count=count)),
            )  # fmt: skip

    def _on_take_stamps(self) -> None:
        title = self.texts("evidence-stamp-take")
        chosen, _ = QFileDialog.getOpenFileNames(self, title)
        files = [Path(name) for name in chosen]
        if files:
            self._do(lambda desk: doing.take_answers(desk, files), self._on_stamped)

    def _on_stamped(self, stamps: "tuple[StampLine, ...]") -> None:
        self._on_done(self.texts("evidence-stamps-taken", count=len(stamps)))

    # --- below ---------------------------------------------------------------------------------

    def _do(self, deed: "Callable[[Desk], object]", then: Callable[..., None]) -> None:
        self.session.do(lambda desk, _progress: deed(desk), then, by=self)

    def _on_done(self, text: str) -> None:
        self.drop.progress.end()
        self._say(text.splitlines())
        self.arrive(self.case)
