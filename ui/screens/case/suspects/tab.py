"""The tab 가해 추정인: the people of the case, a card for each suspect, the victim's own accounts.

What is being typed into a line stays there when the page is made anew.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import IntakeError
from ui.screens.case.alike_line import AlikeLine
from ui.screens.case.suspects.add_line import AddLine
from ui.screens.case.suspects.card import SuspectBox
from ui.screens.case.suspects.clue_rows import ClueRows
from ui.screens.case.suspects.doing import Deed, Doing, empty
from ui.screens.case.suspects.editing import edit_clue, edit_suspect
from ui.screens.case.suspects.people_card import PeopleCard
from ui.screens.case.tab import CaseTab
from ui.session import Session
from ui.taking_back import take_back
from ui.widgets import Button, Card, row, words
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk.views.people import ClueLine, PersonLine, SuspectsView


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the tab shows."""

    case: str
    suspects: "SuspectsView"
    people: "tuple[PersonLine, ...]"


class Suspects(CaseTab):
    """People and suspects of a case."""

    name = "suspects"
    topics = frozenset({"suspect", "identifier", "own_account", "note", "person", "merge", "link", "interview"})  # fmt: skip

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(session)
        says = session.texts
        self._doing = Doing(session, self, self._do)
        self._shown = ""
        self.people = PeopleCard(self._doing)
        self.alike = AlikeLine(session, says("alike-show-suspects"))
        self.new = Button(says("persons-suspect-add"), icon="plus")
        self.new.on(lambda: edit_suspect(self._doing, self.case, None))
        title = words(says("case-suspects"), "heading", wrap=False)
        self.cards: list[SuspectBox] = []
        self.first: AddLine | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.body.addLayout(row(title, None, self.new))
        self.body.addWidget(self.alike)
        self.body.addLayout(self._list)
        self.body.addWidget(self.people)
        self.body.addStretch(1)

    @override
    def arrive(self, case: str) -> None:
        super().arrive(case)
        self.alike.show_case(case)
        self.session.ask(
            lambda desk, _p: Look(
                case, desk.suspects.of_case(case), desk.people.of_case(case)
            ),
            self._on_look,
            by=self,
            slot="look",
        )

    def _on_look(self, found: Look) -> None:
        if found.case != self.case:
            return
        typed, focused = self._typed(found.case), _name_in_focus(self)
        empty(self._list)
        self._show_suspects(found.suspects)
        self.people.show_people(self.case, found.people)
        for line in self._lines():
            line.fill(typed.get(line.suspect, ("", "", "")))
        self._shown = self.case
        self.said_count.emit(len(found.suspects.cards))
        settle_tabs(self)
        _focus_again(self, focused)

    def _show_suspects(self, found: "SuspectsView") -> None:
        cards = found.cards
        self.cards, self.first = [], None
        for at, card in enumerate(cards, 1):
            others = tuple(one for one in cards if one.id != card.id)
            self.cards.append(
                SuspectBox(self._doing, card, at, others, quiet=found.quiet)
            )
            self._list.addWidget(self.cards[-1])
        if not cards:
            self._list.addWidget(self._empty())
        if found.loose:
            self._list.addWidget(self._kept("persons-loose", found.loose, edited=True))
        if found.own:
            self._list.addWidget(self._kept("persons-own", found.own, edited=False))

    def _empty(self) -> Card:
        says = self.texts
        self.first = AddLine(self._doing, self.case, "", says("persons-somebody"))
        return Card(words(says("persons-none"), "muted"), self.first, gap=12)

    def _kept(
        self, text_id: str, clues: "tuple[ClueLine, ...]", *, edited: bool
    ) -> Card:
        says = self.texts
        edit = (lambda line: edit_clue(self._doing, line)) if edited else None
        rows = ClueRows(says, edit, text_id)
        rows.show_clues(clues)
        card = Card(
            words(says(text_id), "heading"),
            words(says(f"{text_id}-hint"), "small"),
            gap=10,
        )
        return card.add(rows)

    def _lines(self) -> list[AddLine]:
        return [
            *(box.adding for box in self.cards),
            *([self.first] if self.first else []),
        ]

    def _typed(self, case: str) -> dict[str, tuple[str, str, str]]:
        if self._shown != case:
            return {}
        return {line.suspect: line.typed for line in self._lines()}

    def _do(self, deed: Deed, said: str) -> None:
        """Do something, say it with a way back, and show the case anew."""

        def told(_result: object) -> None:
            self.session.toast(
                said, self.texts("persons-undo"), lambda: take_back(self.session)
            )
            self.arrive(self.case)

        self.session.do(
            lambda desk, _p: deed(desk), told, by=self, otherwise=self._on_refused
        )

    def _on_refused(self, error: IntakeError) -> None:
        self.session.refuse(error)
        for line in self._lines():
            line.refill()
        self.arrive(self.case)


def _name_in_focus(tab: QWidget) -> str:
    here = QApplication.focusWidget()
    return here.accessibleName() if here is not None and tab.isAncestorOf(here) else ""


def _focus_again(tab: QWidget, name: str) -> None:
    """Put the focus on what bears the name it was on, for the cards were made anew."""
    if not name or _name_in_focus(tab) == name:
        return
    same = (one for one in tab.findChildren(QWidget) if one.accessibleName() == name)
    found = next((one for one in same if one.isVisibleTo(tab)), None)
    if found is not None:
        found.setFocus()
