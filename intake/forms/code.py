"""A compiled expression, and where it stands when it runs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal as Word
from typing import TypeAlias

from intake.forms.grammar import Tree
from intake.forms.values import Noded, Nodes, Value, number_of, text_of, truth_of
from intake.forms.world import World

Kind: TypeAlias = Word["text", "number", "truth", "nodes", "any"]


class Here:
    """Where an expression stands: the node, its place among others, and the world around."""

    __slots__ = ("current", "node", "place", "size", "world")

    def __init__(
        self,
        node: Noded | None,
        world: World | None,
        place: int = 1,
        size: int = 1,
        current: Noded | None = None,
    ) -> None:
        """Stand at a node; ``current()`` is that node unless told otherwise."""
        self.node = node
        self.world = world
        self.place = place
        self.size = size
        self.current = current or node


Run: TypeAlias = Callable[[Here], Value]


@dataclass(frozen=True, slots=True)
class Code:
    """A compiled expression and the kind of value it gives, where that is known."""

    run: Run
    kind: Kind = "any"
    constant: Value | None = None
    tree: Tree | None = None

    def text(self) -> Callable[[Here], str]:
        """Return the closure that gives text."""
        run = self.run
        return run if self.kind == "text" else lambda here: text_of(run(here))  # type: ignore[return-value]

    def number(self) -> Callable[[Here], float]:
        """Return the closure that gives a number."""
        run = self.run
        return run if self.kind == "number" else lambda here: number_of(run(here))  # type: ignore[return-value]

    def truth(self) -> Callable[[Here], bool]:
        """Return the closure that gives yes or no."""
        run = self.run
        return run if self.kind == "truth" else lambda here: truth_of(run(here))  # type: ignore[return-value]

    def nodes(self) -> Callable[[Here], Nodes]:
        """Return the closure that gives nodes; another kind of value is no nodes at all."""
        run = self.run
        if self.kind == "nodes":
            return run  # type: ignore[return-value]
        return lambda here: (
            value if isinstance(value := run(here), (list, tuple)) else ()
        )
