"""Workbooks made to do harm are refused before they are unpacked."""

import io
import tracemalloc
import zipfile

import pytest
import xlsxwriter

from intake.errors import SheetUnread
from intake.interchange import open_table
from intake.progress import Silent


def plain() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("가").write_row(0, 0, ["사건번호", "URL"])
    return out.getvalue()


def with_sheet(xml: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The same workbook with another part in place of one of its own."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(plain())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.infolist():
            new.writestr(one.filename, xml if one.filename == name else old.read(one))
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(SheetUnread) as error:
        open_table(data, "", Silent())
    return str(error.value.facts["why"])


def test_a_bomb_is_not_unpacked():
    data = with_sheet(b"<worksheet><sheetData>" + b" " * (48 << 20))
    assert len(data) < 1 << 17
    tracemalloc.start()
    assert refused(data) == "too-large"
    assert tracemalloc.get_traced_memory()[1] < 64 << 20
    tracemalloc.stop()


@pytest.mark.parametrize(
    "cells",
    [
        b'<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>',
        b'<row r="1"><c r="ZZ1"/></row>',
        b"<row r='1'><c r='A999999'/></row>",
        b'<x:row r="1"><x:c r="XFD1"/></x:row>',
        b'<row r="1"><c r="&#65;1048576"/></row>',
        b'<row r="99999999999"></row>',
    ],
)
def test_a_far_cell_fills_no_memory(cells):
    xml = b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>"
    assert refused(with_sheet(xml)) in {"too-many-rows", "too-wide", "damaged"}


def test_entities_are_refused():
    xml = b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'
    assert refused(with_sheet(xml, "xl/workbook.xml")) == "damaged"
    assert refused(with_sheet(xml)) == "damaged"


def test_what_is_no_workbook_is_told_so():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refused(out.getvalue()) == "not-a-workbook"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)) == "old-workbook"
    assert refused(b"%PDF-1.7\n") == "not-a-workbook"
    assert refused(b"   \n") == "empty"


def test_a_workbook_cut_anywhere_is_refused_or_read():
    data = plain()
    for end in range(4, len(data), 97):
        with pytest.raises(SheetUnread):
            open_table(data[:end], "", Silent())


def test_a_workbook_with_flipped_bytes_never_crashes():
    data = plain()
    for at in range(0, len(data), 61):
        bad = bytearray(data)
        bad[at] ^= 0x55
        try:
            open_table(bytes(bad), "", Silent())
        except SheetUnread:
            continue
