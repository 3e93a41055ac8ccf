"""What the page asks the desk: the list by state, narrowed to a case or a profile; one pair.

A row carries the numbers of its cases, never a name; narrowing compares numbers.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from intake.errors import NotFound

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.matches import Candidate, PairView
    from intake.desk.views.people import Option

STATES = ("NEW", "HOLD", "SECOND", "REOPENED", "WITHHELD", "DONE")
MOST = 200
_ALL = 1000
TAKE_BACK = "TAKE_BACK"
DECISIONS = ("SAME", "NOT_SAME", "HOLD")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the list should show."""

    state: str = "NEW"
    case: str = ""
    of: str = ""  # a profile, or a suspect


@dataclass(frozen=True, slots=True)
class Look:
    """The list as it stands."""

    rows: "tuple[Candidate, ...]" = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    about: str = ""  # the number of the case the list is narrowed to
    allowed: bool = True
    quiet: bool = False  # an interview of that case goes on


@dataclass(frozen=True, slots=True)
class Open:
    """One pair, and what may be said about it here."""

    pair: "PairView"
    reasons: "Mapping[str, tuple[Option, ...]]" = field(default_factory=dict)
    decides: bool = True  # False: between centers, and this is not the central desk


def look(desk: "Desk", wish: Wish) -> Look:
    """Ask for the list; who sees no content sees nobody."""
    if not desk.roles.mine().sees_content:
        return Look(allowed=False)
    found = _narrowed(desk, wish, desk.matches.counts())
    return replace(found, rows=_quiet(desk, found.rows))


def _narrowed(desk: "Desk", wish: Wish, counts: Mapping[str, int]) -> Look:
    if wish.case:
        return _of_case(desk, wish)
    if wish.of:
        about = _within(desk.matches.queue("ALL", _ALL), _numbers(desk, wish.of))
        return Look(_standing(about, wish.state), _counted(about))
    return Look(desk.matches.queue(wish.state, MOST), counts)


def _quiet(desk: "Desk", rows: "tuple[Candidate, ...]") -> "tuple[Candidate, ...]":
    """Cover the rows of whoever is interviewed now, as the pair itself is covered."""
    here = {one.number for one in desk.interviews.unfinished() if one.state == "open"}  # fmt: skip
    if not here:
        return rows
    return tuple(
        replace(one, headline="", one_numbers=(), other_numbers=(), centers=())
        if here & {*one.one_numbers, *one.other_numbers}
        else one
        for one in rows
    )


def _of_case(desk: "Desk", wish: Wish) -> Look:
    number, told = desk.cases.line(wish.case).number, desk.matches.of_case(wish.case)
    if told.quiet:
        return Look(about=number, quiet=True)
    about = _within(desk.matches.queue("ALL", _ALL), frozenset({number}))
    known = {one.id for one in about}  # a long list of others may push some out
    about += tuple(one for one in told.candidates if one.id not in known)
    return Look(_standing(about, wish.state), _counted(about), number)


def _numbers(desk: "Desk", profile: str) -> frozenset[str]:
    try:
        return frozenset(one.number for one in desk.profiles.view(profile).cases)
    except NotFound:
        return frozenset()


def _within(found: "tuple[Candidate, ...]", numbers: frozenset[str]) -> "tuple[Candidate, ...]":  # fmt: skip
    return tuple(one for one in found if numbers & {*one.one_numbers, *one.other_numbers})  # fmt: skip


def _standing(found: "tuple[Candidate, ...]", state: str) -> "tuple[Candidate, ...]":
    return tuple(one for one in found if state in {"ALL", one.state})


def _counted(found: "tuple[Candidate, ...]") -> Mapping[str, int]:
    return Counter(one.state.lower() for one in found)


def candidate_of(desk: "Desk", link: str) -> str:
    """Return the candidate a decision is about.

    Raises:
        NotFound: it was taken back, or is no decision about perpetrators.
    """
    for one in desk.matches.queue("ALL", _ALL):
        if one.link == link:
            return one.id
    raise NotFound(entity="link")


def open_pair(desk: "Desk", candidate: str, link: str = "") -> Open | None:
    """Ask for one pair, by itself or by a decision; None: not for who sees no content."""
    if not desk.roles.mine().sees_content:
        return None
    pair = desk.matches.pair(candidate or candidate_of(desk, link))
    told = {one: desk.matches.reasons(one) for one in (*DECISIONS, TAKE_BACK)}
    decides = not pair.candidate.crosses or desk.about().role == "central"
    return Open(pair, told, decides)
