"""Who recognises the people of a synthetic nation, at what cost: ours, union-find and Splink 5.

    python -m tests.bench.bench_nation [--cases 10000 | --whole] [--seed 1] [--only ours,oracle]

Every method runs in a child of its own on the same country, so that time and memory are its own.
"ours, automatic" joins the best candidate of every new case; nobody does that (ruling 25), it
is how an engine is compared. "answered" is a reviewer who is never wrong and answers everything
from REVIEW up, profiles against profiles too.
"""

import argparse
import gc
import multiprocessing
import sys
import time
from collections import defaultdict
from functools import partial

from intake.matching import opinion
from intake.matching.memory import MemoryWorld
from tests.bench.nation import nation
from tests.bench.nation_measures import Union, fit

_BINS = (-16, 0, 1, 2, 3, 4, 6, 8, 10, 15, 200)
_MOST_NAMES = 3  # a value under three full names is nobody's


def _by_keys(country, keeps):
    union, first = Union(), {}
    for sighting, _ in country:
        for mark in sighting.marks:
            if not mark.masked and keeps(mark):
                union.join(sighting.ref, first.setdefault(mark.key, sighting.ref))
    return union.find, ""


def every_key(country):
    """Join whoever has anything in common but words."""
    return _by_keys(country, lambda mark: mark.cls != "W")


def person_keys(country):
    """Join whoever has an account or number in common."""
    return _by_keys(country, lambda mark: mark.cls == "P")


def person_keys_unshared(country):
    """The same, without the values under which several names were heard."""
    names = defaultdict(set)
    for sighting, _ in country:
        named = {
            mark.value
            for mark in sighting.marks
            if mark.kind == "name" and not mark.masked
        }
        for mark in sighting.marks:
            names[mark.key] |= named
    return _by_keys(
        country, lambda mark: mark.cls == "P" and len(names[mark.key]) < _MOST_NAMES
    )


def splinks(country):
    """Ask Splink once, and cut its answer at several places."""
    found = opinion.pairs((one for one, _ in country), 0.5, memory_mb=6_144)
    for least in (0.5, 0.9, 0.99):
        union = Union()
        for pair in found:
            if pair.probability >= least:
                union.join(pair.one, pair.other)
        yield f"Splink 5, p >= {least}", union.find, ""


def automatic(bits, country):
    """Join the best candidate of every case, where it is strong enough."""
    world = MemoryWorld()
    for sighting, _ in country:
        world.add(sighting)
        found = world.candidates(world.profile(sighting.ref))
        best = next((one for one in found if one[1].kind == "same_person"), None)
        if best is not None and best[1].weight >= bits * 1000:
            world.join(sighting.ref, best[0].members[0])
    return (lambda ref: world.profile(ref).id), ""


def answered(country):
    """Answer every suggestion as it is, and count them."""
    who = {one.ref: person for one, person in country}
    world, asked, right, asked_of = MemoryWorld(), 0, 0, set()
    bins = defaultdict(lambda: [0, 0, 0.0])
    slowest = []
    for sighting, _ in country:
        world.add(sighting)
        start = time.perf_counter()
        found = _next(world, sighting.ref)
        slowest.append(time.perf_counter() - start)
        while found is not None:
            other, likeness = found
            same = who[other.members[0]] == who[sighting.ref]
            asked, right = asked + 1, right + same
            asked_of.add(sighting.ref)
            told = bins[
                next(at for at, top in enumerate(_BINS) if likeness.weight < top * 1000)
            ]
            told[0], told[1], told[2] = (
                told[0] + 1,
                told[1] + same,
                told[2] + 1 / (1 + 2 ** (-likeness.weight / 1000)),
            )
            (world.join if same else world.part)(sighting.ref, other.members[0])
            found = _next(world, sighting.ref)
    slowest.sort()
    said = [
        f"    {asked:,} suggestions on {len(asked_of):,} of {len(who):,} cases, {right / max(1, asked):.1%} right"
    ]
    said += [
        f"    {_BINS[at - 1]:>3}..{_BINS[at]:<3} bits: said {told[2] / told[0]:.3f}, was {told[1] / told[0]:.3f} ({told[0]:,})"
        for at, told in sorted(bins.items())
    ]
    at = [
        f"{slowest[int(len(slowest) * share)] * 1000:.2f}"
        for share in (0.5, 0.95, 0.99)
    ]
    said.append(
        f"    one new case: p50 {at[0]} ms, p95 {at[1]} ms, p99 {at[2]} ms, most {slowest[-1] * 1000:.0f} ms"
    )
    return (lambda ref: world.profile(ref).id), "\n".join(said)


def _next(world, ref):
    found = world.candidates(world.profile(ref))
    return next((one for one in found if one[1].kind == "same_person"), None)


# --- running --------------------------------------------------------------------------------------


def _one(run, country):
    def once(country):
        group_of, said = run(country)
        yield "", group_of, said

    return once(country)


_METHODS = {
    "union": (
        ("union-find, every key", partial(_one, every_key)),
        ("union-find, person keys", partial(_one, person_keys)),
        ("+ stop-list, under < 3 names", partial(_one, person_keys_unshared)),
    ),
    "splink": (("", splinks),),
    "ours": tuple(
        (f"ours, automatic, >= {bits} bits", partial(_one, partial(automatic, bits)))
        for bits in (8, 4, 3, 0)
    ),
    "oracle": (("ours, answered from REVIEW up", partial(_one, answered)),),
}


def _memory(name):
    with open("/proc/self/status", encoding="ascii") as told:  # noqa: PTH123 - no file
        return (
            next(int(line.split()[1]) for line in told if line.startswith(name)) / 1e6
        )


def _child(name, run, country, who):
    with open("/proc/self/clear_refs", "w", encoding="ascii") as told:  # noqa: PTH123 - the highest so far begins anew
        told.write("5")
    before, start = _memory("VmRSS"), time.perf_counter()
    for named, group_of, said in run(country):
        taken = time.perf_counter() - start
        one = fit(group_of, who)
        sys.stdout.write(
            f"{named or name:32} P {one.precision:.4f} R {one.recall:.3f} F1 {one.f1:.3f} B3F {one.bcubed:.3f}"
            f"  biggest {one.biggest:,} of {one.people_in_it:,} people  mixed {one.mixed:,} of {one.groups:,}"
            f"  {taken:.1f} s  +{_memory('VmHWM') - before:.2f} GB\n"
        )
        if said:
            sys.stdout.write(said + "\n")
        sys.stdout.flush()


def main():
    """Print one line a method."""
    told = argparse.ArgumentParser()
    told.add_argument("--cases", type=int, default=10_000)
    told.add_argument("--whole", action="store_true", help="200,000 cases")
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--only", default="union,splink,ours,oracle")
    asked = told.parse_args()
    start = time.perf_counter()
    country = list(nation(200_000 if asked.whole else asked.cases, asked.seed))
    who = {one.ref: person for one, person in country}
    marks = sum(len(one.marks) for one, _ in country)
    sys.stdout.write(f"{len(who):,} cases, {len(set(who.values())):,} people, {marks:,} marks, seed {asked.seed}; made in {time.perf_counter() - start:.0f} s\n")  # fmt: skip
    sys.stdout.flush()
    gc.freeze()
    child = multiprocessing.get_context("fork").Process
    for kind in asked.only.split(","):
        for name, run in _METHODS[kind]:
            one = child(target=_child, args=(name, run, country, who))
            one.start()
            one.join()
            if one.exitcode:
                sys.stdout.write(f"{name or kind:32} did not finish ({one.exitcode})\n")


if __name__ == "__main__":
    main()
