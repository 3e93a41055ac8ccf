"""What stands in an opinion (의견서): facts beside factors, and what a person concluded."""

from collections.abc import Iterator

from intake.desk.guideline_keeping import in_use
from intake.desk.paper_facts import Facts, facts_of
from intake.desk.paper_making import Making
from intake.documents import Opinion, draw_opinion
from intake.documents.guideline import Factor, Guideline
from intake.documents.opinion import FactorRow
from intake.progress import Progress

_NATURE = ("victims", "harms", "minors", "under-14", "period", "centers", "leaked")
_SPREADING = ("uploads", "sites", "again", "waves", "open", "refused")


def content(making: Making) -> Opinion:
    """Return what stands in the paper."""
    rooms, texts, known = (
        making.rooms,
        making.rooms.texts,
        in_use(making.rooms).guideline,
    )
    facts = facts_of(making)
    named = {"name": known.name(rooms.language), "edition": texts.day(known.edition), "force": texts.day(known.in_force)}  # fmt: skip
    return Opinion(
        **making.submitted(("V1", "M1", "R1", "R5")),
        nature=facts.some(*_NATURE),
        factors=tuple(_rows(making, known, facts)),
        spreading=facts.some(*_SPREADING),
        conclusion=making.plan.words,
        attached=tuple(texts(f"paper-{one}-title") for one in ("performance", "annex")),
        guideline=texts("paper-guideline-named", **named),
        verified=known.verified,
    )  # fmt: skip


def warnings(making: Making) -> Iterator[str]:
    """Yield that the wording of the factors is to be compared first, while nobody has."""
    if not in_use(making.rooms).guideline.verified:
        yield making.rooms.texts("paper-warning-guideline")


def _rows(making: Making, known: Guideline, facts: Facts) -> Iterator[FactorRow]:
    """Yield the factors that always stand there, and those a fact has something to say about."""
    for one in known.factors:
        told = facts.some(*one.facts)
        if told or one.always:
            yield FactorRow(_named(making, known, one), told)


def _named(making: Making, known: Guideline, one: Factor) -> str:
    """Return a factor with what limits it."""
    texts, language = making.rooms.texts, making.rooms.language
    more = (
        texts("guideline-mitigating") if one.kind.endswith("mitigating") else "",
        one.note(language),
        _limited(making, known, one),
    )
    said = " · ".join(filter(None, more))
    head = f"{one.mark} {one.name(language)}".strip()
    return f"{head} ({said})" if said else head


def _limited(making: Making, known: Guideline, one: Factor) -> str:
    """Return for which crimes a factor is, or is not: whichever are fewer."""
    texts, language = making.rooms.texts, making.rooms.language
    named, others = known.only_for(one, language), known.not_for(one, language)
    if not others:
        return ""
    if len(named) <= len(others):
        return texts("guideline-only-for", crimes=", ".join(named))
    return texts("guideline-not-for", crimes=", ".join(others))


def drawn(paper: Opinion, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_opinion(paper, language)
