"""The group ristretto255 (RFC 9496) by libsodium, and hashing into it (RFC 9380, RFC 9497 §4.1).

* Points and scalars are 32 bytes each; scalars little-endian and below ``ORDER``.
* A point from outside is read once with ``read_point``: what is no point, or the neutral one, is
  refused there and nowhere else.
* libsodium is loaded at the first use; whoever only imports this writes and loads nothing.
"""

import contextlib
import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final, NewType

from intake.errors import Malformed

Point = NewType("Point", bytes)
Scalar = NewType("Scalar", bytes)

ORDER: Final = 2**252 + 27742317777372353535851937790883648493
SIZE: Final = 32
NEUTRAL: Final = Point(bytes(SIZE))
_BLOCK, _WIDE = 128, 64  # of SHA-512, and of what is reduced to a scalar


@cache
def _rbcl() -> ModuleType:
    """Load libsodium."""
    import rbcl  # noqa: PLC0415 - it unpacks a library into a file at its import

    # It leaves the file there; Windows keeps what is loaded.
    with contextlib.suppress(OSError):
        Path(sys.modules["rbcl._sodium"].lib_path).unlink()
    found: ModuleType = rbcl
    return found


def read_point(data: bytes) -> Point:
    """Return a point that somebody sent.

    Raises:
        Malformed: it is none, or the neutral one.
    """
    if len(data) != SIZE or data == NEUTRAL or not _rbcl().crypto_core_ristretto255_is_valid_point(data):  # fmt: skip
        raise Malformed(what="point")
    return Point(bytes(data))


def read_scalar(data: bytes) -> Scalar:
    """Return a scalar that somebody sent.

    Raises:
        Malformed: it is not 32 bytes, zero, or not the smallest of its kind.
    """
    if len(data) != SIZE or not 0 < int.from_bytes(data, "little") < ORDER:
        raise Malformed(what="scalar")
    return Scalar(bytes(data))


def random_scalar() -> Scalar:
    """Return a scalar nobody can guess; never zero."""
    while True:
        found = _rbcl().crypto_core_ristretto255_scalar_random()
        if any(found):
            return Scalar(found)


def times(scalar: Scalar, point: Point) -> Point:
    """Return a point so many times."""
    return Point(
        _rbcl().crypto_scalarmult_ristretto255_allow_scalar_zero(scalar, point)
    )


def times_base(scalar: Scalar) -> Point:
    """Return the generator so many times."""
    return Point(_rbcl().crypto_scalarmult_ristretto255_base_allow_scalar_zero(scalar))


def plus(points: Iterable[Point]) -> Point:
    """Return the sum of points."""
    total = bytes(NEUTRAL)
    for point in points:
        total = _rbcl().crypto_core_ristretto255_add(total, point)
    return Point(total)


def inverse(scalar: Scalar) -> Scalar:
    """Return the scalar that undoes another."""
    return Scalar(_rbcl().crypto_core_ristretto255_scalar_invert(scalar))


def product(one: Scalar, other: Scalar) -> Scalar:
    """Return the product of two scalars."""
    return Scalar(_rbcl().crypto_core_ristretto255_scalar_mul(one, other))


def total(one: Scalar, other: Scalar) -> Scalar:
    """Return the sum of two scalars."""
    return Scalar(_rbcl().crypto_core_ristretto255_scalar_add(one, other))


def less(one: Scalar, other: Scalar) -> Scalar:
    """Return the difference of two scalars."""
    return Scalar(_rbcl().crypto_core_ristretto255_scalar_sub(one, other))


def hash_to_point(message: bytes, domain: bytes) -> Point:
    """Return the point that a message stands for (``HashToGroup``)."""
    return Point(_rbcl().crypto_core_ristretto255_from_hash(expanded(message, domain)))


def hash_to_scalar(message: bytes, domain: bytes) -> Scalar:
    """Return the scalar that a message stands for (``HashToScalar``)."""
    return Scalar(_rbcl().crypto_core_ristretto255_scalar_reduce(expanded(message, domain)))  # fmt: skip


def expanded(message: bytes, domain: bytes) -> bytes:
    """Return 64 even bytes of a message (RFC 9380 §5.3.1, ``expand_message_xmd``, SHA-512)."""
    tail = domain + len(domain).to_bytes(1)
    first = hashlib.sha512(bytes(_BLOCK) + message + _WIDE.to_bytes(2) + b"\x00" + tail)
    return hashlib.sha512(first.digest() + b"\x01" + tail).digest()
