"""The interview page: what is known, the free note, the questions of one section at a time.

* Every word and every answer goes to the recorder at once; there is no save button.
* Enter and Shift+Enter walk through the questions, Ctrl+Up and Ctrl+Down through the sections.
* While somebody rests (F8) the page shows grounding words and nothing else.
* No match is shown here, and no other person's name: the person is in the room. A grey number
  says how many wait.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from typing_extensions import override

from ui.screens.interview.alike import AlikeCount
from ui.screens.interview.board import Board
from ui.screens.interview.header import HEIGHT, InterviewHeader
from ui.screens.interview.recorder import Recorder
from ui.screens.interview.rest import RestPage
from ui.session import Fact, Session
from ui.widgets import Page
from ui.widgets.stack import PageStack

if TYPE_CHECKING:
    from intake.desk.views import InterviewPage, PageChange, SummaryView

_HINTS = (
    ("Enter", "action-question-next"),
    ("Shift+Enter", "action-question-previous"),
    ("9", "casework-declined"),
    ("F2", "casework-note"),
    ("F8", "casework-rest"),
    ("F9", "casework-cover"),
)


class Interview(Page):
    """Records one interview at a time."""

    def __init__(self, session: Session) -> None:
        """Stand empty until a place names an interview."""
        super().__init__()
        self._session, self._texts = session, session.texts
        self.recorder: Recorder | None = None
        self._page: InterviewPage | None = None
        self._again = ""
        self.head = InterviewHeader(self._texts, self._leave_for)
        self._top = self.set_header(self.head, height=HEIGHT)
        self.alike = AlikeCount(session)
        self.board, self.rest = Board(self._texts, self.alike), RestPage(self._texts)
        self._pages = PageStack()
        self._pages.addWidget(self.board)
        self._pages.addWidget(self.rest)
        self.set_body(self._pages)
        hints = [(key, self._texts(text_id)) for key, text_id in _HINTS]
        self._keys = self.set_footer(hints)
        self.head.pause.on(self.pause)
        self.head.save.retried.connect(self._on_retried)
        self.rest.go_on.on(self._on_go_on)
        self._listen()

    # --- arriving, leaving, keys ---------------------------------------------------------

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``interview`` names the one to record; the one before is flushed."""
        wanted = str(facts.get("interview", ""))
        if wanted and (self.recorder is None or self.recorder.interview != wanted):
            self._begin(wanted)
        if self.recorder is not None:
            self.recorder.open(resume=True)

    @override
    def flush(self) -> None:
        """Hand on every word that is typed anywhere on the page."""
        if self.recorder is not None:
            self.recorder.retry()
            self.board.flush()
            self.recorder.settle()

    @override
    def act(self, action: str) -> bool:
        """Carry out what the keys of an interview ask for."""
        board = self.board
        acts: dict[str, Callable[[], object]] = {
            "note": board.focus_note,
            "pause": self.pause,
            "consent": lambda: self._leave_for("consent"),
            "adopt": board.note.strip.adopt_all,
            "known": board.known.focus_first,
            "section-next": lambda: board.step_section(+1),
            "section-previous": lambda: board.step_section(-1),
            "section-finish": lambda: board.step_section(+1),
        }
        resting = self._pages.currentWidget() is self.rest
        if action == "matches":
            if self._page is not None:
                self.alike.ask_more(resting=resting)
            return True
        if action in acts and self._page is not None and not resting:
            acts[action]()
        return action in acts

    def pause(self) -> None:
        """Rest: everything typed is kept, and the page is calm at once (F8)."""
        if self.recorder is not None and self.head.pause.isVisibleTo(self):
            self.flush()
            self._show_rest(resting=True)
            self.recorder.pause()

    def _show_rest(self, *, resting: bool) -> None:
        for bar in (self._top, self._keys):
            bar.setVisible(not resting)
        self._pages.setCurrentWidget(self.rest if resting else self.board)
        if resting:
            self.rest.go_on.setFocus()

    def _on_go_on(self) -> None:
        if self.recorder is not None:
            self.recorder.resume()

    def _leave_for(self, screen: str) -> None:
        if self._page is None:
            return
        case, interview = self._page.header.case, self._page.id
        if screen == "consent":
            self._session.go("consent", case=case, interview=interview)
        elif screen == "case":
            self._session.go("case", case=case)
        else:
            self._session.go(screen)

    # --- the recorder ------------------------------------------------------------------

    def _begin(self, interview: str) -> None:
        if self.recorder is not None:
            self.flush()
        self.board.clear()
        self.alike.forget()
        self._page = None
        self._show_rest(resting=False)
        recorder = self.recorder = Recorder(self._session, interview, self)
        recorder.paged.connect(self._on_page)
        recorder.changed.connect(self._on_change)
        recorder.found.connect(self.board.note.strip.show_found)
        recorder.noted.connect(recorder.look_for_finds)
        recorder.saving.connect(self.head.save.show_saving)
        recorder.saved.connect(self.head.save.show_saved)
        recorder.failed.connect(self.head.save.show_failed)
        recorder.went.connect(self._on_went)

    def _listen(self) -> None:
        board = self.board
        board.drafted.connect(lambda path, text: self._with().draft(path, text))
        board.settled.connect(self._on_settled)
        board.answered.connect(lambda path, value: self._with().answer(path, value))
        board.stood.connect(lambda path, state: self._with().stand(path, state))
        board.row_wanted.connect(lambda path: self._with().add_row(path))
        board.row_unwanted.connect(lambda path: self._with().remove_row(path))
        board.note.strip.adopted.connect(lambda lines: self._with().adopt(lines))
        board.known.again.connect(self._on_again)
        board.closing_wanted.connect(self._ask_summary)
        board.closing.finished.connect(lambda day: self._with().finish(day))

    def _on_settled(self) -> None:
        """Keep what was said; an interview that is finished hears the focus leave its last field."""
        if self.recorder is not None:
            self.recorder.settle()

    def _with(self) -> Recorder:
        assert self.recorder is not None  # noqa: S101 - the board is blank before
        return self.recorder

    def _on_page(self, page: "InterviewPage") -> None:
        self._page = page
        self.head.show_page(page)
        self.board.show_page(page)
        self.alike.show_case(page.header.case)
        self.head.save.show_saved(page.saved_ms)
        self._show_rest(resting=page.state == "paused")
        if self._again:
            again, self._again = self._again, ""
            self.board.go_to(again)

    def _on_change(self, change: "PageChange") -> None:
        self.board.change(change)
        if self._page is None:
            return
        case = self._page.header.case
        self.alike.show_case(case)
        self._session.ask(
            lambda desk, _progress: desk.cases.header(case),
            self.head.show_header,
            by=self,
            slot="header",
        )

    def _on_again(self, path: str) -> None:
        self._again = path
        self._with().ask_again(path)

    def _on_retried(self) -> None:
        self._with().retry()

    def _on_went(self, what: str) -> None:
        if what == "resume":
            self._show_rest(resting=False)
            self.board.focus_note()
        elif what == "finish" and self._page is not None:
            case = self._page.header.case
            self._page, self.recorder = None, None
            self._session.toast(self._texts("casework-finished"))
            self._session.go("case", case=case)

    def _ask_summary(self) -> None:
        recorder = self._with()
        recorder.settle()
        self._session.do(
            lambda desk, _progress: desk.interviews.summary(recorder.interview),
            self._on_summary,
            by=recorder,
        )

    def _on_summary(self, summary: "SummaryView") -> None:
        self.board.closing.show_summary(summary)
        self.board.show_closing()
