"""What crosses the door about cases and consent."""

from dataclasses import dataclass, field
from typing import Literal

from intake.desk.views.kinds import Facts, Tone


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """Which cases to list."""

    text: str = field(default="", repr=False)
    filter: Literal["all", "mine", "minor", "deleting", "to_send"] = "all"
    state: str = ""  # a code of case_state
    route: str = ""  # a code of route
    counselor: str = field(default="", repr=False)
    since: str = ""  # received on or after this day
    until: str = ""  # received on or before this day


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case (사건) in a list."""

    row: int
    id: str
    number: str
    alias: str = field(repr=False)
    stage_text_id: str
    minor: bool
    last_said_ms: int
    requested: int
    removed: int
    unsent: bool
    age: int | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Pill:
    """A short state in a header: a word, and a tone that never stands alone."""

    text_id: str
    state: Tone


@dataclass(frozen=True, slots=True)
class CaseHeader:
    """Who the page is about."""

    case: str
    number: str
    alias: str = field(repr=False)
    age: int | None = field(repr=False)
    minor: bool = False
    pills: tuple[Pill, ...] = ()


@dataclass(frozen=True, slots=True)
class FactLine:
    """Something known, with the label of its field."""

    label_id: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CountLine:
    """A number with the label of what it counts."""

    label_id: str
    count: int


@dataclass(frozen=True, slots=True)
class InterviewLine:
    """An interview (상담) in a list."""

    id: str
    case: str
    number: str
    alias: str = field(repr=False)
    form_title: str
    state: Literal["open", "paused", "finished"]
    ms: int


@dataclass(frozen=True, slots=True)
class TodayAction:
    """Something to do next."""

    text_id: str
    facts: Facts = field(repr=False)
    case: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class CaseOverview:
    """The first page of a case."""

    line: CaseLine
    header: CaseHeader
    facts: tuple[FactLine, ...]
    counts: tuple[CountLine, ...]
    interviews: tuple[InterviewLine, ...]
    conflicts: int
    next: tuple[TodayAction, ...]


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """Who did what, when (연표)."""

    ms: int
    who: str
    deed_text_id: str
    facts: Facts
    device: str
    conflicted: bool


@dataclass(frozen=True, slots=True)
class ConflictHead:
    """One of the things said without knowledge of the other."""

    value_text: str = field(repr=False)
    who: str
    ms: int
    ref: str


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two people who did not see each other's words (서로 다른 기록)."""

    entity: str
    id: str
    field: str
    label_id: str
    heads: tuple[ConflictHead, ...]


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One separate consent (동의) and the text ids to read aloud."""

    purpose: str
    title_id: str
    spoken_id: str
    items_id: str
    keep_id: str
    refuse_id: str
    opens_recorder: bool


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What was decided for one purpose, and when."""

    purpose: str
    decision: Literal["AGREED", "REFUSED", "LATER"]
    ms: int
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class GuardianNote:
    """The legal guardian's (법정대리인) consent, or why the guardian was not told."""

    name: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    told: bool = False
    reason: str = field(default="", repr=False)
