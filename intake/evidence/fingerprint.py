"""Everything that is noted of what a file looks like, for whatever kind of file it is."""

from typing import BinaryIO

from intake.evidence.films import film_of
from intake.evidence.pictures import Unreadable, frames_of
from intake.evidence.policy import Looks
from intake.evidence.prints import Pixels, Print, prints_of
from intake.evidence.seen import Line, Seen
from intake.progress import Progress


def seen(file: BinaryIO, looks: Looks, media_type: str, progress: Progress) -> Seen:
    """Return the fingerprints of a file; one that cannot be looked at has a reason instead."""
    try:
        if looks == "picture":
            return _picture(file)
        if looks == "film":
            return _film(file, media_type, progress)
    except Unreadable as error:
        return Seen(why=error.why)
    return Seen()


def _picture(file: BinaryIO) -> Seen:
    lines: list[Line] = []
    frames = 0
    for number, pixels in enumerate(frames_of(file)):
        frames += 1
        lines += _lines(pixels, "PDQ", "TRIMMED", number)
    first = lines[0].value
    kept = [line for at, line in enumerate(lines) if at == 0 or line.value != first]
    return Seen(tuple(dict.fromkeys(kept)), frames=frames)


def _lines(pixels: Pixels, whole: str, inner: str, at_ms: int) -> list[Line]:
    one, trimmed = prints_of(pixels)
    return [
        _line(whole, one, at_ms),
        *([_line(inner, trimmed, at_ms)] if trimmed else []),
    ]


def _film(file: BinaryIO, media_type: str, progress: Progress) -> Seen:
    film = film_of(file, media_type, progress)
    lines: list[Line] = []
    for moment in film.moments:
        lines.append(_line("FRAME", moment.whole, moment.at_ms))
        if moment.trimmed is not None:
            lines.append(_line("FRAME_TRIMMED", moment.trimmed, moment.at_ms))
    return Seen(tuple(lines), film.duration_ms, film.looked_at)


def _line(kind: str, one: Print, at_ms: int) -> Line:
    return Line(kind, one.value, one.quality, at_ms)
