"""Reading an interview (상담 읽기): its answers in its own form, as they were said.

* An interview keeps its form's version for ever; where that is no longer on the shelf it is read in
  the newest, so that a change of forms never strands an interview.
"""

from collections.abc import Mapping

from intake.desk.form_codes import with_codes
from intake.desk.keeping import kept_answers
from intake.desk.rooms import Rooms
from intake.desk.shelf import forms_of
from intake.errors import NotFound
from intake.forms import Form, FormSession, carry_over
from intake.forms.restoring import Saved
from intake.ids import natural_id
from intake.register import Row


def session_of(rooms: Rooms, interview: Row) -> FormSession:
    """Return an interview's answers in its form."""
    form, is_own = _form_of(rooms, interview)
    saved: Mapping[str, Saved] = kept_answers(rooms.register, interview.id)
    if not is_own:  # what does not fit stays in the ledger as it was said
        saved = carry_over(saved, form).answers
    return FormSession(with_codes(form), rooms.language, saved, wall=rooms.clock.wall)


def note_id(interview: str) -> str:
    """Return the id of an interview's free note; the same on every laptop."""
    return natural_id("note", interview, "free")


def _form_of(rooms: Rooms, interview: Row) -> tuple[Form, bool]:
    """Return the form of an interview, and whether it is the version it was begun with."""
    name, version = str(interview["form"]), str(interview["form_version"])
    forms = forms_of(rooms)
    try:
        return forms.open(name, version), True
    except NotFound:
        newest = forms.newest_of(name)
        return forms.open(newest.id, newest.version), False
