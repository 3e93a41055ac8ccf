"""The group ristretto255 (RFC 9496) by libsodium, and hashing into it (RFC 9380, RFC 9497 §4.1).

* Points and scalars are 32 bytes each; scalars little-endian and below ``ORDER``.
* A point from outside is read once with ``read_point``: what is no point, or the neutral one, is
  refused there and nowhere else.
* libsodium is loaded at the first use (``intake.crypto.sodium``).
"""

import ctypes
import hashlib
from collections.abc import Iterable
from functools import cache
from types import SimpleNamespace
from typing import Final, NewType

from intake.crypto.sodium import function
from intake.errors import Malformed

Point = NewType("Point", bytes)
Scalar = NewType("Scalar", bytes)

ORDER: Final = 2**252 + 27742317777372353535851937790883648493
SIZE: Final = 32
NEUTRAL: Final = Point(bytes(SIZE))
_Element = ctypes.c_char * SIZE
# how many byte strings each takes; the second kind never fails and says nothing
_TELL: Final = {"is_valid_point": 0, "add": 2, "from_hash": 1, "scalar_invert": 1}
_SILENT: Final = {"scalar_random": 0, "scalar_reduce": 1, "scalar_add": 2, "scalar_sub": 2, "scalar_mul": 2}  # fmt: skip
_BLOCK, _WIDE = 128, 64  # of SHA-512, and of what is reduced to a scalar


def read_point(data: bytes) -> Point:
    """Return a point that somebody sent.

    Raises:
        Malformed: it is none, or the neutral one.
    """
    if len(data) != SIZE or data == NEUTRAL or not _is_point(bytes(data)):
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
    out = _Element()
    while not any(out.raw):
        _group().scalar_random(out)
    return Scalar(out.raw)


def times(scalar: Scalar, point: Point) -> Point:
    """Return a point so many times."""
    out = _Element()
    if _group().times(out, _whole(scalar), _whole(point)) and not _is_point(point):
        raise ValueError("point")
    return Point(out.raw)  # the neutral one counts as a failure there, and not here


def times_base(scalar: Scalar) -> Point:
    """Return the generator so many times."""
    out = _Element()
    _group().times_base(out, _whole(scalar))
    return Point(out.raw)


def plus(points: Iterable[Point]) -> Point:
    """Return the sum of points."""
    out = _Element()
    for point in points:
        if _group().add(out, out.raw, _whole(point)):
            raise ValueError("point")
    return Point(out.raw)


def inverse(scalar: Scalar) -> Scalar:
    """Return the scalar that undoes another."""
    out = _Element()
    if _group().scalar_invert(out, _whole(scalar)):
        raise ValueError("scalar")
    return Scalar(out.raw)


def product(one: Scalar, other: Scalar) -> Scalar:
    """Return the product of two scalars."""
    out = _Element()
    _group().scalar_mul(out, _whole(one), _whole(other))
    return Scalar(out.raw)


def total(one: Scalar, other: Scalar) -> Scalar:
    """Return the sum of two scalars."""
    out = _Element()
    _group().scalar_add(out, _whole(one), _whole(other))
    return Scalar(out.raw)


def less(one: Scalar, other: Scalar) -> Scalar:
    """Return the difference of two scalars."""
    out = _Element()
    _group().scalar_sub(out, _whole(one), _whole(other))
    return Scalar(out.raw)


def hash_to_point(message: bytes, domain: bytes) -> Point:
    """Return the point that a message stands for (``HashToGroup``)."""
    out = _Element()
    _group().from_hash(out, expanded(message, domain))
    return Point(out.raw)


def hash_to_scalar(message: bytes, domain: bytes) -> Scalar:
    """Return the scalar that a message stands for (``HashToScalar``)."""
    out = _Element()
    _group().scalar_reduce(out, expanded(message, domain))
    return Scalar(out.raw)


def expanded(message: bytes, domain: bytes) -> bytes:
    """Return 64 even bytes of a message (RFC 9380 §5.3.1, ``expand_message_xmd``, SHA-512)."""
    tail = domain + len(domain).to_bytes(1)
    first = hashlib.sha512(bytes(_BLOCK) + message + _WIDE.to_bytes(2) + b"\x00" + tail)
    return hashlib.sha512(first.digest() + b"\x01" + tail).digest()


@cache
def _group() -> SimpleNamespace:
    """The functions of the group, each by its name in libsodium without ``crypto_``."""
    taken = {name: function(f"crypto_core_ristretto255_{name}", count) for name, count in _TELL.items()}  # fmt: skip
    for name, count in _SILENT.items():
        taken[name] = function(f"crypto_core_ristretto255_{name}", count, tells=False)
    taken["times"] = function("crypto_scalarmult_ristretto255", 2)
    taken["times_base"] = function("crypto_scalarmult_ristretto255_base", 1)
    return SimpleNamespace(**taken)


def _is_point(data: bytes) -> bool:
    return bool(_group().is_valid_point(_whole(data)))


def _whole(element: bytes) -> bytes:
    """Refuse what libsodium would read beyond its end."""
    if len(element) != SIZE:
        raise ValueError(len(element))
    return element
