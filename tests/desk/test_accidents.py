"""Copied laptops, wrong clocks and missing pieces: told in words, and nothing of them is lost."""

import shutil

import pytest

from intake.desk import workspace
from intake.errors import InvalidInput, NotFound, NotYours
from intake.progress import Silent
from tests.desks_at_hand import agreed, next_laptop, planted
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring

QUIET = Silent()
DAY_MS = 86_400_000


def carried(desk, stick, to="C0"):
    sealed = desk.exchange.make(desk.exchange.plan(to), QUIET)
    desk.exchange.deliver(sealed, stick, QUIET)
    return sealed


def kinds(desk):
    return [one.kind for one in desk.accidents.listing()]


def case_of(desk):
    return agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")


@pytest.fixture
def second(desk, tmp_path):
    """The next laptop of the center, let in by its first."""
    joining = next_laptop(tmp_path / "two", "IC", "이상담", MemoryKeyring())
    answer = desk.keys.answer_device(joining.keys.device_request().data)
    joining.keys.take_device_answer(answer.data)
    keyring = joining._rooms.keyring
    joining.close()
    opened = workspace.open_(tmp_path / "two", PASSPHRASE, keyring=keyring, policy=POLICY)  # fmt: skip
    yield opened
    opened.close()


def ahead(desk, monkeypatch, days):
    """Set one laptop's clock wrong."""
    clock, wall = desk._rooms.clock, desk._rooms.clock.wall
    monkeypatch.setattr(clock, "wall", lambda: wall() + days * DAY_MS)


def test_nothing_happened_and_nothing_is_said(desk, central, stick):
    case_of(desk)
    carried(desk, stick)
    central.exchange.receive(stick, QUIET)
    assert kinds(desk) == kinds(central) == []


def test_a_copied_laptop_is_told_and_both_sides_words_are_kept(desk, central, stick, tmp_path, keyring):  # fmt: skip
    first = case_of(desk)
    desk._rooms.ledger.close_segment(QUIET)
    shutil.copytree(desk._rooms.vault.folder, tmp_path / "copy", ignore=lambda _dir, names: [one for one in names if one.endswith(".lock")])  # fmt: skip
    here = case_of(desk)
    carried(desk, stick)
    central.exchange.receive(stick, QUIET)
    twin = workspace.open_(tmp_path / "copy", PASSPHRASE, keyring=MemoryAsOf(keyring), policy=POLICY)  # fmt: skip
    there = case_of(twin)
    carried(twin, stick)
    central.exchange.receive(stick, QUIET)
    (line,) = central.accidents.listing()
    assert line.kind == "forked"
    assert "복제" in line.sentence
    assert line.remedy
    assert {central.cases.line(one).id for one in (first, here, there)} == {first, here, there}  # fmt: skip
    twin.close()


class MemoryAsOf(MemoryKeyring):
    """The keyring of a copied computer: as it was when it was copied, and knowing of no anchor."""

    def __init__(self, like):
        super().__init__()
        self.kept = {key: text for key, text in like.kept.items() if key[1] != "anchor"}


def test_a_clock_ten_days_ahead_is_told_and_can_be_put_right(desk, second, stick, monkeypatch):  # fmt: skip
    """Both laptops are of one center; the other one notices, and its supervisor mends it."""
    ahead(second, monkeypatch, 10)
    case_of(second)
    carried(second, stick, to=desk._rooms.vault.device_id)
    desk.exchange.receive(stick, QUIET)
    (line,) = desk.accidents.listing()
    assert line.kind == "clock"
    assert "10일" in line.sentence
    assert line.may_fix
    assert 9 * 24 <= line.ahead_ms // 3_600_000 <= 10 * 24
    desk.accidents.fix_clock(line.log, line.first, line.last, 240, QUIET)
    assert desk.accidents.listing() == ()


def test_a_piece_that_has_not_come_is_told_and_asks_nobody_to_do_anything(desk, central, stick, tmp_path):  # fmt: skip
    case_of(desk)
    lost = tmp_path / "lost"
    lost.mkdir()
    sealed = desk.exchange.make(desk.exchange.plan("C0"), QUIET)
    desk.exchange.deliver(sealed, lost, QUIET)
    later = case_of(desk)
    desk.exchange.deliver(desk.exchange.make_more("C0", QUIET), stick, QUIET)
    central.exchange.receive(stick, QUIET)
    assert kinds(central) == ["gap"]
    assert central.cases.line(later).id == later
    central.exchange.receive(lost, QUIET)
    assert kinds(central) == []


def test_what_does_not_fit_is_refused(desk, central, stick):
    case_of(desk)
    carried(desk, stick)
    central.exchange.receive(stick, QUIET)
    (log,) = [name for name, _, center, _ in desk._rooms.ledger.logs() if center == "IC"]  # fmt: skip
    with pytest.raises(NotFound):
        central.accidents.fix_clock(log, 0, 0, 5, QUIET)
    with pytest.raises(NotFound):
        desk.accidents.fix_clock("nowhere", 0, 0, 5, QUIET)
    for first, last, hours in ((1, 0, 5), (-1, 0, 5), (0, 0, 0), (0, 0, 10**7)):
        with pytest.raises(InvalidInput):
            desk.accidents.fix_clock(log, first, last, hours, QUIET)


@pytest.mark.parametrize("role", ["COUNSELOR", "IT", "AUDITOR"])
def test_only_who_supervises_puts_a_clock_right(desk, role):
    planted(desk, "role_grant", "", {"counselor": "박상담", "role": role})
    desk._rooms.sight.forget({"role_grant"})
    with pytest.raises(NotYours):
        desk.accidents.fix_clock("a1", 0, 0, 5, QUIET)
    assert desk.accidents.listing() == ()


def test_what_a_person_ended_is_told_again_where_it_goes_on(desk, central, stick, tmp_path, keyring):  # fmt: skip
    case_of(desk)
    desk._rooms.ledger.close_segment(QUIET)
    shutil.copytree(desk._rooms.vault.folder, tmp_path / "copy", ignore=lambda _dir, names: [one for one in names if one.endswith(".lock")])  # fmt: skip
    twin = workspace.open_(tmp_path / "copy", PASSPHRASE, keyring=MemoryAsOf(keyring), policy=POLICY)  # fmt: skip
    for one in (desk, twin):
        case_of(one)
        carried(one, stick)
    central.exchange.receive(stick, QUIET)
    assert central.today().actions[0].text_id == "next-accidents"
    (line,) = central.accidents.listing()
    assert line.may_settle
    with pytest.raises(NotFound):
        central.accidents.settle("gap", line.log)
    with pytest.raises(NotFound):
        central.accidents.settle("forked", "nowhere")
    central.accidents.settle("forked", line.log)
    assert central.accidents.listing() == ()
    assert "next-accidents" not in {one.text_id for one in central.today().actions}
    case_of(twin)
    carried(twin, stick)
    central.exchange.receive(stick, QUIET)
    assert kinds(central) == ["forked"]
    twin.close()


@pytest.mark.parametrize("role", ["COUNSELOR", "IT", "AUDITOR"])
def test_only_who_supervises_says_that_something_was_dealt_with(desk, role):
    planted(desk, "role_grant", "", {"counselor": "박상담", "role": role})
    desk._rooms.sight.forget({"role_grant"})
    with pytest.raises(NotYours):
        desk.accidents.settle("forked", "a1")


def test_by_how_much_a_clock_was_wrong_is_what_was_seen_when_the_words_came(desk, second, stick, monkeypatch):  # fmt: skip
    ahead(second, monkeypatch, 10)
    case_of(second)
    carried(second, stick, to=desk._rooms.vault.device_id)
    desk.exchange.receive(stick, QUIET)
    ahead(desk, monkeypatch, 25)  # weeks later
    (line,) = desk.accidents.listing()
    assert round(line.ahead_ms / DAY_MS) == 10
    assert "앞서" in line.sentence
