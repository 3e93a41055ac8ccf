"""In which order things stand in the picture (차례): cases, people, identifiers, in columns.

* The same nodes give the same order, however they came: first by id, then turned until fewer
  lines cross (barycentre), and the turn with the fewest crossings is kept.
* The suspects of one person stay together under it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.desk.views.joint import Edge, Node

_TURNS = 8
Near = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Block:
    """One person: its own node, where it has one, and its suspects."""

    head: str
    members: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Everything in it, from above."""
        return ((self.head,) if self.head else ()) + self.members


@dataclass(frozen=True, slots=True)
class Order:
    """The three columns, each from above."""

    cases: tuple[str, ...]
    people: tuple[Block, ...]
    marks: tuple[str, ...]

    @property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The ids of each column, from above."""
        people = tuple(one for block in self.people for one in block.ids)
        return self.cases, people, self.marks


def order_of(nodes: "Sequence[Node]", edges: "Sequence[Edge]") -> Order:
    """Return the order with the fewest crossings that was met."""
    near = _near(edges)
    best = order = _first(nodes, edges)
    fewest = crossings(order, near)
    for _ in range(_TURNS):
        order = _turned(order, near)
        found = crossings(order, near)
        if found < fewest:
            best, fewest = order, found
    return best


def crossings(order: Order, near: Near) -> int:
    """Return how many lines cross between neighbouring columns."""
    cases, people, marks = order.columns
    return _crossed(people, cases, near) + _crossed(people, marks, near)


def _crossed(one: Sequence[str], other: Sequence[str], near: Near) -> int:
    places = {name: at for at, name in enumerate(other)}
    lines = [(at, places[end]) for at, name in enumerate(one) for end in near.get(name, ()) if end in places]  # fmt: skip
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(lines, 2))


def _near(edges: "Iterable[Edge]") -> Near:
    found: dict[str, set[str]] = {}
    for edge in edges:
        if edge.kind in {"of-case", "has-mark"}:
            found.setdefault(edge.one, set()).add(edge.other)
            found.setdefault(edge.other, set()).add(edge.one)
    return {name: frozenset(ends) for name, ends in found.items()}


def _first(nodes: "Sequence[Node]", edges: "Sequence[Edge]") -> Order:
    ids = {kind: sorted(node.id for node in nodes if node.kind == kind) for kind in ("case", "profile", "suspect", "mark")}  # fmt: skip
    heads, free = set(ids["profile"]), set(ids["suspect"])
    members: dict[str, set[str]] = {head: set() for head in heads}
    for edge in edges:
        for head, suspect in ((edge.one, edge.other), (edge.other, edge.one)):
            if edge.kind == "same_person" and head in heads and suspect in free:
                members[head].add(suspect)
    inside = set().union(*members.values())
    blocks = [Block(head, tuple(sorted(held))) for head, held in members.items()]
    blocks += [Block("", (one,)) for one in free - inside]
    blocks.sort(key=lambda block: block.ids[-1])
    return Order(tuple(ids["case"]), tuple(blocks), tuple(ids["mark"]))


def _turned(order: Order, near: Near) -> Order:
    cases, _, marks = order.columns
    at = _shares(cases) | _shares(marks)
    people = tuple(
        Block(block.head, _by_mean(block.members, near, at)) for block in order.people
    )
    means = {block: _mean(_ends(block, near), at) for block in people}
    people = tuple(sorted(people, key=lambda block: (means[block], block.ids[-1])))
    placed = _shares([one for block in people for one in block.ids])
    return Order(_by_mean(cases, near, placed), people, _by_mean(marks, near, placed))


def _ends(block: Block, near: Near) -> list[str]:
    return sorted(end for one in block.ids for end in near.get(one, ()))


def _by_mean(ids: Iterable[str], near: Near, at: Mapping[str, float]) -> tuple[str, ...]:  # fmt: skip
    return tuple(sorted(ids, key=lambda one: (_mean(sorted(near.get(one, ())), at), one)))  # fmt: skip


def _mean(ends: Sequence[str], at: Mapping[str, float]) -> float:
    told = [at[end] for end in ends if end in at]
    return (
        round(sum(told) / len(told), 9) if told else 2.0
    )  # what hangs on nothing: last


def _shares(ids: Sequence[str]) -> dict[str, float]:
    return {one: (at + 0.5) / len(ids) for at, one in enumerate(ids)}
