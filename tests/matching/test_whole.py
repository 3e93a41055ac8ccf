"""Comparing everybody in memory gives what looking at one after the other gives."""

from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import Cancelled
from intake.matching import holding
from intake.matching.same import Decision
from intake.matching.whole import settle_all
from intake.progress import Silent
from tests.matching.filling import blob, fill
from tests.matching.story import TYPED, of_story
from tests.matching.test_score import sightings
from tests.vaults_at_hand import a_vault

_STORY = sorted({one["case"] for one in TYPED})


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    made = a_vault(tmp_path_factory.mktemp("whole") / "v")
    yield made.vault
    made.vault.close()


def all_due(db):
    db.execute("INSERT OR IGNORE INTO m_due SELECT id FROM m_sight")


def row_by_row(vault, hub, at_once=3):
    with vault.writing() as db:
        while some := holding.due(db, at_once):
            holding.settle(db, some, 1, hub)
        return kept(db)


def at_once(vault, hub, progress=None, some=2):
    settle_all(vault, lambda: 1, progress or Silent(), hub, some)
    with vault.reading() as db:
        return kept(db)


def kept(db):
    assert not holding.due(db)
    return holding.pairs(db)


_DECIDED = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.booleans()), max_size=3)  # fmt: skip
_SHARED = st.sampled_from([(), (("phone", "+821000004217"),), (("telegram", "x7q_haru"),)])  # fmt: skip


@given(sightings(most=7), _DECIDED, _SHARED, st.sampled_from((1, 2, 200)), st.data())
@settings(max_examples=25, deadline=None)
def test_everybody_at_once_is_as_row_by_row(vault, some, decided, shared, hub, data):
    refs = [one.ref for one in some]
    told = [
        Decision(f"L{at}", refs[one % len(refs)], refs[other % len(refs)], same)
        for at, (one, other, same) in enumerate(decided)
        if one % len(refs) != other % len(refs)
    ]
    with vault.writing() as db:
        fill(db, some, told, shared)
        all_due(db)
    expected = row_by_row(vault, hub)
    again = data.draw(st.sets(st.sampled_from(refs)))
    with vault.writing() as db:  # some are due again: the rest stands
        db.executemany("INSERT INTO m_due VALUES (?)", [(blob(one),) for one in again])
    assert at_once(vault, hub) == expected
    with vault.writing() as db:
        db.execute("DELETE FROM m_pair")
        all_due(db)
    assert at_once(vault, hub) == expected


def test_the_storys_records_give_the_same_either_way(vault):
    expected = whole_story(vault)
    assert {one.word for one in expected} >= {"VERY_HIGH", "HIGH"}
    assert at_once(vault, 200, some=7) == expected


class Impatient(Silent):
    """Lets six be looked at, then cancels."""

    def step(self, done, total, what):
        if done >= 6:
            raise Cancelled


def test_what_was_done_before_a_cancel_stands_and_the_rest_is_gone_on_with(vault):
    expected = whole_story(vault)
    with pytest.raises(Cancelled):
        at_once(vault, 200, Impatient())
    with vault.reading() as db:
        assert len(holding.due(db)) == len(_STORY) - 6
    assert at_once(vault, 200) == expected


class Busy:
    """A vault into which somebody else writes after two pieces."""

    def __init__(self, vault, write):
        self._vault, self._write, self._left = vault, write, 2

    @contextmanager
    def writing(self):
        self._left -= 1
        with self._vault.writing() as db:
            if self._left == 0:
                self._write(db)
            yield db


def test_what_somebody_else_writes_in_between_is_looked_at_too(vault):
    expected = whole_story(vault)
    late = Decision("L", "V01", "V02", same=False)
    sightings = [of_story(case) for case in _STORY]

    def write(db):
        before = holding.due(db)
        fill(db, sightings, [late])
        all_due(db)
        assert len(before) < len(sightings)

    settle_all(Busy(vault, write), lambda: 1, Silent(), 200, 4)
    with vault.writing() as db:
        found = kept(db)
        all_due(db)
    assert found != expected
    assert found == row_by_row(vault, 200)


def whole_story(vault):
    """Return what is kept of the story, and let everybody be due with nothing kept."""
    with vault.writing() as db:
        fill(db, [of_story(case) for case in _STORY])
        all_due(db)
    expected = row_by_row(vault, 200, 7)
    with vault.writing() as db:
        db.execute("DELETE FROM m_pair")
        all_due(db)
    return expected
