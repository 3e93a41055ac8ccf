"""What takes long, by hand: ``python -m tests.sticks big``, ``yank 200``, ``crowd 100000``."""

import sys
import tempfile  # noqa: TID251 - made-up bytes only
from pathlib import Path

from tests.sticks.big import GIB, Figures, beyond, carried, over, over_in_linux
from tests.sticks.crowd import crowd
from tests.sticks.kernel import PLUGGED, SAID
from tests.sticks.media import KINDS
from tests.sticks.yank import pull

_LARGE = GIB * 9 // 2
_FAT = 4 * GIB  # one byte less is what a file of FAT32 holds


def main(what: str, *more: str) -> int:
    """Run one of them and say what was seen."""
    if what == "inside":
        return _inside(Path(more[1]), more[2])
    times = int(more[0]) if more else 0
    for kind in KINDS:
        with tempfile.TemporaryDirectory(prefix="ieum-stick-", dir="/var/tmp") as made:
            print(_one(what, kind, Path(made), times), flush=True)
    return 0


def _one(what: str, kind: str, folder: Path, times: int) -> object:
    if what == "yank":
        return kind, pull(kind, folder, times or 50, seed=times)
    if what == "crowd":
        return kind, crowd(kind, folder, times or 100_000)
    size = times << 20 or _LARGE
    return over(kind, folder, size) if kind == "exfat" else over_in_linux(folder, size)


def _inside(file: Path, sha: str) -> int:
    """Carry a bundle, in a Linux of its own with the stick plugged in."""
    size = file.stat().st_size
    said = str(carried(PLUGGED, file, sha, Figures("fat32 (Linux vfat)", size)))
    if size > _FAT:
        for part in (PLUGGED / "intake-mailbox").rglob("*.age.*"):
            part.unlink()  # one file of all of it is told to be too large for this medium
        said += f" · one file of more than 4 GiB: {beyond(PLUGGED, file, sha)}"
    print(SAID + said, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
