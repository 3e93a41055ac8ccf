"""A case goes over (사건 이관): to another counselor of this center, or to another center.

* Within the center nothing moves; the case has another counselor.
* To another center it goes only as far as the person agreed; what goes and what stays is said
  before it is offered, and until the other center takes it this one has the case.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views import ConsentLine
from intake.text import Texts
from ui.session import Session
from ui.widgets import Button, Card, Choices, Pill, column, row, say, words
from ui.widgets.code_words import code_choices
from ui.widgets.combo import Combo
from ui.widgets.field import labelled
from ui.widgets.pill import State
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk import Desk

_NEEDED = ("RECORD", "CENTER")
_INSIDE, _OUTSIDE = "counselor", "center"


@dataclass(frozen=True, slots=True)
class Ways:
    """Who may take the case, and what the person agreed to."""

    counselors: tuple[str, ...] = ()
    centers: tuple[tuple[str, str], ...] = ()
    consents: tuple[ConsentLine, ...] = ()
    stays: tuple[str, ...] = ()  # text ids


def ways(desk: "Desk", case: str) -> Ways:
    """Ask the desk who may take a case."""
    counselors = tuple(one.name for one in desk.roles.people() if not one.me and "COUNSELOR" in one.roles)  # fmt: skip
    return Ways(
        counselors,
        desk.handovers.centers(),
        desk.consents.current(case),
        desk.handovers.stays(case),
    )


class HandOverSheet(TallSheet):
    """``assigned`` carries a counselor and a reason, ``offered`` a center and a reason."""

    assigned = Signal(str, str)
    offered = Signal(str, str)

    def __init__(self, parent: QWidget, session: Session, case: str) -> None:
        """Ask who may take it; then the sheet can be filled in."""
        texts = session.texts
        self._texts, self._case, self._ways = texts, case, Ways()
        self._why = words("", "small", tone="wait")
        self.go = Button(texts("over-keep"), "primary").on(self._on_go)
        no = Button(texts("shell-cancel")).on(self.close_sheet)
        super().__init__(parent, texts("over-title"), self._why, no, self.go, width=620)
        kinds = [(one, texts(f"over-to-{one}")) for one in (_INSIDE, _OUTSIDE)]
        self.kind = Choices(kinds, texts("over-title"), digits=False)
        self.kind.choose(_INSIDE)
        self.kind.chosen.connect(lambda _values: self._show())
        self.counselor = Combo(texts("over-counselor"))
        self.center = Combo(texts("over-center"))
        reasons = code_choices(texts.language, "handover_reason")
        self.reason = Choices(reasons, texts("over-reason"), columns=3, digits=False)
        self.reason.chosen.connect(lambda _values: self._show())
        self._inside = labelled(texts("over-counselor"), self.counselor)
        self._outside = QWidget()
        self._terms = QVBoxLayout(self._outside)
        self._terms.setContentsMargins(0, 0, 0, 0)
        self._terms.setSpacing(14)
        self.put(self.kind, self._inside, self._outside, column(words(texts("over-reason"), "strong"), self.reason, gap=6))  # fmt: skip
        self._show()
        session.ask(lambda desk, _progress: ways(desk, case), self._on_ways, by=self, slot="ways")  # fmt: skip

    @property
    def to_center(self) -> bool:
        """Whether it goes to another center."""
        return self.kind.values == (_OUTSIDE,)

    def _on_ways(self, found: Ways) -> None:
        self._ways = found
        for name in found.counselors:
            self.counselor.addItem(name, name)
        for code, name in found.centers:
            self.center.addItem(name, code)
        self._terms.addWidget(labelled(self._texts("over-center"), self.center))
        self._terms.addWidget(_terms_card(self._texts, found))
        self._show()

    def _show(self) -> None:
        """Show what belongs to the choice, and why it cannot go on where it cannot."""
        self._inside.setVisible(not self.to_center)
        self._outside.setVisible(self.to_center)
        why = self._hindered()
        say(self._why, self._texts(why) if why else "", "wait")
        self.go.setText(self._texts("over-offer" if self.to_center else "over-keep"))
        self.go.setAccessibleName(self.go.text())
        self.go.setEnabled(not why and bool(self.reason.values))
        self.place()

    def _hindered(self) -> str:
        if not self.to_center:
            return "" if self._ways.counselors else "over-nobody"
        if not self._ways.centers:
            return "over-no-center"
        agreed = all(_state(self._ways.consents, one) == "agreed" for one in _NEEDED)
        return "" if agreed else "over-needs-consent"

    def _on_go(self) -> None:
        reason = self.reason.values[0]
        to = self.center if self.to_center else self.counselor
        signal = self.offered if self.to_center else self.assigned
        chosen = str(to.currentData())
        self.close_sheet()
        signal.emit(chosen, reason)


def hand_over(
    session: Session, page: QWidget, case: str, told: Callable[[str], None]
) -> HandOverSheet:
    """Open the sheet over a page; ``told`` is given the text id of what was done."""

    def assign(counselor: str, reason: str) -> None:
        session.do(
            lambda desk, _progress: desk.handovers.assign(case, counselor, reason),
            lambda _made: told("over-assigned"),
            by=page,
        )

    def offer(center: str, reason: str) -> None:
        session.do(
            lambda desk, _progress: desk.handovers.offer(case, center, reason),
            lambda _made: told("over-offered"),
            by=page,
        )

    sheet = HandOverSheet(page.window(), session, case)
    sheet.assigned.connect(assign)
    sheet.offered.connect(offer)
    sheet.open_sheet(sheet.kind)
    sheet.kind.focus_first()
    return sheet


def _terms_card(texts: Texts, found: Ways) -> Card:
    """Return what the person agreed to, what goes, and what stays."""
    card = Card(ground="soft", gap=8)
    tones: dict[str, State] = {"agreed": "ok", "undecided": "wait"}
    for purpose in _NEEDED:
        state = _state(found.consents, purpose)
        title = words(texts(f"consent-{purpose.lower()}-title"), wrap=False)
        card.add(row(title, None, Pill(texts(f"giving-{state}"), tones.get(state, "no"))))  # fmt: skip
    goes = words(texts("over-goes"), "strong")
    stays = words(texts("over-stays"), "strong")
    card.add(column(goes, words(texts("over-goes-what")), gap=2))
    told = (texts("over-stays-what"), *map(texts, found.stays))
    return card.add(column(stays, *(words(one) for one in told), gap=2))


def _state(consents: Sequence[ConsentLine], purpose: str) -> str:
    """Return how a purpose stands, as the consents tab says it."""
    one = next((line for line in consents if line.purpose == purpose), None)
    if one is None or one.decision == "LATER":
        return "undecided"
    return "withdrawn" if one.withdrawn else one.decision.lower()
