"""일치 확인: how match-only stands, for a center, the central desk, and the second party (제2기관).

* A center sees whether it is on and what was told; the parties see their half of the key and what
  each center asked; the central desk besides what opened.
* Who can know what stands on every page in the same words, also what both could do together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from ui.jobs import Lane
from ui.sections.escrow_days import DaysCard
from ui.sections.escrow_facts import FactsCard
from ui.sections.escrow_found import FoundCard
from ui.sections.escrow_keys import KeysOfParties
from ui.sections.escrow_matches import MatchesCard
from ui.sections.escrow_sees import sees_card
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import Card, row, words
from ui.widgets.symbol import Symbol
from ui.widgets.tab_order import settle_tabs
from ui.wizards.compare import empty

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.escrow import (
        EscrowDay,
        EscrowFound,
        EscrowMatch,
        EscrowView,
    )

_TOPICS = {"escrow", "exchange", "consent", "link_notice", "settings"}


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the section shows."""

    view: "EscrowView"
    own: str  # our own code
    names: Mapping[str, str]  # whom a code stands for
    works: bool  # who sees no content sees no contacts either
    found: "tuple[EscrowFound, ...]" = ()
    matches: "tuple[EscrowMatch, ...]" = ()
    days: "tuple[EscrowDay, ...]" = ()


def read(desk: "Desk", month: str) -> Seen:
    """Ask the desk for what its role shows."""
    view, about = desk.escrow.state(), desk.about()
    works = desk.roles.mine().sees_content
    names = {one.code: one.name for one in desk.exchange.addressees()}
    names[about.center_code] = about.center_name
    center, central = view.role == "center", view.role == "central"
    return Seen(
        view,
        about.center_code,
        names,
        works,
        desk.escrow.found() if center and works else (),
        desk.escrow.matches() if central and works else (),
        () if center else desk.escrow.days(month),
    )


class EscrowSection(Section):
    """Cards of a role, one below the other."""

    name = "escrow"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        self.seen: Seen | None = None
        self.facts = FactsCard(session)
        self.troubles = Card(ground="notice", gap=6)
        self.found, self.matches = FoundCard(session), MatchesCard(session)
        self.keys, self.days = KeysOfParties(session), DaysCard(session)
        self.sees = sees_card(self.texts, session.role)
        cards = (self.troubles, self.matches, self.facts, self.found, self.keys, self.days)  # fmt: skip
        for card in (*cards, self.sees):
            self.body.addWidget(card)
        for card in cards:
            card.hide()
        self.end()
        self.days.wanted.connect(self.arrive)
        session.touched.connect(self._on_touched)

    @override
    def arrive(self) -> None:
        """Ask how it stands."""
        month = self.days.month
        self.session.ask(lambda desk, _p: read(desk, month), self._on_seen, by=self, slot="escrow", lane=Lane.BULK)  # fmt: skip

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & _TOPICS and self.isVisible():
            self.arrive()

    def _on_seen(self, seen: Seen) -> None:
        self.seen, view = seen, seen.view
        center, central = view.role == "center", view.role == "central"
        self.facts.show_state(view)
        self.facts.show()
        self._show_troubles(view.troubles if view.parties else ())
        self.found.setVisible(center and seen.works)
        self.found.show_found(seen.found)
        self.matches.setVisible(central)
        self.matches.show_matches(seen.matches, seen.names, works=seen.works)
        self.keys.setVisible(bool(view.parties))
        self.keys.show_parties(view, seen.own)
        self.days.setVisible(not center)
        self.days.show_days(seen.days, seen.names)
        settle_tabs(self.window())

    def _show_troubles(self, told: tuple[str, ...]) -> None:
        empty(self.troubles)
        self.troubles.setVisible(bool(told))
        head = words(self.texts("escrow-troubles"), "heading", wrap=False)
        self.troubles.add(row(Symbol("circle-alert", "wait", 18), head, None))
        self.troubles.add(*(words(one) for one in told))
