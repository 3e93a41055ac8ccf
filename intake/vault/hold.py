"""One program at a time holds a vault (단독 사용): a lock the system drops when we die."""

import errno
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from intake.errors import AlreadyOpen, ReadOnlyPlace

_NAME = "vault.lock"
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class Hold:
    """The lock of one workspace folder; released at the latest when the process ends."""

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            AlreadyOpen: another process of this program holds it.
            ReadOnlyPlace: nothing can be written there.
        """
        try:
            self._handle = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            if error.errno not in _FORBIDDEN:
                raise
            raise ReadOnlyPlace(place="vault") from error
        try:
            _take(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise AlreadyOpen from error

    def release(self) -> None:
        """Give the lock back; twice is once."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def is_held(folder: Path) -> bool:
    """Whether another process holds it now; False where that cannot be told."""
    try:
        handle = os.open(folder / _NAME, os.O_RDWR)
    except OSError:
        return False
    try:
        _take(handle)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def _take(handle: int) -> None:
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        return
    import fcntl  # noqa: PLC0415 - only here

    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
