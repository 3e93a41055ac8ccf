"""Somebody without a name comes again with one."""

import pytest

from intake.errors import InvalidInput, NotFound
from tests.desks_at_hand import a_desk, agreed


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


@pytest.fixture
def cases(desk):
    return desk.cases.begin("D4Y"), agreed(desk, "RECORD")


def test_a_youth_channel_begins_without_a_name(desk, cases):
    anonymous, named = cases
    assert desk.records.get("case", anonymous)["anonymous"] is True
    assert not desk.records.get("case", named)["anonymous"]


def test_an_anonymous_case_continues_in_a_named_one_and_both_say_so(desk, cases):
    anonymous, named = cases
    desk.joining.join(anonymous, named)
    assert [line.id for line in desk.joining.joined(anonymous)] == [named]
    assert [line.id for line in desk.joining.joined(named)] == [anonymous]
    row = desk.records.get("case", anonymous)
    assert (row["state"], row["close_reason"]) == ("CLOSED", "MOVED")


def test_a_wrong_join_is_parted_or_undone(desk, cases):
    anonymous, named = cases
    desk.joining.join(anonymous, named)
    desk.joining.part(anonymous)
    assert desk.joining.joined(named) == ()
    with pytest.raises(InvalidInput):
        desk.joining.part(anonymous)
    before = desk.records.get("case", anonymous)["state"]
    desk.joining.join(anonymous, named)
    desk.undo.undo()
    assert desk.joining.joined(anonymous) == ()
    assert desk.records.get("case", anonymous)["state"] == before


def test_cases_never_continue_in_a_circle(desk, cases):
    anonymous, named = cases
    with pytest.raises(InvalidInput):
        desk.joining.join(named, named)
    desk.joining.join(anonymous, named)
    with pytest.raises(InvalidInput):
        desk.joining.join(named, anonymous)
    with pytest.raises(NotFound):
        desk.joining.join(named, "00000000-0000-7000-8000-000000000000")
