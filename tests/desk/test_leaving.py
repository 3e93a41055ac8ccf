"""A request that went out stands among what left: once for each site of a batch."""

import pytest

from intake.desk.views.deleting import PostingQuery
from intake.desk.views.evidence import FileNote
from intake.errors import ConsentMissing
from intake.progress import Silent
from tests.desks_at_hand import agreed, planted

QUIET = Silent()
URLS = [f"https://tube-a.example/{n}" for n in range(120)]
URLS += [f"https://board-b.example/{n}" for n in range(3)]


@pytest.fixture
def case(desk):
    case = agreed(desk, "RECORD", "DELETE")
    desk.postings.add(case, URLS, progress=QUIET)
    return case


def ids(desk, case, count=200):
    return [line.id for line in desk.postings.first(PostingQuery(case), count)]


def test_a_batch_is_one_line_for_each_site_and_not_for_each_address(desk, case):
    desk.sites.add({"host": "tube-a.example", "name": "튜브에이", "channel": "EMAIL"})
    marked = desk.postings.mark(case, ids(desk, case), "REQUESTED", progress=QUIET)
    assert marked.done == len(URLS)
    left = desk.giving.left(case)
    assert {(one.means, one.receiver) for one in left} == {
        ("EMAIL", "사업자 튜브에이"),
        ("PAPER", "사업자 board-b.example"),
    }
    assert len(left) == 2
    assert {one.classes for one in left} == {("material",)}
    assert {one.recall for one in left} == {"LEFT"}
    assert "하늘" not in " ".join(one.receiver for one in left)


def test_it_is_taken_back_with_the_marking_in_one_step(desk, case):
    desk.postings.mark(case, ids(desk, case), "REQUESTED", progress=QUIET)
    desk.undo.undo()
    assert desk.giving.left(case) == ()
    desk.undo.redo()
    assert len(desk.giving.left(case)) == 2


def test_searches_and_the_commission_are_asked_once_for_all_and_a_look_is_no_leaving(desk, case):  # fmt: skip
    some = ids(desk, case)
    desk.postings.mark(case, some, "CHECK_LIVE", progress=QUIET)
    assert desk.giving.left(case) == ()
    desk.postings.mark(case, some, "SEARCH", progress=QUIET)
    desk.postings.mark(case, some, "KMCSC", progress=QUIET)
    receivers = [one.receiver for one in desk.giving.left(case)]
    assert sorted(receivers) == ["기타", "사업자"]


def test_a_request_that_may_not_go_out_leaves_no_line(desk, case):
    desk.postings.set_wish(case, "REFUSED")
    marked = desk.postings.mark(case, ids(desk, case), "REQUESTED", progress=QUIET)
    assert marked.done == 0
    assert desk.giving.left(case) == ()


def test_a_day_of_the_past_is_the_day_it_left(desk, case):
    desk.postings.mark(case, ids(desk, case)[:1], "REQUESTED", on="2026-01-05", progress=QUIET)  # fmt: skip
    (one,) = desk.giving.left(case)
    assert one.on == "2026-01-05"


def test_a_consent_that_was_only_noted_as_withdrawn_on_a_day_is_withdrawn(desk, case):
    consent = desk.giving.decide(case, "LAWYER", "LAWYER", "", "AGREED")
    planted(desk, "consent", case, {"withdrawn_on": "2026-01-05"}, consent)
    assert desk.giving.may(case, "LAWYER").why == "withdrawn"


# --- evidence ----------------------------------------------------------------------------


@pytest.fixture
def piece(desk, case, tmp_path):
    file = tmp_path / "talk.txt"
    file.write_text("대화 내용")
    note = FileNote(sexual=False)
    return desk.evidence.add_file(case, file, "CHAT", note).evidence


def test_a_lawyer_gets_evidence_by_her_consent_alone(desk, case, piece, tmp_path):
    office = desk.agencies.add("가람 법률사무소", "LAWYER")
    before = len(desk.evidence.custody(piece))
    with pytest.raises(ConsentMissing):
        desk.evidence.hand_over(piece, "", "COUNSELLING", "급함", agency=office)
    with pytest.raises(ConsentMissing):
        desk.evidence.copy_out(piece, tmp_path, "COUNSELLING", "급함", agency=office)
    assert len(desk.evidence.custody(piece)) == before
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["talk.txt"]
    assert desk.giving.left(case) == ()
    desk.giving.decide(case, "LAWYER", "LAWYER", "가람 법률사무소", "AGREED")
    desk.evidence.hand_over(piece, "", "COUNSELLING", agency=office)
    (left,) = desk.giving.left(case)
    assert (left.means, left.receiver) == ("EVIDENCE", "변호사 가람 법률사무소")


def test_the_court_may_ask_by_law_but_somebody_says_why_where_she_said_no(desk, case, piece):  # fmt: skip
    court = desk.agencies.add("가람지방법원", "COURT")
    desk.giving.decide(case, "COURT", "COURT", "", "REFUSED")
    with pytest.raises(ConsentMissing):
        desk.evidence.hand_over(piece, "", "INVESTIGATION", agency=court)
    desk.evidence.hand_over(piece, "", "INVESTIGATION", "제출명령 2099-1", agency=court)
    assert [one.receiver for one in desk.giving.left(case)] == ["법원 가람지방법원"]


def test_a_copy_for_somebody_is_among_what_left_and_one_for_the_house_is_not(
    desk, case, piece, tmp_path
):
    out = tmp_path / "out"
    out.mkdir()
    desk.evidence.copy_out(piece, out, "COUNSELLING", "상담 준비")
    assert desk.giving.left(case) == ()
    second = tmp_path / "second"
    second.mkdir()
    made = desk.evidence.copy_out(piece, second, "INVESTIGATION", "제출", to="수사관")
    assert made.exists()
    assert [one.means for one in desk.giving.left(case)] == ["EVIDENCE"]
