import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.desk import link_notices
from intake.errors import InvalidInput, NotFound
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from tests.centers_at_hand import QUIET, carry, second_laptop
from tests.desks_at_hand import a_desk, introduce
from tests.links_at_hand import (
    as_somebody_else,
    known,
    linked,
    planted,
    taken_back,
)

IN_TOWN = (
    True  # the desks are those of two centers and a central desk that know each other
)


def test_a_link_that_stands_is_told_to_both_centers_once(central, pair):
    one, other = pair
    link = linked(central, one, other)
    assert central.link_notices.tell(link) == 2
    assert central.link_notices.tell(link) == 0
    told = {view.to_center: view for view in central.link_notices.listing()}
    assert set(told) == {"IC", "SL"}
    assert (told["IC"].case, told["IC"].suspect) == (one.case, one.suspect)
    assert (told["IC"].other_center, told["IC"].other_cases) == ("SL", 1)
    assert told["IC"].two_persons
    assert told["IC"].confirmed_on == "2026-11-02"


def test_a_link_that_waits_for_its_second_person_is_told_to_nobody(central, pair):
    link = linked(central, *pair, second="")
    assert central.link_notices.tell(link) == 0
    assert central.link_notices.listing() == ()


def test_the_same_person_twice_is_no_second_person(central, pair):
    link = linked(central, *pair, second="박상담")
    assert central.link_notices.tell(link) == 0


def test_a_center_reads_its_own_case_its_own_clue_and_whom_to_call(
    desk, seoul, central, pair, stick
):
    seoul.link_notices.set_contact("이서울", "02-0000-0000", "desk@seoul.example")
    carry(seoul, central, stick)
    one, _ = pair
    central.link_notices.tell(linked(central, *pair))
    assert central.exchange.plan("IC").notices == 1
    assert central.exchange.plan("IC").goes == central.exchange.plan("IC").stays == ()
    carry(central, desk, stick)
    (notice,) = desk.link_notices.listing()
    assert (notice.case, notice.number) == (one.case, desk.cases.line(one.case).number)
    assert (notice.contact, notice.contact_phone) == ("이서울", "02-0000-0000")
    assert (notice.to_name, notice.other_name) == ("IC 센터", "SL 센터")
    (line,) = notice.lines
    assert (line.record, line.text) == (one.clue, "010-0000-4217")
    assert "010-0000-4217" in line.says
    assert notice.new
    assert desk.link_notices.new() == 1
    assert any(one.text_id == "next-notice-match" for one in desk.today().actions)


def test_a_center_is_told_nothing_of_what_others_are_told(
    desk, seoul, central, pair, stick, tmp_path
):
    busan = a_desk(tmp_path / "bs", code="BS")
    introduce(busan, central)
    known(busan, "010-0000-9999")
    carry(busan, central, stick)
    central.link_notices.tell(linked(central, *pair))
    assert central.exchange.plan("BS").records == 0
    carry(central, desk, stick)
    assert desk._rooms.register.find("link") == ()
    assert {row["to_center"] for row in desk._rooms.register.find("link_notice")} == {"IC"}  # fmt: skip
    assert {row["to_center"] for row in desk._rooms.register.find("notice_line")} == {"IC"}  # fmt: skip
    busan.close()


def test_a_lost_bundle_is_sent_again(desk, central, pair, stick):
    central.link_notices.tell(linked(central, *pair))
    lost = central.exchange.make(central.exchange.plan("IC"), QUIET)
    assert lost.sha
    (view,) = (v for v in central.link_notices.listing() if v.to_center == "IC")
    assert not view.acknowledged
    carry(central, desk, stick)
    assert len(desk.link_notices.listing()) == 1
    (view,) = (v for v in central.link_notices.listing() if v.to_center == "IC")
    assert view.acknowledged
    assert central.exchange.plan("IC").notices == 0


def test_an_answer_travels_back_and_an_objection_reopens_the_link(
    desk, central, pair, stick
):
    link = linked(central, *pair)
    central.link_notices.tell(link)
    carry(central, desk, stick)
    (notice,) = desk.link_notices.listing("NEW")
    desk.link_notices.answer(notice.id, "DISAGREES", "목소리가 다르다고 하십니다")
    assert desk.link_notices.new() == 0
    carry(desk, central, stick)
    view = central.link_notices.get(notice.id)
    assert (view.answer, view.answered_by) == ("DISAGREES", "박상담")
    assert link_notices.objections(central._rooms, link) == ("IC",)
    assert central.link_notices.new() == 1
    (answer,) = central._rooms.register.find("notice_answer")
    assert answer["remark"] is None  # her words stay at her center
    desk.link_notices.answer(notice.id, "AGREES")
    carry(desk, central, stick)
    assert link_notices.objections(central._rooms, link) == ()


def test_from_the_queue_to_the_notice_and_back_into_the_queue(desk, central, stick):
    central.matches.refresh(QUIET)
    (found,) = central.matches.queue()
    link = central.matches.decide(found.id, "SAME", "ACCOUNTS")
    assert central.link_notices.listing() == ()  # one person is not enough
    as_somebody_else(central, "최확인")
    central.matches.second(link, "SAME", "ACCOUNTS")
    assert [one.state for one in central.matches.queue("ALL")] == ["DONE"]
    carry(central, desk, stick)
    (notice,) = desk.link_notices.listing()
    assert {line.text for line in notice.lines} == {"010-0000-4217", "하루"}
    desk.link_notices.answer(notice.id, "DISAGREES")
    carry(desk, central, stick)
    assert [one.state for one in central.matches.queue("ALL")] == ["REOPENED"]
    central.matches.take_back(link, "OTHER_PERSON")
    assert {one.state for one in central.link_notices.listing()} == {"RECALLED"}
    carry(central, desk, stick)
    assert desk.link_notices.get(notice.id).recalled_on


def test_a_recall_reaches_who_had_answered_and_is_acknowledged(
    desk, central, pair, stick
):
    link = linked(central, *pair)
    central.link_notices.tell(link)
    carry(central, desk, stick)
    (notice,) = desk.link_notices.listing()
    desk.link_notices.answer(notice.id, "AGREES")
    carry(desk, central, stick)
    taken_back(central, link)
    assert link_notices.recall(central._rooms, link, "MISTAKE") == 2
    assert link_notices.recall(central._rooms, link, "MISTAKE") == 0
    assert not central.link_notices.get(notice.id).acknowledged
    carry(central, desk, stick)
    view = desk.link_notices.get(notice.id)
    assert (view.state, view.new, view.recall_label) == ("RECALLED", True, "잘못 이음")
    assert any(o.text_id == "next-notice-recalled" for o in desk.today().actions)
    with pytest.raises(InvalidInput):
        desk.link_notices.answer(notice.id, "AGREES")
    desk.link_notices.answer(notice.id, "RECALL_SEEN")
    assert desk.link_notices.new() == 0
    carry(desk, central, stick)
    view = central.link_notices.get(notice.id)
    assert view.acknowledged
    assert view.answer == "RECALL_SEEN"


def test_a_recall_before_delivery_arrives_as_a_recall(desk, central, pair, stick):
    link = linked(central, *pair)
    central.link_notices.tell(link)
    link_notices.recall(central._rooms, link, "MISTAKE")
    taken_back(central, link)
    carry(central, desk, stick)
    (view,) = desk.link_notices.listing()
    assert view.state == "RECALLED"


def test_the_two_laptops_of_a_center_see_the_notice(
    desk, central, pair, stick, tmp_path
):
    second = second_laptop(desk, tmp_path / "next")
    central.link_notices.tell(linked(central, *pair))
    carry(central, desk, stick)
    (notice,) = desk.link_notices.listing()
    (laptop,) = (o.code for o in desk.exchange.addressees() if o.code != "C0")
    carry(desk, second, stick, to=laptop)
    assert second.link_notices.get(notice.id) == notice
    second.link_notices.answer(notice.id, "SEEN")
    assert second.link_notices.new() == 0
    second.close()


def test_a_notice_that_a_center_forges_is_not_heard(desk, seoul, central, pair, stick):
    forged = {
        "to_center": "SL",
        "kind": "MATCH",
        "state": "SENT",
        "about_case": pair[1].case,
        "other_center": "IC",
    }
    record = planted(desk, "link_notice", forged)
    assert desk.link_notices.listing() == ()
    assert desk.exchange.plan("C0").records == 0
    assert central.link_notices.listing() == ()
    with pytest.raises(NotFound):
        central.link_notices.get(record)
    assert central.exchange.plan("SL").notices == 0
    assert seoul.link_notices.listing() == ()


def test_only_the_center_itself_answers_for_it(desk, seoul, central, pair, stick):
    central.link_notices.tell(linked(central, *pair))
    carry(central, desk, stick)
    (notice,) = desk.link_notices.listing()
    record = new_id(1_790_000_000_000)
    with seoul._rooms.saying(Deed.ANSWER_NOTICE, scope_of("record", record)) as say:
        say.set("notice_answer", record, "notice", notice.id)
        say.set("notice_answer", record, "answer", "DISAGREES")
        say.set("notice_answer", record, "center", "IC")
    carry(seoul, central, stick)
    assert central.link_notices.get(notice.id).answer == ""
    with pytest.raises(NotFound):
        central.link_notices.answer(notice.id, "SEEN")


def test_who_was_told_hears_again_only_of_a_new_center(
    desk, seoul, central, pair, stick, tmp_path
):
    one, other = pair
    busan = a_desk(tmp_path / "bs", code="BS")
    introduce(busan, central)
    third = known(busan)
    again = known(seoul)
    carry(busan, central, stick)
    carry(seoul, central, stick)
    assert central.link_notices.tell(linked(central, one, other)) == 2
    assert central.link_notices.tell(linked(central, one, again)) == 1
    assert central.link_notices.tell(linked(central, other, third)) == 3
    told = central.link_notices.listing()
    new = [v for v in told if v.to_center == "IC"]
    assert sorted(v.other_center for v in new) == ["BS", "SL"]
    assert {v.other_center for v in told if v.to_center == "BS"} == {"SL"}
    busan.close()


def test_what_holds_by_another_link_is_told_anew_after_a_recall(
    desk, seoul, central, stick, pair
):
    one, other = pair
    first, second = linked(central, one, other), linked(central, one, other)
    central.link_notices.tell(first)
    taken_back(central, first)
    assert link_notices.recall(central._rooms, first, "MISTAKE") == 2
    standing = [v for v in central.link_notices.listing() if v.state == "SENT"]
    assert {v.link for v in standing} == {second}
    assert {v.to_center for v in standing} == {"IC", "SL"}


def test_a_withdrawn_case_takes_its_notices_back(desk, seoul, central, pair, stick):
    one, other = pair
    central.link_notices.tell(linked(central, one, other))
    carry(central, desk, stick)
    carry(central, seoul, stick)
    desk.consents.withdraw(one.case, "CENTRAL")
    carry(desk, central, stick)
    assert {v.state for v in central.link_notices.listing()} == {"RECALLED"}
    carry(central, seoul, stick)
    (view,) = seoul.link_notices.listing()
    assert (view.state, view.recall_label) == ("RECALLED", "사건이 빠짐")


def test_a_center_s_own_link_goes_with_the_consent_of_both_cases(desk, central, stick):
    one, other, kept = known(desk), known(desk), known(desk, "010-0000-4217", "RECORD")
    open_, hidden = (linked(desk, one, x, second="", reason_words="목소리") for x in (other, kept))  # fmt: skip
    carry(desk, central, stick)
    (found,) = central._rooms.register.find("link")
    assert (found.id, found["reason_words"]) == (open_, None)
    assert central._rooms.register.get("link", hidden) is None
    (line,) = central._rooms.register.find("link_line")
    assert line["link"] == open_


def test_a_center_s_link_about_another_s_case_does_not_count(
    desk, seoul, central, pair, stick
):
    linked(desk, *pair)
    assert desk.exchange.plan("C0").records == 0
    assert link_notices.settle(central._rooms, QUIET) == 0
    assert central.link_notices.listing() == ()


def test_a_case_that_its_center_joined_later_is_told_of_too(
    desk, seoul, central, pair, stick
):
    one, other = pair
    central.link_notices.tell(linked(central, one, other))
    more = known(desk)
    linked(desk, one, more, second="")
    carry(desk, central, stick)
    about = {v.case for v in central.link_notices.listing() if v.to_center == "IC"}
    assert about == {one.case, more.case}


def test_a_contact_is_a_desk_s_name_and_number(desk):
    desk.link_notices.set_contact("박상담", "032-000-0000")
    assert desk.link_notices.contact()["phone"] == "032-000-0000"
    with pytest.raises(InvalidInput):
        desk.link_notices.set_contact("  ")


def test_a_destroyed_case_takes_its_notices_back_and_the_rest_still_holds(
    desk, seoul, central, pair, stick
):
    one, other = pair
    more = known(desk)
    carry(desk, central, stick)
    central.link_notices.tell(linked(central, one, other))
    central.link_notices.tell(linked(central, other, more))
    before = central.profiles.view(other.suspect)
    number = desk.cases.header(one.case).number
    desk.erasing.destroy(one.case, "whole", "REQUEST", number, QUIET)
    carry(desk, central, stick)
    standing = {v.case: v.other_center for v in central.link_notices.listing("SENT")}
    assert standing == {other.case: "IC", more.case: "SL"}
    (recalled,) = central.link_notices.listing("RECALLED")
    assert (recalled.case, recalled.to_center) == (one.case, "IC")
    after = central.profiles.view(other.suspect)
    assert (before.confirmed_victims, after.confirmed_victims) == (3, 2)
    (sentence,) = after.left
    assert "파기" in sentence
    assert central.profiles.view(one.suspect).line == after.line


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.permutations([(0, 1), (1, 2), (2, 3)]))
def test_everybody_is_told_whatever_the_order_of_decisions(central, order):
    centers = ("IC", "SL", "BS", "IC")
    people = [known(central) for _ in centers]
    with central._rooms.vault.writing() as db:
        for one, center in zip(people, centers, strict=True):
            scope = scope_of("case", one.case)
            db.execute("update scope set owner = ? where scope = ?", (center, scope))
    links = [linked(central, people[a], people[b]) for a, b in order]
    for link in links:
        central.link_notices.tell(link)
    told = [v for v in central.link_notices.listing() if v.link in links]
    assert {v.case for v in told} == {one.case for one in people}
    assert all(v.to_center != v.other_center for v in told)
    by_link = [(v.to_center, v.link, v.case) for v in told]
    assert len(by_link) == len(set(by_link))
    assert link_notices.settle(central._rooms, QUIET) == 0
    for link in links:
        taken_back(central, link)
        link_notices.recall(central._rooms, link, "MISTAKE")
    standing = [v for v in central.link_notices.listing("SENT") if v.link in links]
    assert standing == []


# --- pages and counts -------------------------------------------------------------------


ANSWERS = ("", "SEEN", "DISAGREES", "AGREES", "RECALL_SEEN")


def many(central, pair, count):
    """Notices of every state, on few days, some for nobody here."""
    told = []
    for at in range(count):
        said = {"to_center": ("IC", "SL")[at % 2], "other_center": "BS", "kind": "MATCH", "state": ("SENT", "RECALLED")[at // 2 % 2], "about_case": pair[at % 2].case, "said_on": f"2026-11-0{1 + at % 3}"}  # fmt: skip
        if at % 5 == 0:
            said |= {"kind": "REPLY", "request": new_id(at // 10), "reply": "LATER"}
        told.append(planted(central, "link_notice", said))
    return told


def answered(desk, told):
    """Answers by a center, and by one that was told nothing."""
    rooms = desk._rooms
    for at, notice in enumerate(told):
        for answer in filter(None, (ANSWERS[at % 5], ANSWERS[at // 5 % 5])):
            record = new_id(rooms.clock.wall())
            with rooms.saying(Deed.MERGE, scope_of("record", record)) as say:
                say.set("notice_answer", record, "notice", notice)
                say.set("notice_answer", record, "answer", answer)


def test_pages_and_counts_say_what_every_notice_says_of_itself(
    desk, central, pair, stick
):
    told = many(central, pair, 60)
    carry(central, desk, stick)
    answered(desk, told)
    carry(desk, central, stick)
    for notice in told[::3]:  # the desk takes back what rests on no link
        planted(central, "link_notice", {"state": "SENT"}, notice)
    forged = planted(desk, "link_notice", {"to_center": "IC", "kind": "MATCH", "state": "SENT"})  # fmt: skip
    for one, own in ((desk, told[::2]), (central, told)):
        noun = one.link_notices
        views = [noun.get(notice) for notice in own]
        views.sort(key=lambda view: (view.said_on, view.id), reverse=True)
        wanted = {
            "ALL": views,
            "NEW": [view for view in views if view.new],
            "ANSWERED": [view for view in views if view.answer],
            "SENT": [view for view in views if view.state == "SENT"],
            "RECALLED": [view for view in views if view.state == "RECALLED"],
        }
        assert wanted["NEW"]
        assert noun.counts() == {state: len(found) for state, found in wanted.items()}
        assert noun.new() == len(wanted["NEW"])
        for state, found in wanted.items():
            assert list(noun.listing(state)) == found
            assert list(paged(noun, state)) == found
        with pytest.raises(NotFound):
            noun.listing(after=new_id(1))
        with pytest.raises(NotFound):
            noun.listing(after="아무것")
        assert noun.listing(limit=0) == ()
    assert forged not in {view.id for view in desk.link_notices.listing()}


def paged(noun, state):
    after = ""
    while page := noun.listing(state, 7, after):
        yield from page
        after = page[-1].id
