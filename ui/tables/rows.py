"""A list model over a vector of row ids: a hundred thousand rows open at once.

* The model knows every id from the beginning and the line of a row only when it is painted.
* Lines come in blocks of 128 through ``wanted``; 24 blocks are kept, the oldest is forgotten.
* A block that arrives for an older vector is dropped.
* What changed somewhere is asked again while the lines known before stay in sight.
"""

from array import array
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

BLOCK = 128
KEPT = 24
LineRole = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Frozen lines by position; whoever holds it answers ``wanted`` with ``fill``."""

    wanted = Signal(int, object)  # block number, array of row ids

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._ids = array("q")
        self._blocks: OrderedDict[int, Sequence[object]] = OrderedDict()
        self._asked: set[int] = set()
        self._stale: set[int] = set()  # shown until the same block comes again
        self._generation = 0

    @property
    def generation(self) -> int:
        """Counts the vectors shown; give it back to ``fill``."""
        return self._generation

    def show_ids(self, ids: "array[int]", first: Sequence[object] = ()) -> None:
        """Show another vector; ``first`` are the lines of its first rows, if known."""
        self.beginResetModel()
        self._ids = ids
        self._generation += 1
        self._asked.clear()
        self._stale.clear()
        self._blocks.clear()
        if len(first) >= min(BLOCK, len(ids)):
            self._blocks[0] = tuple(first[:BLOCK])
        self.endResetModel()

    def show_lines(self, lines: Sequence[object]) -> None:
        """Show lines that are all here already."""
        self.show_ids(array("q", range(len(lines))))
        for block in range((len(lines) + BLOCK - 1) // BLOCK):
            self._blocks[block] = lines[block * BLOCK : (block + 1) * BLOCK]

    def fill(self, block: int, lines: Sequence[object], generation: int) -> None:
        """Take the lines of a block."""
        if generation != self._generation:
            return
        self._asked.discard(block)
        self._stale.discard(block)
        self._blocks[block] = lines
        while len(self._blocks) > KEPT:
            self._blocks.popitem(last=False)
        self._say_changed(block * BLOCK, min((block + 1) * BLOCK, len(self._ids)) - 1)

    def forget_lines(self) -> None:
        """Ask again for what is visible: something in it changed."""
        self._blocks.clear()
        self._ask_again()

    def refresh_lines(self) -> None:
        """Ask again for what is visible, and show what was known until it comes."""
        self._stale = set(self._blocks)
        self._ask_again()

    def row_of(self, row_id: int) -> int:
        """Return the position of a row id, or -1."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def id_at(self, row: int) -> int:
        """Return the row id at a position."""
        return self._ids[row]

    @property
    def ids(self) -> "array[int]":
        """The row ids that are shown, in order."""
        return self._ids

    def line_at(self, row: int) -> object | None:
        """Return the line at a position, or None while it is on its way."""
        block, within = divmod(row, BLOCK)
        lines = self._blocks.get(block)
        if lines is None:
            self._want(block)
            return None
        if block in self._stale:
            self._want(block)
        self._blocks.move_to_end(block)
        return lines[within] if within < len(lines) else None

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == LineRole:
            return self.line_at(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self.line_at(index.row())
            return self.accessible(line) if line is not None else ""
        return None

    def accessible(self, line: object) -> str:
        """Return what a screen reader says for a line; lists override it."""
        return str(line)

    def _ask_again(self) -> None:
        self._asked.clear()
        if self._ids:
            self._say_changed(0, len(self._ids) - 1)

    def _say_changed(self, first: int, last: int) -> None:
        end = self.columnCount() - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, end))

    def _want(self, block: int) -> None:
        if block not in self._asked:
            self._asked.add(block)
            start = block * BLOCK
            self.wanted.emit(block, self._ids[start : start + BLOCK])
