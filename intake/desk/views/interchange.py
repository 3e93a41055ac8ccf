"""What crosses the door about records in and out (가져오기·내보내기)."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FileView:
    """What is in a file that somebody picked."""

    records: bool  # our own open format: no columns to match
    kind: str  # csv, xlsx, jsonl
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    rows: int
    header: tuple[str, ...] = field(repr=False)
    sample: tuple[tuple[str, ...], ...] = field(repr=False)
    notes: tuple[str, ...]  # text ids
    target: str  # the best guess
    columns: tuple[str, ...]  # for every column of the header: the field, or nothing
    remembered: bool  # the columns are as they were matched the last time


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A field that a column may become."""

    key: str
    label: str
    needed: bool


@dataclass(frozen=True, slots=True)
class TargetChoice:
    """What rows may become."""

    name: str
    text_id: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How a file is to be taken; everything empty: as guessed."""

    target: str = ""
    columns: tuple[str, ...] = ()
    sheet: str = ""
    case: str = ""  # where no column names one
    only_new: bool = False  # what is here already stays as it is


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not taken: where, and the text id of the reason."""

    row: int
    column: str = field(repr=False)
    text_id: str = ""


@dataclass(frozen=True, slots=True)
class DryRun:
    """What an import would do; nothing was written."""

    new: int
    changed: int
    here: int
    refused: int
    twice: int  # rows that only repeat one above
    cases: int
    records: tuple[tuple[str, int], ...]  # label id of the kind, new ones
    refusals: tuple[RefusedRow, ...]
    left: tuple[tuple[str, int], ...] = ()  # text id, how many things were set aside


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    batch: str
    new: int
    changed: int
    here: int
    refused: int
    cases: tuple[str, ...]
    case: str = ""  # the case, where there is one only


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What is asked to leave."""

    purpose: str
    form: str = "jsonl"  # jsonl, xlsx, csv
    what: str = ""  # csv: which kind of record
    case: str = ""  # one case; empty: every case of this center
    receiver: str = field(default="", repr=False)  # whom: a lawyer's office by name
    reason: str = ""  # why: a code of the access purposes, kept in the access log
    identity: bool = False


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What would leave, and which cases stay and why."""

    cases: int
    left_out: tuple[tuple[str, int], ...]  # text id of the reason, cases
    records: tuple[tuple[str, int], ...]  # label id of the kind, how many
    identity: bool

    @property
    def staying(self) -> int:
        """How many cases stay."""
        return sum(count for _, count in self.left_out)


@dataclass(frozen=True, slots=True)
class PurposeChoice:
    """Why records may leave."""

    code: str
    text_id: str
    may_carry_identity: bool
    needs_receiver: bool
