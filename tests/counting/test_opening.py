"""Every cell of every table opens to exactly the rows it counts."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from intake.counting import Look, Period, Population
from intake.counting.tables import ALL, tables_of
from intake.counting.tables.opening import OPENED, cell_rows
from intake.errors import InvalidInput
from tests.counting import made_up
from tests.desks_at_hand import a_desk

PERIODS = (("", ""), ("2024-03", "2024-06"))
PEOPLE = frozenset({"PERSONS", "KINDS"})


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("opening") / "v")
    yield made_up.Register(desk)
    desk.close()


def counted(look, register, table, found):
    """How many the opened rows are, in the unit of their table."""
    if table.unit in PEOPLE:
        person = {case: one.cases[0] for one in look.victims for case in one.cases}
        return len({person[one.case] for one in found})
    if table.id in {"T5", "T5.annex", "T11"}:
        return sum(quantity(register, one) for one in found)
    return len(found)


def quantity(register, one):
    if one.entity == "deletion_action":
        return 1
    row = register.desk._rooms.register.get("support_action", one.record)
    return 1 if row["quantity"] is None else row["quantity"]


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
@given(st.randoms(use_true_random=True), st.booleans())
def test_every_cell_opens_to_the_rows_it_counts(register, throw, joined):
    cases, _ = register.take_in(made_up.center(throw))
    people = (frozenset(cases[:2]),) if joined else ()
    for period in PERIODS:
        with register.desk._rooms.vault.reading() as db:
            look = Look(db, Population(frozenset(cases), people), Period(*period))
            for table in tables_of(look):
                assert table.id in OPENED
                for column in table.columns_shown:
                    opened = {row: list(cell_rows(look, table.id, row, column)) for row in table.rows_shown}  # fmt: skip
                    check_column(look, register, table, column, opened)


def check_column(look, register, table, column, opened):
    for row, found in opened.items():
        assert len({one.record for one in found}) == len(found)
        if (
            table.unit == "KINDS" and row == ALL
        ):  # a sum of kinds is of the people of any of them
            parts = {one for code in table.rows.codes for one in opened[code]}
            assert set(found) == parts
        else:
            assert counted(look, register, table, found) == table.at(row, column), (table.id, row, column)  # fmt: skip


def test_a_table_that_does_not_open_is_refused(register):
    with register.desk._rooms.vault.reading() as db:
        for cell in (("T12", "one"), ("T10", "2024-03", ALL), ("T99",)):
            with pytest.raises(InvalidInput):
                cell_rows(Look(db, Population()), *cell)
