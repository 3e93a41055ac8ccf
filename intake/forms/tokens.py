"""Cut an XPath expression into tokens.

* XPath 1.0 §3.7: ``*``, ``and``, ``or``, ``div`` and ``mod`` are operators only after an operand.
* An expression longer than ``LONGEST`` is refused before it is read.

>>> [token.text for token in cut(". > 3 and ../a != 'x'")]
['.', '>', '3', 'and', '..', '/', 'a', '!=', "'x'"]
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from intake.errors import FormFaulty

LONGEST = 32_768
Kind: TypeAlias = Literal["number", "literal", "name", "operator", "mark"]

_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<number>\d+(?:\.\d*)?|\.\d+)"
    r"|(?P<literal>\"[^\"]*\"|'[^']*')"
    r"|(?P<mark>\.\.|::|//|<=|>=|!=|[()\[\].@,/|+\-=<>*$])"
    r"|(?P<name>[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?)"
)
_WORDS = frozenset({"and", "or", "div", "mod"})
_OPENERS = frozenset(
    {
        "@",
        "::",
        "(",
        "[",
        ",",
        "/",
        "//",
        "|",
        "+",
        "-",
        "=",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "$",
    }
)
_OPERATORS = frozenset({"|", "+", "-", "=", "!=", "<", "<=", ">", ">="})


@dataclass(frozen=True, slots=True)
class Token:
    """One word of an expression, and where it stands."""

    kind: Kind
    text: str
    at: int


def cut(source: str) -> list[Token]:
    """Return the tokens of an expression.

    Raises:
        FormFaulty: too long, or a character that XPath does not know.
    """
    if len(source) > LONGEST:
        raise FormFaulty(why="expression-too-long", size=len(source))
    tokens: list[Token] = []
    at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            raise FormFaulty(why="expression", at=at)
        if match.lastgroup != "space":
            tokens.append(_token(match, tokens))
        at = match.end()
    return tokens


def _token(match: re.Match[str], before: list[Token]) -> Token:
    text, kind = match.group(), match.lastgroup
    after_operand = (
        bool(before)
        and before[-1].kind != "operator"
        and before[-1].text not in _OPENERS
    )
    if kind == "number":
        return Token("number", text, match.start())
    if kind == "literal":
        return Token("literal", text, match.start())
    if (after_operand and (text == "*" or text in _WORDS)) or text in _OPERATORS:
        return Token("operator", text, match.start())
    return Token("name" if kind == "name" else "mark", text, match.start())
