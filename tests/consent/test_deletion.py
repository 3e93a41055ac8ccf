"""Who may ask for deletion, what a no stops, and what needs nobody to ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.consent.deletion import (
    BASIS_OF,
    KEPT_LONGEST,
    PAPERS,
    Facts,
    judge_deletion,
    longer,
)
from intake.register import CODES

SEEN = dict.fromkeys(PAPERS, "SEEN")


def codes(name):
    return [one.code for one in CODES.lists[name]]


FACTS = st.builds(
    Facts,
    wish=st.sampled_from(codes("will")),
    consent=st.sampled_from(["agreed", "refused", "withdrawn", "undecided"]),
    requester=st.sampled_from(["", *codes("requester_kind")]),
    papers=st.dictionaries(
        st.sampled_from(PAPERS), st.sampled_from(codes("paper_state"))
    ),
    basis=st.sampled_from(["", *codes("delete_basis")]),
    materials=st.frozensets(st.sampled_from(codes("material"))),
    minor_shown=st.booleans(),
)


@given(FACTS)
def test_a_clear_no_stops_every_request_and_nothing_else_but_a_stranger_does(facts):
    verdict = judge_deletion(facts)
    taken_back = facts.consent in {"refused", "withdrawn"} and not verdict.csam
    no = facts.wish == "REFUSED" or taken_back
    assert verdict.may_request is not bool(verdict.why)
    assert not (no and verdict.may_request)
    assert no or verdict.may_request or verdict.why == "delete-third-needs-papers"


@given(FACTS)
def test_exploitation_material_waits_for_no_paper_is_kept_and_kept_for_ever(facts):
    verdict = judge_deletion(facts)
    if verdict.csam:
        assert verdict.preserve
        assert verdict.retention == "PERM"
        assert verdict.warning != "delete-papers-missing"
        assert verdict.basis != ""
        assert verdict.why != "delete-third-needs-papers"


@given(FACTS)
def test_every_ground_and_class_is_one_of_the_lists(facts):
    verdict = judge_deletion(facts)
    assert verdict.basis in {"", *codes("delete_basis")}
    assert verdict.retention in KEPT_LONGEST
    assert set(verdict.missing) <= verdict.needed <= set(PAPERS)


@given(FACTS)
def test_showing_every_paper_leaves_none_missing(facts):
    shown = Facts(
        facts.wish, facts.consent, facts.requester, SEEN, facts.basis, facts.materials
    )
    assert judge_deletion(shown).missing == ()


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        ("SELF", {"paper_id"}),
        ("SPOUSE", {"paper_id", "paper_relation"}),
        ("LINEAL", {"paper_id", "paper_relation"}),
        ("SIBLING", {"paper_id", "paper_relation"}),
        ("AGENT", {"paper_id", "paper_power", "paper_victim_id"}),
    ],
)
def test_the_papers_are_those_of_the_rule(kind, needed):
    verdict = judge_deletion(Facts(requester=kind, wish="WANTED"))
    assert set(verdict.missing) == needed
    assert verdict.may_request
    assert verdict.warning == "delete-papers-missing"


def test_a_friend_is_an_agent_with_papers_and_nobody_without():
    without = judge_deletion(Facts(requester="THIRD", wish="WANTED"))
    assert (without.may_request, without.why) == (False, "delete-third-needs-papers")
    with_papers = judge_deletion(Facts(requester="THIRD", wish="WANTED", papers=SEEN))
    assert (with_papers.may_request, with_papers.basis) == (True, "REQ_AGENT")


def test_a_paper_called_not_needed_makes_no_agent_of_a_friend():
    papers = dict.fromkeys(PAPERS, "NOT_NEEDED")
    assert not judge_deletion(Facts(requester="THIRD", papers=papers)).may_request


def test_exploitation_material_that_the_police_sent_stands_on_its_own_ground():
    sent = Facts(basis="POLICE", materials=frozenset({"CSAM"}))
    assert judge_deletion(sent).basis == "CSAM"


def test_a_girl_who_asks_herself_is_the_one_who_asked():
    asked = Facts(requester="SELF", materials=frozenset({"CSAM"}), wish="WANTED")
    assert judge_deletion(asked).basis == "REQ_SELF"


def test_what_investigators_ask_for_is_kept_ten_years_and_must_be_preserved():
    verdict = judge_deletion(Facts(basis="POLICE", materials=frozenset({"ART14"})))
    assert (verdict.retention, verdict.preserve) == ("Y10", True)
    assert verdict.may_request


def test_personal_details_are_kept_for_ever_and_are_no_exploitation_material():
    verdict = judge_deletion(Facts(materials=frozenset({"PII"}), minor_shown=True))
    assert (verdict.retention, verdict.csam) == ("PERM", False)


def test_a_no_about_a_childs_material_names_that_the_law_speaks_of_it_too():
    verdict = judge_deletion(Facts(wish="REFUSED", materials=frozenset({"CSAM"})))
    assert verdict.why == "delete-wish-refused-csam"
    assert verdict.preserve


def test_a_refused_consent_warns_where_the_law_needs_none():
    verdict = judge_deletion(Facts(consent="refused", materials=frozenset({"CSAM"})))
    assert (verdict.may_request, verdict.warning) == (
        True,
        "delete-consent-refused-csam",
    )
    assert not judge_deletion(Facts(consent="withdrawn")).may_request


def test_where_nobody_is_noted_and_she_wants_it_she_asks():
    assert judge_deletion(Facts(wish="WANTED")).basis == "REQ_SELF"
    silent = judge_deletion(Facts(consent="agreed"))
    assert (silent.basis, silent.warning) == ("REQ_SELF", "")
    assert judge_deletion(Facts()).warning == "delete-wish-unasked"
    assert judge_deletion(Facts(wish="ON_HOLD")).warning == "delete-wish-on-hold"


def test_keeping_is_only_ever_made_longer_and_an_order_to_destroy_stands():
    assert longer("Y5", "PERM") == "PERM"
    assert longer("PERM", "Y10") == "PERM"
    assert longer("", "Y10") == "Y10"
    assert longer("NOW", "PERM") == "NOW"


def test_every_kind_of_requester_has_a_ground_and_its_papers():
    assert set(BASIS_OF) == set(codes("requester_kind"))
    assert all(judge_deletion(Facts(requester=kind)).needed for kind in BASIS_OF)
