"""백업·복구: where backups go, make one now, which there are, try one; a lost laptop."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.sections.backup_drill import BackupDrill
from ui.sections.backup_list import BackupList
from ui.sections.lost_laptop import LostLaptop
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import Button, ProgressLine, column, row, say, words

if TYPE_CHECKING:
    from intake.desk.views.backups import BackupMade, BackupsView


class BackupsSection(Section):
    """Where backups go, make one now, which there are, try one."""

    name = "backups"

    def __init__(self, session: Session) -> None:
        """Stand with the last state unknown; ``arrive`` asks."""
        super().__init__(session)
        says = self.texts
        self._place, self._last = words("", "note"), words("", "note")
        self._nightly = words("", "small")
        self.choose = Button(says("backups-choose"), icon="folder-open")
        self.choose.on(self._on_choose)
        self.make = Button(says("backups-make"), "primary", icon="archive")
        self.make.on(self._on_make)
        self.progress, self._made = ProgressLine(says), words("", "muted")
        self._made.hide()
        self._restored = words("", "small")
        self._restored.hide()
        self.listed, self.drill = BackupList(session), BackupDrill(session)
        self.listed.changed.connect(self.arrive)
        self.drill.tried.connect(self.arrive)
        self._stand()

    def _stand(self) -> None:
        says = self.texts
        self.card(
            "backups-title",
            words(says("backups-help"), "muted"),
            column(words(says("backups-place"), "small"), self._place, gap=2),
            column(words(says("backups-last"), "small"), self._last, gap=2),
            row(self.make, self.choose, None),
            self.progress,
            self._made,
            self._nightly,
        )
        self.card("backups-list-title", self.listed)
        self.card("backups-drill-title", self.drill)
        self.card(
            "backups-restore-title",
            words(says("backups-restore-help"), "muted"),
            self._restored,
        )
        self.lost = LostLaptop(self.session)
        self.card("backups-lost-title", self.lost)
        self.end()

    @override
    def arrive(self) -> None:
        """Ask how backups stand."""
        self.session.ask(
            lambda desk, _progress: desk.backups.overview(),
            self._on_overview,
            by=self,
            slot="overview",
            lane=Lane.CARRY,  # a stick may answer slowly
        )
        self.lost.arrive()

    def _on_overview(self, view: "BackupsView") -> None:
        says = self.texts
        place = view.place if view.reachable else says("backups-away", place=view.place)
        self._place.setText(place if view.place else says("backups-no-place"))
        last = says.moment(view.last_ms) if view.last_ms else says("backups-never")
        self._last.setText(last)
        again = "backups-choose-again" if view.place else "backups-choose"
        self.choose.setText(says(again))
        self.choose.setAccessibleName(says(again))
        self._show_buttons(placed=bool(view.place))
        keep = says("backups-nightly-on", keep=view.keep) if view.place else ""
        say(self._nightly, keep)
        restored = view.restored_from_ms
        said = says("backups-restored-from", moment=says.moment(restored)) if restored else ""  # fmt: skip
        say(self._restored, said)
        away = bool(view.place) and not view.reachable
        self.listed.show_lines(view.lines, away=away)
        self.drill.show_state(view)

    def _show_buttons(self, *, placed: bool) -> None:
        """The next thing to do is the heavier button."""
        self.make.setEnabled(placed)
        self.make.set_kind("primary" if placed else "plain")
        self.choose.set_kind("plain" if placed else "primary")

    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.texts("backups-choose"))
        if chosen:
            self.take_place(Path(chosen))

    def take_place(self, folder: Path) -> None:
        """Let backups go to this folder from now on."""
        self.session.do(
            lambda desk, _progress: desk.backups.choose_place(folder),
            lambda _nothing: self.arrive(),
            by=self,
            lane=Lane.CARRY,
        )

    def _on_make(self) -> None:
        say(self._made, "")
        self.make.setEnabled(False)
        job = self.session.do(
            lambda desk, progress: desk.backups.make(progress),
            self._on_made,
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            watch=self.progress.step,
            stopped=self._free,
        )

        def cancel() -> None:
            job.cancel()
            self._free()

        self.progress.begin(self.texts("backups-making"), cancel)

    def _on_made(self, made: "BackupMade") -> None:
        self._free()
        moment = self.texts.moment(made.made_ms)
        say(self._made, self.texts("backups-made", moment=moment, size=made.size))
        self.arrive()

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        self.session.refuse(error)
        self.arrive()

    def _free(self) -> None:
        self.progress.end()
        self.make.setEnabled(True)
