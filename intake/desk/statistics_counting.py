"""Counting statistics (통계 세기): cards and tables of one question, all at one moment.

* Small numbers of people are hidden, in all tables together, unless somebody who sees content asks
  for all of it. Headline figures of people are hidden by the same measure, here and in ``figures``.
* One case is no table of people: those are left out of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.consent.roles import Act
from intake.counting import RULES, Amount, Counted, Kinds, Look, Persons, counted
from intake.counting import look as looking
from intake.counting.tables import ALL, MANY, Table, average, groups, tables_of
from intake.counting.tables.answers import Answer, claim, keep, kept, question_of
from intake.counting.tables.publishing import OF_PEOPLE, Published, published
from intake.desk.asking import chosen_of, period_of
from intake.desk.populations import Chosen
from intake.desk.rooms import Rooms
from intake.desk.statistics_groups import groups_of
from intake.desk.statistics_hiding import Measure, measured
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
    measure: Measure | None  # None: nothing is hidden
    chosen: Chosen

    @property
    def hidden(self) -> bool:
        """Whether small numbers of people are hidden."""
        return self.measure is not None

    def named(self, table: str) -> Published | None:
        """Return a table; None where this question has none of that name."""
        return next((one for one in self.tables if one.table.id == table), None)

    def is_hidden(self, one: Counted) -> bool:
        """Whether a headline figure is not shown."""
        return self.measure is not None and self.measure.hides(one.rule, one.amount.value)  # fmt: skip

    def doubtful(self, one: Counted | Table) -> int:
        """Return how many are doubtful; of people never so few that they can be guessed."""
        if self.measure is None:
            return one.doubtful
        return self.measure.doubtful(one.rule.unit, one.doubtful)


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
        look, question = Look(db, chosen.population, period), b""
        if _is_of_many(asked, chosen):
            question = question_of(chosen.population, period, _cards(asked))
        found = kept(db, question, look) if question else None
        if found is not None or not question:
            return taken_of(rooms, look, chosen, asked, progress, hides=hides, found=found)  # fmt: skip
    token = claim(rooms.vault, question)
    with rooms.vault.one_moment() as db:
        chosen = chosen_of(rooms, asked)
        look = Look(db, chosen.population, period)
        found = _answer(look, asked, progress)
        told = taken_of(rooms, look, chosen, asked, progress, hides=hides, found=found)
        question = question_of(chosen.population, period, _cards(asked))
    keep(rooms.vault, question, token, found)
    return told


def _is_of_many(asked: Asked, chosen: Chosen) -> bool:
    return asked.about_kind in GROUPED and len(chosen.population.cases) >= looking.MANY_CASES  # fmt: skip


def taken_of(
    rooms: Rooms,
    look: Look,
    chosen: Chosen,
    asked: Asked,
    progress: Progress,
    *,
    hides: bool,
    found: Answer | None = None,
) -> Taken:
    """Count the same of whoever is looked at already; within one moment."""
    found = found or _answer(look, asked, progress)
    told = _bundles(rooms, look, chosen, asked, found.tables)
    cards = found.cards
    shown = tuple(part for some in told for part in (published(some) if hides else map(Published, some)))  # fmt: skip
    everybody = next((one.amount.value for one in cards if one.rule.id == "V1"), 0)
    veiled = not rooms.sight.may(Act.CASEWORK)
    return Taken(
        asked,
        rooms.texts.moment(rooms.clock.wall()),
        rooms.ledger.position_hash(),
        cards,
        tuple(sorted(shown, key=lambda one: one.table.annex)),
        _each(found, shown),
        measured(shown, everybody, veiled=veiled) if hides else None,
        chosen,
    )


def measure_of(rooms: Rooms, look: Look, chosen: Chosen, asked: Asked, progress: Progress) -> Measure | None:  # fmt: skip
    """Return what is hidden of any number of these people; None for who sees content.

    Raises:
        Cancelled: from ``progress``.
    """
    if rooms.sight.may(Act.CASEWORK):
        return None
    question = question_of(chosen.population, look.period, _cards(asked))
    found = kept(look.db, question, look) if _is_of_many(asked, chosen) else None
    return taken_of(rooms, look, chosen, asked, progress, hides=True, found=found).measure  # fmt: skip


def _cards(asked: Asked) -> tuple[str, ...]:
    return _OF_CASE if asked.about_kind == "CASE" else _CARDS


def _answer(look: Look, asked: Asked, progress: Progress) -> Answer:
    tables = tables_of(look, progress)
    cards = tuple(counted(look, RULES[one]) for one in _cards(asked))
    kinds, people = average(look)
    progress.step(MANY, MANY, "progress-figures")
    return Answer(cards, tables, (kinds.value, people.value))


def _bundles(rooms: Rooms, look: Look, chosen: Chosen, asked: Asked, every: Sequence[Table]) -> list[Sequence[Table]]:  # fmt: skip
    """Return the tables in bundles that are published together."""
    if asked.about_kind == "CASE":
        return [[one for one in every if one.unit not in OF_PEOPLE]]
    if asked.about_kind not in GROUPED:
        return [every]
    return [every, groups(look.db, groups_of(rooms, chosen), look.period)]


def _each(found: Answer, shown: Sequence[Published]) -> tuple[Amount, Amount] | None:
    """Return what 1인당 평균 is divided of; nothing where one of both is not shown."""
    sums = {one.table.id: one.at(ALL, ALL) for one in shown}
    if sums.get("T1") is None or sums.get("T3.sex") is None:
        return None
    kinds, people = found.average
    return Kinds(kinds), Persons(people)
