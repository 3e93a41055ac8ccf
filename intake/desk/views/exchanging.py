"""What crosses the door about today, searching, sending and receiving."""

from dataclasses import dataclass, field

from intake.desk.views.casework import InterviewLine, TodayAction
from intake.desk.views.kinds import Facts


@dataclass(frozen=True, slots=True)
class TodayView:
    """What waits today."""

    actions: tuple[TodayAction, ...]
    unfinished: tuple[InterviewLine, ...]
    waiting_to_send: int
    last_sent_ms: int
    received: int


@dataclass(frozen=True, slots=True)
class HitLine:
    """A place where the searched words stand."""

    entity: str
    id: str
    case: str
    number: str
    alias: str = field(repr=False)
    snippet: str = field(repr=False)
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody a bundle can be sealed to."""

    code: str
    name: str
    kind: str = ""  # center | central | escrow | device


@dataclass(frozen=True, slots=True)
class PlanLineView:
    """One case in the plan of a bundle: it goes, or it stays and why."""

    case: str
    number: str
    alias: str = field(repr=False)
    records: int
    why_text_id: str


@dataclass(frozen=True, slots=True)
class SendPlanView:
    """What would go and what would stay."""

    to: str
    goes: tuple[PlanLineView, ...]
    stays: tuple[PlanLineView, ...]
    records: int
    size_estimate: int
    taken_back: tuple[str, ...] = ()  # cases whose withdrawal this bundle tells
    notices: int = 0  # how many link notices (연결 알림) go with it
    counts: tuple[str, ...] = ()  # years whose counts (집계) are made and go with it
    returned: int = (
        0  # records of their own that they may have lost; counted in records
    )
    answers: int = 0  # lines that tell what became of what they asked to be destroyed


@dataclass(frozen=True, slots=True)
class SealedView:
    """A sealed bundle (봉인 묶음)."""

    number: str
    sha: str
    size: int
    to: str
    made_ms: int


@dataclass(frozen=True, slots=True)
class SentView:
    """A bundle that left, and whether its receipt (인수 확인증) came home."""

    number: str
    to: str
    made_ms: int
    state_text_id: str
    receipt_ms: int


@dataclass(frozen=True, slots=True)
class ReceivedView:
    """A bundle that arrived, and what became of it."""

    number: str
    sender: str
    ms: int
    state_text_id: str
    records: int
    reason_text_id: str = ""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReceiveView:
    """What one look into a mailbox brought."""

    items: tuple[ReceivedView, ...]
    touched_cases: int
    withdrawn: int = (
        0  # cases whose consent was taken back: a person decides what to erase
    )
    unanswered: tuple[str, ...] = ()  # whose receipts could not be left on this medium
