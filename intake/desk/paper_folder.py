"""A folder of papers lies whole at the place a person chose, or not at all (묶음 폴더).

* Everything is written into a hidden folder beside the name; it takes the name when all is there.
* What lies there already is never written over: the newer one gets a number.
* What an earlier try left behind when the computer went off is swept away by the next.
"""

import errno
import shutil
from pathlib import Path
from typing import Self

from intake.desk.paper_placing import check_place, place_file
from intake.errors import IntakeError, NoRoom, ReadOnlyPlace

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MOST = 100


class LaidFolder:
    """A folder that is being filled; it gets its name, or goes again."""

    def __init__(self, into: Path, name: str) -> None:
        """Begin an empty one.

        Raises:
            ReadOnlyPlace: nothing can be written there.
            NoRoom: there is no room.
        """
        check_place(into)
        self._into, self._name = into, name
        self._part = into / f".{name}.part"
        try:
            shutil.rmtree(self._part, ignore_errors=True)
            self._part.mkdir(mode=0o700)
        except OSError as error:
            raise _said(error) from None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing that has no name."""
        shutil.rmtree(self._part, ignore_errors=True)

    def put(self, name: str, data: bytes) -> None:
        """Write one file.

        Raises:
            ReadOnlyPlace, NoRoom: the place does not take it.
        """
        place_file(data, self._part, name)

    def show(self) -> Path:
        """Give it its name, and return where it lies.

        Raises:
            ReadOnlyPlace, NoRoom: the place does not take it any more.
        """
        try:
            place = self._free()
            self._part.rename(place)
        except OSError as error:
            raise _said(error) from None
        return place

    def _free(self) -> Path:
        for at in range(1, _MOST):
            place = self._into / (self._name if at == 1 else f"{self._name} ({at})")
            if not place.exists():
                return place
        raise OSError(errno.EEXIST, "")


def _said(error: OSError) -> IntakeError:
    return NoRoom() if error.errno in _FULL else ReadOnlyPlace()
