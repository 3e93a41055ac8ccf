"""The work behind the functions on text, choices and dates; plain values in, plain values out."""

import base64
import binascii
import hashlib
import math
from collections.abc import Iterable

from intake.forms import moments
from intake.forms.values import Value, number_of, text_of, truth_of

_DIGESTS = {
    "MD5": "md5",
    "SHA-1": "sha1",
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
}


def spread(value: Value) -> Iterable[str]:
    """Return the texts of all nodes, or the one text of a plain value."""
    if isinstance(value, (str, float, bool, int)):
        return (text_of(value),)
    return [node.text() for node in value]


def substring(text: str, start: float, length: float = math.inf) -> str:
    """Return part of a text; places count from 1 and are rounded (XPath 1.0 §4.2)."""
    if math.isnan(start) or math.isnan(length):
        return ""
    first = math.floor(start + 0.5) if math.isfinite(start) else start
    last = first + (math.floor(length + 0.5) if math.isfinite(length) else length)
    return "".join(
        letter for place, letter in enumerate(text, 1) if first <= place < last
    )


def substr(text: str, start: float, end: float | None = None) -> str:
    """Return part of a text; places count from 0, the end is outside, negative from the end."""
    if math.isnan(start) or (end is not None and math.isnan(end)):
        return ""
    return text[int(start) : None if end is None or math.isinf(end) else int(end)]


def translated(text: str, before: str, after: str) -> str:
    """Replace letters one by one; those without a partner go."""
    table = {
        ord(letter): after[place] if place < len(after) else None
        for place, letter in reversed(list(enumerate(before)))
    }
    return text.translate(table)


def selected_at(text: str, place: float) -> str:
    """Return the code at a place, counted from 0."""
    codes = text.split()
    return codes[int(place)] if math.isfinite(place) and 0 <= place < len(codes) else ""


def digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    """Return the digest of a text, in base64 or hex; blank for an unknown algorithm."""
    name = _DIGESTS.get(algorithm.strip().upper())
    if name is None:
        return ""
    raw = hashlib.new(name, text.encode(), usedforsecurity=False).digest()
    return (
        raw.hex()
        if encoding.strip().lower() == "hex"
        else base64.b64encode(raw).decode()
    )


def unbase64(text: str) -> str:
    """Return what base64 hides, as text."""
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def checklist(least: float, most: float, *values: Value) -> bool:
    """Whether the number of yeses lies between two bounds; a bound of -1 is none."""
    yes = sum(
        1
        for value in values
        for text in spread(value)
        if text and text not in {"false", "0"}
    )
    return (least < 0 or yes >= least) and (most < 0 or yes <= most)


def weighted_checklist(least: float, most: float, *values: Value) -> bool:
    """Whether the weight of the yeses lies between two bounds; values and weights alternate."""
    pairs = zip(values[::2], values[1::2], strict=False)
    weight = sum(number_of(heavy) for said, heavy in pairs if truth_of(text_of(said)))
    return (least < 0 or weight >= least) and (most < 0 or weight <= most)


def as_date(value: Value) -> str:
    """Return a date from days or text."""
    return moments.date_text(
        value if isinstance(value, float) else _days_or_text(text_of(value))
    )


def as_date_time(value: Value) -> str:
    """Return a date with time from days or text."""
    return moments.date_time_text(
        value if isinstance(value, float) else _days_or_text(text_of(value))
    )


def _days_or_text(text: str) -> str | float:
    try:
        return float(text)
    except ValueError:
        return text


def formatted(value: Value, pattern: str) -> str:
    """Write a date or time by a pattern."""
    return moments.format_moment(text_of(value), pattern)


def day_fraction(text: str) -> float:
    """Return the part of the day a time stands for."""
    return moments.day_fraction(text)
