"""Every field is declared once, named in both languages, and belongs somewhere."""

import json
import re

import pytest

from intake.ledger.change import CLASSES
from intake.register import CODES, SCHEMA, Sensitivity, Type
from intake.register.redact import PURPOSES, may_see
from intake.register.schema import Search, all_fields

FIELDS = all_fields()


def words(resources, language):
    text = (resources / "text" / language / "fields.ftl").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+) = (.+)$", text, re.MULTILINE))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_field_and_record_has_a_name_and_no_name_is_left_over(
    resources, language
):
    needed = {one.label_id for one in (*FIELDS, *SCHEMA.values())}
    assert set(words(resources, language)) == needed


def test_a_name_in_korean_is_not_its_english_name(resources):
    korean, english = words(resources, "ko"), words(resources, "en")
    same = {one for one in korean if korean[one] == english[one]}
    assert not same


def test_every_field_belongs_to_a_class_and_a_consent():
    purposes = {one.code for one in CODES.lists["consent_purpose"]}
    assert {field.cls for field in FIELDS} <= set(CLASSES)
    assert {field.purpose for field in FIELDS} <= purposes
    assert {one.code for one in CODES.lists["record_class"]} == set(CLASSES)
    assert {one.code for one in CODES.lists["sensitivity"]} == set(Sensitivity)


def test_every_choice_has_a_list_and_every_code_is_said_in_both_languages():
    for field in FIELDS:
        assert bool(field.choices) == (field.type is Type.CODE), field
        assert set(field.choices) <= set(CODES.lists), field
    for name, codes in CODES.lists.items():
        assert len({one.code for one in codes}) == len(codes), name
        assert all(one.ko.strip() and one.en.strip() for one in codes), name


def test_lists_of_one_field_do_not_share_a_code():
    for field in FIELDS:
        codes = [one.code for name in field.choices for one in CODES.lists[name]]
        assert len(set(codes)) == len(codes), field.label_id


def test_the_official_lists_are_the_official_lists(shared):
    official = shared / "data" / "codelists.json"
    if not official.is_file():
        pytest.skip("the official lists do not lie beside this checkout")
    for name, codes in json.loads(official.read_text(encoding="utf-8")).items():
        ours = [(one.code, one.ko) for one in CODES.lists[name]]
        assert ours == [(one["code"], one["ko"]) for one in codes]
        assert not any(one.proposed for one in CODES.lists[name])


def test_only_five_things_are_mandatory():
    required = {(field.entity, field.name) for field in FIELDS if field.required}
    five = {"number", "received_on", "route", "counselor", "consent"}
    assert required == {("case", name) for name in five}


def test_whatever_is_asked_has_four_answer_states():
    states = [one.code for one in CODES.lists["answer_state"]]
    assert states == ["OK", "UNK", "NOTASKED", "DECLINED"]
    for field in FIELDS:
        names = SCHEMA[field.entity].by_name
        assert not field.asked or f"{field.name}_state" in names
        assert not field.told or {f"{field.name}_by", f"{field.name}_on"} <= set(names)


def test_a_story_says_who_told_it():
    for entity, name in (
        ("incident", "story"),
        ("suspect", "method"),
        ("note", "text"),
    ):
        assert SCHEMA[entity].by_name[name].told


def test_no_two_columns_of_a_table_have_one_name():
    for entity in SCHEMA.values():
        names = ("row", *entity.columns)
        assert len(set(names)) == len(names), entity.name


def test_a_reference_names_a_record_that_is_declared():
    for field in FIELDS:
        assert not field.refers or field.refers in SCHEMA
        assert not field.refers or field.type is Type.ID


def test_an_index_covers_columns_that_are_there():
    for entity in SCHEMA.values():
        for index in entity.indexes:
            assert set(index) <= set(entity.columns), entity.name


def test_a_key_is_not_searched_matched_counted_or_shown():
    keys = [field for field in FIELDS if field.sensitive is Sensitivity.SECRET]
    assert [field.name for field in keys] == ["attachment_key"]
    for field in keys:
        assert (field.search, field.match, field.counted) == (Search.NONE, "", "")
        assert not any(may_see(field, purpose) for purpose in PURPOSES)


def test_words_that_name_somebody_are_marked_personal():
    for field in FIELDS:
        if field.cls == "identity" and field.search is not Search.NONE:
            assert field.sensitive is not Sensitivity.PLAIN, field.label_id


def test_there_is_no_field_for_a_resident_number():
    banned = re.compile(r"rrn|resident|passport|licen[cs]e|jumin", re.IGNORECASE)
    assert not [field for field in FIELDS if banned.search(field.name)]
