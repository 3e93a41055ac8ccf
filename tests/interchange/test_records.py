"""The open format: what leaves comes back the same; what is odd is refused line by line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.desk.views.interchange import ExportPlan, ImportPlan
from intake.errors import SheetUnread
from intake.interchange.records import guarded, unguarded
from intake.interchange.records_in import Record, Records, is_records
from intake.interchange.records_out import Head, Leaving, as_json, as_text, as_workbook
from intake.progress import Silent
from intake.register import CODES, SCHEMA, Field, Type
from tests.desks_at_hand import a_desk, agreed

HEAD = Head("IC", "2026-11-25T00:00:00Z", "MOVE")
IDS = st.uuids(version=4).map(str)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=("Cs",)),
    min_size=1,
    max_size=40,
)


OF_TYPE = {
    Type.BOOL: st.booleans(),
    Type.DATE: st.dates().map(str),
    Type.INSTANT: st.datetimes().map(
        lambda d: f"{d:%Y-%m-%dT%H:%M:%SZ}".rjust(20, "0")
    ),
    Type.ID: IDS,
    Type.DIGEST: st.text("0123456789abcdef", min_size=64, max_size=64),
    Type.SCALAR: st.one_of(WORDS, st.integers(-1000, 1000), st.booleans()),
}


def value(field: Field):
    """Any value the field may have."""
    if field.type is Type.INT:
        return st.integers(field.low, field.high or 10**9)
    if field.type is Type.CODE:
        return st.sampled_from([c.code for n in field.choices for c in CODES.lists[n]])
    return OF_TYPE.get(field.type, WORDS)


def leaving(entity: str):
    """Any record of one kind that may leave."""
    fields = {
        one.name: value(one)
        for one in SCHEMA[entity].declared
        if one.name not in {"attachment", "attachment_key"}
    }
    said = st.fixed_dictionaries({}, optional=fields).filter(bool)
    return st.builds(Leaving, st.just(entity), IDS, IDS, said)


RECORDS = st.sampled_from(["person", "posting", "answer", "incident", "task"]).flatmap(
    leaving
)


def told(data: bytes) -> list[tuple]:
    records = Records(data, is_records(data), Silent())
    found = list(records.each())
    assert all(isinstance(one, Record) for one in found), found
    return [(one.entity, one.id, one.case, dict(one.fields)) for one in found]


@given(st.lists(RECORDS, min_size=1, max_size=4))
@settings(max_examples=60)
def test_json_lines_give_back_every_value(records):
    assert told(as_json(HEAD, records)) == [
        (one.entity, one.id, one.case, dict(one.said)) for one in records
    ]


@given(st.lists(leaving("answer"), min_size=1, max_size=3))
@settings(max_examples=40)
def test_a_text_sheet_gives_back_every_value(records):
    assert told(as_text("answer", records)) == [
        (one.entity, one.id, one.case, dict(one.said)) for one in records
    ]


@given(st.lists(leaving("person"), min_size=1, max_size=3))
@settings(max_examples=25)
def test_a_workbook_gives_back_every_value(records):
    assert told(as_workbook(HEAD, records)) == [
        (one.entity, one.id, one.case, dict(one.said)) for one in records
    ]


@given(st.text(max_size=30))
def test_no_cell_of_a_text_sheet_is_a_formula_and_none_is_changed(text):
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguarded(cell) == text


# --- a whole workspace ----------------------------------------------------------------


def worked(desk) -> str:
    case = agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")
    add = desk.records.add
    suspect = add("suspect", case, {"nickname": "밤달", "main": True})
    for value_ in ("@night_moon07", "=cmd|calc"):
        add(
            "identifier",
            case,
            {"kind": "telegram", "value": value_, "suspect": suspect},
        )
    posting = add(
        "posting", case, {"url": "https://tube-a.example/1", "result": "REMOVED"}
    )
    add("deletion_action", case, {"posting": posting, "kind": "FIRST", "minutes": 3})
    add("note", case, {"text": "첫 줄\n- 둘째 줄 'a'\r\n끝 ", "kind": None})
    add("agency", "", {"name": "해바라기센터", "phone": "02-0000-0000"})
    return case


def content(desk) -> dict:
    """Everything in a register that a move may carry."""
    never = {"disclosure", "access_mark", "access_review", "role_grant", "break_glass"}
    return {
        (name, row.id): {key: row[key] for key in row if row[key] is not None}
        for name in SCHEMA
        if name not in never
        for row in desk.records.list(name)
    }


@pytest.mark.parametrize("form", ["jsonl", "xlsx"])
def test_a_workspace_moves_whole_into_an_empty_one(tmp_path, form):
    old, new = a_desk(tmp_path / "a"), a_desk(tmp_path / "b")
    worked(old)
    plan = ExportPlan("MOVE", form, reason="MAINTENANCE", identity=True)
    before = content(old)
    file = tmp_path / f"all.{form}"
    old.exports.save(plan, file, Silent())
    brought = new.imports.run(file, ImportPlan(), Silent())
    assert brought.refused == 0
    assert content(new) == before
    assert new.imports.dry_run(file, ImportPlan(), Silent()).new == 0
    assert new._rooms.register.wrong_counts() == 0
    old.close()
    new.close()


def test_without_the_word_for_it_nothing_tells_who_she_is(tmp_path):
    desk = a_desk(tmp_path / "a")
    case = worked(desk)
    desk.records.change(
        "person", desk.records.list("person", case)[0].id, {"name": "홍길순"}
    )
    data = desk.exports.make(
        ExportPlan("MOVE", reason="MAINTENANCE"), Silent()
    ).data.decode()
    assert "홍길순" not in data
    assert "하늘" not in data
    assert "밤달" in data
    desk.close()


# --- odd lines --------------------------------------------------------------------------

CASE = "7d1d7a52-6b0c-4f0e-9a51-2f6f5d0a1e01"


def lines(*records, head=None) -> bytes:
    head = head or {"format": "ieum-records", "version": 1, "source": "IC"}
    return "\n".join(
        json.dumps(one, ensure_ascii=False) for one in (head, *records)
    ).encode()


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


def tried(desk, tmp_path, data: bytes):
    (tmp_path / "f.jsonl").write_bytes(data)
    return desk.imports.dry_run(tmp_path / "f.jsonl", ImportPlan(), Silent())


def test_names_of_the_files_own_lead_to_the_same_ids_each_time(desk, tmp_path):
    data = lines(
        {"entity": "case", "id": "V01", "fields": {"number": "2099-IC-1"}},
        {"entity": "incident", "id": "i1", "case": "V01", "fields": {"spread": "YES"}},
        {"entity": "harm", "id": "h1", "case": "V01",
         "fields": {"of": "i1", "kind": "DIST", "chosen": True}},
    )  # fmt: skip
    assert tried(desk, tmp_path, data).new == 3
    desk.imports.run(tmp_path / "f.jsonl", ImportPlan(), Silent())
    assert tried(desk, tmp_path, data).here == 3
    harm, incident = desk.records.list("harm")[0], desk.records.list("incident")[0]
    assert harm["of"] == incident.id


def test_odd_lines_are_refused_one_by_one_and_the_others_are_taken(desk, tmp_path):
    case = {"entity": "case", "id": CASE, "fields": {"number": "2099-IC-1"}}
    odd = [
        (["not", "a", "record"], "not-a-record"),
        ({"entity": "zodiac", "id": "a", "fields": {}}, "unknown-entity"),
        ({"entity": "role_grant", "id": "a", "fields": {"role": "SUPERVISOR"}}, "unknown-entity"),
        ({"entity": "person", "id": "a", "case": "V99", "fields": {"sex": "F"}}, "unknown-case"),
        ({"entity": "person", "id": "a", "case": CASE, "fields": {"sign": "x"}}, "unknown-field"),
        ({"entity": "person", "id": "a", "case": CASE, "fields": {"age": "열"}}, "not-a-number"),
        ({"entity": "person", "id": "a", "case": CASE, "fields": {"age": 1.5}}, "not-a-value"),
        ({"entity": "person", "id": "a", "case": CASE, "fields": {"sex": "X"}}, "unknown-code"),
        ({"entity": "person", "id": "", "case": CASE, "fields": {"sex": "F"}}, "empty"),
        ({"entity": "identifier", "id": "a", "case": CASE,
          "fields": {"role": "VICTIM", "value": "x"}}, "own-account"),
    ]  # fmt: skip
    told_ = tried(desk, tmp_path, lines(case, *(one for one, _ in odd)))
    assert told_.new == 1
    assert [one.text_id for one in told_.refusals] == [
        f"refused-{why}" for _, why in odd
    ]


def test_keys_and_attachments_do_not_come_this_way(desk, tmp_path):
    data = lines(
        {"entity": "case", "id": CASE, "fields": {"number": "2099-IC-1"}},
        {"entity": "evidence", "id": "e", "case": CASE,
         "fields": {"kind": "URL_CAPTURE", "attachment_key": "k" * 40, "attachment": "0" * 64}},
    )  # fmt: skip
    assert dict(tried(desk, tmp_path, data).left) == {"import-left-keys": 2}
    desk.imports.run(tmp_path / "f.jsonl", ImportPlan(), Silent())
    row = desk.records.list("evidence")[0]
    assert (row["attachment"], row["attachment_key"]) == (None, None)


def test_a_newer_format_is_refused_whole(desk, tmp_path):
    newer = {"format": "ieum-records", "version": 2, "source": "IC"}
    with pytest.raises(SheetUnread) as error:
        tried(desk, tmp_path, lines(head=newer))
    assert error.value.facts["why"] == "newer"
