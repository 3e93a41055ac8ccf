"""The same step for many postings: what it writes, skips, and takes back."""

import datetime as dt

import pytest

from intake.clock import Clock
from intake.desk.views.deleting import PostingQuery
from intake.errors import Cancelled, InvalidInput
from intake.progress import Silent
from tests.desk.test_postings_paste import Stop
from tests.desks_at_hand import agreed

QUIET = Silent()


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD", "DELETE")


@pytest.fixture
def posted(desk, case):
    """Make a case's postings; gives their ids."""

    def make(number):
        urls = [f"https://tube-{n % 2}.example/v/{n}" for n in range(number)]
        desk.postings.add(case, urls, progress=QUIET)
        return [line.id for line in desk.postings.first(PostingQuery(case), number)]

    return make


def mark(desk, case, ids, what, **told):
    return desk.postings.mark(case, ids, what, progress=QUIET, **told)


def today(days=0):
    return (Clock().today() + dt.timedelta(days)).isoformat()


def kinds(desk, posting):
    return [one.kind for one in reversed(desk.postings.actions(posting))]


def test_the_first_request_is_a_first_one_and_later_ones_are_repeated(
    desk, case, posted
):
    (one,) = posted(1)
    for _ in range(3):
        assert mark(desk, case, [one], "REQUESTED").done == 1
    assert sorted(kinds(desk, one)) == ["AGAIN", "AGAIN", "FIRST"]
    line = desk.postings.line(one)
    assert (line.result, line.requests, line.requested_on) == ("REQUESTED", 3, today())
    assert desk.postings.totals(case).requests == 3


def test_an_answer_stands_on_the_request_that_waited_for_it(desk, case, posted):
    (one,) = posted(1)
    mark(desk, case, [one], "REQUESTED", on=today(-5))
    mark(desk, case, [one], "REMOVED", on=today(-2))
    (action,) = desk.postings.actions(one)
    assert (action.kind, action.result_text, action.done_on) == (
        "FIRST",
        "삭제 완료",
        today(-5),
    )
    line = desk.postings.line(one)
    assert (line.result, line.result_on, line.next_check) == (
        "REMOVED",
        today(-2),
        today(-1),
    )
    assert line.overdue


def test_a_look_that_finds_it_still_gone_moves_the_next_look(desk, case, posted):
    (one,) = posted(1)
    mark(desk, case, [one], "REQUESTED", on=today(-9))
    mark(desk, case, [one], "REMOVED", on=today(-8))
    mark(desk, case, [one], "REMOVED", on=today())
    line = desk.postings.line(one)
    assert (line.result_on, line.next_check) == (today(-8), today(6))
    assert sorted(kinds(desk, one)) == ["CHECK", "FIRST"]


def test_a_temporary_measure_is_looked_at_on_day_thirty(desk, case, posted):
    (one,) = posted(1)
    mark(desk, case, [one], "REQUESTED", on=today(-40))
    mark(desk, case, [one], "TEMPORARY", on=today(-20))
    assert desk.postings.line(one).next_check == today(10)
    mark(desk, case, [one], "CHECK_LIVE", on=today(-3))
    assert desk.postings.line(one).next_check == today(10)
    mark(desk, case, [one], "REQUESTED", on=today(-2))
    line = desk.postings.line(one)
    assert (line.result, line.next_check, line.requests) == ("TEMPORARY", today(10), 2)


def test_blocked_in_korea_is_not_removed(desk, case, posted):
    one, other = posted(2)
    mark(desk, case, [one, other], "REQUESTED")
    mark(desk, case, [one], "BLOCKED")
    mark(desk, case, [other], "REMOVED")
    totals = desk.postings.totals(case)
    assert (totals.blocked, totals.removed, totals.open) == (1, 1, 0)
    mark(desk, case, [one], "REMOVED")
    assert desk.postings.totals(case).removed == 2


def test_live_again_is_the_same_posting_counted_and_asked_again(desk, case, posted):
    (one,) = posted(1)
    mark(desk, case, [one], "REQUESTED")
    mark(desk, case, [one], "REMOVED")
    for time in (1, 2):
        mark(desk, case, [one], "RESTORED")
        line = desk.postings.line(one)
        assert (line.result, line.restored, line.next_check) == (
            "RESTORED",
            time,
            today(),
        )
        wanted = desk.postings.first(PostingQuery(case, filter="to_request"), 9)
        assert [found.id for found in wanted] == [one]
        mark(desk, case, [one], "REQUESTED")
        mark(desk, case, [one], "REMOVED")
    totals = desk.postings.totals(case)
    assert (totals.removed, totals.back, totals.urls) == (1, 1, 1)


def test_the_police_beside_us_are_shown_and_not_counted(desk, case, posted):
    (one,) = posted(1)
    mark(desk, case, [one], "POLICE")
    line = desk.postings.line(one)
    assert (line.police_too, line.requests, line.result) == (True, 0, "FOUND")
    assert desk.postings.totals(case).requests == 0
    mark(desk, case, [one], "REMOVED")
    assert desk.postings.line(one).result == "REMOVED"


def test_what_does_not_follow_is_skipped_and_named_and_the_rest_goes_on(
    desk, case, posted
):
    one, other, third = posted(3)
    mark(desk, case, [one, other], "REQUESTED")
    marked = mark(desk, case, [one, other, third, case], "REMOVED")
    assert marked.done == 2
    assert set(marked.skipped) == {third, case}
    assert marked.why_id in {"mark-skipped-not-requested", "mark-skipped-not-here"}
    assert desk.postings.line(third).result == "FOUND"


def test_a_posting_of_another_case_is_not_touched(desk, case, posted):
    ids = posted(1)
    other = agreed(desk, "RECORD", "DELETE")
    marked = mark(desk, other, ids, "REQUESTED")
    assert (marked.done, marked.why_id) == (0, "mark-skipped-not-here")


def test_a_posting_named_twice_is_marked_once(desk, case, posted):
    (one,) = posted(1)
    assert mark(desk, case, [one, one], "REQUESTED").done == 1
    assert desk.postings.totals(case).requests == 1


def test_a_step_is_taken_back_and_done_again_whole(desk, case, posted):
    ids = posted(90)
    mark(desk, case, ids, "REQUESTED")
    assert desk.undo.next().deed == "request"
    desk.undo.undo()
    totals = desk.postings.totals(case)
    assert (totals.requests, totals.to_request) == (0, 90)
    assert not desk.postings.line(ids[0]).next_check
    desk.undo.redo()
    assert desk.postings.totals(case).requests == 90
    assert desk.postings.recount() == 0


def test_cancelled_on_the_way_nothing_was_marked(desk, case, posted):
    ids = posted(90)
    with pytest.raises(Cancelled):
        desk.postings.mark(case, ids, "REQUESTED", progress=Stop(1))
    assert desk.postings.totals(case).requests == 0
    assert desk.postings.totals(case).to_request == 90
    assert desk.postings.recount() == 0


def test_a_day_that_is_none_is_refused_and_an_unknown_mark_too(desk, case, posted):
    ids = posted(1)
    with pytest.raises(InvalidInput):
        mark(desk, case, ids, "REQUESTED", on="어제")
    with pytest.raises(InvalidInput):
        mark(desk, case, ids, "DESTROYED")


def test_words_beside_a_mark_are_an_action_of_their_own(desk, case, posted):
    (one,) = posted(1)
    mark(desk, case, [one], "REQUESTED")
    mark(desk, case, [one], "REFUSED", remark="약관 위반이 아니라고 답함")
    newest = next(a for a in desk.postings.actions(one) if a.kind == "CHECK")
    assert newest.remark == "약관 위반이 아니라고 답함"
    assert newest.result_text == "불응"


def test_whom_a_request_went_to_stands_in_it(desk, case, posted):
    desk.sites.add({"host": "tube-0.example", "name": "튜브 영", "channel": "EMAIL"})
    (one,) = posted(1)
    mark(desk, case, [one], "REQUESTED")
    (action,) = desk.postings.actions(one)
    assert (action.addressee, action.channel_text) == ("튜브 영", "이메일")
    assert action.counselor == "박상담"


def test_an_action_that_another_system_numbered_counts_once(desk, case, posted):
    one, other = posted(2)
    told = {"kind": "FIRST", "outside_system": "D4", "outside_number": "771"}
    first = desk.postings.note_action(one, told)
    assert desk.postings.note_action(one, told) == first
    assert desk.postings.note_action(other, told) == first
    assert desk.postings.totals(case).requests == 1


def test_stopping_the_checks_deletes_nothing_and_can_be_taken_back(desk, case, posted):
    (one,) = posted(1)
    mark(desk, case, [one], "REQUESTED", on=today(-9))
    mark(desk, case, [one], "REMOVED", on=today(-8))
    desk.postings.change(one, {"check_stopped": True})
    assert desk.postings.line(one).next_check == ""
    assert desk.postings.totals(case).overdue == 0
    mark(desk, case, [one], "REMOVED")
    assert desk.postings.line(one).next_check == ""
    desk.postings.change(one, {"check_stopped": False})
    line = desk.postings.line(one)
    assert (line.check_stopped, line.next_check) == (False, today(1))


def test_the_calendar_is_the_centers_own(desk, case, posted):
    desk.settings.set("recheck_days", "2, 5")
    (one,) = posted(1)
    mark(desk, case, [one], "REQUESTED")
    assert desk.postings.line(one).next_check == today(2)


def test_what_is_due_today_is_due_and_not_late(desk, case, posted):
    (one,) = posted(1)
    mark(desk, case, [one], "REQUESTED", on=today(-1))
    assert desk.postings.line(one).next_check == today()
    assert [line.posting for line in desk.postings.due()] == [one]
    assert not desk.postings.line(one).overdue
    assert desk.postings.totals(case).overdue == 0
    assert desk.postings.first(PostingQuery(case, filter="overdue"), 9) == ()


def test_what_is_due_is_found_over_all_cases_and_told_today(desk, case, posted):
    one, other = posted(2)
    mark(desk, case, [one], "REQUESTED", on=today(-9))
    mark(desk, case, [other], "REQUESTED")
    assert [line.posting for line in desk.postings.due()] == [one]
    (due,) = desk.postings.due()
    assert (due.case, due.overdue, due.alias) == (case, True, "하늘")
    assert len(desk.postings.due(today(400))) == 2
    rows = desk.postings.due_rows(today(400), progress=QUIET)
    assert [line.posting for line in desk.postings.due_lines(rows)] == [one, other]
    actions = [a for a in desk.today().actions if a.text_id == "next-recheck"]
    assert [(a.case, a.facts["count"]) for a in actions] == [(case, 1)]


def test_a_posting_noted_by_mistake_leaves_with_its_actions(desk, case, posted):
    one, _ = posted(2)
    mark(desk, case, [one], "REQUESTED")
    desk.postings.retract(one)
    totals = desk.postings.totals(case)
    assert (totals.urls, totals.requests) == (1, 0)
    assert desk.postings.recount() == 0


def test_a_list_is_filtered_sorted_and_searched(desk, case, posted):
    ids = posted(6)
    mark(desk, case, ids[:4], "REQUESTED", on=today(-9))
    mark(desk, case, ids[:2], "REMOVED", on=today(-8))
    mark(desk, case, ids[2:3], "REFUSED", on=today(-8))

    def found(**query):
        rows = desk.postings.listing(PostingQuery(case, **query), QUIET)
        shown = [line.id for line in desk.postings.lines(rows)]
        first = desk.postings.first(PostingQuery(case, **query), 100)
        assert [line.id for line in first] == shown
        return shown

    assert set(found()) == set(ids)
    assert set(found(filter="removed")) == set(ids[:2])
    assert found(filter="refused") == ids[2:3]
    assert set(found(filter="to_request")) == set(ids[4:])
    assert set(found(filter="open")) == set(ids[3:])
    assert set(found(filter="overdue")) == set(ids[:4])
    assert len(found(text="tube-1")) == 3
    assert len(found(text="hxxps://tube-0[.]example/v/")) == 3
    assert found(text="없는 말") == []
    assert found(platform="SOCIAL") == []
    assert set(found(order="-requested_on")[:4]) == set(ids[:4])
    hosts = [desk.postings.line(one).host for one in found(order="host")]
    assert hosts == sorted(hosts)
    with pytest.raises(InvalidInput):
        found(order="url; DROP TABLE")


def test_a_list_for_a_spreadsheet_holds_no_formula(desk, case, posted):
    desk.postings.add(case, ["https://tube-a.example/=cmd"], progress=QUIET)
    desk.sites.add({"host": "tube-a.example", "name": "=HYPERLINK(1)"})
    file = desk.postings.export(case, PostingQuery(case), QUIET)
    text = file.data.decode("utf-8")
    assert text.startswith("\ufeff주소,")
    assert "'=HYPERLINK(1)" in text
    assert ",=HYPER" not in text
    assert file.name.endswith(".csv")
    assert "tube" not in file.name
