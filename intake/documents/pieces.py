"""Pieces that several papers are made of.

* A piece takes plain text; what people wrote is escaped where it becomes a paragraph.
* Long values wrap, and long rows continue on the next page.
"""

from collections.abc import Iterable, Sequence

import segno
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table
from typing_extensions import override

from intake.documents.paper import WIDTH
from intake.documents.typeface import (
    INK,
    LINE,
    REGULAR,
    SMALLEST,
    TINT,
    drawable,
    words,
)

_TIGHT = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 7),
    ("RIGHTPADDING", (0, 0), (-1, -1), 7),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
]
_LABELS = 34 * mm


def gap(height: float) -> Flowable:
    """Return empty room of so many millimetres."""
    return Spacer(1, height * mm)


def title(text: str, lead: str) -> list[Flowable]:
    """Return the top of a paper: its name and one sentence."""
    return [gap(4), words(text, "title"), gap(1.5), words(lead, "lead"), gap(2)]


def grid(
    rows: Sequence[Sequence[object]], widths: Sequence[float], *more: tuple[object, ...]
) -> Flowable:
    """Return cells side by side; a row too long for its page continues on the next."""
    return Table(rows, colWidths=widths, style=[*_TIGHT, *more], splitInRow=1)


class Listed(Table):  # type: ignore[misc] # reportlab is untyped
    """Rows under a head that stands on every page; a row is whole unless no page holds it."""

    _A_PAGE = 200 * mm

    @override
    def split(self, width: float, height: float) -> list[Flowable]:
        self.splitInRow = int(height > self._A_PAGE)
        parts: list[Flowable] = super().split(width, height)
        return parts


def listed(
    rows: Sequence[Sequence[object]], widths: Sequence[float], *more: tuple[object, ...]
) -> Flowable:
    """Return a framed list; its first row is the head."""
    lines = (
        ("GRID", (0, 0), (-1, -1), 0.4, LINE),
        ("BOX", (0, 0), (-1, -1), 0.9, INK),
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.9, INK),
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
    )
    return Listed(rows, colWidths=widths, style=[*_TIGHT, *lines, *more], repeatRows=1)


def boxed(row: Sequence[object], widths: Sequence[float]) -> Flowable:
    """Return cells in a frame that stays whole: it moves to the next page, never breaks."""
    frame = ("BOX", (0, 0), (-1, -1), 1.2, INK)
    middle = ("VALIGN", (0, 0), (-1, -1), "MIDDLE")
    return Table([row], colWidths=widths, style=[*_TIGHT, frame, middle])


def facts(rows: Iterable[tuple[str, str]], *, labels: float = _LABELS) -> Flowable:
    """Return labelled values between two lines."""
    cells = [[words(label, "label"), words(value)] for label, value in rows]
    lines = (
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, LINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.9, INK),
    )
    return grid(cells, [labels, WIDTH - labels], *lines)


def steps(lines: Iterable[str]) -> list[Flowable]:
    """Return numbered sentences."""
    return [words(line, "step", bullet=f"{n}.") for n, line in enumerate(lines, 1)]


def blanks(labels: Iterable[str], after: str = "") -> Flowable:
    """Return lines to be filled in by hand."""
    rows = [[words(label, "label"), "", words(after, "small")] for label in labels]
    lines = (
        ("LINEBELOW", (1, 0), (1, -1), 0.6, INK),
        ("TOPPADDING", (0, 0), (-1, -1), 10),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    )
    return grid(rows, [44 * mm, WIDTH - 68 * mm, 24 * mm], *lines)


class Ticks(Flowable):  # type: ignore[misc] # reportlab is untyped
    """Boxes to be ticked by hand, each with a word."""

    def __init__(
        self, labels: Sequence[str], *, across: float = 0, size: float = SMALLEST + 0.5
    ) -> None:
        """Draw one under the other, or side by side ``across`` points apart."""
        super().__init__()
        self._labels = ["".join(map(drawable, label)) for label in labels]
        self._across, self._size = across, size

    @override
    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        rows = 1 if self._across else len(self._labels)
        return width, rows * self._size * 1.7

    @override
    def draw(self) -> None:
        step, top = self._size * 1.7, self.wrap(0, 0)[1]
        for n, label in enumerate(self._labels):
            x, y = (n * self._across, 0) if self._across else (0, top - (n + 1) * step)
            self.canv.setStrokeColor(INK)
            self.canv.setFillColor(INK)
            self.canv.rect(x, y + 3, self._size - 0.5, self._size - 0.5)
            self.canv.setFont(REGULAR, self._size)
            self.canv.drawString(x + self._size + 5, y + 4, label)


class Boxes(Ticks):
    """Boxes of a form, some of them ticked already."""

    def __init__(
        self,
        labels: Sequence[str],
        ticked: Iterable[bool],
        *,
        across: float = 0,
        size: float = 10,
    ) -> None:
        """Tick those that are true; the others are left to the pen."""
        super().__init__(labels, across=across, size=size)
        self._ticked = list(ticked)

    @override
    def draw(self) -> None:
        super().draw()
        step, top = self._size * 1.7, self.wrap(0, 0)[1]
        self.canv.setLineWidth(1.4)
        for n, ticked in enumerate(self._ticked):
            x, y = (n * self._across, 0) if self._across else (0, top - (n + 1) * step)
            if ticked:
                self.canv.lines(
                    [(x + 2, y + 8, x + 4.4, y + 5), (x + 4.4, y + 5, x + 9, y + 12.5)]
                )
        self.canv.setLineWidth(1)


class QrCode(Flowable):  # type: ignore[misc] # reportlab is untyped
    """A QR code with its quiet zone, drawn as squares: sharp at any size."""

    _QUIET = 4

    def __init__(self, data: str, side: float) -> None:
        """Encode ``data`` into a square of ``side`` points."""
        super().__init__()
        code = segno.make_qr(data, error="l", boost_error=True)
        self._rows = [[bool(dark) for dark in row] for row in code.matrix]
        self._side = side

    @override
    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._side, self._side

    @override
    def draw(self) -> None:
        pitch = self._side / (len(self._rows) + 2 * self._QUIET)
        path = self.canv.beginPath()
        for n, row in enumerate(self._rows):
            y = self._side - (n + 1 + self._QUIET) * pitch
            for start, length in _runs(row):
                path.rect((start + self._QUIET) * pitch, y, length * pitch, pitch)
        self.canv.setFillColor(INK)
        self.canv.drawPath(path, stroke=0, fill=1)


def _runs(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Return (start, length) of each stretch of dark modules."""
    edges = [
        n
        for n in range(len(row) + 1)
        if (n < len(row) and row[n]) != (n > 0 and row[n - 1])
    ]
    return [(a, b - a) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def by_fours(text: str) -> str:
    """Return characters in groups of four, for eyes and for typing."""
    plain = "".join(character for character in text if character.isalnum())
    return " ".join(plain[n : n + 4] for n in range(0, len(plain), 4))
