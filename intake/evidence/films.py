"""Look into a film (영상) in memory only: one frame a second, never more than 600.

* PyAV is an extra of this program. Without it a film is known by its SHA-256 alone, and
  whoever adds one is told so.
* Only containers that hold their own bytes are opened, each by its own name: a list that
  points at other files or addresses is not followed.
* Frames of which little can be seen, and frames like the one before, are not kept.
"""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import numpy as np

from intake.evidence.pictures import MOST_PIXELS, Unreadable
from intake.evidence.policy import MATCH
from intake.evidence.prints import GOOD, Pixels, Print, distance, prints_of
from intake.progress import Progress

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

MOST_FRAMES: Final = 600
_WIDE: Final = 512  # larger frames are shrunk before they are hashed
_CONTAINERS: Final = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "video/x-matroska": "matroska",
    "video/x-msvideo": "avi",
    "video/x-flv": "flv",
    "video/mpeg": "mpeg",
    "video/mp2t": "mpegts",
    "video/x-ms-asf": "asf",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One kept frame: when, and its fingerprints."""

    at_ms: int
    whole: Print
    trimmed: Print | None


@dataclass(frozen=True, slots=True)
class Film:
    """What was seen of a film."""

    duration_ms: int
    looked_at: int
    moments: tuple[Moment, ...]


def can_look() -> bool:
    """Whether films can be looked into on this computer."""
    return importlib.util.find_spec("av") is not None


def film_of(file: BinaryIO, media_type: str, progress: Progress) -> Film:
    """Return the fingerprints of a film's moments.

    Raises:
        Unreadable: why = format, bomb, cut, or no-reader where PyAV is not installed.
        Cancelled: the person asked to stop.
    """
    if not can_look():
        raise Unreadable("no-reader")
    if media_type not in _CONTAINERS:
        raise Unreadable("format")
    import av  # noqa: PLC0415 - an extra, and large

    av.logging.set_level(None)  # a reader's complaints may quote what it read
    file.seek(0)
    try:
        with av.open(
            file, format=_CONTAINERS[media_type], metadata_errors="ignore"
        ) as box:
            return _look(box, progress)
    except (av.FFmpegError, OSError, ValueError, IndexError, MemoryError):
        raise Unreadable("cut") from None


def _look(box: Any, progress: Progress) -> Film:  # noqa: ANN401 - an extra's type
    if not box.streams.video:
        raise Unreadable("format")
    stream = box.streams.video[0]
    context = stream.codec_context
    if context.width * context.height > MOST_PIXELS:
        raise Unreadable("bomb")
    duration_ms = round(box.duration / 1000) if box.duration else 0
    looked, kept = 0, list[Moment]()
    for at_ms, pixels in _frames(box, stream, duration_ms):
        looked += 1
        _keep(kept, at_ms, pixels)
        progress.step(min(at_ms, duration_ms), duration_ms, "progress-evidence-frames")
    if not looked:
        raise Unreadable("cut")
    return Film(duration_ms, looked, tuple(kept))


def _keep(kept: list[Moment], at_ms: int, pixels: Pixels) -> None:
    whole, trimmed = prints_of(pixels)
    if whole.quality < GOOD and (trimmed is None or trimmed.quality < GOOD):
        return
    if any(distance(one.whole.value, whole.value) <= MATCH for one in kept[-3:]):
        return
    kept.append(Moment(at_ms, whole, trimmed))


def _frames(box: Any, stream: Any, duration_ms: int) -> Iterator[tuple[int, Pixels]]:  # noqa: ANN401
    """Yield a frame a second; of a long film one for every six-hundredth of it."""
    step = max(1000, duration_ms // MOST_FRAMES + 1)
    if duration_ms > MOST_FRAMES * 1000 and stream.time_base:
        yield from _sought(box, stream, step)
        return
    due = -1.0
    count = 0
    for frame in box.decode(stream):
        at = (frame.time or 0.0) * 1000
        if at >= due:
            due = at + step
            count += 1
            yield round(max(at, 0)), _pixels(frame)
        if count >= MOST_FRAMES:
            return


def _sought(box: Any, stream: Any, step: int) -> Iterator[tuple[int, Pixels]]:  # noqa: ANN401
    for number in range(MOST_FRAMES):
        at_ms = number * step
        box.seek(round(at_ms / 1000 / stream.time_base), stream=stream)
        frame = next(box.decode(stream), None)
        if frame is None:
            return
        yield round(max((frame.time or 0.0) * 1000, 0)), _pixels(frame)


def _pixels(frame: "VideoFrame") -> Pixels:
    if frame.width * frame.height > MOST_PIXELS:  # a stream may grow on the way
        raise Unreadable("bomb")
    wide = min(_WIDE, frame.width)
    high = max(1, round(frame.height * wide / frame.width))
    return np.asarray(frame.reformat(wide, high, "rgb24").to_ndarray(), np.uint8)
