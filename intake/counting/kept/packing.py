"""What a case adds to every table, as whole numbers (셈의 짜임): one number for each thing done.

* A number says the day and what tables ask of the thing, and nothing that names anybody or anything.
* What does not fit, because it is no date or no code that we know, makes its case *odd*: such a
  case is counted from its rows, as every case was before.
* The layout is ours alone and never travels; where it changes, ``LAYOUT`` does, and all is made anew.

>>> day_of(packed_day("2024-03")), packed_day("2024-02-31"), day_of(packed_day(None))
('2024-03', None, '')
"""

from dataclasses import dataclass
from functools import lru_cache

from intake.counting.victims import UNKNOWN
from intake.register import CODES
from intake.register.vocabulary import is_date

LAYOUT = 1

_MONTH, _DAY = len("2024-01"), len("2024-01-01")
REST = 40  # bits of what is no day
_MASK = (1 << REST) - 1
_FOUR = 0b1111


def _codes(*lists: str) -> tuple[str, ...]:
    return tuple(one.code for name in lists for one in CODES.lists[name])


KINDS = _codes("deletion_action")
RESULTS = _codes("deletion_result")
DETAILS = _codes("pii_leaked")
SUPPORTS = _codes("support", "support_regional")
BODIES = (UNKNOWN, *_codes("agency_kind"))
EXTRA = _codes("platform_extra_unsourced")
PLATFORMS = (UNKNOWN, *_codes("platform"), *EXTRA)
OUTCOMES = ("REMOVED", "REFUSED", "BLOCKED", "TEMPORARY", "DELISTED", "GONE", "OPEN")
BASES = ("REQUEST", "POLICE", "CSAM", UNKNOWN)
MOST = (1 << 20) - 1  # of one record of support
_AT = {names: {code: at for at, code in enumerate(names)} for names in (KINDS, RESULTS, DETAILS, SUPPORTS, BODIES, PLATFORMS, OUTCOMES)}  # fmt: skip
_OTHER_DETAIL = 1 << len(DETAILS)  # a detail that nobody named
_NO_KIND = len(SUPPORTS)


class Odd(Exception):
    """Something that no number can say."""


@dataclass(frozen=True, slots=True)
class Act:
    """What tables ask of an action, but for its day."""

    kind: str
    platform: str
    outcome: str
    basis: str
    leaked: tuple[str, ...]  # the details at its address; "": of no kind


@dataclass(frozen=True, slots=True)
class Address:
    """What tables ask of an address, but for its days."""

    platform: str
    outcome: str
    result: str
    again: bool
    parallel: bool
    leaked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """What tables ask of a record of support, but for its day."""

    kind: str  # "": of none that we know
    body: str
    quantity: int


# --- days ----------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 16)
def packed_day(day: str | None) -> int | None:
    """Return a date of any precision as a number, 0 for none; None where it is no date."""
    if day is None:
        return 0
    if not is_date(day):
        return None
    year, month, date = (day + "-00-00")[:4], day[5:7] or "0", day[8:10] or "0"
    return int(year) << 9 | int(month) << 5 | int(date)


@lru_cache(maxsize=1 << 16)
def day_of(packed: int) -> str:
    """Return the date that a number says."""
    year, month, date = packed >> 9, packed >> 5 & 0b1111, packed & 0b1_1111
    if not packed:
        return ""
    whole = f"{year:04}-{month:02}-{date:02}"
    return whole if date else whole[:_MONTH] if month else whole[:4]


def split(number: int) -> tuple[int, int]:
    """Return the day and the rest of what a number says."""
    return number >> REST, number & _MASK


def joined(day: int, rest: int) -> int:
    """Return both as one number again."""
    return day << REST | rest


# --- what is no day ------------------------------------------------------------------------


@lru_cache(maxsize=1 << 12)
def packed_detail(kind: str | None) -> int:
    """Return one leaked detail as a bit.

    Raises:
        Odd: nobody knows it.
    """
    if not kind:
        return _OTHER_DETAIL
    if kind not in _AT[DETAILS]:
        raise Odd
    return 1 << _AT[DETAILS][kind]


def _details(bits: int) -> tuple[str, ...]:
    named = tuple(code for at, code in enumerate(DETAILS) if bits >> at & 1)
    return (*named, "") if bits & _OTHER_DETAIL else named


@lru_cache(maxsize=1 << 12)
def packed_place(platform: str | None, result: str | None) -> int:
    """Return where an address lies and what became of it."""
    outcome = result if result in _AT[OUTCOMES] else "OPEN"
    platforms = _AT[PLATFORMS]
    return platforms.get(platform or UNKNOWN, platforms[UNKNOWN]) << 4 | _AT[OUTCOMES][outcome]  # fmt: skip


@lru_cache(maxsize=1 << 16)
def packed_act(kind: str, place: int, basis: str, leaked: int) -> int:
    """Return an action of a kind that we know, about an address that lies at a place."""
    return _AT[KINDS][kind] << 24 | place << 16 | BASES.index(basis) << 12 | leaked


@lru_cache(maxsize=1 << 16)
def act_of(rest: int) -> Act:
    """Return what an action was."""
    return Act(
        KINDS[rest >> 24],
        PLATFORMS[rest >> 20 & _FOUR],
        OUTCOMES[rest >> 16 & _FOUR],
        BASES[rest >> 12 & _FOUR],
        _details(rest & 0xFFF),
    )


@lru_cache(maxsize=1 << 16)
def packed_address(place: int, result: str | None, marks: int, leaked: int) -> int:
    """Return an address; ``marks``: 1 found again, 2 asked for by investigators too."""
    said = _AT[RESULTS].get("FOUND" if result is None else result, len(RESULTS))
    return said << 24 | place << 16 | marks << 12 | leaked


@lru_cache(maxsize=1 << 16)
def address_of(rest: int) -> Address:
    """Return what an address was."""
    said = rest >> 24
    return Address(
        PLATFORMS[rest >> 20 & _FOUR],
        OUTCOMES[rest >> 16 & _FOUR],
        RESULTS[said] if said < len(RESULTS) else "",
        bool(rest >> 12 & 1),
        bool(rest >> 13 & 1),
        _details(rest & 0xFFF),
    )


def packed_support(kind: str | None, body: str | None, quantity: int | None) -> int:
    """Return a record of support; below 0 where its number is none that we can keep."""
    number = 1 if quantity is None else quantity
    if not 0 <= number <= MOST:
        return -1
    said = _AT[SUPPORTS].get(kind or "", _NO_KIND)
    return said << 28 | _AT[BODIES].get(body or UNKNOWN, 0) << 20 | number


@lru_cache(maxsize=1 << 16)
def support_of(rest: int) -> Support:
    """Return what a record of support was."""
    said = rest >> 28
    kind = SUPPORTS[said] if said < _NO_KIND else ""
    return Support(kind, BODIES[rest >> 20 & 0xFF], rest & MOST)
