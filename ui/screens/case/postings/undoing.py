"""A word at the bottom with which a deed is taken back (되돌리기)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.errors import IntakeError
from ui.session import Session

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.undoing import UndoLine
    from intake.progress import Progress


def offer_undo(
    session: Session, by: QWidget, text: str, step: "UndoLine | None"
) -> None:
    """Say ``text`` and offer to take ``step`` back while it is still the last."""
    says = session.texts

    def taken(done: bool) -> None:
        session.toast(says("postings-undone" if done else "postings-undo-late"))

    def refused(error: IntakeError) -> None:
        session.refuse(error)

    def act() -> None:
        session.do(lambda desk, progress: _take_back(desk, step, progress), taken, by=by, otherwise=refused)  # fmt: skip

    if step is None:
        session.toast(text)
    else:
        session.toast(text, says("postings-undo"), act)


def _take_back(desk: "Desk", step: "UndoLine | None", progress: "Progress") -> bool:
    """Take the step back, unless something was done since."""
    if step is None or desk.undo.next() != step:
        return False
    desk.undo.undo(progress)
    return True
