"""Sending and receiving by itself in the window, between real desks over a shared folder."""

from pathlib import Path
from threading import Event

import pytest

from intake.errors import Altered
from intake.mailbox import FolderMailbox
from intake.progress import Silent
from tests.desks_at_hand import agreed, planted
from tests.mailbox.servers import HERE, USER, wsgidav
from tests.ui.real_desks import check_reachable, press, said
from tests.ui.test_carrying import HangingStick as Slow
from ui.jobs import Lane
from ui.syncing.rounds import Syncing

QUIET = Silent()
NAME = "파랑새"


def recorded(desk):
    case = agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")
    desk.cases.rename(case, NAME)
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.answer(interview, "victim/age", 15)
    desk.interviews.settle_drafts(interview)
    desk.interviews.pause(interview)
    return case


def lying(box):
    return len(FolderMailbox(box).list(""))


@pytest.fixture
def told(session):
    heard = []
    session.told.connect(lambda toast: heard.append(toast.text))
    return heard


@pytest.fixture
def syncing(session):
    """What goes by itself; a test says when, and where it costs nothing."""
    return Syncing(session, metered=lambda: False)


@pytest.fixture
def placed(center, central, box):
    """Both desks know the folder; the central desk already sends its receipts."""
    place = center.places.add("folder", "공용 폴더", str(box))
    central.sync.allow(central.places.add("folder", "공용 폴더", str(box)), "IC")
    return place


@pytest.fixture
def allowed(center, placed):
    center.sync.allow(placed, "C0")
    return placed


@pytest.fixture
def page(visit_desk, center):
    return visit_desk(center, "send")


@pytest.mark.usefixtures("center")
def test_without_a_place_it_is_one_line_that_says_where_to_name_one(page, rest, window, texts):  # fmt: skip
    assert texts("sync-no-place") in said(page)
    assert not page.sync.now.isVisibleTo(page)
    assert not page.accidents.isVisibleTo(page)
    press(page, texts("sync-name-place"))
    rest()
    assert window.place.facts == {"section": "places"}


@pytest.mark.usefixtures("placed")
def test_nothing_leaves_before_somebody_saw_what_leaves_what_stays_and_why(page, center, central, rest, box, window):  # fmt: skip
    recorded(center)
    agreed(center, "RECORD")
    page.sync.now.click()
    rest()
    assert lying(box) == 0
    assert page.texts("sync-went-nothing") in said(page)
    press(page, page.texts("sync-begin"))
    rest()
    sheet = page.sync.sheet
    assert sheet.what._goes.rows.rowCount() == sheet.what._stays.rows.rowCount() == 1
    check_reachable(window, sheet)
    sheet.no.click()
    assert (lying(box), center.sync.state().places[0].to) == (0, ())
    press(page, page.texts("sync-begin"))
    rest()
    page.sync.sheet.allow.click()
    rest()
    assert center.sync.state().places[0].to == ("C0",)
    assert lying(box) == 1
    assert page.texts("sync-state-sent") in "".join(said(page))
    assert page.texts("sync-on-the-way", count=1) in said(page)
    assert central.sync.run(QUIET).touched_cases == 1
    page.sync.now.click()
    rest()
    assert center.sync.state().items == ()


@pytest.mark.usefixtures("allowed", "central")
def test_somebody_sent_to_elsewhere_is_said_before_it_moves(page, center, rest, tmp_path, texts):  # fmt: skip
    (tmp_path / "other").mkdir()
    center.places.add("folder", "다른 폴더", str(tmp_path / "other"))
    page.sync.arrive()
    rest()
    press(page, texts("sync-begin"))
    rest()
    to = center.exchange.addressees()[0].name
    assert texts("sync-first-moves", to=to, place="공용 폴더") in said(page.sync.sheet)


@pytest.mark.usefixtures("allowed")
def test_a_round_goes_by_itself_and_only_what_matters_is_told(syncing, visit_desk, center, central, rest, told):  # fmt: skip
    recorded(center)
    visit_desk(center, "today")
    syncing.begin()
    rest()
    assert [one.state for one in center.sync.state().items] == ["SENT"]
    assert told == []
    visit_desk(central, "today")
    syncing.begin()
    rest()
    assert told == [syncing._session.texts("sync-arrived", cases=1)]
    assert NAME not in "".join(told)
    syncing.begin()  # not due again
    rest()
    assert len(told) == 1


@pytest.mark.parametrize("way", ["paused", "metered", "interview", "recording", "locked"])  # fmt: skip
@pytest.mark.usefixtures("allowed")
def test_no_round_goes_by_itself(way, session, visit_desk, center, rest, box):
    case = recorded(center)
    syncing = Syncing(session, metered=lambda: way == "metered")
    visit_desk(center, "today")
    if way == "paused":
        center.sync.pause()
    if way == "recording":
        center.interviews.begin(case, "intake")
    if way == "interview":
        session.go("interview", interview=center.interviews.of_case(case)[0].id)
        rest()
    desk = session.leave() if way == "locked" else None
    syncing.begin()
    rest()
    assert lying(box) == 0
    if way == "metered":
        center.settings.set("sync_metered", True)
        syncing.begin()
        rest()
        assert lying(box) == 1
    if desk is not None:
        session.open(desk)


@pytest.mark.usefixtures("allowed")
def test_pause_and_go_on(page, center, rest, box, texts):
    page.sync.hour.click()
    rest()
    assert center.sync.state().until_ms
    assert not page.sync.pause.isVisibleTo(page)
    page.sync.resume.click()
    rest()
    assert not center.sync.state().paused
    page.sync.pause.click()
    rest()
    view = center.sync.state()
    assert (view.paused, view.until_ms) == (True, 0)
    recorded(center)
    page.sync.now.click()  # asked for, it goes
    rest()
    assert lying(box) == 1


@pytest.mark.usefixtures("allowed")
def test_a_place_that_is_away_is_said_with_its_remedy_and_tells_nobody_by_itself(page, session, center, rest, box, told):  # fmt: skip
    recorded(center)
    box.rename(box.with_name("away"))
    syncing = Syncing(session, metered=lambda: False)
    syncing.begin()
    rest()
    assert told == []
    page.sync.now.click()
    rest()
    text = "\n".join(said(page))
    assert "다녀오지 못한 곳: 공용 폴더" in text
    assert center.sync.state().places[0].remedy in text
    box.with_name("away").rename(box)
    page.sync.now.click()
    rest()
    assert lying(box) == 1
    assert "다녀오지 못한" not in "\n".join(said(page))


@pytest.mark.enable_socket
@pytest.mark.usefixtures("central")
def test_a_place_that_needs_a_person_is_told_once(syncing, visit_desk, center, rest, tmp_path, told):  # fmt: skip
    visit_desk(center, "today")
    with wsgidav(tmp_path / "dav") as (ground, _):
        place = center.places.add("webdav", "센터 서버", f"http://{HERE}:{ground.port}/box")  # fmt: skip
        center.places.keep_secret(place, USER, "another word")
        for _ in range(2):
            center._rooms.vault.keep_fact("sync", "{}")  # due again
            syncing.begin()
            rest()
    assert told == [syncing._session.texts("sync-needs", place="센터 서버")]


@pytest.mark.usefixtures("allowed")
def test_a_bundle_that_waits_for_a_person_is_tried_again_by_a_press(page, center, rest, box, texts, monkeypatch):  # fmt: skip
    recorded(center)

    def altered(*_said):
        raise Altered(member="part-1")

    with monkeypatch.context() as patch:
        patch.setattr("intake.desk.sync.deliver", altered)
        page.sync.now.click()
        rest()
    assert texts("sync-state-held") in "".join(said(page))
    assert lying(box) == 0
    press(page, texts("sync-again"))
    rest()
    assert lying(box) == 1
    assert texts("sync-state-held") not in "".join(said(page))


@pytest.fixture
def slow(monkeypatch):
    Slow.reached, Slow.free = Event(), Event()
    monkeypatch.setattr("intake.desk.place_opening.FolderMailbox", Slow)
    yield Slow
    Slow.free.set()


@pytest.mark.usefixtures("allowed", "central", "slow")
def test_a_lock_during_a_round_waits_for_nothing_and_loses_nothing(syncing, visit_desk, center, window, qtbot, left):  # fmt: skip
    recorded(center)
    visit_desk(center, "today")
    box = Path(center.places.listing()[0].address)
    syncing.begin()
    assert Slow.reached.wait(60)
    window.lock()
    Slow.free.set()
    qtbot.waitUntil(lambda: bool(left), timeout=60_000)
    assert left == [True]
    assert not list(box.rglob(".tmp-*"))
    assert center._closed


@pytest.mark.usefixtures("allowed", "box")
def test_an_interview_that_begins_stops_the_round(session, visit_desk, center, rest, slow, told):  # fmt: skip
    case = recorded(center)
    visit_desk(center, "today")
    syncing = Syncing(session, metered=lambda: False)
    syncing.begin()
    assert slow.reached.wait(60)
    session.go("interview", interview=center.interviews.of_case(case)[0].id)
    assert syncing._job.cancelled
    slow.free.set()
    rest()
    assert told == []


@pytest.mark.usefixtures("allowed")
def test_a_round_by_itself_gives_way_to_whoever_copies_something(session, syncing, visit_desk, center, rest, slow):  # fmt: skip
    recorded(center)
    visit_desk(center, "today")
    syncing.begin()
    assert slow.reached.wait(60)
    syncing.give_way()
    assert not syncing._job.cancelled
    done = []
    session.do(lambda _desk, _progress: done.append(1), lane=Lane.CARRY)
    syncing.give_way()
    assert syncing._job.cancelled
    slow.free.set()
    rest()
    assert done == [1]
    assert center.sync.is_due()


@pytest.mark.usefixtures("allowed")
def test_a_round_that_is_stopped_says_that_nothing_is_lost(page, center, central, slow, rest, box):  # fmt: skip
    recorded(center)
    page.sync.now.click()
    assert slow.reached.wait(60)
    page.sync.progress.stop.click()
    slow.free.set()
    rest()
    assert page.texts("sync-stopped") in said(page)
    assert not list(box.rglob(".tmp-*"))
    page.sync.now.click()
    rest()
    assert central.sync.run(QUIET).touched_cases == 1


@pytest.mark.usefixtures("allowed", "box")
def test_who_sees_no_content_sees_how_it_stands_and_sends_nothing(visit_desk, session, center, rest, window, told):  # fmt: skip
    recorded(center)
    center.sync.run(QUIET)
    (one,) = center.exchange.outbox()
    planted(center, "role_grant", "", {"counselor": "박상담", "role": "IT"})
    center._rooms.sight.forget({"role_grant"})
    page = visit_desk(center, "send")
    text = "\n".join(said(page))
    assert "공용 폴더" in text
    assert one.number in text
    assert page.texts("sync-not-yours") in text
    assert NAME not in text
    for button in (page.sync.now, page.sync.pause, page.sync.hour, page.sync.resume):
        assert not button.isVisibleTo(page)
    assert not page.stick_button.isEnabled()
    assert window.notices.card is None
    Syncing(session, metered=lambda: False).begin()
    rest()
    assert told == []
    places = visit_desk(center, "settings", section="places").sections["places"]
    assert "공용 폴더" in said(places)


@pytest.mark.usefixtures("allowed")
def test_everything_on_the_page_is_reached_by_tab(page, center, rest, window, tmp_path):
    recorded(center)
    (tmp_path / "other").mkdir()
    center.places.add("folder", "다른 폴더", str(tmp_path / "other"))
    page.sync.now.click()
    rest()
    check_reachable(window, page)
