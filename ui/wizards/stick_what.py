"""USB로 주고받기, step 2: what lies there for us; what leaves for whom, what stays and why.

* Nothing leaves for anybody on a stick before somebody saw what does, and chose them. A stick that
  was used here before remembers whom; a new one begins with nobody.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from ui.jobs import Lane
from ui.session import Session
from ui.tables.plan_list import plan_list
from ui.widgets import Card, Choices, Symbol, column, row, say, words
from ui.wizards.send_steps import beside
from ui.wizards.stick import Journey, fit
from ui.wizards.wizard import Step

if TYPE_CHECKING:
    from intake.desk.views.sticks import StickLook, StickTo

_GOES, _STAYS = 3, 2  # rows in sight at once: the button below stays in sight too


class StickWhat(Step):
    """Both directions before anything moves."""

    title_id = "stick-what"
    hint_id = "stick-what-hint"
    next_id = "stick-go-in"

    def __init__(
        self, session: Session, journey: Journey, *, sends: bool = True
    ) -> None:
        """Ask when shown; ``sends`` False: only what came is wanted."""
        super().__init__(session.texts)
        says = self.texts
        self._session, self._journey, self._sends = session, journey, sends
        self._came = words("", "strong")
        self._beside = words("", "muted")
        self._memory = words("", "muted")
        lines = column(self._came, self._beside, gap=4)
        self._goes_title, self._stays_title = words("", "strong"), words("", "strong")
        self._goes = plan_list(says, says("send-goes-name"))
        self._stays = plan_list(says, says("send-stays-name"), reasons=True)
        self._tells = words("")
        self._choices: Choices | None = None
        self._holder = QVBoxLayout()
        self._card = Card(row(Symbol("inbox", "accent", 20), 10, lines), ground="soft")
        self._card.body.setContentsMargins(14, 10, 14, 10)
        self.body.setSpacing(8)
        goes = row(words(says("stick-goes"), "strong", wrap=False), 8, self._memory)
        goes.setStretch(2, 1)
        self.add(self._card, goes)
        self.add(self._holder, self._goes_title, self._goes, self._tells)
        self.add(self._stays_title, self._stays, None)
        self._show_plans()

    @override
    def arrive(self) -> None:
        """Look at the stick; something may have been written since."""
        folder = self._journey.folder
        self._journey.look = None
        self._came.setText(self.texts("stick-looking"))
        say(self._beside, "")
        say(self._memory, "")
        self.changed.emit()
        if folder is None:
            return
        self._session.ask(
            lambda desk, _progress: desk.sticks.look(folder, sends=self._sends),
            self._show,
            by=self,
            slot="look",
            lane=Lane.CARRY,  # a stick that hangs holds up nobody's reading
            otherwise=self.show_error,
        )

    @override
    def ready(self) -> bool:
        """It was looked at."""
        return self._journey.look is not None

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Remember for whom bundles leave on this stick, then go on."""
        folder, look = self._journey.folder, self._journey.look
        if folder is None or look is None:
            return
        chosen = set(self._chosen())
        new = [one.code for one in look.to if one.code in chosen and not one.allowed]
        gone = [one.code for one in look.to if one.allowed and one.code not in chosen]
        if not new and not gone:
            then()
            return

        def remember(desk: object, _progress: object) -> None:
            for code in new:
                desk.sticks.allow(folder, code)  # type: ignore[attr-defined]
            for code in gone:
                desk.sticks.forbid(folder, code)  # type: ignore[attr-defined]

        self._session.do(
            remember, lambda _nothing: then(), by=self, otherwise=self.show_error
        )

    def choose_all(self) -> None:
        """Choose every addressee there is."""
        if self._choices is not None and self._journey.look is not None:
            self._choices.choose(*(one.code for one in self._journey.look.to))
            self._show_plans()

    def _show(self, look: "StickLook") -> None:
        self._journey.look = look
        says = self.texts
        came = says("stick-fresh", count=look.fresh, size=look.size)
        self._came.setText(came if look.fresh else says("stick-nothing-came"))
        beside = []
        if look.letters > look.fresh:
            beside.append(says("stick-had", count=look.letters - look.fresh))
        if look.strangers:
            beside.append(says("stick-strangers", count=look.strangers))
        say(self._beside, " ".join(beside))
        self._offer(look)
        self._show_plans()
        if self._choices is not None and look.to:
            self._choices.focus_first()

    def _offer(self, look: "StickLook") -> None:
        says = self.texts
        while (item := self._holder.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._choices = None
        if not look.to:
            say(
                self._memory,
                says("sync-not-yours" if not look.sends else "send-nobody"),
            )
            return
        listed = [(one.code, one.name) for one in look.to]
        self._choices = Choices(listed, says("send-to"), several=True, columns=2)
        self._choices.choose(*(one.code for one in look.to if one.allowed))
        self._choices.chosen.connect(lambda _values: self._show_plans())
        self._holder.addWidget(self._choices)
        known = (
            says("stick-known", ms=look.last_ms) if look.last_ms else says("stick-new")
        )
        say(self._memory, known)

    def _chosen(self) -> tuple[str, ...]:
        return self._choices.values if self._choices is not None else ()

    def _show_plans(self) -> None:
        look, says, chosen = self._journey.look, self.texts, self._chosen()
        plans = [one for one in look.to if one.code in chosen] if look else []
        goes = [line for one in plans for line in one.plan.goes]
        stays = [line for one in plans for line in one.plan.stays]
        self._goes.rows.show_lines(tuple(goes))
        self._stays.rows.show_lines(tuple(stays))
        self.next_id = "stick-go" if chosen else "stick-go-in"
        self._goes_title.setText(self._title(plans))
        self._goes_title.setVisible(look is not None and bool(look.to))
        told = [line for one in plans for line in beside(says, one.plan)]
        waits = sum(len(one.waiting) for one in plans)
        if waits:
            told.append(says("stick-waiting", count=waits))
        say(self._tells, "\n".join(told))
        fit(self._goes, len(goes), _GOES)
        fit(self._stays, len(stays), _STAYS)
        self._goes.setVisible(bool(goes))
        self._stays_title.setText(says("send-stays", cases=len(stays)))
        self._stays_title.setVisible(bool(stays))
        self._stays.setVisible(bool(stays))
        self.changed.emit()

    def _title(self, plans: "list[StickTo]") -> str:
        says = self.texts
        if not plans:
            return says("stick-only-in")
        records = sum(one.plan.records for one in plans)
        if not records:
            counts = any(one.plan.counts for one in plans)
            return says("send-only-counts" if counts else "send-nothing")
        cases = sum(len(one.plan.goes) for one in plans)
        size = sum(one.plan.size_estimate for one in plans)
        return says("send-goes", cases=cases, records=records, size=size)
