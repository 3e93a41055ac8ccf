"""The basis for recovering costs (구상 자료): requests by site; hours and money are for the pen.

* Only counts come from the records. How an amount is worked out is set by a notice each year
  (고시) that this program does not have: those columns are empty.
"""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from intake.documents.court_head import Submission, beginning, ending, margins
from intake.documents.court_pieces import numbers
from intake.documents.paper import WIDTH, draw_paper
from intake.documents.pieces import blanks, gap
from intake.documents.typeface import words
from intake.text import texts_in

_COUNTS = [one * mm for one in (20, 20, 24, 30, 30)]
_WIDTHS = [WIDTH - sum(_COUNTS), *_COUNTS]
_HEADS = ("site", "requests", "addresses", "hours", "unit", "amount")
_PEN = ("notice", "paid", "account")


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What was done at one site."""

    site: str
    requests: int
    addresses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Submission):
    """Everything that stands in it."""

    rows: tuple[ClaimRow, ...]
    requests: int
    addresses: int


def draw_claim(paper: Claim, language: str) -> bytes:
    """Return it as a PDF."""
    texts = texts_in(language)
    name = texts("paper-claim-title")
    sums = (texts("paper-claim-all"), texts.number(paper.requests), texts.number(paper.addresses), "", "", "")  # fmt: skip
    told = [(one.site, texts.number(one.requests), texts.number(one.addresses), "", "", "") for one in paper.rows]  # fmt: skip
    heads = [texts(f"paper-claim-{one}") for one in _HEADS]
    more: list[Flowable] = [words(texts("paper-court-left-out"), "small")] if paper.court else []  # fmt: skip
    story = [
        *beginning(paper, name, texts("paper-claim-lead"), texts),
        gap(1),
        *more,
        words(f"1. {texts('paper-claim-sites')}", "heading"),
        words(texts("paper-claim-note"), "small"),
        gap(1),
        numbers(heads, [*told, sums], _WIDTHS, total=True),
        ending(
            paper,
            texts,
            words(f"2. {texts('paper-claim-worked-out')}", "heading"),
            words(texts("paper-claim-by-hand"), "aside"),
            blanks([texts(f"paper-claim-{one}") for one in _PEN]),
        ),
    ]  # fmt: skip
    return draw_paper(margins(paper, name, language), story)
