"""SSH's wire form (RFC 4251 §5): numbers, strings, and nothing left over."""

import struct

from intake.errors import BadSignature

_LONG = 4


def string(data: bytes) -> bytes:
    """Return ``data`` with its length in front."""
    return struct.pack(">I", len(data)) + data


class Strings:
    """Strings read from the front of a blob, one after the other."""

    def __init__(self, blob: bytes) -> None:
        """Read from ``blob``."""
        self._left = blob

    def next(self) -> bytes:
        """Return the next string.

        Raises:
            BadSignature: there is none.
        """
        size = self.number()
        if size > len(self._left):
            raise BadSignature(why="form")
        data, self._left = self._left[:size], self._left[size:]
        return data

    def number(self) -> int:
        """Return the next 32-bit number.

        Raises:
            BadSignature: there is none.
        """
        if len(self._left) < _LONG:
            raise BadSignature(why="form")
        number, self._left = (
            int.from_bytes(self._left[:_LONG], "big"),
            self._left[_LONG:],
        )
        return number

    def end(self) -> None:
        """Check that nothing is left.

        Raises:
            BadSignature: something is.
        """
        if self._left:
            raise BadSignature(why="form")
