"""What stands under what on the page: sections, their questions, rows and theirs.

* The order is the form's; a row that comes later stands at the end of its repeat, and its
  questions stand in it in the order in which they come.
* Values only; nothing here draws.
"""

from collections.abc import Iterable, Iterator

from intake.forms import QuestionView


class Tree:
    """The questions of a page by address and by place."""

    def __init__(self, views: Iterable[QuestionView] = ()) -> None:
        """Take the whole page."""
        self._views: dict[str, QuestionView] = {}
        self._children: dict[str, list[str]] = {}
        for view in views:
            self._add(view)

    def __contains__(self, path: object) -> bool:
        return path in self._views

    def view(self, path: str) -> QuestionView:
        """Return the question at an address."""
        return self._views[path]

    def children(self, parent: str) -> tuple[QuestionView, ...]:
        """Return what stands directly under a section, a repeat or a row."""
        return tuple(self._views[path] for path in self._children.get(parent, ()))

    def before(self, path: str) -> tuple[str, ...]:
        """Return the addresses that stand before this one under the same parent."""
        beside = self._children[self._views[path].parent]
        return tuple(beside[: beside.index(path)])

    def walk(self, parent: str) -> Iterator[QuestionView]:
        """Yield everything under a parent, in the order of the page."""
        for view in self.children(parent):
            yield view
            yield from self.walk(view.path)

    def change(self, views: Iterable[QuestionView], gone: Iterable[str]) -> None:
        """Take what is different."""
        for path in gone:
            self._drop(path)
        for view in views:
            if view.path in self._views:
                self._views[view.path] = view
            else:
                self._add(view)

    def title(self, view: QuestionView) -> str:
        """Return a question's name, with its row where it stands in one."""
        above = self._views.get(view.parent)
        if above is None or above.kind != "row":
            return view.label
        return f"{above.label} {self.number(above.path)} · {view.label}"

    def number(self, row: str) -> int:
        """Return which of its rows this is, counted from 1."""
        return len(self.before(row)) + 1

    def _add(self, view: QuestionView) -> None:
        self._views[view.path] = view
        self._children.setdefault(view.parent, []).append(view.path)

    def _drop(self, path: str) -> None:
        view = self._views.pop(path, None)
        if view is not None and path in self._children.get(view.parent, ()):
            self._children[view.parent].remove(path)
