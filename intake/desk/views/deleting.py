"""What crosses the door about postings, requests to delete them and where they lie."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

PostingFilter: TypeAlias = Literal[
    "all", "to_request", "open", "removed", "back", "overdue", "refused"
]
PasteState: TypeAlias = Literal["new", "here", "twice", "not_address"]
PaperName: TypeAlias = Literal[
    "paper_id", "paper_relation", "paper_power", "paper_victim_id"
]
Mark: TypeAlias = Literal[
    "REQUESTED",
    "SEARCH",
    "KMCSC",
    "POLICE",
    "HASHREG",
    "CHECK_LIVE",
    "REMOVED",
    "DELISTED",
    "BLOCKED",
    "REFUSED",
    "TEMPORARY",
    "DEFERRED",
    "MORE_INFO",
    "GONE",
    "RESTORED",
    "REUPLOADED",
    "INFORM",
]


@dataclass(frozen=True, slots=True)
class PostingQuery:
    """Which postings (게시물) of a case to list; ``-name`` sorts newest first.

    ``order`` is one of ``found_on``, ``requested_on``, ``result_on``, ``next_check``,
    ``host``, ``result``, ``platform``, with or without ``-``.
    """

    case: str
    text: str = field(default="", repr=False)
    filter: PostingFilter = "all"
    platform: str = ""
    order: str = "-found_on"


@dataclass(frozen=True, slots=True)
class PostingLine:
    """A posting (게시물) in a list; ``overdue``: its day to be looked at has passed."""

    row: int
    id: str
    url: str = field(repr=False)
    host: str = field(repr=False)
    site: str = field(repr=False)
    platform: str
    platform_text: str
    found_on: str
    requested_on: str
    result: str
    result_text: str
    result_on: str
    next_check: str
    overdue: bool
    requests: int
    restored: int
    reposts: int
    parent: str
    police_too: bool
    leaks: tuple[str, ...] = ()
    title: str = field(default="", repr=False)
    check_stopped: bool = False
    item: str = ""
    found_how: str = ""


@dataclass(frozen=True, slots=True)
class PostingTotals:
    """The numbers above a case's list: postings, requests (R1), and how they stand."""

    urls: int
    requests: int
    removed: int
    open: int
    back: int
    refused: int
    blocked: int
    temporary: int
    overdue: int
    delisted: int = 0
    gone: int = 0
    to_request: int = 0


@dataclass(frozen=True, slots=True)
class PasteLine:
    """One pasted line: what it is read as, and why it is not an address."""

    text: str = field(repr=False)
    state: PasteState
    url: str = field(repr=False)
    posting: str
    elsewhere: int
    why_id: str


@dataclass(frozen=True, slots=True)
class PastePreview:
    """What a pasted list would add; nothing is written yet.

    ``elsewhere`` counts the new addresses that other cases know too, never which cases.
    """

    lines: tuple[PasteLine, ...]
    new: int
    here: int
    twice: int
    not_address: int
    elsewhere: int

    @property
    def urls(self) -> tuple[str, ...]:
        """The new addresses as they were typed: ``add`` takes them and keeps the typing."""
        return tuple(one.text for one in self.lines if one.state == "new")


@dataclass(frozen=True, slots=True)
class ActionLine:
    """Something that was done about a posting (삭제지원 행위)."""

    id: str
    kind: str
    kind_text: str
    done_on: str
    counselor: str
    channel_text: str
    addressee: str
    result_text: str
    number: str
    minutes: int
    remark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """A paper that a requester of this kind has to show (규칙 2조의6③)."""

    name: PaperName
    label_id: str
    state: str
    needed: bool


@dataclass(frozen=True, slots=True)
class DeletionGate:
    """Whether requests may go out for a case, on which ground, and with which papers.

    ``why_id`` says why not, ``warning_id`` what is still missing; both are text ids or empty.
    """

    may_request: bool
    why_id: str
    basis: str
    basis_text: str
    csam: bool
    preserve: bool
    papers: tuple[PaperCheck, ...]
    missing: int
    warning_id: str
    retention: str = ""
    retention_text: str = ""


@dataclass(frozen=True, slots=True)
class RequesterView:
    """Who asks for the deletion (삭제지원 요청자); ``papers`` maps a paper to its state."""

    kind: str
    name: str = field(repr=False)
    basis: str
    papers: tuple[PaperCheck, ...]
    papers_on: str
    papers_by: str
    kind_text: str = ""
    wish: str = ""
    wish_text: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """What a mark did: how many postings, and which were skipped and why."""

    done: int
    skipped: tuple[str, ...]
    why_id: str


@dataclass(frozen=True, slots=True)
class DueLine:
    """A posting to look at again (재점검)."""

    posting: str
    case: str
    number: str
    alias: str = field(repr=False)
    host: str = field(repr=False)
    next_check: str
    result_text: str
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A site of the directory (플랫폼 대장) and how its operator is reached."""

    id: str
    host: str
    name: str
    platform: str
    platform_text: str
    channel: str
    email: str
    report_url: str
    language: str
    postings: int
    channel_text: str = ""
    country: str = ""
    phone: str = ""
    checked_on: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class DraftView:
    """An e-mail for a person to send; we never send it.

    ``truncated``: the list of addresses did not fit the ``mailto`` link and is in ``body``.
    """

    to: str
    subject: str
    body: str = field(repr=False)
    mailto: str = field(repr=False)
    truncated: bool
