"""The yearly report's tables as a file hold what is shown, say what they are, and nothing of a case."""

import csv
import io
import zipfile

import openpyxl
import pytest

from intake.desk.views.figures import Asked
from intake.errors import Cancelled, InvalidInput, NotYours
from tests.desk.test_aggregates import filled
from tests.desks_at_hand import a_desk
from tests.ui.sections.conftest import becomes

YEARS = (2023, 2025)


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    filled(made, 3)
    yield made
    made.close()


def told(desk, form="csv"):
    with zipfile.ZipFile(io.BytesIO(desk.yearbook.file(*YEARS, form).data)) as pack:
        return {name: list(csv.reader(io.StringIO(pack.read(name).decode("utf-8-sig")))) for name in pack.namelist()}  # fmt: skip


def test_every_cell_that_is_shown_stands_in_the_file_with_its_share(desk):
    tables = desk.statistics.years(*YEARS, Asked("CENTER"))
    book = openpyxl.load_workbook(io.BytesIO(desk.yearbook.file(*YEARS).data))
    hidden = desk._rooms.texts("counting-hidden")
    assert len(book.worksheets) == len(tables) + 1
    for table, sheet in zip(tables, book.worksheets[1:], strict=True):
        rows = {str(row[0]): row[1:] for row in sheet.iter_rows(values_only=True)}
        assert table.rows
        for row in table.rows:
            numbers = [one for one in rows[row.label] if one is not None]
            expected = []
            for at, cell in enumerate(row.cells):
                expected.append(hidden if cell.value is None else cell.value)
                if any(other.cells[at].share for other in table.rows) and cell.share:
                    expected.append(float(cell.share.rstrip("%")))
            assert numbers == expected, (table.id, row.label)


def test_the_file_says_rule_day_position_and_whose_it_is(desk):
    sheets = told(desk)
    flat = [cell for rows in sheets.values() for row in rows for cell in row]
    assert "IC 센터" in flat
    assert desk._rooms.ledger.position_hash() in flat
    assert "2023 – 2025" in flat
    assert any(one.startswith("R1") for one in flat)


def test_no_number_of_a_case_no_name_and_no_formula_is_in_it(desk):
    flat = [cell for rows in told(desk).values() for row in rows for cell in row]
    numbers = {str(one["number"]) for one in desk._rooms.register.find("case")}
    assert numbers
    assert not [one for one in flat if one in numbers or one[:1] in set("=+@-")]


def test_the_same_file_again_is_the_same_bytes(desk):
    for form in ("xlsx", "csv"):
        assert desk.yearbook.file(*YEARS, form) == desk.yearbook.file(*YEARS, form)


@pytest.mark.parametrize("years", [(2025, 2023), (0, 2025), (1990, 2025)])
def test_what_are_no_years_is_refused(desk, years):
    with pytest.raises(InvalidInput):
        desk.yearbook.file(*years)


def test_a_form_nobody_knows_is_refused(desk):
    with pytest.raises(InvalidInput):
        desk.yearbook.file(*YEARS, "pdf")


@pytest.mark.parametrize("role", ["IT", "AUDITOR"])
def test_who_sees_no_content_takes_no_file(desk, role):
    becomes(desk, role)
    with pytest.raises(NotYours):
        desk.yearbook.file(*YEARS)


def test_a_file_that_left_is_in_the_access_log_and_a_stopped_one_leaves_nothing(desk):
    class Stop:
        def step(self, *_told):
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.yearbook.file(*YEARS, "xlsx", Stop())
    before = exports(desk)
    desk.yearbook.file(*YEARS)
    assert exports(desk) == before + 1


def exports(desk):
    desk._rooms.log.flush()
    with desk._rooms.vault.reading() as db:
        return db.all("select count(*) from access where act = 'export'")[0][0]
