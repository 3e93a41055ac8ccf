"""Whether requests may go out for a case: the person's no, the requester, the papers."""

import datetime as dt

import pytest

from intake.clock import Clock
from intake.desk.views.deleting import PostingQuery
from intake.errors import AgainstWill, InvalidInput
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed

QUIET = Silent()
URL = "https://tube-a.example/v/1"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """One desk for this file; every test has a case of its own."""
    made = a_desk(tmp_path_factory.mktemp("gate") / "ic")
    yield made
    made.close()


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD", "DELETE")


@pytest.fixture
def posting(desk, case):
    desk.postings.add(case, [URL], progress=QUIET)
    return desk.postings.first(PostingQuery(case), 1)[0].id


def mark(desk, case, posting, what, **told):
    return desk.postings.mark(case, [posting], what, progress=QUIET, **told)


def test_a_person_who_agreed_asks_herself(desk, case):
    gate = desk.postings.gate(case)
    assert (gate.may_request, gate.basis, gate.basis_text) == (
        True,
        "REQ_SELF",
        "본인 요청",
    )
    assert (gate.csam, gate.preserve, gate.retention) == (False, False, "Y5")


@pytest.mark.parametrize("what", ["REQUESTED", "SEARCH", "KMCSC", "HASHREG"])
def test_a_clear_no_lets_nothing_out(desk, case, posting, what):
    desk.postings.set_wish(case, "REFUSED")
    marked = mark(desk, case, posting, what)
    assert (marked.done, marked.skipped, marked.why_id) == (
        0,
        (posting,),
        "delete-wish-refused",
    )
    assert desk.postings.actions(posting) == ()
    with pytest.raises(AgainstWill):
        desk.postings.draft(case, "tube-a.example", [posting])
    with pytest.raises(AgainstWill):
        desk.postings.request_form(case, "tube-a.example", [posting])


def test_a_no_that_was_taken_back_is_a_yes_again(desk, case, posting):
    desk.postings.set_wish(case, "REFUSED")
    desk.postings.set_wish(case, "WANTED")
    assert mark(desk, case, posting, "REQUESTED").done == 1


def test_what_came_before_the_no_may_still_be_noted(desk, case, posting):
    desk.postings.set_wish(case, "REFUSED")
    before = (Clock().today() - dt.timedelta(9)).isoformat()
    assert mark(desk, case, posting, "REQUESTED", on=before).done == 1
    assert mark(desk, case, posting, "REQUESTED").done == 0


def test_after_a_no_it_can_still_be_looked_at_and_told(desk, case, posting):
    mark(desk, case, posting, "REQUESTED")
    desk.postings.set_wish(case, "REFUSED")
    assert mark(desk, case, posting, "REMOVED").done == 1
    assert mark(desk, case, posting, "INFORM").done == 1


def test_a_consent_that_was_taken_back_stops_requests(desk, case, posting):
    desk.consents.withdraw(case, "DELETE")
    assert mark(desk, case, posting, "REQUESTED").why_id == "delete-consent-refused"


def test_a_childs_material_waits_for_no_paper_and_is_kept(desk, case, posting):
    desk.postings.change(posting, {"material": "CSAM"})
    desk.postings.set_requester(case, "THIRD", name="친구")
    gate = desk.postings.gate(case)
    assert (gate.may_request, gate.basis, gate.csam) == (True, "CSAM", True)
    assert (gate.preserve, gate.retention) == (True, "PERM")
    kept = desk.records.get("case", case)
    assert (kept["keep_evidence"], kept["retention"]) == (True, "PERM")
    assert mark(desk, case, posting, "REQUESTED").done == 1


def test_what_has_to_be_kept_is_never_lowered(desk, case, posting):
    desk.postings.change(posting, {"material": "CSAM"})
    desk.postings.change(posting, {"material": "ART14"})
    mark(desk, case, posting, "REQUESTED")
    kept = desk.records.get("case", case)
    assert (kept["keep_evidence"], kept["retention"]) == (True, "PERM")


def test_a_mother_shows_two_papers_and_missing_ones_only_warn(desk, case, posting):
    desk.postings.set_requester(
        case, "LINEAL", name="어머니", papers={"paper_id": "FILED"}
    )
    gate = desk.postings.gate(case)
    needed = {one.name: one.state for one in gate.papers if one.needed}
    assert needed == {"paper_id": "FILED", "paper_relation": "MISSING"}
    assert (gate.missing, gate.warning_id) == (1, "delete-papers-missing")
    assert mark(desk, case, posting, "REQUESTED").done == 1
    said = desk.postings.requester(case)
    assert (said.kind, said.name, said.basis) == ("LINEAL", "어머니", "REQ_LINEAL")
    assert said.papers_by == "박상담"
    assert desk.records.get("case", case)["delete_basis"] == "REQ_LINEAL"


def test_a_friend_needs_a_power_of_attorney_and_a_copy(desk, case, posting):
    desk.postings.set_requester(case, "THIRD", name="친구")
    assert mark(desk, case, posting, "REQUESTED").why_id == "delete-third-needs-papers"
    papers = {"paper_id": "SEEN", "paper_power": "FILED", "paper_victim_id": "SEEN"}
    desk.postings.set_requester(case, "THIRD", papers=papers)
    assert mark(desk, case, posting, "REQUESTED").done == 1
    assert desk.postings.gate(case).basis == "REQ_AGENT"


def test_one_person_asks_at_a_time_and_it_is_one_step(desk, case):
    desk.postings.set_requester(case, "SIBLING", name="언니")
    desk.postings.set_requester(case, "SELF", papers={"paper_id": "SEEN"})
    assert desk.postings.requester(case).kind == "SELF"
    desk.undo.undo()
    assert desk.postings.requester(case).kind == "SIBLING"


@pytest.mark.parametrize(
    ("kind", "papers"),
    [("FRIEND", {}), ("SELF", {"paper_gold": "SEEN"})],
)
def test_an_unknown_kind_of_requester_or_paper_is_refused(desk, case, kind, papers):
    with pytest.raises(InvalidInput):
        desk.postings.set_requester(case, kind, papers=papers)


def test_an_unknown_will_is_refused(desk, case):
    with pytest.raises(InvalidInput):
        desk.postings.set_wish(case, "MAYBE")


def test_the_page_of_support_and_the_ledger_speak_of_one_will(desk, case):
    desk.support.set_wish(case, "DELETE", "REFUSED")
    assert not desk.postings.gate(case).may_request
    desk.postings.set_wish(case, "ON_HOLD")
    wishes = {line.kind: line.wish for line in desk.support.lines(case)}
    assert wishes["DELETE"] == "ON_HOLD"
    assert desk.postings.gate(case).warning_id == "delete-wish-on-hold"


def test_the_ground_stands_in_the_action(desk, case, posting):
    desk.postings.set_requester(case, "SPOUSE")
    mark(desk, case, posting, "REQUESTED")
    (action,) = desk.postings.actions(posting)
    assert desk.records.get("deletion_action", action.id)["basis"] == "REQ_SPOUSE"


def test_a_friend_who_comes_after_her_is_no_agent_by_her_asking(desk, case, posting):
    desk.postings.set_requester(case, "SELF", papers={"paper_id": "SEEN"})
    desk.postings.set_requester(case, "THIRD", name="친구")
    gate = desk.postings.gate(case)
    assert (gate.may_request, gate.why_id) == (False, "delete-third-needs-papers")


def test_what_the_law_keeps_is_not_taken_back_with_the_step_that_showed_it(
    desk, case, posting
):
    desk.postings.change(posting, {"material": "CSAM"})
    desk.undo.undo()
    assert desk.records.get("posting", posting)["material"] is None
    kept = desk.records.get("case", case)
    assert (kept["keep_evidence"], kept["retention"]) == (True, "PERM")


def test_the_usual_five_years_are_nobodys_word(desk, case, posting):
    mark(desk, case, posting, "REQUESTED")
    assert desk.records.get("case", case)["retention"] is None
    assert desk.postings.gate(case).retention == "Y5"
