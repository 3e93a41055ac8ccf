"""A time stamp by stick (시점확인): a request goes out as a file, the answer comes back as one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake.errors import StampRefused

if TYPE_CHECKING:
    from intake.desk import Desk

ANSWERS: Final = "*.tsr *.pem *.crt *.cer *.der"
_ANSWER: Final = ".tsr"
_LARGEST: Final = 64 * 1024  # bytes of an answer or a certificate


def write_request(desk: "Desk", file: Path, lock: str, folder: Path) -> Path:
    """Write the request for a paper's time stamp into a folder, and return where it lies.

    Raises:
        NotAPaper: it was not issued with room for a stamp, or has its stamp.
        ReadOnlyPlace, NoRoom: nothing can lie there.
    """
    from intake.desk.paper_placing import place_file  # noqa: PLC0415 - loads the core

    asked = desk.papers.stamp_request(file, lock)
    return place_file(asked.data, folder, asked.name)


def write_stamped(desk: "Desk", file: Path, lock: str, chosen: Sequence[Path]) -> Path:
    """Write a paper with its time stamp beside the one that waited, and return where it lies.

    Args:
        desk: the desk.
        file: the paper that waits.
        lock: opens it where it is locked.
        chosen: the answer (``.tsr``), and the authority's certificates where they came apart.

    Raises:
        NotAPaper: it does not wait for a stamp.
        StampRefused: there is no answer, or not this one; it does not hold.
        ReadOnlyPlace, NoRoom: nothing can lie there.
    """
    from intake.desk.paper_placing import place_file  # noqa: PLC0415 - loads the core

    answers = [one for one in chosen if one.suffix.lower() == _ANSWER]
    if len(answers) != 1:
        raise StampRefused(why="format")
    beside = [_small(one) for one in chosen if one not in answers]
    readable = b"\n".join(one for one in beside if b"-----BEGIN" in one)
    authority = readable or (beside[0] if beside else b"")
    made = desk.papers.stamp(file, _small(answers[0]), authority, lock)
    return place_file(made.data, file.parent, made.name)


def _small(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe or a device has no end
            raise StampRefused(why="format")
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError:
        raise StampRefused(why="format") from None
