"""What the page asks of the desk and does with it; each is run off the window thread."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.desk.views.deleting import (
    DeletionGate,
    Marked,
    PostingTotals,
    RequesterView,
)
from intake.progress import Progress
from ui.screens.case.postings.asking import Group
from ui.screens.case.postings.marks import Noted

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.undoing import UndoLine

_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class Look:
    """Everything above the list."""

    totals: PostingTotals
    gate: DeletionGate
    who: RequesterView


@dataclass(frozen=True, slots=True)
class Done:
    """What a mark did, and the step that takes it back."""

    marked: Marked
    step: "UndoLine | None"


def look(desk: "Desk", case: str) -> Look:
    """Ask for what stands above the list."""
    ledger = desk.postings
    return Look(ledger.totals(case), ledger.gate(case), ledger.requester(case))


def ids_of(desk: "Desk", rows: "array[int]") -> tuple[str, ...]:
    """Return the ids of rows, also of those nobody looked at yet."""
    some = (rows[at : at + _TOGETHER] for at in range(0, len(rows), _TOGETHER))
    return tuple(line.id for part in some for line in desk.postings.lines(part))


def mark(
    desk: "Desk", case: str, postings: Sequence[str], noted: Noted, progress: Progress
) -> Done:
    """Note the same of every posting, in one step."""
    marked = desk.postings.mark(
        case,
        postings,
        noted.mark,
        on=noted.on,
        remark=noted.remark,
        progress=progress,
    )
    return Done(marked, desk.undo.next())


def groups(desk: "Desk", case: str, rows: "array[int]") -> tuple[Group, ...]:
    """Return the postings by the operator that is asked."""
    found = desk.postings.by_site(case, ids_of(desk, rows))
    return tuple(Group(host, ids, desk.sites.of(host)) for host, ids in found)
