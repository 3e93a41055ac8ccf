"""What two laptops wrote down differently: the cases on the left, the values side by side.

* Nothing is lost while a difference stands, and nothing when it is settled: every word stays in
  the history, and a settling is taken back like any other step.
* A case is its number here and nothing else.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.desk.views.conflicts import ConflictLine
from ui.screens.conflicts.card import ConflictCard
from ui.session import Fact, Session
from ui.tables.two_lines import TwoLines, two_line_list
from ui.taking_back import take_back
from ui.widgets import Button, words
from ui.widgets.listed_page import ListedPage, ListPane

_WIDE = 860


class Conflicts(ListedPage):
    """The cases with differences, and those of one case."""

    def __init__(self, session: Session) -> None:
        """Stand with the list until a case is chosen."""
        super().__init__(_WIDE)
        self._session, self._texts = session, session.texts
        self._lines: tuple[ConflictLine, ...] = ()
        self.case: str | None = None  # "" are the records of the center
        says = self._texts
        self.list = two_line_list(says("differ-list"))
        self.list.opened.connect(self._on_opened)
        self.list_pane = ListPane()
        self.list_pane.stand(says("differ-title"), (), self.list)
        self._title = words("", "title", wrap=False)
        self.go = Button(says("differ-case"), icon="folder").on(self._on_case)
        self.stand(self._title, None, self.go)
        self._show()
        session.touched.connect(self._on_touched)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``case`` names the one to show; without it the first in the list."""
        if facts.get("case"):
            self.case = str(facts["case"])
        self._ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self._session.ask(
            lambda desk, _progress: desk.conflicts.listing(),
            self.show_lines,
            by=self,
            slot="conflicts",
        )

    def _on_touched(self, _topics: frozenset[str], by: object) -> None:
        if by is not self and self.isVisible():
            self._ask()

    def show_lines(self, lines: Sequence[ConflictLine]) -> None:
        """Show the cases; the one that is open stays open while something differs in it."""
        self._lines = tuple(lines)
        cases = list(dict.fromkeys(line.case for line in lines))
        if self.case not in cases:
            self.case = cases[0] if cases else None
        self.list.rows.show_lines([self._row(case) for case in cases])
        self.list.choose(cases.index(self.case) if self.case is not None else -1)
        self._show()

    def _row(self, case: str) -> TwoLines:
        says = self._texts
        mine = self._of(case)
        newest = max(side.ms for line in mine for side in line.sides)
        title = mine[0].number or says("differ-center-records")
        under = says("differ-newest", time=says.moment(newest))
        return TwoLines(title, under, says("differ-count", count=len(mine)), "wait", value=case)  # fmt: skip

    def _of(self, case: str | None) -> tuple[ConflictLine, ...]:
        return tuple(line for line in self._lines if line.case == case)

    def _show(self) -> None:
        """Show the differences of the case that is open, by kind of record."""
        says, mine = self._texts, self._of(self.case)
        self.go.setVisible(bool(mine) and bool(self.case))
        number = mine[0].number if mine else ""
        title = says("differ-title")
        self._title.setText(f"{title} · {number}" if number else title)
        if not mine:
            self.show_sentence(says("differ-none"), "circle-check")
            return
        ordered = sorted(mine, key=lambda line: (line.entity, line.record, line.field))
        cards: list[QWidget] = [words(says("differ-hint"), "muted")]
        cards += [self._card(line, at) for at, line in enumerate(ordered, 1)]
        self.show_cards(cards, self.case or "")

    def _card(self, line: ConflictLine, at: int) -> ConflictCard:
        card = ConflictCard(self._texts, line, at)
        card.kept.connect(self._on_kept)
        card.instead.connect(self._on_instead)
        return card

    # --- what the person does ----------------------------------------------------------

    def _on_opened(self, line: object) -> None:
        if isinstance(line, TwoLines):
            self.case = str(line.value)
            self._show()

    def _on_case(self) -> None:
        self._session.go("case", case=self.case or "")

    def _on_kept(self, line: ConflictLine, ref: str) -> None:
        self._session.do(
            lambda desk, _progress: desk.conflicts.settle(
                line.entity, line.record, line.field, keep=ref
            ),
            lambda _none: self._settled(),
            by=self,
        )

    def _on_instead(self, line: ConflictLine, value: str) -> None:
        self._session.do(
            lambda desk, _progress: desk.conflicts.settle(
                line.entity, line.record, line.field, instead=value
            ),
            lambda _none: self._settled(),
            by=self,
        )

    def _settled(self) -> None:
        says = self._texts
        self._session.toast(says("differ-settled"), says("support-undo"), lambda: take_back(self._session))  # fmt: skip
        self._ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
