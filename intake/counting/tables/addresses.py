"""Tables of addresses (주소): T6 platforms, T8 leaks, T10 waves.

* T6: an address that a case has twice with two outcomes stands in both, and once in the sums.
  Platforms that no national table has are 기타 there and stand apart in the annex.
* T8: one address counts in every kind of detail that leaked, and once in the sum.
* T10: by the month they were found, new (never found again) and found again; removed by the month
  that was seen. Rows are no sums: what was found may be what was removed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from intake.counting.counted import tally, undecided
from intake.counting.kept.packing import EXTRA, Address
from intake.counting.look import Look
from intake.counting.rules import RULES
from intake.counting.selecting import FOUND_AGAIN, Selection, selection_of
from intake.counting.tables.months import month_of, months
from intake.counting.tables.places import (
    APART,
    DETAIL,
    OUTCOME,
    PLATFORM,
    leaking,
    national,
    outcome_of,
    platform_of,
    quoted,
)
from intake.counting.tables.table import ALL, Axis, Cell, Table, only_sums
from intake.errors import InvalidInput

ADDRESSES = ("T6.addresses", "T6.addresses.annex", "T8.addresses", "T10")
_ANNEX = frozenset({"T6.addresses.annex"})
_KIND = "coalesce(k.kind, '')"
_WAVES = ("NEW", "R5", "R3")


def addresses(look: Look) -> Iterator[Table]:
    """Yield every table of addresses."""
    yield from _platforms(look)
    yield _leaks(look)
    yield _waves(look)


def addresses_in(name: str, row: str, column: str) -> Selection:
    """Return the rows of a cell.

    Raises:
        InvalidInput: a row of T10 has no sum.
    """
    if name == "T10":
        chosen = _wave(column)
        return chosen.having(month_of(f"t.{chosen.dated}"), row)
    if name == "T8.addresses":
        return _leaked().having(_KIND, row) if row else selection_of(RULES["R6"])
    chosen, rows = (_apart(), "t.platform") if name in _ANNEX else (_every(), platform_of("t"))  # fmt: skip
    return chosen.having(rows, row).having(outcome_of("t"), column)


def _every() -> Selection:
    return selection_of(RULES["R2"])


def _apart() -> Selection:
    every = _every()
    where = f"{every.where} AND t.platform IN ({quoted(EXTRA)})"
    return replace(every, where=where, part="APART")


def _leaked() -> Selection:
    return replace(_every(), join=leaking("t.id"))


def _wave(column: str) -> Selection:
    """Return the addresses of one column of T10."""
    if column not in _WAVES:
        raise InvalidInput(what="column", why="unknown")
    if column == "R3":
        return replace(selection_of(RULES["R3"]), dated="result_on")
    if column == "R5":
        return selection_of(RULES["R5"])
    every = _every()
    where = f"{every.where} AND NOT {FOUND_AGAIN}"
    return replace(every, where=where, part="FRESH")


def _platforms(look: Look) -> Iterator[Table]:
    """Yield T6 of addresses and its annex."""
    rule, every, apart = RULES["R2"], _every(), _apart()
    cells = _cells(look, every, _LIES, _BECAME)
    yield Table("T6.addresses", rule, PLATFORM, OUTCOME, cells, undecided(look, every))
    cells = _cells(look, apart, _LIES_APART, _BECAME)
    yield Table("T6.addresses.annex", rule, APART, OUTCOME, cells, undecided(look, apart), annex=True)  # fmt: skip


def _leaks(look: Look) -> Table:
    chosen = selection_of(RULES["R6"])
    cells = {(kind, ALL): n for (kind,), n in _told(look, _leaked(), _LEAKS)}
    cells[ALL, ALL] = _whole(look, chosen)
    return Table("T8.addresses", RULES["R6"], DETAIL, only_sums(), cells, undecided(look, chosen))  # fmt: skip


def _waves(look: Look) -> Table:
    told = {name: _wave(name) for name in _WAVES}
    cells: dict[Cell, int] = {}
    for name, chosen in told.items():
        month = _By(month_of(f"t.{chosen.dated}"), lambda _, month: (month,))
        cells |= {(m, name): n for (m,), n in _told(look, chosen, month)}
        cells[ALL, name] = _whole(look, chosen)
    columns = Axis("counting-axis-wave", _WAVES)
    rows = months(look.period, (month for month, _ in cells if month))
    doubtful = undecided(look, _every()) + undecided(look, told["R3"])
    return Table("T10", RULES["R2"], rows, columns, cells, doubtful, across=False)


# --- reading ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _By:
    """By what addresses are told apart: as SQL over ``t``, and of what is kept."""

    sql: str
    of: Callable[[Address, str], Iterable[str]]  # the address, and its month


_LIES = _By(platform_of("t"), lambda one, _: (national(one.platform),))
_LIES_APART = _By("t.platform", lambda one, _: (one.platform,))
_BECAME = _By(outcome_of("t"), lambda one, _: (one.outcome,))
_LEAKS = _By(_KIND, lambda one, _: one.leaked)


def _told(look: Look, chosen: Selection, *by: _By) -> Iterable[tuple[tuple[str, ...], int]]:  # fmt: skip
    def places(one: Address, month: str) -> Iterable[tuple[str, ...]]:
        return product(*(part.of(one, month) for part in by))

    return tally(look, chosen, tuple(part.sql for part in by), places).items()


def _whole(look: Look, chosen: Selection) -> int:
    return sum(n for _, n in _told(look, chosen))


def _cells(look: Look, chosen: Selection, row: _By, column: _By) -> Mapping[Cell, int]:
    """Return the cells with their sums; what may stand in two cells is counted again for each."""
    found: dict[Cell, int] = {(r, c): n for (r, c), n in _told(look, chosen, row, column)}  # fmt: skip
    found |= {(r, ALL): n for (r,), n in _told(look, chosen, row)}
    found |= {(ALL, c): n for (c,), n in _told(look, chosen, column)}
    found[ALL, ALL] = _whole(look, chosen)
    return found
