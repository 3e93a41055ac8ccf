"""One suspect of one case, as it is compared (목격): what it is recognised by, and what it is not.

* ``Sighting``: a suspect of a case, with every mark noted of it. ``Profile``: the sightings that
  people decided are one person; alone, a sighting is a profile of one.
* Everything here is values; where they come from is the index's affair.
* What must not be compared is not in a sighting at all: training cases, the victim's own
  accounts, identifiers of nobody in particular, what was withdrawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from intake.matching.clue import Cls


@dataclass(frozen=True, slots=True)
class Mark:
    """One clue of a suspect in its one spelling (단서)."""

    record: str  # the identifier, posting or evidence it was noted in
    kind: str  # as in ``Canonical.kind``
    value: str = field(repr=False)
    cls: Cls
    role: str = "SUSPECT"  # a code of ``identifier_role``
    shared: bool = False  # many use it; somebody marked it so
    masked: bool = False  # a filter, never a key
    seen_from: str = ""  # ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; "" is not known
    seen_to: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What two marks are equal by."""
        return (self.kind, self.value)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One suspect of one case."""

    ref: str  # the suspect's record; the case's principal one where nobody was named
    case: str
    center: str
    marks: tuple[Mark, ...] = field(repr=False)
    age: int | None = None
    year: int | None = None  # in which that age was said
    sex: str = ""
    region: str = ""
    approach: str = ""  # a code of ``approach_channel``
    own: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    # accounts of the victim of this case: never evidence against anybody


@dataclass(frozen=True, slots=True)
class Profile:
    """Who people decided is one person (동일인으로 본 기록들); its id is its least member."""

    sightings: tuple[Sighting, ...]

    @property
    def id(self) -> str:
        """The least of its members: the same whatever the order they came in."""
        return min(self.members)

    @property
    def members(self) -> tuple[str, ...]:
        """The suspects in it, in order."""
        return tuple(sorted(one.ref for one in self.sightings))

    @property
    def cases(self) -> frozenset[str]:
        """The cases in it."""
        return frozenset(one.case for one in self.sightings)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark of every sighting."""
        return tuple(mark for one in self.sightings for mark in one.marks)


def profile_of(sightings: Iterable[Sighting]) -> Profile:
    """Return a profile whose order does not depend on how its sightings were found."""
    return Profile(tuple(sorted(sightings, key=lambda one: one.ref)))
