"""A mailbox in which somebody left a hundred thousand files: how long a look takes, and what it leaves."""

import os
import time
import tracemalloc
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from intake.mailbox import ROOT, FolderMailbox
from tests.sticks.media import MIB, make, mounted

MONTH = "c1/202611"


@dataclass
class Look:
    """What a look took."""

    names: int
    ours: int
    seconds: float
    memory_mib: float
    strangers: int


def fill(place: Path, names: int) -> None:
    """Leave so many foreign names where ours lie."""
    month = place / ROOT / MONTH
    month.mkdir(parents=True, exist_ok=True)
    for number in range(names):
        os.close(os.open(month / f"{number:06}.jpg", os.O_CREAT | os.O_WRONLY))


def look(place: Path, names: int, *, traced: bool = False) -> Look:
    """List what is ours among them, and count what is not."""
    box = FolderMailbox(place)
    box.put_new(f"{MONTH}/{'ab' * 32}.age", BytesIO(b"sealed"), 6)
    if traced:
        tracemalloc.start()
    began = time.perf_counter()
    ours, strangers = box.list("c1/"), 0
    taken = time.perf_counter() - began
    memory = tracemalloc.get_traced_memory()[1] / MIB if traced else 0.0
    tracemalloc.stop()
    strangers = box.strangers()
    return Look(names, len(ours), taken, memory, strangers)


def crowd(kind: str, folder: Path, names: int) -> Look:
    """So many names on a stick."""
    stick = make(kind, folder / "crowd.img", 512 * MIB)
    with mounted(stick, folder / "plugged") as place:
        fill(place, names)
        timed = look(place, names)
        timed.memory_mib = look(place, names, traced=True).memory_mib
        return timed
