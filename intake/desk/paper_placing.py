"""A paper goes to the place a person chose (저장할 곳): whole or not at all.

* It is written beside its name and takes the name when it is whole on the disk.
* A file that lies there already is never written over; the newer one gets a number.
* A place that refuses is named before anything is issued, as far as that can be known.
"""

import errno
import os
from pathlib import Path

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


def place_file(data: bytes, folder: Path, name: str) -> Path:
    """Write a file into a folder and return where it lies; half of it lies nowhere.

    Raises:
        ReadOnlyPlace: nothing can be written there.
        NoRoom: there is no room; nothing was left behind.
    """
    part = folder / f".{name}.part"
    try:
        place = _free(folder, name)
        _write(part, data)
        part.replace(place)
    except OSError as error:
        raise _said(error) from None
    finally:
        _drop(part)
    return place


def _free(folder: Path, name: str) -> Path:
    stem, suffix = Path(name).stem, Path(name).suffix
    for at in range(1, _MOST):
        place = folder / (name if at == 1 else f"{stem} ({at}){suffix}")
        if not place.exists():
            return place
    raise OSError(errno.EEXIST, "")


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
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
