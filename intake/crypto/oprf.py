"""Oblivious tokens (RFC 9497, OPRF and VOPRF, ristretto255-SHA512): asked blindly, proved, shared.

* Who asks blinds an input, so that who answers learns nothing of it and who asks learns nothing
  of the key; the answer is proved to be of the key whose public half everybody knows.
* A key may lie in parts with several parties (``split``): each answers and proves with its own
  part, ``joined`` adds the answers up, and the token is the same as of the whole key. ``refreshed``
  parts give the same tokens and fit no older part.
* Nothing here says what an input is; it is bytes of at most 65,535.

>>> key = new_key()
>>> asked = blind(b"phone:010-0000-0001")
>>> answer = key.answer([asked.element])
>>> token = finalize(b"phone:010-0000-0001", asked, checked(key.public, [asked.element], answer)[0])
>>> token == evaluate(key, b"phone:010-0000-0001")
True
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from intake.crypto.ristretto import (
    NEUTRAL,
    Point,
    Scalar,
    hash_to_point,
    hash_to_scalar,
    inverse,
    less,
    plus,
    product,
    random_scalar,
    read_point,
    read_scalar,
    times,
    times_base,
    total,
)
from intake.errors import BadSignature, InvalidInput, Malformed, Oversized

PROOF: Final = 64
MOST_IN_BATCH: Final = 65_535  # a place in a batch is two bytes
_LONGEST: Final = 65_535


class Mode(IntEnum):
    """Whether answers are proved."""

    OPRF = 0
    VOPRF = 1


@dataclass(frozen=True, slots=True)
class Blinded:
    """What was asked: the element that is sent, and what takes its blinding away again."""

    element: Point
    blind: Scalar = field(repr=False)
    mode: Mode = Mode.VOPRF


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for a batch: one element each, and one proof of them all."""

    elements: tuple[Point, ...]
    proof: bytes = b""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, or one party's part of it."""

    secret: Scalar = field(repr=False)
    public: Point

    def answer(self, asked: Sequence[Point], mode: Mode = Mode.VOPRF, nonce: Scalar | None = None) -> Answer:  # fmt: skip
        """Answer a batch that was read with ``read_point``; prove it where the mode says so.

        ``nonce`` is for vectors only: used twice it tells the key.

        Raises:
            Oversized: more than ``MOST_IN_BATCH``, or none.
        """
        _check_batch(asked)
        elements = tuple(times(self.secret, one) for one in asked)
        if mode is Mode.OPRF:
            return Answer(elements)
        return Answer(elements, _proof(self, asked, elements, nonce or random_scalar()))


def new_key() -> Key:
    """Return a key nobody can guess."""
    return read_key(random_scalar())


def read_key(secret: bytes) -> Key:
    """Return the key of a secret that was kept.

    Raises:
        Malformed: it is no scalar.
    """
    scalar = read_scalar(secret)
    return Key(scalar, times_base(scalar))


def derive_key(seed: bytes, info: bytes, mode: Mode = Mode.VOPRF) -> Key:
    """Return the key of a seed of 32 bytes (RFC 9497 §3.2.1)."""
    told, domain = seed + _sized(info), b"DeriveKeyPair" + _context(mode)
    for counter in range(256):
        secret = hash_to_scalar(told + counter.to_bytes(1), domain)
        if any(secret):
            return Key(secret, times_base(secret))
    raise InvalidInput(what="seed", why="unknown")


def split(key: Key) -> tuple[Key, Key]:
    """Return two parts of a key; one alone tells nothing of it."""
    one = random_scalar()
    return read_key(one), read_key(less(key.secret, one))


def refreshed(mine: Key, change: Scalar, *, adds: bool) -> Key:
    """Return a new part of the same key: one party adds the agreed change, the other takes it."""
    secret = (total if adds else less)(mine.secret, change)
    return read_key(secret)


def blind(asked: bytes, mode: Mode = Mode.VOPRF, blinding: Scalar | None = None) -> Blinded:  # fmt: skip
    """Blind an input; ``blinding`` is for vectors only.

    Raises:
        Oversized: the input is longer than two bytes can say.
        InvalidInput: it stands for the neutral element (nobody will meet one).
    """
    told = _checked(asked)
    point = hash_to_point(told, b"HashToGroup-" + _context(mode))
    if point == NEUTRAL:
        raise InvalidInput(what="token", why="unknown")
    blinding = blinding or random_scalar()
    return Blinded(times(blinding, point), blinding, mode)


def checked(public: Point, asked: Sequence[Point], answer: Answer) -> tuple[Point, ...]:
    """Return the elements of an answer whose proof fits the key's public half (VOPRF).

    Raises:
        BadSignature: the proof does not fit: another key, or another batch.
        Malformed: what came is no answer to so many.
    """
    if len(answer.elements) != len(asked) or len(answer.proof) != PROOF:
        raise Malformed(what="answer")
    elements = tuple(read_point(one) for one in answer.elements)
    _check_batch(asked)
    c, s = (_any_scalar(answer.proof[at : at + 32]) for at in (0, 32))
    weights = _weights(public, asked, elements)
    m, z = _weighed(weights, asked), _weighed(weights, elements)
    t2 = plus((times_base(s), times(c, public)))
    t3 = plus((times(s, m), times(c, z)))
    if _challenge(public, m, z, t2, t3) != c:
        raise BadSignature(what="answer")
    return elements


def joined(answers: Sequence[Sequence[Point]]) -> tuple[Point, ...]:
    """Return the answer of the whole key from those of its parts, place by place.

    Raises:
        Malformed: they are not of one batch.
    """
    if len({len(one) for one in answers}) != 1:
        raise Malformed(what="answer")
    return tuple(read_point(plus(some)) for some in zip(*answers, strict=True))


def finalize(asked: bytes, blinded: Blinded, element: Point) -> bytes:
    """Return the token of an input, 64 bytes (RFC 9497 §3.3.1)."""
    return _token(asked, times(inverse(blinded.blind), element))


def evaluate(key: Key, asked: bytes, mode: Mode = Mode.VOPRF) -> bytes:
    """Return the token as whoever has the whole key and the input may have it at once."""
    point = hash_to_point(_checked(asked), b"HashToGroup-" + _context(mode))
    return _token(asked, times(key.secret, point))


# --- the proof (RFC 9497 §2.2) ---------------------------------------------------------------


def _proof(key: Key, asked: Sequence[Point], answered: Sequence[Point], nonce: Scalar) -> bytes:  # fmt: skip
    m = _weighed(_weights(key.public, asked, answered), asked)
    z = times(key.secret, m)
    challenge = _challenge(key.public, m, z, times_base(nonce), times(nonce, m))
    return challenge + less(nonce, product(challenge, key.secret))


def _weighed(weights: Iterable[Scalar], points: Iterable[Point]) -> Point:
    return plus(times(weight, one) for weight, one in zip(weights, points, strict=True))


def _weights(public: Point, asked: Sequence[Point], answered: Sequence[Point]) -> list[Scalar]:  # fmt: skip
    """Return the weight of each place, so that one proof speaks for the whole batch."""
    domain = _context(Mode.VOPRF)
    seed = _sized(hashlib.sha512(_sized(public) + _sized(b"Seed-" + domain)).digest())
    places = enumerate(zip(asked, answered, strict=True))
    told = (seed + at.to_bytes(2) + _sized(one) + _sized(other) for at, (one, other) in places)  # fmt: skip
    return [
        hash_to_scalar(one + b"Composite", b"HashToScalar-" + domain) for one in told
    ]


def _challenge(*points: Point) -> Scalar:
    told = b"".join(map(_sized, points)) + b"Challenge"
    return hash_to_scalar(told, b"HashToScalar-" + _context(Mode.VOPRF))


# --- spelling ----------------------------------------------------------------------------------


def _context(mode: Mode) -> bytes:
    return b"OPRFV1-" + mode.to_bytes(1) + b"-ristretto255-SHA512"


def _token(asked: bytes, element: Point) -> bytes:
    return hashlib.sha512(_sized(asked) + _sized(element) + b"Finalize").digest()


def _sized(data: bytes) -> bytes:
    return len(data).to_bytes(2) + data


def _checked(asked: bytes) -> bytes:
    if len(asked) > _LONGEST:
        raise Oversized(limit=_LONGEST)
    return asked


def _check_batch(asked: Sequence[Point]) -> None:
    if not 0 < len(asked) <= MOST_IN_BATCH:
        raise Oversized(limit=MOST_IN_BATCH)


def _any_scalar(data: bytes) -> Scalar:
    """Return a scalar of a proof; zero is one there."""
    return Scalar(data) if not any(data) else read_scalar(data)
