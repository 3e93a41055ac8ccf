"""Tables of deletion support (삭제지원, 건): T6 platforms, T7 basis, T8 leaks.

* The outcome of an action is that of its address as it stands now; about no address it is 진행.
  Platforms that no national table has are 기타 there and stand apart in the annex.
* T7: the basis of an action is its own, else that of its case; grouped as 본인·친족·대리인 요청,
  수사기관 요청, 성착취물 선제. Beside it the press's split of requests and checks (R1, R4).
* T8: one action counts in every kind of detail that leaked at its address, and once in the sum.
* All of it is read in one statement, and what only may lie in the period in another.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from intake.counting.kept.packing import EXTRA
from intake.counting.look import Look
from intake.counting.population import Population
from intake.counting.rules import RULES
from intake.counting.selecting import LEAKED, Selection, selection_of, tallied
from intake.counting.tables.addresses import addresses
from intake.counting.tables.places import (
    APART,
    DETAIL,
    OUTCOME,
    PLATFORM,
    in_groups,
    leaking,
    national,
    outcome_of,
    platform_of,
    quoted,
)
from intake.counting.tables.table import (
    ALL,
    UNKNOWN,
    Axis,
    Cell,
    Table,
    only_sums,
    summed,
)
from intake.register import CODES, SCHEMA

_POSTING, _CASE = (SCHEMA[one].table for one in ("posting", "case"))
_BESIDE = (
    f" LEFT JOIN {_POSTING} p ON p.id = t.posting AND p.deleted IS NULL"
    f' LEFT JOIN {_CASE} c ON c.id = t."case"'
)
_BASIS = Axis("counting-axis-basis", ("REQUEST", "POLICE", "CSAM", UNKNOWN), ("delete_basis",))  # fmt: skip
_WORK = Axis("counting-axis-work", ("R1", "R4"))
_KIND = "coalesce(k.kind, '')"
DELETIONS = ("T6", "T6.annex", "T7", "T7.checks", "T8")


@dataclass(frozen=True, slots=True)
class _Act:
    """What tables ask of an action."""

    kind: str
    platform: str
    outcome: str
    basis: str
    leaked: str


_Acts = Mapping[_Act, int]
_Place = Callable[[_Act], Cell | None]


def deletion(look: Look) -> Iterator[Table]:
    """Yield every table of deletion support, of actions and of addresses."""
    acts = _read(look, sure=True), _read(look, sure=False)
    yield _of("T6", "R1", (PLATFORM, OUTCOME), acts, lambda one: (_national(one), one.outcome))  # fmt: skip
    yield replace(_of("T6.annex", "R1", (APART, OUTCOME), acts, _apart), annex=True)
    yield _of("T7", "R1", (_BASIS, only_sums()), acts, lambda one: (one.basis, ALL))
    yield _of("T7.checks", "R1C", (_BASIS, _WORK), acts, lambda one: (one.basis, _work(one)))  # fmt: skip
    yield _leaks(look, acts)
    yield from addresses(look)


def deletion_in(name: str, row: str, column: str) -> Selection:
    """Return the rows of a cell: as ``deletion`` places actions, said in SQL."""
    if name == "T8":
        return _leaking().having(_KIND, row) if row else selection_of(RULES["R6A"])
    rule, across, down = {
        "T6": ("R1", platform_of("p"), outcome_of("p")),
        "T6.annex": ("R1", "p.platform", outcome_of("p")),
        "T7": ("R1", _basis(), "''"),
        "T7.checks": ("R1C", _basis(), _work_of()),
    }[name]
    chosen = replace(selection_of(RULES[rule]), join=_BESIDE)
    if name == "T6.annex":
        chosen = replace(chosen, where=f"{chosen.where} AND p.platform IN ({quoted(EXTRA)})")  # fmt: skip
    return chosen.having(across, row).having(down, column)


def _work_of() -> str:
    return in_groups("t.kind", {"R4": RULES["R4"].kinds}, "R1")


def _leaking() -> Selection:
    return replace(selection_of(RULES["R1"]), join=leaking("t.posting"), many="count(DISTINCT t.id)")  # fmt: skip


def _of(name: str, rule: str, axes: tuple[Axis, Axis], acts: tuple[_Acts, _Acts], place: _Place) -> Table:  # fmt: skip
    """Return a table of the actions that a rule counts, each where it stands, if anywhere."""
    sure, maybe = (_placed(told, rule, place) for told in acts)
    return Table(name, RULES[rule], *axes, summed(sure), maybe.total())


def _placed(acts: _Acts, rule: str, place: _Place) -> Counter[Cell]:
    found: Counter[Cell] = Counter()
    for one, number in acts.items():
        cell = place(one) if one.kind in RULES[rule].kinds else None
        if cell is not None:
            found[cell] += number
    return found


def _leaks(look: Look, acts: tuple[_Acts, _Acts]) -> Table:
    whole = _of("T8", "R6A", (DETAIL, only_sums()), acts, _leaked)
    told = _leaked_by_kind(look)
    cells = {(kind, ALL): number for kind, number in told.items()}
    return replace(whole, cells={**cells, (ALL, ALL): whole.at(ALL, ALL)})


def _national(one: _Act) -> str:
    return national(one.platform)


def _apart(one: _Act) -> Cell | None:
    return (one.platform, one.outcome) if one.platform in EXTRA else None


def _leaked(one: _Act) -> Cell | None:
    return (ALL, ALL) if one.leaked else None


def _work(one: _Act) -> str:
    return "R4" if one.kind in RULES["R4"].kinds else "R1"


# --- reading ------------------------------------------------------------------------------


def _read(look: Look, *, sure: bool) -> _Acts:
    """Return how many actions there are of everything that tables ask."""
    if look.sums is None:
        return _read_rows(look, look.population, sure=sure)
    found: Counter[_Act] = Counter()
    for _, one, number in look.sums.acts(look.period, sure=sure):
        if one.kind in RULES["R1C"].kinds:
            leaked = "LEAKED" if one.leaked else ""
            found[_Act(one.kind, one.platform, one.outcome, one.basis, leaked)] += number  # fmt: skip
    if look.odd.cases:
        found.update(_read_rows(look, look.odd, sure=sure))
    return found


def _read_rows(look: Look, population: Population, *, sure: bool) -> _Acts:
    chosen = replace(selection_of(RULES["R1C"]), join=_BESIDE).within(look.period, sure=sure)  # fmt: skip
    leaked = f"CASE WHEN {LEAKED.format('t.posting')} THEN 'LEAKED' ELSE '' END"
    by = ("t.kind", f"coalesce(p.platform, '{UNKNOWN}')", outcome_of("p"), _basis(), leaked)  # fmt: skip
    told = tallied(look.db, chosen, population, by)
    return {_Act(*values): number for values, number in told.items()}


def _leaked_by_kind(look: Look) -> Counter[str]:
    """Return how many actions there are about addresses with each kind of leaked detail."""
    found: Counter[str] = Counter()
    for _, one, number in look.sums.acts(look.period) if look.sums else ():
        for kind in one.leaked if one.kind in RULES["R1"].kinds else ():
            found[kind] += number
    population = look.population if look.sums is None else look.odd
    if population.cases:
        told = tallied(look.db, _leaking().within(look.period), population, (_KIND,))
        found.update({kind: number for (kind,), number in told.items()})
    return found


def _basis() -> str:
    asked = tuple(one.code for one in CODES.lists["delete_basis"] if one.code.startswith("REQ_"))  # fmt: skip
    groups = {"REQUEST": asked, "POLICE": ("POLICE",), "CSAM": ("CSAM",)}
    return in_groups("coalesce(t.basis, c.delete_basis)", groups, UNKNOWN)
