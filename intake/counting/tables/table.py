"""A table as people read it (표): rows and columns of codes, one unit, every cell countable.

* Rows and columns stand in the order of their code lists; a row of noughts is printed, and
  "unknown" (미상) is always a row, where its list has none it is added.
* Sums are counted by themselves, never added up: an address with two outcomes is one address.
* Nothing is hidden here; ``publishing`` says what a published table must not show.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from intake.counting.rules import RULES, Rule
from intake.counting.shares import tenths
from intake.register import CODES
from intake.text import Texts

ALL = ""  # the name of a sum
UNKNOWN = "U"

Cell = tuple[str, str]  # row, column


@dataclass(frozen=True, slots=True)
class Axis:
    """The names along one side of a table."""

    title: str  # a text id
    codes: tuple[str, ...]
    lists: tuple[str, ...] = ()  # the code lists that have the words of them

    def kept(self, code: str) -> str:
        """Return a code of this axis; what it does not know is unknown (미상)."""
        return code if code in self.codes else UNKNOWN

    def label(self, code: str, texts: Texts) -> str:
        """Return the words of a code: of its list, of a rule, our own, else the code itself."""
        own = f"counting-name-{code.lower() or 'all'}"
        if CODES.holds(self.lists, code):
            return CODES.label_in(self.lists, code, texts.language)
        if code in RULES.by_id:
            return RULES[code].name(texts.language)
        return texts(own) if texts.has(own) else code


@dataclass(frozen=True, slots=True)
class Table:
    """One table of ``domain.md`` 2.8."""

    id: str  # T1 … T12, with its part: "T3.age"
    rule: Rule
    rows: Axis
    columns: Axis  # none: only the sum of each row
    cells: Mapping[Cell, int] = field(repr=False)
    doubtful: int = 0  # in no cell: what only may lie in the period
    across: bool = (
        True  # each row has its sum; not where columns tell of the same things
    )
    annex: bool = False  # regional: printed apart, in no national sum

    @property
    def title(self) -> str:
        """The text id of its title."""
        return f"counting-table-{self.id.lower().replace('.', '-')}"

    @property
    def unit(self) -> str:
        """What one is: a person, an action, an address."""
        return self.rule.unit

    @property
    def columns_shown(self) -> tuple[str, ...]:
        """The codes of its columns as they are printed, the sum last."""
        return (*self.columns.codes, ALL) if self.across else self.columns.codes

    @property
    def rows_shown(self) -> tuple[str, ...]:
        """The codes of its rows as they are printed, the sum last."""
        return (*self.rows.codes, ALL)

    def at(self, row: str, column: str) -> int:
        """Return a cell; nothing was counted where there is none."""
        return self.cells.get((row, column), 0)

    def share(self, row: str, column: str = ALL) -> int | None:
        """Return what part of its column a row is, in tenths of a percent; None of nothing."""
        return tenths(self.at(row, column), self.at(ALL, column))


def of_list(title: str, *lists: str, unknown: bool = True) -> Axis:
    """Return the codes of lists as an axis; with a row for what nobody said."""
    codes = tuple(one.code for name in lists for one in CODES.lists[name])
    told = not unknown or {UNKNOWN, "UNKNOWN"} & set(codes)
    return Axis(title, codes if told else (*codes, UNKNOWN), lists)


def only_sums() -> Axis:
    """Return the columns of a table that has none but its sums."""
    return Axis("", ())


def crossed(told: Iterable[Cell]) -> Counter[Cell]:
    """Count things of which each stands in exactly one cell, with the sums."""
    return summed(Counter(told))


def summed(cells: Mapping[Cell, int]) -> Counter[Cell]:
    """Return cells of which nothing stands in two, with their sums."""
    found: Counter[Cell] = Counter()
    for (row, column), number in cells.items():
        for place in {(row, column), (row, ALL), (ALL, column), (ALL, ALL)}:
            found[place] += number
    return found
