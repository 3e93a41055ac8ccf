"""What centers counted themselves, and its sums (센터별 집계): no case is in any of it."""

from dataclasses import dataclass

from intake.desk.views.statistics import CountedTable


@dataclass(frozen=True, slots=True)
class AggregateLine:
    """One center's tables of one period."""

    aggregate: str
    center: str
    center_name: str
    first: str  # months: "2026-01"
    last: str
    made_on: str
    made_at: str
    cases: int
    position: str
    state: str  # COUNTS | OLDER | COMING | ASIDE
    words: str = ""  # why it is not added, in a sentence
    sender_name: str = ""  # whose log it came from; only of a stranger it is another
    few: bool = False  # so few cases that their number is not shown
    sent: str = ""  # at the center that made it: NOT_SENT | UNDER_WAY | THERE


@dataclass(frozen=True, slots=True)
class CountsView:
    """Whether a center's counts go along to the central desk."""

    wanted: bool
    changes: bool  # whether the person here decides about it
    to: tuple[str, ...]  # names of central desks
    years: tuple[str, ...]  # which are counted for a bundle
    lines: tuple[AggregateLine, ...]  # what was made here, the newest first


@dataclass(frozen=True, slots=True)
class NationView:
    """The tables of all centers that sent theirs, added."""

    first: str
    last: str
    title: str  # 센터별 합(중복 제거 전)
    note: str  # what that means
    tables: tuple[CountedTable, ...]
    counted: tuple[AggregateLine, ...]  # whose numbers are in it
    missing: tuple[str, ...]  # names of centers without any for this period
    missing_words: str  # the same as one sentence; "" where nobody is missing
    aside: tuple[AggregateLine, ...]  # what came and is not added, each with its reason
    hidden: bool  # whether small numbers of people are hidden in it
    cases: int  # the cases behind it, as centers count them
