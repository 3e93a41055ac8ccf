"""The list of petitions (탄원서 목록): whose sheets lie beside a court's papers, by pseudonym.

Only whose sheets lie there stands here, and nothing says how many others there are.
"""

from dataclasses import dataclass

from reportlab.lib.units import mm

from intake.documents.court_head import Submission, case_facts, margins
from intake.documents.court_pieces import numbers
from intake.documents.paper import WIDTH, draw_paper
from intake.documents.pieces import gap, title
from intake.documents.typeface import words
from intake.text import texts_in

_LEFT = [one * mm for one in (14, 24, 64, 46)]
_WIDTHS = [*_LEFT, WIDTH - sum(_LEFT)]


@dataclass(frozen=True, slots=True)
class ListedPetition:
    """One petition."""

    label: str  # 가-01
    center: str
    way: str
    sheets: int = 0  # 0: filled in by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionList(Submission):
    """The whole list."""

    rows: tuple[ListedPetition, ...]
    people: int  # whose petitions lie there; several cases of one are one


def draw_petition_list(paper: PetitionList, language: str) -> bytes:
    """Return the list as a PDF."""
    texts = texts_in(language)
    name = texts("paper-petition-list-title")
    heads = [texts(f"paper-petition-list-{one}") for one in ("no", "label", "center", "way", "sheets")]  # fmt: skip
    told = [(str(at), one.label, one.center, one.way, texts.number(one.sheets) if one.sheets else "") for at, one in enumerate(paper.rows, 1)]  # fmt: skip
    sheets = sum(one.sheets for one in paper.rows)
    told.append((texts("paper-petition-list-all"), texts("paper-petition-list-people", count=paper.people), "", "", texts.number(sheets) if sheets else ""))  # fmt: skip
    story = [
        *title(name, texts("paper-petition-list-lead")),
        case_facts(paper, texts),
        gap(3),
        numbers(heads, told, _WIDTHS, total=True, words_in=(1, 2, 3)),
    ]
    if not all(one.sheets for one in paper.rows):
        story += [gap(1), words(texts("paper-petition-list-note"), "small")]
    return draw_paper(margins(paper, name, language), story)
