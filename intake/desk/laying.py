"""A file that is written to a place somebody chose (파일 두기): whole, or not at all."""

import contextlib
import os
from pathlib import Path

from intake.errors import ReadOnlyPlace


def laid(file: Path, data: bytes) -> Path:
    """Write beside the place where the file will lie; only its owner may read it."""
    part = file.with_name(f"{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise ReadOnlyPlace(place="none") from error
    return part


def show(part: Path, file: Path) -> None:
    """Give it its name; what lay there under that name was to be replaced."""
    try:
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ReadOnlyPlace(place="none") from error
