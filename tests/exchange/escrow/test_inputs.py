"""What is asked about: identifiers one person holds, of cases where it was agreed."""

import uuid

import pytest

from intake.exchange.escrow.inputs import input_of, may_ask, person_input, wishes
from intake.ledger import Deed
from tests.desks_at_hand import a_desk, agreed, introduce

HIM = "010-0000-4217"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("inputs")
    incheon, central = a_desk(folder / "ic"), a_desk(folder / "c0", role="central", code="C0")  # fmt: skip
    introduce(incheon, central)
    yield incheon
    incheon.close()
    central.close()


def asked(desk, case):
    key = uuid.UUID(case).bytes
    return {one.input.decode().split("/", 2)[2] for one in wishes(desk._rooms.exchange) if one.case == key}  # fmt: skip


def a_case(desk, *clues, purposes=("RECORD", "MATCH"), **said):
    case = agreed(desk, *purposes)
    for kind, value in clues:
        desk.suspects.add_clue(case, {"kind": kind, "value": value, **said})
    return case


def test_accounts_of_a_person_are_asked_and_places_things_networks_and_words_are_not(desk):  # fmt: skip
    clues = (("phone", HIM), ("telegram", "@nokdu_dev"), ("ip", "192.0.2.7"), ("nickname", "녹두"), ("phone", "010-****-4217"))  # fmt: skip
    case = a_case(desk, *clues)
    assert asked(desk, case) == {"phone:+821000004217", "telegram:nokdu_dev"}


@pytest.mark.parametrize("said", [{"role": "VICTIM"}, {"role": "NONE"}, {"shared": True}])  # fmt: skip
def test_what_is_the_victims_or_nobodys_or_many_peoples_is_not_asked(desk, said):
    assert asked(desk, a_case(desk, ("phone", HIM), **said)) == set()


@pytest.mark.parametrize("purposes", [("RECORD",), (), ("RECORD", "CENTER")])
def test_without_match_or_central_nothing_is_asked(desk, purposes):
    assert asked(desk, a_case(desk, ("phone", HIM), purposes=purposes)) == set()


def test_central_alone_is_enough_and_ends_where_it_is_taken_back(desk):
    case = a_case(desk, ("phone", HIM), purposes=("RECORD", "CENTRAL"))
    assert asked(desk, case) == {"phone:+821000004217"}
    desk.consents.withdraw(case, "CENTRAL")
    assert asked(desk, case) == set()


def test_a_training_case_is_not_asked_about(desk):
    case = a_case(desk, ("phone", HIM))
    with desk._rooms.about_case(Deed.CHANGE, case) as say:
        say.set("case", case, "training", True)
    assert asked(desk, case) == set()


def test_a_person_is_known_by_name_and_birth_else_by_telephone_else_by_nothing():
    assert person_input("김 하늘", "2001-02-03", HIM) == person_input("김하늘", "2001-02-03", "")  # fmt: skip
    assert person_input("", "2001-02-03", HIM) == person_input("다른 이름", "2001", HIM)
    assert person_input("하늘", "", "") == person_input("", "", "모름") == b""
    assert not person_input("김○○", "2001-02-03", "").startswith(b"person/3/born")


def test_an_input_says_its_version_and_its_kind():
    assert input_of("phone", "1") != input_of("telegram", "1")
    assert input_of("phone", "1").startswith(b"suspect/3/")


def test_only_two_reasons_let_it_be_asked():
    every = ("agreed", "match-only", "undecided", "refused", "withdrawn", "record-refused", "guardian-missing")  # fmt: skip
    assert [one for one in every if may_ask(one)] == ["agreed", "match-only"]
