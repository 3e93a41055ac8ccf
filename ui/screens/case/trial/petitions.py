"""The card of petitions (탄원서) of a case: how it stands for each court, and the next step.

* One button for the next step and no more; who said no, or took it back, has none. An answer may
  be changed in the same place whichever it was.
* Every state has the same tone: none of them is better than another.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from intake.desk.views.people import visible
from intake.errors import AskedBefore, IntakeError, NotThisStep
from ui.screens.case.tab import CaseTab
from ui.screens.case.trial.petition_asking import (
    answers_of,
    ask_answer,
    ask_court,
    ask_day,
    ask_sheets,
)
from ui.session import Question
from ui.taking_back import take_back
from ui.widgets import Button, Card, Pill, column, icon_button, row, rule, words
from ui.widgets.flow import flowing
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.evidence import EvidenceLine
    from intake.desk.views.petitions import PetitionLine, PetitionsOfCase

_OPEN: Final = frozenset({"ASKED", "AGREED"})  # a frame may still be wanted
_HELD: Final = frozenset({"RECEIVED", "FILED"})
_WRITES: Final = _HELD | {"AGREED"}
_LONG, _LEAST = 80, 40


class PetitionsCard(Card):
    """What was asked, said, received and filed, court by court."""

    def __init__(self, tab: CaseTab) -> None:
        """Stand without a case, unseen."""
        says = tab.texts
        self.ask = Button(says("petition-ask"), icon="plus").on(self._on_ask)
        self.print = Button(says("petition-print"), "quiet", icon="printer").on(self._on_print)  # fmt: skip
        title = words(says("petition-card"), "heading", wrap=False)
        super().__init__(row(title, None, self.print, self.ask), gap=10)
        self._tab, self._says = tab, says
        self._view: PetitionsOfCase | None = None
        self.add(words(says("petition-free"), "small"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.add(self._rows)
        self.hide()

    def show_view(self, view: "PetitionsOfCase") -> None:
        """Show the petitions of a case; elsewhere noted ones are to be looked at only."""
        self._view = view
        self.ask.setVisible(view.ours)
        self.print.setVisible(view.ours)
        empty_box(self._rows)
        if not view.rows:
            self._rows.addWidget(words(self._says("petition-none"), "muted"))
        names: list[str] = []
        for at, line in enumerate(view.rows):
            if at:
                self._rows.addWidget(rule())
            name = visible(" ".join(filter(None, (line.court, line.case_number))), _LONG)  # fmt: skip
            names.append(name if name not in names else f"{name} ({at + 1})")
            self._rows.addWidget(self._row(line, names[-1]))
        self.setVisible(view.ours or bool(view.rows))

    # --- building ----------------------------------------------------------------------

    def _row(self, line: "PetitionLine", name: str) -> QWidget:
        says, holder = self._says, QWidget()
        called = " · ".join(filter(None, (line.court, line.case_number)))
        head = _narrow(words(visible(called, _LONG), "strong"))
        told = column(head, flowing(Pill(line.state_label, "info")), gap=4)
        told.addWidget(words(" · ".join(self._history(line)), "small"))
        if line.remark:
            told.addWidget(_narrow(words(line.remark, "small")))
        if self._view is not None and line.court in self._view.apart:
            told.addWidget(words(says("petition-apart"), "small"))
        outer = row(gap=8)
        outer.addLayout(told, 1)
        for button in self._buttons(line, name):
            outer.addWidget(button)
        holder.setLayout(outer)
        return holder

    def _history(self, line: "PetitionLine") -> list[str]:
        """Return what happened and when; what was before she was asked again is past."""
        says, state = self._says, line.state
        told = [says("petition-asked-on", day=says.day(line.asked_on))] if line.asked_on else []  # fmt: skip
        if line.said_on and state != "ASKED":
            told.append(says("petition-said-on", day=says.day(line.said_on)))
        if line.way_label and state in _WRITES:
            told.append(line.way_label)
        if line.received_on and state in _HELD:
            told.append(says("petition-received-on", day=says.day(line.received_on), sheets=line.sheets))  # fmt: skip
            if line.evidence:
                told.append(says("petition-has-copy"))
        if line.filed_on and state == "FILED":
            told.append(says("petition-filed-day", day=says.day(line.filed_on)))
        return told

    def _buttons(self, line: "PetitionLine", name: str) -> list[Button]:
        says, made = self._says, []
        step = self._next(line)
        if step is not None:
            text_id, act = step
            made.append(Button(says(text_id), name=f"{says(text_id)}: {name}").on(act))
        if answers_of(line) and line.state != "ASKED":
            change = icon_button("pencil", says("petition-change"), lambda: self._on_answer(line))  # fmt: skip
            change.setAccessibleName(f"{says('petition-change')}: {name}")
            made.append(change)
        if line.state == "ASKED" and line.may_follow and not line.said_on:
            gone = icon_button("x", says("petition-remove"), lambda: self._on_remove(line))  # fmt: skip
            gone.setAccessibleName(f"{says('petition-remove')}: {name}")
            made.append(gone)
        return made

    def _next(self, line: "PetitionLine") -> tuple[str, Callable[[], None]] | None:
        steps: dict[str, tuple[str, str, Callable[[], None]]] = {
            "ASKED": ("AGREED", "petition-answer", lambda: self._on_answer(line)),
            "AGREED": ("RECEIVED", "petition-receive", lambda: self._on_sheets(line)),
            "RECEIVED": ("FILED", "petition-file", lambda: self._on_day(line)),
        }
        then, text_id, act = steps.get(line.state, ("", "", lambda: None))
        return (text_id, act) if then in line.may_follow else None

    # --- what the person does ----------------------------------------------------------

    def _on_ask(self) -> None:
        case = self._tab.case  # a sheet may outlive the page it was opened on
        if self._view is not None:
            ask_court(self._tab.window(), self._says, self._view.courts, lambda court, number: self._asked(case, court, number))  # fmt: skip

    def _asked(self, case: str, court: str, number: str, *, again: bool = False) -> None:  # fmt: skip
        def refused(error: IntakeError) -> None:
            if isinstance(error, AskedBefore):
                self._ask_again(
                    error, lambda: self._asked(case, court, number, again=True)
                )
            elif isinstance(error, NotThisStep):
                self._tab.session.toast(self._says("petition-writes-already"))
            else:
                self._tab.session.refuse(error)

        self._do(lambda desk: desk.petitions.ask(case, court, number, again=again), "petition-was-asked", refused)  # fmt: skip

    def _ask_again(self, error: AskedBefore, act: Callable[[], None]) -> None:
        says, on = self._says, str(error.facts.get("on", ""))
        known = on[:1].isdigit()
        body = says("petition-asked-before", day=says.day(on)) if known else says("petition-asked-some-day")  # fmt: skip
        self._tab.session.question(Question(says("petition-again"), f"{body} {says('petition-again-hint')}", says("petition-again-yes"), says("petition-again-no"), act))  # fmt: skip

    def _on_answer(self, line: "PetitionLine") -> None:
        def keep(state: str, way: str, remark: str) -> None:
            self._do(lambda desk: desk.petitions.said(line.id, state, way, remark))

        ask_answer(self._tab.window(), self._says, line, keep)

    def _on_sheets(self, line: "PetitionLine") -> None:
        tab, case = self._tab, self._tab.case

        def keep(sheets: int, copy: str) -> None:
            self._do(lambda desk: desk.petitions.received(line.id, sheets, copy))

        def show(copies: "tuple[EvidenceLine, ...]") -> None:
            if tab.case == case and self.isVisible():
                ask_sheets(tab.window(), self._says, line, copies, keep)

        tab.session.ask(lambda desk, _progress: desk.evidence.list(case), show, by=self, slot="copies")  # fmt: skip

    def _on_day(self, line: "PetitionLine") -> None:
        ask_day(self._tab.window(), self._says, line, lambda on: self._do(lambda desk: desk.petitions.filed(line.id, on)))  # fmt: skip

    def _on_remove(self, line: "PetitionLine") -> None:
        self._do(lambda desk: desk.petitions.remove(line.id), "petition-removed")

    def _on_print(self) -> None:
        open_ = [one for one in self._view.rows if one.state in _OPEN] if self._view else []  # fmt: skip
        facts = {"kind": "PETITION", "about_kind": "CASE", "about": self._tab.case}
        if len(open_) == 1:
            facts |= {"court": open_[0].court, "case_number": open_[0].case_number}
        self._tab.session.go("papers", **facts)

    def _do(self, deed: "Callable[[Desk], object]", said_id: str = "petition-noted", otherwise: Callable[[IntakeError], None] | None = None) -> None:  # fmt: skip
        tab = self._tab

        def told(_result: object) -> None:
            undo = self._says("support-undo")
            tab.session.toast(self._says(said_id), undo, lambda: take_back(tab.session))
            tab.arrive(tab.case)

        tab.session.do(lambda desk, _progress: deed(desk), told, by=tab, otherwise=otherwise)  # fmt: skip


def _narrow(label: QLabel) -> QLabel:
    """Let a label be narrower than its longest word: one of them may not widen the page."""
    label.setMinimumWidth(_LEAST)
    return label
