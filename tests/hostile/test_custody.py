"""A defence lawyer, and a friend at the center, try to bend the chain of custody."""

import json

import pytest

from intake.desk.views.evidence import FileNote
from intake.desk.views.interchange import ImportPlan
from intake.errors import IntakeError, NotYours, OnHold
from intake.progress import Silent
from tests.desks_at_hand import agreed, planted

QUIET = Silent()


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD", "CENTRAL", "DELETE")


@pytest.fixture
def piece(desk, case, tmp_path):
    file = tmp_path / "talk.txt"
    file.write_text("대화 내용")
    return desk.evidence.add_file(case, file, "CHAT", FileNote(sexual=False)).evidence


def steps(desk, piece):
    return [(one.kind, one.by, one.sha256) for one in desk.evidence.custody(piece)]


def brought(desk, tmp_path, *records):
    head = {"format": "ieum-records", "version": 1, "source": "XX"}
    file = tmp_path / "in.jsonl"
    lines = [json.dumps(one, ensure_ascii=False) for one in (head, *records)]
    file.write_text("\n".join(lines), encoding="utf-8")
    desk.imports.run(file, ImportPlan(), QUIET)
    told = desk.imports.dry_run(file, ImportPlan(), QUIET)
    return [one.text_id for one in told.refusals]


def test_no_step_of_a_chain_is_changed_withdrawn_or_added_by_hand(desk, case, piece):
    before, one = steps(desk, piece), desk.evidence.custody(piece)[0].id
    for attempt in (
        lambda: desk.records.change("custody", one, {"by": "다른 사람"}),
        lambda: desk.records.retract("custody", one, "mistake"),
        lambda: desk.records.settle("custody", one, "by", "다른 사람"),
        lambda: desk.records.add(
            "custody", case, {"evidence": piece, "kind": "RETURNED"}
        ),
        lambda: desk.records.add(
            "timestamp", case, {"evidence": piece, "authority": "X"}
        ),
        lambda: desk.records.change("evidence", piece, {"sha256": "0" * 64}),
        lambda: desk.records.change("evidence", piece, {"attachment_key": None}),
    ):
        with pytest.raises(NotYours):
            attempt()
    assert steps(desk, piece) == before


def test_no_step_of_a_chain_comes_or_changes_by_a_file(desk, case, piece, tmp_path):
    before, one = steps(desk, piece), desk.evidence.custody(piece)[0].id
    forged = {"evidence": piece, "kind": "RETURNED", "by": "위조"}
    refused = brought(
        desk,
        tmp_path,
        {"entity": "custody", "id": one, "case": case, "fields": {"by": "위조"}},
        {"entity": "custody", "id": "c1", "case": case, "fields": forged},
        {"entity": "timestamp", "id": "t1", "case": case, "fields": {"evidence": piece, "authority": "X", "stamped_at": "2026-01-01T00:00:00Z"}},
        {"entity": "evidence", "id": piece, "case": case, "fields": {"sha256": "0" * 64}},
        {"entity": "disclosure", "id": "d1", "case": case, "fields": {"means": "ORAL"}},
    )  # fmt: skip
    assert refused == ["refused-kept-here"] * 5
    assert steps(desk, piece) == before
    assert desk.evidence.stamps(piece) == ()
    assert desk.evidence.check(evidence=piece, progress=QUIET).damaged == ()


def test_undo_after_taking_or_removing_leaves_the_chain(desk, case, piece):
    assert desk.undo.next() is None
    desk.evidence.remove(piece, "mistake")
    taken = [one["kind"] for one in desk.records.list("custody", case)]
    assert "DESTROYED" in taken
    assert desk.undo.next() is None


def test_the_key_of_a_sealed_file_is_shown_by_no_reading_verb(desk, case, piece):
    key = str(desk._rooms.record("evidence", piece)["attachment_key"])
    assert key.startswith("AGE-SECRET")
    rows = (desk.records.get("evidence", piece), *desk.records.list("evidence", case))
    said = [value for row in rows for value in row.values()]
    said += [word.value for word in desk.records.history("evidence", piece)]
    said += [line.value_text for line in desk.history.of("evidence", piece)]
    assert key not in said
    assert desk.evidence.check(evidence=piece, progress=QUIET).damaged == ()


@pytest.mark.parametrize("how", ["hold", "keep"])
def test_what_must_be_kept_is_not_withdrawn_by_the_verb_for_any_record(
    desk, case, piece, how
):
    if how == "hold":
        desk.retention.hold(case, "소송이 계속 중")
    else:
        planted(desk, "case", case, {"keep_evidence": True}, case)
    for entity, record in (("evidence", piece), ("case", case)):
        with pytest.raises(OnHold):
            desk.records.retract(entity, record, "mistake")
    assert desk.evidence.get(piece).here


def test_a_hold_is_lifted_by_no_page_of_records_and_no_file(desk, case, tmp_path):
    desk.retention.hold(case, "소송이 계속 중")
    number = desk.cases.header(case).number
    for attempt in (
        lambda: desk.records.change("case", case, {"hold": False}),
        lambda: desk.records.settle("case", case, "hold", False),
    ):
        with pytest.raises(IntakeError):
            attempt()
    said = {"hold": False, "retention": "NOW", "consent": "FULL"}
    brought(desk, tmp_path, {"entity": "case", "id": case, "fields": said})
    assert desk.retention.of(case).held
    assert desk.records.get("case", case)["consent"] != "FULL"
    with pytest.raises(OnHold):
        desk.erasing.destroy(case, "whole", "REQUEST", number, QUIET)


def test_a_no_is_turned_into_a_yes_by_no_page_of_records_and_no_file(
    desk, case, tmp_path
):
    desk.consents.decide(case, {"CENTRAL": "REFUSED"})
    row = next(r for r in desk.records.list("consent", case) if r["purpose"] == "CENTRAL")  # fmt: skip
    for attempt in (
        lambda: desk.records.change("consent", row.id, {"decision": "AGREED"}),
        lambda: desk.records.settle("consent", row.id, "decision", "AGREED"),
        lambda: desk.records.retract("consent", row.id, "mistake"),
        lambda: desk.records.add(
            "consent", case, {"purpose": "CENTRAL", "decision": "AGREED"}
        ),
    ):
        with pytest.raises(NotYours):
            attempt()
    said = {"purpose": "CENTRAL", "decision": "AGREED"}
    refused = brought(
        desk,
        tmp_path,
        {"entity": "consent", "id": row.id, "case": case, "fields": said},
        {"entity": "consent", "id": "c9", "case": case, "fields": said},
    )
    assert refused == ["refused-kept-here"] * 2
    with pytest.raises(IntakeError):
        desk.consents.check(case, "CENTRAL")


@pytest.mark.parametrize(
    ("entity", "said"),
    [
        ("role_grant", {"counselor": "나그네", "role": "SUPERVISOR"}),
        ("break_glass", {"counselor": "나그네", "reason": "x"}),
        ("destruction", {"number": "D1", "cls": "core"}),
        ("access_review", {"reviewed_by": "나그네", "lines": 1}),
        ("merge", {"kind": "PERSON", "decision": "SAME"}),
    ],
)
def test_the_books_of_the_center_are_written_by_their_own_verbs_only(
    desk, entity, said
):
    with pytest.raises(NotYours):
        desk.records.add(entity, "", said)
    assert desk.records.list(entity) == ()


def test_bytes_known_as_exploitation_material_are_sealed_by_no_other_name(
    desk, case, tmp_path
):
    file = tmp_path / "a.bin"
    file.write_bytes(b"these bytes are known" * 40)
    item = desk.records.add("material", case, {"kind": "CSAM"})
    desk.evidence.add_file(case, file, "IMAGE", FileNote(item=item))
    other = agreed(desk, "RECORD", "CENTRAL")
    for where in (case, other):
        again = desk.evidence.add_file(where, file, "CHAT", FileNote(sexual=False))
        line = desk.evidence.get(again.evidence)
        assert (line.store, line.sexual, line.here) == ("METADATA", True, False)
    assert not list((desk.about().folder / "attachments").rglob("*.age"))
    with pytest.raises(IntakeError):
        desk.evidence.view(again.evidence, "COUNSELLING", "이유")
