"""통계: how many people, what was done for them, and what came of it; every number with its rule.

* Counting never holds up the page: the numbers before stay, greyed, until the new ones come.
* A number that is pressed opens to its rows at the right; frozen ones stand at the end.
* Pictures and paper are drawn by one geometry; every picture has its table behind it.
* While somebody of these cases is interviewed there is one sentence and nothing else.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from intake.errors import IntakeError, NotThisStep
from ui.jobs import Job, Lane
from ui.screens.statistics.asking import AskBar
from ui.screens.statistics.figures import Figures
from ui.screens.statistics.frozen import FrozenCard
from ui.screens.statistics.nation import NationCard
from ui.screens.statistics.period import quick, today
from ui.screens.statistics.pictures import PictureCard
from ui.screens.statistics.reading import (
    Opened,
    counted,
    opened_cell,
    opened_figure,
)
from ui.screens.statistics.rows import RowsPanel
from ui.screens.statistics.saving import SaveSheet
from ui.screens.statistics.tables import TablesCard
from ui.screens.statistics.years import YearsCard
from ui.session import Fact, Session
from ui.widgets import Button, Card, Column, EmptyState, Page, fill, row, words
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.figures import FigureLine
    from intake.desk.views.statistics import CountedTable, StatisticsView

_WIDE, _STALE = 1240, 0.45
_PERSONS = "PERSONS"
_TOPICS = {"case", "posting", "deletion_action", "support_action", "link", "merge", "person", "incident", "referral", "aggregate", "aggregate_table"}  # fmt: skip


class Statistics(Page):
    """Counts for whoever is asked about, in the time that is asked about."""

    def __init__(self, session: Session) -> None:
        """Stand empty until the page is visited."""
        super().__init__()
        self._session, self._texts = session, session.texts
        says = self._texts
        self.view: StatisticsView | None = None
        self._job: Job[StatisticsView] | None = None
        self._central: bool | None = None  # not known yet
        self._outdated = False  # something changed while another page was seen
        self.ask_bar, self.rows = AskBar(says), RowsPanel(session)
        self.save = Button(says("stat-save"), icon="download").on(self._on_save)
        self.report = Button(says("stat-report"), icon="file-text").on(self._on_report)
        self._body, self._empty = QVBoxLayout(), QVBoxLayout()
        self.years, self.nation = YearsCard(session), NationCard(session)
        self.frozen = FrozenCard(session)
        self._column = Column(width=_WIDE)
        self._stand()
        session.touched.connect(self._on_touched)

    # --- standing ----------------------------------------------------------------------

    def _stand(self) -> None:
        says = self._texts
        title = words(says("stat-title"), "title", wrap=False)
        self.set_header(title, 12, self.ask_bar.whom, None, self.save, self.report)
        self.set_body(self.ask_bar, stretch=0)
        self._body.setSpacing(16)
        fill(self._column.body, self._body, self.years, self.nation, self.frozen, None)
        ground = QWidget()
        beside = QHBoxLayout(ground)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        inner = QVBoxLayout()
        inner.addWidget(self._column, 1)
        inner.addLayout(self._empty, 1)
        beside.addLayout(inner, 1)
        beside.addWidget(self.rows)
        self.set_body(ground)
        self.set_footer([("← →", says("stat-key-walk")), ("Enter", says("stat-key-open")), ("Esc", says("stat-key-close"))])  # fmt: skip
        self.ask_bar.wanted.connect(self.count)
        self.rows.freeze.connect(self._on_freeze)
        self.rows.filled.connect(self._on_filled)
        self.frozen.opened.connect(self.rows.open_rows)
        self._show_sentence("")

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``of`` names a perpetrator whose cases are counted; ``first`` and ``last`` a time."""
        about = str(facts.get("of", ""))
        if self._central is None:
            self._session.ask(_who, lambda who: self._on_who(*who, about), by=self, slot="who")  # fmt: skip
            return
        if about:
            self.ask_bar.show_whom("PROFILE", central=self._central, about=about)
            self.ask_bar.show_span(quick("whole", today()))
        if about or self.view is None or self._outdated:
            self.count()
        self.ask_bar.quick.focus_first()

    def _on_who(self, role: str, sees: bool, about: str) -> None:
        self._central = role == "central"
        self.ask_bar.small.setVisible(sees)
        self.frozen.opens = self.rows.freezes = sees
        for button in (self.save, self.report):
            button.setVisible(sees)
        self.ask_bar.show_whom("NATION" if self._central else "CENTER", central=self._central)  # fmt: skip
        self.show_place({"of": about} if about else {})
        if self.view is None and self._job is None:
            self.count()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.rows.isVisible():
            self.rows.close_rows()
        else:
            super().keyPressEvent(event)

    # --- counting ----------------------------------------------------------------------

    def count(self) -> None:
        """Count what is asked; what was counted before stays in sight."""
        asked = self.ask_bar.asked()
        if asked is None:
            return
        whole, self._outdated = self.ask_bar.small.isChecked(), False
        self._show_stale(stale=True)
        self._job = job = self._session.ask(
            lambda desk, progress: desk.statistics.view(asked, progress, whole=whole),
            self.show_view,
            by=self,
            slot="view",
            lane=Lane.BULK,
            otherwise=self._on_refused,
            watch=self.ask_bar.progress.step,
            stopped=lambda: self._on_stopped(job),
        )
        self.ask_bar.progress.begin(self._texts("progress-figures"), job.cancel)

    def show_view(self, view: "StatisticsView") -> None:
        """Show everything that was counted together."""
        at = self._column.verticalScrollBar().value() if self.view else 0
        self.view, self._job = view, None
        self._rest()
        self.rows.close_rows()
        self.ask_bar.show_as_of(self._as_of(view), view.position)
        empty_box(self._body)
        for button in (self.save, self.report):
            button.setEnabled(True)
        if not any(one.value for one in view.cards) and not view.hidden_cards:
            self._show_sentence("")
            self._body.addWidget(EmptyState(self._texts("stat-nothing"), self._widen(), "chart-column"))  # fmt: skip
        else:
            self._show_counted(view)
        self._column.verticalScrollBar().setValue(at)
        self.years.offer(view.asked)
        self.nation.ask(view.asked)
        self.frozen.ask(view.asked)
        settle_tabs(self)

    def _show_counted(self, view: "StatisticsView") -> None:
        self._show_sentence("")
        self.figures = Figures(self._texts, view.cards)
        self.figures.chosen.connect(self._on_figure)
        self.pictures = [PictureCard(self._texts, one) for one in view.pictures]
        self.tables = TablesCard(self._texts, view.tables)
        hidden = self._texts("stat-hidden-cards", names=" · ".join(view.hidden_cards)) if view.hidden_cards else ""  # fmt: skip
        told = " ".join(filter(None, (view.hidden_note, hidden)))
        if told:
            self._body.addWidget(words(told, "small"))
        elif not view.hidden:
            self._body.addWidget(Card(words(self._texts("stat-small-told")), ground="notice"))  # fmt: skip
        if not any(one.value for one in view.cards if one.unit != _PERSONS):
            self._body.addWidget(self._nothing_done())
        self._body.addWidget(self.figures)
        for picture in self.pictures:
            picture.opened.connect(self._on_cell)
            self._body.addWidget(picture)
        self.tables.opened.connect(self._on_cell)
        self._body.addWidget(self.tables)

    def _nothing_done(self) -> Card:
        """Return a sentence for a time in which there are people and nothing else."""
        line = row(words(self._texts("stat-nothing-done")), self._widen(), gap=12)
        line.setStretch(0, 1)
        return Card(line, ground="info")

    def _widen(self) -> Button:
        return Button(self._texts("stat-widen")).on(self._on_widen)

    def _as_of(self, view: "StatisticsView") -> str:
        about = self._texts(f"stat-about-{view.asked.about_kind.lower()}")
        return self._texts("stat-as-of", about=about, moment=view.as_of)

    def _on_refused(self, error: IntakeError) -> None:
        self._job = None
        self._rest()
        self.rows.close_rows()
        if isinstance(error, NotThisStep):
            self.view = None
            self._show_sentence("stat-quiet")
            return
        if self.view is None:
            self._show_sentence("stat-not-counted")
        self._session.refuse(error)

    def _on_stopped(self, job: Job["StatisticsView"]) -> None:
        """Somebody cancelled it; another count that took its place goes on."""
        if job is self._job:
            self._job, self._outdated = None, True
            self._rest()
            if self.view is None:
                self._show_sentence("stat-not-counted")

    def _rest(self) -> None:
        self.ask_bar.progress.end()
        self._show_stale(stale=False)

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if topics & _TOPICS and by is not self and self.view is not None:
            self._outdated = True
            changed = self._texts("stat-outdated")
            self.ask_bar.show_as_of(f"{self._as_of(self.view)} {changed}", self.view.position)  # fmt: skip
        if "figure" in topics and self.view is not None and self.isVisible():
            self.frozen.ask(self.view.asked)

    # --- what the person does ------------------------------------------------------------

    def _on_figure(self, line: "FigureLine") -> None:
        if self.view is not None:
            self.rows.open_rows(opened_figure(line, self.view.asked, self._number(line.value, line)))  # fmt: skip

    def _on_cell(self, table: "CountedTable", line: int, column: int) -> None:
        value = table.rows[line].cells[column].value
        if self.view is None or not table.opens:
            return
        if value is None:
            self._session.toast(self._texts("stat-hidden-told"))
            return
        self.rows.open_rows(opened_cell(table, line, column, self.view.asked, self._number(value, table)))  # fmt: skip

    def _on_filled(self) -> None:
        """What was pressed stays in sight, also where the page became narrower."""
        pressed = self.rows.before
        if pressed is not None and self._column.isAncestorOf(pressed):
            self._column.ensureWidgetVisible(pressed)

    def _number(self, value: int, of: "FigureLine | CountedTable") -> str:
        return counted(self._texts, value, of.unit, of.unit_label)

    def _on_freeze(self, opened: Opened) -> None:
        if self.view is None:
            return
        asked = self.view.asked

        def kept(_figure: str) -> None:
            self._session.toast(self._texts("stat-frozen-kept", number=opened.number))

        self._session.do(lambda desk, _p: desk.figures.freeze(opened.rule, asked), kept, by=self)  # fmt: skip

    def _on_save(self) -> None:
        sheet = SaveSheet(self.window(), self._texts, self.save_to)
        sheet.open_sheet(sheet.go)

    def save_to(self, form: str, file: Path) -> None:
        """Write the tables to a place the person chose."""
        asked = self.view.asked if self.view is not None else self.ask_bar.asked()
        if asked is None:
            return
        self.save.setEnabled(False)
        job = self._session.do(
            lambda desk, progress: desk.statistics.save(asked, form, file, progress),
            lambda _file: self._on_saved(),
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_not_saved,
            watch=self.ask_bar.progress.step,
            stopped=self._free,
        )
        self.ask_bar.progress.begin(self._texts("progress-writing"), job.cancel)

    def _on_saved(self) -> None:
        self._free()
        self._session.toast(self._texts("stat-saved"))

    def _on_not_saved(self, error: IntakeError) -> None:
        self._free()
        self._session.refuse(error)

    def _free(self) -> None:
        self.ask_bar.progress.end()
        self.save.setEnabled(True)

    def _on_report(self) -> None:
        asked = self.view.asked if self.view is not None else self.ask_bar.asked()
        if asked is not None:
            self._session.go("papers", kind="STATISTICS", about_kind=asked.about_kind, about=asked.about, first=asked.first, last=asked.last)  # fmt: skip

    # --- what is seen ------------------------------------------------------------------------

    def _show_stale(self, *, stale: bool) -> None:
        """Grey the numbers that may not be true any more; they can still be read."""
        if not stale:
            self._column.column.setGraphicsEffect(None)  # type: ignore[arg-type]  # its stubs forget None
            return
        effect = QGraphicsOpacityEffect(self._column.column)
        effect.setOpacity(_STALE)
        self._column.column.setGraphicsEffect(effect)

    def _show_sentence(self, sentence: str) -> None:
        """Show one sentence in the place of the numbers, or the numbers again."""
        empty_box(self._empty)
        self._column.setVisible(not sentence)
        if not sentence:
            return
        self.ask_bar.show_as_of("")  # nothing is seen that it could be said of
        for button in (self.save, self.report):
            button.setEnabled(False)
        self._empty.addWidget(EmptyState(self._texts(sentence), icon="chart-column"), 1)

    def _on_widen(self) -> None:
        self.ask_bar.show_span(quick("whole", today()))
        self.count()


def _who(desk: "Desk", _progress: object) -> tuple[str, bool]:
    """Return the role of this workspace, and whether the person here sees content."""
    return desk.about().role, desk.roles.mine().sees_content
