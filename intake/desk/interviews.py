"""Interviews (상담): record what is told, a word at a time, and lose none of it.

* Words are drafts within a moment and entries when the field is left; what ``draft``
  returned for survives anything.
* An interview keeps its form's version for ever. The page comes back as it was left.
* What is known already is shown, not asked again.
* Nothing has to be answered; a value that fits no date or number is kept as it was said.
"""

import contextlib

from intake.clock import utc
from intake.desk.addresses import Addresses
from intake.desk.consents import RECORD, Consents
from intake.desk.drafts import NOTE, Draft
from intake.desk.finding import Findings
from intake.desk.interview_reading import note_id, session_of
from intake.desk.keeping import Means, Place, keep
from intake.desk.lines import interview_line
from intake.desk.opened import Opened
from intake.desk.pages import Pages
from intake.desk.printing import print_interview
from intake.desk.rooms import Rooms
from intake.desk.shelf import forms_of
from intake.desk.views import (
    FormLine,
    FoundLine,
    InterviewLine,
    InterviewPage,
    NamedBytes,
    PageChange,
    SummaryView,
)
from intake.errors import InvalidAnswer, NotYours, Refused
from intake.forms import AnswerState
from intake.forms.codec import Given
from intake.ids import new_id
from intake.ledger import Deed
from intake.ledger.saying import Say
from intake.register import Row

_KINDS = {"intake": "INITIAL", "risk": "RISK", "log": "LOG"}


class Interviews:
    """What can be done with interviews."""

    def __init__(self, rooms: Rooms, consents: Consents) -> None:
        """Work in these rooms."""
        self._rooms = rooms
        self._consents = consents
        self._opened: dict[str, Opened] = {}
        self._pages = Pages(rooms)
        self._findings = Findings(rooms)

    # --- beginning -----------------------------------------------------------------

    def forms(self) -> tuple[FormLine, ...]:
        """Return the forms that can be begun, the newest version of each."""
        language = self._rooms.language
        return tuple(
            FormLine(
                card.id,
                card.version,
                card.title_in(language),
                _KINDS.get(card.id, "ONGOING"),
            )
            for card in forms_of(self._rooms).newest()
        )

    def begin(self, case: str, form: str) -> str:
        """Begin an interview.

        Raises:
            ConsentMissing: nobody agreed to recording and keeping (기록·보관).
            NotFound: there is no such form or case.
        """
        rooms = self._rooms
        self._consents.check(case, RECORD)
        card, now = forms_of(rooms).newest_of(form), rooms.clock.wall()
        interview = new_id(now)
        with rooms.about_case(Deed.BEGIN_INTERVIEW, case) as say:
            for name, value in {
                "case": case,
                "kind": _KINDS.get(form, "ONGOING"),
                "state": "OPEN",
                "form": card.id,
                "form_version": card.version,
                "started_at": utc(now),
                "counselor": rooms.who.counselor,
            }.items():
                say.set("interview", interview, name, value)
            if rooms.case(case)["state"] == "RECEIVED":
                say.set("case", case, "state", "COUNSELLING")
        self._kept(
            self._open(interview), Deed.BEGIN_INTERVIEW
        )  # rows have ids from the first
        return interview

    def unfinished(self) -> tuple[InterviewLine, ...]:
        """Return every interview that waits to be continued, newest first."""
        rows = self._rooms.register.find("interview", state=("OPEN", "PAUSED"))
        return tuple(self._line(row) for row in sorted(rows, key=lambda row: -row.said))

    def of_case(self, case: str) -> tuple[InterviewLine, ...]:
        """Return the interviews of a case, newest first."""
        rows = self._rooms.register.find("interview", case=case)
        return tuple(self._line(row) for row in reversed(rows))

    def _line(self, row: Row) -> InterviewLine:
        return interview_line(self._rooms, row, self._rooms.case(str(row["case"])))

    # --- the page ---------------------------------------------------------------------

    def page(self, interview: str) -> InterviewPage:
        """Return the whole page, with drafts that were not yet said in their places."""
        opened = self._open(interview)
        self._say_drafts(opened)
        return self._pages.page(opened, self.note(interview), self.found(interview))

    def answer(self, interview: str, path: str, value: Given) -> PageChange:
        """Take an answer; blank takes it back.

        Raises:
            InvalidAnswer: there is no such question, or it may not be written.
        """
        opened = self._open(interview)
        opened.session.answer(path, value)
        return self._kept(opened, Deed.ANSWER)

    def set_state(self, interview: str, path: str, state: str) -> PageChange:
        """Say how an answer stands: 응답, 미상, 미입력, 응답 거부."""
        opened = self._open(interview)
        opened.session.set_state(path, AnswerState(state))
        return self._kept(opened, Deed.ANSWER)

    def add_row(self, interview: str, path: str) -> PageChange:
        """Add a row to a repeat."""
        opened = self._open(interview)
        opened.session.add_row(path)
        return self._kept(opened, Deed.ANSWER)

    def remove_row(self, interview: str, path: str) -> PageChange:
        """Remove a row; what was said in it stays in the history."""
        opened = self._open(interview)
        opened.session.remove_row(path)
        return self._kept(opened, Deed.ANSWER)

    def ask_again(self, interview: str, path: str) -> PageChange:
        """Show a question whose answer is known, so that it can be corrected."""
        opened = self._open(interview)
        opened.asked_again.add(path)
        return self._pages.change(opened, with_path=path)

    # --- words in progress -----------------------------------------------------------------

    def draft(self, interview: str, path: str, text: str) -> int:
        """Make text durable before it is said; return when (Unix milliseconds)."""
        return self._rooms.drafts.keep(interview, path, text)

    def settle_drafts(self, interview: str) -> PageChange:
        """Say every draft of an interview; it leaves in the transaction that says it."""
        opened = self._open(interview)
        self._say_drafts(opened)
        return self._pages.change(opened)

    def settle_everything(self) -> None:
        """Say every draft there is, before a lock or the end."""
        for interview in tuple(self._rooms.drafts.interviews()):
            with contextlib.suppress(Refused):  # taken back or destroyed meanwhile
                self.settle_drafts(interview)

    def _say_drafts(self, opened: Opened) -> None:
        rooms, interview = self._rooms, opened.row.id
        drafts = rooms.drafts.of(interview)
        if not drafts:
            return
        with rooms.about_case(Deed.NOTE, opened.place.case) as say:
            for draft in drafts:
                if self._say_draft(say, opened, draft):
                    with rooms.vault.writing() as db:
                        rooms.drafts.drop(db, interview, draft.path, draft.text)
            self._keep(say, opened)

    def _say_draft(self, say: Say, opened: Opened, draft: Draft) -> bool:
        """Say one draft; False where its row was taken away: then it stays a draft."""
        if draft.path == NOTE:
            self._say_note(say, opened, draft.text)
            return True
        with contextlib.suppress(InvalidAnswer):
            opened.session.answer(draft.path, draft.text)
            return True
        return False

    def _say_note(self, say: Say, opened: Opened, text: str) -> None:
        record, now = note_id(opened.row.id), self._rooms.clock.wall()
        for name, value in {
            "case": opened.place.case,
            "interview": opened.row.id,
            "kind": "FREE",
            "text": text or None,
            "text_by": "VICTIM",
            "counselor": self._rooms.who.counselor,
        }.items():
            say.set("note", record, name, value)
        if not say.heads("note", record, "at"):
            say.set("note", record, "at", utc(now))

    # --- the free note ------------------------------------------------------------------------

    def note(self, interview: str) -> str:
        """Return the free note (자유 기록), with words that are not yet said."""
        for draft in self._rooms.drafts.of(interview):
            if draft.path == NOTE:
                return draft.text
        row = self._rooms.register.get("note", note_id(interview))
        return str(row["text"] or "") if row else ""

    def found(self, interview: str) -> tuple[FoundLine, ...]:
        """Return what the note mentions, and what of it is noted already."""
        case = str(self._rooms.record("interview", interview)["case"])
        return self._findings.of(case, self.note(interview))

    def adopt(self, interview: str, found: FoundLine) -> PageChange:
        """Write something the note mentions into the register, with its sentence."""
        opened = self._open(interview)
        self._findings.adopt(
            opened.place.case, note_id(interview), self.note(interview), found
        )
        return self._pages.change(opened)

    # --- pausing and finishing ----------------------------------------------------------------

    def pause(self, interview: str) -> None:
        """Stop the clock (쉬기); everything typed is said first."""
        self.settle_drafts(interview)
        self._set_state(interview, "PAUSED", Deed.PAUSE)

    def resume(self, interview: str) -> None:
        """Go on (다시 시작)."""
        self._set_state(interview, "OPEN", Deed.RESUME)

    def summary(self, interview: str) -> SummaryView:
        """Return what to read back (마무리), and what was not asked."""
        opened = self._open(interview)
        self._say_drafts(opened)
        return self._pages.summary(opened)

    def finish(self, interview: str, next_contact: str | None = None) -> None:
        """Finish an interview; it can still be corrected, and every correction is seen."""
        opened = self._open(interview)
        self._say_drafts(opened)
        now = self._rooms.clock.wall()
        with self._rooms.about_case(Deed.FINISH, opened.place.case) as say:
            say.set("interview", interview, "state", "FINISHED")
            say.set("interview", interview, "ended_at", utc(now))
            if next_contact:
                say.set("interview", interview, "next_contact", next_contact)
                say.set("case", opened.place.case, "next_contact", next_contact)
        self._opened.pop(interview, None)

    def printout(self, interview: str) -> NamedBytes:
        """Return the record of an interview as a PDF."""
        opened = self._open(interview)
        self._say_drafts(opened)
        known = self._pages.known_texts(opened)
        return print_interview(
            self._rooms, opened.row, opened.session, self.note(interview), known
        )

    def forget(self) -> None:
        """Drop what was opened, so that the next look reads the register again."""
        self._opened.clear()

    def _set_state(self, interview: str, state: str, deed: Deed) -> None:
        row = self._rooms.record("interview", interview)
        if row["state"] == "FINISHED":
            raise NotYours(why="finished")
        with self._rooms.about_case(deed, str(row["case"])) as say:
            say.set("interview", interview, "state", state)

    def _open(self, interview: str) -> Opened:
        found = self._opened.get(interview)
        if found is None or found.language != self._rooms.language:
            found = self._opened[interview] = self._read(interview)
        return found

    def _read(self, interview: str) -> Opened:
        rooms, row = self._rooms, self._rooms.record("interview", interview)
        session = session_of(rooms, row)
        place = Place(str(row["case"]), interview, session.form.version)
        place.rows.update(self._pages.rows_of(session, place.case))
        return Opened(row, session, place, rooms.language)

    def _kept(self, opened: Opened, deed: Deed) -> PageChange:
        try:
            with self._rooms.about_case(deed, opened.place.case) as say:
                self._keep(say, opened)
        except BaseException:
            self._opened.pop(opened.row.id, None)  # read what was really kept next time
            raise
        return self._pages.change(opened)

    def _keep(self, say: Say, opened: Opened) -> None:
        changes = opened.session.take_changes()
        known = Addresses(self._rooms, opened.place.case)
        means = Means(self._rooms.register, known)
        keep(say, means, opened.place, changes, opened.said_in)
