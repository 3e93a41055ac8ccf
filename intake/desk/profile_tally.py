"""The figures of many perpetrators at once (프로필의 셈), for their list, and what no rule counts.

* Deletion support is counted by R1 (first and repeated requests, search results, the
  commission) from the sums kept beside each case: a case of many addresses costs no more.
* Confirmed victims are people: cases that continue in one another, and cases that two persons
  decided are of one victim, are one.
* The numbers of one perpetrator's page are counted by the papers' rules (``profiles_counting``):
  the list says of a child how old she was at intake, the page how old when it happened.
* The period is that of what happened (피해 시기); where nobody knows it, of the suspect's
  accounts as they were seen.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from intake.desk.bonds import VICTIM, Bonds
from intake.desk.lines import names_of_centers
from intake.desk.people import victim_of
from intake.desk.rooms import Rooms
from intake.desk.views.joint import CaseOfProfile
from intake.register import SCHEMA, ListQuery, Row, Value
from intake.vault.database import Row as DbRow

Counts = Mapping[str, int | None]

_UNDER = 14  # 청소년성보호법, 형법 305조: told apart in every table
_AT_ONCE = 500
_PERIOD = (
    f'select "case", min(happened_from), max(coalesce(happened_to, happened_from))'  # noqa: S608 - names of the schema
    f' from {SCHEMA["incident"].table} where deleted is null and "case" in ({{}}) group by 1'
)
_SEEN = (
    'select "case", min(seen_from), max(coalesce(seen_to, seen_from))'  # noqa: S608 - names of the schema
    f" from {SCHEMA['identifier'].table} where deleted is null"
    ' and "case" in ({}) group by 1'
)


@dataclass(frozen=True, slots=True)
class Person:
    """One victim of a profile: the case that is counted, and those counted with it."""

    counted: str
    cases: frozenset[str]
    minor: bool
    under_14: bool


class Tally:
    """Counts cases; what was read of each is kept as long as this lives."""

    def __init__(self, rooms: Rooms, bonds: Bonds, cases: Iterable[str]) -> None:
        """Read what is kept of these cases, all at once."""
        self._rooms, self._bonds = rooms, bonds
        told = tuple(sorted(set(cases)))
        self._counts = rooms.register.counts(told)
        self._rows = {row.id: row for row in _rows(rooms, "case", told)}
        self._confirmed = bonds.one_victim(told)
        self._periods = dict(_periods(rooms, told))
        self._named = names_of_centers(rooms)

    def actions(self, cases: Iterable[str]) -> int:
        """Return the deletion support of cases, by R1."""
        return sum(self._of(case, "requests") for case in cases)

    def open(self, case: str) -> int:
        """Return how many addresses of a case are neither down nor answered."""
        ended = ("removed", "blocked", "refused", "temporary", "delisted", "gone")
        return self._of(case, "postings") - sum(self._of(case, n) for n in ended)

    def period(self, cases: Iterable[str]) -> tuple[str, str]:
        """Return from when to when it happened, as far as anybody knows."""
        return _span(self._periods[case] for case in cases if case in self._periods)

    def happened(self, cases: Iterable[str]) -> tuple[str, str]:
        """Return from when to when it happened, as it was noted and nothing else: for paper.

        When an account was seen does not say when anybody was harmed.
        """
        told = ((str(first or ""), str(last or "")) for _, first, last in _read(self._rooms, _PERIOD, cases))  # fmt: skip
        return _span(told)

    def centers(self, cases: Iterable[str]) -> tuple[str, ...]:
        """Return the centers in whose figures these cases are."""
        found = {str(self._rows[c]["center"] or "") for c in cases if c in self._rows}
        return tuple(sorted(found - {""}))

    def center_names(self, cases: Iterable[str]) -> tuple[str, ...]:
        """Return what these centers call themselves, in the same order."""
        return tuple(map(self._named, self.centers(cases)))

    def number(self, case: str) -> str:
        """Return the number of a case."""
        return str(self._rows[case]["number"] or "") if case in self._rows else ""

    # --- people ------------------------------------------------------------------------

    def people(self, cases: Iterable[str]) -> tuple[Person, ...]:
        """Return the victims of cases: confirmed, each once."""
        groups: dict[str, set[str]] = {}
        for case in cases:
            groups.setdefault(self._confirmed.get(case, case), set()).add(case)
        return tuple(self._person(frozenset(group)) for group in groups.values())

    def _person(self, cases: frozenset[str]) -> Person:
        counted = max(sorted(cases), key=lambda case: self._of(case, "requests"))
        ages = [self._counts.get(case, {}).get("age") for case in cases]
        under = any(age is not None and age < _UNDER for age in ages)
        minor = any(self._of(case, "minor") for case in cases)
        return Person(counted, cases, minor or under, under)

    def line(self, case: str, person: Person) -> CaseOfProfile:
        """Return a case as the coordinator may see it; never who the victim is."""
        apart = case != person.counted
        center = next(iter(self.centers((case,))), "")
        return CaseOfProfile(
            case=case,
            number=self.number(case),
            center=center,
            center_name=self._named(center),
            actions=self._of(case, "requests"),
            postings=self._of(case, "postings"),
            removed=self._of(case, "removed"),
            minor=person.minor,
            counted_with=self.number(person.counted) if apart else "",
            link=self._link(case, person) if apart else "",
            under_14=person.under_14,
            blocked=self._of(case, "blocked"),
            refused=self._of(case, "refused"),
            temporary=self._of(case, "temporary"),
            open=self.open(case),
        )

    def _link(self, case: str, person: Person) -> str:
        for one in self._bonds.of(victim_of(case), VICTIM):
            if case in {one.one_case, one.other_case} <= person.cases:
                return one.link
        return ""

    def _of(self, case: str, name: str) -> int:
        return int(self._counts.get(case, {}).get(name) or 0)


def rows_of(rooms: Rooms, entity: str, name: str, values: Sequence[str]) -> Iterator[Row]:  # fmt: skip
    """Yield the records whose field is one of many values."""
    for start in range(0, len(values), _AT_ONCE):
        wanted: dict[str, tuple[Value, ...]] = {name: tuple(values[start : start + _AT_ONCE])}  # fmt: skip
        yield from rooms.register.find(entity, **wanted)


def _rows(rooms: Rooms, entity: str, records: Sequence[str]) -> Iterator[Row]:
    for start in range(0, len(records), _AT_ONCE):
        some = records[start : start + _AT_ONCE]
        yield from rooms.register.first(ListQuery(entity, among=tuple(some)), -1)


def _span(known: Iterable[tuple[str, str]]) -> tuple[str, str]:
    told = tuple(known)
    first = min((one for one, _ in told if one), default="")
    return first, max((last for _, last in told if last), default="")


def _periods(rooms: Rooms, cases: Sequence[str]) -> Iterator[tuple[str, tuple[str, str]]]:  # fmt: skip
    """Yield when it happened in each case; a case without such a day, when he was seen."""
    for sql in (_SEEN, _PERIOD):  # the later one counts
        for case, first, last in _read(rooms, sql, cases):
            if first or last:
                yield _id(case), (str(first or ""), str(last or ""))


def _read(rooms: Rooms, sql: str, cases: Iterable[str]) -> Iterator[DbRow]:
    blobs = [uuid.UUID(case).bytes for case in cases]
    cuts = [*range(0, len(blobs), _AT_ONCE), len(blobs)]
    for start, end in pairwise(cuts):
        some = tuple(blobs[start:end])
        with rooms.vault.reading() as db:
            yield from db.all(sql.format(", ".join("?" * len(some))), some)


def _id(blob: bytes) -> str:
    return str(uuid.UUID(bytes=bytes(blob)))
