"""What the ledger answers: frozen values for the desk, screens and papers."""

import dataclasses
from dataclasses import dataclass

from intake.ids import RecordId, Scope
from intake.ledger.change import EntryId, Ref, Value


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge (합침) did; counts are entries.

    ``new_entries`` came with segments first seen now, ``filled`` are bodies of segments held
    before, ``duplicates`` were held already, ``dropped`` belong to something destroyed.
    ``gaps`` are the segments whose predecessor is not here, after this merge.
    """

    new_entries: int = 0
    filled: int = 0
    duplicates: int = 0
    dropped: int = 0
    parked: int = 0
    set_aside: int = 0
    clock_marked: int = 0
    forked_logs: tuple[str, ...] = ()
    gaps: tuple[tuple[str, int], ...] = ()
    touched: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Head:
    """One of the words that stand beside each other."""

    ref: Ref
    value: Value = dataclasses.field(repr=False)
    actor: str
    stamp: int
    log: str
    device: str
    center: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field about which people did not see each other's words (엇갈림); newest first."""

    entity: str
    eid: RecordId
    field: str
    scope: Scope
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """One operation in the history of a record, newest first."""

    ref: Ref
    entry: EntryId
    field: str
    value: Value = dataclasses.field(repr=False)
    actor: str
    deed: str
    stamp: int
    log: str
    device: str
    center: str
    base: tuple[Ref, ...]
    shown: bool


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry on the timeline (경과) of a scope. ``state`` is ``ok`` or why it waits."""

    entry: EntryId
    stamp: int
    actor: str
    deed: str
    cls: str
    log: str
    device: str
    center: str
    entities: frozenset[tuple[str, str]]
    state: str
    clock_marked: bool
    conflicted: bool


@dataclass(frozen=True, slots=True)
class AsideEntry:
    """An entry that waits for a person's decision."""

    entry: EntryId
    why: str
    scope: Scope
    cls: str
    deed: str
    actor: str
    stamp: int
    log: str
    device: str
    center: str


@dataclass(frozen=True, slots=True)
class Erased:
    """What a certificate of destruction (파기 확인서) needs."""

    part: str
    ground: str
    entries: int
    stamp: int


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """Whether everything still fits; ``problems`` are (what, log, n)."""

    segments: int
    entries: int
    bodies: int
    open_entries: int
    gaps: tuple[tuple[str, int], ...]
    forked_logs: tuple[str, ...]
    waiting: dict[str, int]
    problems: tuple[tuple[str, str, int], ...]

    @property
    def ok(self) -> bool:
        """Nothing is damaged."""
        return not self.problems
