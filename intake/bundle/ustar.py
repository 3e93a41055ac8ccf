"""The one header that a member of a bag may have: canonical ustar (POSIX.1-1988).

* A header is a function of (path, size) and of nothing else: mode 600, nobody, 1970.
* Readers do not parse headers. They generate the one they expect and compare 512 bytes;
  links, sparse files, long names, duplicates and ``..`` cannot be said at all.
* An archive ends with two empty blocks and Padmé padding (at most 12 %), so that its
  length says little about its content.

>>> len(header("bag/bagit.txt", 54))
512
>>> padded(5 * 1024), padded(1_000_000)
(6144, 1015808)
"""

import re

from intake.errors import Malformed

BLOCK = 512
MAX_SIZE = (1 << 33) - 1
_LONGEST_NAME = 100
_NAME = re.compile(r"bag/[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)*")
_SIZE_AT = slice(124, 135)
_SUM_AT = slice(148, 156)
_END = 2 * BLOCK


def header(path: str, size: int) -> bytes:
    """Return the 512 bytes that stand before a member.

    Raises:
        Malformed: a path or size that no bundle has.
    """
    if not _NAME.fullmatch(path) or len(path) > _LONGEST_NAME:
        raise Malformed(what="path")
    if not 0 <= size <= MAX_SIZE:
        raise Malformed(what="size")
    block = bytearray(BLOCK)
    block[: len(path)] = path.encode("ascii")
    for at, text in _fields(size):
        block[at : at + len(text)] = text
    block[_SUM_AT] = b"%06o\0 " % sum(block)
    return bytes(block)


def _fields(size: int) -> tuple[tuple[int, bytes], ...]:
    return (
        (100, b"0000600\0"),  # mode
        (108, b"0000000\0"),  # user
        (116, b"0000000\0"),  # group
        (124, b"%011o\0" % size),
        (136, b"00000000000\0"),  # changed in 1970
        (148, b"        "),  # the checksum counts as blanks
        (156, b"0"),  # an ordinary file
        (257, b"ustar\x0000"),
        (329, b"0000000\0"),  # device
        (337, b"0000000\0"),
    )


def size_in(block: bytes) -> int:
    """Return the size a header claims; the caller generates that header and compares.

    Raises:
        Malformed: the size is not eleven octal digits.
    """
    digits = block[_SIZE_AT]
    if not re.fullmatch(rb"[0-7]{11}", digits):
        raise Malformed(what="header")
    return int(digits, 8)


def filler(size: int) -> int:
    """Return how many zeros follow a member of this size."""
    return -size % BLOCK


def room(size: int) -> int:
    """Return how much of an archive a member of this size takes."""
    return BLOCK + size + filler(size)


def padded(members: int) -> int:
    """Return the full length of an archive whose members take ``members`` bytes."""
    padded_length = _padme(members + _END)
    return padded_length + filler(padded_length)


def _padme(length: int) -> int:
    """Round up so that only the leading digits of the length remain (Padmé, PETS 2019)."""
    exponent = length.bit_length() - 1
    kept = exponent.bit_length()
    mask = (1 << max(exponent - kept, 0)) - 1
    return (length + mask) & ~mask
