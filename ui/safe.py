"""Safe mode (안전 모드): drawn without the graphics card, plain, and nothing begins by itself.

No rounds, no nightly backup, no comparing; everything that a person presses works as always.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QProcess, Qt

from ui.manner import Manner

FLAG: Final = "--safe"
_SOFTWARE: Final = {
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "QT_OPENGL": "software",
    "QT_XCB_GL_INTEGRATION": "none",
    "QT_QUICK_BACKEND": "software",
}
_ours: set[str] = set()


def draw_by_software() -> None:
    """Draw without the graphics card; before the application is made."""
    for name, value in _SOFTWARE.items():
        for_this_start(name, value)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_UseSoftwareOpenGL)


def for_this_start(name: str, value: str) -> None:
    """Set what Qt reads from the environment, unless the person did."""
    if name not in os.environ:
        os.environ[name] = value
        _ours.add(name)


def leave_no_trace() -> None:
    """Take back what was set for this start: the next one asks the settings again."""
    while _ours:
        os.environ.pop(_ours.pop(), None)


def plain(manner: Manner) -> Manner:
    """Return the same language in the plain look."""
    return replace(manner, theme="light", scale=100)


def arguments_for(arguments: Sequence[str], *, safe: bool) -> list[str]:
    """Return the words of the next start, with or without safe mode."""
    others = [one for one in arguments if one != FLAG]
    return [*others, FLAG] if safe else others


def begin_anew(arguments: Sequence[str]) -> None:
    """Start the program once more beside this one, which ends: nothing of the core is needed."""
    launcher = getattr(sys.modules.get("__main__"), "LAUNCHER", "")
    command = [launcher] if launcher else [sys.executable, "-m", "ui"]
    QProcess.startDetached(command[0], [*command[1:], *arguments])
