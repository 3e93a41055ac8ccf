"""The queue, who has a copy, who has not answered, and the line in the rail: seen in the window."""

from types import SimpleNamespace

import pytest

from intake.desk.sync_keeping import Trouble, remember
from intake.desk.views.sync import SyncGoing
from intake.errors import Altered
from intake.mailbox import FolderMailbox
from intake.progress import Silent
from tests.desks_at_hand import agreed
from tests.ui.real_desks import check_reachable, press, said
from ui.syncing.copies import AnswersCard, CopiesCard
from ui.syncing.status import going_words, standing_words

QUIET = Silent()
DAY_MS = 86_400_000


@pytest.fixture
def case(center):
    return agreed(center, "RECORD", "SENSITIVE", "CENTRAL")


@pytest.fixture
def allowed(center, central, box):
    place = center.places.add("folder", "공용 폴더", str(box))
    central.sync.allow(central.places.add("folder", "공용 폴더", str(box)), "IC")
    center.sync.allow(place, "C0")
    return place


def card(page, kind):
    return next(iter(page.findChildren(kind)), None)


def later(monkeypatch, desk, days):
    now = desk._rooms.clock.wall()
    monkeypatch.setattr(desk._rooms.clock, "wall", lambda: now + days * DAY_MS)


@pytest.mark.usefixtures("allowed", "case")
def test_a_bundle_set_aside_speaks_to_the_sender_and_is_taken_out(
    center, box, visit_desk, rest, window, texts
):
    center.exchange.make(center.exchange.plan("C0"), QUIET)
    (item,) = center.sync.state().items
    remember(center._rooms, items={item.id: Trouble.of(Altered(member="letter"))})
    page = visit_desk(center, "send")
    words = " ".join(said(page.sync))
    assert texts("sync-wrong-altered") in words
    assert texts("sync-wrong-altered-next") in words
    check_reachable(window, page)
    press(page.sync, texts("sync-drop"))
    press(window, texts("sync-drop"))
    rest()
    assert center.sync.state().items == ()
    page.sync.run()
    rest()
    assert [one.state for one in center.sync.state().items] == ["SENT"]
    assert len(FolderMailbox(box).list("")) == 1


@pytest.mark.usefixtures("allowed", "case")
def test_the_bundle_on_its_way_shows_its_bytes(center, visit_desk):
    center.exchange.make(center.exchange.plan("C0"), QUIET)
    (item,) = center.sync.state().items
    page = visit_desk(center, "send")
    now = SyncGoing(
        "SENDING", "공용 폴더", item.id, item.number, 3, 7, 4_000_000, 16_000_000
    )
    page.sync.show_going(now)
    words = " ".join(said(page.sync))
    assert "3/7" in words
    assert page.sync._bars[item.id].bar.value() == 250
    page.sync.show_going(None)
    assert "3/7" not in " ".join(said(page.sync))


@pytest.mark.usefixtures("allowed")
def test_what_is_not_answered_stands_on_the_page_with_whom_to_call(  # noqa: PLR0917 - fixtures
    center, central, case, visit_desk, monkeypatch, texts, rest, window
):
    page = visit_desk(center, "send")
    assert not page.answers.isVisibleTo(page)
    for one in (center, central, center):
        one.sync.run(QUIET)
    center.consents.withdraw(case, "CENTRAL")
    center.sync.run(QUIET)
    later(monkeypatch, center, 8)
    page.answers.arrive()
    rest()
    words = " ".join(said(page.answers))
    (late,) = center.copies.open()
    assert late.next in words
    assert texts("copy-state-late") in words
    check_reachable(window, page)
    press(page.answers, texts("answers-case"))
    rest()
    assert window.place.facts == {"case": case, "tab": "consents"}
    shown = card(window, CopiesCard)
    assert late.next in said(shown)
    assert center.copies.of_case(case).carried[0].number in " ".join(said(shown))


@pytest.mark.usefixtures("allowed")
def test_the_central_desk_sees_what_it_is_asked_to_destroy(  # noqa: PLR0917 - fixtures
    center, central, case, visit_desk, rest, window, texts
):
    for one in (center, central, center):
        one.sync.run(QUIET)
    center.consents.withdraw(case, "CENTRAL")
    center.sync.run(QUIET)
    central.sync.run(QUIET)
    page = visit_desk(central, "send")
    words = " ".join(said(card(page, AnswersCard)))
    assert texts("copy-asked-next") in words
    press(page.answers, texts("retention-open"))
    rest()
    assert (window.place.screen, window.place.facts) == ("erasing", {"case": case})


@pytest.mark.usefixtures("allowed")
def test_a_destruction_names_the_receipt_that_heard_it(
    center, central, case, visit_desk, texts
):
    for one in (center, central, center):
        one.sync.run(QUIET)
    number = center.cases.line(case).number
    told = center.erasing.destroy(case, "whole", "REQUEST", number).number
    for one in (center, central, center):
        one.sync.run(QUIET)
    (heard,) = center.copies.of_destruction(told)
    page = visit_desk(center, "settings", section="retention")
    words = " ".join(said(page))
    assert texts("copy-state-destroyed") in words
    assert heard.answer in words
    assert heard.receipt[-12:] in words


@pytest.mark.usefixtures("allowed", "case")
def test_the_rail_says_what_is_paused_or_away_and_nothing_where_all_is_well(
    center, box, visit_desk, rest, window, texts
):
    visit_desk(center, "send")
    rail = window._rail
    rest()
    assert rail._sync.text() == ""
    center.sync.pause()
    visit_desk(center, "send").sync._session.touched.emit(frozenset({"sync"}), None)
    rest()
    assert rail._sync.text() == texts("sync-status-paused")
    center.sync.resume()
    hidden = box.rename(box.with_name("pulled"))
    center.sync.run(QUIET)
    window._sync_status.ask()
    rest()
    assert "공용 폴더" in rail._sync.text()
    assert not rail._sync.isHidden()
    hidden.rename(box)
    center.sync.run(QUIET)
    window._sync_status.ask()
    rest()
    assert rail._sync.text() == ""


def test_what_a_round_does_is_said_in_one_line(texts):
    sending = SyncGoing("SENDING", "폴더", "a", "n", 3, 7, 4_000_000, 16_000_000)
    assert "3/7" in going_words(texts, sending)
    assert "폴더" in going_words(texts, SyncGoing("RECEIVING", "폴더"))
    assert "폴더" in going_words(texts, SyncGoing("SENDING", "폴더"))
    view = SimpleNamespace(places=(), items=(), paused=True, until_ms=0)
    assert standing_words(texts, view) == ""
