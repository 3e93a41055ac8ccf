"""Item models and lists over frozen rows."""

from ui.tables.row_list import RowList, RowPainter, paint_bar, paint_text
from ui.tables.rows import BLOCK, LineRole, RowsModel

__all__ = [
    "BLOCK",
    "LineRole",
    "RowList",
    "RowPainter",
    "RowsModel",
    "paint_bar",
    "paint_text",
]
