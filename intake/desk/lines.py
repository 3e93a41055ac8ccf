"""Single lines that several pages show alike."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from intake.desk.rooms import Rooms
from intake.desk.shelf import forms_of
from intake.desk.views import InterviewLine
from intake.errors import IntakeError
from intake.register import SCHEMA, Row

_STATES: dict[str, Literal["open", "paused", "finished"]] = {
    "OPEN": "open",
    "PAUSED": "paused",
    "FINISHED": "finished",
}


def interview_line(rooms: Rooms, interview: Row, case: Row) -> InterviewLine:
    """Return an interview as it stands in a list."""
    return InterviewLine(
        id=interview.id,
        case=case.id,
        number=str(case["number"] or ""),
        alias=str(case["alias"] or ""),
        form_title=form_title(
            rooms, str(interview["form"]), str(interview["form_version"])
        ),
        state=_STATES.get(str(interview["state"]), "open"),
        ms=interview.said,
    )


def form_title(rooms: Rooms, form: str, version: str) -> str:
    """Return a form's title; a form that is not here keeps its id."""
    try:
        return forms_of(rooms).card(form, version).title_in(rooms.language)
    except IntakeError:
        return form


def names_of_centers(rooms: Rooms) -> Callable[[str], str]:
    """Return what a center calls itself, by its code; the code where nobody told us.

    A center enrols the central desk only; of the others it knows what the notices call them.
    Read once: ask for it before a list, not for each of its lines.
    """
    names = {code: title for code, title in _told(rooms) if title}
    names.update({one.code: one.name for one in rooms.exchange.trust.enrolled()})
    names.setdefault(rooms.who.center_code, rooms.who.center_name)
    return lambda code: names.get(code) or code


def _told(rooms: Rooms) -> list[tuple[str, str]]:
    sql = f"SELECT other_center, max(other_title) FROM {SCHEMA['link_notice'].table} WHERE deleted IS NULL GROUP BY 1"  # noqa: S608 - a name of the schema
    with rooms.vault.reading() as db:
        return [(str(code), str(title or "")) for code, title in db.all(sql)]


def ms_at(instant: object) -> int:
    """Return the Unix milliseconds of an instant as the register keeps it; 0 for none."""
    if not isinstance(instant, str):
        return 0
    return int(datetime.fromisoformat(instant).timestamp() * 1000)
