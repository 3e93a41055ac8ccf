"""The working page: sections on the left; known facts, note and questions in the column.

* The questions of one section stand below the note at a time; a section is drawn when it is
  first visited and then only where something differs.
* It knows how to move; what is said it hands on by signals.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.text import Texts
from ui.screens.interview.closing import ClosingPage
from ui.screens.interview.here import Here
from ui.screens.interview.known import KnownCard
from ui.screens.interview.note import FreeNote
from ui.screens.interview.section_body import SectionBody
from ui.screens.interview.sections import CLOSING, NOTE, SectionNav
from ui.screens.interview.tree import Tree
from ui.widgets import Button, Column, keycap, row, words
from ui.widgets.question_card import QuestionCard
from ui.widgets.stack import PageStack
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk.views import InterviewPage, PageChange, SectionLine

_ABOVE = 20  # what is left free above a card that is brought into sight


class Board(QWidget):
    """Shows an ``InterviewPage`` and keeps it true."""

    drafted = Signal(str, str)
    settled = Signal()
    answered = Signal(str, object)
    stood = Signal(str, str)
    row_wanted = Signal(str)
    row_unwanted = Signal(str)
    closing_wanted = Signal()

    def __init__(self, texts: Texts, beside: QWidget | None = None) -> None:
        """Stand empty; ``beside`` stands below the sections."""
        super().__init__()
        self._texts, self._beside = texts, beside
        self._tree = Tree()
        self._bodies: dict[str, SectionBody] = {}
        self.here = ""
        self._ring = Here(self)
        self._new_row = False
        self._lines: tuple[SectionLine, ...] = ()
        self.nav = SectionNav(texts)
        self.known = KnownCard(texts)
        self.note = FreeNote(texts)
        self.closing = ClosingPage(texts)
        self._title = words("", "title", wrap=False)
        self._hint = words("", "small", wrap=False)
        self._back = Button("", icon="arrow-left").on(lambda: self.step_section(-1))
        self.forward = Button("", icon="arrow-right").on(lambda: self.step_section(+1))
        for button in (self._back, self.forward):
            button.setAutoDefault(True)  # Enter goes on from here too
        self._stand()
        self._listen()

    # --- what is shown ---------------------------------------------------------------

    def clear(self) -> None:
        """Forget the interview before."""
        for body in self._bodies.values():
            body.hide()
            body.deleteLater()
        self._bodies.clear()
        self._tree, self.here = Tree(), ""
        self.note.edit.set_text("")
        self.note.strip.show_found(())

    def show_page(self, page: "InterviewPage") -> None:
        """Show the whole page; cards that are still there stay as they are drawn."""
        self._tree = Tree(page.questions)
        self.known.show_facts(page.known)
        edit = self.note.edit
        if not edit.hasFocus() and edit.text() != page.note:
            edit.set_text(page.note)
        self.note.strip.show_found(page.found)
        self._lines = page.sections
        self.nav.show_sections(page.sections)
        for body in self._bodies.values():
            body.refresh(self._tree)
        if self.here not in self.nav.sections():
            self.show_section(self.nav.sections()[0], focus=False)
            self.nav.show_here(NOTE)
            self.note.focus()
        self._show_steps()
        settle_tabs(self)

    def change(self, change: "PageChange") -> None:
        """Show what differs."""
        self._tree.change(change.questions, change.gone)
        self._lines = change.sections
        moved = self.nav.show_sections(change.sections)
        for body in self._bodies.values():
            moved |= body.change(change.questions, change.gone)
        if moved:
            self._show_steps()
            settle_tabs(self)
        if self._new_row:
            self._new_row = False
            self._go_to_first_of(change)

    def flush(self) -> None:
        """Hand on every word that is typed anywhere."""
        self.note.edit.flush()
        for body in self._bodies.values():
            body.flush()

    # --- moving ------------------------------------------------------------------------

    def show_section(self, path: str, *, focus: bool = True) -> None:
        """Show the note, a section, or the end."""
        if path == NOTE:
            self.focus_note()
        elif path == CLOSING:
            self.flush()
            self.closing_wanted.emit()
        else:
            self._show_questions(path)
            if focus:
                self._go_to_top()

    def show_closing(self) -> None:
        """Show the end; its summary has come."""
        self.closing.show_gaps(self._lines)
        self.closing.show_next(self._agreed_day())
        self._pages.setCurrentWidget(self._end)
        self.nav.show_here(CLOSING)
        settle_tabs(self)
        self._end.verticalScrollBar().setValue(0)
        self.closing.next.setFocus()

    def step_section(self, step: int) -> None:
        """Go to the next section, or to the end after the last (Ctrl+Down, Ctrl+Enter)."""
        self.flush()
        self.settled.emit()
        stops = [*self.nav.sections(), CLOSING]
        closing = self._pages.currentWidget() is self._end
        here = CLOSING if closing else self.here
        at = stops.index(here) + step if here in stops else 0
        if 0 <= at < len(stops):
            self.show_section(stops[at])

    def focus_note(self) -> None:
        """Go on writing the free note (F2)."""
        if self._pages.currentWidget() is not self._work:
            self._show_questions(self.here)
        self.note.focus()
        self._work.verticalScrollBar().setValue(0)
        self.nav.show_here(NOTE)

    def go_to(self, path: str) -> None:
        """Go to a question, wherever it stands."""
        if path in self._tree:
            self._show_questions(self._tree.view(path).section)
            card = self._bodies[self.here].card(path)
            if isinstance(card, QuestionCard):
                self._focus(card)

    def cards(self) -> list[QuestionCard]:
        """Return the questions of the section that is shown."""
        return self._bodies[self.here].cards() if self.here in self._bodies else []

    def card(self, path: str) -> QuestionCard:
        """Return the card of a question in the section that is shown."""
        card = self._bodies[self.here].card(path)
        assert isinstance(card, QuestionCard)  # noqa: S101 - asked by name
        return card

    def _show_questions(self, path: str) -> None:
        self.here = path
        body = self._body(path)
        for other in self._bodies.values():
            other.setVisible(other is body)
        self._pages.setCurrentWidget(self._work)
        self.nav.show_here(path)
        self._title.setText(self.nav.title(path))
        self._show_steps()
        settle_tabs(self)

    def _agreed_day(self) -> str:
        for view in self._tree.walk(""):
            if view.save_to is not None and view.save_to.field == "next_contact":
                return str(view.value or "")
        return ""

    def _show_steps(self) -> None:
        sections = self.nav.sections()
        at = sections.index(self.here) if self.here in sections else 0
        says, last = self._texts, at + 1 >= len(sections)
        after = says("casework-closing") if last else self.nav.title(sections[at + 1])
        self.forward.setText(after)
        self.forward.setAccessibleName(says("casework-step-to", name=after))
        self._back.setVisible(at > 0)
        if at > 0:
            before = self.nav.title(sections[at - 1])
            self._back.setText(before)
            self._back.setAccessibleName(says("casework-step-back", name=before))

    def _on_step(self, card: object, step: int) -> None:
        cards = self.cards()
        at = cards.index(card) + step if card in cards else 0
        if at < 0:
            self.focus_note()
        elif at < len(cards):
            self._focus(cards[at])
        else:
            self.forward.setFocus()
            self._work.ensureWidgetVisible(self.forward, 0, _ABOVE)

    def _go_to_top(self) -> None:
        cards = self.cards()
        if cards:
            cards[0].focus_first()
        QTimer.singleShot(0, self, self._scroll_to_title)

    def _scroll_to_title(self) -> None:
        ground = self._work.widget()
        if ground is None:
            return
        top = self._title.mapTo(ground, self._title.rect().topLeft()).y()
        self._work.verticalScrollBar().setValue(top - _ABOVE)

    def _go_to_first_of(self, change: "PageChange") -> None:
        for view in change.questions:
            card = self._bodies[self.here].card(view.path)
            if view.is_question and isinstance(card, QuestionCard):
                self._focus(card)
                return

    def _focus(self, card: QuestionCard) -> None:
        card.focus_first()
        QTimer.singleShot(
            0, card, lambda: self._work.ensureWidgetVisible(card, 0, _ABOVE)
        )

    def _on_moved(self, now: object) -> None:
        if self._ring.card is not None:
            self.nav.show_here(self.here)
        elif now is self.note.edit:
            self.nav.show_here(NOTE)

    # --- building ----------------------------------------------------------------------

    def _body(self, path: str) -> SectionBody:
        if path not in self._bodies:
            body = SectionBody(path, self._tree, self._texts)
            body.answered.connect(self.answered)
            body.stood.connect(self.stood)
            body.drafted.connect(self.drafted)
            body.settled.connect(lambda _path: self.settled.emit())
            body.stepped.connect(self._on_step)
            body.row_wanted.connect(self._on_row_wanted)
            body.row_unwanted.connect(self.row_unwanted)
            self._sections.addWidget(body)
            self._bodies[path] = body
        return self._bodies[path]

    def _on_row_wanted(self, path: str) -> None:
        self._new_row = True
        self.row_wanted.emit(path)

    def _stand(self) -> None:
        holder = QWidget()
        self._sections = QVBoxLayout(holder)
        self._sections.setContentsMargins(0, 0, 0, 0)
        heading = row(self._title, None, self._hint)
        heading.setContentsMargins(4, 8, 4, 0)
        steps = row(self._back, None, keycap("Ctrl+Enter"), self.forward)
        self._work = Column(
            self.known, self.note, heading, holder, steps, 24, None, gap=14
        )
        self._end = Column(self.closing, None)
        self._pages = PageStack()
        self._pages.addWidget(self._work)
        self._pages.addWidget(self._end)
        side = QVBoxLayout()
        side.setContentsMargins(16, 24, 0, 24)
        side.addWidget(self.nav, 1)
        if self._beside is not None:
            side.addWidget(self._beside)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(side)
        box.addWidget(self._pages, 1)

    def _listen(self) -> None:
        self.nav.chosen.connect(self.show_section)
        self.note.edit.committed.connect(lambda text: self.drafted.emit(NOTE, text))
        self.note.edit.rested.connect(self.settled)
        self.closing.left.connect(lambda path: self.show_section(path or self.here))
        self._ring.moved.connect(self._on_moved)
