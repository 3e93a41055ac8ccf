"""A mailbox that lives as long as the program: for two workspaces on one computer, and tests.

* The same promises as a stick, and room that can be as small as one wants.
"""

from collections.abc import Iterator
from typing import ClassVar

from intake.errors import Cut, NoRoom, NotFound
from intake.mailbox.mailbox import Source, check_key
from intake.mailbox.papers import check_paper

_STEP = 64 * 1024


class MemoryMailbox:
    """Objects in a dictionary."""

    kind: ClassVar[str] = "memory"

    def __init__(self, name: str = "memory", room: int | None = None) -> None:
        """Start empty; ``room`` bounds the sum of all sizes."""
        self._name = name
        self._room = room
        self._held: dict[str, bytes] = {}
        self._papers: dict[str, bytes] = {}

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self._name

    def put_new(self, key: str, source: Source, size: int) -> bool:
        """Keep the next ``size`` bytes of ``source`` under a new name."""
        if check_key(key) in self._held:
            return False
        self._check_room(size)
        chunks = []
        left = size
        while left:
            chunk = source.read(min(left, _STEP))
            if not chunk:
                raise Cut(why="short")
            chunks.append(chunk)
            left -= len(chunk)
        self._held[key] = b"".join(chunks)
        return True

    def list(self, prefix: str) -> dict[str, int]:
        """Return the sizes of everything whose name starts so."""
        return {
            key: len(data)
            for key, data in sorted(self._held.items())
            if key.startswith(prefix)
        }

    def get(self, key: str) -> Iterator[bytes]:
        """Yield the bytes of one object, in order."""
        data = self._held.get(check_key(key))
        if data is None:
            raise NotFound(entity="mailbox-object")
        for start in range(0, len(data), _STEP):
            yield data[start : start + _STEP]

    def delete(self, key: str) -> None:
        """Remove one object."""
        self._held.pop(check_key(key), None)

    def read_paper(self, name: str, limit: int) -> bytes | None:
        """Return a paper, at most one byte more than ``limit``."""
        data = self._papers.get(check_paper(name))
        return None if data is None else data[: limit + 1]

    def write_paper(self, name: str, data: bytes) -> None:
        """Put a paper in place of what was there."""
        self._papers[check_paper(name)] = data

    def _check_room(self, size: int) -> None:
        if self._room is None:
            return
        free = self._room - sum(len(data) for data in self._held.values())
        if size > free:
            raise NoRoom(needed=size, free=free)
