"""No list that a screen opens walks through rows it does not show.

These ask SQLite how it would go about it, so a lost index fails here and not on a laptop.
"""

import pytest

from intake.register import SCHEMA, ListQuery, Where
from intake.register.query import sql_of
from intake.register.search import _KEYED, _NAMED, _select

CASE = "00000000-0000-7000-8000-000000000001"


def way(said, text, values=()):
    with said.vault.reading() as db:
        steps = db.all(f"EXPLAIN QUERY PLAN {text}", values)
    return [step[-1] for step in steps]


@pytest.mark.parametrize(
    "query",
    [
        ListQuery("posting", order=("-found_on",)),
        ListQuery("posting", equals=(("result", "REMOVED"),), order=("-found_on",)),
        ListQuery("posting", equals=(("case", CASE),), order=("found_on",)),
        ListQuery("posting", equals=(("case", CASE), ("result", "REMOVED"))),
        ListQuery("posting", where=(Where("url_host", "=", "tube-a.example"),)),
        ListQuery("deletion_action", equals=(("case", CASE),), order=("-done_on",)),
        ListQuery("task", equals=(("state", "OPEN"),), order=("due_on",)),
        ListQuery("case", order=("-received_on",)),
    ],
)
def test_a_list_in_its_usual_order_is_read_from_an_index_alone(said, query):
    sql = sql_of(query)
    steps = way(said, f"SELECT t.row {sql.text}", sql.values)
    assert len(steps) == 1, steps
    assert "USING COVERING INDEX" in steps[0]


def test_cases_newest_said_first_are_not_sorted(said):
    sql = sql_of(ListQuery("case", order=("-last_said",)))
    steps = way(said, f"SELECT t.row {sql.text}", sql.values)
    assert steps[0].endswith("USING INDEX r_case_counts_last_said")
    assert not [step for step in steps if "TEMP B-TREE" in step]


def test_a_handful_of_cases_is_not_looked_for_among_all(said):
    sql = sql_of(ListQuery("case", order=("-last_said",), among=(CASE,)))
    steps = way(said, f"SELECT t.row {sql.text}", sql.values)
    assert not [step for step in steps if step.startswith("SCAN")]


def test_every_look_up_goes_by_its_own_index(said):
    pairs = [(entity, one, one.key_column) for entity, one in _KEYED]
    pairs += [(entity, one, one.cho_column) for entity, one in _NAMED]
    for entity, one, column in pairs:
        test = f't."{column}" >= ? AND t."{column}" < ? AND t."deleted" IS NULL'
        (step,) = way(said, _select(entity, (one.name,), test), ("a", "b"))
        assert f"deleted_{column} " in step, step


def test_every_record_is_found_by_its_case(said):
    for entity in SCHEMA.values():
        if entity.in_case:
            sql = sql_of(ListQuery(entity.name, equals=(("case", CASE),)))
            steps = way(said, f"SELECT t.row {sql.text}", sql.values)
            assert "(case=?" in steps[0], (entity.name, steps)
