"""Counting statistics (통계 세기): cards and tables of one question, all at one moment.

* Small numbers of people are hidden, in all tables together, unless somebody who sees content asks
  for all of it. Headline figures of people are hidden by the same measure.
* One case is no table of people: those are left out of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.consent.roles import Act
from intake.counting import RULES, Amount, Counted, Look, counted
from intake.counting.cells import LEAST
from intake.counting.tables import ALL, MANY, Table, average, groups, tables_of
from intake.counting.tables.publishing import OF_PEOPLE, Published, published
from intake.desk.asking import chosen_of, period_of
from intake.desk.populations import Chosen
from intake.desk.rooms import Rooms
from intake.desk.statistics_groups import groups_of
from intake.desk.statistics_ready import prepare
from intake.desk.views.figures import Asked
from intake.progress import Progress

_CARDS = ("V1", "V2", "M1", "R1", "R2", "R3", "R3-REFUSED", "R5")
_OF_CASE = ("R1", "R1-FIRST", "R1-AGAIN", "R2", "R3", "R3-REFUSED", "R3-OPEN", "R5")
GROUPED = frozenset({"CENTER", "NATION"})  # whose groups of one perpetrator are told


@dataclass(frozen=True, slots=True)
class Taken:
    """Numbers of one question and one moment, before they are put into words."""

    asked: Asked
    as_of: str
    position: str
    cards: tuple[Counted, ...]
    tables: tuple[Published, ...]  # national ones first, then the annexes
    each: tuple[Amount, Amount] | None  # kinds of harm, and people; None where hidden
    hidden: bool
    chosen: Chosen

    def named(self, table: str) -> Published | None:
        """Return a table; None where this question has none of that name."""
        return next((one for one in self.tables if one.table.id == table), None)

    def is_hidden(self, one: Counted) -> bool:
        """Whether a headline figure is not shown."""
        if not self.hidden or one.rule.unit not in OF_PEOPLE:
            return False
        people = self.named("T1")
        away = people is not None and people.at(ALL, ALL) is None
        few = 0 < one.amount.value < LEAST or 0 < self._others(one) < LEAST
        return few or (away and one.rule.id in {"V1", "V2"})

    def _others(self, one: Counted) -> int:
        """Return of how many people a part of all people tells by being taken from them."""
        everybody = next((each for each in self.cards if each.rule.id == "V1"), None)
        if everybody is None or one.rule.id != "M1":
            return 0
        return everybody.amount.value - one.amount.value

    def doubtful(self, one: Counted | Table) -> int:
        """Return how many are doubtful; of people never so few that they can be guessed."""
        of_people = one.rule.unit in OF_PEOPLE
        return 0 if self.hidden and of_people and one.doubtful < LEAST else one.doubtful


def taken(rooms: Rooms, asked: Asked, progress: Progress, *, whole: bool) -> Taken:
    """Count everything that statistics show.

    Raises:
        InvalidInput: there is no such kind, or no such day.
        NotFound: nobody knows the case or the suspect.
        NotThisStep: somebody of that perpetrator's cases is interviewed now.
        NotYours: what is true of one case, or of who agreed, is not for the person here.
        Cancelled: from ``progress``.
    """
    period, hides = period_of(asked), not (whole and rooms.sight.may(Act.CASEWORK))
    prepare(rooms, asked, progress)
    with rooms.vault.one_moment() as db:
        chosen = chosen_of(rooms, asked)
        look = Look(db, chosen.population, period)
        return taken_of(rooms, look, chosen, asked, progress, hides=hides)


def taken_of(
    rooms: Rooms,
    look: Look,
    chosen: Chosen,
    asked: Asked,
    progress: Progress,
    *,
    hides: bool,
) -> Taken:
    """Count the same of whoever is looked at already; within one moment."""
    told = _tables(rooms, look, chosen, asked, progress)
    cards = tuple(counted(look, RULES[one]) for one in _cards(asked))
    shown = tuple(part for some in told for part in (published(some) if hides else map(Published, some)))  # fmt: skip
    return Taken(
        asked,
        rooms.texts.moment(rooms.clock.wall()),
        rooms.ledger.position_hash(),
        cards,
        tuple(sorted(shown, key=lambda one: one.table.annex)),
        _each(look, shown),
        hides,
        chosen,
    )


def _cards(asked: Asked) -> tuple[str, ...]:
    return _OF_CASE if asked.about_kind == "CASE" else _CARDS


def _tables(rooms: Rooms, look: Look, chosen: Chosen, asked: Asked, progress: Progress) -> list[Sequence[Table]]:  # fmt: skip
    """Return the tables in bundles that are published together."""
    every: Sequence[Table] = tables_of(look, progress)
    if asked.about_kind == "CASE":
        return [[one for one in every if one.unit not in OF_PEOPLE]]
    if asked.about_kind not in GROUPED:
        return [every]
    progress.step(MANY, MANY, "progress-figures")
    return [every, groups(look.db, groups_of(rooms, chosen), look.period)]


def _each(look: Look, shown: Sequence[Published]) -> tuple[Amount, Amount] | None:
    """Return what 1인당 평균 is divided of; nothing where one of both is not shown."""
    sums = {one.table.id: one.at(ALL, ALL) for one in shown}
    if sums.get("T1") is None or sums.get("T3.sex") is None:
        return None
    return average(look)
