"""What stands in an opinion (의견서): facts beside factors, and what a person concluded."""

from intake.counting import RULES
from intake.desk.paper_facts import Facts
from intake.desk.paper_performance import LAW, Head
from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperPlan
from intake.documents.guideline import guideline
from intake.documents.opinion import FactorRow, Opinion

_NATURE = ("victims", "harms", "minors", "under-14", "period", "centers", "leaked")
_SPREADING = ("again", "open", "refused")


def opinion_of(rooms: Rooms, plan: PaperPlan, facts: Facts, head: Head) -> Opinion:
    """Return the opinion."""
    texts, known = rooms.texts, guideline()
    named = {"name": known.name(rooms.language), "edition": texts.day(known.edition), "force": texts.day(known.in_force)}  # fmt: skip
    return Opinion(
        center=rooms.who.center_name,
        law=LAW,
        court=plan.court,
        case_number=plan.case_number,
        accused=plan.accused,
        number=head.number,
        made_on=texts.day(rooms.clock.today().isoformat()),
        as_of=texts.moment(rooms.clock.wall()),
        fingerprint=rooms.ledger.position_hash()[:16],
        basis=texts("paper-basis", rules=" · ".join(RULES[one].label for one in ("V1", "M1", "R1", "R5")), query=head.query),
        nature=facts.some(*_NATURE),
        factors=tuple(FactorRow(f"{one.mark} {one.name(rooms.language)}", facts.some(*one.facts)) for one in known.factors),
        spreading=facts.some(*_SPREADING),
        conclusion=plan.words,
        attached=tuple(texts(f"paper-{one}-title") for one in ("performance", "annex")),
        guideline=texts("paper-guideline-named", **named),
        verified=known.verified,
        outward=plan.outward,
        draft=head.draft,
    )  # fmt: skip
