"""Whom figures are about (집계 대상): one case, one perpetrator's cases, this center, everybody here.

* A training case is in none, and neither is one that was destroyed or whose center asks for it
  to be destroyed (철회).
* Cases that continue in one another, and cases that people said are of one victim, are one
  person; *at least* joins also what is on hold, or waits for a second person.
* For a court only cases whose victims agreed to it are there; how many were left out is known
  here and written on no paper (ruling 24).
"""

# ruff: noqa: S608 - names of the schema stand in a statement

from dataclasses import dataclass

from intake import exchange as rooms_of_exchange
from intake.counting import Population, grouped
from intake.desk.bonds import VICTIM, Bonds, case_of_suspect
from intake.desk.dossier_reading import agreed_cases
from intake.desk.graph_reading import Reading
from intake.desk.rooms import Rooms
from intake.errors import InvalidInput, NotThisStep
from intake.ids import record_of
from intake.register import CODES, SCHEMA
from intake.register.fold import id_of

_CASES = f"SELECT id FROM {SCHEMA['case'].table} WHERE deleted IS NULL AND coalesce(training, 0) = 0"  # fmt: skip
_JOINED = f"SELECT id FROM {SCHEMA['case'].table} WHERE joined_to IS NOT NULL AND deleted IS NULL"  # fmt: skip

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom figures are about, and how many cases may not be told of."""

    population: Population
    left_out: int = 0
    everybody: frozenset[str] = frozenset()  # who was asked about, agreed or not


def population_of(rooms: Rooms, kind: str, about: str = "", court: str = "") -> Chosen:
    """Return whom figures are about; ``court``: only who agreed to that court.

    Raises:
        InvalidInput: there is no such kind.
        NotFound: nobody knows the case or the suspect.
    """
    if not CODES.holds(("figure_about",), kind):
        raise InvalidInput(what="about", why="unknown")
    bonds = Bonds(rooms)
    cases = frozenset(_cases(rooms, bonds, kind, about))
    sure, maybe = same_victims(rooms, bonds)
    whole = Population(cases, grouped(sure), grouped((*sure, *maybe)))
    if not court:
        return Chosen(whole)
    agreed = {one.case for one in agreed_cases(rooms, cases, court)}
    return Chosen(whole.only(agreed), len(cases) - len(agreed), cases)


def check_quiet(rooms: Rooms, chosen: Chosen) -> None:
    """Check that nobody of these cases sits here: she would read what is on the screen.

    Whether she agreed to a court makes no difference: else it would tell of it.

    Raises:
        NotThisStep: one of our own cases is interviewed now (상담 중).
    """
    reading = Reading(rooms)
    if any(map(reading.is_quiet, chosen.everybody or chosen.population.cases)):
        raise NotThisStep(what="figures", state="OPEN", step="count")


def _cases(rooms: Rooms, bonds: Bonds, kind: str, about: str) -> set[str]:
    if kind == "CASE":
        return {rooms.case(about).id} if bonds.is_here(about) else set()
    if kind == "PROFILE":
        return _of_profile(rooms, bonds, about)
    more, values = (" AND center = ?", (rooms.who.center_code,)) if kind == "CENTER" else ("", ())  # fmt: skip
    back = {record_of(one.scope) for one in rooms_of_exchange.withdrawn(rooms.exchange)}
    with rooms.vault.reading() as db:
        return {id_of(one) for (one,) in db.each(_CASES + more, values)} - back


def _of_profile(rooms: Rooms, bonds: Bonds, suspect: str) -> set[str]:
    group = bonds.group(suspect, case_of_suspect(rooms, suspect))
    return {case for case in group.values() if bonds.is_here(case)}


def same_victims(rooms: Rooms, bonds: Bonds) -> tuple[Pairs, Pairs]:
    """Return the pairs of cases that are of one victim, and those that may be."""
    with rooms.vault.reading() as db:
        joined = [id_of(one) for (one,) in db.all(_JOINED)]
    onward = tuple((case, bonds.onward(case)) for case in joined)
    said = tuple((one.one_case, one.other_case) for one in bonds.every(VICTIM))
    return (*onward, *said), tuple(
        (one.one_case, one.other_case) for one in bonds.doubted()
    )
