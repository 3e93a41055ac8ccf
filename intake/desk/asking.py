"""Asking for numbers (수치 묻기): who may ask about whom, of which time, and how one is shown.

* Numbers are no content of a case, except what is true of one case, of one perpetrator, or of who
  agreed to a court.
* Rows are shown as far as the person here sees their case.
* Who sees no content asks about whole months and is told no small number of people
  (``statistics_hiding``): nobody is singled out by a day.
* Who agreed to a court can be counted by whoever sees all of those cases, and by nobody else: how
  many did not would follow from two numbers (ruling 24).
"""

from collections.abc import Iterable
from itertools import islice

from intake.consent.roles import Act
from intake.counting import Period, Rule, Source
from intake.counting.period import earliest, latest
from intake.desk.populations import Chosen, check_quiet, population_of
from intake.desk.rooms import Rooms
from intake.desk.views.figures import Asked, FigureLine, SourceLine
from intake.errors import InvalidInput, NotFound, NotYours
from intake.ids import scope_of
from intake.register import CODES
from intake.register.vocabulary import is_date

_MONTH = len("2024-01")
_DAY = {"deletion_action": "done_on", "posting": "found_on", "support_action": "done_on", "case": "received_on"}  # fmt: skip
_WORDS = {"deletion_action": ("kind", ("deletion_action",)), "posting": ("result", ("deletion_result",)),
          "support_action": ("kind", ("support", "support_regional")), "case": ("route", ("route",))}  # fmt: skip


def chosen_of(rooms: Rooms, asked: Asked) -> Chosen:
    """Return whom somebody asks about, where she may.

    Raises:
        InvalidInput: there is no such kind.
        NotFound: nobody knows the case or the suspect.
        NotThisStep: somebody of that perpetrator's cases is interviewed now.
        NotYours: it is not for the person here.
    """
    if not may_ask(rooms, asked.about_kind, asked.about, asked.court):
        raise NotYours(what="figures")
    if not rooms.sight.may(Act.CASEWORK) and not is_of_months(asked.first, asked.last):
        raise NotYours(what="figures")
    chosen = population_of(rooms, asked.about_kind, asked.about, asked.court)
    if asked.about_kind == "PROFILE":
        check_quiet(rooms, chosen)
    return chosen


def is_of_months(first: str, last: str) -> bool:
    """Whether a time is one of whole months or years, or of all."""
    return all(len(one.strip()) <= _MONTH for one in (first, last))


def check_leaving(rooms: Rooms, asked: Asked, chosen: Chosen) -> None:
    """Check that numbers about some cases may leave as a file, and note that they do.

    Raises:
        NotYours: one of them is not for the person here to work on; an emergency is for looking.
    """
    if asked.about_kind not in {"CASE", "PROFILE"} and not asked.court:
        rooms.sight.must(Act.CASEWORK)
        return
    cases = sorted(chosen.population.cases)
    for case in cases:
        rooms.sight.check_scope(scope_of("case", case))
    for case in cases:
        rooms.log.note("export", case, loud=True)


def may_ask(rooms: Rooms, kind: str, about: str, court: str) -> bool:
    """Whether a number is no content: that one case has a child, or who agreed, is."""
    if kind == "CASE":
        return rooms.sight.sees(about)
    if court and not sees_all(rooms, kind, about):
        return False
    return rooms.sight.may(Act.CASEWORK) or (kind != "PROFILE" and not court)


def sees_all(rooms: Rooms, kind: str, about: str) -> bool:
    """Whether every case something is about is for the person here to see: who agreed, and who not.

    Raises:
        InvalidInput: there is no such kind.
    """
    if not rooms.sight.veiled:
        return True
    try:
        whole = population_of(rooms, kind, about).population
    except NotFound:  # destroyed: nobody's is told
        return rooms.sight.may(Act.CASEWORK)
    return all(map(rooms.sight.sees, whole.cases))


def period_of(asked: Asked) -> Period:
    """Return a period out of what was typed: days, months or years.

    Raises:
        InvalidInput: that is none, or it ends before it begins.
    """
    period = Period(asked.first.strip(), asked.last.strip())
    if not all(is_date(one) for one in (period.first, period.last) if one):
        raise InvalidInput(what="period", why="not-a-date")
    if period.first and period.last and earliest(period.first) > latest(period.last):
        raise InvalidInput(what="period", why="ends-first")
    return period


def line_of(rooms: Rooms, rule: Rule, value: int, doubtful: int, query: str = "") -> FigureLine:  # fmt: skip
    """Return a number in words."""
    language = rooms.language
    said = "one" if value == 1 else "unit"  # one person, two people
    unit = rooms.texts(f"figure-{said}-{rule.unit.lower()}")
    return FigureLine(rule.id, rule.name(language), rule.how(language), value, rule.unit, unit, doubtful, query)  # fmt: skip


def source_of(rooms: Rooms, one: Source) -> SourceLine:
    """Return a row of a number; that a case is in it is a word of that case, and hidden with it."""
    row = rooms.register.get(one.entity, one.record)
    if row is None or not rooms.sight.sees(one.case):
        return SourceLine("", "", one.entity, "", "")
    case = rooms.register.get("case", one.case)
    number = str(case["number"] or "") if case is not None else ""
    name, lists = _WORDS[one.entity]
    words = CODES.label_in(lists, str(row[name] or "FOUND"), rooms.language)
    return SourceLine(one.case, number, one.entity, one.record, str(row[_DAY[one.entity]] or ""), words)  # fmt: skip


def page_of(found: Iterable[Source], limit: int, after: int) -> tuple[Source, ...]:
    """Return some rows of many, by case; nobody keeps more of them than are asked for."""
    return tuple(islice(found, after, after + max(limit, 0)))
