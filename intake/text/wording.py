"""Whether somebody's own wording (자기 문구) may stand for a sentence of the program.

* It speaks of the same facts, each said as the sentence says it: a number stays a number with its
  thousands apart. None is dropped, none is made up.
* It is one line of plain words: no other sentence is called, no choice is made in it.
* A particle after a fact is chosen by its sound: ``JOSA($center, "은/는")`` is always allowed.

>>> fault_of("{ NUMBER($count) }건을 적었습니다.", "{ NUMBER($count) }건")
''
>>> fault_of("많이 적었습니다.", "{ NUMBER($count) }건"), fault_of("{ $x }", "말")
('dropped', 'invented')
>>> fault_of("{ $count }", "{ NUMBER($count) }건"), fault_of("{ -brand }", "말")
('invented', 'syntax')
"""

import unicodedata
from collections.abc import Iterator

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

_PARTICLES = frozenset(
    {"은/는", "이/가", "을/를", "과/와", "으로/로", "이라/라", "아/야"}
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOSA = "JOSA"
_PAIR = 2  # a fact, and two particles

Said = tuple[str, str]  # through which function, which fact


class _NotOurs(ValueError):
    """Something stands there that no own wording may have."""


def fault_of(words: str, default: str) -> str:
    """Return why these words may not stand there, as a code; empty where they may."""
    if not words.strip():
        return "empty"
    if any(unicodedata.category(one) in _UNSEEN for one in words):
        return "unseen"
    try:
        said = frozenset(facts_of(words))
    except _NotOurs:
        return "syntax"
    told = frozenset(facts_of(default))
    if any(one not in told for one in said if one[0] != _JOSA):
        return "invented"
    named = {fact for _, fact in said}
    known = {fact for _, fact in told}
    if named - known:
        return "invented"
    return "dropped" if known - named else ""


def facts_of(words: str) -> Iterator[Said]:
    """Yield the facts that a line speaks of, and through which function.

    Raises:
        ValueError: it is no line of plain words and facts.
    """
    entry = FluentParser().parse_entry(f"x = {words}\n")
    if not isinstance(entry, ftl.Message) or entry.value is None or entry.attributes:
        raise _NotOurs(words)
    for element in entry.value.elements:
        if isinstance(element, ftl.Placeable):
            yield _said(element.expression)


def _said(expression: object) -> Said:
    if isinstance(expression, ftl.VariableReference):
        return "", expression.id.name
    if not isinstance(expression, ftl.FunctionReference):
        raise _NotOurs
    name, given = expression.id.name, expression.arguments
    first = given.positional[0] if given.positional else None
    if not isinstance(first, ftl.VariableReference) or given.named:
        raise _NotOurs
    if name == _JOSA:
        _check_particles(given.positional)
    elif len(given.positional) > 1:
        raise _NotOurs
    return name, first.id.name


def _check_particles(given: list[ftl.InlineExpression | ftl.Placeable]) -> None:
    pair = given[1] if len(given) == _PAIR else None
    if not isinstance(pair, ftl.StringLiteral) or pair.value not in _PARTICLES:
        raise _NotOurs
