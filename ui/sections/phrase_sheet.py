"""One phrase in a center's own words (문구 바꾸기), and how phrases look on paper (문구 견본).

* What was typed is kept by a press and by nothing else; the page below it is drawn when wanted.
* Room is counted as paper counts it; values are put in by a press, so that nobody types braces.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.sections.phrase_words import kept, shown, tokens
from ui.session import Session
from ui.widgets import Button, NoteEdit, Pill, row, say, words
from ui.widgets.field import labelled
from ui.widgets.flow import flowing
from ui.widgets.paper_sheet import AROUND, PaperSheet, image_of
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import TallSheet, empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.paper_pages import PageLook
    from intake.desk.views.templates import PhraseLine

_WIDE, _SHARP = 560, 2  # how wide a page stands in a sheet; how many pixels for each
_SHORT = frozenset({"post", "title", "heading", "label"})


class SampleBox(QWidget):
    """Pages of a sample, one below the other; ``turned`` as a page says it."""

    turned = Signal(str)

    def __init__(self, session: Session) -> None:
        """Show no page."""
        super().__init__()
        self._session = session
        self.pages: list[PaperSheet] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def ask(self, kind: str, language: str, name: str = "", said: str = "", otherwise: Callable[[IntakeError], None] | None = None) -> None:  # fmt: skip
        """Draw the phrases of a kind of paper; ``name`` is tried with ``said``."""

        def looked(desk: "Desk", _progress: object) -> "tuple[PageLook, ...]":
            from intake.desk.paper_pages import PaperPages  # noqa: PLC0415 - loads the core

            made = desk.templates.sample(kind, language, name, said)
            with PaperPages(made.data) as pages:
                return tuple(
                    pages.look(at, _WIDE * _SHARP) for at in range(pages.count)
                )

        self._session.ask(looked, self._on_pages, by=self, slot="sample", lane=Lane.BULK, otherwise=otherwise)  # fmt: skip

    def _on_pages(self, looks: "tuple[PageLook, ...]") -> None:
        empty_box(self._box)
        self.pages = []
        for one in looks:
            page = PaperSheet()
            said = self._session.texts("phrases-page-name", page=one.at + 1)
            page.show_image(image_of(one.picture), said, one.text)
            page.turned.connect(self.turned)
            page.fit(_WIDE - 2 * AROUND)
            self.pages.append(page)
            self._box.addWidget(page)


class SampleSheet(TallSheet):
    """How the phrases of one kind of paper look."""

    def __init__(self, session: Session, parent: QWidget, kind: str, label: str, language: str) -> None:  # fmt: skip
        """Ask for the pages at once."""
        says = session.texts
        self.done = Button(says("shell-close"), "primary").on(self.close_sheet)
        super().__init__(parent, label, self.done, note=says("phrases-sample-note"))
        self.sample = SampleBox(session)
        self.sample.turned.connect(self.turn)
        self.put(self.sample)
        self.sample.ask(kind, language)

    def ask(self) -> None:
        """Show the sheet."""
        self.open_sheet(self.done)


class PhraseSheet(TallSheet):
    """Asks for the words of one phrase; ``keep`` gets them as the desk keeps them."""

    def __init__(self, session: Session, parent: QWidget, kind: str, line: "PhraseLine", keep: Callable[[str], None]) -> None:  # fmt: skip
        """Show the phrase as it is now; ``keep`` is called with words that were typed."""
        self._session, self._line, self._kind, self._keep = session, line, kind, keep
        says = self._texts = session.texts
        self.go = Button(says("phrases-keep"), "primary").on(self._on_keep)
        self.look = Button(says("phrases-look"), icon="file-text").on(self._on_look)
        no = Button(says("shell-cancel")).on(self.close_sheet)
        super().__init__(parent, says("phrases-sheet"), self.look, no, self.go)
        self.edit = NoteEdit(says("phrases-own"), note=False, least_lines=1 if line.place in _SHORT else 3)  # fmt: skip
        self.edit.set_text(shown(line, line.own or line.default))
        self.edit.textChanged.connect(self._on_typed)
        self.facts = [self._chip(token) for _, token in tokens(line)]
        self._room, self._error = words("", "small"), words("", tone="danger")
        self._error.hide()
        self.sample = SampleBox(session)
        self.sample.turned.connect(self.turn)
        self._stand()
        self._on_typed()
        settle_tabs(self)

    def ask(self) -> None:
        """Show the sheet; whoever types goes on at the end."""
        self.open_sheet(self.edit)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def show_refused(self, error: IntakeError) -> None:
        """Say why these words may not stand; they stay as they were typed."""
        said = self._texts.error(error)
        say(self._error, f"{said.sentence}\n{said.remedy}".strip(), "danger")
        self.go.setEnabled(True)

    def said(self) -> str:
        """Return what was typed, as the desk keeps it."""
        return kept(self._line, self.edit.text() + self.edit.preedit)

    # --- within ------------------------------------------------------------------------

    def _stand(self) -> None:
        says, line = self._texts, self._line
        default = words(shown(line, line.default))
        self.put(row(Pill(line.place_label), None), labelled(says("phrases-default"), default))  # fmt: skip
        hint = says("phrases-post-hint") if line.place == "post" else ""
        self.put(labelled(says("phrases-own"), self.edit, hint), self._room)
        if self.facts:
            self.put(words(says("phrases-facts"), "small"), flowing(*self.facts, gap=6))
        self.put(self._error, self.sample)

    def _chip(self, token: str) -> Button:
        def put() -> None:
            self.edit.insertPlainText(token)
            self.edit.setFocus()

        name = self._texts("phrases-fact-name", fact=token.strip("‹›"))
        return Button(token, "chip", icon="plus", name=name).on(put)

    def _on_typed(self) -> None:
        left = self._line.room_left(self.said())
        over = left < 0
        told = self._texts("phrases-room-over", over=-left) if over else self._texts("phrases-room", left=left)  # fmt: skip
        say(self._room, told, "danger" if over else "")
        self.go.setEnabled(bool(self.said()) and not over)
        self.look.setEnabled(self.go.isEnabled())

    def _on_look(self) -> None:
        say(self._error, "")
        line = self._line
        self.sample.ask(self._kind, line.language, line.name, self.said(), self.show_refused)  # fmt: skip

    def _on_keep(self) -> None:
        self.edit.flush()
        say(self._error, "")
        self.go.setEnabled(False)
        self._keep(self.said())
