"""The tab 문서 of a case: papers about this very case, and what can be made of it.

A paper about several cases stands on the page of papers only: here it would say that others exist.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from ui.screens.case.tab import CaseTab
from ui.session import Session
from ui.widgets import Button, Card, EmptyState, Pill, column, row, rule, words
from ui.widgets.flow import flowing
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.papers import IssuedLine, PaperChoice

GROUPS = ("VICTIM", "AGENCY", "COURT", "CENTER")  # hers first


@dataclass(frozen=True, slots=True)
class Look:
    """What can be made of a case, and what was issued about it."""

    case: str
    kinds: "tuple[PaperChoice, ...]"
    issued: "tuple[IssuedLine, ...]"


def look(desk: "Desk", case: str) -> Look:
    """Ask for both."""
    return Look(case, desk.papers.kinds("CASE"), desk.papers.listing(case))


class Papers(CaseTab):
    """Make-buttons above, what was issued below."""

    name = "papers"
    topics = frozenset({"issued_paper"})

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(session)
        self.make: dict[str, Button] = {}
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)

    @override
    def arrive(self, case: str) -> None:
        super().arrive(case)
        self.session.ask(
            lambda desk, _progress: look(desk, case),
            self._on_look,
            by=self,
            slot="look",
        )

    def _on_look(self, found: Look) -> None:
        if found.case != self.case:
            return
        empty_box(self._cards)
        self.make = {}
        self._cards.addWidget(self._making(found.kinds))
        self._cards.addWidget(self._issued(found.issued))
        self.said_count.emit(len(found.issued))
        settle_tabs(self)

    def _making(self, kinds: "tuple[PaperChoice, ...]") -> Card:
        says = self.texts
        card = Card(words(says("papers-case-make"), "heading"), gap=10)
        for group in GROUPS:
            here = [one for one in kinds if one.group == group]
            if here:
                card.add(words(says(f"papers-group-{group.lower()}"), "small"))
                card.add(flowing(*(self._button(one) for one in here)))
        return card

    def _button(self, choice: "PaperChoice") -> Button:
        name = self.texts("papers-case-make-one", kind=choice.label)
        button = Button(choice.label, icon="file-plus", name=name)
        self.make[choice.code] = button
        return button.on(self._going(kind=choice.code))

    def _going(self, kind: str) -> Callable[[], None]:
        return lambda: self.session.go("papers", kind=kind, about_kind="CASE", about=self.case)  # fmt: skip

    def _issued(self, issued: "tuple[IssuedLine, ...]") -> Card:
        says = self.texts
        card = Card(words(says("papers-case-issued"), "heading"), gap=10)
        if not issued:
            card.add(EmptyState(says("papers-case-none"), icon="file-text"))
        for at, line in enumerate(issued):
            if at:
                card.add(rule())
            pill = Pill(line.state_label, "no" if line.state == "VOID" else "ok")
            told = " · ".join(filter(None, (line.number, says.day(line.made_on), line.made_by, line.court)))  # fmt: skip
            show = Button(says("papers-case-show"), name=says("papers-case-show-name", number=line.number))  # fmt: skip
            show.on(self._showing(line.id))
            whole = row(gap=8)
            whole.addLayout(column(row(words(line.kind_label, "strong", wrap=False), pill, None), words(told, "muted"), gap=2), 1)  # fmt: skip
            whole.addWidget(show)
            card.add(whole)
        return card.add(words(says("papers-case-hint"), "small"))

    def _showing(self, paper: str) -> Callable[[], None]:
        return lambda: self.session.go("papers", paper=paper)
