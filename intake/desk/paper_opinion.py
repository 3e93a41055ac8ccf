"""What stands in an opinion (의견서): facts beside factors, and what a person concluded."""

from intake.desk.paper_facts import facts_of
from intake.desk.paper_making import Making
from intake.documents import Opinion, draw_opinion
from intake.documents.guideline import guideline
from intake.documents.opinion import FactorRow
from intake.progress import Progress

_NATURE = ("victims", "harms", "minors", "under-14", "period", "centers", "leaked")
_SPREADING = ("again", "open", "refused")


def content(making: Making) -> Opinion:
    """Return what stands in the paper."""
    rooms, texts, known = making.rooms, making.rooms.texts, guideline()
    facts = facts_of(making)
    named = {"name": known.name(rooms.language), "edition": texts.day(known.edition), "force": texts.day(known.in_force)}  # fmt: skip
    return Opinion(
        **making.submitted(("V1", "M1", "R1", "R5")),
        nature=facts.some(*_NATURE),
        factors=tuple(FactorRow(f"{one.mark} {one.name(rooms.language)}", facts.some(*one.facts)) for one in known.factors),
        spreading=facts.some(*_SPREADING),
        conclusion=making.plan.words,
        attached=tuple(texts(f"paper-{one}-title") for one in ("performance", "annex")),
        guideline=texts("paper-guideline-named", **named),
        verified=known.verified,
    )  # fmt: skip


def drawn(paper: Opinion, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_opinion(paper, language)
