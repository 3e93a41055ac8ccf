"""기관 집계: whether a center's counts go to the central desk, or whose came; numbers, never a case.

* What leaves, what stays and why stand above the choice, and are said once more before the first.
* A supervisor decides; others read. At the central desk the same page says whose counts are there.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.errors import IntakeError
from ui.sections.counts_nation import NationCounts
from ui.sections.listing import line, listed, refill
from ui.sections.section import Section
from ui.session import Question, Session
from ui.widgets import Button, Choices, Pill, column, row, words
from ui.widgets.pill import State
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.aggregates import AggregateLine, CountsView

_ON, _OFF = "on", "off"
_TELLS = ("goes", "stays", "why")
_STATES: dict[str, State] = {"THERE": "ok", "UNDER_WAY": "wait", "NOT_SENT": "no"}
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the section shows."""

    central: bool
    view: "CountsView"


class CountsSection(Section):
    """Counts of whole centers."""

    name = "counts"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says = self.texts
        self.seen: Seen | None = None
        ways = [(_ON, says("counts-on")), (_OFF, says("counts-off"))]
        self.choice = Choices(ways, says("counts-title"), columns=2)
        self.choice.chosen.connect(self._on_chosen)
        self._why = words("", "small", tone="wait")
        self._made = listed()
        self.look = Button(says("counts-to-statistics"), icon="chart-column")
        self.look.on(lambda: session.go("statistics"))
        told = [column(words(says(f"counts-{one}"), "strong"), words(says(f"counts-{one}-words")), gap=2) for one in _TELLS]  # fmt: skip
        self._sends = self.card("counts-title", words(says("counts-help"), "muted"), *told, self._why, self.choice)  # fmt: skip
        self._book = self.card("counts-made-title", self._made, row(self.look, None))
        self.nation = NationCounts(session)
        self.body.addWidget(self.nation)
        self.end()
        for one in (self._sends, self._book, self.nation):
            one.hide()
        session.touched.connect(self._on_touched)

    @override
    def arrive(self) -> None:
        """Ask whether counts go, and what became of them."""

        def read(desk: "Desk", _progress: object) -> Seen:
            return Seen(desk.about().role == "central", desk.aggregates.sending())

        self.session.ask(read, self._on_seen, by=self, slot="counts")

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if by is not self and topics & {"aggregate", "exchange"} and self.isVisible():
            self.arrive()

    # --- showing -----------------------------------------------------------------------

    def _on_seen(self, seen: Seen) -> None:
        self.seen, view, says = seen, seen.view, self.texts
        self._sends.setVisible(not seen.central)
        self._book.setVisible(not seen.central)
        self.nation.setVisible(seen.central)
        if seen.central:
            self.nation.ask(view.years)
            return
        self.choice.choose(_ON if view.wanted else _OFF)
        self.choice.setEnabled(view.changes)
        told = [] if view.changes else [says("counts-locked")]
        told += [says("counts-no-central")] if view.wanted and not view.to else []
        self._why.setText(" ".join(told))
        self._why.setVisible(bool(told))
        lines = [self._line(one) for one in view.lines[:_SHOWN]]
        refill(self._made, lines, says("counts-made-none"))
        settle_tabs(self.window())

    def _line(self, one: "AggregateLine") -> QWidget:
        says = self.texts
        span = words(says("counts-line", first=one.first, last=one.last), "strong", wrap=False)  # fmt: skip
        state = one.sent.lower().replace("_", "-")
        pill = Pill(says(f"counts-sent-{state}"), _STATES.get(one.sent, "info"))
        told = says("counts-line-more", on=says.day(one.made_on), cases=one.cases)
        return line(span, pill, None, below=(words(told, "small"),))

    # --- what the person does ------------------------------------------------------------

    def _on_chosen(self, values: tuple[str, ...]) -> None:
        seen = self.seen
        if seen is None:
            return
        wants = values == (_ON,)
        if not values or wants == seen.view.wanted:
            self.choice.choose(_ON if seen.view.wanted else _OFF)
        elif wants:
            self.choice.choose(_OFF)  # until she said yes
            self.session.question(self._question(seen.view))
        else:
            self._keep(wanted=False)

    def _question(self, view: "CountsView") -> Question:
        says = self.texts
        to = ", ".join(view.to) or says("counts-central")
        body = says("counts-question-body", to=to, years=", ".join(view.years))
        return Question(
            title=says("counts-question"),
            body=body,
            yes=says("counts-yes"),
            no=says("shell-cancel"),
            act=lambda: self._keep(wanted=True),
        )

    def _keep(self, *, wanted: bool) -> None:
        def told(_none: object) -> None:
            self.session.toast(self.texts("counts-started" if wanted else "counts-stopped"))  # fmt: skip
            self.arrive()

        def refused(error: IntakeError) -> None:
            self.session.refuse(error)
            self.arrive()

        self.session.do(
            lambda desk, _p: desk.settings.set("send_counts", wanted),
            told,
            by=self,
            otherwise=refused,
        )
