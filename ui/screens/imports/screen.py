"""가져오기: a file, its columns, what would happen, and then it happens; nothing before."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from typing_extensions import override

from intake.errors import IntakeError, OutOfDate
from ui.jobs import Lane
from ui.screens.imports.columns_card import ColumnsCard
from ui.screens.imports.file_card import FileCard
from ui.screens.imports.trial_card import TrialCard
from ui.session import Fact, Session
from ui.widgets import Button, Card, Column, Page, ProgressLine, row, say, words
from ui.widgets.paper import save_bytes
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk import Desk, NamedBytes
    from intake.desk.views.interchange import (
        ColumnChoice,
        DryRun,
        FileView,
        Imported,
        ImportPlan,
        TargetChoice,
    )
    from intake.progress import Progress

    Seen = tuple[FileView, tuple[TargetChoice, ...], tuple[ColumnChoice, ...]]

_WIDTH = 860


class Imports(Page):
    """One column: each card comes when the one above is done."""

    def __init__(self, session: Session) -> None:
        """Wait for a file."""
        super().__init__()
        self._session, self.texts = session, session.texts
        says = self.texts
        self._file: Path | None = None
        self._view: FileView | None = None
        self._sheet = self._target = self._case = ""
        self._trial: DryRun | None = None
        self.file, self.columns = FileCard(says), ColumnsCard(says)
        self.trial = TrialCard(says)
        self.progress = ProgressLine(says)
        self._said = words("", "strong")
        self.try_ = Button(says("imports-try"), "primary", icon="list-checks")
        self.bring = Button(says("imports-bring"), "primary", icon="download")
        self.open = Button(says("imports-open-case"), icon="folder-open")
        self.undo = Button(says("imports-undo"), icon="undo-2")
        self.again = Button(says("imports-again"), icon="file-plus")
        self.done = Card(self._said, row(self.open, self.undo, self.again, None), ground="ok", gap=12)  # fmt: skip
        self._error = words("", tone="danger")
        self._into = words("", "small")
        self._into.hide()
        self._stand()
        self._begin()

    def _stand(self) -> None:
        says = self.texts
        self.set_header(words(says("imports-title"), "title", wrap=False), None)
        self._column = Column(
            self.file,
            self.columns,
            self._into,
            row(self.try_, None),
            self.trial,
            row(self.bring, None),
            self.progress,
            self._error,
            self.done,
            None,
            width=_WIDTH,
        )
        self.set_body(self._column)
        self.file.picked.connect(self.take_file)
        self.file.sheet_chosen.connect(self._on_sheet)
        self.columns.target_chosen.connect(self._on_target)
        self.columns.changed.connect(self._on_columns)
        self.trial.save_wanted.connect(self._on_save)
        self.trial.keep.toggled.connect(lambda _on: self._show_rows())
        self.try_.on(self.on_try)
        self.bring.on(self.on_bring)
        self.open.on(self._on_open)
        self.undo.on(self._on_undo)
        self.again.on(self._begin)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``case``: rows that name no case come into this one."""
        self._case = str(facts.get("case", ""))
        say(self._into, self.texts("imports-into-case") if self._case else "")

    def _begin(self) -> None:
        self._file = self._view = self._trial = None
        self._sheet = self._target = ""
        self.trial.keep.setChecked(False)
        for one in (self.columns, self.try_, self.trial, self.bring, self.done):
            one.hide()
        say(self._error, "")
        self.file.show()
        self.file.pick.setFocus()

    # --- looking -----------------------------------------------------------------------

    def take_file(self, file: Path) -> None:
        """Look into a file that was picked."""
        self._begin()
        self._file = file
        self._look()

    def _look(self) -> None:
        file, sheet, target = self._file, self._sheet, self._target
        if file is None:
            return

        def look(desk: "Desk", progress: "Progress") -> "Seen":
            view = desk.imports.look(file, sheet, target, progress=progress)
            if view.records:
                return view, (), ()
            return view, desk.imports.targets(), desk.imports.columns(view.target)

        job = self._session.ask(
            look,
            self._on_seen,
            by=self,
            slot="look",
            lane=Lane.CARRY,
            otherwise=self._on_unread,
            watch=self.progress.step,
            stopped=self._free,
        )
        self.progress.begin(self.texts("imports-looking"), job.cancel)

    def _on_seen(self, seen: "Seen") -> None:
        self._free()
        view, targets, choices = seen
        if self._file is None:
            return
        self._view = view
        self.file.show_file(self._file, view)
        self.columns.setVisible(not view.records)
        if not view.records:
            self.columns.show_targets(targets)
            self.columns.show_columns(view, choices)
        self._on_columns()
        settle_tabs(self)
        self.try_.setFocus()

    def _on_unread(self, error: IntakeError) -> None:
        self._free()
        words_ = self.texts.error(error)
        self.file.show_error(f"{words_.sentence}\n{words_.remedy}")

    def _on_sheet(self, sheet: str) -> None:
        self._sheet, self._target = sheet, ""
        self._look()

    def _on_target(self, target: str) -> None:
        self._target = target
        self._look()

    def _on_columns(self) -> None:
        """What was tried before is not true any more."""
        self._trial = None
        self.trial.hide()
        self.bring.hide()
        self.try_.show()
        ready = self._view is not None and (self._view.records or self.columns.ready)
        self.try_.setEnabled(ready)

    # --- trying and bringing ----------------------------------------------------------

    def _plan(self) -> "ImportPlan":
        from intake.desk.views.interchange import ImportPlan  # noqa: PLC0415 - loads the core

        view, keep = self._view, self.trial.keep.isChecked()
        if view is None or view.records:
            return ImportPlan(case=self._case, only_new=keep)
        columns = self.columns.columns
        return ImportPlan(view.target, columns, view.sheet, self._case, keep)

    def on_try(self) -> None:
        """Show what would happen; nothing is written."""
        file, plan = self._file, self._plan()
        if file is None:
            return
        say(self._error, "")
        self.try_.setEnabled(False)
        job = self._session.ask(
            lambda desk, progress: desk.imports.dry_run(file, plan, progress),
            self._on_tried,
            by=self,
            slot="try",
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            watch=self.progress.step,
            stopped=self._on_stopped,
        )
        self.progress.begin(self.texts("imports-trying"), job.cancel)

    def _on_tried(self, trial: "DryRun") -> None:
        self._free()
        self._trial = trial
        self.trial.show_trial(trial)
        self.trial.show()
        self.try_.hide()
        self.bring.show()
        rows = self._show_rows()
        settle_tabs(self)
        (self.bring if rows else self.file.pick).setFocus()
        QTimer.singleShot(0, self, self._show_trial)  # once it has its place

    def _show_rows(self) -> int:
        """Say how many rows would be written; what is here may be left as it is."""
        trial = self._trial
        if trial is None:
            return 0
        rows = trial.new + (0 if self.trial.keep.isChecked() else trial.changed)
        self.bring.setText(self.texts("imports-bring-rows", rows=rows))
        self.bring.setAccessibleName(self.texts("imports-bring-rows", rows=rows))
        self.bring.setEnabled(rows > 0)
        return rows

    def _show_trial(self) -> None:
        """Bring the numbers to the top, and what follows into sight."""
        bar = self._column.verticalScrollBar()
        bar.setValue(self.trial.y())

    def on_bring(self) -> None:
        """Bring the rows in, all of them or none."""
        file, plan = self._file, self._plan()
        if file is None:
            return
        say(self._error, "")
        self._lock(working=True)
        job = self._session.do(
            lambda desk, progress: desk.imports.run(file, plan, progress),
            self._on_brought,
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            watch=self.progress.step,
            stopped=self._on_stopped,
        )
        self.progress.begin(self.texts("imports-bringing"), job.cancel, at_once=True)
        QTimer.singleShot(
            0, self, lambda: self._column.ensureWidgetVisible(self.progress)
        )

    def _on_brought(self, told: "Imported") -> None:
        self._free()
        said = self.texts(
            "imports-brought", new=told.new, changed=told.changed, cases=len(told.cases)
        )
        self._said.setText(said)
        for one in (self.columns, self.trial, self.bring):
            one.hide()
        self._brought_case = told.case
        self.open.setVisible(bool(told.cases))
        to_case = "imports-open-case" if told.case else "imports-open-cases"
        self.open.setText(self.texts(to_case))
        self.open.setAccessibleName(self.texts(to_case))
        self.done.show()
        settle_tabs(self)
        (self.open if told.cases else self.again).setFocus()

    def _on_open(self) -> None:
        if self._brought_case:
            self._session.go("case", case=self._brought_case)
        else:
            self._session.go("cases")

    def _on_undo(self) -> None:
        self.undo.setEnabled(False)
        self._session.do(
            _take_back,
            lambda _line: self._on_undone(),
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_not_undone,
        )
        self.progress.begin(self.texts("imports-undoing"))

    def _on_undone(self) -> None:
        self._free()
        self._begin()
        self._session.toast(self.texts("imports-undone"))

    def _on_not_undone(self, error: IntakeError) -> None:
        self._free()
        if isinstance(error, OutOfDate):
            say(self._error, self.texts("imports-undo-too-late"), "wait")
        else:
            self._on_refused(error)

    def _on_save(self) -> None:
        file, plan = self._file, self._plan()
        if file is None:
            return
        self._session.ask(
            lambda desk, progress: desk.imports.refused(file, plan, progress),
            self._save,
            by=self,
            slot="save",
            lane=Lane.CARRY,
        )

    def _save(self, file: "NamedBytes") -> None:
        name = f"{self.texts('imports-refused-file')}.csv"
        try:
            saved = save_bytes(self, name, file.data)
        except OSError:
            say(self._error, self.texts("imports-not-saved"), "danger")
            return
        if saved is not None:
            self._session.toast(self.texts("imports-saved"))

    # --- around ------------------------------------------------------------------------

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        said = self.texts.error(error)
        say(self._error, f"{said.sentence}\n{said.remedy}", "danger")

    def _on_stopped(self) -> None:
        self._free()
        say(self._error, self.texts("imports-stopped"), "wait")

    def _free(self) -> None:
        self.progress.end()
        self._lock(working=False)
        self.try_.setEnabled(True)
        self.undo.setEnabled(True)

    def _lock(self, *, working: bool) -> None:
        """While rows come in, nothing of what was tried may change."""
        for one in (self.file, self.columns, self.trial, self.bring):
            one.setEnabled(not working)


def _take_back(desk: "Desk", progress: "Progress") -> None:
    """Take the import back, and nothing that was done after it.

    Raises:
        OutOfDate: the last step is another one by now.
    """
    last = desk.undo.next()
    if last is None or last.deed != "import":
        raise OutOfDate(entity="import")
    desk.undo.undo(progress)
