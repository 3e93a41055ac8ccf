"""What the pages of people and suspects show (당사자, 가해 추정인)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.matching.plain import plain, seen
from intake.register.guard import holds_number, mask_numbers


def without_numbers(text: str) -> tuple[str, bool]:
    """Return a text with every resident number (주민등록번호) masked, and whether one stood there."""
    if holds_number(text):
        return mask_numbers(text), True
    seen = plain(text)  # a number hidden by marks without width, or in wide digits
    return (mask_numbers(seen), True) if holds_number(seen) else (text, False)


def visible(text: str, most: int = 160) -> str:
    """Return a value as one line that can be looked at: no marks that hide or turn letters."""
    line = " ".join(seen(text).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


@dataclass(frozen=True, slots=True)
class Option:
    """A code and its words in the language of the screen."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class ClueLook:
    """What a value being typed would be: shown before anything is said."""

    kind: str
    kind_label: str
    shown: str = field(repr=False)  # empty: the same as typed
    strength: str = ""  # STRONG, MEDIUM, WEAK
    warning_id: str = ""
    masked_number: bool = False  # a resident number stood in it
    here: str = ""  # the identifier of this case that is the same already
    others: int = 0  # cases of other people with the same value; never whose
    alike: bool = False  # this case has one with letters that look the same
    near: bool = False  # another case has; never which


@dataclass(frozen=True, slots=True)
class ClueLine:
    """An identifier of a suspect (식별정보), as typed and in its one spelling."""

    id: str
    suspect: str
    case: str
    kind: str
    kind_label: str
    raw: str = field(repr=False)
    shown: str = field(repr=False)  # the one spelling; empty where it says no more
    site: str = field(repr=False, default="")
    role: str = ""
    role_label: str = ""
    strength: str = ""
    cls: str = ""
    shared: bool = False
    shared_why: str = field(repr=False, default="")
    seen_from: str = ""
    seen_to: str = ""
    said_by: str = ""
    source: str = ""
    source_words: str = field(repr=False, default="")
    warning_id: str = ""
    alike_to: str = field(repr=False, default="")  # another value that looks the same
    from_number: str = ""  # the case it was joined from; empty: this one
    others: int = 0


@dataclass(frozen=True, slots=True)
class JoinedLine:
    """Another record that is the same person by somebody's decision."""

    record: str
    case: str
    number: str
    name: str = field(repr=False)
    role_label: str = ""
    decided_on: str = ""
    decided_by: str = field(repr=False, default="")
    reason_label: str = ""


@dataclass(frozen=True, slots=True)
class SeenLine:
    """Somebody has seen this person before (이 사람 본 적 있음)."""

    id: str
    ms: int
    who: str = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SuspectCard:
    """One suspect of a case, and what joined records add."""

    id: str
    case: str
    main: bool
    name: str = field(repr=False)  # nickname or name, as far as known
    stage: str = ""
    stage_label: str = ""
    part: str = ""
    part_label: str = ""
    said: Mapping[str, str | int | bool | None] = field(
        repr=False, default_factory=dict
    )
    clues: tuple[ClueLine, ...] = field(repr=False, default=())
    joined: tuple[JoinedLine, ...] = ()
    seen: tuple[SeenLine, ...] = field(repr=False, default=())
    contradicted: bool = (
        False  # somebody also decided that two of them are not the same
    )


@dataclass(frozen=True, slots=True)
class SuspectsView:
    """Everything about suspects that a case has."""

    cards: tuple[SuspectCard, ...]
    own: tuple[ClueLine, ...] = field(
        repr=False, default=()
    )  # accounts of the victim's own
    loose: tuple[ClueLine, ...] = field(repr=False, default=())  # of no suspect yet
    quiet: bool = (
        False  # an interview goes on: other cases are neither counted nor found
    )


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person of a case."""

    id: str
    case: str
    role: str
    role_label: str
    name: str = field(repr=False)
    alias: str = field(repr=False)
    phone: str = field(repr=False, default="")
    age: int | None = None
    said: Mapping[str, str | int | bool | None] = field(
        repr=False, default_factory=dict
    )
    joined: tuple[JoinedLine, ...] = ()
    contradicted: bool = False


@dataclass(frozen=True, slots=True)
class SimilarLine:
    """Somebody in this vault who may be the same person; only a person decides."""

    person: str
    case: str
    number: str
    alias: str = field(repr=False)
    role_label: str = ""
    why: tuple[str, ...] = ()  # text ids


@dataclass(frozen=True, slots=True)
class FoundSuspect:
    """A suspect of another case, found by what somebody typed."""

    suspect: str
    case: str
    number: str
    name: str = field(repr=False)
    clue: str = field(repr=False, default="")  # what fitted
