"""The picture is tested in the real window, over a real desk."""

import pytest

from tests.ui.casework.conftest import (  # noqa: F401 - fixtures
    at,
    case,
    clock_stands_still,
    desk,
    made,
    settle,
)


@pytest.fixture
def story(desk, case):  # noqa: F811 - the fixtures above
    """Two cases that are of one person, and what they are known by."""
    other = desk.cases.begin("VISIT", "녹두")
    desk.consents.decide(other, {"RECORD": "AGREED"})
    for one, value in ((case, "010-0000-4217"), (case, "@x7q_haru"), (other, "01000004217")):  # fmt: skip
        desk.suspects.add_clue(one, {"value": value})
    suspects = [desk.suspects.of_case(one).cards[0].id for one in (case, other)]
    desk.suspects.merge(*suspects)
    desk.take_touched()
    return (case, other), suspects
