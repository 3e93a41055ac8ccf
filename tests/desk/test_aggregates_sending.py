"""Counts go along by themselves where a center wants that, also where nothing else would go."""

import io
import zipfile

import openpyxl
import pytest

from intake.errors import InvalidInput, NothingToSend, NotThisStep, NotYours
from intake.progress import Silent
from tests.centers_at_hand import carry, closing, desks
from tests.desk.test_aggregates import filled
from tests.desks_at_hand import agreed
from tests.ui.sections.conftest import becomes

QUIET = Silent()


@pytest.fixture
def town(tmp_path):
    opened = desks(tmp_path, "IC", "SL", "C0")
    with closing(*opened.values()):
        yield opened


def years(desk):
    year = desk._rooms.clock.today().year
    return str(year - 1), str(year)


def test_a_bundle_with_nothing_but_counts_is_planned_made_and_added(town, stick):
    incheon, central = town["IC"], town["C0"]
    assert incheon.exchange.plan("C0").counts == ()
    incheon.settings.set("send_counts", True)
    planned = incheon.exchange.plan("C0")
    assert (planned.records, planned.counts) == (0, years(incheon))
    incheon.exchange.deliver(incheon.exchange.make(planned, QUIET), stick, QUIET)
    central.exchange.receive(stick, QUIET)
    for year in years(incheon):
        assert central.aggregates.national(year, year).missing == ("SL 센터",)


def test_what_was_counted_today_is_no_reason_for_another_bundle(town, stick):
    incheon = town["IC"]
    incheon.settings.set("send_counts", True)
    carry(incheon, town["C0"], stick)
    assert incheon.exchange.plan("C0").counts == ()
    with pytest.raises(NothingToSend):
        incheon.exchange.make(incheon.exchange.plan("C0"), QUIET)


def test_counts_go_to_no_other_center(town):
    town["IC"].settings.set("send_counts", True)
    assert [town["IC"].exchange.plan(one.code).counts for one in town["IC"].exchange.addressees() if one.code != "C0"] in ([], [()])  # fmt: skip


def test_a_plan_that_was_looked_at_before_the_switch_sends_counts_of_that_moment(town, stick):  # fmt: skip
    incheon = town["IC"]
    agreed(incheon, "RECORD", "SENSITIVE", "CENTRAL")
    planned = incheon.exchange.plan("C0")
    incheon.settings.set("send_counts", True)
    incheon.exchange.deliver(incheon.exchange.make(planned, QUIET), stick, QUIET)
    town["C0"].exchange.receive(stick, QUIET)
    year = years(incheon)[1]
    assert town["C0"].aggregates.national(year, year).counted[0].cases == 1


def test_the_state_of_what_was_sent_follows_the_receipt(town, stick):
    incheon = town["IC"]
    incheon.settings.set("send_counts", True)
    assert incheon.aggregates.sending().lines == ()
    incheon.aggregates.make("2024", "2024")

    def states():
        return sorted({one.sent for one in incheon.aggregates.sending().lines})

    assert states() == ["NOT_SENT"]
    sealed = incheon.exchange.make(incheon.exchange.plan("C0"), QUIET)
    assert states() == ["UNDER_WAY"]
    incheon.exchange.deliver(sealed, stick, QUIET)
    town["C0"].exchange.receive(stick, QUIET)
    incheon.exchange.receive(stick, QUIET)
    assert states() == ["THERE"]
    assert incheon.aggregates.sending().to == ("C0 센터",)


def test_for_a_span_that_is_no_year_it_is_said_that_centers_send_years(town, stick):
    incheon, central = town["IC"], town["C0"]
    incheon.settings.set("send_counts", True)
    carry(incheon, central, stick)
    year = years(incheon)[1]
    whole, part = central.aggregates.national(year, year), central.aggregates.national(f"{year}-02", f"{year}-03")  # fmt: skip
    assert "한 해" not in whole.missing_words
    assert "한 해" in part.missing_words


@pytest.mark.parametrize("role", ["COUNSELOR", "IT", "AUDITOR"])
def test_only_a_supervisor_decides_that_counts_leave(town, role):
    becomes(town["SL"], role, who="SL 상담")
    with pytest.raises(NotYours):
        town["SL"].settings.set("send_counts", True)
    view = town["SL"].aggregates.sending()
    assert (view.wanted, view.changes) == (False, False)


# --- the sums as a file --------------------------------------------------------------------


@pytest.fixture
def counted(town, stick):
    filled(town["IC"], 3)
    town["IC"].aggregates.make("2024", "2024")
    carry(town["IC"], town["C0"], stick)
    return town["C0"]


def test_a_sheet_for_each_table_holds_the_numbers_that_are_shown(counted):
    view = counted.aggregates.national("2024", "2024")
    made = counted.aggregates.file("2024", "2024", "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made.data))
    assert made.name.endswith(".xlsx")
    assert len(book.sheetnames) == len(view.tables) + 1
    told = [[cell for cell in row if cell is not None] for row in book.worksheets[0].iter_rows(values_only=True)]  # fmt: skip
    hidden = counted._rooms.texts("counting-hidden")
    flat = [str(cell) for row in told for cell in row]
    assert view.title in flat
    assert any("SL 센터" in one for one in flat)
    assert "IC 센터" in flat
    for table, sheet in zip(view.tables, book.worksheets[1:], strict=True):
        rows = list(sheet.iter_rows(values_only=True))
        assert table.rows
        for row in table.rows:
            found = [one for one in rows if one[0] == row.label][-1]
            numbers = [one for at, one in enumerate(found[1:], 1) if one is not None and "%" not in str(heads(rows)[at])]  # fmt: skip
            expected = [hidden if one.value is None else one.value for one in row.cells]
            assert numbers == expected, (table.id, row.label)


def heads(rows):
    """The row that names the columns: the first that is as wide as what follows."""
    wide = sum(one is not None for one in rows[-1])
    return next(row for row in rows if sum(one is not None for one in row) >= wide)


def test_both_forms_are_the_same_bytes_again_and_nothing_in_them_is_a_formula(counted):
    for form in ("csv", "xlsx"):
        made = counted.aggregates.file("2024", "2024", form)
        assert made.data == counted.aggregates.file("2024", "2024", form).data
    with zipfile.ZipFile(io.BytesIO(counted.aggregates.file("2024", "2024", "csv").data)) as pack:  # fmt: skip
        lines = [line for name in pack.namelist() for line in pack.read(name).decode("utf-8-sig").splitlines()]  # fmt: skip
    assert lines
    assert not [one for one in lines if one.startswith(("=", "+", "@", "-"))]


def test_a_file_is_refused_elsewhere_and_in_no_known_form(town, counted):
    with pytest.raises(NotThisStep):
        town["IC"].aggregates.file("2024", "2024", "xlsx")
    with pytest.raises(InvalidInput):
        counted.aggregates.file("2024", "2024", "pdf")
