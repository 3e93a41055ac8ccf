"""센터에서 온 집계: whose counts of a year are added, whose are missing, what was set aside and why."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.sections.listing import line, listed, refill
from ui.session import Session
from ui.widgets import Button, Card, Choices, Pill, ProgressLine, row, words
from ui.widgets.tab_order import settle_tabs
from ui.wizards.own_card import save_file

if TYPE_CHECKING:
    from intake.desk import NamedBytes
    from intake.desk.views.aggregates import AggregateLine, NationView

_BEFORE = 3  # years before those that are sent
_FORMS = ("xlsx", "csv")


class NationCounts(Card):
    """One year of centers' counts at the central desk."""

    def __init__(self, session: Session) -> None:
        """Stand empty until a year is asked for."""
        self._session, says = session, session.texts
        self._texts = says
        self.year = ""
        self.years: Choices | None = None
        self._years = listed()
        self._progress = ProgressLine(says)
        self._sum, self._rows = words("", "strong"), listed()
        self.saves = {form: Button(says(f"counts-save-{form}"), icon="download").on(self._saving(form)) for form in _FORMS}  # fmt: skip
        self.look = Button(says("counts-to-statistics"), icon="chart-column")
        self.look.on(lambda: session.go("statistics"))
        super().__init__(
            words(says("counts-nation-title"), "heading"),
            words(says("counts-nation-help"), "muted"),
            self._years,
            self._progress,
            self._sum,
            self._rows,
            row(self.look, *self.saves.values(), None),
            gap=12,
        )

    def ask(self, sent: tuple[str, ...]) -> None:
        """Ask for the year that is chosen; the newest first."""
        self.year = self.year or sent[-1]
        if self.years is None:
            newest = int(sent[-1])
            offered = [(str(one), str(one)) for one in range(newest, newest - len(sent) - _BEFORE, -1)]  # fmt: skip
            self.years = Choices(offered, self._texts("counts-year"), digits=False, kind="chip")  # fmt: skip
            self.years.choose(self.year)
            self.years.chosen.connect(self._on_year)
            self._years.addWidget(self.years)
        self._ask()

    def _on_year(self, values: tuple[str, ...]) -> None:
        self.year = values[0] if values else self.year
        if self.years is not None:
            self.years.choose(self.year)
        self._ask()

    def _ask(self) -> None:
        year = self.year
        job = self._session.ask(
            lambda desk, progress: desk.aggregates.national(year, year, progress),
            self.show_nation,
            by=self,
            slot="nation",
            lane=Lane.BULK,
            otherwise=self._on_refused,
            watch=self._progress.step,
            stopped=self._progress.end,
        )
        self._progress.begin(self._texts("progress-figures"), job.cancel)

    def show_nation(self, view: "NationView") -> None:
        """Say whose counts are added, and by name whose are not."""
        self._progress.end()
        says = self._texts
        few = any(one.few for one in view.counted)  # the sum would tell them
        told = "counts-nation-count-few" if few else "counts-nation-count"
        counted = says(told, centers=len(view.counted), cases=view.cases)
        self._sum.setText(counted if view.counted else says("counts-nation-none"))
        lines = [self._center(one) for one in (*view.counted, *view.aside)]
        lines += [line(words(one, "strong", wrap=False), Pill(says("counts-missing"), "wait"), None, below=(words(says("counts-missing-words"), "small"),)) for one in view.missing]  # fmt: skip
        refill(self._rows, lines, "")
        for one in self.saves.values():
            one.setEnabled(bool(view.counted))
        settle_tabs(self.window())

    def _center(self, one: "AggregateLine") -> QWidget:
        says, name = self._texts, words(one.center_name, "strong", wrap=False)
        if one.words:
            pill = Pill(says("counts-aside"), "no")
            other = one.sender_name and one.sender_name != one.center_name
            said = says("counts-sender", words=one.words, sender=one.sender_name) if other else one.words  # fmt: skip
            return line(name, pill, None, below=(words(said, "small", tone="wait"),))
        more = "counts-line-few" if one.few else "counts-line-more"
        told = says(more, on=says.day(one.made_on), cases=one.cases)
        return line(name, Pill(says("counts-there"), "ok"), None, below=(words(told, "small"),))  # fmt: skip

    def _saving(self, form: str) -> Callable[[], None]:
        def save() -> None:
            year = self.year
            self._session.ask(
                lambda desk, progress: desk.aggregates.file(year, year, form, progress),
                self._on_file,
                by=self,
                lane=Lane.CARRY,
            )

        return save

    def _on_file(self, file: "NamedBytes") -> None:
        save_file(self._session, self, file)

    def _on_refused(self, error: IntakeError) -> None:
        self._progress.end()
        self._session.refuse(error)
