"""What makes a decision stand, asked of the one function that says so."""

from itertools import product

import pytest

from intake.matching.decided import Side, Told, effect, standing

CENTRAL = frozenset({"C0"})
IC, IC2, SL = Side(b"1", "IC"), Side(b"2", "IC"), Side(b"3", "SL")
NOBODYS, NOBODYS2 = Side(b"4", ""), Side(b"6", "")


def said(decision="SAME", speaker="C0", second="", by="최확인", **more):
    return Told(speaker, decision, "박상담", second, by if second else "", **more)


def how(told, *sides):
    return standing(told, sides, CENTRAL)


@pytest.mark.parametrize("speaker", ["IC", "C0"])
def test_within_a_center_one_person_is_enough(speaker):
    assert how(said(speaker=speaker), IC, IC2) == "JOINS"


@pytest.mark.parametrize(
    "sides", [(IC, SL), (SL, IC), (IC, NOBODYS), (NOBODYS, NOBODYS2)]
)
def test_between_centers_and_where_nobody_knows_whose_a_second_person_says_so_too(sides):  # fmt: skip
    assert how(said(), *sides) == "SECOND"
    assert how(said(second="SAME"), *sides) == "JOINS"
    assert how(said(speaker="IC", second="SAME"), *sides) == ""


def test_two_suspects_of_one_case_need_one_person_whosever_it_is():
    assert how(said(), NOBODYS, NOBODYS2) == "SECOND"
    assert how(said(), NOBODYS, NOBODYS) == "JOINS"


def test_a_court_wants_two_persons_also_within_a_center():
    assert how(said(for_court=True), IC, IC2) == "SECOND"
    assert how(said(for_court=True, second="SAME"), IC, IC2) == "JOINS"


@pytest.mark.parametrize("name", ["", " ", "박상담", " 박 상담", "박\u200b상담"])
def test_a_second_without_a_name_of_another_is_nobody(name):
    for second in ("SAME", "NOT_SAME", "HOLD"):
        assert how(said(second=second, by=name), IC, SL) == "SECOND"
        assert how(said(second=second, by=name), IC, IC2) == "JOINS"


@pytest.mark.parametrize("second", ["NOT_SAME", "HOLD"])
def test_a_second_who_doubts_puts_it_on_hold(second):
    told = said(second=second)
    assert how(told, IC, IC2) == "HOLD"
    assert effect(told, "HOLD") == 0


def test_not_the_same_keeps_apart_until_somebody_says_the_contrary():
    effects = {second: effect(said("NOT_SAME", second=second), how(said("NOT_SAME", second=second), IC, SL)) for second in ("", "NOT_SAME", "HOLD", "SAME")}  # fmt: skip
    assert effects == {"": -1, "NOT_SAME": -1, "HOLD": -1, "SAME": 0}


def test_not_the_same_between_centers_keeps_apart_and_waits_for_a_second_person():
    assert how(said("NOT_SAME"), IC, IC2) == "APART"
    assert how(said("NOT_SAME"), IC, SL) == "SECOND"
    assert effect(said("NOT_SAME"), "SECOND") == -1
    assert how(said("NOT_SAME", second="NOT_SAME"), IC, SL) == "APART"


def test_hold_and_words_of_a_newer_version_do_nothing():
    for decision in ("HOLD", "PERHAPS"):
        told = said(decision, second="SAME")
        assert how(told, IC, IC2) == "HOLD"
        assert effect(told, "HOLD") == 0


def test_nobody_is_heard_about_anothers_case_and_nobody_nameless():
    sides = (IC, IC2), (IC, SL), (SL, SL), (NOBODYS, IC), (NOBODYS, NOBODYS2)
    for decision, pair in product(("SAME", "NOT_SAME", "HOLD"), sides):
        assert how(said(decision, "BS", "SAME"), *pair) == ""
        assert how(said(decision, "", "SAME"), *pair) == ""


def test_a_training_case_joins_nobody_and_keeps_nobody_apart():
    training = Side(b"5", "IC", training=True)
    for decision in ("SAME", "NOT_SAME", "HOLD"):
        assert how(said(decision, second="SAME"), IC, training) == ""
        assert how(said(decision, second="SAME"), training, SL) == ""
