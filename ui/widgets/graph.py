"""A picture of people, cases and identifiers (관계 그림), walked through by arrow keys.

* The same nodes give the same picture; nothing moves by itself.
* The node the keyboard stands on has a ring and is said to a screen reader; what is chosen
  shows its lines.
* It is held by a scroll area: ``shown`` says which part should be in sight.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.graph_order import Order, order_of
from ui.widgets.graph_paint import Look, paint_edge, paint_frame, paint_node
from ui.widgets.graph_place import LEAST_WIDTH, Placed, place
from ui.widgets.graph_walk import Way, step

if TYPE_CHECKING:
    from intake.desk.views.joint import Edge, Node

_WAYS: dict[int, Way] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}
_AROUND = 24
_ACROSS = frozenset({"of-case", "has-mark", "same_person"})


class GraphPicture(QWidget):
    """Draws nodes and lines; ``chosen`` carries an id, ``opened`` too, ``left`` is Esc."""

    chosen = Signal(str)
    opened = Signal(str)
    left = Signal()
    shown = Signal(QRect)

    def __init__(self, name: str) -> None:
        """Be called ``name`` and show nothing."""
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(LEAST_WIDTH)
        self._nodes: dict[str, Node] = {}
        self._edges: tuple[Edge, ...] = ()
        self._drawn: tuple[Edge, ...] = ()
        self._ranks: dict[Edge, int] = {}  # of the lines that go round
        self._names: Mapping[str, str] = {}
        self._order = Order((), (), ())
        self.placed: Placed = place(self._order, (), LEAST_WIDTH, 0)
        self.here = ""
        self.seen_height = 0  # how much of it is in sight at once

    # --- what is shown ---------------------------------------------------------------

    def show_graph(self, nodes: "tuple[Node, ...]", edges: "tuple[Edge, ...]", names: Mapping[str, str]) -> None:  # fmt: skip
        """Show nodes and lines; ``names`` is what is read aloud for each node."""
        self._nodes = {node.id: node for node in nodes}
        self._edges = self._drawn = tuple(edges)
        round_ = [edge for edge in edges if edge.kind not in _ACROSS]
        self._ranks = {edge: at for at, edge in enumerate(round_)}
        self._names, self._order = names, order_of(nodes, edges)
        if self.here not in self._nodes:
            self.here = ""
        self.settle()

    def show_only(self, kinds: frozenset[str]) -> None:
        """Draw lines of some kinds only; no kind: all of them. Nothing moves."""
        self._drawn = tuple(edge for edge in self._edges if not kinds or edge.kind in kinds)  # fmt: skip
        self.update()

    def choose(self, node: str) -> None:
        """Stand on a node without saying so."""
        if node in self._nodes and node != self.here:
            self.here = node
            self._say_here()

    @property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """Cases, people and identifiers, each from above."""
        return self._order.columns

    @property
    def ids(self) -> tuple[str, ...]:
        """Every node, column by column."""
        return tuple(one for column in self._order.columns for one in column)

    def name_of(self, node: str) -> str:
        """Return what is read aloud for a node."""
        return self._names.get(node, "")

    def settle(self, height: int = -1) -> None:
        """Give everything its place again; ``height`` is what is in sight."""
        self.seen_height = height if height >= 0 else self.seen_height
        self.placed = place(self._order, self._edges, self.width(), self.seen_height)
        self.setMinimumHeight(round(self.placed.height))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, round(self.placed.height))

    # --- drawing -----------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        near = self._near()
        for head, spot in self.placed.frames.items():
            paint_frame(painter, spot, strong=head == self.here)
        ordered = sorted(self._drawn, key=lambda edge: self.here in {edge.one, edge.other})  # fmt: skip
        for edge in ordered:
            strong, rank = self.here in {edge.one, edge.other}, self._ranks.get(edge, 0)
            paint_edge(painter, edge, self.placed, rank, strong=strong)
        for one, spot in self.placed.spots.items():
            chosen = one == self.here
            look = Look(chosen, one in near, chosen and self.hasFocus())
            paint_node(painter, self._nodes[one], spot, self.placed.density, look)
        painter.end()

    def _near(self) -> frozenset[str]:
        touched = (edge for edge in self._drawn if self.here in {edge.one, edge.other})
        return frozenset(end for edge in touched for end in (edge.one, edge.other))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.settle()

    # --- keys and the mouse ----------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way, plain = _WAYS.get(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier  # fmt: skip
        if way and plain and self._nodes:
            self._go(step(self.here, way, self._order.columns, self._drawn, self.placed.spots))  # fmt: skip
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain and self.here:  # fmt: skip
            self.opened.emit(self.here)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(self._at(event))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is left of a press."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event):
            self.opened.emit(self._at(event))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.here and self.ids:
            self._go(self.ids[0])
        elif self.here:
            self._say_here()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _at(self, event: QMouseEvent) -> str:
        x, y = event.position().x(), event.position().y()
        spots = self.placed.spots.items()
        return next((one for one, s in spots if s.x <= x <= s.x + s.width and s.y <= y <= s.y + s.height), "")  # fmt: skip

    def _go(self, node: str) -> None:
        if not node or node == self.here:
            return
        self.here = node
        self._say_here()
        self.chosen.emit(node)

    def _say_here(self) -> None:
        spot = self.placed.spots.get(self.here)
        self.setAccessibleDescription(self.name_of(self.here))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))  # fmt: skip
        if spot is not None:
            place_ = QRect(round(spot.x), round(spot.y), round(spot.width), round(spot.height))  # fmt: skip
            self.shown.emit(place_.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
        self.update()
