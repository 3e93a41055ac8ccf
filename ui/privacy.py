"""What keeps the screen's content on the screen.

* Windows: the window is left out of screenshots, thumbnails and recordings.
* What a person copies is taken off the clipboard after 30 seconds, if it is still there.
* Elsewhere the system has no such switch; see the threat model of the vault.
"""

import hashlib
import os

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

CLIPBOARD_SECONDS = 30
_EXCLUDE_FROM_CAPTURE = 0x11


def hide_from_capture(window: QWidget) -> bool:
    """Ask the system to leave the window out of every capture; False where it cannot."""
    if os.name != "nt":
        return False
    import ctypes  # noqa: PLC0415 - only Windows has it

    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - absent elsewhere
    return bool(
        user32.SetWindowDisplayAffinity(int(window.winId()), _EXCLUDE_FROM_CAPTURE)
    )


def copy_for_a_while(text: str) -> None:
    """Put text on the clipboard and take it off again."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)
    mark = _mark(text)
    QTimer.singleShot(CLIPBOARD_SECONDS * 1000, lambda: take_off(mark))


def take_off(mark: bytes) -> None:
    """Clear the clipboard if what is on it has this mark."""
    clipboard = QGuiApplication.clipboard()
    if _mark(clipboard.text()) == mark:
        clipboard.clear()


def _mark(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
