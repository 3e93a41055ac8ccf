import pytest

from intake.desk.joint_standing import answer_id
from intake.desk.people import victim_of
from intake.errors import (
    ConsentMissing,
    HandedOver,
    InvalidInput,
    NotThisStep,
    NotYours,
)
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.register import SCHEMA
from tests.centers_at_hand import (
    QUIET,
    carry,
    closing,
    desks,
    lose,
    second_laptop,
)
from tests.desks_at_hand import agreed
from tests.scenes import scene

ALL = ("RECORD", "CENTRAL", "CENTER")


def linked(desk, entity, said, record=""):
    """Say a record in its own link scope, as the central desk does."""
    rooms = desk._rooms
    record = record or new_id(rooms.clock.wall())
    with rooms.saying(Deed.LINK, scope_of("link", record)) as say:
        for name, value in said.items():
            say.set(entity, record, name, value)
    return record


class Story:
    """Two centers of which the central desk linked two suspects; what was told is told again."""

    TOLD = ("case", "other", "one", "two", "link", "notice")

    def __init__(self, town, stick, **told):
        self.ic, self.sl, self.c0 = (town[code] for code in ("IC", "SL", "C0"))
        self.stick = stick
        if told:
            vars(self).update(told)
        else:
            self._begin()

    def _begin(self):
        self.case, self.other = agreed(self.ic, *ALL), agreed(self.sl, *ALL)
        self.one = self.ic.records.add("suspect", self.case, {"nickname": "밤달"})
        self.two = self.sl.records.add("suspect", self.other, {"nickname": "밤달"})
        self.carry(self.ic, self.c0)
        self.carry(self.sl, self.c0)
        said = {"kind": "same_person", "one": self.one, "one_case": self.case}
        said |= {"other": self.two, "other_case": self.other, "decision": "SAME"}
        said |= {"decided_by": "가", "second": "SAME", "second_by": "나"}
        self.link = linked(self.c0, "link", said)
        self.notice = linked(self.c0, "link_notice", self.match("IC"))
        self.carry(self.c0, self.ic)

    def match(self, center):
        mine = center == "IC"
        return {
            "to_center": center,
            "kind": "MATCH",
            "state": "SENT",
            "link": self.link,
            "about_case": self.case if mine else self.other,
            "about": self.one if mine else self.two,
            "other_center": "SL" if mine else "IC",
        }

    def carry(self, one, other):
        carry(one, other, self.stick)

    def forward(self):
        return self.c0.joint.forward(QUIET)

    def asked(self, wanted="COURT"):
        """A request of Incheon that has reached Seoul; returns both records."""
        request = self.ic.joint.ask(self.notice, wanted, "어머니가 원하십니다")
        self.carry(self.ic, self.c0)
        self.forward()
        self.carry(self.c0, self.sl)
        return request, self.told(self.sl, "REQUEST")[0].id

    def answered(self, reply="AGREED", wanted="COURT"):
        request, notice = self.asked(wanted)
        day = self.sl._rooms.clock.today().isoformat()
        self.sl.joint.reply(notice, reply, day)
        self.back()
        return request, notice

    def back(self):
        """Bring Seoul's words to Incheon through the central desk."""
        self.carry(self.sl, self.c0)
        self.forward()
        self.carry(self.c0, self.ic)
        self.carry(self.c0, self.sl)

    @staticmethod
    def told(desk, kind):
        rows = desk.records.list("link_notice")
        return [row for row in rows if row["kind"] == kind and row["state"] == "SENT"]

    def states(self):
        return [
            [one.state for one in desk.joint.listing()] for desk in (self.ic, self.c0)
        ]


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "land"
    town, told = scene(_begun, folder)
    with closing(*town.values()):
        yield Story(town, folder / "stick", **told)


def _begun(folder):
    town = desks(folder, "C0", "IC", "SL")
    (folder / "stick").mkdir()
    begun = Story(town, folder / "stick")
    return town, {name: getattr(begun, name) for name in Story.TOLD}


# --- the road -------------------------------------------------------------------------


def test_a_request_reaches_the_other_center_with_its_own_case_and_nothing_of_ours(
    story,
):
    request, notice = story.asked()
    row = story.sl.records.get("link_notice", notice)
    assert (row["about_case"], row["about"]) == (story.other, story.two)
    assert (row["other_center"], row["wanted"]) == ("IC", "COURT")
    assert row["request"] == request
    assert story.case not in row.values()
    assert story.one not in row.values()
    assert story.sl._rooms.register.get("case", story.case) is None
    assert story.states() == [["ASKED"], ["FORWARDED"]]


def test_no_field_of_what_is_forwarded_is_about_a_victim(story):
    story.answered()
    for desk in (story.sl, story.ic):
        for row in desk.records.list("link_notice"):
            said = {name for name, value in row.items() if value is not None}
            kept = {field.name for field in SCHEMA["link_notice"].fields if field.cls != "core"}  # fmt: skip
            assert not said & (kept | {"alias", "name", "phone"})
            assert "어머니가 원하십니다" not in row.values()
    assert "어머니가 원하십니다" not in {row["remark"] for row in story.c0.records.list("joint_request")}  # fmt: skip


@pytest.mark.parametrize("reply", ["AGREED", "DECLINED", "LATER"])
def test_the_reply_comes_back(story, reply):
    request, notice = story.answered(reply)
    (told,) = story.told(story.ic, "REPLY")
    assert (told["reply"], told["request"]) == (reply, request)
    assert (told["about_case"], told["other_center"]) == (story.case, "SL")
    assert story.states() == [[reply], [reply]]
    assert story.sl.joint.reply_to(notice) == reply


def test_a_later_reply_takes_the_place_of_an_earlier_one(story):
    _, notice = story.answered("LATER")
    day = story.sl._rooms.clock.today().isoformat()
    story.sl.joint.reply(notice, "AGREED", day)
    story.back()
    assert [one["reply"] for one in story.told(story.ic, "REPLY")] == ["AGREED"]


def test_forwarding_again_says_nothing_new(story):
    story.answered()
    digest = story.c0._rooms.ledger.state_digest()
    assert story.forward() == story.forward() == 0
    assert story.c0._rooms.ledger.state_digest() == digest


def test_lost_and_re_sent_bundles_change_nothing(story):
    request = story.ic.joint.ask(story.notice, "COURT")
    lose(story.ic, "C0")
    story.carry(story.ic, story.c0)
    lose(story.c0, "SL")
    story.carry(story.c0, story.sl)
    story.carry(story.c0, story.sl)
    assert len(story.told(story.sl, "REQUEST")) == 1
    assert story.ic.joint.ask(story.notice, "COURT") == request


def test_ending_a_request_recalls_it_everywhere_and_it_can_be_asked_again(story):
    request, notice = story.answered()
    story.ic.joint.end(request)
    story.carry(story.ic, story.c0)
    story.forward()
    story.carry(story.c0, story.sl)
    assert story.told(story.sl, "REQUEST") == []
    assert story.states() == [["ENDED"], ["ENDED"]]
    with pytest.raises(NotThisStep):
        story.sl.joint.reply(notice, "LATER")
    with pytest.raises(NotThisStep):
        story.ic.joint.end(request)
    assert story.ic.joint.ask(story.notice, "COURT") != request


def test_a_link_taken_back_recalls_the_request(story):
    story.asked()
    linked(story.c0, "link", {"deleted": "taken-back"}, story.link)
    story.forward()
    story.carry(story.c0, story.sl)
    assert story.told(story.sl, "REQUEST") == []


# --- the victim is asked first -------------------------------------------------------------


def test_agreed_needs_the_day_she_was_asked_and_her_consent(story):
    _, notice = story.asked()
    today = story.sl._rooms.clock.today().isoformat()
    with pytest.raises(InvalidInput):
        story.sl.joint.reply(notice, "AGREED")
    with pytest.raises(InvalidInput):
        story.sl.joint.reply(notice, "AGREED", "2999-01-01")
    story.sl.consents.withdraw(story.other, "CENTER")
    with pytest.raises(ConsentMissing):
        story.sl.joint.reply(notice, "AGREED", today)
    story.sl.joint.reply(notice, "DECLINED", today)


def test_for_a_child_under_14_nobody_agrees_but_with_a_guardian(story):
    _, notice = story.asked()
    today = story.sl._rooms.clock.today().isoformat()
    story.sl.records.change("person", victim_of(story.other), {"age": 12})
    with pytest.raises(ConsentMissing):
        story.sl.joint.reply(notice, "AGREED", today)


def test_her_consent_taken_back_takes_the_answer_back_on_both_sides(story):
    _, notice = story.answered()
    story.sl.consents.withdraw(story.other, "CENTER")
    assert story.sl.joint.reply_to(notice) == "DECLINED"
    story.back()
    assert [one["reply"] for one in story.told(story.ic, "REPLY")] == ["DECLINED"]
    assert story.states() == [["DECLINED"], ["DECLINED"]]
    assert story.ic.joint.agreed() == story.c0.joint.agreed() == ()


def test_sharing_with_the_central_desk_taken_back_ends_it_on_both_sides(story):
    story.answered()
    story.sl.consents.withdraw(story.other, "CENTRAL")
    story.back()
    for desk in (story.ic, story.sl):
        assert story.told(desk, "REPLY") == story.told(desk, "REQUEST") == []
        assert desk.joint.agreed() == ()
    assert story.states() == [["ENDED"], ["ENDED"]]


def test_two_laptops_that_reply_differently_wait_for_a_person(story, tmp_path):
    _, notice = story.asked()
    today = story.sl._rooms.clock.today().isoformat()
    with closing(second := second_laptop(story.sl, tmp_path / "sl2")):
        story.carry(story.sl, second)
        story.sl.joint.reply(notice, "AGREED", today)
        second.joint.reply(notice, "DECLINED", today)
        story.carry(second, story.sl)
        assert story.sl.joint.reply_to(notice) == "LATER"
        story.back()
        assert [one["reply"] for one in story.told(story.ic, "REPLY")] == ["LATER"]
        line = next(one for one in story.sl.conflicts.listing() if one.field == "reply")
        keep = next(
            side.ref for side in line.sides if side.text == "피해자 동의하지 않음"
        )
        story.sl.conflicts.settle(line.entity, line.record, line.field, keep)
        story.back()
        assert [one["reply"] for one in story.told(story.ic, "REPLY")] == ["DECLINED"]


def test_agreed_for_the_court_both_cases_are_part_of_joint_work(story):
    request, _ = story.answered(wanted="COURT")
    (work,) = story.c0.joint.agreed()
    assert (work.request, work.wanted) == (request, "COURT")
    assert work.cases == {story.case, story.other}
    assert [one.cases for one in story.ic.joint.agreed("COURT")] == [{story.case}]
    assert [one.cases for one in story.sl.joint.agreed()] == [{story.other}]


def test_a_call_between_counselors_is_no_joint_work(story):
    story.answered(wanted="CONTACT")
    assert story.c0.joint.agreed() == ()


def test_a_reply_is_new_until_it_was_seen_and_a_later_one_is_new_again(story):
    _, notice = story.answered("LATER")
    new = story.ic.link_notices.listing("NEW")
    assert {one.reply for one in new} == {"", "LATER"}
    for one in story.ic.link_notices.listing("NEW"):
        story.ic.link_notices.answer(one.id, "SEEN")
    story.sl.joint.reply(notice, "AGREED", story.sl._rooms.clock.today().isoformat())
    story.back()
    (new,) = story.ic.link_notices.listing("NEW")
    assert (new.kind, new.reply) == ("REPLY", "AGREED")
    story.sl.consents.withdraw(story.other, "CENTER")
    assert story.sl.link_notices.get(notice).reply == "DECLINED"


def test_what_waits_for_an_answer_stands_on_the_page_of_the_day(story):
    _, notice = story.asked()
    assert waiting(story.sl) == [("next-joint-request", story.other)]
    assert waiting(story.ic) == []
    story.sl.joint.reply(notice, "LATER")
    assert waiting(story.sl) == [("next-joint-request", story.other)]
    story.sl.joint.reply(notice, "DECLINED")
    assert waiting(story.sl) == []


def waiting(desk):
    told = {"next-joint-request", "next-handover-offered"}
    return [
        (one.text_id, one.case) for one in desk.today().actions if one.text_id in told
    ]


# --- who may ask and answer -------------------------------------------------------------------


def test_only_the_center_a_notice_is_for_asks_and_only_the_asked_one_replies(story):
    _, notice = story.asked()
    with pytest.raises(NotYours):
        story.c0.joint.ask(story.notice, "COURT")
    with pytest.raises(NotYours):
        story.c0.joint.reply(notice, "LATER")
    with pytest.raises(NotThisStep):
        story.sl.joint.ask(notice, "COURT")
    with pytest.raises(InvalidInput):
        story.ic.joint.ask(story.notice, "EVERYTHING")


def test_who_gave_the_case_away_replies_no_more(story):
    _, notice = story.asked()
    handover = story.sl.handovers.offer(story.other, "IC", "MOVED")
    story.carry(story.sl, story.ic)
    story.ic.handovers.take(handover)
    story.carry(story.ic, story.sl)
    with pytest.raises(HandedOver):
        story.sl.joint.reply(notice, "LATER")


# --- hostile -----------------------------------------------------------------------------------


def test_an_agreement_forged_without_consent_is_not_forwarded(story):
    _, notice = story.asked()
    story.sl.consents.decide(story.other, {"CENTER": "LATER"})
    forged = {"notice": notice, "reply": "AGREED", "center": "SL", "victim_asked_on": "2026-11-01"}  # fmt: skip
    said(story.sl, "joint_answer", forged, answer_id(notice))
    story.back()
    assert story.told(story.ic, "REPLY") == []


def test_an_agreement_forged_by_the_asking_center_is_not_believed(story):
    _, notice = story.asked()
    forged = {"notice": notice, "reply": "AGREED", "center": "SL", "victim_asked_on": "2026-11-01"}  # fmt: skip
    said(story.ic, "joint_answer", forged, answer_id(notice))
    story.carry(story.ic, story.c0)
    story.forward()
    assert story.told(story.c0, "REPLY") == []
    assert story.c0.joint.agreed() == ()


def test_a_request_said_by_a_center_is_no_word_of_the_central_desk(story):
    fake = story.match("SL") | {"kind": "REQUEST", "wanted": "COURT"}
    record = linked(story.ic, "link_notice", fake)
    story.carry(story.ic, story.sl)
    story.carry(story.ic, story.c0)
    story.forward()
    story.carry(story.c0, story.sl)
    assert story.sl._rooms.register.get("link_notice", record) is None


def test_a_request_about_a_notice_of_another_center_is_not_forwarded(story):
    """Seoul asks about the notice that Incheon got, under Incheon's name and its own."""
    for center in ("IC", "SL"):
        forged = {"notice": story.notice, "wanted": "COURT", "center": center, "state": "ASKED"}  # fmt: skip
        said(story.sl, "joint_request", forged)
    story.carry(story.sl, story.c0)
    story.forward()
    assert len(story.c0.records.list("joint_request")) == 2
    assert story.told(story.c0, "REQUEST") == []


def said(desk, entity, values, record=""):
    rooms = desk._rooms
    record = record or new_id(rooms.clock.wall())
    with rooms.saying(Deed.JOINT, scope_of("record", record)) as say:
        for name, value in values.items():
            say.set(entity, record, name, value)
    return record
