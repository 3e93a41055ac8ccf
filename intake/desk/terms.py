"""Legal terms (법정 기한) counted by rule: the rules are dated data in ``resources/deadlines.json``.

* Days: the first day is left out, and a last day on a Saturday or public holiday moves to the
  next working day where the rule says so (형사소송법 66조①③, 민법 157조·161조).
* Hours run at once and never move.
* A holiday nobody has entered makes a term end too early, never too late.

>>> rules = TERMS.rules
>>> TERMS.last_day(rules["APPEAL"], dt.date(2026, 12, 18), {}).isoformat()  # 25 is Christmas
'2026-12-28'
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from intake.text import resource

_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Rule:
    """One term: what begins it, how long it is, and where it stands in the law."""

    name: str
    basis: str
    begins: str
    days: int
    hours: int
    moves: bool
    statutory: bool
    labels: Mapping[str, str]
    laws: Mapping[str, str]
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True)
class Terms:
    """Every rule, and the public holidays that are known."""

    rules: Mapping[str, Rule]
    holidays: Mapping[str, str]
    holiday_names: Mapping[str, str]
    holidays_from: str
    holidays_until: str
    about: Mapping[str, str]

    def last_day(self, rule: Rule, first: dt.date, extra: Mapping[str, str]) -> dt.date:
        """Return the day a term of days ends that begins with an event on ``first``."""
        end = first + dt.timedelta(days=rule.days)
        while rule.moves and self.rest(end, extra):
            end += dt.timedelta(days=1)
        return end

    def rest(self, day: dt.date, extra: Mapping[str, str]) -> str:
        """Return why a day is no working day: a holiday's name, SAT, SUN; or nothing."""
        named = extra.get(day.isoformat()) or self.holidays.get(day.isoformat())
        if named:
            return named
        return {_SATURDAY: "SAT", _SUNDAY: "SUN"}.get(day.weekday(), "")

    def knows(self, day: dt.date) -> bool:
        """Whether the public holidays of this day's year are written down."""
        return self.holidays_from <= day.isoformat() <= self.holidays_until

    def holiday(self, name: str, language: str) -> str:
        """Return a holiday's name in a language."""
        return name if language == "ko" else self.holiday_names.get(name, name)


def last_hour(rule: Rule, begun: dt.datetime) -> dt.datetime:
    """Return the moment a term of hours ends."""
    return begun + dt.timedelta(hours=rule.hours)


def _read() -> Terms:
    said = json.loads(resource("deadlines.json").read_text(encoding="utf-8"))
    rules = (
        Rule(
            name=one["name"],
            basis=one["basis"],
            begins=one["from"],
            days=int(one.get("days", 0)),
            hours=int(one.get("hours", 0)),
            moves=bool(one["moves"]),
            statutory=bool(one["statutory"]),
            labels={"ko": one["ko"], "en": one["en"]},
            laws={"ko": one["law_ko"], "en": one["law_en"]},
            valid_from=one["valid_from"],
            valid_to=one["valid_to"],
        )
        for one in said["rules"]
    )
    return Terms(
        rules={rule.name: rule for rule in rules},
        holidays=said["holidays"],
        holiday_names=said["holiday_names"],
        holidays_from=said["holidays_from"],
        holidays_until=said["holidays_until"],
        about=said["about"],
    )


TERMS = _read()
