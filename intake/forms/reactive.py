"""Cells that hold a value and memos that are worked out from them, no oftener than needed.

* A memo notes what it reads while it runs; what it did not read cannot make it run again.
* A memo runs when it is asked, and only if something it read has really changed.
* Reading a memo while it is being worked out gives its last value: once is a rule of ODK
  (``once()``), a longer circle is noted in ``graph.circles`` and never hangs.

>>> graph = Graph()
>>> age = Cell(graph, 3)
>>> adult = Memo(graph, lambda: age.get() > 18, False)
>>> adult.get(), age.set(20), adult.get()
(False, None, True)
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from typing_extensions import override

T = TypeVar("T")


class Graph:
    """The cells and memos of one session."""

    __slots__ = ("circles", "reading", "running")

    def __init__(self) -> None:
        """Begin with nothing read and nothing running."""
        self.reading: dict[Cell[Any], None] | None = None
        self.running: list[Memo[Any]] = []
        self.circles: set[str] = set()

    def touch(self, watchers: "dict[Memo[Any], None]") -> None:
        """Mark everything that hangs on a changed cell; nothing is worked out yet."""
        pending = list(watchers)
        while pending:
            memo = pending.pop()
            if memo.fresh:
                memo.fresh = False
                if memo.queue is not None:
                    memo.queue[memo] = None
                pending.extend(memo.watchers)


class Cell(Generic[T]):
    """A value that is said from outside."""

    __slots__ = ("graph", "value", "version", "watchers")

    def __init__(self, graph: Graph, value: T) -> None:
        """Begin with a value."""
        self.graph = graph
        self.value = value
        self.version = 0
        self.watchers: dict[Memo[Any], None] = {}

    def get(self) -> T:
        """Return the value, and let the running memo know that it was read."""
        reading = self.graph.reading
        if reading is not None:
            reading[self] = None
        return self.value

    def set(self, value: T) -> None:
        """Say a new value; an equal one changes nothing."""
        if value != self.value:
            self.value = value
            self.version += 1
            self.graph.touch(self.watchers)

    def settle(self) -> None:
        """Bring the value up to date (a cell always is)."""


class Memo(Cell[T]):
    """A value worked out from others, kept until one of them changes."""

    __slots__ = ("_busy", "_seen", "_work", "fresh", "owner", "queue")

    def __init__(
        self,
        graph: Graph,
        work: Callable[[], T],
        first: T,
        *,
        queue: "dict[Memo[Any], None] | None" = None,
        owner: object = None,
    ) -> None:
        """Wait to be asked.

        Args:
            graph: the session's graph.
            work: how the value is worked out.
            first: the value before that.
            queue: where this memo lines up whenever it may have changed.
            owner: whom to name when the memo is part of a circle.
        """
        super().__init__(graph, first)
        self._work = work
        self._seen: dict[Cell[Any], int] = {}
        self._busy = False
        self.fresh = False
        self.queue = queue
        self.owner = owner
        if queue is not None:
            queue[self] = None

    @override
    def get(self) -> T:
        if not self.fresh:
            self.settle()
        reading = self.graph.reading
        if reading is not None and not self._busy:
            reading[self] = None
        return self.value

    @override
    def settle(self) -> None:
        """Work the value out again if something it read has changed."""
        if self.fresh:
            return
        if self._busy:
            if self.graph.running[-1] is not self:
                self.graph.circles.add(str(self.owner))
            return
        if self._seen and not self._something_changed():
            self.fresh = True
            return
        self._run()

    def _something_changed(self) -> bool:
        self._busy = True  # asking the sources may lead back here
        self.graph.running.append(self)
        try:
            for source, version in self._seen.items():
                source.settle()
                if source.version != version:
                    return True
        finally:
            self.graph.running.pop()
            self._busy = False
        return False

    def _run(self) -> None:
        graph, outer = self.graph, self.graph.reading
        found: dict[Cell[Any], None] = {}
        graph.reading = found
        self._busy = True
        graph.running.append(self)
        try:
            value = self._work()
        finally:
            graph.running.pop()
            self._busy = False
            graph.reading = outer
        self._watch(found)
        self.fresh = True
        if value != self.value:
            self.value = value
            self.version += 1

    def _watch(self, found: dict[Cell[Any], None]) -> None:
        before = self._seen
        for source in before:
            if source not in found:
                source.watchers.pop(self, None)
        for source in found:
            if source not in before:
                source.watchers[self] = None
        self._seen = {source: source.version for source in found}

    def drop(self) -> None:
        """Stop watching: the row this memo belonged to is gone."""
        for source in self._seen:
            source.watchers.pop(self, None)
        self._seen = {}
        if self.queue is not None:
            self.queue.pop(self, None)
