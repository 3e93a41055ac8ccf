"""Walk from node to node as a path says.

* Steps by name downwards are the common case and run without any set-keeping.
* Every other axis gathers, drops what is there twice, and sorts by document order.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias, cast

from intake.forms.code import Code, Here
from intake.forms.grammar import Binary, Call, Literal, Number, Path, Step, Tree
from intake.forms.values import Noded, Nodes, text_of, truth_of

Compile: TypeAlias = Callable[[Tree], Code]
Walk: TypeAlias = Callable[[Here, Nodes], Nodes]
_KEPT_IN_ORDER = frozenset({"child", "self", "attribute"})


def compile_path(path: Path, compile_tree: Compile) -> Callable[[Here], Nodes]:
    """Return the closure that finds the nodes of a path."""
    indexed = _indexed(path, compile_tree)
    if indexed is not None:
        return indexed
    walks = tuple(_walk(step, compile_tree) for step in path.steps)
    start = _start(path, compile_tree)
    if len(walks) == 1:
        only = walks[0]
        return lambda here: only(here, start(here))
    return lambda here: _walk_all(here, start(here), walks)


def _walk_all(here: Here, nodes: Nodes, walks: tuple[Walk, ...]) -> Nodes:
    for walk in walks:
        nodes = walk(here, nodes)
        if not nodes:
            break
    return nodes


def _start(path: Path, compile_tree: Compile) -> Callable[[Here], Nodes]:
    if path.start == "/":
        return lambda here: (here.world.root,) if here.world else ()
    if path.start == ".":
        return lambda here: (here.node,) if here.node else ()
    nodes = compile_tree(cast("Tree", path.start)).nodes()
    filters = tuple(_predicate(tree, compile_tree) for tree in path.filters)
    if not filters:
        return nodes
    return lambda here: _filtered(here, nodes(here), filters)


def _walk(step: Step, compile_tree: Compile) -> Walk:
    plain = _plain_walk(step)
    if not step.predicates:
        return plain
    filters = tuple(_predicate(tree, compile_tree) for tree in step.predicates)
    if step.axis == "child":
        return _filtered_children(step.test, filters)

    def walk(here: Here, nodes: Nodes) -> Nodes:
        found: list[Noded] = []
        for node in nodes:
            found.extend(_filtered(here, plain(here, (node,)), filters))
        return in_order(found)

    return walk


def _filtered_children(test: str, filters: "tuple[Predicate, ...]") -> Walk:
    def walk(here: Here, nodes: Nodes) -> Nodes:
        if len(nodes) == 1:
            return _filtered(here, _children(nodes[0], test), filters)
        return [
            kept
            for node in nodes
            for kept in _filtered(here, _children(node, test), filters)
        ]

    return walk


def _children(node: Noded, test: str) -> Nodes:
    if test in {"*", "node()"}:
        return node.all_below()
    return node.below(test)


def _plain_walk(step: Step) -> Walk:
    test = step.test
    if step.axis == "child":
        return lambda _, nodes: (
            _children(nodes[0], test)
            if len(nodes) == 1
            else [kid for node in nodes for kid in _children(node, test)]
        )
    if step.axis == "self":
        return lambda _, nodes: (
            [node for node in nodes if _fits(node, test)] if test != "node()" else nodes
        )
    if step.axis == "parent" and test == "node()":
        return lambda _, nodes: _parents(nodes)
    gather = _AXES[step.axis]

    def walk(_: Here, nodes: Nodes) -> Nodes:
        found = [
            far
            for node in nodes
            for far in gather(node, test)
            if step.axis == "attribute" or _fits(far, test)
        ]
        return (
            found if len(nodes) == 1 or step.axis in _KEPT_IN_ORDER else in_order(found)
        )

    return walk


def _parents(nodes: Nodes) -> Nodes:
    if len(nodes) == 1:
        above = nodes[0].above
        return (above,) if above is not None else ()
    return list(dict.fromkeys(node.above for node in nodes if node.above is not None))


def _fits(node: Noded, test: str) -> bool:
    return test in {node.name, "node()"} or (test == "*" and bool(node.name))


def _up(node: Noded, _: str) -> Iterable[Noded]:
    above = node.above
    while above is not None:
        yield above
        above = above.above


def _down(node: Noded, _: str) -> Iterable[Noded]:
    for kid in node.all_below():
        yield kid
        yield from _down(kid, _)


def _siblings(node: Noded, *, after: bool) -> list[Noded]:
    above = node.above
    if above is None:
        return []
    row = list(above.all_below())
    at = next((place for place, one in enumerate(row) if one is node), None)
    if at is None:
        return []
    return row[at + 1 :] if after else row[:at][::-1]


_AXES: dict[str, Callable[[Noded, str], Iterable[Noded]]] = {
    "parent": lambda node, _: (node.above,) if node.above else (),
    "ancestor": _up,
    "ancestor-or-self": lambda node, test: (node, *_up(node, test)),
    "descendant": _down,
    "descendant-or-self": lambda node, test: (node, *_down(node, test)),
    "following-sibling": lambda node, _: _siblings(node, after=True),
    "preceding-sibling": lambda node, _: _siblings(node, after=False),
    "following": lambda node, test: _beside(node, test, after=True),
    "preceding": lambda node, test: _beside(node, test, after=False),
    "attribute": lambda node, test: node.attribute(test),
}


def _beside(node: Noded, test: str, *, after: bool) -> Iterable[Noded]:
    for one in (node, *_up(node, test)):
        for far in _siblings(one, after=after):
            yield far
            yield from _down(far, test)


Predicate: TypeAlias = Callable[[Here, Nodes], Nodes]


def _predicate(tree: Tree, compile_tree: Compile) -> Predicate:
    if isinstance(tree, Number):
        at = int(tree.value) if tree.value == int(tree.value) else 0
        return lambda _, nodes: (nodes[at - 1],) if 0 < at <= len(nodes) else ()
    place = _place_wanted(tree)
    if place is not None:
        return _by_place(compile_tree(place))
    code = compile_tree(tree)
    if code.kind in {"truth", "nodes", "text"}:
        return _by_truth(code.truth())
    return _by_number(code)


def _place_wanted(tree: Tree) -> Tree | None:
    match tree:
        case Binary("=", Call("position", ()), other) | Binary(
            "=", other, Call("position", ())
        ):
            return other if _is_steady(other) else None
        case _:
            return None


def _is_steady(tree: Tree) -> bool:
    """Whether an expression is the same for every node that a predicate looks at."""
    match tree:
        case Number() | Literal() | Call("current", ()):
            return True
        case Binary(_, left, right):
            return _is_steady(left) and _is_steady(right)
        case Call("position" | "number" | "int" | "string", (only,)):
            return _is_steady(only)
        case Path("/" | Call("current", ()), (), steps):
            return not any(step.predicates for step in steps)
        case _:
            return False


def _by_place(code: Code) -> Predicate:
    number = code.number()

    def keep(here: Here, nodes: Nodes) -> Nodes:
        at = number(here)
        return (
            (nodes[int(at) - 1],)
            if math.isfinite(at) and at == int(at) and 0 < at <= len(nodes)
            else ()
        )

    return keep


def _by_truth(truth: Callable[[Here], bool]) -> Predicate:
    def keep(here: Here, nodes: Nodes) -> Nodes:
        inner = Here(None, here.world, 0, len(nodes), here.current)
        found = []
        for place, node in enumerate(nodes, 1):
            inner.node, inner.place = node, place
            if truth(inner):
                found.append(node)
        return found

    return keep


def _by_number(code: Code) -> Predicate:
    run = code.run

    def true_here(here: Here) -> bool:
        value = run(here)
        if isinstance(value, float) and not isinstance(value, bool):
            return value == here.place
        return truth_of(value)

    return _by_truth(true_here)


def _filtered(here: Here, nodes: Nodes, filters: tuple[Predicate, ...]) -> Nodes:
    for keep in filters:
        if not nodes:
            break
        nodes = keep(here, nodes)
    return nodes


def _indexed(path: Path, compile_tree: Compile) -> Callable[[Here], Nodes] | None:
    """``instance('x')/root/item[key = …]`` is looked up, not searched."""
    match path:
        case Path(
            start=Call("instance", (Literal(name),)),
            filters=(),
            steps=(*above, Step("child", item, (test, *rest))),
        ):
            names = tuple(
                step.test
                for step in above
                if step.axis == "child" and not step.predicates
            )
            found = _key_and_value(test, compile_tree)
            if (
                found is None
                or rest
                or len(names) != len(above)
                or "*" in (*names, item)
            ):
                return None
            return _lookup(name, (*names, item), *found)
        case _:
            return None


def _lookup(
    name: str, path: tuple[str, ...], key: str, value: Code
) -> Callable[[Here], Nodes]:
    run = value.run

    def find(here: Here) -> Nodes:
        if here.world is None:
            return ()
        wanted = run(here)
        if isinstance(wanted, (list, tuple)) and len(wanted) != 1:
            return in_order(
                [
                    n
                    for one in wanted
                    for n in here.world.find_in_instance(name, path, key, one.text())
                ]
            )
        return here.world.find_in_instance(name, path, key, text_of(wanted))

    return find


def _key_and_value(test: Tree, compile_tree: Compile) -> tuple[str, Code] | None:
    match test:
        case Binary("=", Path(".", (), (Step("child", key, ()),)), other) | Binary(
            "=", other, Path(".", (), (Step("child", key, ()),))
        ):
            steady = isinstance(other, Literal) or (
                isinstance(other, Path) and _is_steady(other)
            )
            return (key, compile_tree(other)) if steady and key != "*" else None
        case _:
            return None


def in_order(nodes: Sequence[Noded]) -> Nodes:
    """Drop what is there twice and sort by place in the document."""
    alone = list(dict.fromkeys(nodes))
    return sorted(alone, key=_place) if len(alone) > 1 else alone


def _place(node: Noded) -> tuple[int, ...]:
    above = node.above
    if above is None:
        return ()
    at = next((place for place, one in enumerate(above.all_below()) if one is node), 0)
    return (*_place(above), at)
