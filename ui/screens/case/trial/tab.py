"""The tab of investigation and trial: a card for each suspect, and one of her petitions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.screens.case.tab import CaseTab
from ui.screens.case.trial.asking import ask_begin, ask_change, ask_step
from ui.screens.case.trial.line import StepLine
from ui.screens.case.trial.petitions import PetitionsCard
from ui.session import Session
from ui.taking_back import take_back
from ui.widgets import (
    Button,
    Card,
    EmptyState,
    Pill,
    column,
    row,
    rule,
    words,
)
from ui.widgets.flow import flowing
from ui.widgets.pill import State
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.petitions import PetitionsOfCase
    from intake.desk.views.trial import CourtEventView, SuspectTrials, TrialView

_TONES: dict[str, State] = {"SUSPECT": "info", "DEFENDANT": "info", "CONVICTED": "info"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the tab shows."""

    case: str
    suspects: "tuple[SuspectTrials, ...]"
    petitions: "PetitionsOfCase"


class Trial(CaseTab):
    """What happens before the law, suspect by suspect."""

    name = "trial"
    topics = frozenset({"trial", "court_event", "suspect", "petition", "consent"})

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(session)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        self.petitions = PetitionsCard(self)
        self.body.addLayout(self._cards)
        self.body.addWidget(self.petitions)
        self.body.addStretch(1)

    @override
    def arrive(self, case: str) -> None:
        if case != self.case:
            self.petitions.hide()  # nothing of one person stands beside another's
        super().arrive(case)
        self.session.ask(
            lambda desk, _progress: Look(
                case, desk.trials.of_case(case), desk.petitions.view(case)
            ),
            self._on_look,
            by=self,
            slot="look",
        )

    def _on_look(self, found: Look) -> None:
        if found.case != self.case:
            return
        suspects = found.suspects
        empty_box(self._cards)
        if not suspects:
            self._cards.addWidget(EmptyState(self.texts("trial-no-suspects"), icon="gavel"))  # fmt: skip
        for suspect in suspects:
            self._cards.addWidget(self._suspect(suspect))
        self.petitions.show_view(found.petitions)
        settle_tabs(self)

    def _suspect(self, one: "SuspectTrials") -> Card:
        says = self.texts
        name = one.name or says("trial-unnamed")
        begin = Button(says("trial-begin"), icon="plus", name=f"{says('trial-begin')}: {name}")  # fmt: skip
        begin.on(lambda: ask_begin(self, one.suspect, self._begin))
        title = flowing(words(name, "heading", wrap=False), Pill(one.stage_label, _TONES.get(one.stage, "no")), None, begin)  # fmt: skip
        card = Card(title, gap=12)
        if not one.trials:
            card.add(words(says("trial-none"), "muted"))
        for trial in one.trials:
            card.add(rule(), self._trial(trial, name, one.suspect))
        return card

    def _trial(self, trial: "TrialView", name: str, suspect: str) -> QWidget:
        says = self.texts
        number = trial.number or says("trial-no-number")
        called = f"{name} {number}"
        step = Button(says("trial-step"), "primary", icon="plus", name=f"{says('trial-step')}: {called}")  # fmt: skip
        step.on(lambda: ask_step(self, trial, self._record))
        change = Button(says("trial-change"), name=f"{says('trial-change')}: {called}")
        change.on(lambda: ask_change(self, trial, self._change))
        states = (("trial-held", trial.held), ("trial-wanted", trial.wanted))
        pills = [Pill(says(text_id), "wait") for text_id, shown in states if shown]
        head = flowing(words(number, "strong", wrap=False), Pill(trial.stage_label, "info"), *pills, None, change, step)  # fmt: skip
        box = column(head, gap=8)
        about = row(gap=8)
        about.addLayout(column(*(words(text, "small") for text in self._told(trial)), gap=4), 1)  # fmt: skip
        if trial.court:
            pack = Button(says("trial-pack"), "quiet", icon="package-check", name=f"{says('trial-pack')}: {called}")  # fmt: skip
            about.addWidget(pack.on(lambda: self._on_pack(suspect, trial)))
        box.addLayout(about)
        facts = self._facts(trial)
        if facts:
            box.addWidget(flowing(*(Pill(text, "info") for text in facts)))
        if trial.untold:
            box.addWidget(words(says("trial-untold", count=trial.untold), "small", tone="wait"))  # fmt: skip
        last, steps = len(trial.events) - 1, column(gap=0)
        for at, event in enumerate(trial.events):
            line = StepLine(says, event, called, (at, last))
            line.told.connect(self._telling(event))
            line.taken.connect(self._taking(event))
            steps.addWidget(line)
        box.addLayout(steps)
        holder = QWidget()
        holder.setLayout(box)
        return holder

    def _told(self, trial: "TrialView") -> list[str]:
        says = self.texts
        place = " ".join(filter(None, (trial.court, trial.division)))
        other = [
            says(text_id, number=number)
            for text_id, number in (
                ("trial-police-number", trial.police_number),
                ("trial-prosecution-number", trial.prosecution_number),
            )
            if number
        ]
        lines = [" · ".join(filter(None, (place, trial.charges))), " · ".join(other)]
        if not trial.number_fits:
            lines.append(says("trial-number-unusual"))
        return [line for line in lines if line]

    def _facts(self, trial: "TrialView") -> list[str]:
        says = self.texts
        told = [
            (trial.sought_months, says("trial-sought", time=self._time(trial.sought_months))),
            (trial.sentence_months, says("trial-sentence", time=self._time(trial.sentence_months))),
            (trial.suspended_months, says("trial-suspended", time=self._time(trial.suspended_months))),
            (trial.restriction_months, says("trial-restriction", time=self._time(trial.restriction_months))),
            (trial.programme_hours, says("trial-programme", hours=trial.programme_hours)),
        ]  # fmt: skip
        facts = [text for value, text in told if value]
        if trial.outcome_label:
            facts.append(trial.outcome_label)
        if trial.appeal_until and not trial.final_on:
            facts.append(says("trial-appeal-until", day=says.day(trial.appeal_until)))
        if trial.next_hearing:
            facts.append(says("trial-next-hearing", day=says.day(trial.next_hearing)))
        return facts

    def _time(self, months: int) -> str:
        return time_in_words(self.texts, months)

    # --- what the person does ----------------------------------------------------------------

    def _on_pack(self, suspect: str, trial: "TrialView") -> None:
        """Show the court's pack of everybody whom this suspect harmed (법원 제출 묶음)."""
        head = {"court": trial.court, "case_number": trial.number}

        def go(profile: str) -> None:
            self.session.go("papers", kind="PACK", about_kind="PROFILE", about=profile, **head)  # fmt: skip

        self.session.ask(lambda desk, _progress: desk.profiles.of_suspect(suspect), go, by=self, slot="pack")  # fmt: skip

    def _begin(self, suspect: str, number: str, said: dict[str, str]) -> None:
        case = self.case
        self._do(
            lambda desk: desk.trials.begin(case, suspect, number, said), "trial-begun"
        )

    def _change(self, trial: str, said: dict[str, str]) -> None:
        self._do(lambda desk: desk.trials.change(trial, said), "trial-changed")

    def _record(self, trial: str, note: object) -> None:
        self._do(lambda desk: desk.trials.record(trial, note), "trial-noted")  # type: ignore[arg-type]

    def _telling(self, event: "CourtEventView") -> Callable[[], None]:
        return lambda: self._do(
            lambda desk: desk.trials.tell(event.id), "trial-was-told"
        )

    def _taking(self, event: "CourtEventView") -> Callable[[], None]:
        return lambda: self._do(
            lambda desk: desk.trials.take_back(event.id), "trial-taken-back"
        )

    def _do(self, deed: "Callable[[Desk], object]", said_id: str) -> None:
        def told(_result: object) -> None:
            undo = self.texts("support-undo")
            said = self.texts(said_id)
            self.session.toast(said, undo, lambda: take_back(self.session))
            self.arrive(self.case)

        self.session.do(lambda desk, _progress: deed(desk), told, by=self)


def time_in_words(says: Callable[..., str], months: int) -> str:
    """Return years and months in words (84 → 7년)."""
    years, rest = divmod(months, 12)
    if years and rest:
        return says("trial-years-months", years=years, months=rest)
    return says("trial-years", years=years) if years else says("trial-months", months=rest)  # fmt: skip
