"""Somebody who wants to break the figures: twice, back and forth, from two laptops, by file."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.desk.people import victim_of
from intake.desk.views.interchange import ImportPlan
from intake.errors import IntakeError, InvalidInput, NotYours
from intake.progress import Silent
from tests.desks_at_hand import agreed

QUIET = Silent()
PAGES = [f"https://board.example/v/{n}" for n in range(4)]
STEPS = (
    *("paste", "ask", "gone", "back", "undo", "redo", "import", "training", "withdraw"),
    *("other", "destroy"),
)


def a_file(tmp_path, *records):
    head = {"format": "ieum-records", "version": 1, "source": "XX"}
    file = tmp_path / "in.jsonl"
    file.write_text("\n".join(json.dumps(one) for one in (head, *records)))
    return file


def sums(desk):
    return {one.label_id: one.count for one in desk.postings.center_counts()}


def _import(desk, case, tmp_path):
    number = desk.cases.header(case).number
    file = tmp_path / "list.csv"
    rows = "\n".join(f"{number},{url}" for url in PAGES)
    file.write_text(f"사건번호,주소\n{rows}\n", encoding="utf-8")
    desk.imports.run(file, ImportPlan("postings"), QUIET)


def _train(desk, case):
    now = desk.records.get("case", case)["training"]
    desk.records.change("case", case, {"training": not now})


def _destroy(desk, case):
    number = desk.cases.header(case).number
    desk.erasing.destroy(case, "whole", "REQUEST", number, QUIET)


def _do(desk, case, step, tmp_path):
    ids = [row.id for row in desk.records.list("posting", case)]
    add, mark = desk.postings.add, desk.postings.mark
    deeds = {
        "paste": lambda: add(case, PAGES, progress=QUIET),
        "ask": lambda: mark(case, ids, "REQUESTED", progress=QUIET),
        "gone": lambda: mark(case, ids[:2], "REMOVED", progress=QUIET),
        "back": lambda: mark(case, ids[:1], "RESTORED", progress=QUIET),
        "undo": desk.undo.undo,
        "redo": desk.undo.redo,
        "import": lambda: _import(desk, case, tmp_path),
        "training": lambda: _train(desk, case),
        "withdraw": lambda: [desk.postings.retract(one, "mistake") for one in ids[:1]],
        "other": lambda: add(agreed(desk, "RECORD"), PAGES[:1], progress=QUIET),
        "destroy": lambda: _destroy(desk, case),
    }
    deeds[step]()


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from(STEPS), min_size=4, max_size=12))
def test_whatever_is_done_in_whatever_order_the_counts_are_those_of_the_rows(
    desk, tmp_path, steps
):
    case = agreed(desk, "RECORD", "DELETE")
    for step in steps:
        try:
            _do(desk, case, step, tmp_path)
        except IntakeError:
            continue
        assert desk.postings.recount() == 0
    rows = [row for row in desk.records.list("posting") if not row.gone]
    cases = {row.id for row in desk.records.list("case") if not row["training"]}
    counted = [row for row in rows if row["case"] in cases]
    assert sums(desk)["deleting-count-postings"] == len(counted)


def test_no_case_comes_in_under_a_number_that_is_taken(desk, tmp_path):
    case = agreed(desk, "RECORD")
    number = desk.cases.header(case).number
    file = a_file(
        tmp_path,
        {"entity": "case", "id": "c1", "fields": {"number": number}},
        {"entity": "case", "id": "c2", "fields": {"number": "2099-XX-1"}},
        {"entity": "case", "id": "c3", "fields": {"number": "2099-xx-1"}},
    )
    told = desk.imports.dry_run(file, ImportPlan(), QUIET)
    assert [(one.row, one.text_id) for one in told.refusals] == [
        (2, "refused-number-here"),
        (4, "refused-number-here"),
    ]
    desk.imports.run(file, ImportPlan(), QUIET)
    assert desk.imports.dry_run(file, ImportPlan(), QUIET).here == 1
    assert len(desk.records.list("case")) == 2


def test_half_a_letter_is_refused_in_our_words_wherever_it_is_typed(desk):
    case = agreed(desk, "RECORD")
    half = "https://board.example/\ud800x"
    desk.search(half)
    for attempt in (
        lambda: desk.suspects.kind_of(half),
        lambda: desk.sites.platform_of(half),
        lambda: desk.suspects.add_clue(case, {"value": half}),
        lambda: desk.records.add("posting", case, {"url": half}),
    ):
        with pytest.raises(IntakeError) as refused:
            attempt()
        assert "board" not in str(refused.value)
    with pytest.raises(InvalidInput):
        desk.suspects.kind_of(half)


def test_joined_people_are_one_however_the_decisions_run_in_circles(desk):
    cases = [agreed(desk, "RECORD") for _ in range(3)]
    one, two, three = map(victim_of, cases)
    for kept, joined in ((one, two), (two, three), (three, one), (two, one)):
        desk.people.merge(kept, joined)
    for each in (one, two, three):
        assert set(desk.people.group(each)) == {one, two, three}
    number = desk.cases.header(cases[1]).number
    desk.erasing.destroy(cases[1], "whole", "REQUEST", number, QUIET)
    for case in (cases[0], cases[2]):
        (line,) = desk.people.of_case(case)
        assert two not in [each.record for each in line.joined]
    desk.people.part(one)
    assert set(desk.people.group(one)) == {one}


def test_an_address_that_a_case_has_comes_in_by_an_open_file_once(desk, tmp_path):
    case = agreed(desk, "RECORD", "DELETE")
    desk.postings.add(case, PAGES[:2], progress=QUIET)
    there = {row["url"]: row.id for row in desk.records.list("posting", case)}
    desk.postings.retract(there[PAGES[1]], "mistake")
    spelled = ("HTTPS://WWW.board.example/v/0/#t", PAGES[1], PAGES[2], PAGES[2] + "/")
    lines = [
        {"entity": "posting", "id": f"p{n}", "case": case, "fields": {"url": url}}
        for n, url in enumerate(spelled)
    ]
    asked = {"posting": "p3", "kind": "FIRST", "done_on": "2026-11-02"}
    lines.append({"entity": "deletion_action", "id": "a1", "case": case, "fields": asked})  # fmt: skip
    file = a_file(tmp_path, *lines)
    told = desk.imports.dry_run(file, ImportPlan(), QUIET)
    assert [one.text_id for one in told.refusals] == ["refused-withdrawn"]
    desk.imports.run(file, ImportPlan(), QUIET)
    assert sums(desk)["deleting-count-postings"] == 2
    rows = {row["url"]: row.id for row in desk.records.list("posting", case)}
    assert set(rows) == {PAGES[0], PAGES[2]}
    (action,) = desk.records.list("deletion_action", case)
    assert action["posting"] == rows[PAGES[2]]
    again = desk.imports.dry_run(file, ImportPlan(), QUIET)
    assert (again.new, again.changed) == (0, 0)
    assert desk.postings.recount() == 0


def test_no_case_is_counted_for_another_center_by_the_verb_for_any_record(
    desk, tmp_path
):
    case, other = agreed(desk, "RECORD"), agreed(desk, "RECORD")
    desk.postings.add(case, PAGES, progress=QUIET)
    before, posting = sums(desk), desk.records.list("posting", case)[0].id
    for entity, record, said in (
        ("case", case, {"center": "SL"}),
        ("case", case, {"owner": "SL"}),
        ("case", case, {"number": "2026-SL-100001"}),
        ("posting", posting, {"case": other}),
    ):
        with pytest.raises(NotYours):
            desk.records.change(entity, record, said)
    fields = {"center": "SL", "owner": "SL", "number": "2026-SL-100001"}
    file = a_file(tmp_path, {"entity": "case", "id": case, "fields": fields})
    assert dict(desk.imports.dry_run(file, ImportPlan(), QUIET).left)
    desk.imports.run(file, ImportPlan(), QUIET)
    assert sums(desk) == before
    assert desk.records.get("case", case)["center"] == "IC"


def test_a_setting_that_is_none_is_refused_in_our_words(desk):
    for attempt in (
        lambda: desk.settings.get("nope"),
        lambda: desk.settings.set("nope", "x"),
    ):
        with pytest.raises(InvalidInput):
            attempt()
