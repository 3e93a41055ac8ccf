"""The people of a population as tables need them (피해자): sex, age, relation, since when.

* A person of several cases is described by the earliest one that says anything; what it leaves
  open, the next one says.
* Age (연령대) is that on the day of intake. Minor at the time (피해 당시) is age on the day it
  happened: certain, impossible, or open, and what is open is told apart and never added.
* Band "10대" holds a nineteen-year-old, who is no child of 청소년성보호법 (under 19): band and
  minority are two facts.
"""

# ruff: noqa: S608 - names of the schema stand in a statement

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from intake.counting.period import earliest, latest
from intake.counting.population import Group, Population
from intake.counting.selecting import among, listed, walk
from intake.register.fold import id_of
from intake.register.schema import SCHEMA
from intake.vault import Database
from intake.vault.database import Row

UNKNOWN = "U"
_BANDS = ((10, "U10"), (20, "10"), (30, "20"), (40, "30"), (50, "40"))
_OLDEST = "50"
_EVERY = (0, 120)
_OF_BAND = {"U10": (0, 9), "10": (10, 19), "20": (20, 29), "30": (30, 39), "40": (40, 49), "50": (50, 120)}  # fmt: skip
_CASES = f"SELECT id, coalesce(received_on, ''), coalesce(intake_kind, ''), coalesce(route, ''), coalesce(center, ''), coalesce(delete_basis, '') FROM {SCHEMA['case'].table}{{walk}} WHERE deleted IS NULL AND coalesce(training, 0) = 0 AND "  # fmt: skip
_LIVE = f"SELECT id FROM {SCHEMA['case'].table}{{walk}} WHERE deleted IS NULL AND coalesce(training, 0) = 0 AND "  # fmt: skip
_PEOPLE = f"SELECT \"case\", coalesce(sex, ''), age, coalesce(age_band, ''), coalesce(birth, ''), coalesce(under_14, ''), coalesce(under_19, '') FROM {SCHEMA['person'].table}{{walk}} WHERE role = 'VICTIM' AND deleted IS NULL AND "  # fmt: skip
_HAPPENED = f"SELECT \"case\", coalesce(relation, ''), coalesce(happened_from, ''), coalesce(happened_to, '') FROM {SCHEMA['incident'].table}{{walk}} WHERE deleted IS NULL AND "  # fmt: skip


@dataclass(frozen=True, slots=True)
class Harm:
    """When one thing happened, and who did it as far as the victim knows them."""

    relation: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What one case says of its victim."""

    case: str
    received: str
    intake: str
    route: str
    center: str
    basis: str
    sex: str = ""
    age: int | None = None
    band: str = ""
    birth: str = field(default="", repr=False)
    under_14: str = ""
    under_19: str = ""
    harms: tuple[Harm, ...] = ()

    @property
    def ages(self) -> tuple[int, int] | None:
        """The youngest and the oldest she may have been on the day of intake."""
        if self.age is not None:
            return self.age, self.age
        return ages_on(self.birth, self.received)


_NOBODY = ("", None, "", "", "", "")  # as ``_PEOPLE`` reads a person


@dataclass(frozen=True, slots=True)
class Victim:
    """One person: what all her cases together say."""

    cases: tuple[str, ...]  # the earliest first
    sex: str
    band: str
    relation: str
    route: str
    received: str
    intake: str
    centers: tuple[str, ...]
    minor: bool | None  # under 19 when it happened; None: open
    under_14: bool | None


def victims_of(db: Database, population: Population) -> tuple[Victim, ...]:
    """Return the confirmed people of a population, in the order of their least case."""
    return people_of(case_facts(db, population.cases), population)


def people_of(facts: Mapping[str, CaseFacts], population: Population) -> tuple[Victim, ...]:  # fmt: skip
    """Return the confirmed people out of what their cases say."""
    told = (_victim(group, facts) for group in population.persons())
    return tuple(one for one in told if one is not None)


def living(db: Database, cases: frozenset[str]) -> frozenset[str]:
    """Return which of these cases count at all: none of training, none that is gone."""
    found = db.each(_LIVE.format(walk=walk(cases)) + among("id", cases), (listed(cases),))  # fmt: skip
    return frozenset(id_of(one) for (one,) in found)


def case_facts(db: Database, cases: frozenset[str]) -> Mapping[str, CaseFacts]:
    """Return what each case says; a training case, or one that is gone, says nothing."""
    people: dict[bytes, Row] = {}
    for case, *told in _about(db, _PEOPLE, '"case"', cases):
        # Of several victims' rows of a case the first counts.
        people.setdefault(case, tuple(told))
    harms: dict[bytes, list[Harm]] = {}
    for case, *told in _about(db, _HAPPENED, '"case"', cases):
        harms.setdefault(case, []).append(Harm(*told))
    found = {}
    for blob, *told in _about(db, _CASES, "id", cases):
        case = id_of(blob)
        said = (*told, *people.get(blob, _NOBODY), tuple(harms.get(blob, ())))
        found[case] = CaseFacts(case, *said)
    return found


def _about(db: Database, sql: str, column: str, cases: frozenset[str]) -> Iterator[Row]:
    """Yield the rows of these cases, the first noted first."""
    whole = f"{sql.format(walk=walk(cases))}{among(column, cases)} ORDER BY id"
    return db.each(whole, (listed(cases),))


def _victim(group: Group, facts: Mapping[str, CaseFacts]) -> Victim | None:
    told = sorted((facts[case] for case in group if case in facts), key=lambda one: (one.received or "9", one.case))  # fmt: skip
    if not told:
        return None
    relations = [one.relation for fact in told for one in fact.harms]
    return Victim(
        cases=tuple(one.case for one in told),
        sex=_first((one.sex for one in told), UNKNOWN),
        band=_first(map(band_of, told), UNKNOWN),
        relation=_first(relations, "UNKNOWN", unsaid={"UNKNOWN"}),
        route=_first((one.route for one in told), ""),
        received=told[0].received,
        intake=told[0].intake,
        centers=tuple(sorted({one.center for one in told} - {""})),
        minor=_any(was_under(one, 19) for one in told),
        under_14=_any(was_under(one, 14) for one in told),
    )


def _first(said: Iterable[str], otherwise: str, unsaid: Iterable[str] = (UNKNOWN,)) -> str:  # fmt: skip
    left = {"", *unsaid}
    return next((one for one in said if one not in left), otherwise)


def _any(answers: Iterable[bool | None]) -> bool | None:
    told = tuple(answers)
    if any(told):
        return True
    return None if None in told else False


# --- age ----------------------------------------------------------------------------------


def band_of(fact: CaseFacts) -> str:
    """Return the band (연령대) on the day of intake: of the age, else as it was said."""
    ages = fact.ages
    bands = {_band(age) for age in ages} if ages else set()
    if len(bands) == 1:
        return bands.pop()
    return fact.band or UNKNOWN


def _band(age: int) -> str:
    return next((band for below, band in _BANDS if age < below), _OLDEST)


def ages_on(birth: str, day: str) -> tuple[int, int] | None:
    """Return the youngest and the oldest age (만 나이) that a birth allows on a day.

    >>> ages_on("2008-05-01", "2024-04-30"), ages_on("2008", "2024-03-04")
    ((15, 15), (15, 16))
    """
    if not birth or not day:
        return None
    try:
        return _age(latest(birth), earliest(day)), _age(earliest(birth), latest(day))
    except ValueError:  # no date at all
        return None


def _age(born: str, on: str) -> int:
    first, then = dt.date.fromisoformat(born), dt.date.fromisoformat(on)
    return then.year - first.year - ((then.month, then.day) < (first.month, first.day))


def was_under(fact: CaseFacts, years: int) -> bool | None:
    """Whether she is known to have been under an age when it happened; None where it is open.

    Who was under it on the day of intake was so before. Who was not is looked at on the first
    day of what happened: by her birth, else by what is known of her age and the years between.
    """
    said = {14: fact.under_14, 19: fact.under_19}.get(years, "")
    at_intake = _ages_known(fact)
    if said == "YES" or at_intake[1] < years:
        return True
    days = [one.first or one.last for one in fact.harms if one.first or one.last]
    then = _ages_at(fact, at_intake, min(days)) if days else None
    # Where nobody knows the day, as she was on the day of intake.
    low, high = then or at_intake
    return True if high < years else False if low >= years else None


def _ages_known(fact: CaseFacts) -> tuple[int, int]:
    """Return the youngest and the oldest she may have been on the day of intake."""
    if fact.ages:
        return fact.ages
    low, high = _OF_BAND.get(fact.band, _EVERY)
    for years, said in ((14, fact.under_14), (19, fact.under_19)):
        low, high = (max(low, years), high) if said == "NO" else (low, high)
        low, high = (low, min(high, years - 1)) if said == "YES" else (low, high)
    return low, high


def _ages_at(fact: CaseFacts, ages: tuple[int, int], day: str) -> tuple[int, int] | None:  # fmt: skip
    """Return the youngest and the oldest she may have been on a day; None where it is no day."""
    if fact.birth:
        return ages_on(fact.birth, day)
    if not fact.received:
        return None
    first, last, taken = earliest(day), latest(day), fact.received
    try:
        longest = _age(first, latest(taken))
        shortest = _age(last, earliest(taken))
    except ValueError:
        return None
    longest += first != latest(taken)  # her birthday may lie between
    return ages[0] - longest, ages[1] - max(shortest, 0)
