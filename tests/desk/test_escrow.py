"""Match-only as a desk shows it: before there is anybody to ask, and where something is odd."""

import pytest

from intake.exchange.escrow import epochs
from intake.exchange.escrow.messages import EpochSaid
from tests.centers_at_hand import closing, second_laptop
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.escrow_at_hand import QUIET, a_town, named

HIM = "010-0000-4217"


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "ic")
    yield made
    made.close()


def test_without_anybody_to_ask_it_is_said_and_nothing_is_sealed(desk):
    case = named(desk, HIM)
    assert desk.escrow.go(QUIET) == 0
    seen = desk.escrow.of_case(case)
    assert (seen.state, seen.state_label, seen.filed) == ("NO_PARTY", "준비 중", 0)
    assert seen.sentence.startswith("중앙과 제2기관의 올해 열쇠를")
    view = desk.escrow.state()
    assert (view.role, view.is_on, view.parties, view.used_today) == ("center", False, (), 0)  # fmt: skip


def test_who_did_not_agree_is_off(desk):
    assert desk.escrow.of_case(agreed(desk, "RECORD")).state == "OFF"


def test_a_counselor_to_be_called_is_asked_for(desk):
    assert any("상담원이 정해지지" in one for one in desk.escrow.state().troubles)
    desk.link_notices.set_contact("박상담", "010-0000-0009")
    assert desk.escrow.state().troubles == ()


def test_a_central_desk_alone_makes_no_key_and_seals_nothing(desk, tmp_path):
    central = a_desk(tmp_path / "c0", role="central", code="C0")
    with closing(central):
        introduce(desk, central)
        assert central.escrow.go(QUIET) == 0
        assert not any(one.is_ready for one in central.escrow.state().parties)


def test_two_second_parties_are_one_too_many(desk, tmp_path):
    others = [a_desk(tmp_path / code, role=role, code=code) for code, role in (("C0", "central"), ("E0", "escrow"), ("E1", "escrow"))]  # fmt: skip
    with closing(*others):
        for other in others:
            introduce(desk, other)
            year = epochs.epoch_now(other._rooms.exchange)
            epochs.begin(other._rooms.exchange)
            with other._rooms.vault.reading() as db:
                half = epochs.part_of(db, year).key.public
            epochs.hear(desk._rooms.exchange, other.about().center_code, EpochSaid(year, 1, half))  # fmt: skip
        view = desk.escrow.state()
        assert not view.is_on
        assert any("둘 이상" in one for one in view.troubles)
        assert [one.code for one in view.parties] == ["C0", "E0", "E1"]
        assert all(len(one.public_words.split()) == 6 for one in view.parties)


def test_another_laptop_of_the_center_leaves_the_letters_to_the_first(tmp_path):
    town = a_town(tmp_path)
    try:
        second = second_laptop(town["IC"], tmp_path / "second")
        with closing(second):
            for party in ("C0", "E0"):
                introduce(second, town[party])
                town[party].keys.accept_enrolment(town["IC"].keys.enrolment().data)
            second._rooms.clock.wall = town.wall
            town.round("C0", "E0")
            town.desks["IC-2"] = second
            town.fetch("IC-2")
            assert second.escrow.go(QUIET) == 0
            assert any("첫 노트북" in one for one in second.escrow.state().troubles)
            assert not second.escrow.state().is_on
            town.fetch("IC")  # they lay there still
            assert town["IC"].escrow.state().is_on
    finally:
        town.close()
