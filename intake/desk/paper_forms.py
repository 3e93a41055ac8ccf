"""What every form knows before it is printed (서식의 앞부분): little, and only from the records.

* Made about a center, a form is blank: a stock to lay out. Made about a case, it bears the
  number of the case and the name by which she is called; a part named in ``without`` stays empty.
* A number or an address of a person is never printed: she writes how she may safely be reached.
"""

from collections.abc import Iterator

from intake.desk.center_data import missing_lines, office_of
from intake.desk.paper_making import Making
from intake.desk.requesters import requester_row
from intake.documents import FormHead
from intake.register import CODES, Row


def case_of(making: Making) -> str:
    """Return the case a form is about; empty where it is blank."""
    return making.plan.about if making.plan.about_kind == "CASE" else ""


def tells(making: Making, part: str) -> bool:
    """Whether the plan lets a part be filled in."""
    return bool(case_of(making)) and part not in making.plan.without


def form_head(making: Making, *, named: bool = True) -> FormHead:
    """Return the head of a form; ``named``: also the name by which she is called."""
    rooms, case = making.rooms, case_of(making)
    row = rooms.case(case) if case else None
    return FormHead(
        office_of(rooms),
        case_number=str(row["number"] or "") if row else "",
        name=str(row["alias"] or "") if row and named and tells(making, "name") else "",
        counselor=rooms.who.counselor if row else "",
        number=making.head.number,
        draft=making.head.draft,
    )


def asking(making: Making) -> Row | None:
    """Return who asks in this case, where somebody is noted."""
    return requester_row(making.rooms, case_of(making)) if case_of(making) else None


def label(making: Making, listed: str, code: str) -> str:
    """Return the words of a code in the language of the paper."""
    return CODES.label(listed, code, making.rooms.language)


def missing(making: Making) -> Iterator[str]:
    """Yield what the center's own lines lack."""
    yield from missing_lines(making.rooms)
