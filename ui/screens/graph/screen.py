"""관계 그림: the picture on the left, the table that says the same on the right.

* What is chosen in one is chosen in the other. Enter opens the record, Esc leaves the picture.
* Where it is not said around whom, people who were met in several cases can be chosen.
* While an interview goes on there is one sentence and nothing else.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from ui.people_pages import people_switch
from ui.screens.graph.chooser import Chooser
from ui.screens.graph.table import GraphTable
from ui.screens.graph.wording import (
    LINES,
    NODES,
    Line,
    kind_words,
    line_words,
    names_of,
    rows_of,
)
from ui.session import Fact, Session
from ui.widgets import Button, Choices, EmptyState, Page, column, row, say, words
from ui.widgets.combo import Combo
from ui.widgets.graph import GraphPicture
from ui.widgets.graph_legend import Legend

if TYPE_CHECKING:
    from intake.desk.views.joint import GraphView

_TOPICS = {"link", "merge", "identifier", "suspect", "case", "interview", "shared_value"}  # fmt: skip
_PICTURE, _TABLE = 55, 45


class Graph(Page):
    """Shows what hangs together with ``of``."""

    def __init__(self, session: Session) -> None:
        """Show nothing until somebody says around whom."""
        super().__init__()
        self.session, self.texts = session, session.texts
        says = self.texts
        self.of = ""
        self.view: GraphView | None = None
        self._arrived = False  # and nothing shown yet
        self.picture, self.table = GraphPicture(says("graph-picture")), GraphTable(says)
        self.depths = Choices((("1", says("graph-depth-1")), ("2", says("graph-depth-2"))), says("graph-depth"), digits=False, kind="chip")  # fmt: skip
        self.filter = Combo(says("graph-filter"))
        self.open = Button(says("graph-open"), icon="folder-open")
        self.other = Button(says("graph-other"), "quiet", icon="users")
        self.chooser = Chooser(session)
        self.left_out, self.told = words("", "small", tone="wait"), words("", "small")
        self._area, self._stack = QScrollArea(), QStackedWidget()
        self._stand()
        self._listen()

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``of`` names a suspect, a case, a profile, or two of them with a dot between."""
        wanted = str(facts.get("of", "")) or self.of
        if wanted != self.of:
            self.of, self.view = wanted, None
            self.picture.here = ""
            self._arrived = True
        self._ask()

    # --- standing ----------------------------------------------------------------------

    def _stand(self) -> None:
        says = self.texts
        self.depths.choose("1")
        self.filter.addItem(says("graph-every-line"), "")
        for kind in LINES:
            self.filter.addItem(line_words(says, kind), kind)
        title = words(says("graph-title"), "title", wrap=False)
        self.set_header(title, 8, self.other, None, self.depths, self.filter)
        self._area.setWidget(self.picture)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().installEventFilter(self)
        self._stack.addWidget(self.chooser)
        self._stack.addWidget(self._ground())
        self._stack.addWidget(EmptyState(says("graph-quiet"), icon="users"))
        switch = people_switch(self.session, "graph")
        switch.setContentsMargins(20, 10, 20, 0)
        self.set_body(switch, stretch=0)
        self.set_body(self._stack)
        self.set_footer([("← ↑ → ↓", says("graph-key-walk")), ("Enter", says("graph-key-open")), ("Esc", says("graph-key-leave"))])  # fmt: skip

    def _ground(self) -> QWidget:
        says = self.texts
        legend = Legend([(kind, kind_words(says, kind)) for kind in NODES], [("of-case", says("graph-line-noted")), *((kind, line_words(says, kind)) for kind in LINES[2:])])  # fmt: skip
        said = words(says("graph-truth"), "small")
        ground = QWidget()
        box = QHBoxLayout(ground)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(16)
        left = column(legend, self._area, gap=10)
        head = row(said, self.open, gap=8)
        head.setStretch(0, 1)
        right = column(head, self.table, self.told, self.left_out, gap=8)
        box.addLayout(left, _PICTURE)
        box.addLayout(right, _TABLE)
        return ground

    def _listen(self) -> None:
        self.chooser.chosen.connect(lambda one: self.show_place({"of": one}))
        self.other.on(self._on_other)
        self.picture.chosen.connect(self._on_chosen)
        self.picture.opened.connect(self.open_node)
        self.picture.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))  # fmt: skip
        self.picture.shown.connect(self._on_shown)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._on_row())  # fmt: skip
        self.table.opened.connect(lambda line: self.open_node(line.node))
        self.open.on(lambda: self.open_node(self.picture.here))
        self.depths.chosen.connect(lambda _values: self._ask())
        self.filter.currentIndexChanged.connect(lambda _at: self._on_filter())
        self.session.touched.connect(self._on_touched)

    # --- asking --------------------------------------------------------------------------

    def _ask(self) -> None:
        self._show_parts(somebody=bool(self.of))
        if not self.of:
            self.chooser.ask()
            return
        of, depth = self.of, int(next(iter(self.depths.values), "1"))
        self.session.ask(lambda desk, _p: desk.graph.around(of, depth), self._on_view, by=self, slot="graph")  # fmt: skip

    def _on_view(self, view: "GraphView") -> None:
        self.view = view
        self._stack.setCurrentIndex(2 if view.quiet else 1)
        self.picture.show_graph(view.nodes, view.edges, names_of(self.texts, view))
        self.picture.choose(self.picture.here or view.centre)
        left = self.texts("graph-left-out", count=view.left_out) if view.left_out else ""  # fmt: skip
        say(self.left_out, left, "wait")
        self._on_filter()
        if self._arrived and not view.quiet:
            self.picture.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrived = False

    def _on_other(self) -> None:
        self.of, self.view = "", None
        self._ask()
        self.chooser.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self, *, somebody: bool) -> None:
        for one in (self.other, self.depths, self.filter):
            one.setVisible(somebody)
        if not somebody:
            self._stack.setCurrentIndex(0)

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if topics & _TOPICS and by is not self and self.isVisible():
            self._ask()

    # --- choosing ------------------------------------------------------------------------

    def _on_filter(self) -> None:
        if self.view is None:
            return
        kinds = frozenset({str(self.filter.currentData() or "")} - {""})
        self.picture.show_only(kinds)
        cases, people, marks = self.picture.columns
        ids = (*people, *marks, *cases)  # who it is about stands above
        lines = rows_of(self.texts, self.view, ids, kinds)
        self.table.show_rows(lines, self.picture.here)
        self.open.setEnabled(bool(self.picture.here))

    def _on_chosen(self, node: str) -> None:
        self.table.choose_node(node)
        self.open.setEnabled(True)

    def _on_row(self) -> None:
        line = self.table.line
        say(self.told, self._whole(line) if line is not None else "")
        if line is not None:
            self.picture.choose(line.node)
            self.open.setEnabled(True)

    def _whole(self, line: Line) -> str:
        """Return a row without anything cut."""
        said = {"kind": line.kind, "label": line.label, "other": line.other}
        if not line.why:
            return self.texts("graph-row-alone", **said)
        return self.texts("graph-row", why=line.why, **said)

    def _on_shown(self, place: QRect) -> None:
        middle, half = place.center(), place.size() / 2
        self._area.ensureVisible(middle.x(), middle.y(), half.width(), half.height())

    def open_node(self, node: str) -> None:
        """Go to the record a node stands for."""
        found = next((one for one in (self.view.nodes if self.view else ()) if one.id == node), None)  # fmt: skip
        if found is None or not found.go:
            return
        if found.kind == "profile":
            self.session.go("profiles", of=found.go)
        elif found.kind == "case":
            self.session.go("case", case=found.go)
        else:
            self.session.go("case", case=found.go, tab="suspects")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self.picture.settle(self._area.viewport().height())
        return super().eventFilter(watched, event)
