"""Tables that are published together: one does not tell what another hides."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from intake.counting import RULES
from intake.counting.tables import ALL
from intake.counting.tables.people import AGE, SEX
from intake.counting.tables.publishing import published
from intake.counting.tables.table import Axis, Table, crossed, only_sums

_WHO = st.lists(st.tuples(st.sampled_from(AGE.codes[:4]), st.sampled_from(SEX.codes), st.sampled_from(("NEW", "CONTINUED"))), max_size=25)  # fmt: skip
_SINCE = Axis("counting-axis-since", ("NEW", "CONTINUED"))


def of(name, rows, columns, cells, rule="V1"):
    return Table(name, RULES[rule], rows, columns, crossed(cells))


@given(_WHO)
def test_a_sum_that_one_table_hides_is_hidden_in_every_other(who):
    tables = (
        of("T1", SEX, _SINCE, [(sex, since) for _, sex, since in who]),
        of("T2", AGE, SEX, [(age, sex) for age, sex, _ in who]),
        of("T9", AGE, only_sums(), [(age, ALL) for age, _, _ in who]),
    )
    one, two, nine = published(tables)
    for sex in SEX.codes:
        assert (one.at(sex, ALL) is None) == (two.at(ALL, sex) is None)
    for age in AGE.codes:
        assert (two.at(age, ALL) is None) == (nine.at(age, ALL) is None)
    assert (one.at(ALL, ALL) is None) == (two.at(ALL, ALL) is None)
    for told in (one, two, nine):
        for row in told.table.rows_shown:
            for column in told.table.columns_shown:
                n = told.table.at(row, column)
                assert told.at(row, column) in ({None} if 0 < n < 3 else {None, n})


def test_a_table_of_actions_hides_nothing():
    rows = Axis("counting-axis-basis", ("POLICE",))
    (told,) = published([of("T7", rows, only_sums(), [("POLICE", ALL)], "R1")])
    assert told.at("POLICE", ALL) == 1
    assert told.hidden == frozenset()


def test_kinds_of_harm_speak_of_people_and_are_hidden_like_them():
    cells = Counter({("DIST", "F"): 2, ("FILM", "F"): 9, ("FILM", "M"): 8})
    rows = Axis("counting-axis-harm", ("DIST", "FILM"))
    (told,) = published([of("T3.sex", rows, SEX, cells.elements(), "H1")])
    assert told.at("DIST", "F") is None
