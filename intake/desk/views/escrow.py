"""What crosses the door about match-only (일치 확인만): numbers, states, and contacts of counselors.

Nothing here tells an identifier, a victim or a case of another center.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EscrowParty:
    """One of the two that answer: the central desk or the second party (제2기관)."""

    code: str
    kind: str  # central | escrow
    name: str
    public_words: (
        str  # of its part of this year's key, to be compared; empty: not told here yet
    )
    is_ready: bool


@dataclass(frozen=True, slots=True)
class EscrowDay:
    """What one center asked on one day, as this party and the other one counted it."""

    day: str  # YYYY-MM-DD
    center: str
    asked: int
    refused: int
    other_asked: int  # -1: the other party has not told yet
    is_signed: bool  # the other party's total is signed and was checked
    differs: bool


@dataclass(frozen=True, slots=True)
class EscrowFound:
    """One thing a center was told: two filings that name the same."""

    id: str
    case: str  # of this center; empty at the central desk
    told_ms: int
    contact: str = field(repr=False, default="")  # whom to call at the central desk
    seen_ms: int = 0


@dataclass(frozen=True, slots=True)
class EscrowCase:
    """How match-only stands for one case."""

    case: str
    state: str  # OFF | NO_PARTY | WAITING | ASKED | FILED | FOUND | WITHDRAWN
    state_label: str
    filed: int  # identifiers of it that lie sealed at the central desk
    waiting: int  # not asked yet, or asked and unanswered
    sentence: str  # one calm line of what that means
    found: tuple[EscrowFound, ...] = ()


@dataclass(frozen=True, slots=True)
class EscrowContact:
    """A counselor's contact out of a box that two people's filings opened."""

    center: str
    name: str = field(repr=False)
    phone: str = field(repr=False)
    email: str = field(repr=False)
    hours: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EscrowMatch:
    """Filings that opened one another, as the central desk sees them (두 건이 일치)."""

    id: str
    centers: tuple[str, ...]
    filings: int
    opened_ms: int
    contacts: tuple[EscrowContact, ...]
    told_ms: int  # when the centers were told; 0: a person has not called and told yet
    is_over: bool  # withdrawn since: nothing opens any more


@dataclass(frozen=True, slots=True)
class EscrowView:
    """How match-only stands for this workspace."""

    role: str  # center | central | escrow
    epoch: int  # the year of the key
    is_on: bool  # both parties' parts for this year are known and were believed
    parties: tuple[EscrowParty, ...]
    quota: int  # per center and day
    used_today: int  # of this center; 0 at the parties
    filed: int  # entries of this center that lie at the central desk / held there at the central desk
    waiting: int
    found: int  # told and not seen / opened and not told
    incidents: (
        int  # days on which the two parties' totals differ or the quota was passed
    )
    next_refresh_ms: int = 0  # when the two parts of the key are made anew
    troubles: tuple[str, ...] = ()  # sentences
