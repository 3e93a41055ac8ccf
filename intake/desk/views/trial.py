"""What crosses the door about investigation and trial (수사·재판)."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CourtNote:
    """One step before the law, as it is told."""

    kind: str
    on: str = ""
    at: str = ""  # HH:MM, for a hearing
    months: int = 0  # sought, given or restricted
    suspended_months: int = 0
    programme_hours: int = 0
    outcome: str = ""
    party: str = ""
    room: str = ""
    remark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CourtEventView:
    """One step on the line of a trial."""

    id: str
    kind: str
    label: str
    on: str
    at: str
    months: int
    party_label: str
    room: str
    told_by: str
    told_on: str
    ahead: bool
    remark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TrialView:
    """The trial of one suspect under one number."""

    id: str
    number: str = field(repr=False)
    number_fits: bool
    court: str
    division: str
    police_number: str = field(repr=False)
    prosecution_number: str = field(repr=False)
    charges: str = field(repr=False)
    stage: str
    stage_label: str
    wanted: bool
    held: bool
    outcome_label: str
    sought_months: int
    sentence_months: int
    suspended_months: int
    programme_hours: int
    restriction_months: int
    appeal_until: str
    final_on: str
    next_hearing: str
    events: tuple[CourtEventView, ...]
    untold: int  # dates and results nobody has told the victim


@dataclass(frozen=True, slots=True)
class SuspectTrials:
    """A suspect of a case and what happens to the person before the law."""

    suspect: str
    name: str = field(repr=False)
    stage: str
    stage_label: str
    trials: tuple[TrialView, ...]
