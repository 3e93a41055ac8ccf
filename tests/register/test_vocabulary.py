"""What may be said: a value fits its field, or the field and the reason are named."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import InvalidAnswer
from intake.register import CODES, VOCABULARY, Type
from intake.register.schema import all_fields, field_of

FITTING = {
    Type.TEXT: st.text(max_size=200),
    Type.LONGTEXT: st.text(max_size=500),
    Type.BOOL: st.booleans(),
    Type.DATE: st.dates().map(str) | st.dates().map(lambda d: str(d)[:7]),
    Type.INSTANT: st.datetimes(timezones=st.just(dt.UTC)).map(
        lambda d: d.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)
    ),
    Type.ID: st.uuids().map(str),
    Type.DIGEST: st.binary(min_size=32, max_size=32).map(bytes.hex),
    Type.SCALAR: st.text(max_size=50) | st.integers() | st.booleans(),
}


def fitting(field):
    if field.type is Type.CODE:
        codes = [one.code for name in field.choices for one in CODES.lists[name]]
        return st.sampled_from(codes)
    if field.type is Type.INT:
        return st.integers(field.low, field.high)
    return FITTING[field.type]


a_field = st.sampled_from(all_fields())


@given(
    a_field.flatmap(lambda field: st.tuples(st.just(field), fitting(field) | st.none()))
)
def test_what_fits_is_taken(pair):
    field, value = pair
    VOCABULARY.check(field.entity, field.name, value)


@given(a_field, st.text("가나다녹두", min_size=6, max_size=30))
def test_what_does_not_fit_is_refused_without_repeating_it(field, value):
    odd = object() if field.type in {Type.TEXT, Type.LONGTEXT, Type.SCALAR} else value
    with pytest.raises(InvalidAnswer) as caught:
        VOCABULARY.check(field.entity, field.name, odd)
    assert caught.value.facts["question"] == f"{field.entity}/{field.name}"
    assert caught.value.facts["why"]
    assert value not in str(caught.value)


@pytest.mark.parametrize(
    ("entity", "name", "value", "why"),
    [
        ("case", "zodiac", "양", "unknown-field"),
        ("zodiac", "sign", "양", "unknown-field"),
        ("case", "route", "PIGEON", "unknown-code"),
        ("case", "received_on", "2026-02-30", "not-a-date"),
        ("case", "received_on", "2026-13", "not-a-date"),
        ("case", "received_at", "2026-11-25T08:30:00+09:00", "not-a-moment"),
        ("case", "training", 1, "not-yes-or-no"),
        ("person", "age", True, "not-a-number"),
        ("person", "age", 190, "out-of-bounds"),
        ("posting", "parent", "V01", "not-an-id"),
        ("evidence", "sha256", "ABC", "not-a-digest"),
        ("case", "alias", "가" * 2001, "too-long"),
        ("case", "alias", 3, "not-text"),
    ],
)
def test_the_reason_is_a_word_a_sentence_can_be_made_of(entity, name, value, why):
    with pytest.raises(InvalidAnswer) as caught:
        VOCABULARY.check(entity, name, value)
    assert caught.value.facts == {"question": f"{entity}/{name}", "why": why}


@pytest.mark.parametrize("value", ["2026", "2026-11", "2026-11-25"])
def test_a_date_keeps_the_precision_it_was_said_with(value):
    VOCABULARY.check("incident", "happened_from", value)


def test_the_class_of_a_field_is_known_and_of_a_strange_one_is_not():
    for field in all_fields():
        assert VOCABULARY.class_of(field.entity, field.name) == field.cls
    assert VOCABULARY.class_of("case", "zodiac") is None
    assert VOCABULARY.class_of("zodiac", "case") is None


def test_every_record_can_be_taken_back():
    for field in all_fields():
        assert field_of(field.entity, "deleted") is not None
