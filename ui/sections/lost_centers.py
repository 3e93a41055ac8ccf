"""센터의 인증 열쇠를 잃어버렸을 때: at the central desk, a center's key is taken back as a whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session import Question, Session
from ui.widgets import Button, Card, Pill, row, words
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.certificates import CenterLine


class LostCenters(Card):
    """There is a card only where the desk may take a center back."""

    def __init__(self, session: Session) -> None:
        """Stay out of sight."""
        self._lines = QVBoxLayout()
        says = session.texts
        super().__init__(
            words(says("certificate-centers-title"), "heading"),
            words(says("certificate-centers-help"), "muted"),
            self._lines,
            gap=12,
        )
        self._session, self.texts = session, says
        self.hide()

    def show_centers(self, centers: "tuple[CenterLine, ...]") -> None:
        """Show every center, and whose key was taken back."""
        empty_box(self._lines)
        for one in centers:
            holder, said = QWidget(), self.texts("certificate-center-take")
            name = words(f"{one.code} · {one.name}", "body", wrap=False)
            line = row(name, None)
            if one.taken_back:
                line.addWidget(Pill(self.texts("certificate-center-taken"), "wait"))
            else:
                button = Button(said, "danger", name=f"{said}: {one.code}")
                line.addWidget(button.on(self._taking(one)))
            holder.setLayout(line)
            self._lines.addWidget(holder)
        self.setVisible(bool(centers))

    def _taking(self, one: "CenterLine") -> Callable[[], None]:
        says = self.texts

        def take() -> None:
            self._session.do(
                lambda desk, _progress: desk.certificates.lose_center(one.code),
                None,
                by=self,
            )

        question = Question(
            title=says("certificate-center-title", center=one.name),
            body=says("certificate-center-body"),
            yes=says("certificate-center-yes"),
            no=says("certificate-center-no"),
            act=take,
            danger=True,
        )
        return lambda: self._session.question(question)
