"""A secret in shares (Shamir 1979) over the scalars of ristretto255: so many open it, fewer tell nothing.

* The coefficients are given, not drawn: whoever derives them from one token lays every share on
  one curve without ever meeting the others (Rajan et al. 2018, "Callisto").
* Two shares at one place are one share: the same person twice does not open anything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce

from intake.crypto.ristretto import Scalar, inverse, less, product, total
from intake.errors import InvalidInput

_ONE = Scalar((1).to_bytes(32, "little"))
_ZERO = Scalar(bytes(32))


@dataclass(frozen=True, slots=True)
class Share:
    """A place on the curve, and its height there."""

    at: Scalar
    height: Scalar = field(repr=False)


def share_of(coefficients: Sequence[Scalar], at: Scalar) -> Share:
    """Return the share at a place; the first coefficient is the secret.

    Raises:
        InvalidInput: at place zero lies the secret itself.
    """
    if not any(at):
        raise InvalidInput(what="share", why="range")
    height = reduce(lambda sum_, one: total(product(sum_, at), one), reversed(coefficients), _ZERO)  # fmt: skip
    return Share(at, height)


def secret_of(shares: Iterable[Share]) -> Scalar:
    """Return what these shares open together; nonsense where they are too few.

    Raises:
        InvalidInput: two of them are of one place.
    """
    known = tuple(shares)
    if len({one.at for one in known}) != len(known):
        raise InvalidInput(what="share", why="twice")
    parts = (product(one.height, _weight(one.at, known)) for one in known)
    return reduce(total, parts, _ZERO)


def _weight(at: Scalar, shares: Iterable[Share]) -> Scalar:
    """Return Lagrange's weight of a place, read at zero."""
    others = (one.at for one in shares if one.at != at)
    return reduce(product, (product(one, inverse(less(one, at))) for one in others), _ONE)  # fmt: skip
