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

    __slots__ = ("circles", "made", "reading", "running")

    def __init__(self) -> None:
        """Begin with nothing read and nothing running."""
        self.reading: dict[Cell[Any], None] | None = None
        self.running: list[Memo[Any]] = []
        self.circles: set[str] = set()
        self.made = 0

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


class Memo(Cell[T]):
    """A value worked out from others, kept until one of them changes."""

    __slots__ = ("_busy", "_seen", "_work", "fresh", "owner", "queue", "serial")

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
        graph.made += 1
        self.serial = graph.made
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

    def settle(self) -> None:
        """Work the value out again if something it read has changed.

        What is known to hang on each other is walked with a list, not by calling: a chain of
        a thousand rows is as safe as one of two.
        """
        if self.fresh:
            return
        if self._busy:
            if self.graph.running[-1] is not self:
                self.graph.circles.add(str(self.owner))
            return
        trail = [_Visit(self)]
        try:
            while trail:
                visit = trail[-1]
                deeper = visit.look()
                if deeper is None:
                    trail.pop()
                    visit.memo.finish(changed=visit.changed)
                else:
                    trail.append(_Visit(deeper))
        finally:
            for visit in trail:
                visit.memo.leave()

    def enter(self) -> dict[Cell[Any], int]:
        """Begin a visit: until it is over, reading this memo gives its last value."""
        self._busy = True
        return self._seen

    def leave(self) -> None:
        """End a visit without a result."""
        self._busy = False

    def finish(self, *, changed: bool) -> None:
        """End a visit: run where a source changed, or where it is the first time."""
        self._busy = False
        if changed or not self._seen:
            self._run()
        else:
            self.fresh = True

    def give_up(self) -> None:
        """Keep the last value until something changes again."""
        self.fresh = True

    def is_busy(self) -> bool:
        """Whether a visit or a run is under way."""
        return self._busy

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


class _Visit:
    """A memo on the way to being up to date: which of its sources was looked at last."""

    __slots__ = ("_at", "_sources", "changed", "memo")

    def __init__(self, memo: Memo[Any]) -> None:
        self.memo = memo
        self._sources = list(memo.enter().items())
        self._at = 0
        self.changed = False

    def look(self) -> Memo[Any] | None:
        """Return the next source to bring up to date first; None when it is known whether to run."""
        while self._at < len(self._sources):
            source, version = self._sources[self._at]
            if isinstance(source, Memo) and not source.fresh:
                if not source.is_busy():
                    return source
                source.graph.circles.add(str(source.owner))
            if source.version != version:
                self.changed = True
                return None
            self._at += 1
        return None
