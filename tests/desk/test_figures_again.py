"""A frozen figure is counted again at its own position: the same value, rows and hash, or why not."""

import pytest

from intake.desk.views.figures import Asked
from intake.errors import Cancelled, NotFound
from intake.ids import scope_of
from intake.ledger import CLASSES
from tests.desks_at_hand import a_desk, planted

HERE = Asked("CENTER")


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


def supported(desk, case, urls=3, age=20):
    """Fill a case with addresses, each asked for once."""
    planted(desk, "person", case, {"role": "VICTIM", "sex": "F", "age": age})
    for at in range(urls):
        posting = planted(desk, "posting", case, {"url": f"https://a.example/{case}/{at}", "found_on": "2024-03-05"})  # fmt: skip
        planted(desk, "deletion_action", case, {"posting": posting, "kind": "FIRST", "done_on": f"2024-03-0{at + 1}"})  # fmt: skip
    return case


@pytest.fixture
def two(desk):
    return [supported(desk, desk.cases.begin("VISIT", name)) for name in ("하나", "두리")]  # fmt: skip


def destroyed(desk, case):
    for cls in CLASSES:
        desk._rooms.ledger.erase(scope_of("case", case), cls, "REQUEST", "박상담")


def test_counted_again_it_is_the_same(desk, two):
    for rule in ("V1", "V2", "R1", "R2", "R2N", "M1", "S1"):
        figure = desk.figures.freeze(rule, HERE)
        again = desk.figures.again(figure)
        assert again.same, (rule, again)
        assert again.counted == again.value


def test_what_is_noted_later_is_not_in_it(desk, two):
    figure = desk.figures.freeze("R1", HERE)
    supported(desk, two[0], 2)
    supported(desk, desk.cases.begin("VISIT", "세나"))
    again = desk.figures.again(figure)
    assert (again.same, again.counted, again.value) == (True, 6, 6)
    assert len(desk.figures.rows_then(figure)) == 6
    assert desk.figures.frozen()[0].now == 11
