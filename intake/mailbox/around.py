"""Mailboxes around mailboxes (덧대기): patience, pace and a log, each a mailbox itself.

* ``Patient`` tries again what may go better in a while, and only that: a refused password or a
  strange certificate is a person's to settle.
* ``Paced`` leaves the line to others; ``Noted`` writes verbs, counts and sizes, never a name.
* Waiting is whoever's it is to wait: it may raise ``Cancelled``, and then nothing is left behind.
"""

import logging
import time
from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from typing_extensions import override

from intake.errors import IntakeError, MailboxAway
from intake.mailbox.mailbox import Mailbox, Papers, Source

Wait = Callable[[float], None]  # seconds
Found = TypeVar("Found")
_TRIES, _FIRST, _LONGEST = 5, 1.0, 60.0
_LOG = logging.getLogger(__name__)


class _Around:
    """A mailbox that does as the one within."""

    def __init__(self, within: Mailbox) -> None:
        """Stand around ``within``."""
        self.within = within

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self.within.name

    def put_new(self, key: str, source: Source, size: int) -> bool:
        """Keep the next ``size`` bytes of ``source`` under a new name."""
        return self.within.put_new(key, source, size)

    def list(self, prefix: str) -> dict[str, int]:
        """Return the sizes of everything well-formed whose name starts so."""
        return self.within.list(prefix)

    def get(self, key: str) -> Iterator[bytes]:
        """Yield the bytes of one object, in order."""
        return self.within.get(key)

    def delete(self, key: str) -> None:
        """Remove one object."""
        self.within.delete(key)

    def read_paper(self, name: str, limit: int) -> bytes | None:
        """Return a paper, at most one byte more than ``limit``; None where there is none."""
        return cast("Papers", self.within).read_paper(name, limit)

    def write_paper(self, name: str, data: bytes) -> None:
        """Put a paper in place of what was there."""
        cast("Papers", self.within).write_paper(name, data)


class Patient(_Around):
    """Tries again, each time after twice as long, what was away."""

    def __init__(self, within: Mailbox, wait: Wait = time.sleep, tries: int = _TRIES) -> None:  # fmt: skip
        """Try so often in all; ``wait`` is given seconds."""
        super().__init__(within)
        self._wait, self._tries = wait, tries

    @override
    def put_new(self, key: str, source: Source, size: int) -> bool:
        """Keep bytes; what was read once is read again from memory, a part at most."""
        again = _Again(source)

        def once() -> bool:
            again.rewind()
            return self.within.put_new(key, again, size)

        return self._patiently(once)

    @override
    def list(self, prefix: str) -> dict[str, int]:
        """List; try again where it was away."""
        return self._patiently(lambda: self.within.list(prefix))

    @override
    def get(self, key: str) -> Iterator[bytes]:
        """Yield bytes; after an interruption go on behind what was given already."""
        given = 0
        for left in reversed(range(self._tries)):
            try:
                for chunk in _behind(self.within.get(key), given):
                    given += len(chunk)
                    yield chunk
            except MailboxAway:
                if not left:
                    raise
                self._wait(self._long(self._tries - left - 1))
            else:
                return

    @override
    def delete(self, key: str) -> None:
        """Remove; try again where it was away."""
        self._patiently(lambda: self.within.delete(key))

    def _patiently(self, once: Callable[[], Found]) -> Found:
        for at in range(self._tries - 1):
            try:
                return once()
            except MailboxAway:
                self._wait(self._long(at))
        return once()

    @staticmethod
    def _long(at: int) -> float:
        return min(_LONGEST, _FIRST * 2.0**at)


class Paced(_Around):
    """Gives and takes at most so many bytes in a second, over a whole object."""

    def __init__(self, within: Mailbox, rate: int, wait: Wait = time.sleep, now: Callable[[], float] = time.monotonic) -> None:  # fmt: skip
        """Keep to ``rate`` bytes a second."""
        super().__init__(within)
        self._rate, self._wait, self._now = rate, wait, now

    @override
    def put_new(self, key: str, source: Source, size: int) -> bool:
        """Keep bytes, at that pace."""
        return self.within.put_new(key, _PacedSource(source, self._pace()), size)

    @override
    def get(self, key: str) -> Iterator[bytes]:
        """Yield bytes, at that pace."""
        pace = self._pace()
        for chunk in self.within.get(key):
            pace(len(chunk))
            yield chunk

    def _pace(self) -> Callable[[int], None]:
        start, done = self._now(), 0

        def pace(size: int) -> None:
            nonlocal done
            done += size
            early = done / self._rate - (self._now() - start)
            if early > 0:
                self._wait(early)

        return pace


class Noted(_Around):
    """Writes what was done: verbs, sizes and kinds of failure."""

    @override
    def put_new(self, key: str, source: Source, size: int) -> bool:
        """Keep bytes, and note how many."""
        return self._noted("put", size, lambda: self.within.put_new(key, source, size))

    @override
    def list(self, prefix: str) -> dict[str, int]:
        """List, and note how many there were."""
        found = self._noted("list", 0, lambda: self.within.list(prefix))
        _LOG.info("mailbox listed %d", len(found))
        return found

    @override
    def get(self, key: str) -> Iterator[bytes]:
        """Yield bytes, and note how many."""
        given = 0
        try:
            for chunk in self.within.get(key):
                given += len(chunk)
                yield chunk
        except IntakeError as error:
            _LOG.warning("mailbox get %d %s", given, error.text_id)
            raise
        _LOG.info("mailbox get %d", given)

    @override
    def delete(self, key: str) -> None:
        """Remove, and note it."""
        self._noted("delete", 0, lambda: self.within.delete(key))

    @staticmethod
    def _noted(verb: str, size: int, once: Callable[[], Found]) -> Found:
        try:
            found = once()
        except IntakeError as error:
            _LOG.warning("mailbox %s %d %s", verb, size, error.text_id)
            raise
        _LOG.info("mailbox %s %d", verb, size)
        return found


class _Again:
    """A source that can be read from its start again."""

    def __init__(self, source: Source) -> None:
        self._source, self._read, self._at = source, bytearray(), 0

    def rewind(self) -> None:
        """Begin again."""
        self._at = 0

    def read(self, size: int, /) -> bytes:
        if self._at == len(self._read):
            self._read += self._source.read(size)
        chunk = bytes(self._read[self._at : self._at + size])
        self._at += len(chunk)
        return chunk


class _PacedSource:
    def __init__(self, source: Source, pace: Callable[[int], None]) -> None:
        self._source, self._pace = source, pace

    def read(self, size: int, /) -> bytes:
        chunk = self._source.read(size)
        self._pace(len(chunk))
        return chunk


def _behind(chunks: Iterator[bytes], given: int) -> Iterator[bytes]:
    """Yield what comes after the first ``given`` bytes."""
    for chunk in chunks:
        if given >= len(chunk):
            given -= len(chunk)
            continue
        yield chunk[given:]
        given = 0
