"""PDQ: 256 bits that stay nearly the same when a picture is shrunk, recoded or brightened.

* The bits come from the reference implementation; their hex is the one other tools write.
* One is stored for the whole picture and one without its border (caption bar, letterbox,
  frame of a telephone); a question is asked in all eight orientations.
* The orientations follow from the bits: turning a picture swaps and negates its waves, and a
  negated wave is a flipped bit. That needs no picture, and differs by few bits from what the
  reference works out from the waves themselves.
* A likeness is a lead for a person; only an equal SHA-256 is proof.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import pdqhash
from numpy.typing import NDArray

Pixels: TypeAlias = NDArray[np.uint8]  # rows, columns, red-green-blue
Bits: TypeAlias = NDArray[np.uint64]  # four words for each fingerprint

SIDE: Final = 16
GOOD: Final = 50  # below it a picture has too little in it to be told from others
_EDGE, _OUTMOST, _ALIKE, _LEAST = 8, 0.95, 0.7, 3


@dataclass(frozen=True, slots=True)
class Print:
    """A fingerprint (지문값) and how much there was to see, 0 to 100."""

    value: str
    quality: int


def print_of(pixels: Pixels) -> Print:
    """Return the fingerprint of a picture."""
    bits, quality = pdqhash.compute(np.ascontiguousarray(pixels))
    return Print(np.packbits(np.asarray(bits, np.uint8)).tobytes().hex(), int(quality))


def prints_of(pixels: Pixels) -> tuple[Print, Print | None]:
    """Return the fingerprint of the whole, and of what lies inside its border, if it has one."""
    inside = without_border(pixels)
    trimmed = None if inside.shape == pixels.shape else print_of(inside)
    return print_of(pixels), trimmed


def without_border(pixels: Pixels) -> Pixels:
    """Return the picture without rows and columns of one colour around it.

    A row belongs to the border when most of it has the colour of the outermost row: so a bar
    with a line of text goes too. At least a third of the picture stays.
    """
    grey = pixels.mean(axis=2)
    top, bottom = _inside(grey)
    left, right = _inside(grey[top:bottom].T)
    return pixels[top:bottom, left:right]


def _inside(grey: NDArray[np.float64]) -> tuple[int, int]:
    rows = len(grey)
    most = (rows - rows // _LEAST) // 2
    first = _run(grey[:most])
    last = _run(grey[::-1][:most])
    return first, rows - last


def _run(rows: NDArray[np.float64]) -> int:
    """Return how many rows from the outside on are border; the outmost must be of one colour."""
    if not len(rows):
        return 0
    colour = np.median(rows[0])
    share = (np.abs(rows - colour) <= _EDGE).mean(axis=1)
    if share[0] < _OUTMOST:
        return 0
    alike = share >= _ALIKE
    return len(rows) if alike.all() else int(np.argmin(alike))


def is_print(text: str) -> bool:
    """Whether a text is a fingerprint in hex."""
    return len(text) == SIDE * SIDE // 4 and not set(text) - set("0123456789abcdef")


def packed(values: Sequence[str]) -> Bits:
    """Return fingerprints as words that can be compared many at once."""
    raw = np.frombuffer(bytes.fromhex("".join(values)), np.uint64)
    return raw.reshape(len(values), 4)


def orientations(value: str) -> Iterator[str]:
    """Yield a fingerprint as it would be of the picture turned and mirrored, itself first."""
    bits = np.unpackbits(np.frombuffer(bytes.fromhex(value), np.uint8))
    waves = bits[::-1].reshape(SIDE, SIDE)  # row: waves downwards, column: across
    odd = (np.arange(SIDE) % 2 == 0).astype(np.uint8)  # the first wave is number one
    for turned in (waves, waves.T):
        for down in (0, 1):
            for across in (0, 1):
                flips = (odd[:, None] * down) ^ (odd[None, :] * across)
                yield np.packbits((turned ^ flips).ravel()[::-1]).tobytes().hex()


def distance(one: str, other: str) -> int:
    """Return in how many of the 256 bits two fingerprints differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
