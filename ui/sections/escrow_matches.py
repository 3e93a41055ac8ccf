"""일치한 것: filings that opened one another, whom to call, and telling the centers afterwards.

Nothing is told by itself: a person calls everybody first and marks it, then tells.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.errors import IntakeError
from ui.sections.listing import listed, refill
from ui.session import Session
from ui.widgets import Button, Card, Choices, Pill, column, row, say, words
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk.views.escrow import EscrowContact, EscrowMatch

_SHOWN, _LONGEST = 40, 40


class MatchesCard(Card):
    """Matches as the central desk sees them: which centers, and the counselors' contacts."""

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        self._session, self._texts = session, session.texts
        self._rows = listed()
        self.sheet: TellSheet | None = None
        self._help = words(session.texts("escrow-matches-help"), "muted")
        super().__init__(
            words(session.texts("escrow-matches"), "heading"),
            self._help,
            self._rows,
            gap=12,
        )

    def show_matches(
        self,
        matches: "tuple[EscrowMatch, ...]",
        names: Mapping[str, str],
        *,
        works: bool,
    ) -> None:
        """Show what opened: what waits for a call first."""
        order = sorted(matches, key=lambda one: (one.is_over, bool(one.told_ms)))
        lines = [self._match(one, names) for one in order[:_SHOWN]]
        self._help.setVisible(bool(lines))
        none = "escrow-matches-none" if works else "escrow-matches-hidden"
        refill(self._rows, lines, self._texts(none))

    def _match(self, one: "EscrowMatch", names: Mapping[str, str]) -> QWidget:
        says = self._texts
        centers = ", ".join(names.get(code, code) for code in one.centers)
        what = says("escrow-match", filings=one.filings, centers=centers)
        opened = words(says("escrow-match-opened", day=says.day(one.opened_ms)), "small")  # fmt: skip
        head = row(words(what, "strong"), None, self._state(one))
        lines = column(head, opened, gap=8)
        if one.is_over:
            lines.addWidget(words(says("escrow-match-over-words"), "small"))
        else:
            for contact in one.contacts:
                lines.addWidget(self._contact(contact, names))
        if not one.is_over and not one.told_ms:
            name = says("escrow-tell-name", what=f"{what} {says.moment(one.opened_ms)}")
            tell = Button(says("escrow-tell"), "primary", icon="phone", name=name)
            lines.addLayout(row(tell.on(self._telling(one, names)), None))
        card = Card(ground="soft")
        card.body.addLayout(lines)
        return card

    def _state(self, one: "EscrowMatch") -> Pill:
        says = self._texts
        if one.is_over:
            return Pill(says("escrow-match-over"), "no")
        if one.told_ms:
            return Pill(says("escrow-match-told", day=says.day(one.told_ms)), "ok")
        return Pill(says("escrow-match-new"), "wait")

    def _contact(self, one: "EscrowContact", names: Mapping[str, str]) -> QWidget:
        says, holder = self._texts, QWidget()
        who = _joined(names.get(one.center, one.center), one.name)
        reach = _joined(one.phone, one.email)
        lines = column(words(who, "strong"), gap=2)
        told = reach or says("escrow-contact-none")
        lines.addWidget(words(told, selectable=bool(reach)))
        if one.hours:
            hours = says("escrow-contact-hours", hours=_joined(one.hours))
            lines.addWidget(words(hours, "small"))
        holder.setLayout(lines)
        return holder

    def _telling(
        self, one: "EscrowMatch", names: Mapping[str, str]
    ) -> Callable[[], None]:
        def ask() -> None:
            self.sheet = TellSheet(self.window(), self._session, one, names)
            self.sheet.ask()

        return ask


class TellSheet(TallSheet):
    """Asks whether everybody was called; only then the centers can be told."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        match: "EscrowMatch",
        names: Mapping[str, str],
    ) -> None:
        """Ask about the contacts of ``match``."""
        says = session.texts
        self.no = Button(says("shell-cancel")).on(self.close_sheet)
        self.tell = Button(says("escrow-tell-yes"), "primary").on(self._on_tell)
        super().__init__(parent, says("escrow-tell-title"), self.no, self.tell, width=600)  # fmt: skip
        self._session, self._texts, self._match = session, says, match
        offered = [(str(at), _called(one, names)) for at, one in enumerate(match.contacts)]  # fmt: skip
        label = says("escrow-tell-called")
        self.called = Choices(offered, label, several=True, columns=1, digits=False)
        self.called.chosen.connect(lambda _values: self._show_ready())
        self._wrong = words("", "small", tone="danger")
        self._wrong.hide()
        self.put(words(says("escrow-tell-words")), words(label, "strong"), self.called, self._wrong)  # fmt: skip
        self._show_ready()

    def ask(self) -> "TellSheet":
        """Show the sheet; the focus is on whom to mark."""
        self.open_sheet(self.no)
        self.called.focus_first()
        return self

    def _show_ready(self) -> None:
        self.tell.setEnabled(len(self.called.values) == len(self._match.contacts))

    def _on_tell(self) -> None:
        match = self._match.id
        self.tell.setEnabled(False)
        self._session.do(
            lambda desk, _progress: desk.escrow.tell(match),
            lambda _none: self._on_told(),
            otherwise=self._on_refused,
        )

    def _on_told(self) -> None:
        self._session.toast(self._texts("escrow-told"))
        self.close_sheet()

    def _on_refused(self, error: IntakeError) -> None:
        said = self._texts.error(error)
        say(self._wrong, f"{said.sentence} {said.remedy}", "danger")
        self._show_ready()


def _called(one: "EscrowContact", names: Mapping[str, str]) -> str:
    return _joined(names.get(one.center, one.center), one.name, one.phone)


def _joined(*told: str) -> str:
    """Return what another center wrote in a line that fits; the whole of it is in nobody's way."""
    cut = (one if len(one) <= _LONGEST else f"{one[:_LONGEST]}…" for one in told)
    return " · ".join(one for one in cut if one)
