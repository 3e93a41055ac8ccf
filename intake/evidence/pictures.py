"""Look into a picture (사진) in memory only: no thumbnail, no temporary file, bounded size.

* Five plain formats are opened; a picture that unfolds to more than 64 million pixels, or that
  ends early, is refused with a reason. Its SHA-256 stands all the same.
* A picture larger than 1024 pixels is shrunk by a whole factor before it is looked at: the
  fingerprint differs by a few bits at most, and hashing never holds the window up.
* Of a picture that moves, the first frames are looked at.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from intake.errors import UnsuitableFile
from intake.evidence.prints import Pixels

FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "BMP")
MOST_PIXELS: Final = 64_000_000
FRAMES: Final = 5
_WIDE: Final = 4096  # a JPEG of a large camera is unfolded to about this
_LARGE: Final = 1024  # pixels of the longer side that is looked at
_BROKEN = (
    *(OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError),
    *(MemoryError, OverflowError, ZeroDivisionError, Image.DecompressionBombError),
)


class Unreadable(Exception):
    """A picture that cannot be looked at, and why: format, bomb or cut."""

    def __init__(self, why: str) -> None:
        """Keep the reason."""
        super().__init__(why)
        self.why = why


def frames_of(file: BinaryIO) -> Iterator[Pixels]:
    """Yield the picture, or the first frames of one that moves.

    Raises:
        Unreadable: it is of another format, too large, or damaged.
    """
    with _opened(file) as image:
        for number in range(min(FRAMES, getattr(image, "n_frames", 1))):
            if number:
                image.seek(number)
            else:
                image.draft(
                    "RGB", (_LARGE, _LARGE)
                )  # a JPEG unfolds to an eighth at best
            yield _pixels(image)


def picture(file: BinaryIO, longest: int) -> tuple[int, int, bytes]:
    """Return width, height and red-green-blue bytes of a picture, at most ``longest`` wide or high.

    Raises:
        UnsuitableFile: why = not-a-picture.
    """
    try:
        with _opened(file) as image:
            shown = _upright(image).convert("RGB")
            shown.thumbnail((longest, longest))  # in memory: the name is Pillow's
            return shown.width, shown.height, shown.tobytes()
    except Unreadable:
        raise UnsuitableFile(why="not-a-picture") from None


@contextmanager
def _opened(file: BinaryIO) -> Iterator[Image.Image]:
    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a warning of Pillow may name what it read
        try:
            with Image.open(file, formats=FORMATS) as image:
                image.draft("RGB", (_WIDE, _WIDE))
                if image.width * image.height > MOST_PIXELS:
                    raise Unreadable("bomb")
                yield image
        except UnidentifiedImageError:
            raise Unreadable("format") from None
        except Image.DecompressionBombError:
            raise Unreadable("bomb") from None
        except _BROKEN:
            raise Unreadable("cut") from None


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture as its camera was held; a torn note about that is not believed."""
    try:
        return ImageOps.exif_transpose(image)
    except _BROKEN:
        image.load()  # where the picture itself is torn, this says so
        return image


def _pixels(image: Image.Image) -> Pixels:
    shown = _upright(image).convert("RGB")
    factor = -(-max(shown.size) // _LARGE)
    pixels: Pixels = np.asarray(shown.reduce(factor) if factor > 1 else shown)
    return pixels
