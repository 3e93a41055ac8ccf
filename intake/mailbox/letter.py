"""Bring a sealed file into a mailbox and out again, in parts, as often as one likes.

* A file larger than 64 MiB travels in parts, so an interrupted copy goes on where it
  stopped and FAT's limit of 4 GiB is never met. ``cat x.age.*`` puts it together again.
* ``send`` puts what is missing and nothing else: the second run sends 0.
* ``find_letters`` lists only full sets; ``fetch`` hands out only bytes that fit the name.

>>> from intake.mailbox.memory import MemoryMailbox
>>> find_letters(MemoryMailbox(), "ic")
()
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from intake.errors import Altered, Cut, NotFound
from intake.mailbox.mailbox import SUFFIXES, Key, Mailbox, address, read_key
from intake.progress import Progress

PART: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, order=True)
class Letter:
    """One sealed file as it lies, or shall lie, in a mailbox (봉투)."""

    addressee: str
    month: str
    sha256: str
    size: int
    suffix: str = SUFFIXES[0]
    parts: int = 1

    def names(self) -> Iterator[Key]:
        """Yield the names of its parts in order."""
        for part in range(1, self.parts + 1):
            yield Key(
                self.addressee, self.month, self.sha256, self.suffix, part, self.parts
            )


def letter_for(
    addressee: str, month: str, sha256: str, size: int, *, suffix: str = SUFFIXES[0]
) -> Letter:
    """Return the letter of a file of this size."""
    parts = max(1, -(-size // PART))
    return Letter(address(addressee), month, sha256, size, suffix, parts)


def send(mailbox: Mailbox, file: Path, letter: Letter, progress: Progress) -> int:
    """Put what is missing of ``file`` into the mailbox; return how many parts that were.

    Raises:
        Unreachable: away, read-only or full; run again later, it goes on from there.
        Cancelled: from ``progress``; no part of a part is left.
    """
    held = mailbox.list(f"{letter.addressee}/{letter.month}/")
    sent = 0
    with _opened(file) as source:
        for index, key in enumerate(letter.names()):
            size = min(PART, letter.size - index * PART)
            if held.get(key.text) == size:
                continue
            mailbox.delete(key.text)
            source.seek(index * PART)
            watched = _Watched(source, index * PART, letter.size, progress)
            sent += mailbox.put_new(key.text, watched, size)
    progress.step(letter.size, letter.size, "progress-delivering")
    return sent


def find_letters(mailbox: Mailbox, addressee: str) -> tuple[Letter, ...]:
    """Return what lies complete for an addressee, oldest month first."""
    sets: dict[tuple[str, str, str, int], dict[int, int]] = defaultdict(dict)
    for text, size in mailbox.list(f"{address(addressee)}/").items():
        key = read_key(text)
        if key is not None:
            group = (key.month, key.sha256, key.suffix, key.parts)
            sets[group][key.part] = size
    return tuple(
        Letter(address(addressee), month, sha256, sum(sizes.values()), suffix, parts)
        for (month, sha256, suffix, parts), sizes in sorted(sets.items())
        if len(sizes) == parts
    )


def read_letter(mailbox: Mailbox, letter: Letter) -> Iterator[bytes]:
    """Yield the bytes of a letter, part after part."""
    for key in letter.names():
        yield from mailbox.get(key.text)


def fetch(mailbox: Mailbox, letter: Letter, out: BinaryIO, progress: Progress) -> None:
    """Copy a letter out of the mailbox.

    Raises:
        Altered: the bytes are not those of the name; what was written is worthless.
        Cut: more of them than were listed, or a part is gone.
        Unreachable: the place went away.
        Cancelled: from ``progress``.
    """
    summed = hashlib.sha256()
    done = 0
    for chunk in _present(mailbox, letter):
        done += len(chunk)
        if done > letter.size:  # a medium that never ends would fill this disk
            raise Cut(why="long")
        summed.update(chunk)
        out.write(chunk)
        progress.step(done, letter.size, "progress-fetching")
    if summed.hexdigest() != letter.sha256:
        raise Altered(member="letter")


def _present(mailbox: Mailbox, letter: Letter) -> Iterator[bytes]:
    try:
        yield from read_letter(mailbox, letter)
    except NotFound as error:
        raise Cut(why="missing-part") from error


def check_delivered(
    mailbox: Mailbox, file: Path, letter: Letter, progress: Progress
) -> None:
    """Read a delivered letter back from its medium and compare it with the sealed file.

    A part that differs is removed, so that ``send`` puts it again.

    Raises:
        Altered: the medium gave back other bytes.
        Cut: something is missing.
    """
    with _opened(file) as source:
        for key in letter.names():
            _compare(mailbox, key, source, letter.size, progress)
        if source.read(1):
            raise Cut(why="short")


def withdraw(mailbox: Mailbox, letter: Letter) -> None:
    """Remove a letter from the mailbox."""
    for key in letter.names():
        mailbox.delete(key.text)


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise NotFound(entity="bundle") from error


def _compare(
    mailbox: Mailbox, key: Key, source: BinaryIO, total: int, progress: Progress
) -> None:
    start = source.tell()
    expected = min(PART, total - start)
    read = 0
    try:
        for chunk in mailbox.get(key.text):
            read += len(chunk)
            if source.read(len(chunk)) != chunk:
                mailbox.delete(key.text)
                raise Altered(member="letter")
            progress.step(min(start + read, total), total, "progress-verifying")
    except NotFound as error:
        raise Cut(why="missing-part") from error
    if read != expected:
        mailbox.delete(key.text)
        raise Cut(why="short")


class _Watched:
    """A file that reports how far it was read, and so lets a copy be cancelled."""

    def __init__(
        self, source: BinaryIO, done: int, total: int, progress: Progress
    ) -> None:
        self._source = source
        self._done = done
        self._total = total
        self._progress = progress

    def read(self, size: int = -1, /) -> bytes:
        self._progress.step(self._done, self._total, "progress-delivering")
        data = self._source.read(size)
        self._done += len(data)
        return data
