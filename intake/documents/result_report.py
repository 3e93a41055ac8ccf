"""The result report (삭제지원 결과보고서) for the person it is about: what was done, what is left.

* Plain words and larger type; where it fits, one page. Who reads it may be in distress.
* No address stands in it. A list of addresses is an annex of its own, with a warning at its head,
  so that the first page can be kept without it.
* A number that nobody knows is an empty line, never a guess.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, Table

from intake.documents.annex import fit
from intake.documents.court_pieces import Card, cards
from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import gap, grid, listed
from intake.documents.typeface import (
    BOLD,
    INK,
    LINE,
    MUTED,
    REGULAR,
    SEMIBOLD,
    SMALLEST,
    STYLES,
    TINT,
    shown,
    words,
)
from intake.text import Texts, texts_in

_BODY = ParagraphStyle("plain", parent=STYLES["body"], fontSize=11.5, leading=17, spaceAfter=3)  # fmt: skip
_HEAD = ParagraphStyle("plain-head", parent=STYLES["heading"], fontSize=13, leading=18, spaceBefore=8, spaceAfter=3)  # fmt: skip
_CELL = ParagraphStyle("plain-cell", parent=_BODY, fontSize=11, leading=15, spaceAfter=0)  # fmt: skip
_CELL_RIGHT = ParagraphStyle("plain-right", parent=_CELL, alignment=TA_RIGHT)
_SUM = ParagraphStyle("plain-sum", parent=_CELL, fontName=BOLD)
_SUM_RIGHT = ParagraphStyle("plain-sum-right", parent=_SUM, alignment=TA_RIGHT)
_LABEL = ParagraphStyle("plain-label", parent=_CELL, fontName=SEMIBOLD, fontSize=10, leading=14, textColor=MUTED)  # fmt: skip
_LABEL_RIGHT = ParagraphStyle("plain-label-right", parent=_LABEL, alignment=TA_RIGHT)
_HEAD_SMALL = ParagraphStyle("plain-label-small", parent=_LABEL_RIGHT, fontSize=SMALLEST, leading=12)  # fmt: skip
_FEW = 6  # columns of numbers that have room for a label of the usual size
_WARNING = ParagraphStyle("plain-warning", parent=_BODY, fontName=SEMIBOLD)
_NAMES = 38 * mm
_TYPE = ("FONTNAME", (0, 0), (-1, -1), REGULAR)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of the addresses of one kind of site."""

    label: str
    numbers: tuple[int, ...]  # one for every head


@dataclass(frozen=True, slots=True)
class Left:
    """Addresses that are still there, and what is known of them, as a sentence."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class ListedAddress:
    """One address of the annex."""

    address: str = field(repr=False)
    outcome: str
    on: str


@dataclass(frozen=True, slots=True)
class ResultReport:
    """Everything that stands in the report."""

    center: str
    about: str = field(
        repr=False
    )  # a case number, or what the person wants to be called
    number: str
    made_on: str
    as_of: str
    fingerprint: str
    basis: str
    period: str  # from the first to the last request, as a sentence
    ground: str
    headline: tuple[Card, ...]
    heads: tuple[str, ...]
    outcomes: tuple[Outcomes, ...]  # the last one is the sum
    again: tuple[str, ...]  # sentences: what was found again, what was done
    leaked: str  # a sentence, or nothing
    left: tuple[Left, ...]
    next_check: str
    phone: str
    email: str
    made_by: str
    with_addresses: bool = False
    addresses: tuple[ListedAddress, ...] = field(default=(), repr=False)
    not_listed: int = 0  # addresses that the annex has no room for
    draft: bool = False


def draw_result_report(paper: ResultReport, language: str) -> bytes:
    """Return the report as a PDF."""
    texts = texts_in(language)
    name = texts("paper-result-title")
    story = [
        gap(1),
        words(name, "title"),
        gap(3),
        _told(texts("paper-result-greeting")),
        gap(1),
        _about(paper, texts),
        gap(3),
        cards(paper.headline),
        *_outcomes(paper, texts),
        *_again(paper, texts),
        *_left(paper, texts),
        *_onward(paper, texts),
        *_annex(paper, texts),
    ]
    mark = Mark(
        name,
        language,
        number=paper.number,
        as_of=paper.as_of,
        fingerprint=paper.fingerprint,
        note=texts("paper-result-for-her"),
        watermark=texts("paper-draft") if paper.draft else "",
        basis=paper.basis,
    )
    return draw_paper(mark, story)


def _told(text: str, style: ParagraphStyle = _BODY) -> Flowable:
    return Paragraph(shown(text).replace("\n", "<br/>"), style)


def _about(paper: ResultReport, texts: Texts) -> Flowable:
    rows = (
        ("paper-result-about", paper.about),
        ("paper-result-period", paper.period),
        ("paper-result-ground", paper.ground),
        ("paper-result-as-of", paper.as_of),
    )
    return _pairs([(texts(name), value) for name, value in rows])


def _pairs(rows: Sequence[tuple[str, str]]) -> Flowable:
    cells = [
        [_told(label, _LABEL), _told(value or " ", _CELL)] for label, value in rows
    ]
    return grid(
        cells,
        [_NAMES, WIDTH - _NAMES],
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, LINE),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    )


# --- what became of the addresses ---------------------------------------------------------


def _outcomes(paper: ResultReport, texts: Texts) -> Iterator[Flowable]:
    head = _told(texts("paper-result-outcomes"), _HEAD)
    if not paper.outcomes:
        yield KeepTogether([head, _told(texts("paper-result-nothing"))])
        return
    yield head
    yield _numbers(paper, texts)
    yield gap(1)
    yield words(texts("paper-result-words"), "small")


def _numbers(paper: ResultReport, texts: Texts) -> Flowable:
    last, columns = len(paper.outcomes) - 1, max(len(paper.heads) - 1, 1)
    many = columns > _FEW
    names = 29 * mm if many else _NAMES
    wide, pad = (WIDTH - names) / columns, 1.5 if many else 5
    right = _HEAD_SMALL if many else _LABEL_RIGHT
    head = [_told(one, right if at else _LABEL) for at, one in enumerate(paper.heads)]
    rows = []
    for at, one in enumerate(paper.outcomes):
        left, right = (_SUM, _SUM_RIGHT) if at == last else (_CELL, _CELL_RIGHT)
        rows.append([_told(one.label, left), *(_told(texts.number(n), right) for n in one.numbers)])  # fmt: skip
    return Table(
        [head, *rows],
        colWidths=[names, *[wide] * columns],
        repeatRows=1,
        splitInRow=1,
        hAlign="LEFT",
        style=[
            _TYPE,
            ("BACKGROUND", (0, 0), (-1, 0), TINT),
            ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
            ("LINEBELOW", (0, 0), (-1, 0), 0.7, INK),
            ("LINEBELOW", (0, 1), (-1, -2), 0.4, LINE),
            ("LINEABOVE", (0, -1), (-1, -1), 0.7, INK),
            ("LINEBELOW", (0, -1), (-1, -1), 0.9, INK),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ("LEFTPADDING", (0, 0), (-1, -1), pad),
            ("RIGHTPADDING", (0, 0), (-1, -1), pad),
        ],
    )


def _again(paper: ResultReport, texts: Texts) -> Iterator[Flowable]:
    said = [*paper.again, *filter(None, (paper.leaked,))]
    if said:
        head = _told(texts("paper-result-again"), _HEAD)
        yield KeepTogether([head, *map(_told, said)])


def _left(paper: ResultReport, texts: Texts) -> Iterator[Flowable]:
    head = _told(texts("paper-result-left"), _HEAD)
    if not paper.left:
        yield KeepTogether([head, _told(texts("paper-result-none-left"))])
        return
    side = 24 * mm
    rows = [[_told(one.reason, _CELL), _told(texts("paper-result-many", count=one.count), _CELL_RIGHT)] for one in paper.left]  # fmt: skip
    above = ("LINEABOVE", (0, 0), (-1, 0), 0.4, LINE)
    pads = (("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 4))
    first, *more = (grid([row], [WIDTH - side, side], above, *pads) for row in rows)
    yield KeepTogether([head, first])
    yield from more


# --- what comes next ----------------------------------------------------------------------


def _onward(paper: ResultReport, texts: Texts) -> Iterator[Flowable]:
    rows = (
        ("paper-result-next", paper.next_check),
        ("paper-result-reach", " · ".join(filter(None, (paper.phone, paper.email)))),
        ("paper-result-officer", paper.made_by),
    )
    yield KeepTogether(
        [
            _told(texts("paper-result-onward"), _HEAD),
            _pairs([(texts(name), value) for name, value in rows]),
        ]
    )
    yield gap(2)
    yield _told(texts("paper-result-questions"))
    yield _told(texts("paper-result-withdraw"))
    signed = _told(f"{paper.made_on}  {paper.center}", _SUM_RIGHT)
    yield KeepTogether([_told(texts("paper-result-lines")), gap(1), signed])


# --- the list of addresses ----------------------------------------------------------------


def _annex(paper: ResultReport, texts: Texts) -> Iterator[Flowable]:
    if not paper.with_addresses:
        return
    yield PageBreak()
    yield _told(texts("paper-result-addresses"), _HEAD)
    box = (("BOX", (0, 0), (-1, -1), 0.9, INK), ("BACKGROUND", (0, 0), (-1, -1), TINT))
    yield grid([[_told(texts("paper-result-alone"), _WARNING)]], [WIDTH], *box)
    yield gap(3)
    if not paper.addresses:
        yield _told(texts("paper-result-no-addresses"))
        return
    if paper.not_listed:
        yield _told(texts("paper-result-not-listed", count=paper.not_listed))
    yield from _lists(paper.addresses, texts)


_AT_ONCE = 200  # rows of one table: a longer one is measured again for every page
_NUMBER = 14 * mm
_SIDE, _MOST = 32 * mm, 46 * mm  # outcome and day: as their words need
_PADS = 14.5


def _lists(addresses: Sequence[ListedAddress], texts: Texts) -> Iterator[Flowable]:
    """Yield tables; only an address wraps, so that only it has to be measured."""
    side, day = (_as_wide(told) for told in ({one.outcome for one in addresses}, {one.on for one in addresses}))  # fmt: skip
    widths = [_NUMBER, WIDTH - _NUMBER - side - day, side, day]
    heads = [words(texts(f"paper-result-address-{one}"), "label") for one in ("no", "where", "outcome", "on")]  # fmt: skip
    size = (
        ("FONTSIZE", (0, 1), (-1, -1), SMALLEST),
        ("TOPPADDING", (0, 1), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 2.5),
    )
    for start in range(0, len(addresses), _AT_ONCE):
        some = addresses[start : start + _AT_ONCE]
        rows = [(f"{n:,}", words(one.address, "small-ink"), fit(one.outcome, side - _PADS), fit(one.on, day - _PADS)) for n, one in enumerate(some, start + 1)]  # fmt: skip
        yield listed([heads, *rows], widths, *size)


def _as_wide(told: Iterable[str]) -> float:
    needed = max((stringWidth(one, REGULAR, SMALLEST) for one in told), default=0.0)
    return float(min(max(needed + _PADS, _SIDE), _MOST))
