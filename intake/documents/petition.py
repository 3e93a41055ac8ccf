"""A petition's frame (탄원서 서식): what the court looks for around words that are hers alone.

* Nothing in it was written by a program: her reasons are an empty ruled body, or what she dictated,
  printed as it was said and marked so.
* Who she is, and whether she signs, is left to her pen. It is her paper, not the center's: no
  center, no figure and no rule stands on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak
from typing_extensions import override

from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import gap, grid, title
from intake.documents.typeface import INK, LINE, TINT, words
from intake.text import Texts, texts_in

_LINE = 9 * mm
_SECOND_PAGE = 22  # lines above the end
_LABELS = 34 * mm
_WIDE = "\N{NO-BREAK SPACE}" * 12
_PETITIONER = ("name", "birth", "address", "phone", "relation")


@dataclass(frozen=True, slots=True)
class Petition:
    """What is known before she writes; what is empty is left to the pen."""

    court: str
    case_number: str = field(repr=False)
    accused: str = field(repr=False)
    victim: str = field(default="", repr=False)  # by which the court knows her
    words: str = field(default="", repr=False)  # as she said them
    number: str = ""
    draft: bool = False


class Ruled(Flowable):  # type: ignore[misc] # reportlab is untyped
    """Lines to write on: as many as asked for, or as the page has room for."""

    def __init__(self, many: int = 0) -> None:
        """Draw ``many`` lines; none means down to the foot of the page."""
        super().__init__()
        self._many = many

    @override
    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        self._many = self._many or int(height // _LINE)
        return WIDTH, self._many * _LINE

    @override
    def draw(self) -> None:
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.5)
        for at in range(self._many):
            self.canv.line(0, at * _LINE + 1, WIDTH, at * _LINE + 1)


def draw_petition(paper: Petition, language: str) -> bytes:
    """Return the frame as a PDF: two pages, or as many as her words take."""
    texts = texts_in(language)
    name = texts("paper-petition-title")
    pale = texts("paper-draft") if paper.draft else ""
    story = [
        *title(name, ""),
        _known(paper, texts),
        words(texts("paper-petition-by"), "heading"),
        _who(texts),
        words(texts("paper-petition-wish"), "heading"),
        Ruled(2),
        words(texts("paper-petition-reasons"), "heading"),
        *_body(paper, texts),
        KeepTogether(_end(paper, texts)),
    ]
    return draw_paper(Mark(name, language, number=paper.number, watermark=pale), story)


def _known(paper: Petition, texts: Texts) -> Flowable:
    rows = (("case", paper.case_number), ("accused", paper.accused), ("victim", paper.victim))  # fmt: skip
    cells = [[words(texts(f"paper-petition-{name}"), "label"), words(value)] for name, value in rows]  # fmt: skip
    return _lined(cells)


def _who(texts: Texts) -> Flowable:
    """Return lines for who petitions; all of it is for the pen."""
    cells: list[list[object]] = [[words(texts(f"paper-petition-{one}"), "label"), ""] for one in _PETITIONER]  # fmt: skip
    return _lined(cells, ("TOPPADDING", (0, 0), (-1, -1), 7), ("BOTTOMPADDING", (0, 0), (-1, -1), 8))  # fmt: skip


def _lined(cells: list[list[object]], *more: tuple[object, ...]) -> Flowable:
    return grid(
        cells,
        [_LABELS, WIDTH - _LABELS],
        ("BACKGROUND", (0, 0), (0, -1), TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, LINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.9, INK),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        *more,
    )


def _body(paper: Petition, texts: Texts) -> Iterator[Flowable]:
    if paper.words.strip():
        yield words(texts("paper-petition-as-said"), "small")
        yield gap(1)
        yield words(paper.words, "answer")
        return
    yield Ruled()
    yield PageBreak()
    yield Ruled(_SECOND_PAGE)


def _end(paper: Petition, texts: Texts) -> list[Flowable]:
    signs = [[words(texts("paper-petition-signs"), "label"), "", words(texts("paper-petition-seal"), "small")]]  # fmt: skip
    return [
        gap(6),
        words(texts("paper-petition-day").replace(" ", _WIDE), "lead"),
        gap(2),
        grid(
            signs,
            [44 * mm, WIDTH - 84 * mm, 40 * mm],
            ("LINEBELOW", (1, 0), (1, -1), 0.6, INK),
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ),
        gap(5),
        words(texts("paper-petition-to", court=paper.court), "word"),
        gap(4),
        words(texts("paper-petition-copy"), "small"),
    ]
