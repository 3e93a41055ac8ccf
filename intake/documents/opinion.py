"""A center's written opinion (의견서): facts beside each factor of the guideline, and her words none.

* It lists related facts (관련 사실) and never calls a factor fulfilled; a sentence is never named.
* What the center concludes is written by a person, or by hand on the lines left for it.
* While no lawyer has signed off the edition of the guideline, every page says so.
"""

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from intake.documents.court_head import Submission, beginning, ending, margins
from intake.documents.court_pieces import lines, numbers
from intake.documents.paper import draw_paper
from intake.documents.pieces import gap
from intake.documents.typeface import words
from intake.text import Texts, texts_in

_WIDTHS = [52 * mm, 120 * mm]
_LINES = 6  # left for a conclusion by hand
_SHORT = 600  # letters: what a page can hold together with what follows


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor, and what the records say beside it."""

    factor: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion(Submission):
    """Everything that stands in the opinion."""

    nature: tuple[str, ...]  # what characterises the harm, sentence by sentence
    factors: tuple[FactorRow, ...]
    spreading: tuple[str, ...]  # what came back, what is still there
    conclusion: str = field(repr=False)
    attached: tuple[str, ...]
    guideline: str
    verified: bool


def draw_opinion(paper: Opinion, language: str) -> bytes:
    """Return the opinion as a PDF."""
    texts = texts_in(language)
    name = texts("paper-opinion-title")
    story: list[Flowable] = [
        *beginning(paper, name, paper.guideline, texts, "paper-opinion-by"),
        gap(1),
        words(texts("paper-court-left-out"), "small"),
        *([] if paper.verified else [gap(1), words(texts("paper-guideline-unverified"), "clear")]),
        *_sentences(1, texts("paper-opinion-nature"), paper.nature),
        words(f"2. {texts('paper-opinion-factors')}", "heading"),
        words(texts("paper-opinion-factors-note"), "small"),
        gap(1),
        _factors(paper, texts),
        *_sentences(3, texts("paper-opinion-spreading"), paper.spreading),
        *_end(paper, texts),
    ]  # fmt: skip
    warning = "" if paper.verified else texts("paper-guideline-short")
    return draw_paper(margins(paper, name, language, warning), story)


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
    return [head, lines(_LINES)]


def _end(paper: Opinion, texts: Texts) -> list[Flowable]:
    """Return conclusion, attachments and attestation: on one page, where the conclusion is short."""
    last = _conclusion(paper, texts)
    head = words(f"5. {texts('paper-opinion-attached')}", "heading")
    told = [words(one, "step", bullet="·") for one in paper.attached]
    attached = [head, *told] if told else []  # nothing kept within what is kept
    if len(paper.conclusion) > _SHORT:
        return [*last, ending(paper, texts, *attached, told=("paper-opinion-submitted",))]  # fmt: skip
    return [ending(paper, texts, *last, *attached, told=("paper-opinion-submitted",))]
