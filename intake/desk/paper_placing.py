"""A paper goes to the place a person chose (저장할 곳): whole or not at all.

* It is written beside its name and takes the name when it is whole on the disk.
* A file that lies there already is never written over; the newer one gets a number.
* A place that refuses is named before anything is issued, as far as that can be known.
"""

import errno
import os
from pathlib import Path
from typing import Self

from intake.errors import IntakeError, NoRoom, ReadOnlyPlace

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MOST = 100
_TRY = ".ieum-try"


def check_place(folder: Path, needed: int = 1) -> None:
    """Check that something can be written into a folder.

    Raises:
        ReadOnlyPlace: it cannot, or it is not there.
        NoRoom: there is no room.
    """
    probe = folder / _TRY
    try:
        _write(probe, bytes(needed))
    except OSError as error:
        raise _said(error) from None
    finally:
        _drop(probe)


def place_of(place: Path) -> tuple[Path, str]:
    """Return the folder and the name a person chose; a folder alone has no name yet."""
    return (place, "") if place.is_dir() else (place.parent, place.name)


class Laid:
    """A file that lies whole on the disk beside its name; it gets the name, or goes again."""

    def __init__(self, data: bytes, folder: Path, name: str) -> None:
        """Write it.

        Raises:
            ReadOnlyPlace: nothing can be written there.
            NoRoom: there is no room; nothing was left behind.
        """
        self._folder, self._name = folder, name
        self._part = folder / f".{name}.part"
        try:
            _write(self._part, data)
        except OSError as error:
            _drop(self._part)
            raise _said(error) from None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing that has no name."""
        _drop(self._part)

    def show(self) -> Path:
        """Give it its name, and return where it lies; nothing is written over.

        Raises:
            ReadOnlyPlace, NoRoom: the place does not take it any more.
        """
        try:
            place = _free(self._folder, self._name)
            self._part.replace(place)
            _settle(self._folder)
        except OSError as error:
            raise _said(error) from None
        return place


def place_file(data: bytes, folder: Path, name: str) -> Path:
    """Write a file into a folder and return where it lies; half of it lies nowhere.

    Raises:
        ReadOnlyPlace: nothing can be written there.
        NoRoom: there is no room; nothing was left behind.
    """
    with Laid(data, folder, name) as laid:
        return laid.show()


def _settle(folder: Path) -> None:
    """Let a new name reach the disk, where the system knows how."""
    if hasattr(os, "O_DIRECTORY"):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _free(folder: Path, name: str) -> Path:
    stem, suffix = Path(name).stem, Path(name).suffix
    for at in range(1, _MOST):
        place = folder / (name if at == 1 else f"{stem} ({at}){suffix}")
        if not place.exists():
            return place
    raise OSError(errno.EEXIST, "")


def _write(path: Path, data: bytes) -> None:
    _drop(
        path
    )  # what a stick has under that name is never written through: it may lead elsewhere
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _drop(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the place went away; what lies there cannot be reached


def _said(error: OSError) -> IntakeError:
    return NoRoom() if error.errno in _FULL else ReadOnlyPlace()
