"""Ctrl+Z and Ctrl+Shift+Z: the last step is taken back, or done again, and said in words.

In a line or a note the keys belong to the typing; here they belong to the record.
"""

from typing import TYPE_CHECKING

from intake.errors import IntakeError, NotFound
from intake.progress import Progress
from ui.session import Session

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.undoing import UndoLine


def take_back(session: Session, *, again: bool = False) -> None:
    """Take back the last step of this sitting; ``again`` does it again."""
    says = session.texts

    def deed(desk: "Desk", progress: Progress) -> "UndoLine":
        return desk.undo.redo(progress) if again else desk.undo.undo(progress)

    def told(line: "UndoLine") -> None:
        text = says("undo-redone" if again else "undo-undone", deed=says(line.text_id))
        if again:
            session.toast(text)
        else:
            session.toast(
                text, says("undo-redo"), lambda: take_back(session, again=True)
            )

    def refused(error: IntakeError) -> None:
        if isinstance(error, NotFound):
            session.toast(says("undo-nothing-again" if again else "undo-nothing"))
        else:
            session.refuse(error)

    session.do(deed, told, otherwise=refused)
