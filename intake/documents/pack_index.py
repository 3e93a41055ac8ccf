"""The list of what is submitted together (제출 목록): every file of a court's pack, and its hash.

A file is called as its paper's document number; whoever receives the pack counts pages and
compares hashes (SHA-256) with this one sheet in hand.
"""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from intake.documents.court_head import Submission, case_facts, ending, margins
from intake.documents.court_pieces import numbers
from intake.documents.paper import WIDTH, draw_paper
from intake.documents.pieces import gap, title
from intake.documents.typeface import words
from intake.text import texts_in

_LEFT = [one * mm for one in (9, 43, 38, 13)]  # the rest: half a hash on one line
_WIDTHS = [*_LEFT, WIDTH - sum(_LEFT)]


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """One file of the pack."""

    name: str  # of the file: its document number
    kind: str  # what it is
    pages: int  # 0: it has none
    digest: str  # SHA-256 of the file as it lies there


@dataclass(frozen=True, slots=True, kw_only=True)
class PackIndex(Submission):
    """The whole list."""

    files: tuple[IndexedFile, ...]
    petitions: int = 0  # people whose petitions lie beside the files, on paper


def draw_pack_index(paper: PackIndex, language: str) -> bytes:
    """Return the list as a PDF."""
    texts = texts_in(language)
    name = texts("paper-pack-title")
    heads = [texts(f"paper-pack-{one}") for one in ("no", "file", "what", "pages", "hash")]  # fmt: skip
    half = 32  # letters of a hash on one line
    told = [(str(at), one.name, one.kind, texts.number(one.pages) if one.pages else "", f"{one.digest[:half]}\n{one.digest[half:]}") for at, one in enumerate(paper.files, 1)]  # fmt: skip
    beside: list[Flowable] = []
    if paper.petitions:
        beside = [gap(2), words(texts("paper-pack-petitions", count=paper.petitions))]
    told_below = [words(texts(f"paper-{one}"), "small") for one in ("pack-compare", "court-left-out")]  # fmt: skip
    story = [
        *title(name, texts("paper-pack-lead")),
        case_facts(paper, texts),
        gap(3),
        numbers(heads, told, _WIDTHS, words_in=(1, 2, 4)),
        *beside,
        gap(2),
        ending(paper, texts, *told_below, told=()),
    ]  # fmt: skip
    return draw_paper(margins(paper, name, language), story)
