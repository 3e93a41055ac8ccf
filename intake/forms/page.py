"""The page of a session: one slot for every block and row, each with a view that is kept.

* A view is made again only when something it read has changed.
* ``changes_since`` costs what has changed, not what is there.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from intake.forms import codec
from intake.forms.code import Here
from intake.forms.model import Block, Kind, Text
from intake.forms.reactive import Memo
from intake.forms.state import AnswerState
from intake.forms.tree import Group, Leaf, Range, Row
from intake.forms.views import Changes, ChoiceView, QuestionView, SaveTo

if TYPE_CHECKING:
    from intake.forms.hall import Hall

Placed: TypeAlias = "Leaf | Group | Range | Row"
_TYPED: dict[str, Kind] = {
    "int": "int", "integer": "int", "long": "int", "decimal": "decimal", "double": "decimal", "float": "decimal",
    "date": "date", "time": "time", "dateTime": "datetime", "geopoint": "place", "geotrace": "place", "geoshape": "place",
}  # fmt: skip


class Slot:
    """One block at one place."""

    __slots__ = (
        "address",
        "block",
        "choices",
        "kids",
        "kind",
        "memo",
        "node",
        "parent",
        "section",
        "seen",
        "value_kind",
    )

    def __init__(
        self,
        page: "Page",
        block: Block,
        node: Placed,
        parent: "Slot | None",
        kind: Kind,
        mark: str = "",
    ) -> None:
        """Wait to be looked at."""
        self.block = block
        self.node = node
        self.kind = kind
        self.address = mark or node.address()
        self.parent = parent
        outer = parent.section if parent is not None else ""
        self.section: str = outer or (
            self.address if kind in {"group", "repeat"} and parent is None else ""
        )
        self.value_kind = (
            kind if kind == "trigger" or not isinstance(node, Leaf) else node.type
        )
        self.kids: list[Slot] = []
        self.seen = -1
        hall = page.hall
        self.choices: Memo[tuple[ChoiceView, ...]] | None = None
        if block.choices or block.itemset:
            self.choices = Memo(hall.graph, lambda: page.choices(self), ())
        self.memo: Memo[QuestionView | None] = Memo(
            hall.graph, lambda: page.view(self), None, queue=page.stale, owner=self
        )


class Page:
    """All slots of a session, in the order of the page."""

    def __init__(self, hall: "Hall", blocks: tuple[Block, ...], root: Group) -> None:
        """Make a slot for every block and row."""
        self.hall = hall
        self.stale: dict[Memo[Any], None] = {}
        self._log: dict[str, Slot] = {}
        self._revision: dict[str, int] = {}
        self._gone: dict[str, int] = {}
        self._now = 0
        self._marks = 0
        self.slots = [self._slot(block, root, None) for block in blocks]

    def _slot(self, block: Block, near: Group, parent: Slot | None) -> Slot:
        block = _without_shell(block)
        if block.kind == "group" and not block.path:
            self._marks += 1
            slot = Slot(self, block, near, parent, "group", f"#{self._marks}")
            slot.kids = [self._slot(kid, near, slot) for kid in block.blocks]
            return slot
        node = self.hall.find(block.path, near)
        slot = Slot(self, block, node, parent, _kind(block, node))
        if isinstance(node, Group) and block.kind == "group":
            slot.kids = [self._slot(kid, node, slot) for kid in block.blocks]
        return slot

    def rows(self, slot: Slot) -> list[Slot]:
        """Return the slots of a repeat's rows, making those that are new."""
        ranged = cast("Range", slot.node)
        return [
            row.slot if isinstance(row.slot, Slot) else self._row(slot, row)
            for row in ranged.rows.value
        ]

    def _row(self, above: Slot, row: Row) -> Slot:
        slot = Slot(self, above.block, row, above, "row")
        row.slot = slot
        slot.kids = [self._slot(kid, row, slot) for kid in above.block.blocks]
        return slot

    def walk(self) -> Iterator[Slot]:
        """Yield every slot in the order of the page."""
        pending = self.slots[::-1]
        while pending:
            slot = pending.pop()
            yield slot
            kids = self.rows(slot) if slot.kind == "repeat" else slot.kids
            pending.extend(reversed(kids))

    def snapshot(self) -> tuple[QuestionView, ...]:
        """Return every view in the order of the page."""
        return tuple(
            view for slot in self.walk() if (view := slot.memo.get()) is not None
        )

    def changes_since(self, token: int) -> Changes:
        """Return what has changed since a token; token 0 gives everything."""
        self._look()
        views: list[QuestionView] = []
        for address in reversed(self._revision):
            if self._revision[address] <= token:
                break
            view = self._log[address].memo.value
            if view is not None:
                views.append(view)
        gone = (
            tuple(address for address, when in self._gone.items() if when > token)
            if self._gone
            else ()
        )
        return Changes(self._now, tuple(reversed(views)), gone)

    def _look(self) -> None:
        if not self.stale:
            return
        self._now += 1
        while self.stale:
            memos = list(self.stale)
            self.stale.clear()
            for memo in memos:
                slot = cast("Slot", memo.owner)
                self._look_at(slot)

    def _look_at(self, slot: Slot) -> None:
        if slot.kind == "repeat":
            self.rows(slot)
        slot.memo.get()
        if slot.memo.version != slot.seen:
            slot.seen = slot.memo.version
            self._revision.pop(slot.address, None)
            self._gone.pop(slot.address, None)
            self._revision[slot.address] = self._now
            self._log[slot.address] = slot

    def forget(self, row: Row) -> None:
        """Take the slots of a row off the page; a row that comes back gets new ones."""
        slot = row.slot
        row.slot = None
        if isinstance(slot, Slot):
            self._now += 1
            self._drop(slot)

    def _drop(self, slot: Slot) -> None:
        for kid in slot.kids:
            self._drop(kid)
        if isinstance(slot.node, Range):
            for row in slot.node.rows.value:
                self.forget(row)
        slot.memo.drop()
        if slot.choices is not None:
            slot.choices.drop()
        if self._log.pop(slot.address, None) is not None:
            self._revision.pop(slot.address, None)
            self._gone[slot.address] = self._now

    def view(self, slot: Slot) -> QuestionView:
        """Make the view of a slot."""
        node, block = slot.node, slot.block
        if isinstance(node, Leaf):
            return self._question(slot, node)
        relevant = node.relevant()
        shown = QuestionView(
            path=slot.address,
            kind=slot.kind,
            label=self.words(block.label, node),
            hint=self.words(block.hint, node),
            relevant=relevant,
            readonly=node.readonly(),
            section=slot.section,
            parent=slot.parent.address if slot.parent else "",
            appearance=block.appearance,
        )
        return _with_rows(shown, node)

    def _question(self, slot: Slot, leaf: Leaf) -> QuestionView:
        bind, block = leaf.spec.bind, slot.block
        text, relevant = leaf.text(), leaf.relevant()
        guidance = self.words(block.hint, leaf, "guidance")
        return QuestionView(
            path=slot.address,
            kind=slot.kind,
            label=self.words(block.label, leaf),
            hint=self.words(block.hint, leaf),
            guidance="" if guidance == "-" else guidance,
            relevant=relevant,
            readonly=leaf.readonly(),
            required=leaf.required(),
            value=codec.scalar_from(
                text or _as_typed(leaf, slot.kind), slot.value_kind
            ),
            state=_state(leaf, text),
            violation=self._violation(leaf) if relevant else None,
            choices=slot.choices.get() if slot.choices else (),
            codes=_codes(slot.kind, text),
            section=slot.section,
            parent=slot.parent.address if slot.parent else "",
            appearance=block.appearance,
            save_to=save_to(leaf),
            known=bind.marks.known,
            declined_allowed=bind.marks.declined,
            sentencing=bind.marks.sentencing,
            tag=bind.marks.tag,
            bounds=block.bounds,
            row=leaf.row.id if leaf.row else "",
        )

    def _violation(self, leaf: Leaf) -> str | None:
        return "" if self.hall.is_misfit(leaf) else self.hall.violation(leaf)

    def words(self, text: Text | None, node: Placed, form: str = "") -> str:
        """Return words as they read now; blank lines and spaces around fall away."""
        return "" if text is None else self.hall.words(text, node, form).strip()

    def choices(self, slot: Slot) -> tuple[ChoiceView, ...]:
        """Return the answers offered at a slot."""
        return tuple(
            ChoiceView(code, label.strip())
            for code, label in self.hall.choices_at(slot.block, slot.node)
        )


def _without_shell(block: Block) -> Block:
    """``<group ref="x"><repeat nodeset="x">`` is one thing: the repeat, with the group's words."""
    if block.kind == "group" and len(block.blocks) == 1:
        inner = block.blocks[0]
        if inner.kind == "repeat" and block.path in {inner.path, ""}:
            return Block(
                kind="repeat", path=inner.path, label=block.label or inner.label, hint=block.hint,
                appearance=block.appearance or inner.appearance, blocks=inner.blocks, count=inner.count, fixed=inner.fixed,
            )  # fmt: skip
    return block


def _kind(block: Block, node: Placed) -> Kind:
    if block.kind != "text" or not isinstance(node, Leaf):
        return block.kind
    kind = _TYPED.get(node.type, "text")
    readonly = node.spec.bind.readonly
    constant = (
        readonly is not None and not node.spec.bind.calculate and _always(readonly.run)
    )
    return "note" if kind == "text" and constant and block.label is not None else kind


def _always(run: object) -> bool:
    try:
        return callable(run) and run(Here(None, None)) is True
    except (TypeError, AttributeError):
        return False


def _with_rows(view: QuestionView, node: Placed) -> QuestionView:
    if isinstance(node, Range):
        rows = tuple(row.id for row in node.rows.get())
        fixed = node.count is not None or (
            node.spec.repeat is not None and node.spec.repeat.fixed
        )
        return replace(view, rows=rows, can_add=not fixed and not view.readonly)
    if isinstance(node, Row) and view.kind == "row":
        repeat = node.range.spec.repeat
        fixed = node.range.count is not None or (repeat is not None and repeat.fixed)
        return replace(view, row=node.id, can_remove=not fixed and not view.readonly)
    return view


def _state(leaf: Leaf, text: str) -> AnswerState:
    """A choice that is not on offer just now counts as not answered; it may come back."""
    state = leaf.state.get()
    if state is AnswerState.NOTASKED and text:
        return AnswerState.OK
    hidden = state is AnswerState.OK and not text and leaf.choosing and leaf.relevant()
    return AnswerState.NOTASKED if hidden else state


def _as_typed(leaf: Leaf, kind: Kind) -> str:
    """What was typed and does not fit its type is still shown to the one who typed it."""
    if (
        kind in {"one", "many", "rank"}
        or leaf.state.get() is not AnswerState.OK
        or not leaf.relevant()
    ):
        return ""
    return leaf.typed.get()


def _codes(kind: Kind, text: str) -> tuple[str, ...]:
    if kind == "one":
        return (text,) if text else ()
    return tuple(text.split()) if kind in {"many", "rank"} else ()


def save_to(leaf: Leaf) -> SaveTo | None:
    """Return the register field of a leaf: the nearest entity around it, and its row."""
    row = leaf.row.id if leaf.row is not None else ""
    entity, _, name = leaf.spec.bind.marks.save_to.partition(".")
    if name:
        return SaveTo(entity, name, row)
    name = leaf.spec.bind.save_to
    above = leaf.above if name else None
    while above is not None and not above.spec.entity:
        above = above.above
    return None if above is None else SaveTo(above.spec.entity, name, row)
