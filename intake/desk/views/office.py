"""What crosses the door about people, the access log, retention and destruction."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MineView:
    """Who sits here, and what she may."""

    who: str
    roles: tuple[str, ...]
    sees_content: bool
    supervises: bool
    reads_logs: bool


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody at the center; ``here``: has a slot on this laptop."""

    name: str
    roles: tuple[str, ...]
    since: str = ""
    here: bool = False
    me: bool = False


@dataclass(frozen=True, slots=True)
class GrantView:
    """One line of the book of rights (접근권한 부여 대장)."""

    id: str
    who: str
    role: str
    granted_on: str
    granted_by: str
    ended_on: str
    ended_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class GlassView:
    """Content opened in an emergency (긴급 열람)."""

    id: str
    who: str
    case: str
    number: str
    at: str
    until: str
    purpose: str
    reason: str = field(repr=False)
    reviewed_by: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class AccessView:
    """One line of the access log, in the five columns and the purpose."""

    n: int
    ms: int
    who: str
    place: str
    about: str  # the number of a case that is here, or its id
    case: str
    act: str
    purpose: str


@dataclass(frozen=True, slots=True)
class AccessCheckView:
    """Whether the log is whole."""

    lines: int
    broken: int
    missing: int
    sound: bool


@dataclass(frozen=True, slots=True)
class PersonMonth:
    """What one person did in a month; ``unusual`` are text ids with counts."""

    who: str
    lines: int
    cases: int
    exports: int
    night: int
    busiest: int
    others: int
    denied: int
    emergencies: int
    unusual: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of the log, and who looked through it."""

    month: str
    lines: int
    people: tuple[PersonMonth, ...] = ()
    reviewed_by: str = ""
    reviewed_on: str = ""
    finding: str = ""
    later: int = 0  # lines that came after it was looked through


@dataclass(frozen=True, slots=True)
class RetentionView:
    """How long a case is kept, and why."""

    case: str
    number: str
    code: str
    why: str
    start: str
    ends: str
    over: bool
    held: bool
    held_from: str = ""
    held_by: str = ""
    duties: tuple[str, ...] = ()
    held_ground: str = ""  # in words
    held_authority: str = field(default="", repr=False)
    held_reason: str = field(default="", repr=False)
    held_until: str = ""
    hold_ended: bool = (
        False  # its day has passed; it stands until a supervisor lifts it
    )


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many records of a kind."""

    label_id: str
    count: int


@dataclass(frozen=True, slots=True)
class SentTo:
    """A place that holds words of the case already."""

    receiver: str
    number: str
    on: str
    told: bool  # an order to destroy follows with the next bundle


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """Exactly what goes, what stays, and what cannot be reached."""

    case: str
    number: str
    parts: tuple[str, ...]
    goes: tuple[KindCount, ...]
    stays: tuple[KindCount, ...]
    attachments: int
    drafts: int
    sent: tuple[SentTo, ...]
    beyond: tuple[str, ...]
    duties: tuple[str, ...]
    held: bool
    other_supervisors: tuple[str, ...]
    asked_number: str = ""  # of a request that waits
    may: bool = False  # may be carried out by the person here, now


@dataclass(frozen=True, slots=True)
class DestructionView:
    """One line of the book of destruction (파기 대장); it names nobody."""

    number: str
    parts: tuple[str, ...]
    ground: str
    asked_by: str
    approved_by: str
    done_on: str
    records: int
    attachments: int
    whole: bool
    proven_on: str
    case: str = ""  # while it waits
    case_number: str = ""
