"""Seal one file while it is read: a ``.part`` that becomes an age file, or nothing.

* The name is the SHA-256 of the sealed bytes: what travels can be compared without a key.
* Each file has a key of its own, kept only in the record that speaks of it: with the record
  the key goes, and with the key the file, wherever a copy of it lies.
* Order: part, fsync, rename, fsync of the folder; only then is a record written. A part never
  opens, for its last chunk is missing.
"""

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from intake.crypto import PqIdentity, SealWriter
from intake.errors import NoRoom, ReadOnlyPlace
from intake.plain_files import sync_folder

PART = ".part"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Slip:
    """What must be remembered of a sealed file (보관표): its name and its key."""

    name: str
    key: str = field(repr=False)
    size: int = 0


class _Summed:
    """A file that is hashed as it is written."""

    def __init__(self, out: BinaryIO) -> None:
        self.out, self.sum, self.size = out, hashlib.sha256(), 0

    def write(self, data: bytes | memoryview) -> int:
        with our_errors():
            self.out.write(data)
        self.sum.update(data)
        self.size += len(data)
        return len(data)


class Sealing:
    """Takes the bytes of one file; left without ``keep``, nothing of it remains."""

    def __init__(self, folder: Path, name: str) -> None:
        """Begin a part in ``folder``, which must be there.

        Raises:
            NoRoom, ReadOnlyPlace: it cannot be written.
        """
        self._folder, self._part = folder, folder / f"{name}{PART}"
        self._identity = PqIdentity.generate()
        with our_errors():
            opened = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file = os.fdopen(opened, "wb")
        self._out = _Summed(self._file)
        self._kept = False
        try:
            self._seal = SealWriter(self._out, [self._identity.recipient])  # type: ignore[arg-type]  # only write is used
        except BaseException:
            self._drop()
            raise

    def write(self, data: bytes | memoryview) -> None:
        """Seal some more."""
        self._seal.write(data)

    def keep(self) -> Slip:
        """Finish the file under its name and make that durable."""
        self._seal.close()
        with our_errors():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            digest = self._out.sum.hexdigest()
            self._part.replace(self._folder / f"{digest}.age")
            sync_folder(self._folder)
        self._kept = True
        return Slip(digest, self._identity.text, self._out.size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: object, __: TracebackType | None
    ) -> None:
        """Leave nothing behind unless it was kept."""
        if not self._kept:
            self._drop()

    def _drop(self) -> None:
        with contextlib.suppress(OSError):
            self._file.close()
        self._part.unlink(missing_ok=True)


@contextmanager
def our_errors() -> Iterator[None]:
    """Say what the system refuses in our words, without a path."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise NoRoom from None
        raise ReadOnlyPlace(place="attachments") from None
