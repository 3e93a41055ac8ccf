"""Never lose a syllable that is still being composed (조합 중인 글자).

* While a syllable is composed, the widget's text does not have it yet.
* Lock, close and save first ask the input method to commit. Where no input method answers
  (a platform without one), the remembered preedit is committed by an event of our own.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication


@runtime_checkable
class Composing(Protocol):
    """An editor that knows what is being composed in it."""

    preedit: str


def flush_composition() -> None:
    """Make what is being composed part of the text, wherever the focus is."""
    focus = QApplication.focusWidget()
    if focus is None:
        return
    QGuiApplication.inputMethod().commit()
    commit_preedit(focus)


def commit_preedit(editor: QObject) -> None:
    """Commit the preedit an editor remembers, if the input method did not."""
    if isinstance(editor, Composing) and editor.preedit:
        event = QInputMethodEvent("", [])
        event.setCommitString(editor.preedit)
        QCoreApplication.sendEvent(editor, event)
