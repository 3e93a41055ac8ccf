"""Turn the tree of an expression into closures that run it.

* Everything that can be decided once is decided here: kinds of operands, fast paths, functions.
* A compiled expression belongs to the form; what it reads at run time comes with the ``Here``.

>>> compile_text("1 + 2 * 3").run(Here(None, None))
7.0
"""

import math
from collections.abc import Callable
from functools import lru_cache

from intake.errors import FormFaulty
from intake.forms.code import Code, Here, Run
from intake.forms.functions import build_call
from intake.forms.grammar import (
    Binary,
    Call,
    Literal,
    Negative,
    Number,
    Path,
    Tree,
    read,
)
from intake.forms.paths import compile_path, in_order
from intake.forms.values import NAN, Nodes, Value, compare


@lru_cache(maxsize=8192)
def compile_text(source: str) -> Code:
    """Compile an expression.

    Raises:
        FormFaulty: it does not parse, or uses a function that is not supported.
    """
    return compile_tree(read(source))


def compile_at(source: str, path: str, place: str) -> Code:
    """Compile an expression; a fault carries the node and the attribute."""
    try:
        return compile_text(source)
    except FormFaulty as fault:
        raise FormFaulty(**{**fault.facts, "path": path, "place": place}) from None


def compile_tree(tree: Tree) -> Code:
    """Compile one branch."""
    match tree:
        case Number(value):
            return Code(lambda _: value, "number", value, tree)
        case Literal(text):
            return Code(lambda _: text, "text", text, tree)
        case Negative(of):
            number = compile_tree(of).number()
            return Code(lambda here: -number(here), "number", None, tree)
        case Binary(op, left, right):
            return _binary(tree, op, compile_tree(left), compile_tree(right))
        case Call(name, arguments):
            return build_call(
                name, tuple(compile_tree(argument) for argument in arguments), tree
            )
        case Path():
            return Code(compile_path(tree, compile_tree), "nodes", None, tree)


def _binary(tree: Tree, op: str, left: Code, right: Code) -> Code:
    if op in {"and", "or"}:
        return Code(_logic(op, left.truth(), right.truth()), "truth", None, tree)
    if op in {"=", "!=", "<", "<=", ">", ">="}:
        return Code(_comparison(op, left, right), "truth", None, tree)
    if op == "|":
        return Code(_union(left.nodes(), right.nodes()), "nodes", None, tree)
    return Code(_arithmetic(op, left.number(), right.number()), "number", None, tree)


def _logic(op: str, left: Callable[[Here], bool], right: Callable[[Here], bool]) -> Run:
    if op == "and":
        return lambda here: left(here) and right(here)
    return lambda here: left(here) or right(here)


def _comparison(op: str, left: Code, right: Code) -> Run:
    one, two = left.run, right.run
    if op == "=" and left.kind == "nodes" and right.kind == "text":
        return lambda here: _one_is(one(here), two(here))
    return lambda here: compare(op, one(here), two(here))


def _one_is(nodes: Value, text: Value) -> bool:
    return any(node.text() == text for node in nodes)  # type: ignore[union-attr]


def _union(left: Callable[[Here], Nodes], right: Callable[[Here], Nodes]) -> Run:
    return lambda here: in_order([*left(here), *right(here)])


def _arithmetic(
    op: str, left: Callable[[Here], float], right: Callable[[Here], float]
) -> Run:
    match op:
        case "+":
            return lambda here: left(here) + right(here)
        case "-":
            return lambda here: left(here) - right(here)
        case "*":
            return lambda here: left(here) * right(here)
        case "div":
            return lambda here: _divide(left(here), right(here))
        case "mod":
            return lambda here: _remainder(left(here), right(here))
        case _:
            raise FormFaulty(why="operator")


def _divide(left: float, right: float) -> float:
    if right:
        return left / right
    return NAN if not left or math.isnan(left) else math.copysign(math.inf, left)


def _remainder(left: float, right: float) -> float:
    return math.fmod(left, right) if right and math.isfinite(left) else NAN
