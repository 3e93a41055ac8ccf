"""Investigation and trial (수사·재판): one line for every step, one trial for a suspect's number.

* A trial's summary (stage, sentence sought and given, last day to appeal) follows from its
  steps and is said in the same action; a step taken back is counted no more.
* A person is a suspect (피의자) or defendant (피고인) only by a step before the law.
* Case numbers are looked at, never refused: courts write them in many ways.
* Who told the victim of a date or result (형사소송법 259조의2) is a mark on the step.
"""

from collections.abc import Mapping, Sequence

from intake.desk.calendar import Calendar
from intake.desk.court import (
    EVER_CALLED,
    SET_BY,
    TOLD,
    Step,
    called_after,
    follows,
    marks_after,
    number_fits,
    stage_after,
)
from intake.desk.days import day_of, hour_of, moment_of
from intake.desk.rooms import Rooms
from intake.desk.views.trial import (
    CourtEventView,
    CourtNote,
    SuspectTrials,
    TrialView,
)
from intake.errors import InvalidInput
from intake.ids import natural_id, new_id
from intake.ledger import Deed
from intake.ledger.saying import Say
from intake.register import CODES, ListQuery, Row, Value

_PARTS = frozenset({"number", "court", "division", "police_number", "prosecution_number", "charges", "registered", "remark"})  # fmt: skip


class Trials:
    """What can be done with investigation and trial."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def of_case(self, case: str) -> tuple[SuspectTrials, ...]:
        """Return every suspect of a case with what happens before the law."""
        self._rooms.case(case)
        trials = self._rooms.register.find("trial", case=case)
        suspects = self._rooms.register.find("suspect", case=case)
        return tuple(self._suspect(one, trials) for one in suspects)

    def begin(
        self, case: str, suspect: str, number: str = "", said: Mapping[str, Value] | None = None
    ) -> str:  # fmt: skip
        """Begin the record of one suspect under one number; the same number is the same trial.

        Raises:
            NotFound: there is no such suspect.
        """
        self._rooms.record("suspect", suspect)
        trial = natural_id("trial", case, suspect, "".join(number.split()))
        parts: dict[str, Value] = {"suspect": suspect, "stage": "NONE"}
        parts |= {"number": number or None, **_checked(said or {})}
        known = self._rooms.register.get("trial", trial)
        if known is not None and not known.gone:
            parts = {name: value for name, value in parts.items() if name != "stage"}
        with self._rooms.about_case(Deed.COURT, case) as say:
            say.set("trial", trial, "case", case)
            for name, value in parts.items():
                say.set("trial", trial, name, value)
        return trial

    def change(self, trial: str, said: Mapping[str, Value]) -> None:
        """Change number, court, division or charges of a trial."""
        row = self._rooms.record("trial", trial)
        with self._rooms.about_case(Deed.COURT, str(row["case"])) as say:
            for name, value in _checked(said).items():
                say.set("trial", trial, name, value or None)

    def record(self, trial: str, note: CourtNote) -> str:
        """Note a step before the law; the trial and what the person is called follow from it.

        Raises:
            InvalidInput: the day cannot be read.
        """
        row, today = self._rooms.record("trial", trial), self._rooms.clock.today()
        event = new_id(self._rooms.clock.wall())
        on = (day_of(note.on) if note.on else today).isoformat()
        steps = [*self._steps(trial), Step(note.kind, on)]
        said: dict[str, Value] = {
            "case": str(row["case"]),
            "trial": trial,
            "kind": note.kind,
            "on": on,
            "at": moment_of(on, note.at) if note.at else None,
            "stage": stage_after([one for one in steps if one.on <= on]),
            "party": note.party or None,
            "months": note.months or None,
            "room": note.room or None,
            "remark": note.remark or None,
        }
        with self._rooms.about_case(Deed.COURT, str(row["case"])) as say:
            for name, value in said.items():
                if value is not None:
                    say.set("court_event", event, name, value)
            for name, value in self._follow(
                note, str(said["stage"]), steps, on
            ).items():
                say.set("trial", trial, name, value)
            self._call(say, row, steps, note.outcome or str(row["outcome"] or ""))
        return event

    def take_back(self, court_event: str) -> None:
        """Take back a step that did not happen; the stage is that of the steps that stand."""
        row = self._rooms.record("court_event", court_event)
        trial = self._rooms.record("trial", str(row["trial"]))
        left = [one for one in self._steps(trial.id) if one.id != court_event]
        with self._rooms.about_case(Deed.COURT, str(row["case"])) as say:
            say.retract("court_event", court_event, "mistake")
            for name, value in self._without(row, left).items():
                say.set("trial", trial.id, name, value)
            self._call(say, trial, left, str(trial["outcome"] or ""))

    def tell(self, court_event: str, by: str = "", on: str = "") -> None:
        """Mark who told the victim of a date or result, and when (형사소송법 259조의2)."""
        row = self._rooms.record("court_event", court_event)
        day = on or self._rooms.clock.today().isoformat()
        with self._rooms.about_case(Deed.COURT, str(row["case"])) as say:
            say.set("court_event", court_event, "told_victim_by", by or self._rooms.who.counselor)  # fmt: skip
            say.set("court_event", court_event, "told_victim_on", day)

    # --- what follows from a step -------------------------------------------------------------

    def _follow(
        self, note: CourtNote, stage: str, steps: Sequence[Step], on: str
    ) -> dict[str, Value]:
        """Return what a step changes of the trial, the last day to appeal among it."""
        changed = follows(note, on, steps)
        if "sentenced_on" in changed:
            rule = "FINAL_APPEAL" if stage == "APPEAL" else "APPEAL"
            changed["appeal_until"] = Calendar(self._rooms).deadline(rule, on).on
        return changed

    def _without(self, gone: Row, left: Sequence[Step]) -> dict[str, Value]:
        """Return the summary without a step: what an earlier one of its kind said holds again."""
        kind = str(gone["kind"])
        said: dict[str, Value] = dict.fromkeys(SET_BY.get(kind, ()))
        said |= {"wanted": False, "held": False} | marks_after(left)
        said |= {"stage": stage_after(left)}
        same = [one for one in left if one.kind == kind]
        if same:
            before = self._rooms.record("court_event", max(same, key=lambda s: s.on).id)
            note = CourtNote(kind, months=_number(before, "months"), party=str(before["party"] or ""))  # fmt: skip
            on, stage = str(before["on"]), str(before["stage"] or "")
            said |= self._follow(note, stage, left, on)
        return said

    def _call(self, say: Say, trial: Row, steps: Sequence[Step], outcome: str) -> None:
        """Say what the suspect is called now; never more than a step before the law says."""
        called = called_after(steps, outcome)
        suspect = self._rooms.register.get("suspect", str(trial["suspect"]))
        if suspect is not None and (called or suspect["stage"] in EVER_CALLED):
            say.set("suspect", suspect.id, "stage", called or "UNCONFIRMED")

    def _steps(self, trial: str) -> list[Step]:
        query = ListQuery("court_event", (("trial", trial),), order=("on",))
        found = self._rooms.register.first(query, -1)
        return [Step(str(r["kind"] or ""), str(r["on"] or ""), r.id) for r in found]

    # --- showing ------------------------------------------------------------------------------

    def _suspect(self, row: Row, trials: Sequence[Row]) -> SuspectTrials:
        own = [one for one in trials if one["suspect"] == row.id]
        stage = str(row["stage"] or "UNCONFIRMED")
        return SuspectTrials(
            suspect=row.id,
            name=str(row["name"] or row["nickname"] or ""),
            stage=stage,
            stage_label=CODES.label("suspect_stage", stage, self._rooms.language),
            trials=tuple(self._trial(one) for one in own),
        )

    def _trial(self, row: Row) -> TrialView:
        language, number = self._rooms.language, str(row["number"] or "")
        query = ListQuery("court_event", (("trial", row.id),), order=("on",))
        events = tuple(self._event(one) for one in self._rooms.register.first(query, -1))  # fmt: skip
        ahead = [one.on for one in events if one.kind == "HEARING" and one.ahead]
        stage = str(row["stage"] or "NONE")
        return TrialView(
            id=row.id,
            number=number,
            number_fits=not number or number_fits(number),
            court=str(row["court"] or ""),
            division=str(row["division"] or ""),
            police_number=str(row["police_number"] or ""),
            prosecution_number=str(row["prosecution_number"] or ""),
            charges=str(row["charges"] or ""),
            stage=stage,
            stage_label=CODES.label("court_stage", stage, language),
            wanted=bool(row["wanted"]),
            held=bool(row["held"]),
            outcome_label=row.label("outcome", language),
            sought_months=_number(row, "sought_months"),
            sentence_months=_number(row, "sentence_months"),
            suspended_months=_number(row, "suspended_months"),
            programme_hours=_number(row, "programme_hours"),
            restriction_months=_number(row, "restriction_months"),
            appeal_until=str(row["appeal_until"] or ""),
            final_on=str(row["final_on"] or ""),
            next_hearing=min(ahead, default=""),
            events=events,
            untold=sum(one.kind in TOLD and not one.told_on for one in events),
        )

    def _event(self, row: Row) -> CourtEventView:
        on, language = str(row["on"] or ""), self._rooms.language
        return CourtEventView(
            id=row.id,
            kind=str(row["kind"] or ""),
            label=row.label("kind", language),
            on=on,
            at=hour_of(row["at"]),
            months=_number(row, "months"),
            party_label=row.label("party", language),
            room=str(row["room"] or ""),
            told_by=str(row["told_victim_by"] or ""),
            told_on=str(row["told_victim_on"] or ""),
            ahead=on >= self._rooms.clock.today().isoformat(),
            remark=str(row["remark"] or ""),
        )


def _checked(said: Mapping[str, Value]) -> Mapping[str, Value]:
    if not said.keys() <= _PARTS:
        raise InvalidInput(what="trial", why="unknown-field")
    return said


def _number(row: Row, name: str) -> int:
    value = row[name]
    return value if isinstance(value, int) else 0
