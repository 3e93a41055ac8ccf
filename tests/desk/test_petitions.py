"""Nobody has to write; who said no is on no paper, and nobody is asked twice without knowing it."""

import datetime as dt

import pytest

from intake.desk.views.trial import CourtNote
from intake.errors import AskedBefore, InvalidInput, NotThisStep, NotYours
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.progress import Silent
from tests.centers_at_hand import carry, closing, desks
from tests.desk.test_papers import COURT
from tests.desks_at_hand import a_desk, agreed, introduce, planted

QUIET = Silent()


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


@pytest.fixture
def case(desk):
    return desk.cases.begin("VISIT", "하나")


def group(desk, many=3, silent=()):
    """Cases of one perpetrator at one center, all but some agreed to the court."""
    cases = [desk.cases.begin("VISIT", f"사람 {at}") for at in range(many)]
    suspects = [desk.suspects.add(case, {"nickname": "별명"}) for case in cases]
    for case, suspect in zip(cases, suspects, strict=True):
        desk.suspects.add_clue(case, {"value": "010-0000-4217"}, suspect)
        if cases.index(case) not in silent:
            desk.giving.decide(case, "COURT", "COURT", COURT, "AGREED")
    while proposed := [one for one in desk.matches.queue() if one.state == "NEW"]:
        desk.matches.decide(proposed[0].id, "SAME", "ACCOUNTS")
    return cases, suspects[0]


def test_it_goes_from_asking_to_the_court(desk, case):
    made = desk.petitions.ask(case, COURT, "2099고합7")
    desk.petitions.said(made, "AGREED", "HAND")
    desk.petitions.received(made, 2)
    desk.petitions.filed(made)
    (line,) = desk.petitions.of_case(case)
    assert (line.state, line.way, line.sheets) == ("FILED", "HAND", 2)
    assert line.asked_on == line.filed_on == desk._rooms.clock.today().isoformat()
    assert (line.court, line.case_number) == (COURT, "2099고합7")


def test_whoever_asks_again_is_told_that_she_was_asked(desk, case):
    made = desk.petitions.ask(case, COURT)
    desk.petitions.said(made, "DECLINED")
    with pytest.raises(AskedBefore) as told:
        desk.petitions.ask(case, f" {COURT}  ")
    assert told.value.facts["on"] == desk._rooms.clock.today().isoformat()
    assert desk.petitions.of_case(case)[0].state == "DECLINED"
    assert desk.petitions.ask(case, COURT, again=True) == made
    assert desk.petitions.ask(case, "다른 법원") != made


def test_who_writes_already_is_not_asked_again(desk, case):
    made = desk.petitions.ask(case, COURT)
    desk.petitions.said(made, "AGREED")
    with pytest.raises(NotThisStep):
        desk.petitions.ask(case, COURT, again=True)


def test_what_does_not_follow_is_refused(desk, case):
    made = desk.petitions.ask(case, COURT)
    with pytest.raises(NotThisStep):
        desk.petitions.filed(made)
    with pytest.raises(InvalidInput):
        desk.petitions.said(made, "RECEIVED")
    with pytest.raises(InvalidInput):
        desk.petitions.received(made, 0)
    ahead = desk._rooms.clock.today() + dt.timedelta(1)
    desk.petitions.received(made, 1)
    with pytest.raises(InvalidInput):
        desk.petitions.filed(made, ahead.isoformat())
    with pytest.raises(InvalidInput):
        desk.petitions.ask(case, "  ")


def test_a_copy_of_another_case_is_not_hers(desk, case):
    other = desk.cases.begin("VISIT", "두리")
    copy = planted(desk, "evidence", other, {"kind": "IMAGE"})
    made = desk.petitions.ask(case, COURT)
    with pytest.raises(InvalidInput):
        desk.petitions.received(made, 1, copy)


def test_she_may_take_back_what_she_brought(desk, case):
    made = desk.petitions.ask(case, COURT)
    desk.petitions.received(made, 1)
    desk.petitions.filed(made)
    desk.petitions.said(made, "WITHDRAWN")
    assert desk.petitions.of_case(case)[0].state == "WITHDRAWN"


def test_a_group_counts_people_who_write_among_who_agreed_to_the_court(desk):
    cases, suspect = group(desk, 4, silent={3})
    for at, state in enumerate(("AGREED", "DECLINED")):
        desk.petitions.said(desk.petitions.ask(cases[at], COURT), state)
    seen = desk.petitions.of_group(suspect, COURT)
    assert (seen.people, seen.agreed, seen.received, seen.filed) == (3, 1, 0, 0)
    assert {one.name for one in seen.rows} == {"가-01", "가-02", "가-03"}
    assert cases[3] not in {one.case for one in seen.rows}
    assert "3명 가운데 1명" in seen.words


def test_a_no_is_told_to_who_supervises_and_to_nobody_else(desk):
    cases, suspect = group(desk)
    desk.petitions.said(desk.petitions.ask(cases[0], COURT), "DECLINED")
    states = [one.state for one in desk.petitions.of_group(suspect, COURT).rows]
    assert states.count("DECLINED") == 1
    rooms = desk._rooms
    for who, role in (("다른 사람", "SUPERVISOR"), ("박상담", "COUNSELOR")):
        grant = new_id(rooms.clock.wall())
        with rooms.noting(Deed.GRANT, scope_of("record", grant)) as say:
            say.set("role_grant", grant, "counselor", who)
            say.set("role_grant", grant, "role", role)
    states = [one.state for one in desk.petitions.of_group(suspect, COURT).rows]
    assert states == ["", "", ""]


def test_who_sees_her_own_cases_only_is_told_that_these_are_counted(desk):
    cases, suspect = group(desk)
    for case in cases:
        desk.petitions.said(desk.petitions.ask(case, COURT), "AGREED")
    assert "3명이 쓰기로" in desk.petitions.of_group(suspect, COURT).words
    rooms = desk._rooms
    desk.settings.set("own_cases_only", True)
    for who, role in (("다른 사람", "SUPERVISOR"), ("박상담", "COUNSELOR")):
        grant = new_id(rooms.clock.wall())
        with rooms.noting(Deed.GRANT, scope_of("record", grant)) as say:
            say.set("role_grant", grant, "counselor", who)
            say.set("role_grant", grant, "role", role)
    with rooms.noting(Deed.COURT, scope_of("case", cases[1])) as say:
        say.set("case", cases[1], "counselor", "다른 사람")
    seen = desk.petitions.of_group(suspect, COURT)
    assert "2명 가운데 2명이 쓰기로" in seen.words
    assert "보이는 사건만" in seen.words
    assert {one.case for one in seen.rows} == {
        cases[0],
        cases[2],
    }  # not even who agreed


def test_nothing_of_a_group_is_shown_while_one_of_them_sits_here(desk):
    cases, suspect = group(desk)
    desk.consents.decide(cases[0], {"RECORD": "AGREED"})
    desk.interviews.begin(cases[0], "intake")
    with pytest.raises(NotThisStep):
        desk.petitions.of_group(suspect, COURT)


def test_courts_of_the_case_are_offered_until_she_was_asked_for_them(desk, case):
    suspect = desk.suspects.add(case, {"nickname": "별명"})
    desk.trials.begin(case, suspect, "2099고합7", {"court": COURT})
    desk.giving.decide(case, "COURT", "COURT", f" {COURT} ", "AGREED")
    desk.giving.decide(case, "COURT", "COURT", "다른 법원", "AGREED")
    seen = desk.petitions.view(case)
    assert [(one.court, one.case_number) for one in seen.courts] == [(COURT, "2099고합7"), ("다른 법원", "")]  # fmt: skip
    made = desk.petitions.ask(case, COURT)
    desk.petitions.said(made, "DECLINED")
    seen = desk.petitions.view(case)
    assert ([one.court for one in seen.courts], seen.apart) == (["다른 법원"], ())
    assert seen.rows == desk.petitions.of_case(case)


def test_a_court_to_which_her_case_does_not_go_is_named_only_while_she_writes(desk, case):  # fmt: skip
    made = desk.petitions.ask(case, COURT)
    assert desk.petitions.view(case).apart == (COURT,)
    desk.petitions.said(made, "WITHDRAWN")
    assert desk.petitions.view(case).apart == ()


def test_what_she_said_is_not_removed_and_a_mistake_is(desk, case):
    made = desk.petitions.ask(case, COURT)
    desk.petitions.remove(made)
    assert desk.petitions.of_case(case) == ()
    assert desk.petitions.ask(case, COURT) == made
    assert [one.state for one in desk.petitions.of_case(case)] == ["ASKED"]
    desk.petitions.said(made, "DECLINED")
    for _ in range(2):
        with pytest.raises(NotThisStep):
            desk.petitions.remove(made)
        desk.petitions.ask(case, COURT, again=True)


def test_what_may_be_noted_next_follows_from_how_it_stands(desk, case):
    made = desk.petitions.ask(case, COURT)
    for step, follows in (
        (None, ("AGREED", "DECLINED", "RECEIVED", "WITHDRAWN")),
        (lambda: desk.petitions.received(made, 1), ("RECEIVED", "FILED", "WITHDRAWN")),
        (lambda: desk.petitions.filed(made), ("WITHDRAWN",)),
        (lambda: desk.petitions.said(made, "WITHDRAWN"), ("AGREED", "RECEIVED")),
    ):
        if step:
            step()
        assert desk.petitions.of_case(case)[0].may_follow == follows


def test_a_group_says_of_how_many_it_lies_here_or_with_the_court(desk):
    cases, suspect = group(desk)
    made = [desk.petitions.ask(case, COURT) for case in cases]
    assert "받" not in desk.petitions.of_group(suspect, COURT).words
    desk.petitions.received(made[0], 1)
    assert "1명의 탄원서를 받아 두었습니다" in desk.petitions.of_group(suspect, COURT).words  # fmt: skip
    desk.petitions.received(made[1], 1)
    desk.petitions.filed(made[1])
    seen = desk.petitions.of_group(suspect, COURT)
    assert "2명의 탄원서를 받았고, 그 가운데 1명의 것을 법원에 냈습니다" in seen.words
    assert all(one.ours for one in seen.rows)


def hearing_in(desk, case, days):
    suspect = desk.suspects.add(case, {"nickname": "별명"})
    trial = desk.trials.begin(case, suspect, "2099고합7", {"court": COURT})
    on = (desk._rooms.clock.today() + dt.timedelta(days)).isoformat()
    desk.trials.record(trial, CourtNote("HEARING", on))
    return on


def due(desk):
    told = desk.today().actions
    return [one for one in told if one.text_id == "next-petition-to-file"]


def test_what_lies_here_is_to_be_filed_two_weeks_before_the_hearing(desk, case):
    made = desk.petitions.ask(case, COURT)
    on = hearing_in(desk, case, 20)
    assert due(desk) == []  # she was only asked: nobody is reminded of that
    desk.petitions.received(made, 1)
    (line,) = due(desk)
    assert line.facts["hearing"] == on
    assert line.due == (dt.date.fromisoformat(on) - dt.timedelta(14)).isoformat()
    desk.petitions.filed(made)
    assert due(desk) == []


def test_a_hearing_that_is_near_is_never_called_late(desk, case):
    desk.petitions.received(desk.petitions.ask(case, COURT), 1)
    on = hearing_in(desk, case, 5)
    (line,) = due(desk)
    assert line.due == on


@pytest.mark.parametrize("days", [-1, 60])
def test_a_hearing_long_ahead_or_over_reminds_of_nothing(desk, case, days):
    desk.petitions.received(desk.petitions.ask(case, COURT), 1)
    hearing_in(desk, case, days)
    assert due(desk) == []


def test_the_central_desk_learns_how_it_stands_and_not_what_was_said(desk, tmp_path):
    central = a_desk(tmp_path / "c0", role="central", code="C0")
    try:
        introduce(desk, central)
        case = agreed(desk, "RECORD", "CENTRAL")
        made = desk.petitions.ask(case, COURT, "2099고합7")
        desk.petitions.said(made, "AGREED", "HAND", "조용한 방에서 쓰고 싶어 하심")
        sealed, stick = desk.exchange.make(desk.exchange.plan("C0"), QUIET), tmp_path / "stick"  # fmt: skip
        stick.mkdir()
        desk.exchange.deliver(sealed, stick, QUIET)
        central.exchange.receive(stick, QUIET)
        row = central._rooms.register.get("petition", made)
        assert (row["state"], row["way"], row["court"]) == ("AGREED", "HAND", COURT)
        assert (row["remark"], row["case_number"]) == (None, None)
        seen = central.petitions.view(case)
        assert (seen.ours, seen.courts, seen.rows[0].may_follow) == (False, (), ())
        assert seen.rows[0].state == "AGREED"
    finally:
        central.close()


def test_where_a_case_went_over_the_petition_goes_on_there(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    town = desks(tmp_path, "IC", "SL", "C0")
    with closing(*town.values()):
        incheon, seoul = town["IC"], town["SL"]
        case = agreed(incheon, "RECORD", "CENTER")
        made = incheon.petitions.ask(case, COURT)
        incheon.petitions.received(made, 1)
        hearing_in(incheon, case, 20)
        assert len(due(incheon)) == 1
        handover = incheon.handovers.offer(case, "SL", "MOVED")
        carry(incheon, seoul, stick)
        seoul.handovers.take(handover)
        carry(seoul, incheon, stick)
        assert (incheon.petitions.view(case).ours, due(incheon)) == (False, [])
        assert seoul.petitions.view(case).ours
        assert len(due(seoul)) == 1
        seoul.petitions.filed(made)
        assert seoul.petitions.of_case(case)[0].state == "FILED"


def test_an_emergency_is_for_looking(desk, case):
    made = desk.petitions.ask(case, COURT)
    desk.settings.set("own_cases_only", True)
    rooms = desk._rooms
    with rooms.noting(Deed.COURT, scope_of("case", case)) as say:
        say.set("case", case, "counselor", "다른 사람")
    for who, role in (("다른 사람", "SUPERVISOR"), ("박상담", "COUNSELOR")):
        grant = new_id(rooms.clock.wall())
        with rooms.noting(Deed.GRANT, scope_of("record", grant)) as say:
            say.set("role_grant", grant, "counselor", who)
            say.set("role_grant", grant, "role", role)
    with pytest.raises(NotYours):
        desk.petitions.view(case)
    desk.roles.break_glass(case, "EMERGENCY", "전화로 생명이 위험하다고 함")
    seen = desk.petitions.view(case)
    assert (seen.ours, seen.rows[0].state, seen.rows[0].may_follow) == (False, "ASKED", ())  # fmt: skip
    with pytest.raises(NotYours):
        desk.petitions.said(made, "AGREED")
