"""Two people, one field: seen or not seen is the difference (invariant 11)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.ledger.change import Deed
from intake.ledger.merge import Said, cell_of, follow, heads
from tests.ledger.houses import case, uid

CASE = uid("case", 1)


def _exchange(*laptops):
    for giver in laptops:
        for taker in laptops:
            if taker is not giver:
                taker.merge(giver.segments())


def test_who_saw_the_other_word_makes_no_conflict(town):
    ana, bora = town.laptop("ana"), town.laptop("bora")
    ana.say(case(1), "case", CASE, alias="가")
    _exchange(ana, bora)
    bora.say(case(1), "case", CASE, alias="나")
    _exchange(ana, bora)
    assert ana.ledger.conflicts() == ()
    assert ana.shown("case", CASE) == {"alias": "나"}


def test_who_did_not_see_the_other_word_makes_one_and_both_words_are_offered(town):
    ana, bora = town.laptop("ana"), town.laptop("bora")
    ana.say(case(1), "case", CASE, alias="처음")
    _exchange(ana, bora)
    ana.say(case(1), "case", CASE, alias="가")
    bora.wall.ms += 50
    bora.say(case(1), "case", CASE, alias="나")
    _exchange(ana, bora)
    for laptop in (ana, bora):
        (conflict,) = laptop.ledger.conflicts()
        assert (conflict.entity, conflict.eid, conflict.field) == (
            "case",
            CASE,
            "alias",
        )
        assert [(head.value, head.actor) for head in conflict.heads] == [
            ("나", "bora"),
            ("가", "ana"),
        ]
        assert laptop.shown("case", CASE) == {"alias": "나"}
        assert laptop.ledger.conflicts(case(2)) == ()
        assert all(
            entry.conflicted == (entry.stamp > 0)
            for entry in laptop.ledger.timeline(case(1))[:2]
        )


def test_the_same_word_said_twice_unseen_is_no_conflict(town):
    ana, bora = town.laptop("ana"), town.laptop("bora")
    ana.say(case(1), "posting", uid("p", 1), url="https://a.example/1")
    bora.say(case(1), "posting", uid("p", 1), url="https://a.example/1")
    _exchange(ana, bora)
    assert ana.ledger.conflicts() == ()


def _conflicting(town):
    ana, bora = town.laptop("ana"), town.laptop("bora")
    ana.say(case(1), "case", CASE, alias="가")
    bora.wall.ms += 50
    bora.say(case(1), "case", CASE, alias="나")
    _exchange(ana, bora)
    return ana, bora


def test_typing_on_does_not_hide_the_other_word(town):
    ana, _ = _conflicting(town)
    ana.say(case(1), "case", CASE, alias="다")
    (conflict,) = ana.ledger.conflicts()
    assert {head.value for head in conflict.heads} == {"가", "다"}


@pytest.mark.parametrize("value", ["가", "나", "다"])
def test_settling_names_all_that_stood_there_and_ends_the_conflict(town, value):
    ana, bora = _conflicting(town)
    with ana.ledger.saying(Deed.SETTLE, scope=case(1), actor="ana") as say:
        assert len(say.heads("case", CASE, "alias")) == 2
        say.settle("case", CASE, "alias", value)
    _exchange(ana, bora)
    for laptop in (ana, bora):
        assert laptop.ledger.conflicts() == ()
        assert laptop.shown("case", CASE) == {"alias": value}


def test_a_correction_shows_although_the_corrected_clock_ran_a_year_ahead(town):
    ana, bora = town.laptop("ana"), town.laptop("bora")
    ana.wall.ms += 366 * 24 * 3_600_000
    ana.say(case(1), "case", CASE, alias="가")
    bora.merge(ana.segments())
    bora.say(case(1), "case", CASE, alias="나")
    assert bora.shown("case", CASE) == {"alias": "나"}
    ana.merge(bora.segments())
    assert ana.shown("case", CASE) == {"alias": "나"}
    assert ana.ledger.conflicts() == bora.ledger.conflicts() == ()


@st.composite
def _histories(draw):
    """A field's history: every operation may name some of those before it."""
    said = []
    for number in range(draw(st.integers(1, 7))):
        known = draw(st.lists(st.sampled_from(said), unique=True)) if said else []
        base = b"".join(one.tie for one in known)
        said.append(Said(draw(st.integers(0, 3)), bytes([number]) * 14, base))
    return said


@given(_histories(), st.data())
def test_following_word_by_word_agrees_with_looking_at_all_of_them(history, data):
    order = data.draw(st.permutations(history))
    cell, known = None, []
    for said in order:
        known.append(said)
        cell = follow(cell, said) or cell_of(known)
        assert cell == cell_of(known)
    assert heads(order) == heads(history)


@given(_histories(), st.data())
def test_hearing_again_changes_nothing(history, data):
    again = data.draw(st.sampled_from(history))
    assert cell_of([*history, again]) == cell_of(history)
    cell = cell_of(history)
    assert (follow(cell, again) or cell_of(history)) == cell
