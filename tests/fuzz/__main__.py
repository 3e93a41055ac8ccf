"""Read a million mutated inputs (``packaging/dev.py nightly``): ``python -m tests.fuzz [count] [seed]``.

* Every processor works; the same numbers give the same inputs on any machine.
* What fell is written into ``build/fuzz`` by name and seed, and its line is printed.
"""

import os
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.readers import NAMES, reader
from tests.fuzz.running import Fallen, Told, run

MILLION, SLICE = 1_000_000, 2_000


def main(count: int = MILLION, first: int = 0) -> int:
    """Read so many inputs in all; return 1 where anything fell."""
    weights = {name: reader(name).weight for name in NAMES}
    each = {name: round(count * one / sum(weights.values())) for name, one in weights.items()}  # fmt: skip
    work = [(name, min(SLICE, each[name] - at), first + at) for name in NAMES for at in range(0, each[name], SLICE)]  # fmt: skip
    started, told = time.monotonic(), defaultdict(list)
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as hands:
        for (name, _, _), one in zip(work, hands.map(run, *zip(*work, strict=True)), strict=True):  # fmt: skip
            told[name].append(one)
    fallen = [one for name in NAMES for one in _line(name, told[name])]
    print(f"{sum(each.values()):,} inputs, {len(fallen)} fell, {time.monotonic() - started:.0f} s")  # fmt: skip
    _keep(fallen)
    return int(bool(fallen))


def _line(name: str, told: list[Told]) -> list[Fallen]:
    read, refused = sum(one.read for one in told), sum(one.refused for one in told)
    fallen = [one for some in told for one in some.fallen]
    print(f"{name:12} {read:10,} read {refused:10,} refused {len(fallen):6,} fell")
    return fallen


def _keep(fallen: list[Fallen]) -> None:
    place = Path("build/fuzz")
    for one in fallen:
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{one.name}-{one.seed}").write_bytes(one.data)
        print(f"{one.name} {one.seed} {one.why}")


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
