"""The merged table of several centers (다기관 병합표): a row for each victim at each center.

* Sums are without what is known twice; what was known twice is listed below them: who has several
  cases, which addresses lie in several, which actions stand in several lists.
* Cases have pseudonyms. That others were left out is one sentence and never a number.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from intake.documents.court_head import Submission, beginning, ending, margins
from intake.documents.court_pieces import numbers
from intake.documents.paper import draw_paper
from intake.documents.pieces import facts, gap
from intake.documents.typeface import words
from intake.text import Texts, texts_in

_HEADS = ("label", "center", "period", "harms", "actions", "addresses", "removed", "refused", "attached")  # fmt: skip
_BEFORE, _AFTER = (16 * mm, 27 * mm), [one * mm for one in (17, 14, 18, 17, 16.5)]
_PERIOD, _NEVER = 24.5 * mm, 15 * mm
_BOTH = 46.5 * mm  # period and harms: what the one leaves, the other has
_WORDS = (1, 2, 3, 8)


@dataclass(frozen=True, slots=True)
class MergedRow:
    """One victim at one center."""

    label: str  # 가-01; several cases of hers stand together
    center: str
    period: str
    harms: str
    actions: int
    addresses: int
    removed: int
    refused: int
    attached: str = (
        ""  # what lies beside it, as a word; nothing is said where nothing does
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged(Submission):
    """Everything that stands in the table."""

    rows: tuple[MergedRow, ...]
    added: tuple[
        int, int, int, int
    ]  # actions, addresses, removed, refused: the columns' sums
    totals: tuple[tuple[str, str], ...]  # what is counted, and how many, nothing twice
    twice: tuple[tuple[str, str], ...]  # what was known twice, and which


def draw_merged(paper: Merged, language: str) -> bytes:
    """Return the table as a PDF."""
    texts = texts_in(language)
    name = texts("paper-merged-title")
    story = [
        *beginning(paper, name, texts("paper-merged-lead"), texts),
        gap(1),
        words(texts("paper-court-left-out"), "small"),
        *_rows(paper, texts),
        *_sums(paper, texts),
        ending(paper, texts, *_twice(paper, texts)),
    ]  # fmt: skip
    return draw_paper(margins(paper, name, language), story)


def _rows(paper: Merged, texts: Texts) -> list[Flowable]:
    told: list[Sequence[str]] = [
        (one.label, one.center, one.period, one.harms, *map(texts.number, (one.actions, one.addresses, one.removed, one.refused)), one.attached)
        for one in paper.rows
    ]  # fmt: skip
    told.append((texts("paper-merged-added"), "", "", "", *map(texts.number, paper.added), ""))  # fmt: skip
    heads = [texts(f"paper-merged-{one}") for one in _HEADS]
    period = _PERIOD if any(one.period for one in paper.rows) else _NEVER
    widths = [*_BEFORE, period, _BOTH - period, *_AFTER]
    return [
        words(f"1. {texts('paper-merged-rows')}", "heading"),
        words(texts("paper-merged-note"), "small"),
        gap(1),
        numbers(heads, told, widths, total=True, words_in=_WORDS),
    ]


def _sums(paper: Merged, texts: Texts) -> list[Flowable]:
    told = [words(f"2. {texts('paper-merged-totals')}", "heading"), facts(paper.totals)]
    return [KeepTogether(told)]


def _twice(paper: Merged, texts: Texts) -> list[Flowable]:
    head = words(f"3. {texts('paper-merged-twice')}", "heading")
    if not paper.twice:
        return [head, words(texts("paper-merged-none-twice"))]
    note = words(texts("paper-merged-twice-note"), "small")
    return [head, note, gap(1), facts(paper.twice)]
