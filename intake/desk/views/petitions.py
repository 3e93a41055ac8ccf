"""What crosses the door about petitions (탄원서): how each stands, never what is written in it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PetitionLine:
    """One petition of one case for one court."""

    id: str
    case: str
    court: str
    case_number: str = field(repr=False)
    state: str
    state_label: str
    way: str
    way_label: str
    asked_on: str
    asked_by: str
    said_on: str
    received_on: str
    filed_on: str
    sheets: int
    evidence: str = ""  # her sheet among what was secured; known to her center
    remark: str = field(default="", repr=False)
    may_follow: tuple[
        str, ...
    ] = ()  # states that may be noted next; none where it is not ours


@dataclass(frozen=True, slots=True)
class PetitionCourt:
    """A court for which she could be asked, as the records of her case know it."""

    court: str
    case_number: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PetitionsOfCase:
    """How it stands with the petitions of one case, and what may be noted next."""

    rows: tuple[PetitionLine, ...]
    courts: tuple[PetitionCourt, ...]  # known, and nobody asked her for them yet
    apart: tuple[str, ...]  # courts of the rows to which the case's papers may not go
    ours: bool  # whether anything may be noted here


@dataclass(frozen=True, slots=True)
class PetitionOfGroup:
    """One case of a perpetrator's group, as whoever puts a pack together sees it."""

    case: str
    name: str  # the pseudonym that stands in the court's papers
    center: str
    state: str  # empty: nobody asked, or not to be told here
    state_label: str
    way_label: str
    sheets: int
    on: str  # when it came to stand so
    petition: str = ""
    ours: bool = False  # our own case: what comes next is noted there


@dataclass(frozen=True, slots=True)
class PetitionsOfGroup:
    """The petitions of a perpetrator's group for one court; people are counted once each."""

    court: str
    rows: tuple[PetitionOfGroup, ...]
    people: int  # whose cases may stand in that court's papers
    agreed: int  # of them: will write, or wrote
    received: int
    filed: int
    words: str  # the same as a sentence, for the screen and nowhere else
