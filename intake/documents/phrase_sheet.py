"""How the phrases of a paper look (문구 견본): each in its type and its order, and nothing else.

* It is no paper: it has no number and no case, and a pale word says so across every page.
* What a phrase says of values is filled in with marks; where records would stand is a short line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reportlab.platypus import Flowable

from intake.documents.court_pieces import approval, attested
from intake.documents.paper import Mark, draw_paper
from intake.documents.pieces import facts, gap
from intake.documents.typeface import words
from intake.text import texts_in

_EMPTY = "…"
_APPROVAL, _ATTEST, _LEAD = "paper-approval", "paper-attest", "-lead"


@dataclass(frozen=True, slots=True)
class ShownPhrase:
    """One phrase as it would be printed."""

    name: str
    place: str
    words: str


def draw_phrase_sheet(told: Sequence[ShownPhrase], language: str) -> bytes:
    """Return the phrases of one kind of paper as a PDF."""
    texts = texts_in(language)
    signed = next((one.words for one in told if one.name == _APPROVAL), "")
    posts = [one.words for one in told if one.place == "post" and one.name != _APPROVAL]
    story = [approval(signed, posts), gap(2)] if posts else []
    rest = [one for one in told if one.place != "post"]
    for place, some in groupby(rest, key=lambda one: one.place):
        together = tuple(some)
        if place == "label":
            story += [facts([(one.words, _EMPTY) for one in together]), gap(2)]
        else:
            seal = texts("paper-official-seal")
            story += [piece for one in together for piece in _pieces(one, seal)]
    name = next((one.words for one in told if one.place == "title"), "")
    mark = Mark(name, language, watermark=texts("template-sample"), note=texts("template-sample"))  # fmt: skip
    return draw_paper(mark, story)


def _pieces(one: ShownPhrase, seal: str) -> tuple[Flowable, ...]:
    if one.name == _ATTEST:
        return gap(4), attested([one.words], "", seal)
    if one.place == "title":
        return gap(4), words(one.words, "title"), gap(1.5)
    if one.place == "heading":
        return words(one.words, "heading"), words(_EMPTY, "state")
    return (words(one.words, "lead" if one.name.endswith(_LEAD) else "body"), gap(1))
