"""What may be shown for a purpose."""

import json

import pytest

from intake.register import CODES, SCHEMA
from intake.register.redact import PURPOSES, export_rows, may_see, redact


@pytest.fixture
def rows(said, a_case, new):
    """Make one record of several kinds, every word of it recognisable."""
    case, scope = a_case(alias="녹두", route="VISIT", plan="상담계획 말")
    person = said.say(
        "person",
        new(),
        scope,
        role="VICTIM",
        name="홍길동",
        phone="010-0000-0001",
        sex="F",
        school="어느 학교",
        remark="말한 것",
    )
    post = said.say(
        "posting",
        new(),
        scope,
        url="https://tube-a.example/1",
        platform="ADULT",
        result="REMOVED",
        title="제목",
    )
    proof = said.say("evidence", new(), scope, kind="CHAT", attachment_key="KEY")
    names = (("case", case), ("person", person), ("posting", post), ("evidence", proof))
    return [said.register.get(entity, record) for entity, record in names]


def test_every_purpose_of_the_consent_form_has_its_rule():
    assert set(PURPOSES) == {one.code for one in CODES.lists["consent_purpose"]}


def test_what_the_court_gets_names_nobody(rows):
    text = json.dumps(export_rows(rows, "COURT"), ensure_ascii=False)
    for word in ("녹두", "홍길동", "010-0000", "학교", "말", "tube-a", "제목", "KEY"):
        assert word not in text
    assert "성인사이트" in text


def test_statistics_get_codes_that_tables_count_and_nothing_else(rows):
    _, person, post, _ = rows
    assert redact(person, "STATS") == {"sex": "F"}
    assert redact(post, "STATS") == {"platform": "ADULT", "result": "REMOVED"}


def test_an_operator_gets_the_material_only(rows):
    shown = [redact(row, "DELETE") for row in rows]
    assert shown[0] == shown[1] == {}
    assert shown[2]["url"] == "https://tube-a.example/1"


def test_another_center_gets_no_identity_and_no_narrative():
    for entity in SCHEMA.values():
        for field in entity.fields:
            if field.cls in {"identity", "narrative"}:
                assert not may_see(field, "CENTER")
                assert not may_see(field, "MATCH")


def test_an_answer_state_goes_with_its_question(said, a_case, new):
    _, scope = a_case()
    one = said.say("person", new(), scope, name_state="DECLINED", sex_state="UNK")
    row = said.register.get("person", one)
    assert redact(row, "STATS") == {"sex_state": "UNK"}
    assert "name_state" in redact(row, "POLICE")


@pytest.mark.parametrize(("language", "words"), [("ko", "방문"), ("en", "Visit")])
def test_an_exported_record_carries_official_words_beside_its_codes(
    rows, language, words
):
    (one,) = export_rows(rows[:1], "RECORD", language)
    assert (one["entity"], one["route"], one["route_name"]) == ("case", "VISIT", words)
    assert json.loads(json.dumps(one)) == one
