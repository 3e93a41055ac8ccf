"""How an answer is written: as text inside the form, as a JSON scalar outside.

* Outside: whole numbers are int, yes/no is bool, everything else is text; never a float.
* A set of codes is one text with spaces between, in the order in which the choices stand.
* What does not fit its type is kept as it was typed; the form says so gently.

>>> text_from(("b", "a"), "many"), scalar_from("3", "int"), text_from(2.50, "decimal")
('b a', 3, '2.5')
"""

import math
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from intake.forms.values import number_text, to_number

Scalar: TypeAlias = str | int | bool | None
Given: TypeAlias = str | int | float | bool | Iterable[str] | None

_WHOLE = re.compile(r"\s*[+-]?\d+\s*\Z", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TRUTH = {"true": True, "1": True, "false": False, "0": False}


def text_from(value: Given, kind: str) -> str:
    """Return an answer as the form writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _yes(kind) if value else _no(kind)
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, str):
        return value
    codes = list(value)
    return " ".join(sorted(codes) if isinstance(value, (set, frozenset)) else codes)


def _yes(kind: str) -> str:
    return "OK" if kind == "trigger" else "true"


def _no(kind: str) -> str:
    return "" if kind == "trigger" else "false"


def scalar_from(text: str, kind: str) -> Scalar:
    """Return what the form holds as a JSON scalar."""
    if not text:
        return None
    if kind == "trigger":
        return text == "OK" or text
    if kind == "int" and _WHOLE.match(text):
        return int(text)
    return text


def normal(text: str, kind: str) -> str:
    """Write a text the way its type wants it; what does not fit stays as typed."""
    if kind in {"int", "integer", "long"}:
        return _whole(text)
    if kind in {"decimal", "double", "float"}:
        return _decimal(text)
    if kind == "boolean":
        return str(_TRUTH[text.strip()]).lower() if text.strip() in _TRUTH else text
    return text


def _whole(text: str) -> str:
    number = to_number(text) if "-" not in text[1:] else math.nan
    return str(math.trunc(number)) if math.isfinite(number) else text


def _decimal(text: str) -> str:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return text
    return format(number.normalize(), "f") if number.is_finite() else text


def fits(text: str, kind: str) -> bool:
    """Whether a text is a value of its type."""
    if kind in {"int", "integer", "long"}:
        return _WHOLE.match(text) is not None
    if kind in {"decimal", "double", "float"}:
        return math.isfinite(to_number(text)) and "-" not in text[1:]
    if kind == "date":
        return _DATE.match(text) is not None and math.isfinite(to_number(text[:10]))
    return True
