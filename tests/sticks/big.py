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
from tests.sticks.kernel import in_linux
from tests.sticks.media import MIB, make, mounted

GIB = 1 << 30


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
    sha = bundle(file, size)
    stick = make(kind, folder / "big.img", size + size // 8 + 64 * MIB)
    with mounted(stick, folder / "plugged") as place:
        carried(place, file, sha, figures)
    (folder / "big.img").unlink()
    file.unlink()
    return figures


def over_in_linux(folder: Path, size: int) -> str:
    """The same over FAT32, by Linux's own driver in a kernel of its own (``kernel.py``)."""
    file = folder / "bundle.age"
    sha = bundle(file, size)
    stick = make("fat32", folder / "big.img", size + size // 8 + 64 * MIB)
    said = in_linux(stick, "big", str(file), sha)
    (folder / "big.img").unlink()
    file.unlink()
    return said


def carried(place: Path, file: Path, sha: str, figures: Figures) -> Figures:
    """Send a bundle to a plugged stick, read it back, send it again, and fetch it."""
    letter = letter_for("c1", "202611", sha, figures.size)
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
    return figures


def beyond(place: Path, file: Path, sha: str) -> str:
    """What is said of one file of more than 4 GiB on FAT32, which parts never make."""
    box = FolderMailbox(place)
    try:
        with file.open("rb") as source:
            box.put_new(f"ic/202611/{sha}.age", source, file.stat().st_size)
    except NoRoom:
        return f"told as no room, {len(box.list('ic/'))} left"
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
