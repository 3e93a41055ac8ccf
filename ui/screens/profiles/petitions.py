"""Petitions of a perpetrator's victims (탄원서 수집): court by court, under their pseudonyms.

* Only who agreed to that court is here. Who said no is told to whoever supervises; to everybody
  else her row says nothing, as that of somebody who was not asked does.
* What comes next is noted in the case, and only in one of our own.
* While somebody of these cases sits here the card is not there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from intake.desk.views.people import visible
from intake.errors import IntakeError, NotThisStep, NotYours
from ui.session import Session
from ui.widgets import Button, Card, Choices, Pill, row, rule, words
from ui.widgets.choice_columns import columns_for
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.petitions import PetitionOfGroup, PetitionsOfGroup

_MANY: Final = 50
_LONG: Final = 40
_COLUMNS: Final = ("name", "center", "state")
_GO: Final = len(_COLUMNS) + 1
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Look:
    """The courts that the records know, and how it stands for one of them."""

    courts: tuple[str, ...]
    group: "PetitionsOfGroup | None" = None


def look(desk: "Desk", profile: str, court: str) -> Look:
    """Ask the desk; without a court, or with one nobody knows any more, for the first."""
    known = (one.court for one in desk.papers.heads("PROFILE", profile) if one.court)
    courts = tuple(dict.fromkeys(known))
    if not courts:
        return Look(())
    chosen = court if court in courts else courts[0]
    return Look(courts, desk.petitions.of_group(profile, chosen))


class PetitionsCard(Card):
    """How the collection stands; ``wanted`` opens a case, ``stood`` says that it is laid out anew."""

    wanted = Signal(str)
    stood = Signal()

    def __init__(self, session: Session, profile: str, court: str = "") -> None:
        """Ask at once; unseen until there is a court."""
        says = session.texts
        super().__init__(words(says("petition-group"), "heading", wrap=False), gap=10)
        self._session, self._says, self._profile = session, says, profile
        self.court = court
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        self.add(self._body)
        self.hide()
        self._ask()

    def _ask(self) -> None:
        profile, court = self._profile, self.court
        self._session.ask(
            lambda desk, _progress: look(desk, profile, court),
            self._on_look,
            by=self,
            slot="petitions",
            otherwise=self._on_refused,
        )

    def _on_refused(self, error: IntakeError) -> None:
        self.hide()
        if not isinstance(error, NotThisStep | NotYours):
            self._session.refuse(error)

    def _on_look(self, found: Look) -> None:
        empty_box(self._body)
        self.setVisible(found.group is not None)
        if found.group is None:
            return
        self.court, says = found.group.court, self._says
        self._body.addLayout(self._courts(found.courts))
        if not found.group.rows:
            self._body.addWidget(words(says("petition-group-nobody"), "muted"))
        else:
            self._body.addWidget(words(found.group.words))
            self._body.addWidget(words(says("petition-group-hint"), "small"))
            self._rows = QVBoxLayout()
            self._body.addLayout(self._rows)
            self._show(found.group.rows, _MANY)
        self.stood.emit()

    # --- building ----------------------------------------------------------------------

    def _courts(self, courts: tuple[str, ...]) -> QVBoxLayout:
        box = QVBoxLayout()
        if len(courts) == 1:
            box.addWidget(words(visible(courts[0], _LONG), "strong"))
            return box
        label = self._says("petition-group-court")
        offered = [(one, visible(one, _LONG)) for one in courts]
        group = Choices(offered, label, columns=columns_for((text for _, text in offered), self), digits=False, kind="chip")  # fmt: skip
        group.choose(self.court)
        group.chosen.connect(self._on_court)
        box.addWidget(group)
        return box

    def _on_court(self, values: tuple[str, ...]) -> None:
        self.court = values[0] if values else self.court
        self._ask()

    def _show(self, rows: "tuple[PetitionOfGroup, ...]", many: int) -> None:
        empty_box(self._rows)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(len(_COLUMNS), 1)
        for place, name in enumerate(_COLUMNS):
            grid.addWidget(words(self._says(f"petition-group-{name}"), "small", wrap=False), 0, place)  # fmt: skip
        for at, one in enumerate(rows[:many]):
            grid.addWidget(rule(), 2 * at + 1, 0, 1, _GO + 1)
            self._line(grid, 2 * at + 2, one)
        self._rows.addWidget(holder)
        if len(rows) > many:
            left = self._says("petition-group-more", count=len(rows) - many)
            more = Button(left, "quiet").on(lambda: self._more(rows, many + _MANY))
            self._rows.addLayout(row(more, None))

    def _more(self, rows: "tuple[PetitionOfGroup, ...]", many: int) -> None:
        self._show(rows, many)
        self.stood.emit()

    def _line(self, grid: QGridLayout, at: int, one: "PetitionOfGroup") -> None:
        says = self._says
        grid.addWidget(words(one.name, "strong", wrap=False), at, 0)
        grid.addWidget(words(one.center, wrap=False), at, 1)
        grid.addWidget(Pill(one.state_label, "info") if one.state else words(says("petition-group-nothing"), "muted"), at, 2)  # fmt: skip
        told = [one.way_label, says("petition-group-sheets", count=one.sheets) if one.sheets else "", says.day(one.on) if one.on else ""]  # fmt: skip
        grid.addWidget(words(" · ".join(filter(None, told)), "small"), at, 3)
        if one.ours:
            name = says("petition-group-open-name", name=one.name)
            go = Button(says("petition-group-open"), "quiet", name=name)
            go.on(self._opening(one.case))
            grid.addWidget(go, at, _GO, _RIGHT)

    def _opening(self, case: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(case)
