"""What somebody said: deeds, operations, entries. Frozen values, no storage.

* An entry (기록) is one action of one person in one (scope, class).
* An operation sets one field of one record and names the operations it replaces.
* Lists are records with ids, never list values; taking back is the field ``deleted``.
* ``repr`` shows ids and names of fields, never a value.

>>> Op("person", "0190…", "alias", "녹두")
Op(entity='person', eid='0190…', field='alias', base=())
"""

import dataclasses
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import NewType, TypeAlias

from intake.ids import Scope

Value: TypeAlias = str | int | bool | None
EntryId = NewType("EntryId", int)  # local: the same entry has another number elsewhere
Ref: TypeAlias = str  # an operation: hex of its leaf's first 12 bytes and its number

CLASSES = ("core", "identity", "narrative", "suspect", "material", "court")
DELETED = "deleted"
BODY_LIMIT = 64 * 1024


@unique
class Deed(StrEnum):
    """What a person did (행위); the word the timeline shows."""

    BEGIN_CASE = "begin-case"
    CHANGE_CASE = "change-case"
    CONSENT = "consent"
    WITHDRAW = "withdraw"
    BEGIN_INTERVIEW = "begin-interview"
    ANSWER = "answer"
    NOTE = "note"
    ADOPT = "adopt"
    PAUSE = "pause"
    RESUME = "resume"
    FINISH = "finish"
    ADD = "add"
    CHANGE = "change"
    RETRACT = "retract"
    SETTLE = "settle"
    UNDO = "undo"
    PLAN = "plan"
    ATTACH = "attach"
    HANDOVER = "handover"
    LINK = "link"
    UNLINK = "unlink"
    IMPORT = "import"
    PAPER = "paper"
    SEND = "send"
    ENROL = "enrol"
    ERASE = "erase"
    FIX_CLOCK = "fix-clock"
    MERGE = "merge"
    UNMERGE = "unmerge"
    REQUEST = "request"
    RESULT = "result"
    CHECK = "check"
    CUSTODY = "custody"
    REFER = "refer"
    COURT = "court"
    HOLD = "hold"
    GRANT = "grant"
    BREAK_GLASS = "break-glass"
    REVIEW = "review"
    RECALL = "recall"
    CONFIRM = "confirm"
    NOTIFY = "notify"
    ANSWER_NOTICE = "answer-notice"
    JOINT = "joint"
    SHARE_MARK = "share-mark"


@unique
class Ground(StrEnum):
    """Why something is destroyed (파기 사유): a code, for the order travels to everybody."""

    REQUEST = "REQUEST"  # she asked for it
    WITHDRAWAL = "WITHDRAWAL"  # she took her consent back
    RETENTION_END = "RETENTION_END"
    MISTAKE = "MISTAKE"  # it should never have been written down
    COURT = "COURT"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Op:
    """One field of one record, set once (조작)."""

    entity: str
    eid: str
    field: str
    value: Value = dataclasses.field(repr=False)
    base: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Erasure:
    """An order to destroy: SHA-256 of scope ‖ class in hex, and the code of its ground.

    ``ground`` is text, not ``Ground``: a newer version may know grounds that this one does not.
    """

    part: str
    ground: str


@dataclass(frozen=True, slots=True)
class ClockFix:
    """Segments ``n0`` to ``n1`` of a log were stamped ``delta`` milliseconds too early."""

    log: str
    n0: int
    n1: int
    delta: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One action of one person in one (scope, class) (기록).

    ``deed`` is text, not ``Deed``: a newer version may know deeds that this one does not.
    ``closes`` marks the entry that makes a bulk import (``batch``) visible.
    """

    stamp: int
    scope: Scope
    cls: str
    actor: str
    deed: str
    schema: int
    ops: tuple[Op, ...] = ()
    batch: str = ""
    closes: bool = False
    erasures: tuple[Erasure, ...] = ()
    fixes: tuple[ClockFix, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action left behind: entry numbers, entities touched, the scope."""

    entries: tuple[EntryId, ...]
    touched: frozenset[str]
    scope: Scope
    dropped: int = 0  # operations that said what was already said
