"""A form as it was compiled: frozen values, shared by every session of it.

* A ``Form`` keeps its id and version for ever; an answer is only true of the version it was given to.
* Addresses in a form are paths without rows (``/data/suspects/handle``); a session adds the rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from typing_extensions import override

from intake.forms.code import Code

Kind: TypeAlias = Literal[
    "text", "int", "decimal", "date", "time", "datetime", "one", "many", "rank", "note", "trigger", "range",
    "group", "repeat", "row", "upload", "place",
]  # fmt: skip
Event: TypeAlias = Literal["load", "first-load", "new-repeat", "value-changed"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words with values in them, or the address of words in every language."""

    parts: tuple[str | Code, ...] = ()
    itext: Code | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What this house asks of a question beyond ODK (bind attributes ``ieum:…``)."""

    known: str = ""
    declined: bool = True
    sentencing: tuple[str, ...] = ()
    tag: str = ""
    save_to: str = ""


@dataclass(frozen=True, slots=True)
class Bind:
    """What is true of a node: its type and the expressions that govern it."""

    type: str = "string"
    calculate: Code | None = None
    relevant: Code | None = None
    readonly: Code | None = None
    required: Code | None = None
    constraint: Code | None = None
    constraint_message: Text | None = None
    preload: tuple[str, str] | None = None
    save_to: str = ""
    marks: Marks = field(default_factory=Marks)


UNBOUND = Bind()


@dataclass(frozen=True, slots=True)
class SetValue:
    """Say a value when something happens."""

    events: frozenset[Event]
    target: str
    value: Code | None
    text: str
    target_code: Code | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that is offered."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Itemset:
    """Answers taken from nodes, narrowed by a filter."""

    nodes: Code
    value: Code
    label: Text
    near: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One thing on the page: a question, a group or a repeat, in the order of the page."""

    kind: Kind
    path: str
    label: Text | None = None
    hint: Text | None = None
    appearance: str = ""
    choices: tuple[Choice, ...] = ()
    itemset: Itemset | None = None
    bounds: tuple[str, str, str] | None = None
    blocks: tuple["Block", ...] = ()
    count: Code | None = None
    fixed: bool = False


@dataclass(frozen=True)
class Spec:
    """One node of the instance: what a session builds its tree from."""

    name: str
    path: str
    kids: tuple["Spec", ...] = ()
    default: str = ""
    bind: Bind = UNBOUND
    attributes: tuple["Spec", ...] = ()
    repeat: "Repeat | None" = None
    entity: str = ""

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Where the kids of each name stand."""
        found: dict[str, tuple[int, ...]] = {}
        for at, kid in enumerate(self.kids):
            found[kid.name] = (*found.get(kid.name, ()), at)
        return found


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repeat (반복): what a new row looks like and which rows are there at the start."""

    template: Spec
    rows: tuple[Spec, ...]
    count: Code | None = None
    fixed: bool = False


@dataclass(frozen=True)
class Form:
    """An interview form (상담 양식), compiled."""

    id: str
    version: str
    title: Mapping[str, str]
    root: Spec
    page: tuple[Block, ...]
    languages: tuple[str, ...] = ()
    language: str = ""
    itext: Mapping[str, Mapping[str, Mapping[str, Text]]] = field(default_factory=dict)
    instances: Mapping[str, object] = field(default_factory=dict)
    actions: tuple[SetValue, ...] = ()
    triggers: Mapping[str, tuple[SetValue, ...]] = field(default_factory=dict)

    @override
    def __repr__(self) -> str:
        return f"Form({self.id!r}, {self.version!r})"

    @cached_property
    def blocks(self) -> Mapping[str, Block]:
        """The question at each path."""
        found: dict[str, Block] = {}
        pending = list(self.page)
        while pending:
            block = pending.pop(0)
            if block.kind not in {"group", "repeat"}:
                found[block.path] = block
            pending[:0] = block.blocks
        return found
