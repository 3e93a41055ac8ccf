"""What was noticed, on the page 보내기·받기; and a clock that is put right."""

import pytest

from intake.desk import workspace
from intake.progress import Silent
from tests.desks_at_hand import agreed, next_laptop, planted
from tests.ui.real_desks import check_reachable, press, said
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring

DAY_MS = 86_400_000


@pytest.fixture
def wrong(center, tmp_path, box, monkeypatch):
    """The second laptop of the center wrote with a clock ten days ahead."""
    joining = next_laptop(tmp_path / "two", "IC", "이상담", MemoryKeyring())
    joining.keys.take_device_answer(center.keys.answer_device(joining.keys.device_request().data).data)  # fmt: skip
    keyring = joining._rooms.keyring
    joining.close()
    second = workspace.open_(tmp_path / "two", PASSPHRASE, keyring=keyring, policy=POLICY)  # fmt: skip
    wall = second._rooms.clock.wall
    with monkeypatch.context() as patch:
        patch.setattr(second._rooms.clock, "wall", lambda: wall() + 10 * DAY_MS)
        agreed(second, "RECORD")
        sealed = second.exchange.make(second.exchange.plan(center._rooms.vault.device_id), Silent())  # fmt: skip
        second.exchange.deliver(sealed, box, Silent())
        second.close()
    center.exchange.receive(box, Silent())
    return center


@pytest.fixture
def page(wrong, visit_desk):
    return visit_desk(wrong, "send")


def test_a_wrong_clock_is_told_with_what_to_do_and_put_right(page, wrong, rest, window, texts):  # fmt: skip
    (line,) = wrong.accidents.listing()
    assert {line.sentence, line.remedy} <= set(said(page))
    check_reachable(window, page)
    press(page, texts("clock-fix"))
    sheet = page.accidents.sheet
    assert sheet.ahead == 240
    check_reachable(window, sheet)
    sheet.fix.click()
    rest()
    assert wrong.accidents.listing() == ()
    assert not page.accidents.isVisibleTo(page)


def test_only_numbers_are_taken_and_either_way(page, rest, texts):
    press(page, texts("clock-fix"))
    sheet = page.accidents.sheet
    sheet.days.set_text("열흘")
    assert not sheet.fix.isEnabled()
    sheet.days.set_text("2")
    sheet.hours.set_text("1")
    sheet.way.choose("behind")
    assert sheet.ahead == -49


@pytest.mark.parametrize("role", ["COUNSELOR", "IT"])
def test_who_does_not_supervise_sees_it_and_puts_nothing_right(wrong, visit_desk, role, texts):  # fmt: skip
    planted(wrong, "role_grant", "", {"counselor": "박상담", "role": role})
    wrong._rooms.sight.forget({"role_grant"})
    page = visit_desk(wrong, "send")
    assert texts("accidents-title") in said(page)
    assert texts("clock-fix") not in [one.strip() for one in said(page)]
    assert not any(one.may_fix for one in wrong.accidents.listing())
