"""What a session knows: the nodes, the tables, the words and the moment.

* Everything an expression may ask is answered here; nothing here decides.
"""

from collections.abc import Callable, Sequence
from typing import Any, cast

from intake.errors import FormFaulty
from intake.forms import codec
from intake.forms.body import resolve
from intake.forms.code import Here
from intake.forms.grammar import Call, Literal
from intake.forms.items import Item
from intake.forms.model import Block, Form, Spec, Text
from intake.forms.reactive import Cell, Graph, Memo
from intake.forms.state import AnswerState
from intake.forms.tree import Group, Leaf, Node, Range, Row
from intake.forms.values import Noded, text_of
from intake.forms.wording import pick_language
from intake.ids import new_id


class Hall:
    """The world around the nodes of one session."""

    def __init__(self, form: Form, language: str, wall: Callable[[], int]) -> None:
        """Build the tree of a form; nothing has been worked out yet."""
        self.form = form
        self.graph = Graph()
        self.works: dict[Memo[Any], None] = {}
        self.dirty: dict[Leaf, None] = {}
        self.fresh_rows: dict[Row, None] = {}
        self.language = Cell(
            self.graph, pick_language(form.languages, language, form.language)
        )
        self._wall = wall
        self._indexes: dict[
            tuple[str, tuple[str, ...], str], dict[str, list[Noded]]
        ] = {}
        document = Spec(name="", path="", kids=(form.root,))
        self.document = Group(document, None, self, None)
        self.top = cast("Group", self.document.order[0])

    # --- asked by expressions

    @property
    def root(self) -> Noded:
        """The document node."""
        return self.document

    @property
    def version(self) -> str:
        """The form's version."""
        return self.form.version

    def instance(self, name: str) -> Sequence[Noded]:
        """The document node of a secondary instance; the primary one by its form id."""
        found = self.form.instances.get(name)
        if isinstance(found, Item):
            return (found,)
        return (self.document,) if name == self.form.id else ()

    def find_in_instance(
        self, name: str, path: tuple[str, ...], key: str, value: str
    ) -> Sequence[Noded]:
        """The items whose child ``key`` is ``value``; the index is made once per session."""
        where = (name, path, key)
        index = self._indexes.get(where)
        if index is None:
            index = self._indexes[where] = self._index(name, path, key)
        return index.get(value, ())

    def _index(
        self, name: str, path: tuple[str, ...], key: str
    ) -> dict[str, list[Noded]]:
        nodes: Sequence[Noded] = self.instance(name)
        for step in path:
            nodes = [kid for node in nodes for kid in node.below(step)]
        index: dict[str, list[Noded]] = {}
        for node in nodes:
            for kid in node.below(key):
                index.setdefault(kid.text(), []).append(node)
        return index

    def itext(self, name: str, near: Noded | None = None, form: str = "") -> str:
        """The words of an id in the session's language."""
        texts = self.form.itext.get(self.language.get(), {})
        forms = texts.get(name)
        if forms is None:
            return "" if form else name
        text = (
            forms.get(form) if form else forms.get("", next(iter(forms.values()), None))
        )
        return "" if text is None else self._join(text, near)

    def wall_ms(self) -> int:
        """The moment."""
        return self._wall()

    def new_id(self) -> str:
        """A fresh id."""
        return new_id(self._wall())

    fresh_row_id = new_id

    def last_text(self, node: Noded | None) -> str:
        """What a calculation gave before."""
        if not isinstance(node, Leaf):
            return ""
        return node.calculated.value if node.calculated is not None else node.raw

    def choice_label(self, code: str, question: str, near: Noded | None) -> str:
        """The label of a code at a question; its own row's question first."""
        context = near.spec.path if isinstance(near, Node) else ""
        block = self.form.blocks.get(resolve(question, context))
        if block is None or not code:
            return ""
        node = self.nearest(block.path, near)
        if node is None:
            return ""
        return next(
            (label for value, label in self.choices_at(block, node) if value == code),
            "",
        )

    # --- asked by the page

    def words(self, text: Text, node: Noded | None, form: str = "") -> str:
        """Return words in a form; only words kept by id have forms."""
        if text.itext is None:
            return "" if form else self._join(text, node)
        if form:
            return self.itext(self._itext_id(text), node, form)
        return text_of(text.itext.run(Here(node, self)))

    def _itext_id(self, text: Text) -> str:
        match text.itext.tree if text.itext else None:
            case Call("jr:itext", (Literal(name),)):
                return name
            case _:
                return ""

    def _join(self, text: Text, node: Noded | None) -> str:
        if len(text.parts) == 1 and isinstance(text.parts[0], str):
            return text.parts[0]
        return "".join(
            part if isinstance(part, str) else text_of(part.run(Here(node, self)))
            for part in text.parts
        )

    def violation(self, leaf: Leaf) -> str | None:
        """Return the words to show while a constraint does not hold, or None."""
        bind, text = leaf.spec.bind, leaf.text()
        if bind.constraint is None or not text:
            return None
        if bind.constraint.truth()(Here(leaf, self)):
            return None
        return (
            ""
            if bind.constraint_message is None
            else self.words(bind.constraint_message, leaf)
        )

    def is_misfit(self, leaf: Leaf) -> bool:
        """Whether what was typed is no value of its type; it is kept, and blank for expressions."""
        typed = leaf.state.get() is AnswerState.OK and leaf.calculated is None
        text = leaf.typed.get()
        return typed and bool(text) and not codec.fits(text, leaf.type)

    def choices_at(self, block: Block, node: Noded) -> tuple[tuple[str, str], ...]:
        """Return codes and labels as offered at a node."""
        if block.itemset is None:
            return tuple(
                (choice.value, self.words(choice.label, node))
                for choice in block.choices
            )
        itemset = block.itemset
        found: dict[str, str] = {}
        for item in itemset.nodes.nodes()(Here(node, self)):
            here = Here(item, self)
            value = text_of(itemset.value.run(here))
            if value:
                found.setdefault(value, self.words(itemset.label, item))
        return tuple(found.items())

    def codes_of(self, leaf: Leaf) -> tuple[str, ...]:
        """The codes a question offers just now."""
        block = self.form.blocks[leaf.spec.path]
        if block.itemset is None:
            return tuple(choice.value for choice in block.choices)
        itemset = block.itemset
        return tuple(
            text_of(itemset.value.run(Here(item, self)))
            for item in itemset.nodes.nodes()(Here(leaf, self))
        )

    # --- finding nodes

    def find(self, path: str, near: Group) -> "Leaf | Group | Range":
        """Return the node a block stands for, inside a group and its rows.

        Raises:
            FormFaulty: no such node.
        """
        node = self.nearest(path, near)
        if isinstance(node, (Leaf, Group, Range)):
            return node
        raise FormFaulty(why="no-node", path=path)

    def nearest(self, path: str, near: Noded | None) -> "Leaf | Group | Range | None":
        """Return the node of a path, taking the rows that ``near`` lies in and the first row elsewhere."""
        rows = _rows_around(near)
        node: Node = self.document
        for name in path.strip("/").split("/"):
            node_found = _step(node, name)
            if node_found is None:
                return None
            if isinstance(node_found, Range):
                if node_found.spec.path == path:
                    return node_found
                row = rows.get(node_found) or next(iter(node_found.rows.value), None)
                if row is None:
                    return None
                node_found = row
            node = node_found
        return cast("Leaf | Group", node)


def _step(node: Node, name: str) -> Node | None:
    if name.startswith("@"):
        return next((one for one in node.attributes if one.name == name[1:]), None)
    if not isinstance(node, Group):
        return None
    kid = node.kids.get(name)
    return kid[0] if isinstance(kid, tuple) else kid


def _rows_around(near: Noded | None) -> dict[Range, Row]:
    found: dict[Range, Row] = {}
    row = near if isinstance(near, Row) else getattr(near, "row", None)
    while isinstance(row, Row):
        found[row.range] = row
        row = row.range.row
    return found
