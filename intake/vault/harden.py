"""Keep this process's memory to itself (기억 지키기), as far as the system offers it.

* No core file: a crash must not write open cases to the disk.
* No other process of the same account may read our memory or trace us (Linux).
* Nothing here is needed to work; where a system refuses, we go on and say what we got.

Not promised: swap and hibernation. IT encrypts those.
"""

import contextlib
import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4
_PR_GET_DUMPABLE = 3
_SEM_QUIET = 0x0001 | 0x0002  # no error boxes that offer a dump


def harden() -> tuple[str, ...]:
    """Close what can be closed; return the names of what is now in force."""
    if os.name == "nt":
        return _windows()
    done = ["no-core"] if _no_core() else []
    if sys.platform == "linux" and _not_dumpable():
        done.append("not-dumpable")
    return tuple(done)


def _no_core() -> bool:
    import resource  # noqa: PLC0415 - only here

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def _not_dumpable() -> bool:
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        return int(libc.prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0)) == 0
    return False


def _windows() -> tuple[str, ...]:
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    kernel.SetErrorMode(_SEM_QUIET)
    return ("no-error-boxes",)
