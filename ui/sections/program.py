"""관리 › 이 프로그램: which build runs, who signed it, and whether its files are as signed."""

from typing import TYPE_CHECKING

from typing_extensions import override

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import Button, Pill, ProgressLine, row, say, words
from ui.widgets.card import Thing

if TYPE_CHECKING:
    from intake.desk.views.program import FilesView, ProgramView

_LINES = ("version", "channel", "made", "commit", "system", "python", "folder")
_SHOWN = 8


class ProgramSection(Section):
    """The build, and its files."""

    name = "program"

    def __init__(self, session: Session) -> None:
        """Show what the build says of itself; the files are looked through when asked."""
        super().__init__(session)
        self._lines = {name: words("", selectable=True) for name in _LINES}
        rows: list[Thing] = []
        for name, label in self._lines.items():
            title = words(self.texts(f"program-{name}"), "muted", wrap=False)
            title.setFixedWidth(140)
            line = row(title, label)
            line.setStretch(1, 1)
            rows.append(line)
        self.card("settings-program", *rows)
        self.state = Pill(self.texts("program-not-looked"), "info")
        self.found, self.key = words(""), words("", "small", selectable=True)
        self.look = Button(self.texts("program-look"), icon="refresh-cw").on(self._look)
        self.progress = ProgressLine(self.texts)
        self.files = self.card(
            "program-files", words(self.texts("program-files-body")), row(self.state, None),
            self.found, self.key, row(self.look, None), self.progress,
        )  # fmt: skip
        self.source = words(self.texts("program-source"), "muted")
        self.body.addWidget(self.source)
        for one in (self.source, self.files, self.found, self.key):
            one.hide()
        self.end()

    @override
    def arrive(self) -> None:
        """Ask which build it is; its files are looked through only when asked."""
        self.session.ask(lambda desk, _progress: desk.program.view(), self._on_view, by=self, slot="view")  # fmt: skip

    def _on_view(self, view: "ProgramView") -> None:
        says = self.texts
        shown = {
            "version": view.version,
            "channel": says(f"program-channel-{view.channel}"),
            "made": says.day(view.made_ms) if view.made_ms else "-",
            "commit": view.commit or "-",
            "system": view.system,
            "python": view.python,
            "folder": str(view.folder),
        }
        for name, text in shown.items():
            self._lines[name].setText(text)
        self.source.setVisible(not view.installed)
        self.files.setVisible(view.installed)

    def _look(self) -> None:
        self.look.setEnabled(False)
        job = self.session.ask(
            lambda desk, progress: desk.program.verify(progress), self._on_files,
            by=self, slot="files", lane=Lane.BULK, watch=self.progress.step,
            otherwise=self._on_refused, stopped=self._stand,
        )  # fmt: skip
        self.progress.begin(self.texts("progress-program-files"), job.cancel)

    def _on_files(self, view: "FilesView") -> None:
        says = self.texts
        self._stand()
        if view.whole:
            self.state.show_state(says("program-whole"), "ok")
            say(self.found, says("program-whole-of", files=view.files, size=says.size(view.size)))  # fmt: skip
        else:
            self.state.show_state(says("program-altered"), "wait")
            names = (*view.changed, *view.missing, *view.extra)
            lines = [says(f"altered-why-{view.why}")] if view.why else []
            lines += [*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else [])]
            say(self.found, "\n".join([says("program-altered-do"), *lines]), "wait")
        key = says("program-key", key=view.signed_by, words=" · ".join(view.words))
        say(self.key, key if view.signed_by else "")

    def _on_refused(self, error: IntakeError) -> None:
        self._stand()
        self.session.refuse(error)

    def _stand(self) -> None:
        self.progress.end()
        self.look.setEnabled(True)
