"""Profiles out of decisions: whatever hangs together, and whom a refusal keeps apart."""

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.matching.grouping import grouped, refusal
from intake.matching.same import Decision
from intake.matching.sighting import Sighting
from tests.matching.story import world

_REFS = "abcdef"
_SOME = [Sighting(one, one, "IC", ()) for one in _REFS]
_DECISIONS = st.lists(
    st.builds(Decision, st.uuids().map(str), st.sampled_from(_REFS), st.sampled_from(_REFS), st.booleans()),
    max_size=8,
)  # fmt: skip


@given(_DECISIONS, st.randoms())
@settings(max_examples=40, deadline=None)
def test_profiles_are_the_same_however_the_decisions_came(decisions, dice):
    turned, some = list(decisions), list(_SOME)
    dice.shuffle(turned)
    dice.shuffle(some)
    assert grouped(some, turned) == grouped(_SOME, decisions)


@given(_DECISIONS)
@settings(max_examples=40, deadline=None)
def test_everybody_is_in_one_profile_and_a_register_in_memory_agrees(decisions):
    made = world(more=_SOME)
    for one in decisions:
        (made.join if one.same else made.part)(one.one, one.other, one.ref)
    told = grouped(_SOME, decisions)
    assert sorted(ref for one in told for ref in one.members) == list(_REFS)
    assert sorted(one.members for one in made.all()) == [one.members for one in told]


def test_a_chain_is_one_and_without_its_middle_two():
    chain = [Decision("1", "a", "b"), Decision("2", "b", "c")]
    assert [one.members for one in grouped(_SOME[:3], chain)] == [("a", "b", "c")]
    assert [one.members for one in grouped(_SOME[:3], chain[:1])] == [("a", "b"), ("c",)]  # fmt: skip


def test_a_refusal_between_any_two_members_keeps_two_profiles_apart():
    told = Decision("9", "f", "b", same=False)
    about = {"b": [told], "f": [told]}
    assert refusal("abc", "def", lambda one: about.get(one, ())) == told
    assert refusal("def", "abc", lambda one: about.get(one, ())) == told
    assert refusal("ac", "def", lambda one: about.get(one, ())) is None
