"""Whole lines and whole blocks, however a source hands out or a sink takes its bytes."""

from typing import BinaryIO

_STEP = 8 * 1024


class Feed:
    """A source with a little read ahead; a source that answers short is asked again."""

    def __init__(self, source: BinaryIO) -> None:
        """Read from ``source`` and nowhere else; it is not closed."""
        self._source = source
        self._ahead = b""

    def line(self, limit: int) -> bytes:
        """Return the next line with its line feed, at most ``limit`` bytes of it."""
        end = self._ahead.find(b"\n", 0, limit)
        while end < 0 and len(self._ahead) < limit:
            more = self._source.read(_STEP)
            if not more:
                break
            self._ahead += more
            end = self._ahead.find(b"\n", 0, limit)
        return self._take(end + 1 if end >= 0 else limit)

    def block(self, size: int) -> bytes:
        """Return ``size`` bytes; fewer only where the source ends."""
        data = self._take(size)
        if len(data) == size:
            return data
        parts, left = [data], size - len(data)
        while left and (more := self._source.read(left)):
            parts.append(more)
            left -= len(more)
        return b"".join(parts)

    def _take(self, size: int) -> bytes:
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data


def put(out: BinaryIO, data: bytes) -> None:
    """Write all of ``data``; a sink that takes a part is handed the rest."""
    left = memoryview(data)
    while left:
        taken: int | None = out.write(left)
        if taken is None:  # a sink of one's own making that does not count
            return
        left = left[taken:]
