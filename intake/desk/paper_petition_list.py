"""What stands in the list of petitions (탄원서 목록): whose sheets lie here or with the court.

Under her pseudonym. Who was not asked, said no, took it back or only means to write is no row and
in no number: nothing of hers can lie beside the papers.
"""

from collections.abc import Iterator

from intake.desk.lines import names_of_centers
from intake.desk.paper_making import Making
from intake.desk.petition_states import HELD
from intake.desk.petitions import held_petitions
from intake.documents import ListedPetition, PetitionList, draw_petition_list
from intake.progress import Progress
from intake.register import CODES


def content(making: Making) -> PetitionList:
    """Return what stands in the paper."""
    rooms, center = making.rooms, names_of_centers(making.rooms)
    held = held_petitions(rooms, making.names, making.plan.court)
    lies = {case: one for case, one in held.items() if one.state in HELD}
    person = making.look.population.person_of()
    rows = tuple(
        ListedPetition(
            making.names[one.case],
            center(one.center),
            CODES.label("petition_way", lies[one.case].way, rooms.language) if lies[one.case].way else "",
            lies[one.case].sheets,
        )
        for one in making.agreed
        if one.case in lies
    )  # fmt: skip
    people = len({person.get(case, case) for case in lies})
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
