"""The tables equal a recount in plain Python over the open export: the story's, and made-up ones."""

import json

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from intake.counting import Period, Population
from intake.counting.tables import groups as counted_groups
from intake.counting.tables import tables
from tests.counting import made_up
from tests.counting.recount import Records, Told, recount, recount_groups
from tests.desks_at_hand import a_desk
from tests.stories import fifteen

PERIODS = (("", ""), ("2024", "2024"), ("2024-03", "2024-06"), ("2024-03-10", ""), ("", "2023"), ("2023-06", "2024-03"))  # fmt: skip


def as_told(found) -> dict[str, Told]:
    """What the product printed, without its noughts; nothing stands outside of its rows and columns."""
    said = {}
    for one in found:
        printed = {(r, c) for r in one.rows_shown for c in one.columns_shown}
        assert {cell for cell, n in one.cells.items() if n and one.across} <= printed, one.id  # fmt: skip
        cells = {cell: n for cell, n in one.cells.items() if n and cell in printed}
        said[one.id] = Told(cells, one.doubtful)
    return said


def of_the_desk(desk, cases, persons, period) -> dict[str, Told]:
    population = Population(frozenset(cases), confirmed=tuple(map(frozenset, persons)))
    with desk._rooms.vault.reading() as db:
        return as_told(tables(db, population, Period(*period)))


# --- the story ---------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["BS", "DG"])
def center(request, house, tmp_path_factory):
    told = json.loads((house / "resources" / "samples" / "scenario.json").read_text("utf-8"))  # fmt: skip
    folder = tmp_path_factory.mktemp(request.param)
    desk = a_desk(folder / "v", code=request.param)
    fifteen.bring_in(desk, fifteen.files(told, request.param, folder))
    yield desk
    desk.close()


def test_the_tables_of_the_story_are_those_of_a_recount(center):
    records = Records().read(made_up.exported(center))
    cases = [one["id"] for one in records["case"]]
    assert len(records["deletion_action"]) > 400
    for period in PERIODS:
        assert of_the_desk(center, cases, [], period) == recount(records, [], period)
    assert of_the_desk(center, cases, [], ("2024-03", "2024-06"))["T6"].cells["", ""]


# --- made-up centers --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("made-up") / "v")
    yield made_up.Register(desk)
    desk.close()


@settings(max_examples=50, phases=(Phase.explicit, Phase.generate))  # the desk grows
@given(st.randoms(use_true_random=True), st.booleans())
def test_the_tables_of_a_made_up_center_are_those_of_a_recount(register, throw, joined):  # fmt: skip
    cases, records = register.take_in(made_up.center(throw))
    persons = [set(cases[:2])] if joined else []
    people = tuple(map(frozenset, persons))
    named = {"one": set(cases[:2]), "other": set(cases[1:])}
    asked = {name: Population(frozenset(some), people) for name, some in named.items()}
    for period in PERIODS:
        found = of_the_desk(register.desk, cases, persons, period)
        assert found == recount(records, persons, period)
        with register.desk._rooms.vault.reading() as db:
            found = as_told(counted_groups(db, asked, Period(*period)))
        assert found == recount_groups(records, persons, named, period)
