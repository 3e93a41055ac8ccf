"""Sending and receiving by itself: rounds between a center and the central desk, over real places."""

import pytest

from intake.desk.sync_keeping import Trouble, remember
from intake.errors import Altered, Cancelled, NotEnrolled, NotFound
from intake.mailbox import FolderMailbox
from intake.progress import Silent
from tests.desks_at_hand import agreed
from tests.mailbox.servers import HERE, PASSWORD, USER, wsgidav

QUIET = Silent()


def recorded(desk):
    case = agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.answer(interview, "victim/age", 15)
    desk.interviews.settle_drafts(interview)
    return case


@pytest.fixture
def met(desk, central, stick):
    """Both leave and find bundles in one folder, and each may send the other what may travel."""
    for one, to in ((desk, "C0"), (central, "IC")):
        place = one.places.add("folder", "공용 폴더", str(stick))
        one.sync.allow(place, to)
    return desk, central


def lying(stick):
    return len(FolderMailbox(stick).list(""))


def test_what_may_travel_arrives_and_the_receipt_comes_home_by_itself(met):
    desk, central = met
    case = recorded(desk)
    sent = desk.sync.run(QUIET)
    assert (sent.sealed, sent.sent) == (1, 1)
    assert [one.state for one in desk.sync.state().items] == ["SENT"]
    came = central.sync.run(QUIET)
    assert (came.received, came.touched_cases, came.set_aside) == (1, 1, 0)
    assert central.cases.line(case).id == case
    desk.sync.run(QUIET)
    assert desk.sync.state().items == ()
    assert desk.exchange.sent()[0].receipt_ms > 0


def test_a_second_round_seals_and_puts_nothing(met, stick):
    desk, _ = met
    recorded(desk)
    desk.sync.run(QUIET)
    there = lying(stick)
    again = desk.sync.run(QUIET)
    assert (again.sealed, again.sent, again.parts) == (0, 0, 0)
    assert lying(stick) == there


def test_nothing_leaves_before_somebody_saw_what_leaves(desk, central, stick):
    place = desk.places.add("folder", "공용 폴더", str(stick))
    recorded(desk)
    desk.sync.run(QUIET)
    assert lying(stick) == 0
    assert desk.sync.state().places[0].to == ()
    desk.sync.allow(place, "C0")
    desk.sync.run(QUIET)
    assert lying(stick) == 1
    desk.sync.forbid(place, "C0")
    recorded(desk)
    assert desk.sync.run(QUIET).sealed == 0


def test_somebody_is_sent_to_at_one_place_only(met, tmp_path):
    desk, _ = met
    other = tmp_path / "other"
    other.mkdir()
    second = desk.places.add("folder", "다른 폴더", str(other))
    desk.sync.allow(second, "C0")
    assert [one.to for one in desk.sync.state().places] == [(), ("C0",)]


def test_a_place_that_is_away_stops_no_other_and_is_said(met, tmp_path, stick):
    desk, central = met
    gone = tmp_path / "gone"
    gone.mkdir()
    first = central.places.listing()[0].id
    central.places.remove(first)
    central.places.add("folder", "없는 곳", str(gone))
    central.places.add("folder", "공용 폴더", str(stick))
    gone.rmdir()
    recorded(desk)
    desk.sync.run(QUIET)
    came = central.sync.run(QUIET)
    assert (came.away, came.needs) == (("없는 곳",), ())
    assert came.received == 1
    away, here = central.sync.state().places
    assert (away.fine, here.fine) == (False, True)
    assert away.sentence
    assert away.remedy
    gone.mkdir()
    central.sync.run(QUIET)
    assert central.sync.state().places[0].fine


def test_consent_taken_back_after_sealing_holds_the_bundle_back(met):
    desk, central = met
    case = recorded(desk)
    desk.exchange.make(desk.exchange.plan("C0"), QUIET)
    desk.consents.withdraw(case, "CENTRAL")
    told = desk.sync.run(QUIET)
    assert (len(told.taken_back), told.held) == (1, ())
    assert told.taken_back[0] not in {one.id for one in desk.sync.state().items}
    desk.sync.run(QUIET)
    central.sync.run(QUIET)
    with pytest.raises(NotFound):
        central.cases.line(case)


def test_a_spoiled_bundle_is_set_aside_and_the_next_one_is_taken(met, stick):
    desk, central = met
    recorded(desk)
    desk.sync.run(QUIET)
    (bad,) = stick.rglob("*.age")
    bad.write_bytes(bytes(reversed(bad.read_bytes())))
    came = central.sync.run(QUIET)
    assert (came.received, came.set_aside) == (0, 1)
    desk.sync.run(QUIET)  # of another size or not, the name tells what should lie there


def test_paused_nothing_is_due_and_asked_for_it_goes(met):
    desk, _ = met
    desk.sync.pause()
    recorded(desk)
    assert not desk.sync.is_due()
    assert desk.sync.state().paused
    assert desk.sync.run(QUIET).sent == 1
    desk.sync.resume()
    assert not desk.sync.state().paused


def test_a_pause_of_hours_ends_by_itself(met, monkeypatch):
    desk, _ = met
    desk.sync.pause(2)
    assert desk.sync.state().paused
    now = desk._rooms.clock.wall()
    monkeypatch.setattr(desk._rooms.clock, "wall", lambda: now + 3 * 3_600_000)
    assert not desk.sync.state().paused
    assert desk.sync.is_due()


def test_a_round_is_due_after_so_many_minutes_and_never_with_none(met, monkeypatch):
    desk, _ = met
    assert desk.sync.is_due()
    desk.sync.run(QUIET)
    assert not desk.sync.is_due()
    now = desk._rooms.clock.wall()
    monkeypatch.setattr(desk._rooms.clock, "wall", lambda: now + 31 * 60_000)
    assert desk.sync.is_due()
    monkeypatch.setattr(desk._rooms.clock, "wall", lambda: now - 31 * 60_000)
    assert desk.sync.is_due()  # a clock that was put back does not stop it for ever
    desk.settings.set("sync_minutes", 0)
    assert not desk.sync.is_due()


def test_what_waits_for_its_receipt_is_not_sealed_again_and_what_is_new_is(met, stick):
    desk, central = met
    for count in (1, 2, 3):
        recorded(desk)
        assert desk.sync.run(QUIET).sealed == 1
        assert lying(stick) == count
    sizes = [one.size for one in desk.exchange.outbox()]
    assert max(sizes) < 1.5 * min(sizes)  # each has its own case, none the whole past
    assert central.sync.run(QUIET).touched_cases == 3
    desk.sync.run(QUIET)
    assert desk.exchange.outbox() == ()


def test_a_letter_that_got_lost_in_its_place_is_put_there_again(met, stick):
    desk, central = met
    recorded(desk)
    desk.sync.run(QUIET)
    for one in stick.rglob("*.age"):
        one.unlink()
    again = desk.sync.run(QUIET)
    assert (again.sealed, again.sent) == (0, 1)
    assert central.sync.run(QUIET).touched_cases == 1


def test_a_bundle_without_a_receipt_for_a_fortnight_counts_as_lost(met, monkeypatch):
    desk, _ = met
    recorded(desk)
    desk.sync.run(QUIET)
    now = desk._rooms.clock.wall()
    monkeypatch.setattr(desk._rooms.clock, "wall", lambda: now + 15 * 86_400_000)
    assert desk.sync.run(QUIET).sealed == 1


def test_nobody_unknown_is_sent_to_and_no_place_that_is_not_there(met):
    desk, _ = met
    place = desk.places.listing()[0].id
    with pytest.raises(NotEnrolled):
        desk.sync.allow(place, "XX")
    with pytest.raises(NotFound):
        desk.sync.allow("nowhere", "C0")
    with pytest.raises(NotFound):
        desk.sync.again("0" * 64)


class StopsAt:
    def __init__(self, step):
        self.left = step

    def step(self, _done, _total, _what):
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_stopped_at_any_step_a_round_leaves_nothing_half_and_goes_on_later(met, stick):
    desk, central = met
    recorded(desk)
    for at in range(0, 40, 4):
        try:
            desk.sync.run(StopsAt(at))
        except Cancelled:
            assert not list(stick.rglob(".tmp-*"))
    desk.sync.run(QUIET)
    assert central.sync.run(QUIET).touched_cases == 1
    assert lying(stick) == 2  # one bundle, and its receipt


@pytest.mark.enable_socket
def test_a_place_that_refuses_us_needs_a_person(met, tmp_path):
    desk, _ = met
    with wsgidav(tmp_path / "dav") as (ground, _):
        place = desk.places.add("webdav", "서버", f"http://{HERE}:{ground.port}/box")
        desk.places.keep_secret(place, USER, "another word")
        told = desk.sync.run(QUIET)
    assert told.away == told.needs == ("서버",)


@pytest.mark.enable_socket
def test_the_same_over_a_server(desk, central, tmp_path):
    with wsgidav(tmp_path / "dav") as (ground, _):
        for one, to in ((desk, "C0"), (central, "IC")):
            place = one.places.add("webdav", "서버", f"http://{HERE}:{ground.port}/box")
            one.places.keep_secret(place, USER, PASSWORD)
            one.sync.allow(place, to)
        case = recorded(desk)
        assert desk.sync.run(QUIET).sent == 1
        assert central.sync.run(QUIET).touched_cases == 1
        desk.sync.run(QUIET)
        assert desk.sync.state().items == ()
        assert central.cases.line(case).id == case


def test_a_key_that_was_taken_anew_reaches_a_center_by_itself(met):
    desk, central = met
    recorded(desk)
    desk.sync.run(QUIET)
    before = central.keys.own_card().recipient
    assert central.keys.take_new_key().recipient != before
    central.sync.run(QUIET)
    desk.sync.run(QUIET)
    case = recorded(desk)
    desk.sync.run(QUIET)
    assert central.sync.run(QUIET).touched_cases == 1
    assert central.cases.line(case).id == case
    known = desk._rooms.exchange.trust.party("C0").recipients
    assert [one.text for one in known] == [central.keys.own_card().recipient]


def test_a_place_that_a_round_did_not_come_to_is_due_at_once(met, tmp_path):
    desk, _ = met
    desk.sync.run(QUIET)
    assert not desk.sync.is_due()
    other = tmp_path / "other"
    other.mkdir()
    desk.places.add("folder", "다른 폴더", str(other))
    assert desk.sync.is_due()


# --- the queue -------------------------------------------------------------------------


def test_a_bundle_taken_out_leaves_nothing_there_and_is_sealed_anew(met, stick):
    desk, central = met
    case = recorded(desk)
    desk.sync.run(QUIET)
    (item,) = desk.sync.state().items
    desk.sync.drop(item.id, QUIET)
    assert lying(stick) == 0
    assert desk.sync.state().items == ()
    assert desk.exchange.sent()[0].state_text_id == "sent-dropped"
    assert desk.sync.run(QUIET).sealed == 1
    central.sync.run(QUIET)
    assert central.cases.line(case).id == case
    desk.sync.run(QUIET)
    assert desk.sync.state().items == ()
    with pytest.raises(NotFound):
        desk.sync.drop(item.id, QUIET)


def test_one_taken_out_while_its_place_is_away_is_removed_when_it_is_back(met, stick):
    desk, _ = met
    recorded(desk)
    desk.sync.run(QUIET)
    hidden = stick.rename(stick.with_name("pulled"))
    desk.sync.drop(desk.sync.state().items[0].id, QUIET)
    hidden.rename(stick)
    assert lying(stick) == 1
    desk.sync.run(QUIET)
    (item,) = desk.sync.state().items
    assert lying(stick) == 1
    assert item.id in next(iter(FolderMailbox(stick).list("")))


def test_one_that_had_been_fetched_before_it_was_taken_out_is_acknowledged(met):
    desk, central = met
    recorded(desk)
    desk.sync.run(QUIET)
    item = desk.sync.state().items[0].id
    central.sync.run(QUIET)
    desk.sync.drop(item, QUIET)
    came = desk.sync.run(QUIET)
    assert came.sealed == 0
    assert desk.exchange.sent()[0].state_text_id == "sent-acked"


def test_consent_taken_back_while_a_bundle_lies_there_takes_it_away(met, stick):
    desk, central = met
    case = recorded(desk)
    desk.sync.run(QUIET)
    (item,) = desk.sync.state().items
    desk.consents.withdraw(case, "CENTRAL")
    told = desk.sync.run(QUIET)
    assert told.taken_back == (item.id,)
    assert not any(item.id in name for name in FolderMailbox(stick).list(""))
    central.sync.run(QUIET)
    with pytest.raises(NotFound):
        central.cases.line(case)


def test_each_bundle_says_in_words_how_far_it_is(met, stick, monkeypatch):
    desk, _ = met
    recorded(desk)
    desk.exchange.make(desk.exchange.plan("C0"), QUIET)
    assert [one.state for one in desk.sync.state().items] == ["WAITING"]
    hidden = stick.rename(stick.with_name("pulled"))
    desk.sync.run(QUIET)
    (away,) = desk.sync.state().items
    since = desk.sync.state().places[0].away_ms
    assert (away.state, bool(away.sentence), bool(away.remedy)) == ("AWAY", True, True)
    desk.sync.run(QUIET)
    assert desk.sync.state().places[0].away_ms == since > 0
    hidden.rename(stick)
    desk.sync.run(QUIET)
    assert desk.sync.state().places[0].away_ms == 0
    assert [one.state for one in desk.sync.state().items] == ["SENT"]
    now = desk._rooms.clock.wall()
    monkeypatch.setattr(desk._rooms.clock, "wall", lambda: now + 8 * 86_400_000)
    (late,) = desk.sync.state().items
    assert late.state == "LATE"
    assert late.number in late.remedy


def test_a_held_bundle_speaks_to_whoever_sends(met):
    desk, _ = met
    recorded(desk)
    desk.exchange.make(desk.exchange.plan("C0"), QUIET)
    item = desk.sync.state().items[0].id
    remember(desk._rooms, items={item: Trouble.of(Altered(member="letter"))})
    (held,) = desk.sync.state().items
    texts = desk._rooms.texts
    assert held.state == "HELD"
    assert held.sentence == texts("sync-wrong-altered")
    assert held.remedy == texts("sync-wrong-altered-next")
    desk.sync.again(item)
    assert desk.sync.run(QUIET).sent == 1


class Watching:
    """Looks, at every step, at what the round says it is doing."""

    def __init__(self, desk, stop_at=""):
        self.desk, self.seen, self.stop_at = desk, [], stop_at

    def step(self, done, total, what):
        now = self.desk.sync.going()
        self.seen.append(now)
        if self.stop_at and now and now.item and what == self.stop_at:
            raise Cancelled


def test_a_round_says_which_bundle_of_how_many_is_on_its_way(met):
    desk, _ = met
    recorded(desk)
    watching = Watching(desk)
    desk.sync.run(watching)
    sending = [one for one in watching.seen if one and one.item]
    assert {(one.doing, one.at, one.of) for one in sending} == {("SENDING", 1, 1)}
    assert sending[-1].done == sending[-1].total > 0
    assert desk.sync.going() is None


def test_stopped_in_the_middle_of_a_bundle_nothing_of_it_lies_there(met, stick):
    desk, _ = met
    recorded(desk)
    with pytest.raises(Cancelled):
        desk.sync.run(Watching(desk, "progress-delivering"))
    assert [one for one in stick.rglob("*") if one.is_file()] == [] or lying(stick) == 0
    assert desk.sync.going() is None
    assert [one.state for one in desk.sync.state().items] == ["WAITING"]
    assert desk.sync.run(QUIET).sent == 1


def test_a_destroyed_case_is_taken_away_from_where_it_lies(met, stick):
    desk, central = met
    case = recorded(desk)
    desk.sync.run(QUIET)
    (item,) = desk.sync.state().items
    number = desk.cases.line(case).number
    desk.erasing.destroy(case, "whole", "REQUEST", number)
    desk.sync.run(QUIET)
    assert not any(item.id in name for name in FolderMailbox(stick).list(""))
    central.sync.run(QUIET)
    with pytest.raises(NotFound):
        central.cases.line(case)
