import pytest

from intake.desk import CaseQuery
from intake.desk import workspace as opening
from intake.desk.lines import names_of_centers
from intake.desk.people import victim_of
from intake.errors import (
    ConsentMissing,
    HandedOver,
    InvalidInput,
    NotEnrolled,
    NotThisStep,
    NotYours,
)
from intake.exchange import withdrawn as asked_back
from intake.ledger import Deed
from tests.centers_at_hand import (
    QUIET,
    carry,
    closing,
    desks,
    lose,
    second_laptop,
    send,
)
from tests.desks_at_hand import agreed, introduce
from tests.vaults_at_hand import PASSPHRASE, POLICY


@pytest.fixture
def town(tmp_path):
    opened = desks(tmp_path, "IC", "SL", "C0")
    with closing(*opened.values()):
        yield opened


def a_case(desk, *purposes):
    case = agreed(desk, "RECORD", *purposes)
    desk.records.change("person", victim_of(case), {"phone": "010-0000-1234"})
    desk.records.add("suspect", case, {"nickname": "밤달"})
    desk.records.add("note", case, {"text": "어머니와 통화함"})
    return case


def offered(town, stick, *purposes):
    """A case of Incheon that lies at Seoul, offered."""
    case = a_case(town["IC"], "CENTER", *purposes)
    handover = town["IC"].handovers.offer(case, "SL", "MOVED")
    carry(town["IC"], town["SL"], stick)
    return case, handover


def taken(town, stick, *purposes):
    case, handover = offered(town, stick, *purposes)
    town["SL"].handovers.take(handover)
    carry(town["SL"], town["IC"], stick)
    return case, handover


def states(desk):
    return [one.state for one in desk.handovers.listing()]


# --- within a center -----------------------------------------------------------------


def test_a_case_goes_to_a_colleague_and_the_record_says_from_whom(desk):
    case = a_case(desk)
    desk.handovers.assign(case, "이동료", "STAFF")
    (line,) = desk.handovers.of_case(case)
    assert desk.records.get("case", case)["counselor"] == "이동료"
    assert (line.from_counselor, line.to_counselor) == ("박상담", "이동료")
    assert (line.state, line.incoming) == ("TAKEN", False)
    assert line.reason_label == "담당 변경"


@pytest.mark.parametrize(
    ("name", "reason"), [("  ", "STAFF"), ("박상담", "STAFF"), ("이동료", "그냥")]
)
def test_nobody_the_same_and_an_unknown_reason_are_refused(desk, name, reason):
    case = a_case(desk)
    with pytest.raises(InvalidInput):
        desk.handovers.assign(case, name, reason)
    assert desk.handovers.listing() == ()


def test_the_other_laptop_hears_of_it(desk, tmp_path, stick):
    case = a_case(desk)
    with closing(second := second_laptop(desk, tmp_path / "ic2")):
        desk.handovers.assign(case, "김상담", "STAFF")
        carry(desk, second, stick)
        assert second.records.get("case", case)["counselor"] == "김상담"
        assert second.cases.first(CaseQuery(filter="mine"), 5)[0].id == case
        assert [one.to_counselor for one in second.handovers.listing()] == ["김상담"]


def test_two_laptops_that_give_it_to_two_people_differ_and_a_person_settles(
    desk, tmp_path, stick
):
    case = a_case(desk)
    with closing(second := second_laptop(desk, tmp_path / "ic2")):
        carry(desk, second, stick)
        desk.handovers.assign(case, "이동료", "STAFF")
        second.handovers.assign(case, "정동료", "STAFF")
        carry(desk, second, stick)
        (line,) = second.conflicts.of_case(case)
        assert {side.text for side in line.sides} == {"이동료", "정동료"}


def test_who_sees_her_own_cases_only_gives_away_none_but_hers(tmp_path, keyring, desk):
    case = a_case(desk)
    hers = "조용한 아침 산길의 돌"
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, hers)
    desk.settings.set("own_cases_only", True)
    desk.close()
    seen = opening.open_(tmp_path / "ic", hers, QUIET, keyring=keyring, policy=POLICY)
    with closing(seen), pytest.raises(NotYours):
        seen.handovers.assign(case, "이동료", "STAFF")


# --- offering ------------------------------------------------------------------------------


def test_without_her_consent_nothing_is_offered(town):
    case = a_case(town["IC"])
    with pytest.raises(ConsentMissing) as refused:
        town["IC"].handovers.offer(case, "SL", "MOVED")
    assert refused.value.facts["purpose"] == "CENTER"
    assert town["IC"].handovers.listing() == ()


def test_a_child_under_14_goes_nowhere_without_a_guardian(town):
    case = a_case(town["IC"], "CENTER")
    town["IC"].records.change("person", victim_of(case), {"age": 12})
    with pytest.raises(ConsentMissing) as refused:
        town["IC"].handovers.offer(case, "SL", "MOVED")
    assert refused.value.facts["purpose"] == "GUARDIAN"
    town["IC"].minors.guardian(case, "PHONE", name="보호자")
    assert town["IC"].handovers.offer(case, "SL", "MOVED")


def test_a_child_whose_guardian_takes_it_back_after_the_offer_stays(town, stick):
    case = a_case(town["IC"], "CENTER")
    town["IC"].handovers.offer(case, "SL", "MOVED")
    town["IC"].records.change("person", victim_of(case), {"age": 12})
    plan = town["IC"].exchange.plan("SL")
    assert plan.goes == ()
    assert "plan-guardian-missing" in {one.why_text_id for one in plan.stays}


def test_only_a_center_whose_keys_were_compared_is_offered_to(town):
    case = a_case(town["IC"], "CENTER")
    for nobody in ("BS", "C0"):
        with pytest.raises(NotEnrolled):
            town["IC"].handovers.offer(case, nobody, "MOVED")
    with pytest.raises(InvalidInput):
        town["IC"].handovers.offer(case, "IC", "MOVED")


def test_the_whole_case_travels_and_no_other_does(town, stick):
    other = a_case(town["IC"], "CENTER", "CENTRAL")
    case, handover = offered(town, stick)
    sl = town["SL"]
    assert [line.id for line in sl.cases.first(CaseQuery(), 9)] == [case]
    assert sl.cases.line(case).alias == "하늘"
    assert sl.records.get("person", victim_of(case))["phone"] == "010-0000-1234"
    assert sl.search("밤달")
    assert sl.records.list("note", case)[0]["text"] == "어머니와 통화함"
    (line,) = sl.handovers.listing()
    assert (line.id, line.state, line.incoming) == (handover, "OFFERED", True)
    assert sl._rooms.register.get("case", other) is None


def test_what_she_asked_to_keep_back_stays_and_it_is_said(town, stick):
    case = a_case(town["IC"], "CENTER")
    town["IC"].giving.withhold(case, "어머니 이야기", "다른 센터")
    assert "handover-stays-kept-back" in town["IC"].handovers.stays(case)
    town["IC"].handovers.offer(case, "SL", "MOVED")
    carry(town["IC"], town["SL"], stick)
    assert town["SL"].cases.line(case).alias == "하늘"
    assert all(not one["text"] for one in town["SL"].records.list("note", case))


def test_offered_it_is_to_be_read_and_not_yet_written(town, stick):
    case, _ = offered(town, stick)
    due = [one.case for one in town["SL"].today().actions if one.text_id == "next-handover-offered"]  # fmt: skip
    assert due == [case]
    with pytest.raises(HandedOver):
        town["SL"].records.add("note", case, {"text": "아직"})
    with pytest.raises(HandedOver):
        town["SL"].cases.rename(case, "다른 이름")


def test_offered_twice_is_once_and_never_to_two_centers(town, tmp_path, stick):
    case, handover = offered(town, stick)
    assert town["IC"].handovers.offer(case, "SL", "WISH") == handover
    third = desks(tmp_path / "more", "BS")["BS"]
    with closing(third):
        town["IC"].keys.accept_enrolment(third.keys.enrolment().data)
        third.keys.accept_enrolment(town["IC"].keys.enrolment().data)
        with pytest.raises(NotThisStep):
            town["IC"].handovers.offer(case, "BS", "MOVED")
        assert town["IC"].exchange.plan("BS").goes == ()
        send(town["IC"], "BS", stick)
        third.exchange.receive(stick, QUIET)
        assert third.cases.first(CaseQuery(), 5) == ()
        # taken back, it has left already: nobody else gets it before Seoul has let go
        town["IC"].handovers.take_back(handover)
        with pytest.raises(NotThisStep):
            town["IC"].handovers.offer(case, "BS", "MOVED")
        town["SL"].handovers.decline(handover)
        carry(town["SL"], town["IC"], stick)
        assert town["IC"].handovers.offer(case, "BS", "MOVED")


# --- taking -------------------------------------------------------------------------------------


def test_taken_the_other_center_goes_on_and_here_is_a_copy_to_read(town, stick):
    case, _ = taken(town, stick)
    ic, sl = town["IC"], town["SL"]
    assert states(ic) == states(sl) == ["TAKEN"]
    sl.records.add("note", case, {"text": "서울에서 이어서 적음"})
    row = sl.records.get("case", case)
    assert (row["owner"], row["counselor"], row["center"]) == ("SL", "SL 상담", "IC")
    carry(sl, ic, stick)
    assert len(ic.records.list("note", case)) == 1
    assert ic.cases.line(case).stage_text_id == "case-state-handed_over"
    assert sl.cases.line(case).stage_text_id != "case-state-handed_over"
    with pytest.raises(HandedOver):
        ic.records.add("note", case, {"text": "늦은 말"})
    with pytest.raises(HandedOver):
        ic.consents.withdraw(case, "RECORD")
    with pytest.raises(HandedOver):  # nor is the last step taken back
        ic.undo.undo()
    (line,) = ic.handovers.listing()
    assert (line.to_counselor, line.incoming) == ("SL 상담", False)


def test_its_tasks_are_due_at_the_center_that_has_it_and_nowhere_else(town, stick):
    ic, sl = town["IC"], town["SL"]
    case = a_case(ic, "CENTER")
    ic.tasks.add(case, "전화 드리기", ic._rooms.clock.today().isoformat())
    assert due(ic, case) == ["next-task"]
    handover = ic.handovers.offer(case, "SL", "MOVED")
    carry(ic, sl, stick)
    assert due(sl, case) == ["next-handover-offered"]
    sl.handovers.take(handover)
    carry(sl, ic, stick)
    assert due(sl, case) == ["next-task"]
    assert due(ic, case) == []


def test_what_is_to_be_sent_is_asked_of_who_speaks_for_a_case_now(town, stick):
    ic, sl = town["IC"], town["SL"]
    case, _ = offered(town, stick)
    assert (to_send(ic), to_send(sl)) == ({case}, set())
    handover = sl.handovers.listing()[0].id
    sl.handovers.take(handover)
    carry(sl, ic, stick)
    sl.records.add("note", case, {"text": "서울에서"})
    assert (to_send(ic), to_send(sl)) == (set(), {case})
    other = a_case(sl)  # whose it is, no field of it says
    with sl._rooms.about_case(Deed.CHANGE, other) as say:
        say.set("case", other, "center", "ZZ")
    assert to_send(sl) == {case, other}


def test_while_somebody_of_a_case_taken_over_sits_here_the_picture_is_quiet(
    town, stick
):
    case, _ = taken(town, stick)
    sl = town["SL"]
    (suspect,) = (row.id for row in sl.records.list("suspect", case))
    assert not sl.graph.around(suspect).quiet
    sl.interviews.begin(case, "intake")
    assert sl.graph.around(suspect).quiet


def to_send(desk):
    desk._rooms.vault.keep_fact("sent/until", "0")
    found = {line.id for line in desk.cases.first(CaseQuery(filter="to_send"), 9)}
    assert desk.today().waiting_to_send == len(found)
    return found


def due(desk, case):
    return [one.text_id for one in desk.today().actions if one.case == case]


def test_taking_twice_and_declining_after_do_not_follow(town, stick):
    _, handover = taken(town, stick)
    for verb in (town["SL"].handovers.take, town["SL"].handovers.decline):
        with pytest.raises(NotThisStep):
            verb(handover)
    with pytest.raises(NotThisStep):
        town["IC"].handovers.take_back(handover)


def test_taken_it_goes_back_and_there_again_each_time_with_its_answer(town, stick):
    ic, sl, c0 = town["IC"], town["SL"], town["C0"]
    case, first = taken(town, stick, "CENTRAL")
    sl.records.add("note", case, {"text": "서울에서"})
    back = sl.handovers.offer(case, "IC", "WISH")
    assert back != first
    with pytest.raises(HandedOver):
        ic.handovers.offer(case, "SL", "MOVED")
    carry(sl, ic, stick)
    assert texts(ic, case) == {"어머니와 통화함", "서울에서"}
    with pytest.raises(HandedOver):
        ic.records.add("note", case, {"text": "아직"})
    ic.handovers.take(back)
    ic.records.add("note", case, {"text": "다시 인천에서"})
    carry(ic, sl, stick)
    with pytest.raises(HandedOver):
        sl.records.add("note", case, {"text": "늦은 말"})
    assert texts(sl, case) == {"어머니와 통화함", "서울에서"}
    assert withdrawn(sl) == ()  # its copy stays to be read
    again = ic.handovers.offer(case, "SL", "MOVED")
    assert again not in {first, back}
    carry(ic, sl, stick)
    sl.handovers.decline(again)
    carry(sl, ic, stick)
    third = ic.handovers.offer(case, "SL", "MOVED")
    assert len({first, back, again, third}) == 4
    carry(ic, sl, stick)
    sl.handovers.take(third)
    carry(sl, ic, stick)
    carry(sl, c0, stick)
    for desk in (ic, sl, c0):
        assert sorted(states(desk)) == ["DECLINED", "TAKEN", "TAKEN", "TAKEN"]
        told = {"어머니와 통화함", "서울에서", "다시 인천에서"}
        assert texts(desk, case) == (set() if desk is c0 else told)
        assert desk._rooms.ledger.verify(QUIET).ok
    assert c0.records.get("case", case)["owner"] == "SL"


def texts(desk, case):
    return {row["text"] for row in desk.records.list("note", case)}


def test_a_third_center_gets_what_both_before_it_wrote(town, tmp_path, stick):
    ic, sl, c0 = town["IC"], town["SL"], town["C0"]
    with closing(bs := desks(tmp_path / "more", "BS")["BS"]):
        for other in (sl, c0):
            introduce(bs, other)
        case, _ = taken(town, stick)
        sl.records.add("note", case, {"text": "서울에서"})
        on = sl.handovers.offer(case, "BS", "MOVED")
        send(sl, "BS", stick)
        bs.exchange.receive(stick, QUIET)
        # nobody there compared keys with Incheon: it is said, and what is left out comes later
        (came,) = bs.exchange.received()
        assert came.state_text_id == "received-partly"
        assert came.reason_text_id == "err-strangers"
        assert came.facts == {"center": "IC"}
        assert "IC" in bs._rooms.texts("err-strangers", center="IC")
        introduce(bs, ic)
        bs.exchange.receive(stick, QUIET)
        assert texts(bs, case) == {"어머니와 통화함", "서울에서"}
        assert bs.cases.line(case).alias == "하늘"
        sl.exchange.receive(stick, QUIET)
        bs.handovers.take(on)
        bs.records.add("note", case, {"text": "부산에서"})
        carry(bs, sl, stick)
        assert states(sl) == ["TAKEN", "TAKEN"]
        with pytest.raises(HandedOver):
            sl.records.add("note", case, {"text": "늦은 말"})


def test_the_central_desk_hears_all_of_it_from_the_new_center_alone(town, stick):
    ic, sl, c0 = town["IC"], town["SL"], town["C0"]
    case, _ = taken(town, stick, "CENTRAL")
    sl.records.add("suspect", case, {"nickname": "새별"})
    carry(sl, c0, stick)
    assert {row["nickname"] for row in c0.records.list("suspect", case)} == {"밤달", "새별"}  # fmt: skip
    assert c0.cases.line(case).number == ic.cases.line(case).number
    assert c0.records.get("case", case)["owner"] == "SL"
    assert not send(sl, "C0", stick)  # the receipt covers it
    carry(ic, c0, stick)
    assert c0._rooms.ledger.set_aside() == ()


def test_only_the_center_it_was_offered_to_takes_and_only_the_giver_takes_back(
    town, stick
):
    _, handover = offered(town, stick)
    with pytest.raises(NotYours):
        town["IC"].handovers.take(handover)
    with pytest.raises(NotYours):
        town["SL"].handovers.take_back(handover)


def test_declined_it_stays_where_it_was_and_the_copy_is_asked_back(town, stick):
    case, handover = offered(town, stick)
    town["SL"].handovers.decline(handover)
    carry(town["SL"], town["IC"], stick)
    assert states(town["IC"]) == ["DECLINED"]
    town["IC"].records.add("note", case, {"text": "계속"})
    carry(town["IC"], town["SL"], stick)
    assert town["SL"].records.list("note", case)[1:] == ()
    assert [one.scope for one in withdrawn(town["SL"])] == [f"case/{case}"]


def test_taken_back_before_it_was_taken_it_is_taken_by_nobody(town, stick):
    case, handover = offered(town, stick)
    town["IC"].handovers.take_back(handover)
    carry(town["IC"], town["SL"], stick)
    assert [one.scope for one in withdrawn(town["SL"])] == [f"case/{case}"]
    with pytest.raises((NotThisStep, ConsentMissing)):
        town["SL"].handovers.take(handover)


def test_where_it_was_taken_before_the_taking_back_was_heard_the_taker_has_it(
    town, stick
):
    """Which came first only the two know, and one of them may lie: what decides is the answer."""
    case, handover = offered(town, stick, "CENTRAL")
    town["SL"].handovers.take(handover)
    town["IC"].handovers.take_back(handover)  # it has not heard
    town["IC"].records.add("note", case, {"text": "모르고 적은 말"})
    carry(town["IC"], town["C0"], stick)
    carry(town["SL"], town["IC"], stick)
    carry(town["SL"], town["C0"], stick)
    for desk in town.values():
        assert states(desk) == ["TAKEN"]
    with pytest.raises(HandedOver):
        town["IC"].records.add("note", case, {"text": "늦은 말"})
    assert town["C0"].records.get("case", case)["owner"] == "SL"


def test_her_consent_taken_back_stops_the_taking(town, stick):
    case, handover = offered(town, stick)
    town["IC"].consents.withdraw(case, "CENTER")
    carry(town["IC"], town["SL"], stick)
    with pytest.raises(ConsentMissing):
        town["SL"].handovers.take(handover)


def withdrawn(desk):
    return asked_back(desk._rooms.exchange)


# --- the central desk, lost bundles, any order, two laptops ------------------------------------------


def test_the_central_desk_believes_both_until_it_is_taken_then_the_new_one(town, stick):
    ic, sl, c0 = town["IC"], town["SL"], town["C0"]
    case, _ = taken(town, stick, "CENTRAL")
    carry(ic, c0, stick)
    sl.records.add("suspect", case, {"nickname": "새별"})
    carry(sl, c0, stick)
    names = {row["nickname"] for row in c0.records.list("suspect", case)}
    assert names == {"밤달", "새별"}
    assert c0.records.get("case", case)["owner"] == "SL"


def test_the_new_center_s_words_may_reach_the_central_desk_first(town, stick):
    ic, sl, c0 = town["IC"], town["SL"], town["C0"]
    case, _ = taken(town, stick, "CENTRAL")
    sl.records.add("suspect", case, {"nickname": "새별"})
    carry(sl, c0, stick)
    carry(ic, c0, stick)
    names = {row["nickname"] for row in c0.records.list("suspect", case)}
    assert names == {"밤달", "새별"}
    assert c0.records.get("case", case)["owner"] == "SL"


def test_a_lost_bundle_is_made_up_for(town, stick):
    ic, sl = town["IC"], town["SL"]
    case = a_case(ic, "CENTER")
    handover = ic.handovers.offer(case, "SL", "MOVED")
    lose(ic, "SL")
    ic.records.add("note", case, {"text": "둘째 기록"})
    carry(ic, sl, stick)
    assert len(sl.records.list("note", case)) == 2
    sl.handovers.take(handover)
    lose(sl, "IC")
    carry(sl, ic, stick)
    assert states(ic) == ["TAKEN"]


def test_what_was_said_before_the_taking_counts_though_it_comes_after(town, stick):
    ic, sl = town["IC"], town["SL"]
    case, handover = offered(town, stick)
    ic.records.add("note", case, {"text": "길에 있던 말"})
    sl.handovers.take(handover)
    carry(ic, sl, stick)
    assert {one["text"] for one in sl.records.list("note", case)} == {
        "어머니와 통화함",
        "길에 있던 말",
    }


def test_what_the_giver_says_after_the_taking_is_set_aside(town, stick):
    ic, sl = town["IC"], town["SL"]
    case, handover = offered(town, stick)
    sl.handovers.take(handover)
    ic.records.add("note", case, {"text": "모르고 적은 말"})
    carry(ic, sl, stick)
    assert len(sl.records.list("note", case)) == 1
    assert [one.scope for one in sl._rooms.ledger.set_aside()] == [f"case/{case}"]


def test_the_second_laptop_of_the_new_center_goes_on_too(town, tmp_path, stick):
    sl = town["SL"]
    case, handover = offered(town, stick)
    with closing(second := second_laptop(sl, tmp_path / "sl2")):
        carry(sl, second, stick)
        assert second.cases.line(case).alias == "하늘"
        second.handovers.take(handover)
        second.records.add("note", case, {"text": "둘째 노트북에서"})
        carry(second, sl, stick)
        assert len(sl.records.list("note", case)) == 2
        sl.records.add("note", case, {"text": "첫째에서"})
        carry(sl, town["IC"], stick)
        assert states(town["IC"]) == ["TAKEN"]


def test_the_second_laptop_of_the_giving_center_knows_it_too(town, tmp_path, stick):
    ic = town["IC"]
    case, _ = taken(town, stick)
    with closing(second := second_laptop(ic, tmp_path / "ic2")):
        carry(ic, second, stick)
        assert states(second) == ["TAKEN"]
        with pytest.raises(HandedOver):
            second.records.add("note", case, {"text": "늦은 말"})


# --- destroying --------------------------------------------------------------------------------------------


def test_destroyed_at_the_new_center_the_old_copy_and_the_central_one_go_too(
    town, stick
):
    ic, sl, c0 = town["IC"], town["SL"], town["C0"]
    case, _ = taken(town, stick, "CENTRAL")
    carry(ic, c0, stick)
    carry(sl, c0, stick)
    number = sl.cases.line(case).number
    sl.erasing.destroy(case, "whole", "REQUEST", number)
    carry(sl, ic, stick)
    carry(sl, c0, stick)
    for desk in (sl, ic, c0):
        assert desk._rooms.register.get("case", case) is None
        assert desk._rooms.ledger.verify(QUIET).ok
        assert not desk.search("밤달")


def test_destroyed_at_the_third_center_it_is_destroyed_all_the_way_back(
    town, tmp_path, stick
):
    ic, sl = town["IC"], town["SL"]
    with closing(bs := desks(tmp_path / "more", "BS")["BS"]):
        for other in town.values():
            introduce(bs, other)
        case, _ = taken(town, stick)
        on = sl.handovers.offer(case, "BS", "MOVED")
        carry(sl, bs, stick)
        bs.handovers.take(on)
        carry(bs, sl, stick)
        bs.erasing.destroy(case, "whole", "REQUEST", bs.cases.line(case).number)
        carry(bs, sl, stick)
        carry(sl, ic, stick)
        for desk in (bs, sl, ic):
            assert desk._rooms.register.get("case", case) is None
            assert not desk.search("밤달")
            assert desk._rooms.ledger.verify(QUIET).ok
        assert not send(sl, "IC", stick)


def test_the_old_center_destroys_no_case_that_another_goes_on_with(town, stick):
    ic, sl = town["IC"], town["SL"]
    case, _ = taken(town, stick)
    number = ic.cases.line(case).number
    ic.erasing.destroy(case, "whole", "REQUEST", number)
    carry(ic, sl, stick)
    assert ic._rooms.register.get("case", case) is None
    assert sl.cases.line(case).alias == "하늘"
    assert withdrawn(sl) == ()
    sl.records.add("note", case, {"text": "계속"})


def test_a_hold_on_the_old_copy_keeps_it(town, stick):
    ic, sl = town["IC"], town["SL"]
    case = a_case(ic, "CENTER")
    ic.retention.hold(case, "COURT")
    handover = ic.handovers.offer(case, "SL", "MOVED")
    carry(ic, sl, stick)
    sl.handovers.take(handover)
    carry(sl, ic, stick)
    sl.retention.lift(case, "COURT")
    sl.erasing.destroy(case, "whole", "REQUEST", sl.cases.line(case).number)
    carry(sl, ic, stick)
    assert ic.cases.line(case).alias == "하늘"


# --- what centers are called ----------------------------------------------------------------------------------


def test_centers_are_called_by_the_name_they_were_enrolled_with(town, stick):
    _, _ = offered(town, stick)
    (line,) = town["SL"].handovers.listing()
    assert (line.from_name, line.to_name) == ("IC 센터", "SL 센터")
    (due_,) = [one for one in town["SL"].today().actions if one.text_id == "next-handover-offered"]  # fmt: skip
    assert due_.facts["center"] == "IC 센터"
    named = names_of_centers(town["SL"]._rooms)
    assert (named("C0"), named("SL"), named("ZZ"), named("")) == ("C0 센터", "SL 센터", "ZZ", "")  # fmt: skip
