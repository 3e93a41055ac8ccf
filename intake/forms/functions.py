"""The functions an expression may call: XPath 1.0 and those of ODK that the subset allows.

* A name that is not here is refused when the form is compiled, not when it runs.
* ``if``, ``coalesce`` and ``and``/``or`` work out only what they need.
* Places, sound, pictures, other programs and shuffling are not here (``UNSUPPORTED`` says why).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from intake.errors import FormFaulty
from intake.forms import asking, texts
from intake.forms.code import Code, Here, Kind, Run
from intake.forms.grammar import Tree
from intake.forms.patterns import fits_pattern
from intake.forms.values import NAN, Value, to_number

UNSUPPORTED: Mapping[str, str] = {
    **dict.fromkeys(("area", "distance", "geofence", "intersects"), "geo"),
    **dict.fromkeys(("randomize", "shuffle"), "randomize"),
    "random": "randomize",
}


@dataclass(frozen=True, slots=True)
class _Plain:
    """A function that works out all its arguments: one letter each, the last may repeat."""

    takes: str  # t text, n number, b truth, N nodes, v any; "?" from here optional, "*" last repeats
    gives: Kind
    work: Callable[..., Value]


def _rounded(number: float, digits: float = 0.0) -> float:
    if not math.isfinite(number):
        return number
    scale = 10.0 ** int(digits)
    return math.floor(number * scale + 0.5) / scale


def _floor(number: float) -> float:
    return float(math.floor(number)) if math.isfinite(number) else number


def _ceiling(number: float) -> float:
    return float(math.ceil(number)) if math.isfinite(number) else number


def _int(number: float) -> float:
    return float(math.trunc(number)) if math.isfinite(number) else NAN


def _safely(work: Callable[..., float]) -> Callable[..., float]:
    def guarded(*numbers: float) -> float:
        try:
            return float(work(*numbers))
        except (ValueError, OverflowError, ZeroDivisionError):
            return NAN

    return guarded


def _extreme(pick: Callable[[list[float]], float]) -> Callable[..., float]:
    def extreme(*values: Value) -> float:
        numbers = [
            to_number(text)
            for value in values
            for text in texts.spread(value)
            if text.strip()
        ]
        return (
            NAN
            if not numbers or any(math.isnan(number) for number in numbers)
            else pick(numbers)
        )

    return extreme


_PLAIN: Mapping[str, _Plain] = {
    "true": _Plain("", "truth", lambda: True),
    "false": _Plain("", "truth", lambda: False),
    "not": _Plain("b", "truth", lambda truth: not truth),
    "boolean": _Plain("b", "truth", lambda truth: truth),
    "number": _Plain("n", "number", lambda number: number),
    "sum": _Plain(
        "N", "number", lambda nodes: math.fsum(to_number(node.text()) for node in nodes)
    ),
    "count": _Plain("N", "number", lambda nodes: float(len(nodes))),
    "count-non-empty": _Plain(
        "N", "number", lambda nodes: float(sum(1 for node in nodes if node.text()))
    ),
    "floor": _Plain("n", "number", _floor),
    "ceiling": _Plain("n", "number", _ceiling),
    "round": _Plain("n?n", "number", _rounded),
    "int": _Plain("n", "number", _int),
    "abs": _Plain("n", "number", abs),
    "min": _Plain("v*", "number", _extreme(min)),
    "max": _Plain("v*", "number", _extreme(max)),
    "pow": _Plain("nn", "number", _safely(math.pow)),
    "sqrt": _Plain("n", "number", _safely(math.sqrt)),
    "exp": _Plain("n", "number", _safely(math.exp)),
    "exp10": _Plain("n", "number", _safely(lambda number: 10.0**number)),
    "log": _Plain("n", "number", _safely(math.log)),
    "log10": _Plain("n", "number", _safely(math.log10)),
    "pi": _Plain("", "number", lambda: math.pi),
    **{
        name: _Plain("n", "number", _safely(getattr(math, name)))
        for name in ("sin", "cos", "tan", "asin", "acos", "atan")
    },
    "atan2": _Plain("nn", "number", _safely(math.atan2)),
    "string": _Plain("t", "text", lambda text: text),
    "concat": _Plain(
        "v*",
        "text",
        lambda *values: "".join(
            text for value in values for text in texts.spread(value)
        ),
    ),
    "join": _Plain(
        "tv*",
        "text",
        lambda glue, *values: glue.join(
            text for value in values for text in texts.spread(value)
        ),
    ),
    "starts-with": _Plain("tt", "truth", str.startswith),
    "ends-with": _Plain("tt", "truth", str.endswith),
    "contains": _Plain("tt", "truth", lambda text, part: part in text),
    "substring-before": _Plain(
        "tt", "text", lambda text, part: text.partition(part)[0] if part in text else ""
    ),
    "substring-after": _Plain("tt", "text", lambda text, part: text.partition(part)[2]),
    "substring": _Plain("tn?n", "text", texts.substring),
    "substr": _Plain("tn?n", "text", texts.substr),
    "string-length": _Plain("t", "number", lambda text: float(len(text))),
    "normalize-space": _Plain("t", "text", lambda text: " ".join(text.split())),
    "translate": _Plain("ttt", "text", texts.translated),
    "regex": _Plain("tt", "truth", fits_pattern),
    "boolean-from-string": _Plain(
        "t", "truth", lambda text: text.strip() in {"true", "1"}
    ),
    "selected": _Plain("tt", "truth", lambda text, code: code.strip() in text.split()),
    "selected-at": _Plain("tn", "text", texts.selected_at),
    "count-selected": _Plain("t", "number", lambda text: float(len(text.split()))),
    "digest": _Plain("tt?t", "text", texts.digest),
    "base64-decode": _Plain("t", "text", texts.unbase64),
    "checklist": _Plain("nnv*", "truth", texts.checklist),
    "weighted-checklist": _Plain("nnv*", "truth", texts.weighted_checklist),
    "date": _Plain("v", "text", texts.as_date),
    "date-time": _Plain("v", "text", texts.as_date_time),
    "decimal-date-time": _Plain("t", "number", to_number),
    "decimal-time": _Plain("t", "number", texts.day_fraction),
    "format-date": _Plain("vt", "text", texts.formatted),
    "format-date-time": _Plain("vt", "text", texts.formatted),
}
_HERE_BY_DEFAULT = frozenset({"string", "string-length", "normalize-space", "number"})

KNOWN = frozenset(_PLAIN) | frozenset(asking.BUILDERS)


def build_call(name: str, arguments: tuple[Code, ...], tree: Tree) -> Code:
    """Compile a call.

    Raises:
        FormFaulty: no such function here (``why="function"``) or a wrong count (``why="arguments"``).
    """
    builder = asking.BUILDERS.get(name)
    if builder is not None:
        return builder(arguments, tree)
    plain = _PLAIN.get(name)
    if plain is None:
        raise FormFaulty(
            why=f"unsupported-{UNSUPPORTED[name]}"
            if name in UNSUPPORTED
            else "function",
            function=name,
        )
    if not arguments and name in _HERE_BY_DEFAULT:
        arguments = (asking.HERE,)
    return Code(_plain_call(name, plain, arguments), plain.gives, None, tree)


def _plain_call(name: str, plain: _Plain, arguments: tuple[Code, ...]) -> Run:
    letters = _letters(name, plain.takes, len(arguments))
    getters = [
        _getter(code, letter) for code, letter in zip(arguments, letters, strict=True)
    ]
    work = plain.work
    match getters:
        case []:
            return lambda _: work()
        case [one]:
            return lambda here: work(one(here))
        case [one, two]:
            return lambda here: work(one(here), two(here))
        case _:
            return lambda here: work(*(get(here) for get in getters))


def _letters(name: str, takes: str, count: int) -> str:
    least, _, more = takes.partition("?")
    if least.endswith("*"):
        fixed, last = least[:-2], least[-2]
        if count < len(fixed):
            raise FormFaulty(why="arguments", function=name)
        return fixed + last * (count - len(fixed))
    if not len(least) <= count <= len(least) + len(more):
        raise FormFaulty(why="arguments", function=name)
    return (least + more)[:count]


def _getter(code: Code, letter: str) -> Callable[[Here], Value]:
    match letter:
        case "t":
            return code.text()
        case "n":
            return code.number()
        case "b":
            return code.truth()
        case "N":
            return code.nodes()
        case _:
            return code.run
