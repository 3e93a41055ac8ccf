"""813 recorded sessions of the ODK reference engine's own scenario tests, replayed on ours."""

import gzip
import json
from collections import Counter
from functools import cache

import pytest

from tests.forms.replay import HERE, outcome, recorded_sessions

LEAST = 0.95


def listed(name: str) -> dict[tuple[str, str, int], str]:
    lines = (HERE / name).read_text("utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    return {(file, test, int(nth)): reason for file, test, nth, reason in cells}


@cache
def sessions() -> tuple[tuple[tuple[str, str, int], dict], ...]:
    place = recorded_sessions()
    assert place is not None
    found, seen = [], Counter()
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        for line in lines:
            session = json.loads(line)
            name = (session["file"], " ".join(session["test"].split()))
            seen[name] += 1
            found.append(((*name, seen[name]), session))
    return tuple(found)


@cache
def outcomes() -> dict[tuple[str, str, int], str]:
    skipped = listed("not_applicable.tsv")
    return {key: outcome(session) for key, session in sessions() if key not in skipped}


def test_at_least_95_in_100_applicable_sessions_replay_as_recorded():
    passed = sum(1 for wrong in outcomes().values() if not wrong)
    assert passed / len(outcomes()) >= LEAST


def test_only_the_listed_sessions_fail_and_each_of_them_does():
    failing = {key for key, wrong in outcomes().items() if wrong}
    assert failing == listed("known_failing.tsv").keys()


def test_every_listed_session_is_in_the_recording_and_has_a_reason():
    keys = {key for key, _ in sessions()}
    lists = listed("not_applicable.tsv") | listed("known_failing.tsv")
    assert lists.keys() <= keys
    assert all(reason for reason in lists.values())


@pytest.mark.parametrize("name", ["not_applicable.tsv", "known_failing.tsv"])
def test_the_lists_stay_short(name: str):
    assert len(listed(name)) < 0.2 * len(sessions())
