import pytest
from hypothesis import given
from hypothesis import strategies as some

from intake.backup.due import DAY, HOUR, Kept, due

moments = some.integers(0, 400 * DAY)


@pytest.mark.parametrize(
    ("age", "wanted"), [(19 * HOUR, False), (21 * HOUR, True), (-HOUR, True)]
)
def test_a_night_is_twenty_hours_and_the_future_is_no_excuse(age, wanted):
    now = 100 * DAY
    assert due(Kept(now, now - age, 0, 1, placed=True)).backup is wanted


@given(now=moments, made=moments, begun=moments)
def test_without_a_place_nothing_is_made_by_itself(now, made, begun):
    assert not due(Kept(now, made, 0, begun, placed=False)).backup


@given(now=moments, made=moments)
def test_a_backup_of_this_week_is_never_late(now, made):
    kept = Kept(now, max(made, now - 7 * DAY), 0, 0, placed=True)
    assert not due(kept).late


def test_on_the_first_day_nothing_is_late():
    first = due(Kept(50 * DAY, 0, 0, 50 * DAY, placed=False))
    assert (first.late, first.drill) == (False, False)
