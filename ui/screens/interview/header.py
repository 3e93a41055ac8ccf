"""Above the interview: who is here, how far the words are kept, a rest, a cover."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.desk.views import CaseHeader, InterviewPage
from intake.text import Texts
from ui.widgets import Button, Pill
from ui.widgets.save_state import SaveState
from ui.widgets.who_line import WhoLine
from ui.widgets.window_action import run_action

HEIGHT = 76


class InterviewHeader(QWidget):
    """Crumbs, name and states on the left; the state of saving and two buttons on the right."""

    def __init__(self, texts: Texts, go: Callable[[str], object]) -> None:
        """``go`` is told "cases" or "case"."""
        super().__init__()
        self._texts, self._go = texts, go
        self._who = WhoLine(texts)
        self._finished = Pill(texts("casework-state-finished"), "ok")
        self._finished.hide()
        self.save = SaveState(texts)
        self.pause = Button(texts("casework-rest"), icon="pause")
        self.cover = Button(texts("casework-cover"), icon="eye-off")
        self.cover.on(lambda: run_action(self, "cover"))
        self.pause.setToolTip("F8")
        self.cover.setToolTip("F9")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._who, 1)
        for thing in (self._finished, self.save, self.pause, self.cover):
            box.addWidget(thing)

    def show_page(self, page: InterviewPage) -> None:
        """Show whose interview this is."""
        says = self._texts
        self._who.show_crumbs(
            (
                (says("rail-cases"), lambda: self._go("cases")),
                (page.header.number, lambda: self._go("case")),
                (page.form_title, None),
            )
        )
        self.show_header(page.header)
        self._finished.setVisible(page.state == "finished")
        self.pause.setVisible(page.state != "finished")

    def show_header(self, header: CaseHeader) -> None:
        """Show the name and the states as they are now."""
        self._who.show_header(header)
