"""일치 확인 in a case: a quiet line, and a calm card where the central desk told of a match.

* Where match-only is off nothing stands here.
* Whom to call and what to ask comes first; who the other is, and why it matches, stands nowhere.
* While an interview of the case goes on only a number stands here, as for what is alike.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.session import Session
from ui.widgets import Button, Card, Symbol, column, row, words
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.escrow import EscrowCase, EscrowFound

_SILENT = {"OFF", "NO_PARTY"}


@dataclass(frozen=True, slots=True)
class Stands:
    """How it stands for a case, and whether somebody sits here."""

    case: str
    view: "EscrowCase"
    quiet: bool


class MatchOnly(QWidget):
    """Asks for itself; what was said of another case is gone at once."""

    def __init__(self, session: Session) -> None:
        """Stay out of sight until there is something to say."""
        super().__init__()
        self._session, self._texts, self._case = session, session.texts, ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self.hide()

    def show_case(self, case: str) -> None:
        """Ask for a case."""
        if case != self._case:
            self.hide()
        self._case = case

        def ask(desk: "Desk", _progress: object) -> Stands:
            view = desk.escrow.of_case(case)
            speaks = view.found or view.state not in _SILENT
            return Stands(case, view, bool(speaks) and desk.matches.of_case(case).quiet)

        self._session.ask(ask, self._on_stands, by=self, slot="match-only", otherwise=self._on_refused)  # fmt: skip

    def _on_stands(self, stands: Stands) -> None:
        view = stands.view
        if stands.case != self._case:
            return
        empty_box(self._box)
        if stands.quiet:
            if view.found:
                told = self._texts("escrow-quiet", count=len(view.found))
                self._box.addWidget(_quiet_line(words(told, "muted")))
        else:
            for at, one in enumerate(view.found, 1):
                self._box.addWidget(self._found(one, at))
            if view.state not in _SILENT:
                self._box.addWidget(self._line(view))
        self.setVisible(self._box.count() > 0)
        settle_tabs(self.window())

    def _line(self, view: "EscrowCase") -> Card:
        says = self._texts
        numbers = [("escrow-case-count", view.filed), ("escrow-case-waiting", view.waiting)]  # fmt: skip
        told = [says(name, count=count) for name, count in numbers if count]
        title = says("escrow-case", state=view.state_label)
        said = " · ".join((title, *told))
        meaning = () if view.found else (words(view.sentence, "small"),)
        return _quiet_line(words(said, "strong"), *meaning)

    def _found(self, one: "EscrowFound", at: int) -> Card:
        says = self._texts
        title = words(says("escrow-found-title"), "heading", wrap=False)
        day = words(says("escrow-found-told", day=says.day(one.told_ms)), "small")
        call = one.contact or says("escrow-found-call-none")
        whom = column(words(says("escrow-found-call"), "strong"), words(call, selectable=bool(one.contact)), gap=2)  # fmt: skip
        ask = Button(says("escrow-found-ask"), "primary", name=_nth(says("escrow-found-ask"), at))  # fmt: skip
        ask.on(self._on_ask)
        buttons = row(ask)
        if not one.seen_ms:
            name = _nth(says("escrow-found-seen"), at)
            buttons.addWidget(Button(says("escrow-found-seen"), name=name).on(self._seeing(one.id)))  # fmt: skip
        buttons.addStretch(1)
        return Card(
            row(Symbol("link", "muted", 18), title, None, gap=10),
            column(words(says("escrow-found-words")), day, gap=2),
            whom,
            words(says("escrow-found-next")),
            buttons,
            ground="info",
            gap=12,
        )

    def _on_ask(self) -> None:
        self._session.go("consent", case=self._case)

    def _seeing(self, found: str) -> Callable[[], None]:
        def seen(_none: object) -> None:
            self._session.toast(self._texts("escrow-found-seen-done"))
            self.show_case(self._case)

        return lambda: self._see(found, seen)

    def _see(self, found: str, then: Callable[[object], None]) -> None:
        self._session.do(lambda desk, _p: desk.escrow.seen(found), then, by=self)

    def _on_refused(self, _error: IntakeError) -> None:
        """A case that may not be seen has nothing to say here; its page says so itself."""
        self.hide()


def _quiet_line(*said: QWidget) -> Card:
    line = row(Symbol("scale", "muted", 18), gap=12)
    line.addLayout(column(*said, gap=2), 1)
    card = Card(line, ground="soft")
    card.body.setContentsMargins(20, 12, 16, 12)
    return card


def _nth(text: str, at: int) -> str:
    """Return a name of its own for each of several; the first is called as it reads."""
    return text if at == 1 else f"{text} {at}"
