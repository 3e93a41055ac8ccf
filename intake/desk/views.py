"""What crosses the door: frozen values for the window and the terminal.

* Never a row, a cursor or a live object; a value does not change under the reader's eyes.
* Fields that can hold words of a case are left out of ``repr``, so a traceback or a log line
  that prints a value stays free of content.
* Sentences arrive as text ids with facts; only what people said or typed is plain text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from intake.forms import QuestionView

Facts: TypeAlias = Mapping[str, str | int]
Role: TypeAlias = Literal["center", "central"]
Tone: TypeAlias = Literal["ok", "wait", "no", "info"]


# --- opening -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """What a first run asks for."""

    role: Role
    center_code: str
    center_name: str
    device_name: str
    counselor: str
    language: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WorkspaceNotice:
    """What can be seen of a folder without opening anything."""

    state: Literal["absent", "ready"]
    vault_id: str = ""
    wait_seconds: int = 0
    counselors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strength:
    """A passphrase's strength in words, never as a number."""

    level: Literal["weak", "fair", "good", "strong"]
    text_id: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class About:
    """Whose workspace this is."""

    role: Role
    center_code: str
    center_name: str
    device_name: str
    counselor: str
    vault_id: str
    folder: Path
    version: str
    language: str
    setup_done: bool
    enrolled: bool = (
        True  # False on a center's next laptop until its center has answered
    )


@dataclass(frozen=True, slots=True)
class SetupStep:
    """One step of the first run that outlives a restart."""

    name: Literal["workspace", "recovery", "central", "mailbox"]
    done: bool


@dataclass(frozen=True, slots=True)
class NamedBytes:
    """A file for a person to carry: its name and what is in it."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyCard:
    """This workspace's public keys, to be read aloud, shown or scanned."""

    code: str
    name: str
    recipient: str
    words: tuple[str, ...]
    qr: tuple[tuple[bool, ...], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class EnrolmentCard:
    """Somebody else's public keys, before or after a person accepted them."""

    kind: Literal["center", "central", "device"]
    code: str
    name: str
    words: tuple[str, ...]
    accepted: bool


@dataclass(frozen=True, slots=True)
class VerifyLine:
    """One thing that was checked."""

    text_id: str
    facts: Facts
    ok: bool


@dataclass(frozen=True, slots=True)
class VerifyView:
    """The state of the vault and the ledger after a full check."""

    ok: bool
    lines: tuple[VerifyLine, ...]


@dataclass(frozen=True, slots=True)
class SalvagedView:
    """What was saved of one table of a damaged vault."""

    table: str
    rows: int
    whole: bool


@dataclass(frozen=True, slots=True)
class BackupView:
    """Where a verified copy lies."""

    path: Path
    size: int


# --- cases -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """Which cases to list."""

    text: str = field(default="", repr=False)
    filter: Literal["all", "mine", "minor", "deleting", "to_send"] = "all"


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


# --- consent ---------------------------------------------------------------------


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


# --- interviews --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form that can be begun."""

    id: str
    version: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section of a form with its quiet count."""

    path: str
    title: str
    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class KnownFact:
    """Something already told, shown so that it is not asked again."""

    path: str
    label: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Something the free note mentions: a handle, a number, an address, a date."""

    kind: str
    kind_text_id: str
    text: str = field(repr=False)
    start: int
    end: int
    adopted: bool


@dataclass(frozen=True, slots=True)
class InterviewPage:
    """Everything the interview page shows."""

    id: str
    header: CaseHeader
    form_title: str
    state: Literal["open", "paused", "finished"]
    sections: tuple[SectionLine, ...]
    known: tuple[KnownFact, ...] = field(repr=False)
    note: str = field(repr=False)
    found: tuple[FoundLine, ...] = field(repr=False)
    questions: tuple[QuestionView, ...] = field(repr=False)
    saved_ms: int = 0


@dataclass(frozen=True, slots=True)
class PageChange:
    """What is different after a deed; everything else stays as it is drawn."""

    questions: tuple[QuestionView, ...] = field(repr=False)
    gone: tuple[str, ...]
    sections: tuple[SectionLine, ...]
    saved_ms: int


@dataclass(frozen=True, slots=True)
class SummaryView:
    """What to read back before an interview is finished (마무리)."""

    missing: tuple[str, ...]
    lines: tuple[FactLine, ...] = field(repr=False)


# --- today, search, exchange ----------------------------------------------------------


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
