"""비슷한 기록: a grey number beside the interview, and no more while somebody sits here.

* "화면을 혼자 봅니다" is off at every start, after every lock and for every other interview.
* What is alike is never shown on this page; Ctrl+M leads to its own, and only when the desk
  says that nobody is interviewed in this case any more.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.screens.interview.sections import WIDTH
from ui.session import Question, Session
from ui.widgets import say, words

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.matches import CaseMatches

_BREATH_MS = (
    1_500  # an interview is full of answers; the number may come after the last
)


class AlikeCount(QWidget):
    """A number, whether she is alone at the screen, and one sentence when she asks for more."""

    def __init__(self, session: Session) -> None:
        """Stand out of sight; nobody is alone until they say so."""
        super().__init__()
        self._session, self._texts, self._case = session, session.texts, ""
        says = self._texts
        self.count = words("", "small")
        self.alone = QCheckBox(says("alike-alone"))
        self.alone.setAccessibleName(says("alike-alone"))
        self._hint, self.told = words(says("alike-alone-hint"), "small"), words("", "small")  # fmt: skip
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(self._ask)
        self.alone.toggled.connect(lambda on: self._on_alone(on=on))
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 2, 4, 0)
        box.setSpacing(4)
        for thing in (self.count, self.alone, self._hint, self.told):
            box.addWidget(thing)
        self.setFixedWidth(WIDTH)
        self.told.hide()
        self._hint.hide()
        self.hide()

    @property
    def is_alone(self) -> bool:
        """Whether she said that nobody else sees the screen."""
        return self.alone.isChecked()

    def forget(self) -> None:
        """Another interview: whoever comes may sit beside her."""
        self._case = ""
        self._breath.stop()
        self.alone.setChecked(False)
        self.hide()

    def show_case(self, case: str) -> None:
        """Ask how many a case has, once it has been quiet for a breath."""
        if case != self._case:
            self._case = case
            self._ask()
        else:
            self._breath.start()

    def ask_more(self, *, resting: bool) -> None:
        """Go to what is alike (Ctrl+M), where she is alone and nobody is interviewed."""
        if self.is_alone:
            self._go()
        elif resting:
            self._ask_whether_alone()
        else:
            say(self.told, self._texts("alike-alone-first"))

    # --- within ------------------------------------------------------------------------

    def _ask(self) -> None:
        case = self._case
        self._session.ask(
            lambda desk, _progress: (case, desk.matches.of_case(case)),
            self._on_found,
            by=self,
            slot="alike",
            otherwise=self._on_refused,
        )

    def _on_found(self, answer: "tuple[str, CaseMatches]") -> None:
        case, found = answer
        if case == self._case:
            self.count.setText(self._texts("alike-interview-count", count=found.count))
            self.setVisible(found.count > 0)

    def _on_refused(self, _error: IntakeError) -> None:
        """A number is worth no word in an interview."""
        self.hide()

    def _on_alone(self, *, on: bool) -> None:
        self._hint.setVisible(on)
        self.count.show()
        say(self.told, "")

    def _ask_whether_alone(self) -> None:
        says = self._texts

        def yes() -> None:
            self.alone.setChecked(True)
            self._go()

        title, body = says("alike-alone"), says("alike-alone-hint")
        answers = says("alike-alone-yes"), says("shell-cancel")
        self._session.question(Question(title, body, *answers, act=yes))

    def _go(self) -> None:
        case = self._case

        def look(desk: "Desk", _progress: object) -> "CaseMatches":
            found = desk.matches.of_case(case)
            if not found.quiet:
                desk.matches.open_panel(case)
            return found

        self._session.do(look, self._on_looked, by=self)

    def _on_looked(self, found: "CaseMatches") -> None:
        if found.quiet:
            self._hint.hide()  # there is little room beside the sections
            self.count.hide()  # the sentence has the number
            say(self.told, self._texts("alike-later", count=found.count))
        else:
            self._session.go("people", case=self._case)
