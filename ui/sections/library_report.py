"""What a pack would change (설치 전 보고): read first, then installed or left."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.widgets import Button, Pill, column, row, words
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk.views.library import PackReport, ReportLine

_GROUPS: Final = (
    ("library-report-less", ("gone", "codes-lost", "lost-place")),
    ("library-report-more", ("new", "codes-new")),
    (
        "library-report-other-title",
        ("words", "codes-words", "when", "kind", "kept", "moved"),
    ),
    ("library-report-mind", ("aside", "note", "open")),
)


class ReportSheet(TallSheet):
    """The report, and one button below it where the pack can be installed."""

    def __init__(self, session: Session, parent: QWidget, told: "PackReport", install: Callable[[], None]) -> None:  # fmt: skip
        """Show the report; ``install`` is what the button does."""
        self._texts = says = session.texts
        self.no = Button(says("shell-cancel" if told.fits else "shell-close")).on(self.close_sheet)  # fmt: skip
        self.install = Button(says("library-install"), "primary").on(self.close_sheet).on(install)  # fmt: skip
        buttons = [self.no, self.install] if told.fits else [self.no]
        title = says("library-report", title=told.title, version=told.version)
        super().__init__(parent, title, *buttons, width=680)
        who = says("library-report-by", who=told.signer or "-", made=says.day(told.made_ms))  # fmt: skip
        state = Pill(says(f"library-report-{told.state}"), "ok" if told.fits else "wait")  # fmt: skip
        self.put(row(Pill(told.kind_label, "info"), state, words(who, "small", wrap=False), None), words(told.label))  # fmt: skip
        if not told.lines:
            self.put(words(says("library-report-nothing"), "muted"))
        for title_id, kinds in _GROUPS:
            some = [one for one in told.lines if one.what in kinds]
            if some:
                self.put(column(words(says(title_id), "strong"), *map(self._line, some), gap=6))  # fmt: skip
        if told.fits and told.kind == "forms":
            self.put(words(says("library-report-keeps"), "small"))

    def ask(self) -> "ReportSheet":
        """Show the sheet; whoever only presses Enter leaves things as they are."""
        self.open_sheet(self.no)
        return self

    def _line(self, one: "ReportLine") -> QWidget:
        holder = QWidget()
        said = words(one.text, tone="wait" if one.grave or one.what == "aside" else "")
        box = row(words("·", wrap=False), said)
        box.setStretch(1, 1)
        holder.setLayout(box)
        return holder
