"""Somebody wants two strangers to be one person, or one person to stay two, and has the keys of a center."""

import shutil
from contextlib import closing

import pytest

from intake.errors import InvalidInput, NotFound, NotYours
from intake.exchange import agreed
from intake.ids import natural_id, new_id, scope_of
from intake.ledger import Deed
from tests.centers_at_hand import QUIET, carry
from tests.exchange.test_links import CORE
from tests.links_at_hand import as_somebody_else, linked, planted


@pytest.fixture
def rogue(town, tmp_path, monkeypatch):
    """Incheon's laptop in the hands of somebody who sends whatever he says."""
    monkeypatch.setattr(agreed.Agreement, "_of_link", lambda *_args: CORE)
    opened = town.desk("IC", tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def central(town, tmp_path):
    opened = town.desk("C0", tmp_path)
    yield opened
    opened.close()


def joined(desk, one):
    """Who is one with a suspect, by everything that counts at a desk."""
    return {
        "group": len(desk.suspects.group(one.suspect)),
        "picture": sum(
            node.kind == "suspect" for node in desk.graph.around(one.suspect).nodes
        ),
        "profile": desk.profiles.view(one.suspect).case_count,
        "done": len(desk.matches.queue("DONE")),
    }


ALONE = {"group": 1, "picture": 1, "profile": 1, "done": 0}


def test_a_center_joins_nobody_across_centers_at_the_central_desk(
    rogue, central, pair, stick
):
    before = central.matches.counts()
    linked(rogue, *pair)
    carry(rogue, central, stick)
    assert central._rooms.register.find("link")
    found = joined(central, pair[0])
    found["picture"] -= 1  # whoever may be the same is dotted beside
    assert found == ALONE
    assert central.matches.counts() == before
    assert central.link_notices.listing() == ()


def test_a_center_keeps_nobody_apart_across_centers_at_the_central_desk(
    rogue, central, pair, stick
):
    """Whoever holds a center's keys could hide one perpetrator from everybody for ever."""
    (found,) = central.matches.queue("NEW")
    linked(rogue, *pair, second="", decision="NOT_SAME")
    carry(rogue, central, stick)
    assert [one.id for one in central.matches.queue("NEW")] == [found.id]


def test_a_center_puts_nothing_on_hold_across_centers(rogue, central, pair, stick):
    (found,) = central.matches.queue("NEW")
    linked(rogue, *pair, second="", decision="HOLD")
    carry(rogue, central, stick)
    assert [one.id for one in central.matches.queue("NEW")] == [found.id]
    assert central.matches.queue("HOLD") == ()


def planted_record(desk, entity, said, record=""):
    rooms = desk._rooms
    record = record or new_id(rooms.clock.wall())
    with rooms.saying(Deed.MERGE, scope_of("record", record)) as say:
        for name, value in said.items():
            say.set(entity, record, name, value)
    return record


def test_whose_a_case_is_is_not_what_the_case_says_of_itself(
    rogue, central, pair, stick
):
    """A center that writes another's code into its own case makes two centers look like one."""
    one, _ = pair
    with rogue._rooms.about_case(Deed.CHANGE, one.case) as say:
        say.set("case", one.case, "center", "SL")
    carry(rogue, central, stick)
    assert central._rooms.register.get("case", one.case)["center"] == "SL"
    central.matches.refresh(QUIET)
    (found,) = central.matches.queue("NEW")
    central.matches.decide(found.id, "SAME", "ACCOUNTS")
    assert len(central.suspects.group(one.suspect)) == 1
    assert [one.state for one in central.matches.queue("ALL")] == ["SECOND"]


SPELLINGS = ("박상담 ", " 박상담", "박 상담", "박\u200b상담", "\u1107\u1161\u11a8상담")


@pytest.mark.parametrize("name", SPELLINGS)
def test_the_same_person_spelled_otherwise_is_no_second_person(central, pair, name):
    (found,) = central.matches.queue("NEW")
    link = central.matches.decide(found.id, "SAME", "ACCOUNTS")
    as_somebody_else(central, name)
    with pytest.raises(NotYours):
        central.matches.second(link, "SAME", "ACCOUNTS")


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_second_word_planted_under_another_spelling_does_not_count(
    central, pair, name
):
    link = linked(central, *pair, second=name)
    assert len(central.suspects.group(pair[0].suspect)) == 1
    assert central.link_notices.tell(link) == 0


def told(central):
    return sorted(one.state for one in central.link_notices.listing())


def test_undoing_the_second_word_takes_the_notices_back(central, pair):
    (found,) = central.matches.queue("NEW")
    link = central.matches.decide(found.id, "SAME", "ACCOUNTS")
    as_somebody_else(central, "김상담")
    central.matches.second(link, "SAME", "ACCOUNTS")
    assert told(central) == ["SENT", "SENT"]
    central.undo.undo()
    assert len(central.suspects.group(pair[0].suspect)) == 1
    assert told(central) == ["RECALLED", "RECALLED"]
    central.undo.redo()
    assert told(central).count("SENT") == 2


def test_a_contact_that_another_center_took_the_place_of_is_still_told(
    rogue, central, pair, stick, town, tmp_path
):
    """The place of a contact follows from a center's code: anybody may speak there first."""
    place = natural_id("contact_point", "SL")
    planted_record(rogue, "contact_point", {"center": "SL", "name": "나쁜손", "phone": "010-0000-6666"}, place)  # fmt: skip
    carry(rogue, central, stick)
    seoul = town.desk("SL", tmp_path)
    seoul.link_notices.set_contact("이서울", "02-0000-0000")
    carry(seoul, central, stick)
    central.link_notices.tell(linked(central, *pair))
    (notice,) = (one for one in central.link_notices.listing() if one.to_center == "IC")
    seoul.close()
    assert (notice.contact, notice.contact_phone) == ("이서울", "02-0000-0000")


def test_nor_is_its_place_taken_or_emptied_by_other_words_in_it(
    rogue, central, pair, stick, town, tmp_path
):
    """Somebody who says anything else there first owns the place as far as anybody can tell."""
    place = natural_id("contact_point", "SL")
    scope = scope_of("record", place)
    planted_record(rogue, "agency", {"name": "기관"}, place)
    planted_record(rogue, "contact_point", {"center": "SL", "name": "나쁜손"})
    with rogue._rooms.saying(Deed.MERGE, scope) as say:
        say.set("contact_point", natural_id("contact_point", "BS"), "name", "나쁜손")
    carry(rogue, central, stick)
    with closing(town.desk("SL", tmp_path)) as seoul:
        seoul.link_notices.set_contact("이서울", "02-0000-0000")
        carry(seoul, central, stick)
    rogue._rooms.ledger.erase(scope, "core", "OTHER", "kim")
    carry(rogue, central, stick)
    assert central._rooms.register.find("contact_point", name="나쁜손") == ()
    central.link_notices.tell(linked(central, *pair))
    (notice,) = (one for one in central.link_notices.listing() if one.to_center == "IC")
    assert notice.contact == "이서울"


def test_a_contact_of_a_center_nobody_knows_yet_is_spoken_by_nobody_else(
    rogue, central, stick
):
    place = natural_id("contact_point", "BS")
    planted_record(rogue, "contact_point", {"center": "BS", "name": "나쁜손"}, place)
    carry(rogue, central, stick)
    assert central._rooms.register.get("contact_point", place) is None


def test_notices_that_a_center_makes_up_are_heard_nowhere(rogue, central, pair, stick):
    one, other = pair
    for to, about in (("IC", one), ("SL", other), ("C0", other)):
        said = {"to_center": to, "kind": "MATCH", "state": "SENT", "about_case": about.case,
                "about": about.suspect, "other_center": "SL", "contact_phone": "010-0000-6666"}  # fmt: skip
        notice = planted(rogue, "link_notice", said)
        planted(rogue, "notice_line", {"notice": notice, "to_center": to, "own_record": about.clue})  # fmt: skip
    assert rogue.link_notices.listing() == ()
    assert rogue.link_notices.new() == 0
    carry(rogue, central, stick)
    assert central.link_notices.listing() == ()
    assert not any(one.text_id.startswith("next-notice") for one in central.today().actions)  # fmt: skip
    assert central.exchange.plan("SL").notices == 0


# --- notices: replayed, redirected, answered by others --------------------------------------


def settled(central, pair):
    (found,) = central.matches.queue("NEW")
    link = central.matches.decide(found.id, "SAME", "ACCOUNTS")
    as_somebody_else(central, "김상담")
    central.matches.second(link, "SAME", "ACCOUNTS")
    return link


def test_an_old_bundle_played_again_after_the_recall_revives_no_notice(
    town, central, pair, tmp_path, stick
):
    link = settled(central, pair)
    with closing(town.desk("IC", tmp_path)) as incheon:
        sealed = central.exchange.make(central.exchange.plan("IC"), QUIET)
        central.exchange.deliver(sealed, stick, QUIET)
        kept = shutil.copytree(stick, tmp_path / "kept")
        incheon.exchange.receive(stick, QUIET)
        assert [one.state for one in incheon.link_notices.listing()] == ["SENT"]
        central.exchange.receive(stick, QUIET)
        central.matches.take_back(link, "MISTAKE")
        carry(central, incheon, stick)
        for _ in range(2):
            incheon.exchange.receive(kept, QUIET)
        (notice,) = incheon.link_notices.listing()
        assert notice.state == "RECALLED"
        with pytest.raises(InvalidInput):
            incheon.link_notices.answer(notice.id, "AGREES")
        incheon._rooms.ledger.rebuild(QUIET)
        assert [one.state for one in incheon.link_notices.listing()] == ["RECALLED"]


def test_a_notice_to_one_center_is_turned_to_no_other_and_says_nothing_new_there(
    rogue, town, central, pair, tmp_path, stick
):
    """Incheon says of a notice to itself that it is for Seoul, and puts a line of its own beside."""
    settled(central, pair)
    carry(central, rogue, stick)
    (notice,) = rogue.link_notices.listing()
    turned = {"to_center": "SL", "contact_phone": "010-0000-6666", "state": "SENT"}
    planted(rogue, "link_notice", turned, notice.id)
    planted(rogue, "notice_line", {"notice": notice.id, "to_center": "SL", "says": "match-says-same"})  # fmt: skip
    carry(rogue, central, stick)
    assert {one.to_center for one in central.link_notices.listing()} == {"IC", "SL"}
    with closing(town.desk("SL", tmp_path)) as seoul:
        carry(central, seoul, stick)
        (own,) = seoul.link_notices.listing()
        assert own.id != notice.id
        assert own.contact_phone != "010-0000-6666"
    assert central.link_notices.get(notice.id).contact_phone != "010-0000-6666"


def test_the_place_of_a_later_notice_taken_beforehand_keeps_it_from_nobody_else(
    rogue, town, central, pair, tmp_path, stick
):
    """What the central desk will say next has an id that follows from the link: Incheon sits there."""
    link = settled(central, pair)
    carry(central, rogue, stick)
    (mine,) = rogue.link_notices.listing()
    for center, about in (("IC", pair[0]), ("SL", pair[1])):
        place = natural_id("link_notice", link, about.suspect, center, "1")
        planted(rogue, "link_notice", {"to_center": center, "kind": "MATCH", "state": "SENT", "link": link, "about": about.suspect, "about_case": about.case}, place)  # fmt: skip
    carry(rogue, central, stick)
    central.undo.undo()
    central.undo.redo()
    with closing(town.desk("SL", tmp_path)) as seoul:
        carry(central, seoul, stick)
        assert "SENT" in {one.state for one in seoul.link_notices.listing()}
    assert mine.id


def test_nobody_answers_or_acknowledges_in_anothers_place(rogue, central, pair, stick):
    settled(central, pair)
    (theirs,) = (one for one in central.link_notices.listing() if one.to_center == "SL")
    for answer in ("AGREES", "DISAGREES", "RECALL_SEEN"):
        planted_record(rogue, "notice_answer", {"notice": theirs.id, "answer": answer, "center": "SL"})  # fmt: skip
    with pytest.raises(NotFound):
        rogue.link_notices.answer(theirs.id, "SEEN")
    carry(rogue, central, stick)
    seen = central.link_notices.get(theirs.id)
    assert (seen.answer, seen.acknowledged) == ("", False)
    assert central.link_notices.new() == 0
