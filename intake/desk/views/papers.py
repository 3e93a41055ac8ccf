"""Papers that go outside: what is asked for, what it would look like, and what was issued."""

from dataclasses import dataclass, field

from intake.desk.views.figures import FrozenLine
from intake.desk.views.redactions import RedactionLine


@dataclass(frozen=True, slots=True)
class PaperPlan:
    """Which paper, about whom, and what stands at its head."""

    kind: str = "PERFORMANCE"  # a code of document_kind
    about_kind: str = "PROFILE"  # CASE | PROFILE | CENTER | NATION
    about: str = ""
    court: str = ""  # where it goes; only who agreed to it is in it
    case_number: str = field(default="", repr=False)  # of the court, 2099고합7
    accused: str = field(default="", repr=False)
    first: str = ""
    last: str = ""
    checked_by: str = field(default="", repr=False)
    outward: bool = True
    words: str = field(
        default="", repr=False
    )  # what the center concludes, in its own words
    addressee: str = field(default="", repr=False)  # who gets it, where it is no court
    records: tuple[str, ...] = ()  # what was chosen for it: evidence, interviews …
    with_addresses: bool = False  # a list of addresses at its end
    without: tuple[str, ...] = ()  # parts that are left out; kept inside as a list
    hide: tuple[str, ...] = field(
        default=(), repr=False
    )  # words that are covered wherever they stand; kept nowhere
    purpose: str = ""  # a code of access_purpose: for what something is handed on


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """One kind of paper that can be made here, and what it asks for."""

    code: str  # of document_kind
    label: str
    group: str  # COURT | VICTIM | AGENCY | CENTER: under which heading it is offered
    abouts: tuple[str, ...]  # the first is what it is usually about
    court: str  # MUST | MAY | NO
    uses: tuple[str, ...]  # fields of the plan that stand in it
    needed: tuple[str, ...] = ()  # those of them a reader will look for


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A part of a paper that may be left out of it: its code for ``without``, and its words."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What may stand at the head of a court's paper, as the records have it."""

    court: str
    case_number: str = field(default="", repr=False)
    accused: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PaperPreview:
    """A paper as it would be, and what is still missing."""

    name: str
    data: bytes = field(repr=False)
    missing: tuple[str, ...] = ()  # sentences: what a reader will look for
    warnings: tuple[
        str, ...
    ] = ()  # sentences: consent, doubt, what only one person confirmed
    left_out: int | None = (
        None  # cases without consent; only whoever supervises sees it
    )
    redactions: tuple[RedactionLine, ...] = ()  # what it leaves out; stands on no page


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """One paper that was issued."""

    id: str
    number: str
    kind: str
    kind_label: str
    state: str
    state_label: str
    court: str
    made_on: str
    made_by: str
    sealed: bool
    digest: str  # SHA-256 of the file
    figures: int
    about_kind: str = ""
    about: str = ""
    voided_on: str = ""
    void_label: str = ""


@dataclass(frozen=True, slots=True)
class SealLine:
    """One seal or time stamp of a file, as a sentence and as facts."""

    kind: str  # seal | stamp
    by: str
    said_at: str
    intact: bool
    whole: bool
    trusted: bool
    words: str
    state: str = ""  # intact | followed | replaced | partial | changed
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class RootLine:
    """A certificate, and since when and by whom it is known here."""

    id: str
    holder: str
    issuer: str
    until: str  # the last day it is valid
    sha256: str
    added_on: str = ""
    added_by: str = ""


@dataclass(frozen=True, slots=True)
class VerifiedView:
    """What a file says of itself, and what is known of it here."""

    digest: str
    seals: tuple[SealLine, ...]
    paper: IssuedLine | None  # None: nothing of these bytes was issued here
    figures: tuple[FrozenLine, ...]  # as they were frozen, and what holds now
    words: tuple[str, ...] = ()  # sentences, the most important first
    waiting: bool = False  # it has room for a time stamp, and none in it


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """A paper that was issued into a file."""

    place: str = field(repr=False)
    paper: IssuedLine
