"""다른 사건과 비슷한 기록: one quiet line in a case, and the way to the page that shows them.

* Nothing is shown where there is nothing, and nothing waits for it: it comes by itself.
* While an interview of the case goes on only the number stands here, without a way on.
"""

from typing import TYPE_CHECKING

from intake.errors import IntakeError
from ui.session import Session
from ui.widgets import Button, Card, Symbol, column, row, say, words

if TYPE_CHECKING:
    from intake.desk.views.matches import CaseMatches


class AlikeLine(Card):
    """Says how many candidates a case has."""

    def __init__(self, session: Session, name: str) -> None:
        """Stay out of sight until something is found; ``name`` is what the way is called."""
        super().__init__(ground="soft")
        self._session, self._case = session, ""
        says = session.texts
        self.told = words("", "strong")
        self._hint = words(says("alike-case-hint"), "small")
        self.go = Button(says("alike-show"), name=name).on(self._on_go)
        line = row(Symbol("users", "muted", 18), gap=12)
        line.addLayout(column(self.told, self._hint, gap=2), 1)
        line.addWidget(self.go)
        self.add(line)
        self.body.setContentsMargins(20, 12, 16, 12)
        self.hide()

    def show_case(self, case: str) -> None:
        """Ask for a case; what was said of another one is gone at once."""
        if case != self._case:
            self.hide()
        self._case = case
        self._session.ask(
            lambda desk, _progress: (case, desk.matches.of_case(case)),
            self._on_found,
            by=self,
            slot="alike",
            otherwise=self._on_refused,
        )

    def _on_found(self, answer: "tuple[str, CaseMatches]") -> None:
        case, found = answer
        if case != self._case:
            return
        say(self.told, self._session.texts("alike-case", count=found.count))
        self._hint.setHidden(found.quiet)
        self.go.setHidden(found.quiet)
        self.setVisible(found.count > 0)

    def _on_refused(self, _error: IntakeError) -> None:
        """A case that may not be seen has nothing to say here; its page says so itself."""
        self.hide()

    def _on_go(self) -> None:
        self._session.go("people", case=self._case)
