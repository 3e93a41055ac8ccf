"""The picture in words (그림의 말): what is read aloud, and the rows of the table.

* Every line of the picture stands in the table, seen from both its ends; a node that is joined
  with nothing has a row too.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intake.text import Texts

if TYPE_CHECKING:
    from intake.desk.views.joint import Edge, GraphView, Node

NODES = ("case", "profile", "suspect", "mark")
LINES = ("of-case", "has-mark", "same_person", "same_network", "same_material", "candidate")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table."""

    node: str
    kind: str
    label: str = field(repr=False)
    other: str = field(repr=False)
    brief: tuple[str, str] = field(
        repr=False
    )  # label and other where there is less room
    why: str = field(repr=False)
    first: bool  # of its node: the rows below leave kind and label out


def kind_words(texts: Texts, kind: str) -> str:
    """Return the word for a kind of node."""
    return texts(f"graph-node-{kind}")


def line_words(texts: Texts, kind: str) -> str:
    """Return the word for a kind of line."""
    return texts(f"graph-line-{kind.replace('_', '-')}")


def rows_of(texts: Texts, view: "GraphView", ids: Iterable[str], kinds: frozenset[str]) -> tuple[Line, ...]:  # fmt: skip
    """Return the rows of the table, in the order of ``ids``; only lines of some kinds, if any."""
    nodes = {node.id: node for node in view.nodes}
    lines: list[Line] = []
    for one in (one for one in ids if one in nodes):
        found = list(_rows(texts, nodes, view.edges, one, kinds))
        lines += found or ([] if kinds else [_alone(texts, nodes[one])])
    return tuple(lines)


def names_of(texts: Texts, view: "GraphView") -> dict[str, str]:
    """Return what is read aloud for every node."""
    return {node.id: _name(texts, node, view.edges) for node in view.nodes}


def said_of(node: "Node") -> str:
    """Return a node's own words in one line."""
    return f"{node.label} · {node.sub}" if node.sub else node.label


def _rows(texts: Texts, nodes: "dict[str, Node]", edges: "Iterable[Edge]", one: str, kinds: frozenset[str]) -> Iterable[Line]:  # fmt: skip
    first, node = True, nodes[one]
    for edge in edges:
        if one not in {edge.one, edge.other} or (kinds and edge.kind not in kinds):
            continue
        other = nodes[edge.other if edge.one == one else edge.one]
        why = line_words(texts, edge.kind)
        told = f"{why} · {edge.label}" if edge.label else why
        yield Line(one, kind_words(texts, node.kind), said_of(node), said_of(other), (_brief(node), _brief(other)), told, first)  # fmt: skip
        first = False


def _alone(texts: Texts, node: "Node") -> Line:
    nothing = texts("graph-alone")
    return Line(
        node.id,
        kind_words(texts, node.kind),
        said_of(node),
        nothing,
        (_brief(node), nothing),
        "",
        True,
    )


def _brief(node: "Node") -> str:
    """Return what tells a node from others of its kind."""
    return node.sub or node.label if node.kind == "suspect" else node.label


def _name(texts: Texts, node: "Node", edges: "Iterable[Edge]") -> str:
    count = sum(node.id in {edge.one, edge.other} for edge in edges)
    return texts("graph-node-name", kind=kind_words(texts, node.kind), label=said_of(node), count=count)  # fmt: skip
