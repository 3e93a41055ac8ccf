"""Tables of deletion support (삭제지원): T6 platforms, T7 basis, T8 leaks, T10 waves.

* T6 counts actions (R1) and, beside them, addresses (R2); the outcome of an action is that of its
  address as it stands now. Platforms that no national table has are 기타 there and stand apart in
  the annex. An address that was taken out of a search result, or gone with its site, is neither
  removed nor under way: both have columns of their own.
* T7: the basis of an action is its own, else that of its case; grouped as 본인·친족·대리인 요청,
  수사기관 요청, 성착취물 선제. Beside it the press's split of requests and checks (R1, R4).
* T8: one action, or address, counts in every kind of detail that leaked, and once in the sum.
* T10: addresses by the month they were found, new (never found again) and found again; removed by
  the month that was seen. Rows are no sums: what was found may be what was removed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from intake.counting.counted import undecided
from intake.counting.look import Look
from intake.counting.rules import RULES
from intake.counting.selecting import FOUND_AGAIN, Selection, selection_of, tallied
from intake.counting.tables.months import month_of, months
from intake.counting.tables.table import (
    ALL,
    UNKNOWN,
    Axis,
    Cell,
    Table,
    of_list,
    only_sums,
    summed,
)
from intake.register import CODES, SCHEMA

_POSTING, _LEAK, _CASE = (SCHEMA[one].table for one in ("posting", "leak", "case"))
_ADDRESS = f" LEFT JOIN {_POSTING} p ON p.id = t.posting AND p.deleted IS NULL"
_LEAKS = ' JOIN {leak} k ON k."of" = {of} AND k.deleted IS NULL AND k.chosen = 1'
_EXTRA = tuple(one.code for one in CODES.lists["platform_extra_unsourced"])
_PLATFORM = of_list("counting-axis-platform", "platform")
_APART = of_list("counting-axis-platform", "platform_extra_unsourced", unknown=False)
_ENDED = ("REMOVED", "REFUSED", "BLOCKED", "TEMPORARY", "DELISTED", "GONE")
_OUTCOME = Axis("counting-axis-outcome", (*_ENDED, "OPEN"), ("deletion_result",))
_BASIS = Axis("counting-axis-basis", ("REQUEST", "POLICE", "CSAM", UNKNOWN), ("delete_basis",))  # fmt: skip
_DETAIL = of_list("counting-axis-detail", "pii_leaked", unknown=False)
_KIND_OF_WORK = Axis("counting-axis-work", ("R1", "R4"))


def deletion(look: Look) -> Iterator[Table]:
    """Yield every table of deletion support."""
    yield from _platforms(look, "R1", "T6", replace(selection_of(RULES["R1"]), join=_ADDRESS), "p")  # fmt: skip
    yield from _platforms(look, "R2", "T6.addresses", selection_of(RULES["R2"]), "t")
    yield _basis(look)
    yield _checks(look)
    yield _leaks(look, "R6A", "T8", "t.posting")
    yield _leaks(look, "R6", "T8.addresses", "t.id")
    yield _waves(look)


def _platforms(look: Look, rule: str, name: str, chosen: Selection, of: str) -> Iterator[Table]:  # fmt: skip
    """Yield T6 and its annex; ``of`` is where the address stands in the statement."""
    known = {code: (code,) for code in _PLATFORM.codes if code != UNKNOWN}
    outcome = _sorted(f"{of}.result", {code: (code,) for code in _ENDED}, "OPEN")
    whole = _sorted(f"{of}.platform", known | {"ETC": ("ETC", *_EXTRA)}, UNKNOWN)
    extra = replace(chosen, where=f"{chosen.where} AND {of}.platform IN ({_quoted(_EXTRA)})")  # fmt: skip
    for rows, some, platform in (
        (_PLATFORM, chosen, whole),
        (_APART, extra, f"{of}.platform"),
    ):
        cells = _cells(look, some, platform, outcome)
        end, annex = (".annex", True) if rows is _APART else ("", False)
        doubtful = undecided(look, some if annex else selection_of(RULES[rule]))
        yield Table(f"{name}{end}", RULES[rule], rows, _OUTCOME, cells, doubtful, annex=annex)  # fmt: skip


def _basis(look: Look) -> Table:
    cells = summed({(row, ALL): n for (row,), n in _told(look, _with_basis("R1"), _of_basis())})  # fmt: skip
    doubtful = undecided(look, selection_of(RULES["R1"]))
    return Table("T7", RULES["R1"], _BASIS, only_sums(), cells, doubtful)


def _checks(look: Look) -> Table:
    cells = summed({
        (row, rule): n
        for rule in _KIND_OF_WORK.codes
        for (row,), n in _told(look, _with_basis(rule), _of_basis())
    })  # fmt: skip
    doubtful = undecided(look, selection_of(RULES["R1C"]))
    return Table("T7.checks", RULES["R1C"], _BASIS, _KIND_OF_WORK, cells, doubtful)


def _leaks(look: Look, rule: str, name: str, of: str) -> Table:
    chosen = selection_of(RULES[rule])
    every = f"count(DISTINCT {chosen.one})" if chosen.one == "t.id" else ""
    joined = replace(chosen, join=_LEAKS.format(leak=_LEAK, of=of), many=every)
    cells = {(kind, ALL): n for (kind,), n in _told(look, joined, "coalesce(k.kind, '')")}  # fmt: skip
    cells[ALL, ALL] = _whole(look, chosen)
    return Table(
        name, RULES[rule], _DETAIL, only_sums(), cells, undecided(look, chosen)
    )


def _waves(look: Look) -> Table:
    every, gone = selection_of(RULES["R2"]), selection_of(RULES["R3"])
    told = {
        "NEW": replace(every, where=f"{every.where} AND NOT {FOUND_AGAIN}"),
        "R5": selection_of(RULES["R5"]),
        "R3": replace(gone, dated="result_on"),
    }
    cells: dict[Cell, int] = {}
    for name, chosen in told.items():
        cells |= {(m, name): n for (m,), n in _told(look, chosen, month_of(f"t.{chosen.dated}"))}  # fmt: skip
        cells[ALL, name] = _whole(look, chosen)
    columns = Axis("counting-axis-wave", tuple(told))
    rows = months(look.period, (month for month, _ in cells if month))
    doubtful = undecided(look, every) + undecided(look, told["R3"])
    return Table("T10", RULES["R2"], rows, columns, cells, doubtful, across=False)


# --- reading ------------------------------------------------------------------------------


def _told(look: Look, chosen: Selection, *by: str) -> Iterable[tuple[tuple[str, ...], int]]:  # fmt: skip
    return tallied(look.db, chosen.within(look.period), look.population, by).items()


def _whole(look: Look, chosen: Selection) -> int:
    return sum(n for _, n in _told(look, chosen))


def _cells(look: Look, chosen: Selection, row: str, column: str) -> Mapping[Cell, int]:
    """Return the cells with their sums; what may stand in two cells is counted again for each."""
    found: dict[Cell, int] = {(r, c): n for (r, c), n in _told(look, chosen, row, column)}  # fmt: skip
    if chosen.one == "t.id":
        return summed(found)
    found |= {(r, ALL): n for (r,), n in _told(look, chosen, row)}
    found |= {(ALL, c): n for (c,), n in _told(look, chosen, column)}
    found[ALL, ALL] = _whole(look, chosen)
    return found


def _with_basis(rule: str) -> Selection:
    return replace(selection_of(RULES[rule]), join=f' LEFT JOIN {_CASE} c ON c.id = t."case"')  # fmt: skip


def _of_basis() -> str:
    asked = tuple(one.code for one in CODES.lists["delete_basis"] if one.code.startswith("REQ_"))  # fmt: skip
    groups = {"REQUEST": asked, "POLICE": ("POLICE",), "CSAM": ("CSAM",)}
    return _sorted("coalesce(t.basis, c.delete_basis)", groups, UNKNOWN)


def _sorted(value: str, groups: Mapping[str, tuple[str, ...]], otherwise: str) -> str:
    """Return SQL that names the group of a code; the codes are those of our own lists."""
    told = (f"WHEN {value} IN ({_quoted(codes)}) THEN '{name}'" for name, codes in groups.items())  # fmt: skip
    return f"CASE {' '.join(told)} ELSE '{otherwise}' END"


def _quoted(codes: tuple[str, ...]) -> str:
    return ", ".join(f"'{one}'" for one in codes)
