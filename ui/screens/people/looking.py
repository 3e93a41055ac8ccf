"""What the page asks the desk: the list by state, narrowed to a case or a profile; one pair.

A row carries the numbers of its cases, never a name. A long list comes in pieces.
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
MOST = 50  # rows at a time
TAKE_BACK, STAYS = "TAKE_BACK", "STAYS"
DECISIONS = ("SAME", "NOT_SAME", "HOLD")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the list should show."""

    state: str = "NEW"
    case: str = ""
    of: str = ""  # a profile, or a suspect
    many: int = MOST  # how many rows at the most


@dataclass(frozen=True, slots=True)
class Look:
    """The list as it stands."""

    rows: "tuple[Candidate, ...]" = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    about: str = ""  # the number of the case the list is narrowed to
    allowed: bool = True
    quiet: bool = False  # an interview of that case goes on
    every: int = 0  # how many there are, shown or not


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
    found = _narrowed(desk, wish)
    return replace(found, rows=_quiet(desk, found.rows))


def more(desk: "Desk", wish: Wish, after: str) -> "tuple[Candidate, ...]":
    """Ask for the rows that come behind the last one shown; none where it is gone."""
    try:
        return _quiet(desk, desk.matches.queue(wish.state, MOST, after))
    except NotFound:
        return ()


def _narrowed(desk: "Desk", wish: Wish) -> Look:
    if wish.case:
        return _of_case(desk, wish)
    if wish.of:
        return _about(desk.matches.about(of=wish.of), wish.state)
    counts = desk.matches.counts()
    every = sum(counts.values()) if wish.state == "ALL" else counts[wish.state.lower()]
    return Look(desk.matches.queue(wish.state, wish.many), counts, every=every)


def _about(found: "tuple[Candidate, ...]", state: str, number: str = "") -> Look:
    rows = tuple(one for one in found if state in {"ALL", one.state})
    counts = Counter(one.state.lower() for one in found)
    return Look(rows, counts, number, every=len(rows))


def _quiet(desk: "Desk", rows: "tuple[Candidate, ...]") -> "tuple[Candidate, ...]":
    """Cover the rows of whoever is interviewed now, as the pair itself is covered."""
    here = {one.number for one in desk.interviews.unfinished() if one.state == "open"}  # fmt: skip
    if not here:
        return rows
    return tuple(
        replace(
            one,
            headline="",
            one_numbers=(),
            other_numbers=(),
            centers=(),
            center_names=(),
        )
        if here & {*one.one_numbers, *one.other_numbers}
        else one
        for one in rows
    )


def _of_case(desk: "Desk", wish: Wish) -> Look:
    number, told = desk.cases.line(wish.case).number, desk.matches.of_case(wish.case)
    if told.quiet:
        return Look(about=number, quiet=True)
    return _about(desk.matches.about(wish.case), wish.state, number)


def open_pair(desk: "Desk", candidate: str, link: str = "") -> Open | None:
    """Ask for one pair, by itself or by a decision; None: not for who sees no content."""
    if not desk.roles.mine().sees_content:
        return None
    pair = desk.matches.pair(candidate or desk.matches.of_link(link))
    told = {one: desk.matches.reasons(one) for one in (*DECISIONS, TAKE_BACK, STAYS)}
    decides = not pair.candidate.crosses or desk.about().role == "central"
    return Open(pair, told, decides)
