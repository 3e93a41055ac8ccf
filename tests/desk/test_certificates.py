"""The desk's words about certificates and lost laptops, with two real laptops of one center."""

import pytest

from intake import clock as clocks
from intake.desk import workspace
from intake.errors import CertificateRefused, InvalidInput, NotFound, NotYours
from intake.progress import Silent
from tests.desks_at_hand import a_desk, introduce, next_laptop
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring

QUIET = Silent()
DAY_MS = 86_400_000
LOST = ("2026-11-20", "2026-11-21T09:30")


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def laptops(tmp_path, keyring):
    """The laptop with the CA, the second one that was let in, and the central desk."""
    first = a_desk(tmp_path / "first", keyring)
    second = next_laptop(tmp_path / "second", "IC", "최상담", keyring)
    second.keys.take_device_answer(first.keys.answer_device(second.keys.device_request().data).data)  # fmt: skip
    second._rooms.vault.close()
    second = opened(tmp_path / "second", keyring)
    desk = a_desk(tmp_path / "desk", keyring, role="central", code="C0")
    introduce(first, desk)
    second.keys.accept_enrolment(desk.keys.enrolment().data)
    yield first, second, desk
    for one in (first, second, desk):
        one._rooms.vault.close()


def opened(folder, keyring):
    return workspace.open_(folder, PASSPHRASE, keyring=keyring, policy=POLICY)


@pytest.fixture
def at(monkeypatch, laptops):
    """Let the same number of days go by on every laptop."""

    def go(days):
        for one in laptops:
            rooms = one._rooms
            wall = rooms.clock.wall
            monkeypatch.setattr(rooms.clock, "wall", lambda wall=wall: wall() + days * DAY_MS)  # fmt: skip
            trust = rooms.exchange.trust
            monkeypatch.setattr(trust, "_clock", rooms.clock)
            trust.issuing._clock = rooms.clock
            trust._own = None

    return go


def device(desk):
    return desk._rooms.vault.device_id


def brought(one, other, stick):
    """Bring what is due from one to the other on a stick."""
    sealed = one.exchange.make_more(device(other) if same(one, other) else other.about().center_code, QUIET)  # fmt: skip
    one.exchange.deliver(sealed, stick, QUIET)
    return other.exchange.receive(stick, QUIET)


def same(one, other):
    return one.about().center_code == other.about().center_code


def test_a_fresh_certificate_says_until_when(laptops):
    for desk in laptops:
        view = desk.certificates.state()
        assert view.state == "fine"
        assert desk._rooms.texts.moment(view.until_ms) in view.sentence
        assert view.remedy
        assert (view.asked, view.behind, view.two_holders) == ((), (), False)


def test_a_supervisor_sees_the_request_and_answers_with_one_press(laptops, at, stick):
    first, second, _ = laptops
    at(345)
    assert second.certificates.state().state == "ending"
    brought(second, first, stick)
    view = first.certificates.state()
    (line,) = view.asked
    assert (line.device, line.by_press, line.words) == (device(second), True, ())
    (action,) = [one for one in first.today().actions if one.text_id == "next-certificate-asked"]  # fmt: skip
    assert action.facts == {"count": 1}
    assert first.certificates.answer(line.device).name == "ieum-ic.answer"
    assert first.certificates.state().asked == ()
    brought(first, second, stick)
    assert second.certificates.state().state == "fine"


def test_the_answer_also_goes_by_file(laptops, at):
    first, second, _ = laptops
    at(345)
    answer = first.keys.answer_device(second.keys.device_request().data)
    second.keys.take_device_answer(answer.data)
    assert second.certificates.state().state == "fine"


def test_nothing_waits_that_nobody_asked(laptops):
    first, second, _ = laptops
    for verb in (first.certificates.answer, first.certificates.answer_compared):
        with pytest.raises(NotFound):
            verb(device(second))
    first.certificates.decline(device(second))


def test_an_expired_certificate_stops_nobody_from_writing(laptops, at):
    _, second, _ = laptops
    at(420)
    for one in laptops:
        assert one.certificates.state().state == "expired"
        assert any(a.text_id == "next-certificate-expired" for a in one.today().actions)  # fmt: skip
    case = second.cases.begin("VISIT", "새벽")
    assert second.cases.header(case).alias == "새벽"
    assert "끝났습니다" in second.certificates.state().sentence


def test_a_laptop_with_the_ca_is_renewed_when_it_is_opened(laptops, tmp_path, keyring, monkeypatch):  # fmt: skip
    first, _, _ = laptops
    first._rooms.vault.close()
    later = clocks.time.time_ns() + 400 * DAY_MS * 1_000_000
    real = clocks.wall_ms
    monkeypatch.setattr(clocks.Clock.__init__, "__defaults__", (lambda: later // 1_000_000, 0))  # fmt: skip
    again = opened(tmp_path / "first", keyring)
    assert again.certificates.state().state == "fine"
    assert real() < later // 1_000_000
    again._rooms.vault.close()


# --- a lost laptop ------------------------------------------------------------------------


def test_one_action_takes_a_lost_laptop_back(laptops, stick):
    first, second, desk = laptops
    second.cases.begin("VISIT", "새벽")
    brought(second, first, stick)
    waits = first.exchange.make_more(device(second), QUIET) if _due(first, second) else None  # fmt: skip
    place = first.places.add("webdav", "드라이브", "https://dav.invalid/ieum")
    first.sync.allow(place, device(second))
    view = first.certificates.lose(device(second), *LOST)
    assert (view.certificates, view.logs, view.everywhere) == (1, 1, True)
    assert view.dropped == (1 if waits else 0)
    assert [one.name for one in view.places] == ["드라이브"]
    assert len(view.lines) == (4 if waits else 3)
    assert device(second) not in {one.code for one in first.exchange.addressees()}
    assert [one.to for one in first.exchange.outbox()] == []
    assert first.sync.state().places[0].to == ()
    actions = {one.text_id for one in first.today().actions}
    assert "next-certificate-accounts" in actions
    first.certificates.account_changed(device(second), place)
    (told,) = first.certificates.lost()
    assert [one.changed for one in told.places] == [True]
    assert "next-certificate-accounts" not in {one.text_id for one in first.today().actions}  # fmt: skip
    brought(first, desk, stick)  # with nothing but the news
    assert len(desk._rooms.exchange.trust.party("IC").recipients) == 1


def _due(one, other):
    return one.exchange.plan(device(other)).records > 0


def test_what_comes_afterwards_lies_aside_and_a_supervisor_may_let_it_in(laptops, stick):  # fmt: skip
    first, second, _ = laptops
    second.cases.begin("VISIT", "새벽")
    brought(second, first, stick)
    first.certificates.lose(device(second), *LOST)
    second.cases.begin("VISIT", "노을")
    view = brought(second, first, stick)
    assert [one.state_text_id for one in view.items] == ["received-refused"]
    (line,) = first.certificates.state().behind
    assert (line.segments, line.may_let_in) == (1, True)
    assert str(line.entries) in line.sentence
    assert "노을" not in aliases(first)
    assert first.certificates.let_in(device(second), QUIET) == line.entries
    assert "노을" in aliases(first)
    assert first.certificates.state().behind == ()
    with pytest.raises(NotFound):
        first.certificates.let_in(device(second), QUIET)


def test_a_moved_position_also_comes_by_file(laptops, stick):
    first, second, desk = laptops
    second.cases.begin("VISIT", "새벽")
    brought(second, first, stick)
    first.certificates.lose(device(second), *LOST)
    brought(first, desk, stick)
    case = second.cases.begin("VISIT", "노을")
    second.consents.decide(case, {"RECORD": "AGREED", "CENTRAL": "AGREED"})
    brought(second, first, stick)
    brought(second, desk, stick)
    assert desk.certificates.state().behind
    assert not desk.certificates.state().behind[0].may_let_in  # its center decides
    first.certificates.let_in(device(second), QUIET)
    desk.keys.accept_enrolment(first.keys.enrolment().data)
    assert desk.certificates.state().behind == ()
    assert len(desk._rooms.register.find("case")) == 1


def test_without_the_ca_it_holds_here_and_says_where_to_go_on(laptops):
    first, second, _ = laptops
    view = second.certificates.lose(device(first), *LOST)
    assert not view.everywhere
    assert any("인증 열쇠" in one for one in view.lines)


def test_this_laptop_or_a_strange_one_is_not_lost(laptops):
    first, _, _ = laptops
    with pytest.raises(InvalidInput):
        first.certificates.lose(device(first), *LOST)
    with pytest.raises(NotFound):
        first.certificates.lose("nobody", *LOST)
    with pytest.raises(NotFound):
        first.certificates.account_changed("nobody", "x")


def test_a_laptop_that_hears_of_it_says_so_and_asks_with_new_keys(laptops, stick):
    first, second, _ = laptops
    second.cases.begin("VISIT", "새벽")
    brought(second, first, stick)
    first.certificates.lose(device(second), *LOST)
    second.keys.accept_enrolment(
        first.keys.enrolment().data
    )  # by file: it is sealed out
    assert second.certificates.state().state == "revoked"
    assert any(one.text_id == "next-certificate-revoked" for one in second.today().actions)  # fmt: skip
    answer = first.keys.answer_device(second.keys.device_request().data)
    second.keys.take_device_answer(answer.data)
    assert second.certificates.state().state == "fine"


def test_only_the_central_desk_takes_a_center_back(laptops):
    first, second, desk = laptops
    for one in (first, second):
        with pytest.raises(NotYours):
            one.certificates.lose_center("C0")
    desk.certificates.lose_center("IC")
    with pytest.raises(CertificateRefused):
        desk.keys.accept_enrolment(first.keys.enrolment().data)


def aliases(desk):
    return {row["alias"] for row in desk._rooms.register.find("case")}
