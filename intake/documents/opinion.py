"""A center's written opinion (의견서): facts beside each factor of the guideline, and her words none.

* It lists related facts (관련 사실) and never calls a factor fulfilled; a sentence is never named.
* What the center concludes is written by a person, or by hand on the lines left for it.
* While no lawyer has signed off the edition of the guideline, every page says so.
"""

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from intake.documents.court_pieces import approval, attested, lines, numbers
from intake.documents.paper import Mark, draw_paper
from intake.documents.pieces import facts, gap, title
from intake.documents.typeface import words
from intake.text import Texts, texts_in

_WIDTHS = [52 * mm, 120 * mm]
_LINES = 6  # left for a conclusion by hand


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor, and what the records say beside it."""

    factor: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """Everything that stands in the opinion."""

    center: str
    law: str
    court: str
    case_number: str = field(repr=False)
    accused: str = field(repr=False)
    number: str
    made_on: str
    as_of: str
    fingerprint: str
    basis: str
    nature: tuple[str, ...]  # what characterises the harm, sentence by sentence
    factors: tuple[FactorRow, ...]
    spreading: tuple[str, ...]  # what came back, what is still there
    conclusion: str = field(repr=False)
    attached: tuple[str, ...]
    guideline: str
    verified: bool
    outward: bool = True
    draft: bool = False


def draw_opinion(paper: Opinion, language: str) -> bytes:
    """Return the opinion as a PDF."""
    texts = texts_in(language)
    name = texts("paper-opinion-title")
    story: list[Flowable] = [
        approval(texts("paper-approval"), [texts(f"paper-approval-{one}") for one in ("made", "team", "head")]),
        gap(2),
        *title(name, paper.guideline),
        _facts(paper, texts),
        gap(1),
        words(texts("paper-court-left-out"), "small"),
        *([] if paper.verified else [words(texts("paper-guideline-unverified"), "clear")]),
        *_sentences(1, texts("paper-opinion-nature"), paper.nature),
        words(f"2. {texts('paper-opinion-factors')}", "heading"),
        words(texts("paper-opinion-factors-note"), "small"),
        gap(1),
        _factors(paper, texts),
        *_sentences(3, texts("paper-opinion-spreading"), paper.spreading),
        *_conclusion(paper, texts),
        *_sentences(5, texts("paper-opinion-attached"), paper.attached),
        gap(4),
        KeepTogether([attested([texts("paper-opinion-submitted"), paper.made_on], paper.center, texts("paper-official-seal"))]),
    ]  # fmt: skip
    return draw_paper(_mark(paper, name, language), story)


def _mark(paper: Opinion, name: str, language: str) -> Mark:
    texts = texts_in(language)
    note = texts("paper-outward") if paper.outward else texts("paper-inward")
    if not paper.verified:
        note = f"{note} · {texts('paper-guideline-short')}"
    pale = texts("paper-draft") if paper.draft else ""
    return Mark(name, language, number=paper.number, as_of=paper.as_of, fingerprint=paper.fingerprint, note=note, watermark=pale, basis=paper.basis)  # fmt: skip


def _facts(paper: Opinion, texts: Texts) -> Flowable:
    case = " · ".join(filter(None, (paper.court, paper.case_number)))
    rows = (
        ("paper-court-case", case),
        ("paper-court-accused", paper.accused),
        ("paper-opinion-by", paper.center),
        ("paper-law", paper.law),
        ("paper-counted-until", paper.as_of),
    )
    return facts([(texts(name), value) for name, value in rows if value])


def _factors(paper: Opinion, texts: Texts) -> Flowable:
    heads = [texts("paper-opinion-factor"), texts("paper-opinion-related")]
    rows = [(one.factor, "\n".join(one.facts) or texts("paper-opinion-no-facts")) for one in paper.factors]  # fmt: skip
    return numbers(heads, rows, _WIDTHS, words_in=(1,))


def _sentences(number: int, heading: str, told: tuple[str, ...]) -> list[Flowable]:
    if not told:
        return []
    first, *others = (words(one, "step", bullet="·") for one in told)
    return [KeepTogether([words(f"{number}. {heading}", "heading"), first]), *others]


def _conclusion(paper: Opinion, texts: Texts) -> list[Flowable]:
    head = words(f"4. {texts('paper-opinion-conclusion')}", "heading")
    if paper.conclusion.strip():
        return [head, words(paper.conclusion)]
    return [KeepTogether([head, lines(_LINES)])]
