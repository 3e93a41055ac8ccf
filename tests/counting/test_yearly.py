"""The yearly report's tables: a row for each year, equal to a recount, with the shares as printed."""

import json

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from intake.counting import Look, Period, Population
from intake.counting.tables import ALL, tables
from intake.counting.tables.publishing import published
from intake.counting.tables.yearly import yearly
from intake.errors import Cancelled
from intake.progress import Silent
from intake.text import LANGUAGES, Texts
from tests.counting import made_up
from tests.counting.recount import recount
from tests.desks_at_hand import a_desk, planted
from tests.stories import fifteen

YEARS = (2023, 2024, 2025)
SOURCES = {"A": "T1", "B": "T2", "C": "T3.sex", "D": "T4", "E": "T5", "F": "T6", "G": "T8"}  # fmt: skip


@pytest.fixture(scope="module")
def story(house):
    path = house / "resources" / "samples" / "scenario.json"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def desk(story, tmp_path_factory):
    """All fifteen of the story, supported in 2024, without their addresses but one."""
    made = a_desk(tmp_path_factory.mktemp("yearly") / "v")
    file = tmp_path_factory.mktemp("open") / "cases.jsonl"
    file.write_bytes(fifteen.cases_open(story["victims"], "IC"))
    fifteen.bring_in(made, [(file, "")])
    for case in made._rooms.register.find("case"):
        planted(made, "support_action", case.id, {"kind": "COUNSEL", "done_on": "2024-05-02"})  # fmt: skip
    posting = planted(made, "posting", case.id, {"platform": "ADULT"})
    planted(made, "leak", case.id, {"of": posting, "kind": "NAME", "chosen": True})
    for kind in ("FIRST", "AGAIN", "CHECK"):
        planted(made, "deletion_action", case.id, {"posting": posting, "kind": kind, "done_on": "2024-06-01"})  # fmt: skip
    planted(made, "deletion_action", case.id, {"kind": "FIRST", "done_on": "2024-06-02"})  # fmt: skip
    yield made
    made.close()


@pytest.fixture(scope="module")
def every(desk):
    return Population(frozenset(one.id for one in desk._rooms.register.find("case")))


@pytest.fixture(scope="module")
def told(desk, every):
    with desk._rooms.vault.reading() as db:
        found = yearly(Look(db, every), YEARS, whole=True)
    return {one.id: one for one in found}


def row(table, year="2024"):
    return {code: table.cells[year, code].value for code in table.columns.codes if table.cells[year, code].value}  # fmt: skip


def shares(table, year="2024"):
    return {code: table.cells[year, code].share for code in table.columns.codes if table.cells[year, code].share}  # fmt: skip


def test_the_years_of_the_story_are_those_of_the_report(told, story):
    expected = story["expected"]
    assert row(told["A"]) == {ALL: 15, "F": 15}
    assert row(told["B"]) == {ALL: 15, **expected["band"]}
    assert row(told["C"]) == {ALL: 28, **expected["damage"]}
    assert row(told["D"]) == {ALL: 15, **expected["relation"]}
    assert row(told["E"]) == {ALL: 18, "COUNSEL": 15, "DELETE": 3, "R4": 1}
    assert row(told["F"]) == {ALL: 3, "ADULT": 2, "U": 1}
    assert row(told["G"]) == {ALL: 2, "NAME": 2}
    assert [row(told["A"], year) for year in ("2023", "2025")] == [{}, {}]


def test_shares_are_of_the_sum_that_the_report_says_them_of(told):
    assert shares(told["A"]) == {"F": 1000}
    assert shares(told["B"]) == {"10": 400, "20": 467, "30": 133}
    assert shares(told["C"])["DIST"] == 536
    assert shares(told["G"]) == {
        ALL: 667,
        "NAME": 1000,
    }  # of deletion support, of the sum
    assert not shares(told["E"]).get("R4")


def test_the_tables_stand_in_the_order_of_the_report_with_the_sum_first(told):
    assert list(told) == list("ABCDEFG")
    for one in told.values():
        assert one.years == ("2023", "2024", "2025")
        assert one.columns.codes[0] == ALL


def test_a_number_is_hidden_where_its_table_of_that_year_hides_it(desk, every):
    with desk._rooms.vault.reading() as db:
        found = {one.id: one for one in yearly(Look(db, every), YEARS)}
        year = {one.table.id: one for one in published(tables(db, every, Period("2024", "2024")))}  # fmt: skip
    for name, source in SOURCES.items():
        for code in (ALL, *year[source].table.rows.codes):
            cell = found[name].cells["2024", code]
            assert cell.value == year[source].at(code, ALL)
            assert cell.value is not None or cell.share is None
    assert found["D"].hidden
    assert found["D"].cells["2024", "UNKNOWN"].value is None


def test_whoever_cancels_between_two_years_is_heard(desk, every):
    steps = []

    class Stopping(Silent):
        def step(self, done, total, what):
            steps.append((done, total))
            if done > total // 2:
                raise Cancelled

    with desk._rooms.vault.reading() as db, pytest.raises(Cancelled):
        yearly(Look(db, every), YEARS, Stopping())
    assert steps == sorted(steps)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_and_every_column_has_words(told, language):
    texts = Texts(language)
    for one in told.values():
        assert texts.has(one.title)
        for code in one.columns.codes:
            assert one.columns.label(code, texts) != code or code == "P2P"


# --- made-up centers --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("made-up-years") / "v")
    yield made_up.Register(desk)
    desk.close()


@settings(max_examples=10, phases=(Phase.explicit, Phase.generate))
@given(st.randoms(use_true_random=True), st.booleans())
def test_the_years_of_a_made_up_center_are_those_of_a_recount(register, throw, joined):
    cases, records = register.take_in(made_up.center(throw))
    persons = [set(cases[:2])] if joined else []
    population = Population(frozenset(cases), tuple(map(frozenset, persons)))
    with register.desk._rooms.vault.reading() as db:
        found = {one.id: one for one in yearly(Look(db, population), YEARS, whole=True)}
    for year in map(str, YEARS):
        again = recount(records, persons, (year, year))
        for name, source in SOURCES.items():
            sums = {code: n for (code, column), n in again[source].cells.items() if not column}  # fmt: skip
            assert {code: n for code, n in row(found[name], year).items() if code != "R4"} == sums  # fmt: skip
        assert found["E"].cells[year, "R4"].value == again["T7.checks"].cells.get((ALL, "R4"), 0)  # fmt: skip
