"""The second opinion: somebody else's engine, in memory only, over what is noted of suspects."""

import subprocess
import sys
from pathlib import Path

import pytest

from intake.errors import NoMemory, NotInstalled
from intake.matching import opinion, opinion_rows
from intake.matching.sighting import Mark, Sighting
from tests.bench.nation import nation

COUNTRY = 600


def _sighting(ref, *marks, **said):
    return Sighting(ref, f"case-{ref}", "IC", tuple(Mark(f"{ref}-{at}", kind, value, "P") for at, (kind, value) in enumerate(marks)), **said)  # fmt: skip


@pytest.fixture(scope="module")
def country():
    return list(nation(COUNTRY, 5))


@pytest.fixture(scope="module")
def found(country):
    return opinion.pairs((one for one, _ in country), 0.01, rounds=1)


def test_pairs_that_it_is_sure_of_are_mostly_right_and_the_surest_come_first(
    country, found
):
    who = {one.ref: person for one, person in country}
    sure = [pair for pair in found if pair.probability >= 0.9]
    assert sure
    assert sum(who[pair.one] == who[pair.other] for pair in sure) / len(sure) > 0.95
    assert [pair.probability for pair in found] == sorted(
        (pair.probability for pair in found), reverse=True
    )


def test_a_pair_is_there_once_and_of_two(found):
    assert len({pair.key for pair in found}) == len(found)
    assert all(pair.one < pair.other for pair in found)


def test_two_of_one_number_are_likely_although_there_is_nothing_to_learn_from():
    few = [_sighting("a", ("phone", "+821000004217"), ("telegram", "nokdu"))]
    few += [
        _sighting("b", ("phone", "+821000004217"), ("telegram", "nokdu")),
        _sighting("c", ("phone", "+821000009999")),
    ]
    told = {pair.key: pair.probability for pair in opinion.pairs(few, 0.0)}
    assert told[("a", "b")] > 0.9
    assert ("a", "c") not in told


def test_nobody_has_no_opinion_and_one_alone_has_none():
    assert opinion.pairs([]) == ()
    assert opinion.pairs([_sighting("a", ("phone", "+821000004217"))]) == ()


def test_sightings_of_which_nothing_is_known_are_no_pair():
    assert opinion.pairs([_sighting("a"), _sighting("b")], 0.0) == ()


def test_what_is_masked_shared_or_the_victims_own_is_not_shown_to_it():
    marks = (
        Mark("r1", "phone", "+8210????4217", "P", masked=True),
        Mark("r2", "bank", "999:0001", "P", shared=True),
        Mark("r3", "telegram", "hers", "P"),
        Mark("r4", "telegram", "his", "P"),
    )
    own = frozenset({("telegram", "hers")})
    row = opinion_rows.rows_of([Sighting("a", "c", "IC", marks, own=own)])[0]
    assert (row["phone"], row["bank"], row["telegram"]) == (None, None, "his")


def test_a_value_of_very_many_is_left_out():
    crowd = [
        _sighting(f"s{at:04d}", ("bank", "999:0001"), ("phone", f"+8210000{at:05d}"))
        for at in range(opinion_rows.HUB + 1)
    ]
    assert {row["bank"] for row in opinion_rows.rows_of(crowd)} == {None}
    assert {row["bank"] for row in opinion_rows.rows_of(crowd[:-1])} == {"999:0001"}


def test_the_birth_year_comes_from_the_age_and_the_year_it_was_said_in():
    assert opinion_rows.rows_of([_sighting("a", age=30, year=2024)])[0]["born"] == 1994
    assert opinion_rows.rows_of([_sighting("a", age=30)])[0]["born"] is None


def test_odd_values_are_only_values():
    odd = "x' or 1=1; drop table \x00 \u202e" + "가" * 5_000
    told = opinion.pairs(
        [_sighting("a", ("telegram", odd)), _sighting("b", ("telegram", odd))], 0.0
    )
    assert [pair.key for pair in told] == [("a", "b")]


def test_without_the_extra_it_is_said_in_words(monkeypatch):
    monkeypatch.setattr(opinion, "find_spec", lambda _name: None)
    with pytest.raises(NotInstalled) as refused:
        opinion.pairs([_sighting("a"), _sighting("b")])
    assert refused.value.facts == {"extra": "opinion"}


def test_where_the_memory_does_not_suffice_it_gives_up_in_words(country):
    with pytest.raises(NoMemory):
        opinion.pairs((one for one, _ in country), memory_mb=1, rounds=1)


_WATCHED = """
import sys
sys.dont_write_bytecode = True
import splink, duckdb, pyarrow
from intake.matching.opinion import pairs
from tests.bench.nation import nation
country = [one for one, _ in nation(220, 5)]
print("begin", file=open("/dev/null", "w"))
print(len(pairs(country, rounds=1)))
"""
_HARMLESS = ("/dev/null", "/proc/", "/sys/")


def test_nothing_of_a_case_touches_the_disk_or_the_network(tmp_path):
    log = tmp_path / "calls"
    calls = "trace=open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,symlink,socket,connect"
    ask = (
        "strace",
        "-f",
        "--seccomp-bpf",  # it is stopped at these calls alone, not at every one
        "-qq",
        "-e",
        calls,
        "-o",
        str(log),
        sys.executable,
        "-c",
        _WATCHED,
    )
    ran = subprocess.run(
        ask, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert int(ran.stdout) > 0
    lines = log.read_text("utf-8", "replace").splitlines()
    began = next(
        at
        for at, line in enumerate(lines)
        if "/dev/null" in line and "O_WRONLY" in line
    )
    made = [line for line in lines[began + 1 :] if _writes(line)]
    assert made == []


def _writes(line):
    if " = -1 " in line or any(place in line for place in _HARMLESS):
        return False
    opened = any(flag in line for flag in ("O_WRONLY", "O_RDWR", "O_CREAT"))
    return opened or any(
        f" {call}(" in line
        for call in ("mkdir", "rename", "link", "symlink", "socket", "connect", "creat")
    )
