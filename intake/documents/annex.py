"""Annex: deletion support in detail (별지: 삭제지원 내역), ten thousand rows and more.

* Every row has the same height and every page its own table: nothing has to be measured, and
  cancelling stops between two pages.
* A long address is shortened in its middle; the whole of it stands in the list beside the paper
  (CSV), under the same number.
* In a paper for outside the part of an address that leads to the material is covered.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, PageBreak, Table

from intake.documents.court_head import margins
from intake.documents.paper import WIDTH, draw_paper
from intake.documents.pieces import title
from intake.documents.typeface import (
    INK,
    LINE,
    REGULAR,
    SEMIBOLD,
    SMALLEST,
    TINT,
    drawable,
    register_typeface,
)
from intake.progress import Progress, Silent
from intake.text import texts_in

_QUIET = Silent()
_HEIGHT = 5.6 * mm
_PADS = 7
_FIRST, _PAGE = 39, 44  # rows on the first page, and on every other
_WIDTHS = [one * mm for one in (14, 14, 22, 68, 22)]  # what was done takes the rest
_ADDRESS, _LEAST = 3, 43 * mm  # which column gives way to the last, and how far
_COVERED = "***"
_SEEN = 8  # letters of a path that stay


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One action about one address."""

    case: str  # 가-01
    platform: str
    address: str = field(repr=False)
    done_on: str
    kind: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Annex:
    """The whole list."""

    number: str
    as_of: str
    fingerprint: str
    basis: str
    rows: Sequence[AnnexRow] = field(repr=False)
    outward: bool = True
    draft: bool = False


def draw_annex(paper: Annex, language: str, progress: Progress = _QUIET) -> bytes:
    """Return the annex as a PDF.

    Raises:
        Cancelled: from ``progress``, between two pages; nothing is left.
    """
    register_typeface()
    texts = texts_in(language)
    name = texts("paper-annex-title")
    lead = texts("paper-annex-lead", count=len(paper.rows))
    story: list[Flowable] = title(name, lead)
    for at, piece in enumerate(_pages(paper, language)):
        progress.step(at * _PAGE, max(len(paper.rows), 1), "progress-drawing")
        story += [PageBreak(), piece] if at else [piece]
    return draw_paper(margins(paper, name, language), story)


def list_annex(paper: Annex, language: str) -> bytes:
    """Return the same list with whole addresses, as CSV with a byte-order mark for sheets."""
    out = io.StringIO(newline="")
    out.write("\ufeff" + ",".join(map(_quoted, ("", *_heads(language)))) + "\r\n")
    for number, row in enumerate(paper.rows, 1):
        cells = (str(number), row.case, row.platform, row.address, row.done_on, row.kind, row.outcome)  # fmt: skip
        out.write(",".join(map(_quoted, cells)) + "\r\n")
    return out.getvalue().encode()


def _quoted(cell: str) -> str:
    guarded = "'" + cell if cell[:1] in {"=", "+", "-", "@", "\t"} else cell
    return '"' + guarded.replace('"', '""') + '"'


def _heads(language: str) -> tuple[str, ...]:
    texts = texts_in(language)
    return tuple(texts(f"paper-annex-{one}") for one in ("case", "platform", "address", "done", "kind", "outcome"))  # fmt: skip


def _pages(paper: Annex, language: str) -> Iterator[Flowable]:
    texts = texts_in(language)
    heads = (
        texts("paper-annex-number"),
        *_heads(language)[:4],
        texts("paper-annex-what"),
    )
    numbered = iter(enumerate(paper.rows, 1))
    room, widths = _FIRST, _columns(paper.rows)
    while some := list(islice(numbered, room)):
        cells = (_cells(n, row, covered=paper.outward) for n, row in some)
        yield _page(heads, [_fitted(one, widths) for one in cells], widths)
        room = _PAGE
    if not paper.rows:
        yield _page(heads, [], widths)


def _cells(number: int, row: AnnexRow, *, covered: bool) -> tuple[str, ...]:
    address = cover(row.address) if covered else row.address
    return (f"{number:,}", row.case, row.platform, address, row.done_on, _what(row))


def _what(row: AnnexRow) -> str:
    return f"{row.kind} {row.outcome}".strip()


def _fitted(cells: Sequence[str], widths: Sequence[float]) -> tuple[str, ...]:
    return tuple(fit(cell, wide - _PADS) for cell, wide in zip(cells, widths, strict=True))  # fmt: skip


def _columns(rows: Sequence[AnnexRow]) -> list[float]:
    """Return how wide the columns are: what was done is whole, as far as addresses can give way."""
    needed = max((stringWidth(one, REGULAR, SMALLEST) for one in set(map(_what, rows))), default=0.0)  # fmt: skip
    widths, rest = list(_WIDTHS), WIDTH - sum(_WIDTHS)
    given = min(max(needed + _PADS - rest, 0.0), widths[_ADDRESS] - _LEAST)
    widths[_ADDRESS] -= given
    return [*widths, rest + given]


def _page(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Flowable:  # fmt: skip
    cells = [heads, *rows]
    return Table(
        cells,
        colWidths=widths,
        rowHeights=[_HEIGHT] * len(cells),
        style=[
            ("FONT", (0, 0), (-1, -1), REGULAR, SMALLEST),
            ("FONT", (0, 0), (-1, 0), SEMIBOLD, SMALLEST),
            ("TEXTCOLOR", (0, 0), (-1, -1), INK),
            ("BACKGROUND", (0, 0), (-1, 0), TINT),
            ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
            ("LINEBELOW", (0, 0), (-1, 0), 0.7, INK),
            ("LINEBELOW", (0, 1), (-1, -1), 0.3, LINE),
            ("ALIGN", (0, 0), (0, -1), "RIGHT"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
    )


def cover(address: str) -> str:
    """Return an address without the part that leads to the material.

    >>> cover("https://tube-a.example/v/363c5ab7f1?ref=x"), cover("https://a.example")
    ('https://tube-a.example/v/363c5a***', 'https://a.example')
    """
    head, slashes, rest = address.partition("://")
    host, slash, path = (rest if slashes else head).partition("/")
    if not path:
        return address
    return f"{head + slashes if slashes else ''}{host}{slash}{path[:_SEEN]}{_COVERED}"


def fit(text: str, width: float) -> str:
    """Return text that fits a cell, shortened in its middle where it must be."""
    line = "".join(map(drawable, " ".join(text.split())))
    if stringWidth(line, REGULAR, SMALLEST) <= width:
        return line
    low, high = 0, len(line)
    while low < high:  # how many letters may stay
        half = (low + high + 1) // 2
        if stringWidth(_shortened(line, half), REGULAR, SMALLEST) <= width:
            low = half
        else:
            high = half - 1
    return _shortened(line, low)


def _shortened(line: str, stay: int) -> str:
    front = (stay + 1) // 2
    return f"{line[:front]}…{line[len(line) - (stay - front) :]}"
