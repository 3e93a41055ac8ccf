"""A register in memory: what is found does not depend on how it came to be there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.matching.memory import MemoryWorld
from intake.matching.score import likeness
from tests.matching.story import VICTIMS, of_story, sighting, world
from tests.matching.test_score import _STRONG, sightings

_STAGES = (
    (("V01", "V02"), 2), (("V03", "V04", "V05", "V06"), 6), (("V07", "V08"), 6),
    (("V09", "V10", "V11"), 9), (("V12", "V13"), 9), (("V14", "V15"), 13),
)  # fmt: skip
_DECOYS = ("D01", "D02", "D03", "D04", "D06", "D07", "D08", "D09", "D10", "D11")


def found(made):
    """Return every pair that is proposed, with its word and weight."""
    return {
        (profile.id, other.id, one.kind, one.word, one.weight)
        for profile in made.all()
        for other, one in made.candidates(profile)
    }


def confirm_the_strong(made):
    """Confirm every very high suggestion until none is left, as the story's people do."""
    while strong := [
        (profile.id, other.id)
        for profile in made.all()
        for other, one in made.candidates(profile)
        if one.word == "VERY_HIGH" and one.kind == "same_person"
    ]:
        made.join(*strong[0])


def test_the_stages_of_the_story_join_as_many_as_it_says():
    mules = [sighting(f"M{at}", ("bank", "시험은행 00077123123")) for at in range(6)]
    made = world(*_DECOYS, "D05", more=mules)
    for cases, many in _STAGES:
        for case in cases:
            made.add(of_story(case))
        confirm_the_strong(made)
        assert len(made.profile("V01").cases) == many


@given(st.permutations((*VICTIMS, *_DECOYS)), st.integers(0, 25))
@settings(max_examples=20, deadline=None)
def test_thirteen_are_joined_in_any_order_of_arrival(order, early):
    made = world(*order[:early])
    confirm_the_strong(made)
    for case in order[early:]:
        made.add(of_story(case))
    confirm_the_strong(made)
    assert made.profile("V01").cases == set(VICTIMS) - {"V12", "V13"}
    assert all(len(made.profile(case).cases) == 1 for case in (*_DECOYS, "V12", "V13"))


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_the_candidates_do_not_depend_on_the_order_of_entry(data):
    some = data.draw(sightings(most=7))
    order = data.draw(st.permutations(some))
    again = data.draw(st.sampled_from(some))
    made, other = world(more=some), world(more=order)
    other.remove(again.ref)
    other.add(again)
    assert found(made) == found(other)


@given(sightings(most=7))
@settings(max_examples=30, deadline=None)
def test_whoever_is_found_finds_back(some):
    made = world(more=some)
    pairs = {(one, other) for one, other, *_ in found(made)}
    assert pairs == {(other, one) for one, other in pairs}


@given(sightings(most=7))
@settings(max_examples=40, deadline=None)
def test_whoever_would_be_proposed_is_found(some):
    made = world(more=some)
    profiles = list(made.all())
    compared = {
        (one.id, other.id)
        for one in profiles
        for other in profiles
        if one is not other and likeness(one, other, made).is_proposed
    }
    assert compared == {(one, other) for one, other, *_ in found(made)}


@given(sightings(most=7), st.data())
@settings(max_examples=30, deadline=None)
def test_taking_back_a_join_restores_every_candidate(some, data):
    made = world(more=some)
    before = found(made)
    pairs = data.draw(st.lists(st.tuples(*[st.sampled_from([one.ref for one in some])] * 2), max_size=4))  # fmt: skip
    for one, other in pairs:
        if one != other:
            made.join(one, other)
    for one, other in reversed(pairs):
        made.forget(one, other)
    assert found(made) == before


def test_a_decision_about_a_case_that_comes_later_counts_when_it_comes():
    made = MemoryWorld()
    made.join("V01", "V02")
    made.part("V02", "V15")
    for case in ("V01", "V02", "V15"):
        made.add(of_story(case))
    assert made.profile("V01").members == ("V01", "V02")
    assert made.candidates(made.profile("V01")) == []


def test_a_removed_case_leaves_the_others_as_if_it_had_never_been():
    made = world(*VICTIMS)
    for one, other in _STRONG:
        made.join(one, other)
    made.remove("V09")  # destroyed at its victim's wish (D14)
    assert len(made.profile("V01").cases) == 12
    assert made.holders("email", "x7q.haru@mail.example") == 1


def test_a_value_of_very_many_finds_nobody_and_says_how_many_have_it():
    made = MemoryWorld(hub=50)
    for at in range(60):
        made.add(sighting(f"H{at:02}", ("phone", "010-0000-1111"), ("nickname", f"나비{at}")))  # fmt: skip
    assert made.alike(made.profile("H00")) == []
    assert (made.holders("phone", "+821000001111"), made.is_shared("phone", "+821000001111")) == (60, True)  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [("phone", "010-0000-4217"), ("telegram", "x7q_haru"), ("email", "a@mail.example")],
)
def test_whose_hundred_cases_nobody_has_joined_yet_is_proposed_all_the_same(typed):
    made = world(more=[sighting(f"C{at:03}", typed) for at in range(100)])
    assert len(made.candidates(made.profile("C000"))) == 99


def test_an_account_that_nine_lent_out_is_proposed_no_more():
    made = world(more=[sighting(f"C{at}", ("bank", "시험은행 00077123123")) for at in range(8)])  # fmt: skip
    assert {one.word for _, one in made.candidates(made.profile("C0"))} == {"REVIEW"}
    made.add(sighting("C8", ("bank", "시험은행 00077123123")))
    assert made.candidates(made.profile("C0")) == []


def test_a_hub_still_lets_two_be_found_by_something_else():
    made = MemoryWorld(hub=5)
    for at in range(9):
        made.add(sighting(f"H{at}", ("phone", "010-0000-1111")))
    for ref in ("A", "B"):
        made.add(sighting(ref, ("phone", "010-0000-1111"), ("email", "a@mail.example")))
    [(other, one)] = made.candidates(made.profile("A"))
    assert (other.id, one.word) == ("B", "VERY_HIGH")
    assert ("match-says-shared", 9) in {(x.says, x.holders) for x in one.lines}


def test_an_empty_sighting_is_a_profile_that_finds_nobody():
    made = world(more=(sighting("A"), sighting("B")))
    assert (made.profiles, made.candidates(made.profile("A"))) == (2, [])
