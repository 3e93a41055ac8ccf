"""What stands in the list of petitions (탄원서 목록): who writes or wrote, under her pseudonym.

Who was not asked, said no or took it back is no row and in no number.
"""

from collections.abc import Iterator

from intake.desk.lines import names_of_centers
from intake.desk.paper_making import Making
from intake.desk.petition_states import WRITES
from intake.desk.petitions import held_petitions
from intake.documents import ListedPetition, PetitionList, draw_petition_list
from intake.progress import Progress
from intake.register import CODES


def content(making: Making) -> PetitionList:
    """Return what stands in the paper."""
    rooms, center = making.rooms, names_of_centers(making.rooms)
    held = held_petitions(rooms, making.names, making.plan.court)
    writes = {case: one for case, one in held.items() if one.state in WRITES}
    person = making.look.population.person_of()
    rows = tuple(
        ListedPetition(
            making.names[one.case],
            center(one.center),
            CODES.label("petition_way", writes[one.case].way, rooms.language) if writes[one.case].way else "",
            writes[one.case].sheets,
        )
        for one in making.agreed
        if one.case in writes
    )  # fmt: skip
    people = len({person.get(case, case) for case in writes})
    return PetitionList(**making.submitted(), rows=rows, people=people)


def drawn(paper: PetitionList, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_petition_list(paper, language)


def missing(making: Making) -> Iterator[str]:
    """Yield that there is nothing to list."""
    if not content(making).rows:
        yield making.rooms.texts("paper-missing-petitions")


def warnings(making: Making) -> Iterator[str]:
    """Yield what is left to the pen."""
    empty = sum(not one.sheets for one in content(making).rows)
    if empty:
        yield making.rooms.texts("paper-warning-sheets", count=empty)
