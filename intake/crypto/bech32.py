"""Bech32 (BIP-173) without its length limit, as age spells keys.

* One case only; the checksum must fit; leftover bits must be zero.

>>> decode(encode("age", b"0123")) == ("age", b"0123")
True
"""

from collections.abc import Iterable

from intake.errors import Malformed

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK = 6
_FIVE = 5
_EIGHT = 8
_PRINTABLE = range(33, 127)


def encode(prefix: str, data: bytes) -> str:
    """Return ``data`` under ``prefix``, in lower case."""
    values = _regroup(data, _EIGHT, _FIVE)
    if spare := len(data) * _EIGHT % _FIVE:
        rest = data[-1] & ((1 << spare) - 1)
        values.append(rest << (_FIVE - spare))
    sums = _polymod([*_spread(prefix), *values, *[0] * _CHECK]) ^ 1
    check = [sums >> _FIVE * (_CHECK - 1 - place) & 31 for place in range(_CHECK)]
    return prefix + "1" + "".join(_LETTERS[value] for value in (*values, *check))


def decode(text: str) -> tuple[str, bytes]:
    """Return the prefix (in lower case) and the bytes.

    Raises:
        Malformed: not Bech32, or a letter was mistyped.
    """
    lower = text.lower()
    prefix, one, tail = lower.rpartition("1")
    if text not in (lower, text.upper()) or not (prefix and one) or len(tail) < _CHECK:
        raise Malformed(what="bech32")
    if not all(ord(letter) in _PRINTABLE for letter in text) or not set(tail) <= set(
        _VALUES
    ):
        raise Malformed(what="bech32")
    values = [_VALUES[letter] for letter in tail]
    if _polymod([*_spread(prefix), *values]) != 1:
        raise Malformed(what="bech32")
    return prefix, _bytes(values[:-_CHECK])


def _bytes(values: list[int]) -> bytes:
    spare = len(values) * _FIVE % _EIGHT
    if spare >= _FIVE or (values and values[-1] & ((1 << spare) - 1)):
        raise Malformed(what="bech32")
    return bytes(_regroup(values, _FIVE, _EIGHT))


def _regroup(values: Iterable[int], have: int, want: int) -> list[int]:
    """Return only the whole groups of ``want`` bits."""
    groups, kept, bits = [], 0, 0
    for value in values:
        kept, bits = (kept << have | value) & 0xFFFF, bits + have
        while bits >= want:
            bits -= want
            groups.append(kept >> bits & ((1 << want) - 1))
    return groups


def _spread(prefix: str) -> list[int]:
    return [*(ord(c) >> 5 for c in prefix), 0, *(ord(c) & 31 for c in prefix)]


def _term(top: int) -> int:
    term = 0
    for place, part in enumerate(_GENERATOR):
        term ^= part if top >> place & 1 else 0
    return term


_TERMS = tuple(
    map(_term, range(32))
)  # a post-quantum key has 1,946 letters to go through


def _polymod(values: Iterable[int]) -> int:
    sums = 1
    for value in values:
        sums = (sums & 0x1FFFFFF) << 5 ^ value ^ _TERMS[sums >> 25]
    return sums
