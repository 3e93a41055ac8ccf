"""One sheet of paper: A4, head line, foot line, page x / y.

* The same values give the same bytes on any day; moments are shown in this computer's zone.
* The foot names the state the numbers come from (기준, 장부) or the document's number.
* The file's own title and language are set; neither carries content of a case.
* Nothing is written to disk.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from typing_extensions import override

from intake.documents.typeface import (
    BOLD,
    INK,
    LINE,
    MUTED,
    REGULAR,
    SMALLEST,
    drawable,
    register_typeface,
)
from intake.text import texts_in

MARGIN = 19 * mm
WIDTH = A4[0] - 2 * MARGIN
_HEAD, _FOOT = A4[1] - 15 * mm, 15 * mm
_TOTAL = "pages"
_WATERMARK, _PALE = 48, 0.07
_LOCALES = {"ko": "ko-KR", "en": "en"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in the margins of a paper: which paper it is and what state it shows."""

    title: str
    language: str
    number: str = ""  # of the document or the case, said with its name
    as_of: str = ""  # said time of the state shown
    fingerprint: str = ""  # of the ledger's position
    note: str = ""  # a word at the left of the foot, before the state
    watermark: str = ""  # a pale word across every page: what it is not for
    basis: str = ""  # by which rules was counted, and the hash of the question


def draw_paper(mark: Mark, story: Sequence[Flowable]) -> bytes:
    """Return the finished PDF."""
    register_typeface()
    out = io.BytesIO()
    paper = BaseDocTemplate(
        out,
        pagesize=A4,
        title=mark.title,
        subject=mark.title,
        author="Ieum",
        creator="Ieum",
        producer="Ieum",
        lang=_LOCALES.get(mark.language, "ko-KR"),
        displayDocTitle=1,
        invariant=1,
        initialFontName=REGULAR,
        initialFontSize=SMALLEST,
    )
    frame = Frame(MARGIN, 20 * mm, WIDTH, A4[1] - 42 * mm, 0, 0, 0, 0)
    margins = _Margins(mark)
    paper.addPageTemplates(
        PageTemplate("page", [frame], onPage=margins.draw, onPageEnd=margins.cover)
    )
    paper.build(list(story), canvasmaker=_CountingCanvas)
    return out.getvalue()


class _CountingCanvas(Canvas):  # type: ignore[misc] # reportlab is untyped
    """Fills in the number of pages when the last one is done, without a second pass."""

    @override
    def save(self) -> None:
        pages = self._pageNumber - (0 if self._code else 1)
        self.beginForm(_TOTAL, 0, 0, 40, 12)
        self.setFont(REGULAR, SMALLEST)
        self.setFillColor(MUTED)
        self.drawString(0, 3, str(pages))
        self.endForm()
        super().save()


class _Margins:
    """The head and foot line of every page."""

    def __init__(self, mark: Mark) -> None:
        self._mark = mark
        texts, states = texts_in(mark.language), [mark.note]
        if mark.as_of:
            states.append(texts("paper-as-of", as_of=mark.as_of))
        if mark.fingerprint:
            states.append(texts("paper-fingerprint", fingerprint=mark.fingerprint))
        self._state = " · ".join(filter(None, states))

    def draw(self, canvas: Canvas, _paper: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont(REGULAR, SMALLEST)
        canvas.setFillColor(MUTED)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        self._head(canvas)
        self._foot(canvas)
        canvas.restoreState()
        canvas.setFillColor(INK)

    def cover(self, canvas: Canvas, _paper: BaseDocTemplate) -> None:
        """Draw the pale word last: no tinted row may hide a part of it."""
        if self._mark.watermark:
            self._watermark(canvas)

    def _head(self, canvas: Canvas) -> None:
        canvas.line(MARGIN, _HEAD - 3 * mm, A4[0] - MARGIN, _HEAD - 3 * mm)
        canvas.drawString(MARGIN, _HEAD, fitted(canvas, self._mark.title, WIDTH * 0.55))
        right = fitted(canvas, self._mark.number, WIDTH * 0.4)
        canvas.drawRightString(A4[0] - MARGIN, _HEAD, right)

    def _watermark(self, canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFont(BOLD, _WATERMARK)
        canvas.setFillColor(INK)
        canvas.setFillAlpha(_PALE)
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(35)
        canvas.drawCentredString(0, -_WATERMARK / 3, self._mark.watermark)
        canvas.restoreState()

    def _foot(self, canvas: Canvas) -> None:
        foot = _FOOT + (3.5 * mm if self._mark.basis else 0)
        canvas.line(MARGIN, foot, A4[0] - MARGIN, foot)
        baseline = foot - 4.5 * mm
        canvas.drawString(MARGIN, baseline, fitted(canvas, self._state, WIDTH * 0.85))
        if self._mark.basis:
            line = fitted(canvas, self._mark.basis, WIDTH)
            canvas.drawString(MARGIN, baseline - 3.8 * mm, line)
        page = f"{canvas.getPageNumber()} / "
        start = A4[0] - MARGIN - 6 * mm
        canvas.drawRightString(start, baseline, page)
        canvas.translate(start, baseline - 3)
        canvas.doForm(_TOTAL)


def fitted(canvas: Canvas, text: str, width: float) -> str:
    """Return text that fits one line of the margins, cut in the middle where it must be."""
    line = "".join(drawable(character) for character in " ".join(text.split()))
    half = len(line) // 2
    if not half or canvas.stringWidth(line, REGULAR, SMALLEST) <= width:
        return line
    least, most = 0, half - 1
    while least < most:  # how many letters may stay at each end
        half = (least + most + 1) // 2
        if canvas.stringWidth(_cut(line, half), REGULAR, SMALLEST) <= width:
            least = half
        else:
            most = half - 1
    return _cut(line, least)


def _cut(line: str, half: int) -> str:
    return f"{line[:half]}…{line[-half:]}" if half else "…"
