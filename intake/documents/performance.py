"""Support performance for a court (피해지원 실적): what many centers did for one perpetrator's victims.

* Only cases whose victims agreed to the court are in it; that others were left out is one
  sentence, always the same, and never a number (ruling 24).
* Cases have pseudonyms (가-01). Nothing of a victim stands there but her center, whether she was a
  minor when it happened, what kinds of harm, when, and what was done; small tables of people are
  hidden below three.
* Every number is one that the desk has frozen for this paper; the foot names rules and hash.
"""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from intake.documents.court_head import Submission, beginning, ending, margins
from intake.documents.court_pieces import (
    BarChart,
    Card,
    cards,
    numbers,
)
from intake.documents.paper import draw_paper
from intake.documents.pieces import facts, gap
from intake.documents.titled import Titled
from intake.documents.typeface import words
from intake.text import Texts, texts_in

NumberRow = tuple[str, ...]
_FEW = 6  # columns beside which there is room for long names
_WIDTHS = [
    one * mm for one in (16, 32, 15, 41, 32, 17)
]  # of the cases; actions take the rest


@dataclass(frozen=True, slots=True)
class PseudonymRow:
    """One case as the court sees it."""

    label: str  # 가-01
    center: str
    minor: str  # a word, "" where nothing may be said
    harms: str
    period: str
    addresses: int
    actions: int
    counted_with: str = ""  # the pseudonym of the case with the same victim


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of numbers as it is printed: cells are words already, a hidden one says so."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[NumberRow, ...]
    note: str = ""
    total: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance(Submission):
    """Everything that stands in the paper."""

    period: str  # of what happened, as a sentence
    headline: tuple[Card, ...]
    cases: tuple[PseudonymRow, ...]
    tables: tuple[CountTable, ...]
    months: tuple[tuple[str, tuple[int, int]], ...]  # month, (requests, removed)
    rules: tuple[tuple[str, str], ...]  # name of the rule, how it counts
    sources: tuple[tuple[str, str], ...]  # what, hash or position


def draw_performance(paper: Performance, language: str) -> bytes:
    """Return the paper as a PDF."""
    texts = texts_in(language)
    name = texts("paper-performance-title")
    story = [
        *beginning(paper, name, texts("paper-performance-lead", period=paper.period), texts),
        gap(3),
        cards(paper.headline),
        gap(1),
        words(texts("paper-court-left-out"), "small"),
        *_cases(paper, texts),
        *_months(paper, texts),
        *(piece for n, one in enumerate(paper.tables, _first(paper)) for piece in _table(n, one)),
        *_method(paper, texts),
        ending(paper, texts, *_sources(paper, texts)),
    ]  # fmt: skip
    return draw_paper(margins(paper, name, language), story)


def _cases(paper: Performance, texts: Texts) -> list[Flowable]:
    heads = ("label", "center", "minor", "harms", "period", "addresses", "actions")
    rows = [
        (
            one.label if not one.counted_with else f"{one.label}\n= {one.counted_with}",
            *(one.center, one.minor, one.harms, one.period),
            *(texts.number(one.addresses), texts.number(one.actions)),
        )
        for one in paper.cases
    ]
    told = [texts(f"paper-case-{name}") for name in heads]
    return [
        words(f"1. {texts('paper-performance-cases')}", "heading"),
        words(texts("paper-performance-cases-note"), "small"),
        gap(1),
        numbers(told, rows, _WIDTHS, words_in=(1, 2, 3, 4)),
    ]


def _months(paper: Performance, texts: Texts) -> list[Flowable]:
    if not paper.months:
        return []
    series = (texts("paper-bars-requests"), texts("paper-bars-removed"))
    head = words(f"2. {texts('paper-performance-months')}", "heading")
    return [KeepTogether([head, gap(1), BarChart(paper.months, series)])]


def _first(paper: Performance) -> int:
    """Return the number of the first table: without months there is no picture before it."""
    return 3 if paper.months else 2


def _table(number: int, one: CountTable) -> list[Flowable]:
    first = 46 * mm if len(one.heads) <= _FEW else 34 * mm
    drawn = [words(f"{number}. {one.title}", "heading"), numbers(one.heads, one.rows, [first], total=one.total)]  # fmt: skip
    if one.note:
        drawn += [gap(1), words(one.note, "small")]
    return [KeepTogether(drawn)]


def _method(paper: Performance, texts: Texts) -> list[Flowable]:
    number = len(paper.tables) + _first(paper)
    head = words(f"{number}. {texts('paper-performance-method')}", "heading")
    limits = words(texts("paper-performance-limits"), "aside")
    return [Titled([head, limits, gap(1)], facts(paper.rules)), gap(2)]


def _sources(paper: Performance, texts: Texts) -> list[Flowable]:
    number = len(paper.tables) + _first(paper) + 1
    head = words(f"{number}. {texts('paper-performance-sources')}", "heading")
    return [head, facts(paper.sources)]
