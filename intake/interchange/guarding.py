"""What a workbook is before it is opened (통합 문서 살피기): no bomb reaches the reader.

* Every part is unpacked in a stream, counted and thrown away: sizes a file declares of itself
  are not believed.
* A sheet is a block in the reader's memory, so its farthest cell is looked at first.
* Formulas that carry no result and cells that hold an error are noted: a reader shows both as
  empty, and an empty cell is a different thing to say.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from intake.errors import SheetUnread
from intake.interchange.limits import (
    CELLS,
    COLUMNS,
    MEMBERS,
    PLAIN_BYTES,
    RATIO,
    RATIO_FROM,
    ROWS,
)
from intake.progress import Progress

_PIECE = 1 << 20
_MOST_CARRIED = 1 << 20
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>(?:\s*<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*(<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>|</(?:\w+:)?c>)?)?"
)
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,8})(\d{1,12})[\"']")
_ODD_PLACE = re.compile(rb"<(?:\w+:)?(?:c|row)\b[^>]*\br\s*=\s*[\"'][^\"'>]*&")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*\br\s*=\s*[\"'](\d{1,12})[\"']")
_ERROR = re.compile(rb"\bt\s*=\s*[\"']e[\"']")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_RELS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(slots=True)
class SheetFacts:
    """What one sheet holds besides its values."""

    rows: int = 0
    columns: int = 0
    formulas: int = 0
    troubled: dict[tuple[int, int], str] = field(default_factory=dict)  # from 0


def look_inside(data: bytes, progress: Progress) -> dict[str, SheetFacts]:
    """Return the facts of every sheet by its name.

    Raises:
        SheetUnread: it is no workbook, or larger than anybody types.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _look(packed, progress)
    except (zipfile.BadZipFile, zlib.error, ET.ParseError, EOFError, ValueError,
            RuntimeError, NotImplementedError, KeyError) as error:  # fmt: skip
        raise SheetUnread(why="damaged") from error


def _look(packed: zipfile.ZipFile, progress: Progress) -> dict[str, SheetFacts]:
    members = packed.infolist()
    names = {one.filename for one in members}
    if "xl/workbook.xml" not in names:
        raise SheetUnread(why="not-a-workbook")
    if len(members) > MEMBERS or len(names) != len(members):
        raise SheetUnread(why="too-large")
    wanted = _sheets(packed)
    found: dict[str, SheetFacts] = {}
    budget = PLAIN_BYTES
    for done, one in enumerate(members):
        progress.step(done, len(members), "progress-checking")
        facts = SheetFacts() if one.filename in wanted else None
        budget -= _scan(packed, one, facts, budget)
        if facts is not None:
            found[wanted[one.filename]] = facts
    return found


def _sheets(packed: zipfile.ZipFile) -> dict[str, str]:
    """Return the name of the sheet that every worksheet member holds."""
    rels = _small(packed, "xl/_rels/workbook.xml.rels")
    targets = {one.get("Id"): str(one.get("Target")) for one in rels}
    found = {}
    for one in _small(packed, "xl/workbook.xml").iter():
        if one.tag.rpartition("}")[2] == "sheet":
            target = targets.get(one.get(_RELS), "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            found[path] = str(one.get("name"))
    return found


def _small(packed: zipfile.ZipFile, name: str) -> ET.Element:
    data = packed.open(name).read(8 << 20)
    if _DECLARES.search(data):
        raise SheetUnread(why="damaged")
    return ET.fromstring(data)  # noqa: S314 - it declares no entity, as was just looked


def _pieces(
    packed: zipfile.ZipFile, one: zipfile.ZipInfo, budget: int
) -> Iterator[bytes]:
    """Yield what a member unpacks to, never more than the budget allows."""
    with packed.open(one) as stream:
        total = 0
        while piece := stream.read(_PIECE):
            total += len(piece)
            thick = total > RATIO_FROM and total > RATIO * max(one.compress_size, 1)
            if total > budget or thick:
                raise SheetUnread(why="too-large")
            yield piece


def _scan(
    packed: zipfile.ZipFile, one: zipfile.ZipInfo, facts: SheetFacts | None, budget: int
) -> int:
    total, carried = 0, b""
    for piece in _pieces(packed, one, budget):
        total += len(piece)
        text = carried + piece
        if total <= _PIECE and _DECLARES.search(text[:4096]):
            raise SheetUnread(why="damaged")
        cut = max(text.rfind(b"<c "), text.rfind(b"<row")) if facts else -1
        cut = cut if cut > 0 else len(text)
        if facts is not None:
            _note(facts, text[:cut])
        carried = text[cut:]
        if len(carried) > _MOST_CARRIED:
            raise SheetUnread(why="too-large")
    if facts is not None:
        _note(facts, carried)
        _fits(facts)
    return total


def _note(facts: SheetFacts, text: bytes) -> None:
    if _ODD_PLACE.search(text):
        raise SheetUnread(why="damaged")
    for number in _ROW.findall(text):
        facts.rows = max(facts.rows, int(number))
    for column, number in _PLACE.findall(text):
        if len(column) > 3:  # noqa: PLR2004 - no sheet is wider than XFD
            raise SheetUnread(why="damaged")
        facts.columns = max(facts.columns, _column(column))
        facts.rows = max(facts.rows, int(number))
    if b"<f" in text or b":f" in text or b'"e"' in text or b"'e'" in text:
        _note_troubles(facts, text)


def _note_troubles(facts: SheetFacts, text: bytes) -> None:
    for match in _CELL.finditer(text):
        place = _PLACE.search(match[1])
        formula = match[0].count(b">") > 1
        facts.formulas += formula
        if place is None:
            continue
        at = (int(place[2]) - 1, _column(place[1]) - 1)
        if _ERROR.search(match[1]):
            facts.troubled[at] = "cell-error"
        elif formula and match[2] is not None:
            facts.troubled[at] = "formula-empty"


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _fits(facts: SheetFacts) -> None:
    if facts.rows > ROWS:
        raise SheetUnread(why="too-many-rows", limit=ROWS)
    if facts.columns > COLUMNS or facts.rows * facts.columns > CELLS:
        raise SheetUnread(why="too-wide", limit=COLUMNS)
