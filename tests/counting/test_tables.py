"""Tables as they are printed: every name has words, noughts stand, sums are counted themselves."""

import json

import pytest

from intake.counting import RULES, Look, Period, Population, count
from intake.counting.shares import mean
from intake.counting.tables import ALL, UNDATED, average, groups, tables
from intake.counting.tables.months import months
from intake.counting.tables.people import since
from intake.counting.victims import Victim
from intake.progress import Silent
from intake.text import LANGUAGES, Texts
from tests.desks_at_hand import a_desk, planted
from tests.stories import fifteen

_YEAR = Period("2024", "2024")
_TABLES = ["T1", "T2", "T3.sex", "T3.age", "T3.sex.annex", "T3.age.annex", "T4", "T5", "T5.annex", "T6", "T6.annex", "T6.addresses", "T6.addresses.annex", "T7", "T7.checks", "T8", "T8.addresses", "T9", "T10", "T11"]  # fmt: skip


@pytest.fixture(scope="module")
def story(house):
    path = house / "resources" / "samples" / "scenario.json"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def desk(story, tmp_path_factory):
    """All fifteen victims of the story with what is told of them, without their addresses."""
    made = a_desk(tmp_path_factory.mktemp("tables") / "v")
    file = tmp_path_factory.mktemp("open") / "cases.jsonl"
    file.write_bytes(fifteen.cases_open(story["victims"], "IC"))
    fifteen.bring_in(made, [(file, "")])
    for case in made._rooms.register.find("case"):
        planted(made, "support_action", case.id, {"kind": "COUNSEL", "done_on": "2024-05-02"})  # fmt: skip
    yield made
    made.close()


@pytest.fixture(scope="module")
def every(desk):
    return Population(frozenset(one.id for one in desk._rooms.register.find("case")))


@pytest.fixture(scope="module")
def told(desk, every):
    with desk._rooms.vault.reading() as db:
        found = tables(db, every, _YEAR)
        also = groups(db, {"one": every, "none": Population()}, _YEAR)
    return {one.id: one for one in (*found, *also)}


def sums(table):
    return {row: table.at(row, ALL) for row in table.rows.codes if table.at(row, ALL)}


def test_every_table_is_there_in_its_order(told):
    assert [name for name in told if not name.startswith("T12")] == _TABLES


def test_the_tables_of_the_story_are_those_of_the_report(told, story):
    expected = story["expected"]
    assert (told["T1"].at("F", "NEW"), told["T1"].at(ALL, ALL)) == (15, 15)
    assert sums(told["T2"]) == expected["band"] == {"10": 6, "20": 7, "30": 2}
    assert sums(told["T3.sex"]) == expected["damage"]
    assert sums(told["T3.age.annex"]) == expected["ext"]
    assert sums(told["T4"]) == expected["relation"]
    assert sums(told["T9"]) == {"VISIT": 15}
    assert (told["T5"].at("COUNSEL", "2024-05"), told["T5"].at(ALL, ALL)) == (15, 15)
    assert told["T12"].at("one", ALL) == told["T12"].at(ALL, ALL) == 15


def test_the_shapes_of_the_yearly_report_follow(told):
    shares = {name: {row: told[name].share(row) for row in sums(told[name])} for name in ("T1", "T2", "T4")}  # fmt: skip
    assert shares["T1"] == {"F": 1000}
    assert shares["T2"] == {"10": 400, "20": 467, "30": 133}
    assert shares["T4"] == {"TEMP": 733, "STRANGER": 67, "INTIMATE": 67, "UNKNOWN": 133}
    assert told["T3.sex"].share("DIST") == 536
    assert told["T6"].share("ADULT") is None


def test_the_way_through_the_tables_is_told_to_its_end(desk, every):
    steps = []

    class Told(Silent):
        def step(self, done, total, what):
            steps.append((done, total, what))

    with desk._rooms.vault.reading() as db:
        tables(db, every, _YEAR, Told())
    assert steps[-1] == (len(_TABLES), len(_TABLES), "progress-figures")
    assert Texts("ko").has("progress-figures")


def test_kinds_for_each_person_are_two_numbers(desk, every):
    with desk._rooms.vault.reading() as db:
        kinds, persons = average(Look(db, every, _YEAR))
    assert (kinds.value, persons.value) == (28, 15)
    assert mean(kinds.value, persons.value) == "1.87"


def test_whoever_nothing_was_done_for_in_a_period_is_in_no_table_of_it(desk, every):
    with desk._rooms.vault.reading() as db:
        before = {one.id: one for one in tables(db, every, Period("2023", "2023"))}
        then = {one.id: one for one in tables(db, every, Period("2024-05-02", "2024-05-02"))}  # fmt: skip
    assert not any(before["T1"].cells.values())
    assert then["T1"].at(ALL, ALL) == 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_and_every_name_has_words(told, language):
    texts = Texts(language)
    for one in told.values():
        titles = {one.title, one.rows.title, one.columns.title} - {""}
        assert all(map(texts.has, titles)), titles
        assert texts.has(f"figure-unit-{one.unit.lower()}")
        for axis, shown in ((one.rows, one.rows_shown), (one.columns, one.columns_shown)):  # fmt: skip
            free = axis.title in {"counting-axis-month", "counting-axis-group"}
            for code in shown:
                words = axis.label(code, texts)
                assert words != code or (free and code != UNDATED) or code == "P2P", code  # fmt: skip


def test_columns_and_rows_of_addresses_are_the_rules_of_their_outcomes(desk, every):
    case = min(every.cases)
    for url, result in (("https://a.example/1", "REMOVED"), ("http://www.a.example/1/", "REFUSED")):  # fmt: skip
        planted(desk, "posting", case, {"url": url, "result": result, "platform": "CLOUD"})  # fmt: skip
    with desk._rooms.vault.reading() as db:
        found = {one.id: one for one in tables(db, every, Period())}
        rules = {column: count(db, RULES[rule], every).amount.value for column, rule in (("REMOVED", "R3"), ("REFUSED", "R3-REFUSED"), ("OPEN", "R3-OPEN"), (ALL, "R2"))}  # fmt: skip
    whole, apart = found["T6.addresses"], found["T6.addresses.annex"]
    assert {column: whole.at(ALL, column) for column in rules} == rules
    assert (whole.at("ETC", "REMOVED"), whole.at("ETC", "REFUSED"), whole.at("ETC", ALL)) == (1, 1, 1)  # fmt: skip
    assert (apart.at("CLOUD", ALL), apart.annex, whole.annex) == (1, True, False)


def test_many_cases_are_walked_and_few_looked_up_with_one_result(desk, every, monkeypatch):  # fmt: skip
    with desk._rooms.vault.reading() as db:
        looked_up = tables(db, every, _YEAR)
        monkeypatch.setattr("intake.counting.selecting._FEW", 0)
        assert tables(db, every, _YEAR) == looked_up


def test_months_are_those_of_the_period_and_a_long_time_shows_only_what_there_was():
    assert months(Period("2024-11", "2025"), []).codes[:2] == ("2024-11", "2024-12")
    assert months(Period(), ["2024-03", UNDATED]).codes == ("2024-03", UNDATED)
    assert months(Period("1900", "2100"), ["2024-03"]).codes == ("2024-03", UNDATED)
    assert months(Period(), []).codes == (UNDATED,)


@pytest.mark.parametrize(("received", "intake", "period", "said"), [
    ("2023-12-31", "", Period("2024", ""), "CONTINUED"), ("2024", "", Period("2024", ""), "NEW"),
    ("2023", "", Period("2023-06", ""), "NEW"), ("", "", Period("2024", ""), "NEW"),
    ("2024-02", "AGAIN", Period("2024", ""), "CONTINUED"), ("2020", "NEW", Period(), "NEW"),
])  # fmt: skip
def test_who_was_there_before_continues(received, intake, period, said):
    one = Victim(("c",), "F", "20", "TEMP", "VISIT", received, intake, (), None, None)
    assert since(one, period) == said
