"""What stands in the merged table (다기관 병합표): one victim at one center is one row.

* Sums are those of the rules; what the rules leave out as known twice is listed beside them.
* A petition is named beside a row where its sheets lie here; of the others nothing is said.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.counting import RULES
from intake.counting.selecting import pairs, selection_of, tallied
from intake.desk.bonds import Bonds
from intake.desk.lines import names_of_centers
from intake.desk.paper_making import Making
from intake.desk.petition_states import HELD
from intake.desk.petitions import held_petitions
from intake.desk.profile_tally import Tally
from intake.documents import Merged, MergedRow, draw_merged
from intake.progress import Progress
from intake.register import CODES

_SUMMED = {"actions": "R1", "addresses": "R2", "removed": "R3", "refused": "R3-REFUSED"}  # fmt: skip
_TOTALS = ("V1", "R1", "R2N", "R3", "R3-REFUSED")
_HARMS = ("damage_national", "damage_regional")


def content(making: Making) -> Merged:
    """Return what stands in the paper."""
    return _Table(making).paper()


def drawn(paper: Merged, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_merged(paper, language)


class _Table:
    """One table while it is made."""

    def __init__(self, making: Making) -> None:
        self._making, self._rooms, self._look = making, making.rooms, making.look
        self._names, self._found = making.names, making.found
        self._named = names_of_centers(making.rooms)
        self._tally = Tally(making.rooms, Bonds(making.rooms), dict(making.names))
        self._person = {case: one.cases[0] for one in making.look.victims for case in one.cases}  # fmt: skip

    def paper(self) -> Merged:
        rows = tuple(self._rows())
        sums = tuple(self._found[rule].by_case.total() for rule in _SUMMED.values())
        return Merged(
            **self._making.submitted(("V1", "R1", "R2", "R2N", "R3", "R3-REFUSED")),
            rows=rows,
            added=(sums[0], sums[1], sums[2], sums[3]),
            totals=tuple(self._totals()),
            twice=tuple(self._twice()),
        )

    # --- rows ------------------------------------------------------------------------------

    def _rows(self) -> Iterator[MergedRow]:
        held = held_petitions(self._rooms, self._names, self._making.plan.court)
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for case in self._names:
            groups[self._first(case), self._center(case)].append(case)
        for (first, center), cases in groups.items():
            written = any(held[one].state in HELD for one in cases if one in held)
            sums = {name: sum(self._found[rule].by_case[one] for one in cases) for name, rule in _SUMMED.items()}  # fmt: skip
            yield MergedRow(
                label=self._label(first, cases),
                center=self._named(center),
                period=self._period(cases),
                harms=", ".join(self._harms(cases)),
                attached=self._rooms.texts("paper-merged-petition") if written else "",
                **sums,
            )

    def _first(self, case: str) -> str:
        return self._person.get(case, case)

    def _center(self, case: str) -> str:
        return next(iter(self._tally.centers((case,))), "")

    def _label(self, first: str, cases: Sequence[str]) -> str:
        here = ", ".join(self._names[one] for one in cases)
        same = self._names.get(first, "")
        return here if first in cases or not same else f"{here}\n= {same}"

    def _period(self, cases: Sequence[str]) -> str:
        texts = self._rooms.texts
        known = [texts.day(one) for one in dict.fromkeys(self._tally.happened(cases)) if one]  # fmt: skip
        return " – ".join(known)

    def _harms(self, cases: Sequence[str]) -> Iterator[str]:
        told = {kind for of, kind in self._look.harms if of in cases}
        for name in _HARMS:
            for one in CODES.lists[name]:
                if one.code in told:
                    yield CODES.label(name, one.code, self._rooms.language)

    # --- sums, and what they leave out --------------------------------------------------------

    def _totals(self) -> Iterator[tuple[str, str]]:
        texts, language = self._rooms.texts, self._rooms.language
        for name in _TOTALS:
            rule = RULES[name]
            value = self._found[name].amount.value
            said = texts(f"figure-counted-{rule.unit.lower()}", value=value)
            yield f"{rule.name(language)} · {rule.label}", said

    def _twice(self) -> Iterator[tuple[str, str]]:
        texts = self._rooms.texts
        told = (("people", self._people()), ("addresses", self._shared()), ("actions", self._known_twice()))  # fmt: skip
        for name, lines in told:
            said = "\n".join(lines)
            if said:
                yield texts(f"paper-merged-{name}"), said

    def _people(self) -> Iterator[str]:
        for one in self._look.victims:
            cases = sorted(self._names[case] for case in one.cases if case in self._names)  # fmt: skip
            if len(cases) > 1:
                yield self._rooms.texts("paper-merged-people-said", cases=" = ".join(cases))  # fmt: skip

    def _shared(self) -> Iterator[str]:
        """Yield which cases have addresses in common, and how many."""
        texts = self._rooms.texts
        chosen = selection_of(RULES["R2N"]).within(self._look.period)
        where: dict[str, set[str]] = defaultdict(set)
        for case, address in pairs(self._look.db, chosen, self._look.population, chosen.one):  # fmt: skip
            where[address].add(self._names[case])
        common = Counter(tuple(sorted(some)) for some in where.values() if len(some) > 1)  # fmt: skip
        for cases, count in sorted(common.items()):
            yield texts("paper-merged-shared", cases=" · ".join(cases), count=count)
        if common:
            less = sum((len(cases) - 1) * count for cases, count in common.items())
            yield texts("paper-merged-shared-all", count=less)

    def _known_twice(self) -> Iterator[str]:
        """Yield how many actions came under the number of another system too."""
        chosen = selection_of(RULES["R1"]).within(self._look.period)
        marked = replace(chosen, where=f"{chosen.where} AND t.outside_number IS NOT NULL")  # fmt: skip
        count = sum(tallied(self._look.db, marked, self._look.population).values())
        if count:
            yield self._rooms.texts("paper-merged-known-twice", count=count)
