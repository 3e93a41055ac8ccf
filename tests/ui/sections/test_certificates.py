"""Certificates and lost laptops in the window, with a real desk behind it."""

from dataclasses import replace

import pytest

from intake.desk import workspace
from intake.desk.views.certificates import AskedLine
from intake.progress import Silent
from tests.desks_at_hand import a_desk, introduce, next_laptop
from tests.ui.walking import focusables, name_of
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring
from ui.widgets import Button

QUIET = Silent()
WORDS = ("가방", "나무", "다리", "라면", "마을", "바다")


@pytest.fixture
def pair(tmp_path):
    """A center with two laptops; the second has said something."""
    keyring = MemoryKeyring()
    first = a_desk(tmp_path / "first", keyring)
    second = next_laptop(tmp_path / "second", "IC", "최상담", keyring)
    second.keys.take_device_answer(first.keys.answer_device(second.keys.device_request().data).data)  # fmt: skip
    second.close()
    second = workspace.open_(tmp_path / "second", PASSPHRASE, keyring=keyring, policy=POLICY)  # fmt: skip
    second.cases.begin("VISIT", "새벽")
    second.close()
    stick = tmp_path / "stick"
    stick.mkdir()
    second = workspace.open_(tmp_path / "second", PASSPHRASE, keyring=keyring, policy=POLICY)  # fmt: skip
    carry(second, first, stick)
    yield first, second, stick
    first.close()
    second.close()


def carry(one, other, stick):
    sealed = one.exchange.make_more(other._rooms.vault.device_id, QUIET)
    one.exchange.deliver(sealed, stick, QUIET)
    other.exchange.receive(stick, QUIET)


def page(window, session, desk, rest, name):
    session.open(desk)
    session.go("settings", section=name)
    rest()
    return window.screen_.sections[name]


def buttons(widget):
    return {name_of(one): one for one in widget.findChildren(Button) if one.isVisibleTo(widget)}  # fmt: skip


def test_a_certificate_that_is_good_says_so_and_asks_for_nothing(window, session, pair, rest, texts):  # fmt: skip
    first, _, _ = pair
    cards = page(window, session, first, rest, "keys").certificates
    assert cards.pill.accessibleName() == texts("certificate-pill-fine")
    assert cards.request.isHidden()
    assert cards.asked_card.isHidden()
    assert cards.behind_card.isHidden()


def test_a_request_is_answered_with_one_press(window, session, pair, rest, texts, monkeypatch):  # fmt: skip
    first, second, stick = pair
    for one in (first, second):
        later(one, 345, monkeypatch)
    carry(second, first, stick)
    cards = page(window, session, first, rest, "keys").certificates
    assert cards._asked_title.text() == texts("certificate-asked-title", count=1)
    name = f"{texts('certificate-answer')}: ic-2"
    buttons(cards.asked_card)[name].click()
    rest()
    assert cards.asked_card.isHidden()
    assert first._rooms.exchange.moving.answer_for(second._rooms.vault.device_id)


def later(desk, days, monkeypatch):
    rooms, ms = desk._rooms, days * 86_400_000
    wall = rooms.clock.wall
    monkeypatch.setattr(rooms.clock, "wall", lambda: wall() + ms)
    trust = rooms.exchange.trust
    trust._clock = trust.clock = trust.issuing._clock = rooms.clock
    trust._own = None


def test_new_keys_are_answered_only_where_the_words_stand(window, session, pair, rest, texts):  # fmt: skip
    first, _, _ = pair
    cards = page(window, session, first, rest, "keys").certificates
    view = first.certificates.state()
    lines = [AskedLine(f"d{n}", f"노트북 {n}", why, texts(f"certificate-asked-{why}", device=f"노트북 {n}"), () if why == "renewal" else WORDS, 1_790_000_000_000, why == "renewal") for n, why in enumerate(("renewal", "new-key", "new-device", "revoked"))]  # fmt: skip
    cards.show_view(replace(view, asked=tuple(lines)))
    shown = buttons(cards.asked_card)
    assert f"{texts('certificate-answer')}: 노트북 0" in shown
    assert f"{texts('certificate-compared')}: 노트북 1" in shown
    assert not any(name.endswith("노트북 3") and not name.startswith(texts("certificate-decline")) for name in shown)  # fmt: skip
    assert len(shown) == len(set(shown)) == 7
    cards.show_view(replace(view, asked=tuple(lines), may_answer=False))
    assert buttons(cards.asked_card) == {}


@pytest.mark.parametrize(
    "state", ["ending", "expired", "early", "revoked", "revoked-ca", "none"]
)
def test_every_state_is_said_and_a_request_can_be_carried_by_hand(window, session, pair, rest, texts, state):  # fmt: skip
    first, _, _ = pair
    cards = page(window, session, first, rest, "keys").certificates
    view = replace(first.certificates.state(), state=state, holds_ca=False)
    cards.show_view(view)
    assert cards.pill.accessibleName() == texts(f"certificate-pill-{state}")
    assert cards.request.isVisibleTo(cards) is (state != "none")


def choose(lost, desk):
    lost.which.choose(desk._rooms.vault.device_id)
    lost.which.chosen.emit(lost.which.values)


def test_a_lost_laptop_is_taken_back_after_one_question(window, session, pair, rest, texts):  # fmt: skip
    first, second, stick = pair
    asked = []
    first.places.add("webdav", "드라이브", "https://dav.invalid/ieum")
    section = page(window, session, first, rest, "backups")
    lost = section.lost
    choose(lost, first)
    assert not lost.take_back.isEnabled()  # this computer is here
    choose(lost, second)
    assert lost.take_back.isEnabled()
    session.asked.connect(asked.append)
    lost.take_back.click()
    (question,) = asked
    assert question.danger
    assert "ic-2" in question.title
    assert first.certificates.lost() == ()
    question.act()
    rest()
    assert lost.done.isVisibleTo(section)
    assert not lost.take_back.isEnabled()  # it is done
    buttons(lost.done)[f"{texts('lost-place-changed')}: 드라이브"].click()
    rest()
    (told,) = first.certificates.lost()
    assert told.places[0].changed
    second.cases.begin("VISIT", "노을")
    sealed = second.exchange.make_more(first._rooms.vault.device_id, QUIET)
    second.exchange.deliver(sealed, stick, QUIET)
    first.exchange.receive(stick, QUIET)
    cards = page(window, session, first, rest, "keys").certificates
    assert cards.behind_card.isVisibleTo(cards)
    buttons(cards.behind_card)[f"{texts('certificate-let-in')}: ic-2"].click()
    asked[-1].act()
    rest()
    assert cards.behind_card.isHidden()


def test_every_thing_that_can_be_reached_has_a_name_of_its_own(window, session, pair, rest):  # fmt: skip
    first, _, _ = pair
    for name in ("keys", "backups"):
        section = page(window, session, first, rest, name)
        names = [name_of(one) for one in focusables(section)]
        assert all(names)
        assert len(names) == len(set(names))


def test_the_central_desk_takes_a_centers_key_back_and_the_center_begins_anew(window, session, tmp_path, rest, texts):  # fmt: skip
    keyring, asked = MemoryKeyring(), []
    desk = a_desk(tmp_path / "c0", keyring, role="central", code="C0")
    center = a_desk(tmp_path / "ic", keyring)
    introduce(desk, center)
    session.asked.connect(asked.append)
    cards = page(window, session, desk, rest, "keys").certificates
    buttons(cards.centers)[f"{texts('certificate-center-take')}: IC"].click()
    assert asked[-1].danger
    asked[-1].act()
    rest()
    assert buttons(cards.centers) == {}
    center.keys.accept_enrolment(desk.keys.enrolment().data)
    cards = page(window, session, center, rest, "keys").certificates
    assert cards.centers.isHidden()
    assert cards.pill.accessibleName() == texts("certificate-pill-revoked-ca")
    cards.anew.click()
    asked[-1].act()
    rest()
    assert cards.pill.accessibleName() == texts("certificate-pill-fine")
    desk.keys.accept_enrolment(center.keys.enrolment().data)
    assert [one.taken_back for one in desk.certificates.state().centers] == [False]
    desk.close()
    center.close()
