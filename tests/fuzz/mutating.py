"""Bytes spoiled a little: flipped, cut, repeated, spliced, and the words readers stumble over."""

import random  # noqa: TID251 - to be repeated, not to be secret
from collections.abc import Callable, Sequence

_WORDS = (
    b"null", b"true", b"-1", b"1e999", b"9" * 40, b"NaN", b'""', b"[]", b"{}", b"[" * 300, b'{"a":' * 300,
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", "가".encode(), "é".encode(), b"\xed\xa0\x80", b"\r\n",
    b"../", b"/etc/x", b"%00", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"\\ud800", b"AAAA", b"0" * 64,
)  # fmt: skip
_MOST = 4  # changes at once


def mutated(dice: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Return ``data`` with one to four changes; the same dice give the same bytes."""
    spoiled = bytearray(data)
    for _ in range(dice.randint(1, _MOST)):
        dice.choice(_CHANGES)(dice, spoiled, others)
    return bytes(spoiled)


def _at(dice: random.Random, data: bytearray) -> int:
    return dice.randrange(len(data) + 1)


def _span(dice: random.Random, data: bytearray) -> tuple[int, int]:
    start = _at(dice, data)
    return start, min(len(data), start + 1 + int(dice.expovariate(1 / 24)))


def _flip(dice: random.Random, data: bytearray, _others: Sequence[bytes]) -> None:
    if data:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def _set(dice: random.Random, data: bytearray, _others: Sequence[bytes]) -> None:
    if data:
        data[dice.randrange(len(data))] = dice.choice((0, 0x20, 0x2D, 0x30, 0x39, 0x7F, 0xFF, dice.randrange(256)))  # fmt: skip


def _insert(dice: random.Random, data: bytearray, _others: Sequence[bytes]) -> None:
    at = _at(dice, data)
    data[at:at] = dice.choice(_WORDS)


def _put(dice: random.Random, data: bytearray, _others: Sequence[bytes]) -> None:
    start, end = _span(dice, data)
    data[start:end] = dice.choice(_WORDS)


def _cut(dice: random.Random, data: bytearray, _others: Sequence[bytes]) -> None:
    start, end = _span(dice, data)
    del data[start:end]


def _shorten(dice: random.Random, data: bytearray, _others: Sequence[bytes]) -> None:
    del data[_at(dice, data) :]


def _repeat(dice: random.Random, data: bytearray, _others: Sequence[bytes]) -> None:
    start, end = _span(dice, data)
    data[start:start] = data[start:end] * dice.choice((1, 2, 50))


def _swap(dice: random.Random, data: bytearray, _others: Sequence[bytes]) -> None:
    start, end = _span(dice, data)
    piece = bytes(data[start:end])
    del data[start:end]
    at = _at(dice, data)
    data[at:at] = piece


def _splice(dice: random.Random, data: bytearray, others: Sequence[bytes]) -> None:
    other = bytearray(dice.choice(others))
    data[_at(dice, data) :] = other[_at(dice, other) :]


def _count(dice: random.Random, data: bytearray, _others: Sequence[bytes]) -> None:
    """Change a digit: lengths, versions and indices are numbers in text."""
    digits = [at for at, one in enumerate(data) if 0x30 <= one <= 0x39]
    if digits:
        data[dice.choice(digits)] = dice.randrange(0x30, 0x3A)


_CHANGES: tuple[Callable[[random.Random, bytearray, Sequence[bytes]], None], ...] = (
    _flip, _flip, _set, _insert, _put, _cut, _shorten, _repeat, _swap, _splice, _count,
)  # fmt: skip
