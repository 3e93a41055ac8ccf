"""A country of cases to recognise people in (matching.md 3.1); the truth of it is known.

* ``nation(cases, seed)`` yields sightings in the order of their days, each with the number of
  the person it is of; the same seed is the same country.
* 17 centers by population; one case in eight knows nothing but words.
* Rooms used by hundreds, mule accounts, public networks, recycled numbers, placeholders and
  material that was posted again are in it, to be fallen for.
"""

import datetime as dt
import random  # noqa: TID251 - the same country for the same seed, nothing secret

from intake.matching.sighting import Sighting
from tests.bench.nation_people import HANDLED, REGIONS, Zipf, people_of
from tests.bench.nation_spelling import NOTHING, noted, spell

_EPOCH = dt.date(2019, 1, 1)
# How often a case knows a value of its suspect, where he has one.
_TOLD = {"telegram": 0.5, "kakao_id": 0.3, "instagram": 0.33, "twitter": 0.33, "discord": 0.2,
         "phone": 0.28, "telegram_id": 0.1, "openchat": 0.2, "email": 0.15, "own_bank": 0.22,
         "wallet": 0.2, "uploader": 0.25, "home": 0.08}  # fmt: skip
_KIND = {"openchat": "kakao_openchat", "own_bank": "bank", "mule": "bank", "home": "ip"}
_NOTHING_KNOWN = 0.03


def nation(cases, seed=1):
    """Yield (sighting, number of the person), in the order of the days."""
    people = list(people_of(cases, seed))
    order = sorted((day, one.id) for one in people for day in one.days)
    dice = random.Random(f"cases {seed}")
    material = _Material(cases, dice)
    for number, (day, who) in enumerate(order):
        yield _sighting(number, people[who], day, material, dice), who


class _Material:
    """What was posted, again and again, by whoever had it."""

    def __init__(self, cases, dice):
        self._posts = Zipf(max(20, cases // 8), 0.5)
        self._dice = dice

    def posted(self, who):
        """Return an address and a hash that a case was about."""
        dice = self._dice
        at = (
            self._posts.pick(dice)
            if dice.random() < 0.5
            else f"{who}-{dice.randrange(4)}"
        )
        url = f"https://tube-{str(at)[-1]}.example/v/{at}?utm_source=x"
        return url, random.Random(f"hash {at}").randbytes(32).hex()


def _sighting(number, person, day, material, dice):
    ref, case = f"suspect-{number:07d}", f"case-{number:07d}"
    marks = []
    wordy = dice.random() < _NOTHING_KNOWN
    for kind, raw, site in [] if wordy else _told(person, day, material, dice):
        marks += noted(kind, raw, f"{ref}-{len(marks)}", site, _seen(day, dice))
    for kind, raw, site in _words(person, dice, mention=not wordy):
        marks += noted(kind, raw, f"{ref}-{len(marks)}", site)
    center = (
        person.region
        if dice.random() < 0.6
        else dice.choices(list(REGIONS), list(REGIONS.values()))[0]
    )
    said = (_EPOCH + dt.timedelta(day)).year
    return Sighting(
        ref,
        case,
        center,
        tuple(marks),
        age=said - person.born + dice.choice((-3, -1, 0, 0, 0, 1, 2))
        if dice.random() < 0.5
        else None,
        year=said,
        sex=person.sex if dice.random() < 0.7 else "",
        region=(person.region if dice.random() < 0.93 else dice.choice(list(REGIONS)))
        if dice.random() < 0.4
        else "",
        approach=person.approach if dice.random() < 0.6 else "",
    )


def _told(person, day, material, dice):
    """Yield the identifiers a case knows: kind, raw, site."""
    values = person.at(day).values
    for kind, share in _TOLD.items():
        if kind in values and dice.random() < share:
            yield _written(kind, values[kind], dice)
    if "mule" in values and dice.random() < 0.35:
        yield _written("mule", values["mule"], dice)
    if dice.random() < 0.015:
        yield "phone", dice.choice(NOTHING), ""
    if person.groups and dice.random() < 0.4:
        yield "telegram_invite", dice.choice(person.groups), ""
    if person.wifi and dice.random() < 0.06:
        yield "ip", dice.choice(person.wifi), ""
    if dice.random() < 0.07:
        url, digest = material.posted(person.id)
        yield "url", url, ""
        if dice.random() < 0.6:
            yield "sha256", digest, ""


def _written(kind, value, dice):
    if kind == "home":
        return (
            "ip",
            f"{value}:{dice.randrange(1, 65536):x}:{dice.randrange(65536):x}::{dice.randrange(1, 65536):x}",
            "",
        )
    if kind == "openchat":
        return "kakao_openchat", value + dice.choice(("", "?x=1")), ""
    named = _KIND.get(kind, kind)
    site = f"tube-{sum(map(ord, value)) % 5}.example" if kind == "uploader" else ""
    return named, spell(named, value, dice), site


def _words(person, dice, *, mention):
    if dice.random() < 0.35:
        yield "nickname", spell("nickname", person.nick, dice), ""
    if dice.random() < 0.2:
        yield "name", spell("name", person.name, dice), ""
    if person.watermark and dice.random() < 0.5:
        yield "watermark", f"우측 하단 '{person.watermark}'", ""
    handle = next(
        (
            person.epochs[0].values[kind]
            for kind in HANDLED
            if kind in person.epochs[0].values
        ),
        "",
    )
    if mention and handle and dice.random() < 0.02:
        yield "title_text", f"{handle} 모음", ""


def _seen(day, dice):
    """Return when a value was in use, as far as somebody said."""
    if dice.random() < 0.3:
        return "", ""
    to = _EPOCH + dt.timedelta(day)
    since = to - dt.timedelta(dice.choice((0, 3, 14, 30, 60)))
    if dice.random() < 0.5:
        return since.isoformat()[:7], to.isoformat()[:7]
    return since.isoformat(), to.isoformat()
