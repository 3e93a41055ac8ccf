"""The day counts what waits on the pages beside a case."""

import pytest

from intake.consent.roles import Role
from intake.desk.due_elsewhere import new_pairs
from intake.ledger import Deed

PHONE = "010-0000-4217"


def a_case(desk, *clues):
    case = desk.cases.begin("VISIT", "하늘")
    suspect = desk.suspects.add(case, {})
    for value in clues:
        desk.suspects.add_clue(case, {"value": value}, suspect)
    return case


@pytest.fixture
def two(desk):
    found = a_case(desk, PHONE), a_case(desk, PHONE)
    desk.matches.refresh()
    return found


def due(desk):
    return {
        one.text_id: one.facts["count"]
        for one in desk.today().actions
        if one.text_id.startswith(("next-alike-", "next-conflicts"))
    }


def agrees(desk):
    counts = desk.matches.counts()
    assert new_pairs(desk._rooms) == counts["new"]
    return counts


def by_somebody_else(desk, link):
    """Somebody else at this center took the decision."""
    with desk._rooms.saying(Deed.CHANGE, f"link/{link}") as say:
        say.set("link", link, "decided_by", "김상담")


def test_a_day_without_candidates_says_nothing_of_them(desk):
    assert due(desk) == {}


def test_candidates_are_one_line_with_their_number(desk, two):
    assert due(desk) == {"next-alike-new": 1}
    a_case(desk, PHONE)
    assert agrees(desk)["new"] == 3
    assert due(desk) == {"next-alike-new": 3}


@pytest.mark.parametrize("decision", ["SAME", "NOT_SAME", "HOLD"])
def test_what_somebody_decided_about_waits_no_more(desk, two, decision):
    (found,) = desk.matches.queue()
    reason = desk.matches.reasons(decision)[0].code
    link = desk.matches.decide(found.id, decision, reason)
    assert agrees(desk)["new"] == 0
    assert due(desk) == {}
    desk.matches.take_back(link, "MISTAKE")
    assert agrees(desk)["new"] == 1
    assert due(desk) == {"next-alike-new": 1}


def test_a_second_person_is_reminded_and_the_first_is_not(desk, two):
    (found,) = desk.matches.queue()
    link = desk.matches.decide(found.id, "SAME", "ACCOUNTS", for_court=True)
    assert agrees(desk)["second"] == 1
    assert due(desk) == {}
    by_somebody_else(desk, link)
    assert due(desk) == {"next-alike-second": 1}
    desk.matches.second(link, "SAME", "ACCOUNTS")
    assert agrees(desk)["second"] == 0
    assert due(desk) == {}


def test_who_sees_no_content_is_not_led_there(desk, two, monkeypatch):
    monkeypatch.setattr(desk._rooms.sight, "_roles", frozenset({Role.IT}))
    assert due(desk) == {}
