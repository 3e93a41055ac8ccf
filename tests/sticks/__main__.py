"""What takes long, by hand: ``python -m tests.sticks big``, ``yank 200``, ``crowd``."""

import sys
import tempfile  # noqa: TID251 - made-up bytes only
from pathlib import Path

from tests.sticks.big import GIB, beyond, over
from tests.sticks.crowd import crowd
from tests.sticks.media import KINDS
from tests.sticks.yank import pull


def main(what: str, times: int = 0) -> int:
    """Run one of them and say what was seen."""
    for kind in KINDS:
        with tempfile.TemporaryDirectory(prefix="ieum-stick-", dir="/var/tmp") as made:
            folder = Path(made)
            if what == "big":
                print(over(kind, folder, GIB * 9 // 2), flush=True)
            elif what == "yank":
                print(kind, pull(kind, folder, times or 50, seed=times), flush=True)
            elif what == "crowd":
                print(kind, crowd(kind, folder, times or 100_000), flush=True)
    if what == "big":
        with tempfile.TemporaryDirectory(prefix="ieum-stick-", dir="/var/tmp") as made:
            print("one file of 4 GiB + 1 on FAT32:", beyond(Path(made)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:3])))
