"""The access log (접속기록): read, checked, looked through once a month, handed over."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from ui.jobs import Lane
from ui.sections.access_month import MonthCard
from ui.sections.listing import line, listed, refill
from ui.sections.section import Section
from ui.session import Question, Session
from ui.widgets import Button, Pill, ProgressLine, row, say, words
from ui.widgets.tab_order import settle_tabs
from ui.wizards.own_card import save_file

if TYPE_CHECKING:
    from intake.desk import Desk, NamedBytes
    from intake.desk.views.office import (
        AccessCheckView,
        AccessView,
        MineView,
        MonthView,
    )

_PAGE = 40
_MONTHS = 12
_COLUMNS = ("when", "who", "act", "about", "where")
_WIDE = 140


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the section shows."""

    mine: "MineView"
    months: "tuple[MonthView, ...]" = ()
    lines: "tuple[AccessView, ...]" = ()
    years: int = 0


def read_log(desk: "Desk", _progress: object) -> Seen:
    """Ask the desk for the newest lines and the months."""
    mine = desk.roles.mine()
    if not mine.reads_logs:
        return Seen(mine)
    return Seen(
        mine,
        desk.access.months()[:_MONTHS],
        desk.access.lines(limit=_PAGE),
        int(desk.settings.get("log_years")),
    )


class AccessSection(Section):
    """Who looked at what."""

    name = "access"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says = self.texts
        self._mine: MineView | None = None
        self._last = 0
        self._years = 0
        self._refusal = words(says("access-not-yours"), "muted")
        self.body.addWidget(self._refusal)
        self._months = listed()
        self.month = MonthCard(session)
        self._progress = ProgressLine(says)
        self._verdict = words("")
        self._verdict.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._verify = Button(says("access-verify"), icon="shield-check")
        self._export = Button(says("access-export"), icon="download")
        self._more = Button(says("access-more")).on(self._on_more)
        self._cut = Button(says("access-cut"), "danger").on(self._on_cut)
        self._verify.on(self._on_verify)
        self._export.on(self._on_export)
        self._cut_help = words("", "muted")
        self._cards = (
            self.card("access-review-title", words(says("access-review-help"), "muted"), self._months, self.month),
            self.card("access-title", words(says("access-help"), "muted"), row(self._verify, self._export, None), self._progress, self._verdict, self._grid, row(self._more, None)),
            self.card("access-cut-title", self._cut_help, row(self._cut, None)),
        )  # fmt: skip
        self.end()
        self.month.signed.connect(self.arrive)
        self._show(shown=False)

    @override
    def arrive(self) -> None:
        """Ask for the newest lines."""
        self.session.ask(read_log, self._on_seen, by=self, slot="log")

    def _show(self, *, shown: bool) -> None:
        for card in self._cards:
            card.setVisible(shown)

    def _on_seen(self, seen: Seen) -> None:
        says, self._mine = self.texts, seen.mine
        self._years = seen.years
        self._refusal.setVisible(not seen.mine.reads_logs)
        self._show(shown=seen.mine.reads_logs)
        self._cards[2].setVisible(seen.mine.supervises)
        self._cut_help.setText(says("access-cut-body", years=seen.years))
        refill(
            self._months, [self._month(one) for one in seen.months], says("access-none")
        )
        self._clear()
        self._add(seen.lines)
        settle_tabs(self)

    # --- lines --------------------------------------------------------------------------

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._at = 1
        for at, name in enumerate(_COLUMNS):
            self._grid.addWidget(words(self.texts(f"access-{name}"), "small"), 0, at)
        self._grid.setColumnStretch(3, 1)

    def _add(self, lines: "tuple[AccessView, ...]") -> None:
        says = self.texts
        for one in lines:
            act = self._act(one.act)
            cells = (says.moment(one.ms), one.who, act, one.about, one.place)
            for at, cell in enumerate(cells):
                shown = words(cell, wrap=at == 3, selectable=False)  # noqa: PLR2004
                self._grid.addWidget(shown, self._at, at)
            self._at += 1
        self._last = lines[-1].n if lines else 0
        self._more.setVisible(len(lines) == _PAGE)

    def _act(self, code: str) -> str:
        """Return what an act is called; one of a newer version keeps its code."""
        known = (f"access-act-{code}", f"deed-{code}")
        return next((self.texts(one) for one in known if self.texts.has(one)), code)

    def _on_more(self) -> None:
        before = self._last
        self.session.ask(
            lambda desk, _p: desk.access.lines(before=before, limit=_PAGE),
            self._add,
            by=self,
            slot="more",
        )

    # --- months -------------------------------------------------------------------------

    def _month(self, one: "MonthView") -> QWidget:
        says = self.texts
        title = words(says("access-month", month=one.month, lines=one.lines), "strong")
        below = []
        if one.reviewed_by:
            finding = says(f"review-finding-{one.finding.lower().replace('_', '-')}")
            said = says("access-month-reviewed", on=one.reviewed_on, by=one.reviewed_by, finding=finding)  # fmt: skip
            below.append(words(said, "small"))
            state = Pill(finding, "ok" if not one.later else "wait")
        else:
            state = Pill(says("access-month-open"), "wait")
        if one.later:
            below.append(words(says("access-month-later", count=one.later), "small"))
        look = Button(
            says("access-open"), name=says("access-month-name", month=one.month)
        )
        look.on(self._opening(one.month))
        return line(title, state, None, look, below=below)

    def _opening(self, month: str) -> Callable[[], None]:
        def act() -> None:
            may = self._mine is not None and self._mine.supervises
            self.month.open_month(month, may=may)

        return act

    # --- checking, handing over, cutting ---------------------------------------------------

    def _on_verify(self) -> None:
        self._progress.begin(self.texts("shell-working"))
        self.session.ask(
            lambda desk, progress: desk.access.verify(progress),
            self._on_verified,
            by=self,
            lane=Lane.BULK,
            watch=self._progress.step,
        )

    def _on_verified(self, view: "AccessCheckView") -> None:
        self._progress.end()
        says = self.texts
        if view.sound:
            say(self._verdict, says("access-sound", lines=view.lines), "ok")
        elif view.broken:
            say(self._verdict, says("access-broken", n=view.broken), "danger")
        else:
            say(self._verdict, says("access-missing", count=view.missing), "danger")

    def _on_export(self) -> None:
        self.session.ask(
            lambda desk, progress: desk.access.export("", progress),
            self._on_exported,
            by=self,
            lane=Lane.BULK,
        )

    def _on_exported(self, file: "NamedBytes") -> None:
        save_file(self.session, self, file)

    def _on_cut(self) -> None:
        says = self.texts
        self.session.question(
            Question(
                title=says("access-cut-title"),
                body=says("access-cut-body", years=self._years),
                yes=says("access-cut"),
                no=says("shell-cancel"),
                act=self._cut_now,
                danger=True,
            )
        )

    def _cut_now(self) -> None:
        self.session.do(lambda desk, _p: desk.access.cut(), self._on_was_cut, by=self)

    def _on_was_cut(self, count: int) -> None:
        self.session.toast(self.texts("access-cut-done", count=count))
        self.arrive()
