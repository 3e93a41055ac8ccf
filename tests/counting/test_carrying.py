"""A table written as counts reads back as it was; one that nobody can have counted is none."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from intake.counting import Period, Population
from intake.counting.tables import tables
from intake.counting.tables.carrying import added, agree, frames, read, written
from tests.counting import made_up
from tests.desks_at_hand import a_desk

YEAR = Period("2024-01", "2024-12")


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("carried") / "v")
    yield made_up.Register(desk)
    desk.close()


@pytest.fixture(scope="module")
def shape(register):
    with register.desk._rooms.vault.reading() as db:
        return frames(db, YEAR)


@settings(max_examples=25, phases=(Phase.explicit, Phase.generate))  # the desk grows
@given(st.randoms(use_true_random=True))
def test_whatever_a_center_counts_reads_back_as_it_was(register, shape, throw):
    cases, _ = register.take_in(made_up.center(throw))
    with register.desk._rooms.vault.reading() as db:
        told = tables(db, Population(frozenset(cases)), YEAR)
    back = {one.id: read(shape[one.id], written(one), one.doubtful) for one in told}
    assert back.keys() == shape.keys()
    for one in told:
        assert back[one.id] is not None, (one.id, written(one))
        assert written(back[one.id]) == written(one)
        assert back[one.id].doubtful == one.doubtful
    assert agree(back)
    twice = {name: added(shape[name], [one, one]) for name, one in back.items()}
    assert all(read(shape[name], written(one), one.doubtful) for name, one in twice.items())  # fmt: skip
    assert all(n == 2 * back[name].cells[cell] for name, one in twice.items() for cell, n in one.cells.items())  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        "F NEW 3",
        "F NEW 3\nF * 3\n* NEW 3\n* * 4",
        "F NEW -3\nF * -3\n* NEW -3\n* * -3",
        "F NEW 03\nF * 3\n* NEW 3\n* * 3",
        "F NEW 0",
        "F NEW 99999999999\nF * 99999999999",
        "F NEW 3\nF NEW 3\nF * 3\n* NEW 3\n* * 3",
        "X NEW 3\nX * 3\n* NEW 3\n* * 3",
        "F NEW 3\nF * 3\n* NEW 3\n* * 3\n",
        "F  NEW 3",
        "F NEW ３\nF * 3",
        "\n",
        "a" * 9000,
    ],
)
def test_what_nobody_can_have_counted_is_no_table(shape, lines):
    assert read(shape["T1"], lines, 0) is None


@pytest.mark.parametrize("doubtful", [-1, 10**12])
def test_doubtful_is_a_count_too(shape, doubtful):
    assert read(shape["T1"], "", doubtful) is None


@pytest.mark.parametrize(
    ("table", "lines", "good"),
    [
        ("T6.addresses", "ADULT REMOVED 2\nADULT REFUSED 2\nADULT * 3\n* REMOVED 2\n* REFUSED 2\n* * 3", True),
        ("T6.addresses", "ADULT REMOVED 2\nADULT * 3\n* REMOVED 2\n* * 3", False),
        ("T6.addresses", "ADULT REMOVED 2\nADULT * 1\n* REMOVED 2\n* * 1", False),
        ("T8", "NAME * 2\n* * 3", True),
        ("T8", "NAME * 4\n* * 3", False),
        ("T10", "2024-03 NEW 2\n2024-04 NEW 1\n* NEW 2", True),
        ("T10", "2025-03 NEW 2\n* NEW 2", False),
        ("T10", "2024-03 * 2\n* * 2", False),
    ],
)  # fmt: skip
def test_where_one_thing_stands_in_several_cells_a_sum_lies_between(shape, table, lines, good):  # fmt: skip
    assert (read(shape[table], lines, 0) is not None) == good


def test_tables_of_the_same_things_print_the_same_sum(shape):
    one = read(shape["T1"], "F NEW 3\nF * 3\n* NEW 3\n* * 3", 0)
    assert agree({"T1": one})
    assert not agree({"T1": one, "T2": shape["T2"]})
