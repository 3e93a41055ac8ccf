"""One large bundle over a real file system: sent, read back, sent again, fetched; with figures."""

import hashlib
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import NoRoom
from intake.mailbox import (
    FolderMailbox,
    check_delivered,
    fetch,
    find_letters,
    letter_for,
    send,
)
from intake.progress import Silent
from tests.sticks.media import MIB, make, mounted

GIB = 1 << 30
_LIMIT = 4 * GIB  # what one file of FAT32 holds at most, and one byte


@dataclass
class Figures:
    """What was measured, in seconds of this run."""

    kind: str
    size: int
    parts: int = 0
    sent_again: int = -1
    seconds: dict[str, float] = field(default_factory=dict)
    peak_mib: float = 0.0

    def __str__(self) -> str:
        """Say it in one line."""
        each = " · ".join(f"{what} {taken:.1f} s ({self.size / MIB / taken:.0f} MiB/s)" for what, taken in self.seconds.items())  # fmt: skip
        return f"{self.kind}: {self.size / GIB:.2f} GiB in {self.parts} parts · {each} · sent again {self.sent_again} · peak {self.peak_mib:.0f} MiB"  # fmt: skip


class Summed:
    """Takes bytes and keeps their hash only: nothing of a large copy has to lie anywhere."""

    def __init__(self) -> None:
        self.sum = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.sum.update(data)
        return len(data)


def bundle(file: Path, size: int) -> str:
    """A file of that size which takes no room: holes, and a different line in each mebibyte."""
    with file.open("wb") as out:
        out.truncate(size)
        for at in range(0, size, MIB):
            out.seek(at)
            out.write(f"mebibyte {at // MIB} of a bundle".encode()[: size - at])
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def over(kind: str, folder: Path, size: int) -> Figures:
    """Carry a bundle of that size over a stick."""
    figures = Figures(kind, size)
    file = folder / "bundle.age"
    letter = letter_for("c1", "202611", bundle(file, size), size)
    stick = make(kind, folder / "big.img", size + size // 8 + 64 * MIB)
    with mounted(stick, folder / "plugged") as place:
        box = FolderMailbox(place)
        began = time.perf_counter()
        figures.parts = send(box, file, letter, Silent())
        began = _taken(figures, "send", began)
        check_delivered(box, file, letter, Silent())
        began = _taken(figures, "read back", began)
        figures.sent_again = send(box, file, letter, Silent())
        (found,) = find_letters(box, "c1")
        began, out = time.perf_counter(), Summed()
        fetch(box, found, out, Silent())
        _taken(figures, "fetch", began)
        assert out.sum.hexdigest() == letter.sha256
    figures.peak_mib = _peak()
    (folder / "big.img").unlink()
    file.unlink()
    return figures


def beyond(folder: Path) -> str:
    """What is said of one file of more than 4 GiB on FAT32, which parts never make."""
    stick = make("fat32", folder / "limit.img", 5 * GIB)
    file = folder / "one.age"
    sha = bundle(file, _LIMIT + 1)
    try:
        with mounted(stick, folder / "plugged") as place, file.open("rb") as source:
            FolderMailbox(place).put_new(f"c1/202611/{sha}.age", source, _LIMIT + 1)
    except NoRoom:
        return "told as no room, nothing left"
    finally:
        (folder / "limit.img").unlink()
        file.unlink()
    return "taken"


def _taken(figures: Figures, what: str, began: float) -> float:
    os.sync()
    now = time.perf_counter()
    figures.seconds[what] = now - began
    return now


def _peak() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0
