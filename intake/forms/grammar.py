"""Read an XPath 1.0 expression into a tree.

* The grammar is XPath 1.0 without variables and the ``namespace::`` axis.
* Nesting deeper than ``DEEPEST`` is refused, so no form can exhaust the stack.

>>> read("1 + 2 * 3")
Binary(op='+', left=Number(value=1.0), right=Binary(op='*', left=Number(value=2.0), right=Number(value=3.0)))
"""

from dataclasses import dataclass
from typing import TypeAlias

from intake.errors import FormFaulty
from intake.forms.tokens import Token, cut

DEEPEST = 60
AXES = frozenset(
    {
        "child", "parent", "self", "descendant", "descendant-or-self", "ancestor", "ancestor-or-self",
        "following-sibling", "preceding-sibling", "attribute", "following", "preceding",
    }
)  # fmt: skip
_STRENGTH = {
    "or": 1, "and": 2, "=": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "div": 6, "mod": 6, "|": 8,
}  # fmt: skip
_NEGATION = 7


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the expression."""

    value: float


@dataclass(frozen=True, slots=True)
class Literal:
    """A text written in the expression."""

    text: str


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands and the operator between them."""

    op: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True, slots=True)
class Negative:
    """A minus sign before an operand."""

    of: "Tree"


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    name: str
    arguments: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: axis, name test, predicates."""

    axis: str
    test: str
    predicates: tuple["Tree", ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the root (``start="/"``), from here (``start="."``) or from another value."""

    start: "Tree | str"
    filters: tuple["Tree", ...]
    steps: tuple[Step, ...]


Tree: TypeAlias = Number | Literal | Binary | Negative | Call | Path

_HERE = Step("self", "node()")
_UP = Step("parent", "node()")
_BELOW = Step("descendant-or-self", "node()")


def read(source: str) -> Tree:
    """Return the tree of an expression.

    Raises:
        FormFaulty: the expression does not parse (facts: why, at).
    """
    reader = _Reader(cut(source), len(source))
    tree = reader.expression(0)
    if reader.here is not None:
        raise reader.fault()
    return tree


class _Reader:
    """Walks the tokens once, by precedence climbing."""

    def __init__(self, tokens: list[Token], end: int) -> None:
        self._tokens = tokens
        self._end = end
        self._at = 0
        self._depth = 0

    @property
    def here(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def fault(self, why: str = "expression") -> FormFaulty:
        return FormFaulty(why=why, at=self.here.at if self.here else self._end)

    def _is(self, text: str, ahead: int = 0) -> bool:
        at = self._at + ahead
        return (
            at < len(self._tokens)
            and self._tokens[at].text == text
            and self._tokens[at].kind != "literal"
        )

    def _take(self, text: str) -> bool:
        found = self._is(text)
        self._at += found
        return found

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise self.fault()

    def expression(self, least: int) -> Tree:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self.fault("expression-too-deep")
        left = self._operand()
        while (strength := self._strength()) > least:
            op = self._tokens[self._at].text
            self._at += 1
            left = Binary(op, left, self.expression(strength))
        self._depth -= 1
        return left

    def _strength(self) -> int:
        token = self.here
        return (
            _STRENGTH[token.text]
            if token is not None and token.kind == "operator"
            else 0
        )

    def _operand(self) -> Tree:
        if self._take("-"):
            return Negative(self.expression(_NEGATION))
        return self._path()

    def _path(self) -> Tree:
        if self._is("/") or self._is("//"):
            return self._absolute()
        primary = self._primary()
        if primary is None:
            return Path(".", (), self._steps())
        filters = self._predicates()
        steps = self._more_steps()
        return Path(primary, filters, steps) if filters or steps else primary

    def _absolute(self) -> Path:
        if self._is("//"):
            return Path("/", (), self._more_steps())
        self._at += 1
        return Path("/", (), self._steps() if self._starts_step() else ())

    def _starts_step(self) -> bool:
        token = self.here
        return (
            token is not None
            and (token.kind == "name" or token.text in {".", "..", "@", "*"})
            and token.kind != "operator"
        )

    def _steps(self) -> tuple[Step, ...]:
        return (self._step(), *self._more_steps())

    def _more_steps(self) -> tuple[Step, ...]:
        steps: list[Step] = []
        while True:
            if self._take("//"):
                steps.append(_BELOW)
            elif not self._take("/"):
                return tuple(steps)
            steps.append(self._step())

    def _step(self) -> Step:
        if self._take("."):
            return self._filtered(_HERE)
        if self._take(".."):
            return self._filtered(_UP)
        axis = "child"
        if self._take("@"):
            axis = "attribute"
        elif self._is("::", 1):
            axis = self._axis()
        return Step(axis, self._test(), self._predicates())

    def _filtered(self, step: Step) -> Step:
        return Step(step.axis, step.test, self._predicates())

    def _axis(self) -> str:
        axis = self._tokens[self._at].text
        if axis not in AXES:
            raise self.fault("axis")
        self._at += 2
        return axis

    def _test(self) -> str:
        token = self.here
        if token is None or (token.kind != "name" and token.text != "*"):
            raise self.fault()
        self._at += 1
        if not self._is("("):
            return token.text
        if token.text not in {"node", "text"}:
            raise self.fault("node-test")
        self._expect("(")
        self._expect(")")
        return f"{token.text}()"

    def _predicates(self) -> tuple[Tree, ...]:
        found: list[Tree] = []
        while self._take("["):
            found.append(self.expression(0))
            self._expect("]")
        return tuple(found)

    def _primary(self) -> Tree | None:
        token = self.here
        if token is None:
            raise self.fault()
        if token.kind == "literal":
            self._at += 1
            return Literal(token.text[1:-1])
        if token.kind == "number":
            self._at += 1
            return Number(float(token.text))
        if self._take("("):
            inner = self.expression(0)
            self._expect(")")
            return inner
        if (
            token.kind == "name"
            and self._is("(", 1)
            and token.text not in {"node", "text"}
        ):
            return self._call(token.text)
        return None

    def _call(self, name: str) -> Call:
        self._at += 2
        arguments: list[Tree] = []
        while not self._take(")"):
            if arguments:
                self._expect(",")
            arguments.append(self.expression(0))
        return Call(name, tuple(arguments))
