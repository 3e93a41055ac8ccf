"""What stands in a petition's frame (탄원서 서식): what the court looks for, and nothing of hers.

* The victim's line bears the name by which the court knows her, where the plan says it
  (``addressee``). Otherwise her pseudonym in the pack that would be made here now, where there is
  one: the sheet then fits the pack's list.
* Only words that the plan has, dictated by her, are printed, exactly; the records are not asked.
"""

from collections.abc import Iterator

from intake.consent.giving import same_name
from intake.desk.bonds import Bonds
from intake.desk.dossier_reading import agreed_cases
from intake.desk.paper_making import Making, names_of
from intake.documents import Petition, draw_petition
from intake.progress import Progress


def content(making: Making) -> Petition:
    """Return what stands in it."""
    plan, head = making.plan, making.head
    return Petition(
        court=plan.court,
        case_number=plan.case_number,
        accused=plan.accused,
        victim=plan.addressee.strip() or pack_name(making),
        words=plan.words,
        number=head.number,
        draft=head.draft,
    )


def drawn(paper: Petition, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_petition(paper, language)


def missing(making: Making) -> Iterator[str]:
    """Yield what stays empty."""
    if not content(making).victim:
        yield making.rooms.texts("paper-missing-victim-name")


def warnings(making: Making) -> Iterator[str]:
    """Yield what to tell her before she writes."""
    texts = making.rooms.texts
    if not making.plan.addressee.strip() and (name := pack_name(making)):
        yield texts("petitions-name-of-pack", name=name)
    yield texts("paper-warning-petition-free")
    yield texts("paper-warning-petition-seen")
    written = making.plan.words.strip()
    yield texts("paper-warning-words" if written else "paper-warning-petition-by-hand")


def pack_name(making: Making) -> str:
    """Return her pseudonym (가명) in the court's pack as it would be made here now.

    Empty where it cannot be told: a case of several perpetrators of whom none is the accused,
    or one of whose cases some are not known here.
    """
    rooms, case, accused = making.rooms, making.plan.about, making.plan.accused
    told: set[str] = set()
    for suspect in rooms.register.find("suspect", case=case):
        name = _name_beside(making, suspect.id)
        if accused and same_name(str(suspect["name"] or ""), accused):
            return name
        told.add(name)
    return told.pop() if len(told) == 1 else ""


def _name_beside(making: Making, suspect: str) -> str:
    """Return her pseudonym among the victims of one suspect, as far as all of them are known."""
    rooms, case, bonds = making.rooms, making.plan.about, Bonds(making.rooms)
    everybody = set(bonds.everybody(suspect, case).values())
    if not all(rooms.register.get("case", one) for one in everybody):
        return ""  # whoever knows them all makes the pack, and names her
    here = filter(bonds.is_here, everybody)
    return names_of(agreed_cases(rooms, here, making.plan.court)).get(case, "")
