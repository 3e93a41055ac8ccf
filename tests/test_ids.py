"""What names look like."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.ids import idnorm, natural_id, new_id, record_of, scope_of

TEXT = st.text()


@given(st.integers(0, 2**48 - 1))
def test_a_new_id_is_a_uuid_of_version_seven_that_carries_its_moment(ms):
    made = uuid.UUID(new_id(ms))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == ms


def test_new_ids_differ_and_sort_by_the_day_they_were_made():
    made = [new_id(ms) for ms in range(1_000, 1_200)]
    assert len(set(made)) == 200
    assert made == sorted(made)


@given(st.lists(TEXT, max_size=4))
def test_everybody_who_notes_a_fact_arrives_at_the_same_id(parts):
    assert natural_id("posting", *parts) == natural_id(
        "posting", *(f" {p}\n" for p in parts)
    )
    assert uuid.UUID(natural_id("posting", *parts)).version == 5


def test_the_parts_of_a_fact_do_not_run_together():
    assert natural_id("x", "ab", "c") != natural_id("x", "a", "bc")
    assert natural_id("x", "a") != natural_id("y", "a")


def test_idnorm_v1_is_frozen():
    assert idnorm("  Ｔｕｂｅ-Ａ.Example ") == "tube-a.example"
    assert natural_id("posting", "c1", "https://tube-a.example/v/1") == (
        "5792a914-26c0-571d-b8c3-6f26ce821118"
    )


def test_a_scope_names_its_kind_and_record():
    record = "0190f1a2-0000-7000-8000-000000000001"
    assert record_of(scope_of("case", record.upper())) == record
    with pytest.raises(ValueError, match="zoo"):
        scope_of("zoo", record)
    with pytest.raises(ValueError, match="badly formed"):
        scope_of("case", "홍길동")
