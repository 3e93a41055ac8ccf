"""The nodes of one session: what an interview holds while it is open.

* A node that is not relevant is blank, not absent: ``x != 'yes'`` stays true.
* An answer in a state other than 응답 makes its node blank for every expression.
* What is typed over a calculation stands until what the calculation read changes.
* A row keeps its id for ever; where it stands among the others may change.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, cast

from typing_extensions import override

from intake.forms import codec
from intake.forms.code import Code, Here
from intake.forms.model import UNBOUND, Form, Repeat, Spec
from intake.forms.reactive import Cell, Graph, Memo
from intake.forms.state import SILENT, AnswerState
from intake.forms.values import Noded, number_of, truth_of
from intake.forms.world import World

CHOOSING = frozenset({"one", "many", "rank"})


class Hall(World, Protocol):
    """The session, seen from its nodes."""

    graph: Graph
    form: Form
    works: dict[Memo[Any], None]
    dirty: "dict[Leaf, None]"
    fresh_rows: "dict[Row, None]"

    def codes_of(self, leaf: "Leaf") -> tuple[str, ...]:
        """The codes a choice question offers just now."""

    def fresh_row_id(self) -> str:
        """An id for a new row."""


class Node:
    """What every node is: a place in the tree and the gates that make it relevant."""

    __slots__ = ("above", "attributes", "gates", "hall", "name", "row", "spec")

    def __init__(
        self, spec: Spec, above: "Group | None", hall: Hall, row: "Row | None"
    ) -> None:
        """Take a place below another node."""
        self.spec = spec
        self.name = spec.name
        self.above = above
        self.hall = hall
        self.row = row
        self.attributes: list[Leaf] = []
        gates = above.gates if above is not None else ()
        if spec.bind.relevant is not None:
            gates = (
                *gates,
                Memo(
                    hall.graph, self._check(spec.bind.relevant), True, owner=spec.path
                ),
            )
        self.gates: tuple[Memo[bool], ...] = gates

    @override
    def __str__(self) -> str:
        return self.spec.path

    def _check(self, code: Code) -> Callable[[], bool]:
        truth = code.truth()
        return lambda: truth(Here(self, self.hall))

    def relevant(self) -> bool:
        """Whether this node and everything it lies in is asked."""
        return all(gate.get() for gate in self.gates)

    def readonly(self) -> bool:
        """Whether this node or something it lies in may not be written."""
        code = self.spec.bind.readonly
        if code is not None and truth_of(code.run(Here(self, self.hall))):
            return True
        return self.above is not None and self.above.readonly()

    def required(self) -> bool:
        """Whether an answer is wanted before the end; it never blocks."""
        code = self.spec.bind.required
        return code is not None and truth_of(code.run(Here(self, self.hall)))

    def place(self) -> int:
        """Its number among the siblings of the same name, from 1."""
        kids = self.above.below(self.name) if self.above is not None else ()
        return next((at for at, one in enumerate(kids, 1) if one is self), 1)

    def text(self) -> str:
        """The text an expression sees."""
        return ""

    def below(self, _name: str) -> Sequence[Noded]:
        """The kids of one name; a value has none."""
        return ()

    def all_below(self) -> Sequence[Noded]:
        """Every kid in document order."""
        return ()

    def attribute(self, name: str) -> Sequence[Noded]:
        """The attribute of a name, or nothing."""
        return [one for one in self.attributes if name in {one.name, "*", "node()"}]

    def address(self) -> str:
        """The answer's address: the path from the root with row ids inside."""
        if self.above is None or self.above.above is None:
            return ""
        front = self.above.address()
        return f"{front}/{self._step()}" if front else self._step()

    def _step(self) -> str:
        return self.name


class Leaf(Node):
    """A node with a value."""

    __slots__ = (
        "calculated", "choosing", "noted", "offered", "over", "said", "shown", "state", "type", "typed",
    )  # fmt: skip

    def __init__(
        self,
        spec: Spec,
        above: "Group | None",
        hall: Hall,
        row: "Row | None",
        kind: str = "",
    ) -> None:
        """Hold the default of the form, and the calculation if there is one."""
        super().__init__(spec, above, hall, row)
        self.attributes = [Leaf(one, above, hall, row) for one in spec.attributes]
        self.type = kind or spec.bind.type
        graph = hall.graph
        self.typed = Cell(graph, codec.normal(spec.default, self.type))
        if row is not None and self.is_row_id():
            self.typed.value = row.id
        self.state = Cell(graph, AnswerState.OK if self.raw else AnswerState.NOTASKED)
        self.said = Cell(graph, codec.seen(self.raw, self.type))
        self.over: Cell[tuple[int, str] | None] = Cell(graph, None)
        self.calculated = self._calculation()
        self.noted = 0  # the version of the calculation that was last written down
        block = hall.form.blocks.get(spec.path)
        self.choosing = (
            block.kind if block is not None and block.kind in CHOOSING else ""
        )
        self.offered: Memo[tuple[str, ...]] | None = None
        if self.choosing:
            self.offered = Memo(graph, lambda: hall.codes_of(self), (), owner=spec.path)
        plain = not self.gates and self.calculated is None and not self.choosing
        self.shown: Cell[str] = (
            self.said if plain else Memo(graph, self._show, "", owner=spec.path)
        )

    def _calculation(self) -> Memo[str] | None:
        code = self.spec.bind.calculate
        if code is None:
            return None
        text, kind = code.text(), self.type

        def work() -> str:
            found = text(Here(self, self.hall))
            return codec.seen("" if found == "NaN" else codec.normal(found, kind), kind)

        return Memo(self.hall.graph, work, self.raw, queue=self.hall.works, owner=self)

    def _show(self) -> str:
        if not self.relevant():
            return ""
        text = self._held()
        if self.offered is None or not text:
            return text
        return codec.narrow(text, self.offered.get(), self.choosing)

    def _held(self) -> str:
        if self.calculated is None or self.state.get() in SILENT:
            return self.said.get()
        text = self.calculated.get()
        over = self.over.get()
        covered = over is not None and over[0] == self.calculated.version
        return over[1] if over is not None and covered else text

    @override
    def text(self) -> str:
        """The text an expression sees."""
        return self.shown.get()

    @override
    def _step(self) -> str:
        return self.spec.path.rpartition("/")[2]

    @property
    def raw(self) -> str:
        """What was typed, whether or not anybody may see it now."""
        return self.typed.value

    def is_row_id(self) -> bool:
        """Whether this is where ODK keeps the id of an entity."""
        return self.name == "id" and self.spec.path.endswith("/entity/@id")

    def is_kept(self) -> bool:
        """Whether a session's answers include it: fixed attributes and row ids need no keeping."""
        bound = self.spec.bind is not UNBOUND or "/@" not in self.spec.path
        return bound and not (self.is_row_id() and self.row is not None)

    def say(self, text: str) -> None:
        """Take an answer; a calculation is covered until it changes."""
        self.typed.set(codec.normal(text, self.type))
        if self.calculated is not None:
            self.calculated.get()
            self.over.set((self.calculated.version, codec.seen(self.raw, self.type)))
        self.state.set(AnswerState.OK if self.raw else AnswerState.NOTASKED)
        self.said.set(codec.seen(self.raw, self.type))
        self.hall.dirty[self] = None

    def stand(self, state: AnswerState) -> None:
        """Take a state; only 응답 shows the value again."""
        state = (
            state if self.raw or state is not AnswerState.OK else AnswerState.NOTASKED
        )
        if state is AnswerState.NOTASKED:
            self.typed.set("")
        self.state.set(state)
        self.said.set(
            codec.seen(self.raw, self.type) if state is AnswerState.OK else ""
        )
        self.hall.dirty[self] = None


class Group(Node):
    """A node with nodes in it."""

    __slots__ = ("kids", "order")

    def __init__(
        self, spec: Spec, above: "Group | None", hall: Hall, row: "Row | None"
    ) -> None:
        """Grow everything that lies inside."""
        super().__init__(spec, above, hall, row)
        self.kids: dict[str, tuple[Node, ...] | Range] = {}
        self.order: list[Node | Range] = []
        inner = self._row_of_kids()
        self.attributes = [Leaf(one, self, hall, inner) for one in spec.attributes]
        for kid in spec.kids:
            self._grow(kid, inner)

    def _row_of_kids(self) -> "Row | None":
        return self.row

    def _grow(self, spec: Spec, row: "Row | None") -> None:
        if spec.repeat is not None:
            ranged = Range(spec, self, self.hall, row)
            self.kids[spec.name] = ranged
            self.order.append(ranged)
            ranged.fill()
            return
        block = self.hall.form.blocks.get(spec.path)
        kind = "trigger" if block is not None and block.kind == "trigger" else ""
        kid = (
            Group(spec, self, self.hall, row)
            if spec.kids
            else Leaf(spec, self, self.hall, row, kind)
        )
        before = self.kids.get(spec.name, ())
        self.kids[spec.name] = (*(before if isinstance(before, tuple) else ()), kid)
        self.order.append(kid)

    @override
    def below(self, name: str) -> "Sequence[Noded]":
        """The kids of one name; the rows, where the name is a repeat."""
        kid = self.kids.get(name)
        if kid is None:
            return ()
        return kid.rows.get() if isinstance(kid, Range) else kid

    @override
    def all_below(self) -> "Sequence[Noded]":
        """Every kid in document order, rows one by one."""
        found: list[Noded] = []
        for kid in self.order:
            if isinstance(kid, Range):
                found.extend(kid.rows.get())
            else:
                found.append(kid)
        return found

    @override
    def text(self) -> str:
        """The text of everything inside."""
        return "".join(kid.text() for kid in self.all_below())


class Row(Group):
    """One row of a repeat."""

    __slots__ = ("at", "id", "ordinal", "range", "slot")

    def __init__(
        self, spec: Spec, ranged: "Range", hall: Hall, identity: str, ordinal: int
    ) -> None:
        """Grow as one row of a repeat."""
        self.id = identity
        self.range = ranged
        self.at = 0
        self.ordinal = ordinal
        self.slot: object = None
        super().__init__(spec, ranged.above, hall, ranged.row)

    @override
    def _row_of_kids(self) -> "Row | None":
        return self

    @override
    def place(self) -> int:
        """Its number among the rows."""
        self.range.rows.get()
        return self.at

    @override
    def _step(self) -> str:
        return f"{self.name}[{self.id}]"


class Range(Node):
    """A repeat: the place where rows lie."""

    __slots__ = ("count", "ids", "last_ordinal", "parked", "removed", "rows")

    def __init__(self, spec: Spec, above: Group, hall: Hall, row: Row | None) -> None:
        """Have no rows yet."""
        super().__init__(spec, above, hall, row)
        self.rows: Cell[tuple[Row, ...]] = Cell(hall.graph, ())
        self.parked: list[Row] = []
        self.ids: dict[str, Row] = {}
        self.removed: dict[str, None] = {}
        self.last_ordinal = 0
        count = spec.repeat.count if spec.repeat else None
        self.count: Memo[float] | None = None
        if count is not None:
            run = count.run
            self.count = Memo(
                hall.graph,
                lambda: number_of(run(Here(self, hall))),
                0.0,
                queue=hall.works,
                owner=self,
            )

    def fill(self) -> None:
        """Make the rows that the form brings along."""
        repeat = cast("Repeat", self.spec.repeat)
        first = repeat.rows or ((repeat.template,) if repeat.fixed else ())
        self.rows.value = tuple(self.make(row) for row in first)
        self._number()

    def make(
        self, spec: Spec | None = None, identity: str = "", ordinal: int = 0
    ) -> Row:
        """Make a row without putting it in."""
        repeat = cast("Repeat", self.spec.repeat)
        self.last_ordinal = (
            max(self.last_ordinal + 1, ordinal)
            if not ordinal
            else max(self.last_ordinal, ordinal)
        )
        row = Row(
            spec or repeat.template,
            self,
            self.hall,
            identity or self.hall.fresh_row_id(),
            ordinal or self.last_ordinal,
        )
        self.hall.fresh_rows[row] = None
        self.ids[row.id] = row
        return row

    def put(self, rows: Sequence[Row]) -> None:
        """Let these be the rows, in this order."""
        for at, row in enumerate(rows, 1):
            row.at = at
        self.rows.set(tuple(rows))

    def _number(self) -> None:
        for at, row in enumerate(self.rows.value, 1):
            row.at = at
