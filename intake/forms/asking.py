"""The functions that ask the session, the place or their arguments one by one."""

import math
from collections.abc import Callable, Mapping
from typing import TypeAlias

from intake.errors import FormFaulty
from intake.forms import moments
from intake.forms.code import Code, Here
from intake.forms.grammar import Path, Step, Tree
from intake.forms.values import NAN, Noded, Nodes

Builder: TypeAlias = Callable[[tuple[Code, ...], Tree], Code]

HERE = Code(lambda here: (here.node,) if here.node is not None else (), "nodes")


def _counted(
    name: str, arguments: tuple[Code, ...], least: int, most: int | None = None
) -> None:
    if not least <= len(arguments) <= (least if most is None else most):
        raise FormFaulty(why="arguments", function=name)


def _if(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("if", arguments, 3)
    condition, yes, no = arguments[0].truth(), arguments[1].run, arguments[2].run
    kind = arguments[1].kind if arguments[1].kind == arguments[2].kind else "any"
    return Code(
        lambda here: yes(here) if condition(here) else no(here), kind, None, tree
    )


def _coalesce(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("coalesce", arguments, 1, 64)
    tries = [code.text() for code in arguments]
    return Code(
        lambda here: next((text for get in tries if (text := get(here))), ""),
        "text",
        None,
        tree,
    )


def _once(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("once", arguments, 1)
    text = arguments[0].text()
    return Code(
        lambda here: (here.world and here.world.last_text(here.current)) or text(here),
        "text",
        None,
        tree,
    )


def _position(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("position", arguments, 0, 1)
    if not arguments:
        return Code(lambda here: float(here.place), "number", None, tree)
    nodes = arguments[0].nodes()
    return Code(
        lambda here: float(found[0].place()) if (found := nodes(here)) else NAN,
        "number",
        None,
        tree,
    )


def _last(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("last", arguments, 0)
    return Code(lambda here: float(here.size), "number", None, tree)


def _name(arguments: tuple[Code, ...], tree: Tree) -> Code:
    nodes = (arguments[0] if arguments else HERE).nodes()
    return Code(
        lambda here: found[0].name if (found := nodes(here)) else "", "text", None, tree
    )


def _local_name(arguments: tuple[Code, ...], tree: Tree) -> Code:
    nodes = (arguments[0] if arguments else HERE).nodes()
    return Code(
        lambda here: found[0].name.rpartition(":")[2] if (found := nodes(here)) else "",
        "text",
        None,
        tree,
    )


def _current(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("current", arguments, 0)
    return Code(
        lambda here: (here.current,) if here.current is not None else (),
        "nodes",
        None,
        tree,
    )


def _instance(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("instance", arguments, 1)
    name = arguments[0].text()
    return Code(
        lambda here: here.world.instance(name(here)) if here.world else (),
        "nodes",
        None,
        tree,
    )


def _itext(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("jr:itext", arguments, 1)
    name = arguments[0].text()
    return Code(
        lambda here: here.world.itext(name(here), here.node) if here.world else "",
        "text",
        None,
        tree,
    )


def _choice_name(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("jr:choice-name", arguments, 2)
    code, question = arguments[0].text(), arguments[1].text()

    def label(here: Here) -> str:
        if here.world is None:
            return ""
        return here.world.choice_label(code(here), question(here), here.current)

    return Code(label, "text", None, tree)


def _today(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("today", arguments, 0)
    return Code(
        lambda here: moments.today_text(here.world.wall_ms()) if here.world else "",
        "text",
        None,
        tree,
    )


def _now(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("now", arguments, 0)
    return Code(
        lambda here: moments.now_text(here.world.wall_ms()) if here.world else "",
        "text",
        None,
        tree,
    )


def _uuid(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("uuid", arguments, 0, 1)
    return Code(
        lambda here: here.world.new_id() if here.world else "", "text", None, tree
    )


def _version(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("version", arguments, 0)
    return Code(
        lambda here: here.world.version if here.world else "", "text", None, tree
    )


def _property(arguments: tuple[Code, ...], tree: Tree) -> Code:
    _counted("property", arguments, 1)
    return Code(lambda _: "", "text", None, tree)


def _pulldata(arguments: tuple[Code, ...], tree: Tree) -> Code:
    """``pulldata(table, column, key column, key)``: one cell of a CSV side file."""
    _counted("pulldata", arguments, 4)
    table, column, key, value = (code.text() for code in arguments)

    def cell(here: Here) -> str:
        if here.world is None:
            return ""
        items = here.world.find_in_instance(
            table(here), ("root", "item"), key(here), value(here)
        )
        cells = items[0].below(column(here)) if items else ()
        return cells[0].text() if cells else ""

    return Code(cell, "text", None, tree)


def _indexed_repeat(arguments: tuple[Code, ...], tree: Tree) -> Code:
    """``indexed-repeat(target, repeat, index, …)``: the target inside the repeats' rows of these numbers."""
    if len(arguments) not in {3, 5, 7}:
        raise FormFaulty(why="arguments", function="indexed-repeat")
    target, rest = _names(arguments[0]), arguments[1:]
    wanted = [
        (_names(code), index.number())
        for code, index in zip(rest[::2], rest[1::2], strict=True)
    ]

    def find(here: Here) -> Nodes:
        if here.world is None:
            return ()
        names = target(here)
        places = {
            len(repeat): number(here)
            for names_of, number in wanted
            if (repeat := names_of(here)) == names[: len(repeat)]
        }
        return (
            _down_by_place(here.world.root, names, places)
            if len(places) == len(wanted)
            else ()
        )

    return Code(find, "nodes", None, tree)


def _names(code: Code) -> Callable[[Here], tuple[str, ...]]:
    """Return what finds the names of a path from the root, wherever it starts."""
    path = code.tree
    if (
        not isinstance(path, Path)
        or not all(_is_plain(step) for step in path.steps)
        or path.filters
    ):
        raise FormFaulty(why="indexed-repeat", function="indexed-repeat")
    if path.start == "/":
        fixed = tuple(step.test for step in path.steps)
        return lambda _: fixed
    return lambda here: _names_from(here, path.steps)


def _names_from(here: Here, steps: tuple[Step, ...]) -> tuple[str, ...]:
    names: list[str] = []
    node = here.current
    while node is not None and node.above is not None:
        names.insert(0, node.name)
        node = node.above
    for step in steps:
        if step.axis == "child":
            names.append(step.test)
        elif step.axis == "parent" and names:
            names.pop()
    return tuple(names)


def _is_plain(step: Step) -> bool:
    return not step.predicates and (
        step.axis in {"child", "parent"} or step.test == "node()"
    )


def _down_by_place(
    root: Noded, names: tuple[str, ...], places: Mapping[int, float]
) -> Nodes:
    nodes: Nodes = (root,)
    for depth, name in enumerate(names, 1):
        nodes = [kid for node in nodes for kid in node.below(name)]
        if depth in places:
            at = places[depth]
            nodes = (
                [nodes[int(at) - 1]]
                if math.isfinite(at) and 1 <= at <= len(nodes)
                else []
            )
    return nodes


BUILDERS: Mapping[str, Builder] = {
    "if": _if,
    "coalesce": _coalesce,
    "once": _once,
    "position": _position,
    "last": _last,
    "name": _name,
    "local-name": _local_name,
    "current": _current,
    "instance": _instance,
    "jr:itext": _itext,
    "itext": _itext,
    "jr:choice-name": _choice_name,
    "today": _today,
    "now": _now,
    "uuid": _uuid,
    "version": _version,
    "property": _property,
    "indexed-repeat": _indexed_repeat,
    "pulldata": _pulldata,
}
