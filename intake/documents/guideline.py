"""The sentencing guideline as data (양형기준): which factor which facts of ours may speak to.

* Nothing here says that a factor is fulfilled. The ranges of months are carried so that a lawyer
  can compare an edition with its original, and for nothing else: no paper, no page and no view
  shows them, and nothing is ever computed from them. A sentence is never predicted.
* An edition that no lawyer has signed off is not ``verified``; a paper that uses it says so.
* An edition is read strictly: known keys only, every value of its kind, within bounds. What its
  factors call facts are names; which of them this program knows is not decided here.

>>> guideline().edition, guideline().verified
('2023-04-24', False)
"""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from intake.errors import GuidelineRefused
from intake.text.place import resource

KINDS: Final = ("special_act_aggravating", "special_actor_aggravating", "general_aggravating",
                "special_act_mitigating", "special_actor_mitigating", "general_mitigating",
                "probation_negative")  # fmt: skip
_RANGES: Final = frozenset({"mitigated", "basic", "aggravated"})
_ID = re.compile(r"[A-Z][A-Z0-9_]{0,31}")
_CRIME = re.compile(r"[a-z][a-z0-9-]{0,15}")
_FACT = re.compile(r"[a-z][a-z0-9-]{0,31}")
_MARK = re.compile(r"[0-9①-⑳]{0,2}")
_LONGEST = 300
_MOST = 100
_MOST_MONTHS = 600


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor, in the words of the guideline."""

    id: str
    mark: str  # ① … as the guideline counts it
    kind: str
    ko: str
    en: str
    facts: tuple[str, ...] = ()  # names of facts; none: nothing the records could say
    crimes: tuple[str, ...] = ()  # ``csam``, or ``csam/2`` for one type of it
    always: bool = False  # stands in an opinion even where there is nothing to say
    note_ko: str = ""
    note_en: str = ""

    def name(self, language: str) -> str:
        """Return the factor in a language."""
        return self.ko if language == "ko" else self.en

    def note(self, language: str) -> str:
        """Return what limits it."""
        return self.note_ko if language == "ko" else self.note_en


@dataclass(frozen=True, slots=True)
class CrimeType:
    """One type (유형) of a crime; its months are for comparing and are never shown."""

    mark: str
    ko: str
    en: str
    months: tuple[tuple[str, int | None, int], ...]


@dataclass(frozen=True, slots=True)
class Crime:
    """One crime the guideline speaks of."""

    id: str
    law: str
    ko: str
    en: str
    types: tuple[CrimeType, ...]
    habitual: tuple[str, ...]  # types for which a habit (상습) widens the range

    def name(self, language: str) -> str:
        """Return the crime in a language."""
        return self.ko if language == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Guideline:
    """One edition."""

    standard: str
    standard_en: str
    edition: str
    in_force: str
    verified_by: str
    verified_on: str
    source: str
    transcription: str
    note_ko: str
    note_en: str
    crimes: tuple[Crime, ...]
    factors: tuple[Factor, ...]
    main_negative: tuple[str, ...]  # factors that speak against probation (집행유예)

    @property
    def verified(self) -> bool:
        """Whether a lawyer signed this edition off."""
        return bool(self.verified_by and self.verified_on)

    def name(self, language: str) -> str:
        """Return what the guideline is called."""
        return self.standard if language == "ko" else self.standard_en

    def only_for(self, factor: Factor, language: str) -> tuple[str, ...]:
        """Return the crimes a factor is for; none where it is for all of them."""
        told = {one.partition("/")[0] for one in factor.crimes}
        if len(told) == len(self.crimes):
            return ()
        return tuple(one.name(language) for one in self.crimes if one.id in told)

    def not_for(self, factor: Factor, language: str) -> tuple[str, ...]:
        """Return the crimes a factor is not for."""
        told = {one.partition("/")[0] for one in factor.crimes}
        return tuple(one.name(language) for one in self.crimes if one.id not in told)

    def checked_by(self, name: str, day: str) -> "Guideline":
        """Return the edition as a lawyer signed it off.

        Raises:
            GuidelineRefused: the name or the day is none.
        """
        with _refusing():
            return replace(self, verified_by=_text(name), verified_on=_day(day))

    def said(self) -> dict[str, Any]:
        """Return the edition as it is written in a file."""
        return {
            **{name: getattr(self, name) for name in _PLAIN},
            "verified": {"by": self.verified_by, "on": self.verified_on} if self.verified else None,
            "crimes": [_crime_said(one) for one in self.crimes],
            "factors": [_factor_said(one) for one in self.factors],
            "probation": {"main_negative": list(self.main_negative)},
        }  # fmt: skip


_PLAIN: Final = ("standard", "standard_en", "edition", "in_force", "source", "transcription", "note_ko", "note_en")  # fmt: skip
_FACTOR: Final = ("id", "mark", "kind", "ko", "en", "facts", "crimes", "always", "note_ko", "note_en")  # fmt: skip


@cache
def guideline() -> Guideline:
    """Return the edition that came with this program."""
    return read_guideline(resource("guideline.json").read_bytes())


def read_guideline(data: bytes) -> Guideline:
    """Read an edition from its file.

    Raises:
        GuidelineRefused: it is no edition, or something in it is not of its kind.
    """
    with _refusing():
        return guideline_of(json.loads(data))


def guideline_of(said: Any) -> Guideline:  # noqa: ANN401 - whatever a file holds
    """Return the edition that a file says.

    Raises:
        GuidelineRefused: as ``read_guideline``.
    """
    with _refusing():
        told = _keys(said, (*_PLAIN, "verified", "crimes", "factors", "probation"))
        by, on = _verified(told["verified"])
        crimes = tuple(map(_crime, _list(told["crimes"])))
        factors = tuple(map(_factor, _list(told["factors"])))
        negative = _keys(told["probation"], ("main_negative",))["main_negative"]
        found = Guideline(
            standard=_text(told["standard"]),
            standard_en=_text(told["standard_en"]),
            edition=_day(told["edition"]),
            in_force=_day(told["in_force"]),
            verified_by=by,
            verified_on=on,
            source=_text(told["source"]),
            transcription=_text(told["transcription"], empty=True),
            note_ko=_text(told["note_ko"], empty=True),
            note_en=_text(told["note_en"], empty=True),
            crimes=crimes,
            factors=factors,
            main_negative=tuple(_like(_ID, one) for one in _list(negative)),
        )
        _check_fits(found)
        return found


class _refusing:  # noqa: N801 - reads as a word where it is used
    """Says what is wrong with an edition in our words, and never in the file's."""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: object, error: BaseException | None, trace: object
    ) -> None:
        """Turn whatever a reader says of hostile bytes into a refusal."""
        if isinstance(error, ValueError | TypeError | KeyError | RecursionError):
            raise GuidelineRefused(why="format") from None


def _check_fits(found: Guideline) -> None:
    """Check that no id stands twice and every one that is named is there."""
    known = {one.id: {kind.mark for kind in one.types} for one in found.crimes}
    ids = [one.id for one in found.factors]
    if not ids or not known or len({*ids}) != len(ids) or len(known) != len(found.crimes):  # fmt: skip
        raise ValueError
    for crime, _, kind in (one.partition("/") for factor in found.factors for one in factor.crimes):  # fmt: skip
        if crime not in known or (kind and kind not in known[crime]):
            raise ValueError
    if not {*found.main_negative} <= {*ids}:
        raise ValueError


# --- one value each ----------------------------------------------------------------------


def _crime(said: Any) -> Crime:  # noqa: ANN401 - whatever a file holds
    told = _keys(said, ("id", "law", "ko", "en", "habitual", "types"))
    return Crime(
        id=_like(_CRIME, told["id"]),
        law=_text(told["law"]),
        ko=_text(told["ko"]),
        en=_text(told["en"]),
        types=tuple(map(_type, _list(told["types"]))),
        habitual=tuple(_like(_MARK, one) for one in _list(told["habitual"])),
    )


def _type(said: Any) -> CrimeType:  # noqa: ANN401 - whatever a file holds
    told = _keys(said, ("mark", "ko", "en", "months"))
    months = _keys(told["months"], tuple(_RANGES))
    return CrimeType(
        _like(_MARK, told["mark"]),
        _text(told["ko"]),
        _text(told["en"]),
        tuple((name, *_range(months[name])) for name in sorted(months)),
    )


def _range(said: Any) -> tuple[int | None, int]:  # noqa: ANN401 - whatever a file holds
    first, last = _list(said)
    for one in (last, *([] if first is None else [first])):
        if type(one) is not int or not 0 < one <= _MOST_MONTHS:
            raise ValueError
    return first, last


def _factor(said: Any) -> Factor:  # noqa: ANN401 - whatever a file holds
    told = _keys(said, _FACTOR)
    if told["kind"] not in KINDS or type(told["always"]) is not bool:
        raise ValueError
    return Factor(
        id=_like(_ID, told["id"]),
        mark=_like(_MARK, told["mark"]),
        kind=told["kind"],
        ko=_text(told["ko"]),
        en=_text(told["en"]),
        facts=tuple(_like(_FACT, one) for one in _list(told["facts"])),
        crimes=tuple(_text(one) for one in _list(told["crimes"])),
        always=told["always"],
        note_ko=_text(told["note_ko"], empty=True),
        note_en=_text(told["note_en"], empty=True),
    )


def _verified(said: Any) -> tuple[str, str]:  # noqa: ANN401 - whatever a file holds
    if said is None:
        return "", ""
    told = _keys(said, ("by", "on"))
    return _text(told["by"]), _day(told["on"])


def _keys(said: Any, names: tuple[str, ...]) -> Mapping[str, Any]:  # noqa: ANN401 - see above
    if not isinstance(said, dict) or said.keys() != {*names}:
        raise ValueError
    return said


def _list(said: Any) -> list[Any]:  # noqa: ANN401 - whatever a file holds
    if not isinstance(said, list) or len(said) > _MOST:
        raise ValueError
    return said


def _like(pattern: re.Pattern[str], said: Any) -> str:  # noqa: ANN401 - see above
    if not isinstance(said, str) or not pattern.fullmatch(said):
        raise ValueError
    return said


def _text(said: Any, *, empty: bool = False) -> str:  # noqa: ANN401 - whatever a file holds
    if not isinstance(said, str) or len(said) > _LONGEST or not (said.strip() or empty):
        raise ValueError
    if any(unicodedata.category(one)[0] == "C" for one in said):
        raise ValueError  # nothing unseen: a name is read by people
    return unicodedata.normalize("NFC", said)


def _day(said: Any) -> str:  # noqa: ANN401 - whatever a file holds
    return dt.date.fromisoformat(_like(re.compile(r"\d{4}-\d\d-\d\d"), said)).isoformat()  # fmt: skip


def _crime_said(one: Crime) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("id", "law", "ko", "en")},
        "habitual": list(one.habitual),
        "types": [_type_said(kind) for kind in one.types],
    }


def _type_said(one: CrimeType) -> dict[str, Any]:
    months = {name: [first, last] for name, first, last in one.months}
    return {"mark": one.mark, "ko": one.ko, "en": one.en, "months": months}


def _factor_said(one: Factor) -> dict[str, Any]:
    return dict(_plain(one))


def _plain(one: Factor) -> Iterator[tuple[str, Any]]:
    for name in _FACTOR:
        value = getattr(one, name)
        yield name, list(value) if isinstance(value, tuple) else value
