"""Statistics are of one moment, hide small numbers of people, and open to their rows."""

import pytest

from intake.desk.views.figures import Asked
from tests.desk.test_figures import HERE, supported
from tests.desks_at_hand import a_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = a_desk(tmp_path_factory.mktemp("statistics") / "v")
    yield made
    made.close()


@pytest.fixture(scope="module")
def cases(desk):
    """Five cases: four grown women, one child."""
    names = ("하나", "두리", "서이", "너이", "다섯")
    ages = (15, 24, 31, 33, 36)
    return [supported(desk, desk.cases.begin("VISIT", name), urls=2, age=age) for name, age in zip(names, ages, strict=True)]  # fmt: skip


def table(view, name):
    return next(one for one in view.tables if one.id == name)


def cell(view, name, row, column=""):
    told = table(view, name)
    line = next(one for one in told.rows if one.code == row)
    return line.cells[told.codes.index(column)].value


def test_everything_is_there(desk, cases):
    view = desk.statistics.view(HERE)
    assert [one.rule for one in view.cards] == ["V1", "V2", "R1", "R2", "R3", "R3-REFUSED", "R5"]  # fmt: skip
    assert view.hidden_cards == ("미성년자",)
    assert [one.id for one in view.pictures] == ["months", "waves", "platforms", "ages"]
