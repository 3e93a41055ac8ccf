"""Statistics as they are shown (통계): cards, pictures, and the table behind each picture.

A picture holds no number that its table does not hold. A hidden number is None, never a nought.
"""

from dataclasses import dataclass

from intake.desk.views.figures import Asked, FigureLine


@dataclass(frozen=True, slots=True)
class CountedCell:
    """One number of a table."""

    value: int | None  # None: hidden, because so few would tell who
    share: str = ""  # of its column, said with its sign; "" where none is said


@dataclass(frozen=True, slots=True)
class CountedRow:
    """One row of a table."""

    code: str  # "" is the sum
    label: str
    cells: tuple[CountedCell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class CountedTable:
    """One table of the report, in words."""

    id: str  # T1 … T12, with its part: "T3.age"
    title: str
    unit: str  # PERSONS | KINDS | ACTIONS | ADDRESSES
    unit_label: str  # 명, 건, 주소
    rule: str  # R1 v1
    how: str  # the rule as a sentence
    first: str  # what the rows are
    columns: tuple[str, ...]
    rows: tuple[CountedRow, ...]
    doubtful: int = 0  # in no cell: what only may lie in the period
    annex: bool = False  # regional: in no national sum
    note: str = ""
    codes: tuple[str, ...] = ()  # of the columns, the sum is ""
    opens: bool = False  # whether a cell of it opens to its rows


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn as bars: groups along the axis, one bar of every series in each."""

    id: str  # months | waves | platforms | ages
    title: str
    unit_label: str
    how: str
    series: tuple[str, ...]
    groups: tuple[tuple[str, tuple[int | None, ...]], ...]
    table: CountedTable  # what it is drawn from


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """Everything the page shows: one question, one moment."""

    asked: Asked
    as_of: str
    position: str
    cards: tuple[FigureLine, ...]
    pictures: tuple[Picture, ...]
    tables: tuple[CountedTable, ...]  # national ones first, then the annexes
    hidden: bool  # whether small numbers of people are hidden in it
    hidden_cards: tuple[str, ...] = ()  # names of headline figures that are hidden
    left_out: int | None = None  # cases that did not agree to a court; for supervisors
    hidden_note: str = ""  # a sentence: what is hidden and why; "" where nothing may be
