"""A statistics report (통계 보고서): what a center, or everybody, did in a time, as a yearly report has it.

* National tables first, what regions add apart at the end, in no national sum.
* Small numbers of people are hidden before they come here; a hidden one is a word, never a nought.
* Under every table stand its unit and its rule; the rules themselves stand once, at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether

from intake.documents.court_head import ending, margins, sign_off
from intake.documents.court_pieces import (
    BarChart,
    Card,
    cards,
    numbers,
)
from intake.documents.paper import WIDTH, draw_paper
from intake.documents.pieces import facts, gap, title
from intake.documents.titled import Titled
from intake.documents.typeface import (
    BOLD,
    SEMIBOLD,
    SMALLEST,
    register_typeface,
    words,
)
from intake.text import Texts, texts_in

_HIGH = 33 * mm  # two pictures stand below the figures of the first page
_NAMES, _LEAST = 46 * mm, 30 * mm  # for the names of rows; where there are many columns
_WIDEST, _PADS = 34 * mm, 11  # of a column of numbers; what is empty in it


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table as it is printed: cells are words already."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str  # unit and rule, and what has to be known of it


@dataclass(frozen=True, slots=True)
class ReportChart:
    """Bars: what they are called, their unit, one bar of every series in each group."""

    title: str
    series: tuple[str, ...]
    groups: tuple[tuple[str, tuple[int, ...]], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatisticsReport:
    """Everything that stands in the paper."""

    center: str
    law: str
    about: str  # whose numbers
    period: str
    number: str
    made_on: str
    as_of: str
    fingerprint: str
    basis: str  # rules and query hash
    headline: tuple[Card, ...]
    charts: tuple[ReportChart, ...]
    tables: tuple[ReportTable, ...]
    annex: tuple[ReportTable, ...]  # regional: in no national sum
    rules: tuple[tuple[str, str], ...]  # name of the rule, how it counts
    sources: tuple[tuple[str, str], ...]  # what, hash or position
    made_by: str
    checked_by: str = ""
    hidden: str = ""  # a sentence: which numbers are not shown
    outward: bool = True
    draft: bool = False  # not issued: said on every page


def draw_statistics_report(paper: StatisticsReport, language: str) -> bytes:
    """Return the paper as a PDF."""
    register_typeface()  # widths are measured before anything is drawn
    texts = texts_in(language)
    name = texts("paper-statistics-title")
    story = [
        *sign_off(texts),
        *title(name, paper.period),
        _head(paper, texts),
        gap(3),
        cards(paper.headline),
        *_told(paper.hidden),
        *_charts(paper, texts),
        *_tables(texts("paper-statistics-tables"), "", paper.tables),
        *_annex(paper, texts),
        *_method(paper, texts),
        ending(paper, texts, words(texts("paper-performance-sources"), "heading"), facts(paper.sources)),
    ]  # fmt: skip
    return draw_paper(margins(paper, name, language), story)


def _head(paper: StatisticsReport, texts: Texts) -> Flowable:
    rows = (
        ("paper-statistics-about", paper.about),
        ("paper-statistics-period", paper.period),
        ("paper-made-by", paper.center),
        ("paper-law", paper.law),
        ("paper-counted-until", paper.as_of),
        ("paper-statistics-by", paper.made_by),
        ("paper-statistics-checked", paper.checked_by),
    )
    return facts([(texts(name), value) for name, value in rows if value])


def _told(sentence: str) -> list[Flowable]:
    return [gap(1), words(sentence, "small")] if sentence else []


def _charts(paper: StatisticsReport, texts: Texts) -> Iterator[Flowable]:
    for at, one in enumerate(paper.charts):
        first = [words(texts("paper-statistics-pictures"), "heading")] if not at else []
        drawn = [*first, words(one.title, "subheading"), gap(1), BarChart(one.groups, one.series, _HIGH), *_told(one.note), gap(2)]  # fmt: skip
        yield KeepTogether(drawn)


def _tables(head: str, lead: str, tables: tuple[ReportTable, ...]) -> Iterator[Flowable]:  # fmt: skip
    above = [words(head, "heading"), *_told(lead)]
    for one in tables:
        table = numbers(one.heads, one.rows, _widths(one), total=True)
        yield Titled([*above, words(one.title, "subheading")], table, _told(one.note))
        yield gap(1)
        above = []


def _widths(table: ReportTable) -> list[float]:
    """Return how wide the columns are: alike, unless a word of a head would break."""
    needs = [_need(table, at) for at in range(1, len(table.heads))]
    each = min((WIDTH - _NAMES) / len(needs), _WIDEST)
    if max(needs) <= each:
        return [_NAMES, *(each for _ in needs)]
    left = (WIDTH - _LEAST - sum(needs)) / len(needs)
    return [_LEAST, *(need + max(min(left, _WIDEST - need), 0) for need in needs)]


def _need(table: ReportTable, at: int) -> float:
    """Return how wide the longest word of a column's head, or its widest number, is."""
    head = max((stringWidth(word, SEMIBOLD, SMALLEST) for word in table.heads[at].split()), default=0)  # fmt: skip
    cells = (stringWidth(row[at], BOLD, SMALLEST + 0.5) for row in table.rows)
    return float(max(head, *cells)) + _PADS


def _annex(paper: StatisticsReport, texts: Texts) -> Iterator[Flowable]:
    if paper.annex:
        yield gap(4)
        yield from _tables(texts("paper-statistics-annex"), texts("paper-statistics-annex-note"), paper.annex)  # fmt: skip


def _method(paper: StatisticsReport, texts: Texts) -> list[Flowable]:
    head = words(texts("paper-performance-method"), "heading")
    limits = words(texts("paper-statistics-limits"), "aside")
    return [Titled([head, limits, gap(1)], facts(paper.rules)), gap(2)]
