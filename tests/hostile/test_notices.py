"""A center speaks in the central desk's own link scopes, and a victim takes back what she said."""

import pypdfium2
import pytest

from intake.desk.joint_standing import answer_id
from intake.errors import ConsentMissing
from intake.exchange import agreed
from tests.centers_at_hand import carry, closing, desks, second_laptop
from tests.desk import test_joint
from tests.desk.test_joint import linked, said
from tests.desks_at_hand import agreed as a_case
from tests.exchange.test_links import CORE

story = test_joint.story  # a fixture


@pytest.fixture
def town(tmp_path):
    opened = desks(tmp_path, "C0", "IC", "SL")
    with closing(*opened.values()):
        yield opened


@pytest.fixture
def unruly(monkeypatch):
    """Every workspace sends its link scopes, whatever the rules say."""
    monkeypatch.setattr(agreed.Agreement, "_of_link", lambda *_args: CORE)


def notices(desk, center):
    rows = desk._rooms.register.find("link_notice", to_center=center)
    return [row for row in rows if row["state"] in {"SENT", "RECALLED"}]


def test_a_center_cannot_agree_in_anothers_place(story, unruly):
    """Incheon asks, and says itself, in a notice of its own making, that it was asked and agreed."""
    request = story.ic.joint.ask(story.notice, "COURT")
    forged = story.match("IC") | {"kind": "REQUEST", "request": request, "wanted": "COURT"}  # fmt: skip
    asked = linked(story.ic, "link_notice", forged)
    words = {"notice": asked, "reply": "AGREED", "center": "IC", "victim_asked_on": "2026-11-01"}  # fmt: skip
    said(story.ic, "joint_answer", words, answer_id(asked))
    story.carry(story.ic, story.c0)
    story.forward()
    assert story.told(story.c0, "REPLY") == []
    assert story.c0.joint.agreed() == ()
    assert [row["to_center"] for row in notices(story.c0, "SL") if row["kind"] == "REQUEST"] == ["SL"]  # fmt: skip


def test_a_reply_that_a_center_makes_up_is_no_joint_work(story, unruly):
    request = story.ic.joint.ask(story.notice, "COURT")
    forged = story.match("SL") | {"kind": "REPLY", "request": request, "wanted": "COURT", "reply": "AGREED"}  # fmt: skip
    linked(story.ic, "link_notice", forged)
    assert story.ic.joint.agreed() == ()
    assert [one.state for one in story.ic.joint.listing()] == ["ASKED"]
    story.carry(story.ic, story.c0)
    story.forward()
    assert story.c0.joint.agreed() == ()
    assert [one.state for one in story.c0.joint.listing()] == ["FORWARDED"]


def test_a_notice_that_a_center_makes_up_keeps_nobody_from_being_told(story, unruly):
    story.c0.matches.take_back(story.link, "MISTAKE")
    linked(story.ic, "link_notice", story.match("SL"))
    story.carry(story.ic, story.c0)
    story.c0.suspects.merge(story.one, story.two)
    (link,) = story.c0._rooms.register.find("link")
    linked(story.c0, "link", {"second": "SAME", "second_by": "나"}, link.id)
    story.c0.link_notices.tell(link.id)
    real = [one for one in story.c0.link_notices.listing() if one.to_center == "SL"]
    assert "SENT" in [one.state for one in real]


def test_the_central_desk_takes_back_nothing_that_it_did_not_say(story, unruly):
    """Otherwise a center makes the central desk speak to another one."""
    forged = story.match("SL") | {"about": story.one, "about_case": story.case}
    record = linked(story.ic, "link_notice", {k: v for k, v in forged.items() if k != "link"})  # fmt: skip
    story.carry(story.ic, story.c0)
    assert story.c0._rooms.register.get("link_notice", record)["state"] == "SENT"
    story.carry(story.c0, story.sl)
    assert story.sl._rooms.register.get("link_notice", record) is None


# --- what she took back --------------------------------------------------------------------------


def alike(desk, case):
    """How often a case stands on a page of the same person."""
    number = desk._rooms.register.get("case", case)["number"]
    told = [n for one in desk.matches.queue("ALL") for n in (*one.one_numbers, *one.other_numbers)]  # fmt: skip
    return told.count(number)


@pytest.fixture
def found(story):
    """Two cases with one number, proposed at the central desk."""
    for desk, case, suspect in ((story.ic, story.case, story.one), (story.sl, story.other, story.two)):  # fmt: skip
        desk.suspects.add_clue(case, {"value": "010-0000-4217"}, suspect)
        story.carry(desk, story.c0)
    return story


def test_a_case_that_was_taken_back_is_proposed_to_nobody(found):
    found.c0.matches.take_back(found.link, "MISTAKE")
    assert alike(found.c0, found.case) == 1
    found.ic.consents.withdraw(found.case, "CENTRAL")
    found.carry(found.ic, found.c0)
    assert alike(found.c0, found.case) == 0


def test_a_case_that_was_taken_back_is_in_no_picture_of_others(found):
    found.ic.consents.withdraw(found.case, "CENTRAL")
    found.carry(found.ic, found.c0)
    nodes = {node.id for node in found.c0.graph.around(found.two, depth=2).nodes}
    assert not nodes & {found.one, found.case}


def test_a_case_that_was_taken_back_is_one_with_nobody(found):
    found.ic.consents.withdraw(found.case, "CENTRAL")
    found.carry(found.ic, found.c0)
    assert tuple(found.c0.suspects.group(found.two)) == (found.two,)


def read(made):
    pdf = pypdfium2.PdfDocument(made.data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return text


def test_a_case_that_was_taken_back_is_in_no_dossier(found):
    for desk, case in ((found.ic, found.case), (found.sl, found.other)):
        desk.giving.decide(case, "COURT", "COURT", "서울중앙지방법원", "AGREED")
        found.carry(desk, found.c0)
    assert "가-02" in read(found.c0.dossiers.of_profile(found.two))
    found.ic.consents.withdraw(found.case, "CENTRAL")
    found.carry(found.ic, found.c0)
    text = read(found.c0.dossiers.of_profile(found.two))
    assert "가-02" not in text
    assert "가-01" in text
    with pytest.raises(ConsentMissing):
        found.c0.dossiers.of_profile(found.one)


def test_who_did_not_agree_to_the_central_desk_is_in_no_word_there(town, stick):
    """No suspect, no link, no candidate, no number: of a case that stays, nothing is known."""
    ic, c0 = town["IC"], town["C0"]
    shared, kept = a_case(ic, "RECORD", "CENTRAL"), a_case(ic, "RECORD", "CENTER")
    for case in (shared, kept):
        ic.suspects.add_clue(case, {"value": "010-0000-4217"})
    (pair,) = ic.matches.queue("NEW")
    ic.matches.decide(pair.id, "SAME", "ACCOUNTS", "언니가 알려 준 것")
    carry(ic, c0, stick)
    assert c0._rooms.register.find("link") == ()
    assert c0.matches.queue("ALL") == ()
    assert c0._rooms.register.get("case", kept) is None


def test_a_reply_agreed_falls_when_a_case_goes_over_and_its_consent_is_taken_back(story):  # fmt: skip
    story.answered()
    assert story.c0.joint.agreed("COURT")
    story.sl.consents.withdraw(story.other, "CENTER")
    story.back()
    assert story.c0.joint.agreed("COURT") == ()
    assert story.ic.joint.agreed("COURT") == ()
    assert "REPLY" not in {n["kind"] for n in notices(story.c0, "IC") if n["state"] == "SENT" and n["reply"] == "AGREED"}  # fmt: skip


# --- two laptops of one center, and two persons ------------------------------------------------


def test_what_two_laptops_decided_about_one_pair_joins_once_and_falls_with_the_last(
    tmp_path, town, stick
):
    ic = town["IC"]
    cases = [a_case(ic, "RECORD") for _ in range(2)]
    for case in cases:
        ic.suspects.add_clue(case, {"value": "010-0000-4217"})
    other = second_laptop(ic, tmp_path / "ic-2")
    carry(ic, other, stick)
    other.matches.refresh()
    links = []
    for desk in (ic, other):
        (pair,) = desk.matches.queue("NEW")
        links.append(desk.matches.decide(pair.id, "SAME", "ACCOUNTS"))
    carry(ic, other, stick)
    carry(other, ic, stick)
    one = ic.suspects.of_case(cases[0]).cards[0].id
    for desk in (ic, other):
        assert len(desk.suspects.group(one)) == 2
        assert len(desk.matches.queue("DONE")) == 1
    ic.matches.take_back(links[0], "MISTAKE")
    assert len(ic.suspects.group(one)) == 2
    ic.matches.take_back(links[1], "MISTAKE")
    assert len(ic.suspects.group(one)) == 1
    assert len(ic.matches.queue("NEW")) == 1
    other.close()
