"""How an answer is written: as text inside the form, as a JSON scalar outside.

* Outside: whole numbers are int, yes/no is bool, everything else is text; never a float.
* A set of codes is one text with spaces between, in the order in which the choices stand.
* What does not fit its type is kept as it was typed; the form says so gently.

>>> text_from(("b", "a"), "many"), scalar_from("3", "int"), fits("2026-03", "date")
('b a', 3, True)
"""

import math
import re
import unicodedata
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import TypeAlias

from intake.forms.values import days_of, number_text

Scalar: TypeAlias = str | int | bool | None
Given: TypeAlias = str | int | float | bool | Iterable[str] | None

_WHOLE = re.compile(r"[+-]?\d{1,10}\Z", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)\Z", re.ASCII)
_DAY = r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?"
_HOUR = (
    r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?"
)
_DATE = re.compile(_DAY + r"\Z", re.ASCII)
_TIME = re.compile(_HOUR + r"\Z", re.ASCII)
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT(?:" + _HOUR + r")\Z", re.ASCII)
_BARE_DATE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T[\d:.]+\Z", re.ASCII)
_MOST = 2**31
_TICKED = (True, 1, "OK", "1", "true", "True")
_YES, _NO = frozenset({"1", "true"}), frozenset({"0", "false"})


def text_from(value: Given, kind: str) -> str:
    """Return an answer as the form writes it."""
    if value is None:
        return ""
    if kind == "trigger":
        return "OK" if value in _TICKED else ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    codes = list(value)
    return " ".join(sorted(codes) if isinstance(value, (set, frozenset)) else codes)


def scalar_from(text: str, kind: str) -> Scalar:
    """Return what the form holds as a JSON scalar."""
    if not text:
        return None
    if kind == "trigger" and text == "OK":
        return True
    if kind == "boolean" and text in _YES | _NO:
        return text in _YES
    if kind in {"int", "integer", "long"} and fits(text, "int"):
        return int(text)
    return text


def normal(text: str, kind: str) -> str:
    """Write a text the way its type wants it; what does not fit stays as typed."""
    match kind:
        case "int" | "integer" | "long":
            return (
                str(math.trunc(float(text))) if _DECIMAL.match(text.strip()) else text
            )
        case "decimal" | "double" | "float":
            return (
                format(Decimal(text.strip()), "f")
                if _DECIMAL.match(text.strip())
                else text
            )
        case "date":
            bare = _BARE_DATE_TIME.match(text)
            return bare[1] if bare else text
        case "time" | "dateTime" | "boolean":
            return text.strip()
        case _:
            return text


def fits(text: str, kind: str) -> bool:
    """Whether a text is a value of its type; a date may leave out its day, or its month too."""
    match kind:
        case "int" | "integer" | "long":
            return _WHOLE.match(text) is not None and -_MOST <= int(text) < _MOST
        case "decimal" | "double" | "float":
            return _DECIMAL.match(text) is not None
        case "date":
            return _fits_date(text)
        case "dateTime":
            return _DATE_TIME.match(text) is not None and math.isfinite(days_of(text))
        case "time":
            return _TIME.match(text) is not None
        case _:
            return True


def _fits_date(text: str) -> bool:
    match = _DATE.match(text)
    return match is not None and math.isfinite(
        days_of(f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}")
    )


def seen(text: str, kind: str) -> str:
    """Return what an expression sees of a text: nothing where it does not fit its type."""
    return text if not text or fits(text, kind) else ""


def narrow(text: str, codes: Collection[str], kind: str) -> str:
    """Return what is left of an answer when only these codes are offered.

    A ranking always holds every code on offer once it has begun.
    """
    if kind == "one":
        return text if text in codes else ""
    kept = [code for code in text.split() if code in codes]
    if kind == "rank" and kept:
        kept.extend(code for code in codes if code not in kept)
    return " ".join(kept)
