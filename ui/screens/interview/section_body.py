"""One section of the page: its cards, drawn once and then only where something differs.

* A question that is not relevant stands invisible in its place and comes back where it was.
* Rows are cards inside their repeat; a new row takes its place at the end.
"""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.forms import QuestionView
from intake.text import Texts
from ui.questions import KINDS, NoteCard, RepeatCard, RowCard
from ui.screens.interview.tree import Tree
from ui.widgets import words
from ui.widgets.card import column
from ui.widgets.question_card import QuestionCard

Leaf = QuestionCard | NoteCard


class SubGroup(QWidget):
    """A group inside a section: its words above its questions."""

    def __init__(self, view: QuestionView) -> None:
        """Stand with no questions yet."""
        super().__init__()
        self.view = view
        self._title = words(view.label, "heading")
        self.box = column(gap=12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self._title)
        outer.addLayout(self.box)

    def show_view(self, view: QuestionView) -> None:
        """Say its words as they read now."""
        self.view = view
        self._title.setText(view.label)


Place = RepeatCard | RowCard | SubGroup
Thing = Leaf | Place


class SectionBody(QWidget):
    """The cards of one section."""

    answered = Signal(str, object)
    stood = Signal(str, str)
    drafted = Signal(str, str)
    settled = Signal(str)
    stepped = Signal(object, int)  # the card, +1 or -1
    row_wanted = Signal(str)
    row_unwanted = Signal(str)

    def __init__(self, section: str, tree: Tree, texts: Texts) -> None:
        """Draw the section of ``tree``."""
        super().__init__()
        self.section, self._tree, self._texts = section, tree, texts
        self._things: dict[str, Thing] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        for view in tree.walk(section):
            self._make(view)
        self._show_relevant()

    def refresh(self, tree: Tree) -> bool:
        """Show the whole section anew, keeping every card that is still there."""
        self._tree = tree
        there = {view.path: view for view in tree.walk(self.section)}
        grown = self._remove(path for path in list(self._things) if path not in there)
        return self.change(tuple(there.values())) or grown

    def change(self, views: tuple[QuestionView, ...], gone: Iterator[str] | tuple[str, ...] = ()) -> bool:  # fmt: skip
        """Show what differs; True where cards came or went."""
        grown = self._remove(gone)
        for view in views:
            if view.section != self.section or view.path == self.section:
                continue
            thing = self._things.get(view.path)
            if thing is None and view.path in self._tree:
                self._make(view)
                grown = True
            elif thing is not None:
                thing.show_view(view)
        self._show_relevant()
        return grown

    def card(self, path: str) -> Thing | None:
        """Return what stands at an address."""
        return self._things.get(path)

    def cards(self) -> list[QuestionCard]:
        """Return the questions that can be answered now, in the order of the page."""
        things = (self._things.get(v.path) for v in self._tree.walk(self.section))
        return [
            thing
            for thing in things
            if isinstance(thing, QuestionCard) and thing.isVisibleTo(self)
        ]

    def flush(self) -> None:
        """Hand on what is typed anywhere in it."""
        for thing in self._things.values():
            if isinstance(thing, QuestionCard):
                thing.flush()

    # --- building ------------------------------------------------------------------

    def _make(self, view: QuestionView) -> None:
        box = self._box_for(view)
        if box is None or view.path in self._things:
            return
        thing = self._new(view)
        before = sum(1 for path in self._tree.before(view.path) if path in self._things)
        self._things[view.path] = thing
        box.insertWidget(before, thing)

    def _new(self, view: QuestionView) -> Thing:
        if view.kind == "repeat":
            return RepeatCard(view, self._texts, self.row_wanted.emit)
        if view.kind == "row":
            return RowCard(view, self._texts, self.row_unwanted.emit)
        if view.kind == "group":
            return SubGroup(view)
        kind = next(kind for kind in KINDS if kind.fits(view))
        flat = isinstance(self._things.get(view.parent), RowCard)
        leaf: Leaf = kind(view, self._texts, self._tree.title(view), flat=flat)
        if isinstance(leaf, QuestionCard):
            self._listen(leaf)
        return leaf

    def _listen(self, card: QuestionCard) -> None:
        card.answered.connect(self.answered)
        card.stood.connect(self.stood)
        card.drafted.connect(self.drafted)
        card.settled.connect(self.settled)
        card.stepped.connect(lambda step: self.stepped.emit(card, step))

    def _box_for(self, view: QuestionView) -> QVBoxLayout | None:
        if view.parent == self.section:
            return self._box
        above = self._things.get(view.parent)
        return above.box if isinstance(above, RepeatCard | RowCard | SubGroup) else None

    def _remove(self, gone: Iterator[str] | tuple[str, ...]) -> bool:
        removed = False
        for path in gone:
            thing = self._things.pop(path, None)
            if thing is not None:
                thing.hide()
                thing.deleteLater()
                removed = True
        return removed

    def _show_relevant(self) -> None:
        for thing in self._things.values():
            if thing.isHidden() == thing.view.relevant:
                thing.setVisible(thing.view.relevant)
        for thing in self._things.values():
            if isinstance(thing, RepeatCard):
                thing.count()
