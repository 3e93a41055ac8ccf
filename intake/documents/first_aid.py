"""The first-aid sheet (비상 안내문): one page beside the laptop, for when nothing opens.

* Nothing on it is secret and nothing is about anybody: it may hang on the wall.
* Whom to call is written in by hand: a number that is printed is soon wrong.
"""

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import blanks, gap, grid, title
from intake.documents.typeface import LINE, words
from intake.text import Texts, texts_in

TROUBLES: Final = (
    *("passphrase", "start", "altered", "lost"),
    *("clock", "input", "disk", "damaged"),
)
_CALLS: Final = ("it", "head", "central")


def draw_first_aid(language: str) -> bytes:
    """Return the sheet as a PDF of one page."""
    texts = texts_in(language)
    name = texts("paper-first-aid-title")
    story = [
        *title(name, texts("paper-first-aid-lead")),
        _troubles(texts),
        gap(3),
        words(texts("paper-first-aid-call"), "heading"),
        blanks(texts(f"paper-first-aid-call-{one}") for one in _CALLS),
    ]
    return draw_paper(Mark(name, language), story)


def _troubles(texts: Texts) -> Flowable:
    rows: list[list[object]] = [
        [
            words(texts(f"paper-first-aid-{one}"), "label"),
            words(texts(f"paper-first-aid-{one}.do")),
        ]
        for one in TROUBLES
    ]
    below = ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)
    return grid(rows, [46 * mm, WIDTH - 46 * mm], below)
