"""A table with its heading above it and its note below (제목 있는 표), over as many pages as it needs.

* It is whole where there is room, and where it moves to the next page whole if little is left empty.
* Else it is torn between two rows: some stay with the heading, some go with the note.
* No heading ends a page, and no note begins one.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, FrameBreak, KeepTogether
from typing_extensions import override

if TYPE_CHECKING:
    from reportlab.platypus import Table

_MUCH = 60 * mm  # of a page: that much is not left empty
_STAYS, _GOES = 24 * mm, 18 * mm  # of a torn table: its head and a few rows
_BETWEEN = 2 * mm  # what paragraphs keep of each other


class Titled(KeepTogether):  # type: ignore[misc]  # reportlab has no types
    """What stands above a table, the table, and what stands below it."""

    def __init__(self, above: Sequence[Flowable], table: "Table", below: Sequence[Flowable] = ()) -> None:  # fmt: skip
        """Keep them together as far as a page is not left half empty by it."""
        super().__init__([*above, table, *below])
        self._above, self._table, self._below = above, table, below

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Return what stands on this page, and the rest."""
        if self._H > aH > _MUCH and (torn := self._torn(aW, aH)):
            return torn
        whole: list[Flowable] = super().split(aW, aH)
        return whole

    def _torn(self, wide: float, high: float) -> list[Flowable]:
        room = high - sum(_taken(one, wide) for one in self._above)
        _, whole = self._table.wrap(wide, room)
        parts = self._table.split(wide, min(room, whole - _GOES))
        if len(parts) != 2 or parts[0].wrap(wide, room)[1] < _STAYS:  # noqa: PLR2004 - this page and the next
            return []
        return [*self._above, parts[0], FrameBreak(), Titled((), parts[1], self._below)]


def _taken(piece: Flowable, wide: float) -> float:
    high = piece.wrap(wide, 0)[1] + max(piece.getSpaceBefore(), piece.getSpaceAfter())
    return float(high + _BETWEEN)
