"""Lock by beginning again (잠금): the process is replaced by a fresh one at the unlock screen.

An installed program begins again through its launcher (``LAUNCHER`` of ``app/start.py``), so
that the flags of its own Python are those of the first start.

Dropping objects leaves a sixth of the shown text in memory; a new process image leaves none
(measured). The caller saves the drafts and closes the vault first.

>>> fresh_start(["--folder", "/w"], executable="/usr/bin/python3", flags=["-m", "ui"])
('/usr/bin/python3', '-m', 'ui', '--folder', '/w')
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

_DETACHED = 0x00000008 | 0x00000200  # DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP


def relaunch(
    arguments: Sequence[str], *, close: Callable[[], None] | None = None
) -> NoReturn:
    """Close, then become a fresh process of this program with these arguments.

    Does not return, not even where closing fails: a lock that fails open is none.
    """
    try:
        if close is not None:
            close()
    finally:
        launcher = getattr(sys.modules.get("__main__"), "LAUNCHER", "")
        if not launcher:
            begin_again(fresh_start(arguments, executable=sys.executable, flags=_flags()))  # fmt: skip
        _through(launcher, arguments)


def _through(launcher: str, arguments: Sequence[str]) -> NoReturn:
    """Begin again through a launcher; where this version was taken away, the installed one's."""
    with contextlib.suppress(OSError):
        begin_again(fresh_start(arguments, executable=launcher, flags=()))
    installed = os.environ.pop("IEUM_PREFIX", "")  # it chooses anew
    with contextlib.suppress(OSError):
        beside = os.path.join(installed, os.path.basename(launcher))  # noqa: PTH118, PTH119
        begin_again(fresh_start(arguments, executable=beside, flags=()))
    os._exit(1)  # what was shown must not stay in memory behind a window that is gone


def begin_again(command: Sequence[str]) -> NoReturn:
    """Replace this process, or start the other one on its own and end this one at once."""
    if os.name == "nt":  # execv there returns to the shell while the old one lingers
        subprocess.Popen(  # noqa: S603 - our own program
            command,
            close_fds=True,
            creationflags=_DETACHED,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os._exit(0)
    os.execv(command[0], list(command))  # noqa: S606 - no shell is the point


def fresh_start(
    arguments: Sequence[str], *, executable: str, flags: Sequence[str]
) -> tuple[str, ...]:
    """Return the whole command of a fresh process."""
    return (executable, *flags, *arguments)


def _flags() -> tuple[str, ...]:
    """Return what stands between the interpreter and our arguments."""
    spec = getattr(sys.modules.get("__main__"), "__spec__", None)
    if spec is not None:
        return ("-m", spec.name.removesuffix(".__main__"))
    return (sys.argv[0],)
