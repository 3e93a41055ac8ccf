"""What XPath values are and how one kind becomes another.

* A value is text, a number, yes/no, or a list of nodes in document order.
* A date is text; where a number is wanted it is the days since 1970-01-01 (ODK XForms).
* A number that is none (``NaN``) is written as no text at all where a form shows it.

>>> number_text(3.0), to_number("2012-01-02") - to_number("2012-01-01")
('3', 1.0)
"""

import datetime as dt
import math
import operator
import re
from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

NAN = math.nan
DAY_SECONDS = 86_400
_PLAIN_BELOW = 1e21  # where ECMAScript too turns to exponents
_EPOCH = dt.date(1970, 1, 1)
_NUMBER = re.compile(r"\s*-?(?:\d+\.?\d*|\.\d+)\s*\Z", re.ASCII)
_DATE = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(Z|[+-]\d\d:?\d\d)?)?\s*\Z",
    re.ASCII,
)


class Noded(Protocol):
    """What an expression may ask of a node."""

    name: str

    @property
    def above(self) -> "Noded | None":
        """The node this one lies in."""

    def text(self) -> str:
        """The text an expression sees; blank where the node is not relevant."""

    def below(self, name: str) -> "Sequence[Noded]":
        """The children of one name."""

    def all_below(self) -> "Sequence[Noded]":
        """Every child in document order."""

    def attribute(self, name: str) -> "Sequence[Noded]":
        """The attribute of a name, or nothing."""

    def place(self) -> int:
        """Its number among the siblings of the same name, from 1."""


Nodes: TypeAlias = Sequence[Noded]
Value: TypeAlias = str | float | bool | Sequence[Noded]


def to_number(text: str) -> float:
    """Return the number a text stands for: a numeral, or the days of a date."""
    if _NUMBER.match(text):
        return float(text)
    return days_of(text) if "-" in text else NAN


def days_of(text: str) -> float:
    """Return the days since 1970-01-01 of a date or a date with time, else NaN."""
    match = _DATE.match(text)
    if match is None:
        return NAN
    try:
        days = float(
            (dt.date(int(match[1]), int(match[2]), int(match[3])) - _EPOCH).days
        )
    except ValueError:
        return NAN
    if match[4] is None:
        return days
    seconds = int(match[4]) * 3600 + int(match[5]) * 60 + float(match[6] or 0)
    return days + (seconds - _offset(match[7])) / DAY_SECONDS


def _offset(zone: str | None) -> int:
    if zone is None or zone == "Z":
        return 0
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return (-1 if zone[0] == "-" else 1) * (hours * 3600 + minutes * 60)


def number_text(number: float) -> str:
    """Write a number as XPath 1.0 §4.2 does."""
    if number != number:  # noqa: PLR0124 - NaN is the one number that differs from itself
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number) and abs(number) < _PLAIN_BELOW:
        return str(int(number))
    text = repr(number)
    return text if "e" not in text else f"{number:.20f}".rstrip("0")


def text_of(value: Value) -> str:
    """Return a value as text; a list of nodes is its first node's text."""
    if isinstance(value, str):
        return value
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return number_text(value)
    return value[0].text() if value else ""


def number_of(value: Value) -> float:
    """Return a value as a number."""
    if isinstance(value, str):
        return to_number(value)
    if isinstance(value, (int, float)):
        return float(value)
    return to_number(value[0].text()) if value else NAN


def truth_of(value: Value) -> bool:
    """Return a value as yes or no; a list of nodes is yes when it has one."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return bool(value) and value == value  # noqa: PLR0124 - NaN is no
    return bool(value)


_ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_SAME: dict[str, Callable[[object, object], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def compare(op: str, left: Value, right: Value) -> bool:
    """Compare as XPath 1.0 §3.4: a list of nodes is true if one of its nodes is."""
    if isinstance(left, (str, float, bool, int)):
        if isinstance(right, (str, float, bool, int)):
            return _compare_plain(op, left, right)
        return _compare_nodes(_TURNED[op], right, left)
    return _compare_nodes(op, left, right)


def _compare_nodes(op: str, nodes: Nodes, other: Value) -> bool:
    if isinstance(other, bool):
        return _compare_plain(op, bool(nodes), other)
    if isinstance(other, (str, float, int)):
        return any(_compare_plain(op, node.text(), other) for node in nodes)
    texts = [node.text() for node in other]
    return any(
        _compare_plain(op, node.text(), text) for node in nodes for text in texts
    )


def _compare_plain(
    op: str, left: str | float | bool, right: str | float | bool
) -> bool:
    if op in _ORDER:
        return _ORDER[op](number_of(left), number_of(right))
    if isinstance(left, bool) or isinstance(right, bool):
        return _SAME[op](truth_of(left), truth_of(right))
    if isinstance(left, str) and isinstance(right, str):
        return _SAME[op](left, right)
    return _SAME[op](number_of(left), number_of(right))
