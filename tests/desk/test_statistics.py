"""Statistics are of one moment, hide small numbers of people, and open to their rows."""

import csv
import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from intake.desk import workspace as opening
from intake.desk.views.figures import Asked
from intake.errors import Cancelled, InvalidInput, NotYours, ReadOnlyPlace
from intake.progress import Silent
from tests.desk.test_figures import HERE, HERS, supported
from tests.desks_at_hand import a_desk, planted
from tests.vaults_at_hand import PASSPHRASE, POLICY, cheap_guessing

ALL = ""
YEAR = Asked("CENTER", "", "2024", "2024")


@pytest.fixture(scope="module", autouse=True)
def _cheap():
    with cheap_guessing():
        yield


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("statistics") / "v"


@pytest.fixture(scope="module")
def desk(place):
    made = a_desk(place)
    made.roles.add_person("이전산", "IT", PASSPHRASE, HERS)
    yield made
    made.close()


@pytest.fixture(scope="module")
def cases(desk):
    """Six women, one of them a child; two addresses each, one was removed and came back."""
    names = ("하나", "두리", "서이", "너이", "다섯", "여섯")
    ages = (15, 24, 25, 31, 33, 36)
    found = [supported(desk, desk.cases.begin("VISIT", name), urls=2, age=age) for name, age in zip(names, ages, strict=True)]  # fmt: skip
    for at, case in enumerate(found):
        incident = planted(desk, "incident", case, {"relation": "TEMP"})
        planted(desk, "harm", case, {"of": incident, "kind": "DIST", "chosen": True})
        planted(desk, "harm", case, {"of": incident, "kind": ("GROOM", "FILM")[at > 0], "chosen": True})  # fmt: skip
    first = desk._rooms.register.find("posting", case=found[0])[0]
    planted(desk, "posting", found[0], {"result": "REMOVED", "result_on": "2024-04-09", "platform": "ADULT"}, first.id)  # fmt: skip
    planted(desk, "posting", found[0], {"url": "https://b.example/1", "found_on": "2024-05-01", "parent": first.id})  # fmt: skip
    return found


def table(view, name):
    return next(one for one in view.tables if one.id == name)


def cell(view, name, row, column=ALL):
    told = table(view, name)
    line = next(one for one in told.rows if one.code == row)
    return line.cells[told.codes.index(column)].value


# --- what is shown -------------------------------------------------------------------------


def test_everything_is_there_and_the_regional_annex_stands_last(desk, cases):
    view = desk.statistics.view(HERE)
    assert [one.rule for one in view.cards] == ["V1", "V2", "R1", "R2", "R3", "R3-REFUSED", "R5"]  # fmt: skip
    assert [one.value for one in view.cards] == [6, 6, 12, 13, 1, 0, 1]
    assert [one.id for one in view.pictures] == ["months", "waves", "platforms", "ages"]
    annex = [one.annex for one in view.tables]
    assert annex == sorted(annex)
    assert {one.id.partition(".")[0] for one in view.tables} == {f"T{at}" for at in range(1, 13)}  # fmt: skip
    assert view.position == desk._rooms.ledger.position_hash()
    assert all(one.title and one.how and one.unit_label and one.first for one in view.tables)  # fmt: skip


def test_small_numbers_of_people_are_hidden_unless_all_is_asked_for(desk, cases):
    view, whole = desk.statistics.view(HERE), desk.statistics.view(HERE, whole=True)
    assert (view.hidden, whole.hidden) == (True, False)
    assert view.hidden_cards == ("미성년자",)
    assert [one.value for one in whole.cards if one.rule == "M1"] == [1]
    assert (cell(view, "T2", "10"), cell(whole, "T2", "10")) == (None, 1)
    assert (cell(view, "T2", "30"), cell(view, "T2", "40")) == (3, 0)
    assert cell(view, "T3.sex", "DIST") == 6
    assert cell(view, "T3.sex.annex", "GROOM") is None
    assert cell(view, "T6", ALL) == 12  # deletion support tells of nobody
    assert not any(one.value is None for told in whole.tables for row in told.rows for one in row.cells)  # fmt: skip


def test_a_share_is_said_only_beside_its_number_and_its_sum(desk, cases):
    view = desk.statistics.view(HERE)
    for told in view.tables:
        sums = told.rows[-1].cells
        for row in told.rows:
            for one, whole in zip(row.cells, sums, strict=True):
                assert not one.share or None not in (one.value, whole.value)
    assert table(view, "T1").rows[0].cells[-1].share == "100.0%"
    assert table(view, "T4").rows[-1].total


def test_a_picture_holds_no_number_that_its_table_does_not_hold(desk, cases):
    for view in (desk.statistics.view(HERE), desk.statistics.view(YEAR)):
        for one in view.pictures:
            rows = {row.label: row for row in one.table.rows}
            at = [one.table.columns.index(name) for name in one.series]
            for name, values in one.groups:
                assert values == tuple(rows[name].cells[column].value for column in at)
    months = dict(view.pictures[0].groups)
    assert (len(months), months["2024.03"], months["2024.04"]) == (12, (12, 0), (0, 1))
    waves = dict(view.pictures[1].groups)
    assert (waves["2024.03"], waves["2024.05"]) == ((12, 0, 0), (0, 1, 0))


def test_of_a_long_time_the_last_three_years_are_drawn(desk, cases):
    view = desk.statistics.view(Asked("CENTER", "", "2015", "2024"))
    assert [len(one.groups) for one in view.pictures[:2]] == [36, 36]
    assert "36" in view.pictures[0].how
    assert len(view.pictures[0].table.rows) == 122


def test_one_case_is_no_table_of_people(desk, cases):
    view = desk.statistics.view(Asked("CASE", cases[0]))
    assert {one.unit for one in view.tables} == {"ACTIONS", "ADDRESSES"}
    assert [one.rule for one in view.cards][:2] == ["R1", "R1-FIRST"]
    assert [one.id for one in view.pictures] == ["months", "waves", "platforms"]


def test_people_are_counted_whatever_the_period_and_the_figure_says_so(desk, cases):
    then = desk.statistics.view(Asked("CENTER", "", "2020", "2020"))
    people = next(one for one in then.cards if one.rule == "V1")
    assert (people.value, "기간과 상관없이" in people.how) == (6, True)
    assert cell(then, "T1", ALL) == 0


# --- the yearly report -------------------------------------------------------------------


def test_the_yearly_report_has_a_row_for_every_year(desk, cases):
    told = desk.statistics.years(2023, 2024, HERE)
    assert [one.id for one in told] == list("ABCDEFG")
    people = told[0]
    assert [row.label for row in people.rows] == ["2023", "2024"]
    assert [row.cells[0].value for row in people.rows] == [0, 6]
    assert people.columns[:2] == ("계", "여성")
    assert people.rows[1].cells[1].share == "100.0%"
    age = told[1]
    assert age.rows[1].cells[age.codes.index("10")].value is None
    assert "감추" in age.note or "적지 않았습니다" in age.note


def test_of_one_case_the_years_tell_what_was_done(desk, cases):
    told = desk.statistics.years(2024, 2024, Asked("CASE", cases[0]))
    assert [one.id for one in told] == ["E", "F", "G"]


def test_years_that_are_none_are_refused(desk, cases):
    for years in ((2025, 2024), (0, 2024), (1990, 2024)):
        with pytest.raises(InvalidInput):
            desk.statistics.years(*years)


# --- rows ----------------------------------------------------------------------------------


def test_a_cell_opens_to_its_rows_page_by_page(desk, cases):
    rows = desk.statistics.rows
    assert len(rows("T5", "DELETE", "2024-03", HERE)) == 12
    first, rest = rows("T6", ALL, ALL, HERE, 7), rows("T6", ALL, ALL, HERE, 7, 7)
    assert len({one.record for one in (*first, *rest)}) == 12
    assert {one.words for one in first} == {"최초요청"}
    (child,) = rows("T2", "10", ALL, HERE)
    assert (child.case, child.entity) == (cases[0], "case")
    assert [one.case for one in rows("T10", "2024-05", "R5", HERE)] == [cases[0]]


def test_a_bar_opens_by_the_cell_behind_it(desk, cases):
    assert len(desk.statistics.rows("months", "2024-03", "R1", HERE)) == 12
    assert len(desk.statistics.rows("months", "2024-04", "R3", HERE)) == 1


def test_what_does_not_open_is_refused(desk, cases):
    for name in ("T12", "T99", ""):
        with pytest.raises(InvalidInput):
            desk.statistics.rows(name, ALL, ALL, HERE)


# --- files -------------------------------------------------------------------------------------


def test_a_workbook_has_a_sheet_for_every_table_and_the_same_bytes_again(desk, cases):
    made = desk.statistics.make(HERE, "xlsx")
    assert made.data == desk.statistics.make(HERE, "xlsx").data
    book = CalamineWorkbook.from_filelike(io.BytesIO(made.data))
    view = desk.statistics.view(HERE)
    assert book.sheet_names == ["about", *(one.id for one in view.tables)]
    rows = book.get_sheet_by_name("T2").to_python()
    said = {row[0]: row for row in rows}
    assert said["단위"][1] == "명"
    assert said["집계 규칙"][1] == "V1 v1"
    assert said["장부 위치"][1] == view.position
    assert said["10대"][1] == "감춤"
    assert said["30대"][-2:] == [3.0, 50.0]
    assert made.name.startswith("ieum-statistics-IC-")


def test_a_zip_has_a_csv_for_every_table_which_sheet_programs_read(desk, cases):
    made = desk.statistics.make(HERE, "csv")
    assert made.data == desk.statistics.make(HERE, "csv").data
    with zipfile.ZipFile(io.BytesIO(made.data)) as packed:
        assert packed.namelist()[:2] == ["about.csv", "T1.csv"]
        text = packed.read("T6.addresses.csv")
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    assert rows[-1][:3] == ["계", "1", "0"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)  # fmt: skip


def test_all_of_it_is_written_only_where_it_is_asked_for(desk, cases):
    made = desk.statistics.make(HERE, "csv", whole=True)
    with zipfile.ZipFile(io.BytesIO(made.data)) as packed:
        assert "감춤" not in "".join(packed.read(name).decode() for name in packed.namelist())  # fmt: skip


def test_a_file_lies_whole_where_it_was_wanted_or_nowhere(desk, cases, tmp_path):
    desk.statistics.save(HERE, "xlsx", tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")
    with pytest.raises(ReadOnlyPlace):
        desk.statistics.save(HERE, "xlsx", tmp_path / "away" / "a.xlsx")
    with pytest.raises(InvalidInput):
        desk.statistics.save(HERE, "doc", tmp_path / "a.doc")
    assert [one.name for one in tmp_path.iterdir()] == ["a.xlsx"]


def test_whoever_cancels_gets_nothing(desk, cases, tmp_path):
    class Stopped(Silent):
        def step(self, done, total, what):
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.statistics.save(HERE, "xlsx", tmp_path / "a.xlsx", Stopped())
    assert list(tmp_path.iterdir()) == []


# --- who may ask ---------------------------------------------------------------------------------


def test_who_sees_no_content_sees_hidden_tables_of_the_center_and_nothing_of_a_case(desk, cases, place):  # fmt: skip
    keyring = desk._rooms.keyring
    desk.close()
    his = opening.open_(place, HERS, Silent(), keyring=keyring, policy=POLICY)
    try:
        view = his.statistics.view(HERE, whole=True)
        assert view.hidden
        assert cell(view, "T2", "10") is None
        years = his.statistics.years(2024, 2024, whole=True)
        assert any(one.value is None for row in years[1].rows for one in row.cells)
        for asked in (Asked("CASE", cases[0]), Asked("PROFILE", cases[0])):
            with pytest.raises(NotYours):
                his.statistics.view(asked)
        with pytest.raises(NotYours):
            his.statistics.rows("T2", "10", ALL, HERE)
        with pytest.raises(NotYours):
            his.statistics.make(HERE, "xlsx")
    finally:
        his.close()
