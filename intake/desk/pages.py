"""The interview page (상담 면): what is asked, what is known, what has changed since.

* A question that may be known (``ieum:known``) and whose register field has a value from
  elsewhere is shown as a fact and not asked, until somebody opens it for correction.
* A change names only the questions that differ; the window leaves everything else alone.
"""

from collections.abc import Iterator

from intake.desk.addresses import Addresses
from intake.desk.form_codes import offered_now
from intake.desk.headers import header_of
from intake.desk.keeping import KEYED, TICKS, natural_record
from intake.desk.lines import form_title
from intake.desk.opened import Opened
from intake.desk.people import principal_of
from intake.desk.rooms import Rooms
from intake.desk.views import (
    FactLine,
    FoundLine,
    InterviewPage,
    KnownFact,
    PageChange,
    SectionLine,
    SummaryView,
)
from intake.forms import AnswerState, FormSession, QuestionView
from intake.register import SCHEMA, Row

_STATES = {"PAUSED": "paused", "FINISHED": "finished"}


class Pages:
    """Draws pages from open sessions."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def page(
        self, opened: Opened, note: str, found: tuple[FoundLine, ...]
    ) -> InterviewPage:
        """Return everything the page shows."""
        rooms, session = self._rooms, opened.session
        opened.token = session.changes_since(0).token
        row = rooms.record("interview", opened.row.id)
        known = self._known(opened)
        state = _STATES.get(str(row["state"]), "open")
        return InterviewPage(
            id=row.id,
            header=header_of(rooms, rooms.case(opened.place.case)),
            form_title=form_title(rooms, session.form.id, session.form.version),
            state="paused"
            if state == "paused"
            else "finished"
            if state == "finished"
            else "open",
            sections=sections_of(session),
            known=tuple(known.values()),
            note=note,
            found=found,
            questions=tuple(
                offered_now(view)
                for view in session.snapshot()
                if view.path not in known
            ),
            saved_ms=rooms.clock.wall(),
        )

    def change(self, opened: Opened, with_path: str = "") -> PageChange:
        """Return what differs since the last look."""
        session = opened.session
        changes = session.changes_since(opened.token)
        opened.token = changes.token
        hidden = self._known(opened)
        views = {view.path: view for view in changes.views if view.path not in hidden}
        if with_path:
            views |= {
                view.path: view for view in session.snapshot() if view.path == with_path
            }
        return PageChange(
            tuple(map(offered_now, views.values())),
            changes.gone,
            sections_of(session),
            self._rooms.clock.wall(),
        )

    def summary(self, opened: Opened) -> SummaryView:
        """Return what was answered, to read back, and what was not asked."""
        views = [
            view
            for view in opened.session.snapshot()
            if view.is_question and view.relevant
        ]
        known = self._known(opened)
        missing = [
            view.label
            for view in views
            if view.state is AnswerState.NOTASKED and view.path not in known
        ]
        lines = [
            FactLine(view.label, self.shown(view))
            for view in views
            if view.state is not AnswerState.NOTASKED
        ]
        return SummaryView(tuple(missing), tuple(lines))

    def shown(self, view: QuestionView) -> str:
        """Return an answer in words: labels for codes, the state where there is no value."""
        if view.state is not AnswerState.OK:
            return self._rooms.texts(f"answer-state-{view.state.value.lower()}")
        if view.choices:
            labels = {choice.value: choice.label for choice in view.choices}
            return ", ".join(labels.get(code, code) for code in view.codes)
        return "" if view.value is None else str(view.value)

    def rows_of(self, session: FormSession, case: str) -> dict[str, str]:
        """Return the record of every repeat row that has one."""
        found: dict[str, str] = {}
        known = Addresses(self._rooms, case)
        for view in session.snapshot():
            target = view.save_to
            if target is None or not target.row or target.entity in TICKS:
                continue
            if target.entity not in KEYED:
                found[target.row] = target.row
            elif target.field == KEYED[target.entity] and view.value:
                found[target.row] = natural_record(
                    target.entity, case, str(view.value), known
                )
        return found

    def known_texts(self, opened: Opened) -> dict[str, str]:
        """Return what was told elsewhere, by path: shown on paper beside what was asked."""
        return {path: fact.text for path, fact in self._known(opened).items()}

    # --- what is known -----------------------------------------------------------------

    def _known(self, opened: Opened) -> dict[str, KnownFact]:
        facts: dict[str, KnownFact] = {}
        seen: dict[str, Row | None] = {}
        for view in _may_be_known(opened):
            text = self._registered(view, opened, seen)
            if text:
                facts[view.path] = KnownFact(view.path, view.label, text)
        return facts

    def _registered(
        self, view: QuestionView, opened: Opened, seen: dict[str, Row | None]
    ) -> str:
        """Return what the register says about a question, in words; ``seen`` spares look-ups."""
        target, place, language = view.save_to, opened.place, self._rooms.language
        if target is None or target.row:
            return ""
        if target.entity in TICKS:
            of = principal_of(TICKS[target.entity], place.case, place.interview)
            ticked = self._rooms.register.find(target.entity, of=of, chosen=True)
            return ", ".join(row.label("kind", language) for row in ticked)
        record = principal_of(target.entity, place.case, place.interview)
        if record not in seen:
            seen[record] = self._rooms.register.get(target.entity, record)
        return _words(seen[record], target.field, language)


def sections_of(session: FormSession) -> tuple[SectionLine, ...]:
    """Return the sections with their quiet counts."""
    return tuple(
        SectionLine(one.path, one.title, one.answered, one.total)
        for one in session.sections()
    )


def _may_be_known(opened: Opened) -> Iterator[QuestionView]:
    for view in opened.session.snapshot():
        asked = (
            view.state is not AnswerState.NOTASKED or view.path in opened.asked_again
        )
        if view.known and view.relevant and view.is_question and not asked:
            yield view


def _words(row: Row | None, name: str, language: str) -> str:
    if row is None or name not in SCHEMA[row.entity.name].by_name:
        return ""
    return row.label(name, language)
