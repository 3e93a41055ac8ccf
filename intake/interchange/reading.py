"""Opening a file that somebody picked (파일 열기): by what is in it, never by its name."""

from intake.errors import SheetUnread
from intake.interchange.commas import open_text
from intake.interchange.guessing import header_points
from intake.interchange.limits import FILE_BYTES
from intake.interchange.sheets import open_workbook
from intake.interchange.table import Table
from intake.progress import Progress

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_TEXT = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)


def open_table(data: bytes, sheet: str, progress: Progress) -> Table:
    """Return the table in a file.

    Raises:
        SheetUnread: it holds none, or one too large.
    """
    if len(data) > FILE_BYTES:
        raise SheetUnread(why="too-large")
    if not data.strip():
        raise SheetUnread(why="empty")
    if data.startswith(_OLE):
        raise SheetUnread(why="old-workbook")
    if data.startswith(_NOT_TEXT):
        raise SheetUnread(why="not-a-workbook")
    if data.startswith(_ZIP):
        table = open_workbook(data, sheet, header_points, progress)
    else:
        table = open_text(data, header_points)
    if not table.header:
        raise SheetUnread(why="empty")
    return table
