"""Decide what is shown from everything that was said. Pure: no storage, no clock.

* A *head* is an operation that no other operation names as its base.
* The head with the greatest (stamp, tie) wins; it is what is shown.
* More than one head: people did not see each other's words. If the words differ, it is a
  conflict for a person to settle, and all heads are offered.
* Neither order nor repetition of the operations matters.

Winners are chosen among heads, not among all operations: whoever corrects a value written
by a laptop whose clock runs a year ahead sees her own correction, although its stamp is
smaller. Where everybody's clock is right both rules give the same winner.

>>> old, new = Said(1, b"a" * 14, b""), Said(2, b"b" * 14, b"a" * 14)
>>> heads([new, old, old]) == [new]
True
>>> other = Said(3, b"c" * 14, b"")
>>> heads([old, new, other]) == [other, new]
True
"""

from collections.abc import Iterable
from typing import NamedTuple

TIE = 14


class Said(NamedTuple):
    """One operation as far as merging cares: stamp, tie, the ties it replaces."""

    hlc: int
    tie: bytes
    base: bytes


class Cell(NamedTuple):
    """What is shown in one field of one record, and how many heads it has."""

    hlc: int
    tie: bytes
    heads: int


def ties(base: bytes) -> list[bytes]:
    """Return the single ties of a base."""
    return [base[at : at + TIE] for at in range(0, len(base), TIE)]


def heads(said: Iterable[Said]) -> list[Said]:
    """Return the heads, the winner first."""
    every = set(said)
    covered = {tie for one in every for tie in ties(one.base)}
    return sorted((one for one in every if one.tie not in covered), reverse=True)


def cell_of(said: Iterable[Said]) -> Cell:
    """Return what is shown where at least one operation is known."""
    found = heads(said)
    return Cell(found[0].hlc, found[0].tie, len(found))


def follow(cell: Cell | None, said: Said) -> Cell | None:
    """Return the cell after one more operation; None when only the whole history can tell.

    This is the road of nearly every operation: the first word about a field, or a word
    that replaces exactly the one shown. A base is a hash of its own future, so nothing
    already known can name an operation whose base is the only head.
    """
    if cell is None:
        return Cell(said.hlc, said.tie, 1)
    if cell.heads != 1:
        return None
    if said.base == cell.tie or cell.tie in ties(said.base):
        return Cell(said.hlc, said.tie, 1)
    return cell if cell.tie == said.tie else None
