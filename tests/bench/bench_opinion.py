"""The second opinion over 100,000 cases with the program's own limits: how long, how much memory.

    nice -n 10 python -m tests.bench.bench_opinion [--cases 100000]

Each engine looks at the same synthetic nation in a process of its own, which tells the most
memory it ever had (VmHWM). The peer is ours over the same sightings. Nothing is asserted.
"""

import argparse
import multiprocessing
import time
from pathlib import Path

from intake.desk.opinion import _UNLIKELY
from intake.matching import opinion
from intake.matching.memory import MemoryWorld
from tests.bench.nation import nation
from tests.bench.town import load


def theirs(country):
    """Ask Splink as the desk does."""
    return len(opinion.pairs(country, _UNLIKELY))


def ours(country):
    """Ask ours about everybody."""
    world = MemoryWorld()
    for sighting in country:
        world.add(sighting)
    return sum(one.id < other.id for one in world.all() for other, _ in world.candidates(one))  # fmt: skip


def _child(name, work, cases):
    country = [one for one, _ in nation(cases, 1)]
    before, start, began = _memory("VmRSS"), time.perf_counter(), time.process_time()
    found = work(country)
    print(f"{name}: {found:,} pairs, {time.perf_counter() - start:.0f} s, {time.process_time() - began:.0f} s of processors, "
          f"most memory {_memory('VmHWM'):.2f} GB ({before:.2f} GB of it the sightings), {load()}", flush=True)  # fmt: skip


def _memory(name):
    told = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in told if line.startswith(name)) / 1e6


def main():
    """Print one line an engine."""
    told = argparse.ArgumentParser()
    told.add_argument("--cases", type=int, default=100_000)
    asked = told.parse_args()
    for name, work in (("Splink 5 on DuckDB", theirs), ("ours (peer)", ours)):
        one = multiprocessing.get_context("spawn").Process(target=_child, args=(name, work, asked.cases))  # fmt: skip
        one.start()
        one.join()


if __name__ == "__main__":
    main()
