"""Notices between centers, joint requests, handovers, and a perpetrator's profile."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NoticeLineView:
    """One of the own identifiers that was met elsewhere."""

    record: str
    kind_label: str
    text: str = field(repr=False)  # the own record's value, as noted here
    says: str = ""


@dataclass(frozen=True, slots=True)
class NoticeView:
    """What the central desk told this center (연결 알림), or what it told others."""

    id: str
    kind: str  # MATCH | REQUEST | REPLY
    kind_label: str
    state: str  # SENT | RECALLED
    state_label: str
    to_center: str
    other_center: str
    case: str
    number: str
    suspect: str
    link: str
    link_kind_label: str
    word_label: str
    confirmed_on: str
    two_persons: bool
    other_cases: int
    contact: str = field(repr=False)
    contact_phone: str = field(default="", repr=False)
    contact_email: str = field(default="", repr=False)
    said_on: str = ""
    lines: tuple[NoticeLineView, ...] = field(default=(), repr=False)
    answer: str = ""  # "" not answered yet
    answer_label: str = ""
    answered_by: str = ""
    answered_on: str = ""
    recalled_on: str = ""
    recall_label: str = ""
    acknowledged: bool = False  # the other side has it, as a receipt says
    wanted: str = ""
    wanted_label: str = ""
    reply: str = ""
    reply_label: str = ""
    request: str = ""
    new: bool = False  # nobody here has answered or seen it
    to_name: str = ""  # what the two centers are called; the code where it is not known
    other_name: str = ""


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request of one center to another, as far as it has come."""

    id: str
    notice: str
    wanted_label: str
    case: str
    number: str
    other_center: str
    asked_by: str
    asked_on: str
    state: str  # ASKED | FORWARDED | AGREED | DECLINED | LATER | ENDED
    state_label: str
    contact: str = field(default="", repr=False)
    contact_phone: str = field(default="", repr=False)
    wanted: str = ""
    center: str = ""  # who asks
    center_name: str = (
        ""  # what the two centers are called; the code where it is not known
    )
    other_name: str = ""


@dataclass(frozen=True, slots=True)
class JointWork:
    """Two centers work together on two cases, agreed to (공동 대응): what papers may count."""

    request: str
    wanted: str  # COURT | FIGURES
    link: str
    cases: frozenset[str]  # those of them that are known here


@dataclass(frozen=True, slots=True)
class HandoverView:
    """A case that goes, or came, over."""

    id: str
    case: str
    number: str
    from_center: str
    to_center: str
    from_counselor: str
    to_counselor: str
    state: str
    state_label: str
    reason_label: str
    said_on: str
    taken_on: str = ""
    incoming: bool = False
    stays: tuple[str, ...] = ()  # text ids: what does not go over, and why
    from_name: str = (
        ""  # what the two centers are called; the code where it is not known
    )
    to_name: str = ""


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One perpetrator among others: figures and ids, no victim."""

    profile: str
    name: str = field(repr=False)  # as noted of the suspect; may be empty
    cases: int = 0
    victims: int = 0
    minors: int = 0
    centers: tuple[str, ...] = ()
    actions: int = 0
    first: str = ""
    last: str = ""
    waiting: int = 0  # candidates that touch it
    quiet: bool = False  # somebody of it is interviewed here now: nothing else is told
    center_names: tuple[str, ...] = ()  # what the centers call themselves


@dataclass(frozen=True, slots=True)
class CaseOfProfile:
    """One case of a profile, as the coordinator may see it."""

    case: str
    number: str
    center: str
    actions: int
    postings: int
    removed: int
    minor: bool
    counted_with: str = ""  # the number of the case whose victim it is, counted once
    link: str = ""
    under_14: bool = False
    blocked: int = 0  # what came of its addresses, as ``removed``
    refused: int = 0
    temporary: int = 0
    open: int = 0
    center_name: str = ""  # what the center calls itself


@dataclass(frozen=True, slots=True)
class ProfileView:
    """One perpetrator: what was harmed, where, when, and what was decided."""

    line: ProfileLine
    confirmed_victims: int = 0
    least_victims: int = 0
    case_count: int = 0
    minors: int = 0
    under_14: int = 0
    period_from: str = ""
    period_to: str = ""
    centers: tuple[str, ...] = ()
    actions: int = 0
    first_requests: int = 0
    repeats: int = 0
    urls: int = 0
    removed: int = 0
    blocked: int = 0
    refused: int = 0
    temporary: int = 0
    open: int = 0
    cases: tuple[CaseOfProfile, ...] = ()
    marks: tuple[tuple[str, str, int], ...] = field(
        default=(), repr=False
    )  # kind label, value, cases
    contradictions: int = 0
    left: tuple[
        str, ...
    ] = ()  # sentences: what was destroyed or withdrawn, and since when
    quiet: bool = False  # somebody of it is interviewed here now: nothing else is told


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the picture: a person (profile), a suspect record, a case, an identifier."""

    id: str
    kind: str  # profile | suspect | case | mark
    label: str = field(repr=False)
    sub: str = ""
    weight: int = 1
    go: str = ""  # the record to go to: a profile, or the case it is noted in
    shared: bool = False  # many use it: it says nothing about who it is


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of the picture."""

    one: str
    other: str
    kind: str  # of-case | has-mark | same_person | same_network | same_material | candidate
    label: str = ""


@dataclass(frozen=True, slots=True)
class GraphView:
    """People, cases, identifiers and links around one profile or case."""

    centre: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0  # how many nodes more there would be
    quiet: bool = False  # an interview of one of its cases goes on: nothing is shown
