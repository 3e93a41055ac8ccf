"""Pieces of papers that go outside (대외 문서): sign-off, cards, number tables, bars, attestation.

* A table of numbers keeps its heading on every page; its last row may be the sum.
* Numbers stand right, words left; a hidden cell says so and is never a nought.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer, Table
from typing_extensions import override

from intake.counting.bars import Bars, bars
from intake.documents.paper import WIDTH
from intake.documents.typeface import (
    ACCENT,
    BOLD,
    INK,
    LINE,
    MUTED,
    REGULAR,
    SMALLEST,
    STYLES,
    TINT,
    drawable,
    register_typeface,
    shown,
    words,
)

_RIGHT = ParagraphStyle("number", parent=STYLES["aside"], alignment=TA_RIGHT)
_SUM = ParagraphStyle("sum", parent=STYLES["aside"], fontName=BOLD)
_SUM_RIGHT = ParagraphStyle("sum-right", parent=_SUM, alignment=TA_RIGHT)
_POST = ParagraphStyle("post", parent=STYLES["label"], alignment=TA_CENTER)
_LABEL_RIGHT = ParagraphStyle("label-right", parent=STYLES["label"], alignment=TA_RIGHT)
_CARD = ParagraphStyle("card", parent=STYLES["body"], fontName=BOLD, fontSize=17, leading=22, textColor=ACCENT)  # fmt: skip
_OFFICE = ParagraphStyle("office", parent=STYLES["word"], alignment=TA_CENTER)
_HATCH = 3.2  # points between slanting lines
_PALE, _MIDDLE = (0.78, 0.83, 0.96), (0.5, 0.61, 0.91)
_WIDEST = 34 * mm  # of a column of numbers: eyes lose a row that is stretched
_LONG = 300  # letters
_SHORT = (
    60  # letters: two rows of such cells fit any page, however narrow their columns
)
_LEAST = 60  # points: where less is left of a page, a table goes on with the next one
_TYPE = ("FONTNAME", (0, 0), (-1, -1), REGULAR)  # also where a cell is empty
_NARROWEST = 22 * mm  # of a column of words
_PADS = 10.5  # points beside the words of a cell
_SYLLABLES = 2
_NO_BOX = "-"
_MOST_NAME, _BETWEEN = 34 * mm, 1.5 * mm  # of a name under bars; from the next
_BARS_HIGH, _AXIS, _NAMES, _LOWER = 44 * mm, 16 * mm, 6 * mm, 3.6 * mm


@dataclass(frozen=True, slots=True)
class Card:
    """One number that stands large, its name, and a word below."""

    value: str
    label: str
    note: str = ""


def approval(title: str, posts: Sequence[str]) -> Flowable:
    """Return the boxes in which people sign off (결재란), at the right.

    A post that is called ``-`` has no box.
    """
    posts = [one for one in posts if one.strip() != _NO_BOX]
    if not posts:
        return Spacer(1, 0)
    upright = len(title) <= _SYLLABLES  # 결재 stands upright, a longer word does not
    side, wide = (9 if upright else 13) * mm, 20 * mm
    mark = Paragraph(shown("\n".join(title) if upright else title).replace("\n", "<br/>"), _POST)  # fmt: skip
    cells = [
        [mark, *(Paragraph(shown(one), _POST) for one in posts)],
        ["", *("" for _ in posts)],
    ]
    box = Table(
        cells,
        colWidths=[side, *(wide for _ in posts)],
        rowHeights=[None, 14 * mm],
        style=[
            _TYPE,
            ("GRID", (0, 0), (-1, -1), 0.7, INK),
            ("SPAN", (0, 0), (0, 1)),
            ("BACKGROUND", (0, 0), (0, 1), TINT),
            ("BACKGROUND", (0, 0), (-1, 0), TINT),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ],
    )
    return Table([["", box]], colWidths=[WIDTH - side - wide * len(posts), side + wide * len(posts)], style=[_TYPE, ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)])  # fmt: skip


def cards(told: Sequence[Card]) -> Flowable:
    """Return the numbers that matter most, side by side."""
    wide = WIDTH / len(told)
    row = [[Paragraph(shown(one.value), _CARD), words(one.label, "label"), words(one.note, "small")] for one in told]  # fmt: skip
    pads = [("TOPPADDING", (0, 0), (-1, -1), 7), ("BOTTOMPADDING", (0, 0), (-1, -1), 7)]
    return Table(
        [row],
        colWidths=[wide] * len(told),
        splitInRow=1,
        style=[
            _TYPE,
            ("BACKGROUND", (0, 0), (-1, -1), TINT),
            ("LINEAFTER", (0, 0), (-2, -1), 3, "#ffffff"),
            ("LEFTPADDING", (0, 0), (-1, -1), 9),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *pads,
        ],
    )


class _Rows(Table):  # type: ignore[misc]  # reportlab has no types
    """A table that leaves no head without a row, and no sliver of one, at the foot of a page."""

    def split(self, wide: float, high: float) -> list[Flowable]:
        """Return what stands on this page, and the rest."""
        self.splitInRow = high >= _LEAST
        return list(super().split(wide, high))


def numbers(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    total: bool = False,
    words_in: Sequence[int] = (),
) -> Flowable:
    """Return a table; columns after the last of ``widths`` share what is left.

    ``total`` sets the last row apart; ``words_in`` are columns of words, not numbers.
    """
    wide = _columns(heads, rows, widths)
    left = {0, *words_in}
    body = [[_cell(one, at, left, last=total and n == len(rows)) for at, one in enumerate(row)] for n, row in enumerate(rows, 1)]  # fmt: skip
    head = [Paragraph(shown(one), STYLES["label"] if at in left else _LABEL_RIGHT) for at, one in enumerate(heads)]  # fmt: skip
    rules = [
        _TYPE,
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.7, INK),
        ("LINEBELOW", (0, 1), (-1, -2), 0.4, LINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.9, INK),
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ]
    if total:
        rules.append(("LINEABOVE", (0, -1), (-1, -1), 0.7, INK))
        if rows and max(len(one) for row in rows[-2:] for one in row) <= _SHORT:
            keep = max(len(rows) - 1, 1)  # the sum begins no page alone
            rules.append(("NOSPLIT", (0, keep), (-1, -1)))
    # what may be torn begins at the top: torn in its middle it would hang over the edge
    rules += [("VALIGN", (0, n), (-1, n), "TOP") for n, row in enumerate(rows, 1) if max(map(len, row)) > _LONG]  # fmt: skip
    return _Rows([head, *body], colWidths=wide, repeatRows=1, style=rules, hAlign="LEFT", splitInRow=1)  # fmt: skip


def _columns(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> list[float]:  # fmt: skip
    """Return how wide each column is: no number and no word is torn while there is room for it.

    Where the open columns need more, the first gives of its own, as far as it can.
    """
    free, rest = range(len(widths), len(heads)), WIDTH - sum(widths)
    needs = [_needed(heads[at], (row[at] for row in rows if at < len(row))) for at in free]  # fmt: skip
    given = list(widths)
    lack = sum(needs) - rest
    if lack > 0 and given:
        given[0] -= min(lack, max(given[0] - _NARROWEST, 0))
        rest = WIDTH - sum(given)
    even = min(rest / max(len(free), 1), _WIDEST)
    if all(one <= even for one in needs):
        return [*given, *[even] * len(free)]
    if sum(needs) > rest:  # a lack is shared by size: no column is ever lost
        return [*given, *(one * rest / sum(needs) for one in needs)]
    spare = (rest - sum(needs)) / len(free)
    return [*given, *(one + spare for one in needs)]


def _needed(head: str, cells: Iterable[str]) -> float:
    told = ((head, STYLES["label"]), *((one, _SUM) for one in cells))
    longest = max((stringWidth(word, style.fontName, style.fontSize) for text, style in told for word in shown(text).split()), default=0.0)  # fmt: skip
    return float(min(longest + _PADS, _WIDEST))


def _cell(text: str, at: int, left: set[int], *, last: bool) -> Paragraph:
    style = (_SUM if last else STYLES["aside"]) if at in left else (_SUM_RIGHT if last else _RIGHT)  # fmt: skip
    return Paragraph(shown(text).replace("\n", "<br/>"), style)


def attested(told: Sequence[str], office: str, seal: str) -> Flowable:
    """Return the box at the end: what is attested, the day, the office and its seal."""
    cells = [[words(one, "lead")] for one in told]
    cells.append([Paragraph(shown(f"{office}    {seal}"), _OFFICE)])
    return Table(
        cells,
        colWidths=[WIDTH],
        splitInRow=1,
        style=[
            _TYPE,
            ("BOX", (0, 0), (-1, -1), 0.6, LINE),
            ("ALIGN", (0, 0), (-1, -1), "CENTER"),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 12),
        ],
    )


def lines(many: int) -> Flowable:
    """Return lines to write on by hand, as wide as the page."""
    return Table(
        [[""] for _ in range(many)],
        colWidths=[WIDTH],
        rowHeights=[9 * mm] * many,
        style=[_TYPE, ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE)],
    )


def _two_lines(name: str, room: float) -> tuple[str, ...]:
    """Return a name on one line, or on two where it is wider than its room and has a gap."""
    words_ = name.split()
    if len(words_) < 2 or stringWidth(name, REGULAR, SMALLEST) <= room:  # noqa: PLR2004 - a gap is between two
        return (name,)
    cuts = ((" ".join(words_[:at]), " ".join(words_[at:])) for at in range(1, len(words_)))  # fmt: skip
    return min(cuts, key=lambda two: max(len(one) for one in two))


class BarChart(Flowable):  # type: ignore[misc] # reportlab is untyped
    """Bars by month or by name, with the scale of ``intake.counting.bars``."""

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[int]]],
        series: Sequence[str],
        high: float = _BARS_HIGH,
    ) -> None:
        """Draw one bar for every series of every group; the highest is ``high``."""
        super().__init__()
        register_typeface()  # names are measured before anything is drawn
        self._groups, self._series, self._high = groups, series, high
        step = (WIDTH - _AXIS) / max(len(groups), 1)
        self._names = [_two_lines("".join(map(drawable, name)), step) for name, _ in groups]  # fmt: skip
        room = max((stringWidth(line, REGULAR, SMALLEST) for lines in self._names for line in lines), default=0.0)  # fmt: skip
        self._drawn: Bars = bars(groups, WIDTH - _AXIS, high, room=min(room, _MOST_NAME) + _BETWEEN)  # fmt: skip
        self._below = _NAMES + _LOWER * any(len(one) > 1 for one in self._names)

    @override
    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return WIDTH, self._high + _NAMES + self._below

    @override
    def draw(self) -> None:
        canvas = self.canv
        canvas.setFont(REGULAR, SMALLEST)
        self._legend()
        for tick in self._drawn.ticks:
            y = self._below + tick.y
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.4)
            canvas.line(_AXIS, y, WIDTH, y)
            canvas.setFillColor(MUTED)
            canvas.drawRightString(_AXIS - 2 * mm, y - 3, f"{tick.value:,}")
        for bar in self._drawn.bars:
            self._box(bar.series, _AXIS + bar.x, self._below, bar.width * 0.92, bar.height)  # fmt: skip
        canvas.setFillColor(MUTED)
        for lines, middle, fits in zip(self._names, self._drawn.middles, self._drawn.named, strict=True):  # fmt: skip
            for at, line in enumerate(lines if fits else ()):
                y = self._below - _NAMES + 2 - at * _LOWER
                canvas.drawCentredString(_AXIS + middle, y, line)

    def _box(self, series: int, x: float, y: float, wide: float, high: float) -> None:
        """Fill a box; what lies between the first and the last series is told apart by lines too."""
        self._tone(series)
        self.canv.rect(x, y, wide, high, stroke=0, fill=1)
        if 0 < series < len(self._series) - 1:
            self._hatched(series, x, y, wide, high)

    def _hatched(self, series: int, x: float, y: float, wide: float, high: float) -> None:  # fmt: skip
        """Draw slanting lines over a box; every second of such series has them the other way too."""
        canvas = self.canv
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(x, y, wide, high)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setStrokeColorRGB(1, 1, 1)
        canvas.setLineWidth(0.8)
        for at in range(-int(high // _HATCH) - 1, int(wide // _HATCH) + 2):
            left = x + at * _HATCH
            canvas.line(left, y, left + high, y + high)
            if series % 2 == 0:
                canvas.line(left, y + high, left + high, y)
        canvas.restoreState()

    def _tone(self, series: int) -> None:
        if series == len(self._series) - 1:
            self.canv.setFillColor(ACCENT)
        else:
            self.canv.setFillColorRGB(*(_PALE if series == 0 else _MIDDLE))

    def _legend(self) -> None:
        x, y = WIDTH, self._high + self._below + 2.5 * mm
        for at, name in reversed(list(enumerate(self._series))):
            label = "".join(map(drawable, name))
            x -= self.canv.stringWidth(label, REGULAR, SMALLEST)
            self.canv.setFillColor(INK)
            self.canv.drawString(x, y, label)
            x -= 4 * mm
            self._box(at, x, y - 0.5, 2.6 * mm, 2.6 * mm)
            x -= 4 * mm
