"""From a drawn paper to the file that leaves (발급): marked or locked, sealed, with room for a stamp.

* In this order: a paper is locked first and sealed then, so that the seal covers what lies on the
  disk. Room for a time stamp comes last.
* PDF/A forbids encryption: a locked paper is not marked as PDF/A, and that is said before.
* A key file that cannot seal refuses before anything is counted; what is wrong is said by name.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake.desk.rooms import Rooms
from intake.errors import SealRefused, WeakPassphrase

if TYPE_CHECKING:  # slow to load, and a seal is rare
    from intake.documents.key_file import SealKey

_SHORTEST: Final = 10  # letters of a passphrase that locks a paper
_LONGEST: Final = 127  # bytes: ISO 32000-2 cuts what is longer, and readers differ


@dataclass(frozen=True, slots=True)
class Finish:
    """What is to become of a paper once it is drawn."""

    key: "SealKey | None" = None
    lock: str = field(default="", repr=False)
    with_room: bool = False

    def done(self, drawn: bytes, number: str) -> bytes:
        """Return the file.

        Raises:
            SealRefused: the key does not belong to its certificate.
        """
        from intake.documents.archive import archived, locked  # noqa: PLC0415 - see above
        from intake.documents.sealing import sealed  # noqa: PLC0415 - see above
        from intake.documents.stamp_room import with_room  # noqa: PLC0415 - see above

        data = locked(drawn, self.lock) if self.lock else archived(drawn)
        if self.key is not None:
            data = sealed(data, self.key, reason=number, passphrase=self.lock)
        return with_room(data, self.lock) if self.with_room else data


def finish_of(rooms: Rooms, key_file: Path | None, key_passphrase: str, lock: str, *, with_room: bool) -> Finish:  # fmt: skip
    """Open the key file and look at the passphrase; nothing is made yet.

    Raises:
        SealRefused: the key file cannot seal (why).
        WeakPassphrase: what should lock the paper could be guessed, or is cut by readers.
    """
    from intake.documents.key_file import MAX_FILE, open_key  # noqa: PLC0415 - see above

    spelled = spelled_lock(lock)
    if spelled and not (len(spelled) >= _SHORTEST and len(spelled.encode()) <= _LONGEST):  # fmt: skip
        raise WeakPassphrase(why="lock")
    key = None
    if key_file is not None:
        data = _read(Path(key_file), MAX_FILE)
        key = open_key(data, key_passphrase, rooms.clock.today())
    return Finish(key, spelled, with_room)


def spelled_lock(lock: str) -> str:
    """Return a passphrase in the one spelling that every keyboard gives."""
    return unicodedata.normalize("NFC", lock)


def terms(rooms: Rooms, *, sealed: bool, locked: bool, with_room: bool, pack: bool) -> Iterator[str]:  # fmt: skip
    """Yield what it means to issue a paper, or a court's pack, so: sentence by sentence."""
    texts = rooms.texts
    if pack:
        yield texts("paper-terms-pack")
    yield texts("paper-terms-sealed" if sealed else "paper-terms-by-hand")
    if locked:
        yield texts("paper-terms-locked")
        yield texts("paper-terms-no-archive")
    else:
        yield texts("paper-terms-archive")
    if with_room:
        yield texts("paper-terms-pack-room" if pack else "paper-terms-room")


def _read(file: Path, most: int) -> bytes:
    try:
        if not file.is_file():  # a pipe or a device has no end
            raise SealRefused(why="away")
        with file.open("rb") as source:
            return source.read(most + 1)  # one more than fits says that it is too large
    except OSError:
        raise SealRefused(why="away") from None
