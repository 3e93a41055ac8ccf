"""The way over a stick in the window: both directions, calm at every accident."""

import shutil
import sys
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from intake.desk.views.sticks import StickOut
from intake.errors import Altered, MailboxAway, NoRoom
from tests.ui.fake_desk import PLAN, SEALED, FakeDesk
from ui.widgets import Button
from ui.widgets.drives import Drive, Mounted, disks_of, is_on_the_drive_of, why_not


@pytest.fixture
def send(window, session, desk, stick, settle):
    session.open(desk)
    session.go("send")
    settle()
    page = window.screen_
    page._find = lambda: stick
    return page


@pytest.fixture
def begin(send, stick, settle):
    """The wizard with the stick picked, so many pages on."""

    def begin(pages=0):
        send.begin_stick()
        send.wizard.steps[0]._on_chosen((str(stick[0].path),))
        for _ in range(pages):
            send.wizard.next.click()
            settle()
            settle()
        return send.wizard

    return begin


def said(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]  # fmt: skip


# --- which stick -------------------------------------------------------------------------


def test_nothing_goes_on_before_a_stick_is_picked(send):
    send.begin_stick()
    assert not send.wizard.next.isEnabled()


def test_what_is_no_stick_is_named_with_its_reason_and_not_offered(send, stick, texts):
    odd = [Drive(f"D-{why}", stick[1].path / why, 1, 1, True, why) for why in ("system", "network", "optical")]  # fmt: skip
    send._find = lambda: (*stick, *odd)
    send.begin_stick()
    step = send.wizard.steps[0]
    assert list(step._choices._buttons) == [str(stick[0].path)]
    lines = said(step)
    for one in (stick[1], *odd):
        why = texts("stick-why", why=one.why or "locked")
        assert texts("stick-refused", name=one.name, why=why) in lines


def test_a_stick_plugged_in_later_appears(send, stick):
    send._find = tuple
    send.begin_stick()
    step = send.wizard.steps[0]
    assert step._none.isVisibleTo(step)
    step._find = lambda: stick
    step.look()
    assert not step._none.isVisibleTo(step)


def test_whoever_is_quick_is_offered_the_usual_folder_once_it_is_known(window, session, desk, stick, settle, texts):  # fmt: skip
    desk.exchange.mailbox = lambda: "/mailbox"
    session.open(desk)
    session.go("send")  # nothing was read yet
    page = window.screen_
    page._find = lambda: stick
    page.begin_stick()
    step = page.wizard.steps[0]
    before = [one.text() for one in step.findChildren(Button)]
    settle()
    now = [one.text() for one in step.findChildren(Button)]
    assert not any(texts("stick-mailbox") in one for one in before)
    assert any(texts("stick-mailbox") in one for one in now)


def test_a_stick_pulled_out_is_no_longer_picked(begin, stick):
    wizard = begin()
    shutil.rmtree(stick[0].path)
    wizard.steps[0]._find = tuple
    wizard.steps[0].look()
    assert not wizard.next.isEnabled()


def test_a_folder_of_the_systems_disk_is_refused_where_it_is_chosen(send, tmp_path, monkeypatch, texts):  # fmt: skip
    send._find = lambda: (Drive("Disk", tmp_path, 1, 1, True, "system"),)
    send.begin_stick()
    step = send.wizard.steps[0]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path / "x"))  # fmt: skip
    step._on_other()
    assert not send.wizard.next.isEnabled()
    assert texts("stick-why", why="system") in step._picked.text()


def test_why_a_drive_is_not_offered(tmp_path):
    own = frozenset({"sda"})
    assert why_not(Mounted("/", "/dev/sda2", "ext4"), own) == "system"
    assert why_not(Mounted("/media/x", "//server/x", "cifs"), own) == "network"
    assert why_not(Mounted("/media/cd", "/dev/sr0", "iso9660", True), own) == "optical"
    assert why_not(Mounted("/media/x", "/dev/sdz1", "exfat", True), own) == "locked"
    assert why_not(Mounted("/media/x", "/dev/sdz1", "exfat"), own) == ""


def test_a_stick_that_the_computer_itself_runs_from_is_its_system_disk(tmp_path):
    """A live system on a stick: its second partition is no place to send on; so below a mapper."""
    disk = tmp_path / "devices" / "sdb"
    for part in ("sdb1", "sdb2"):
        (disk / part).mkdir(parents=True)
        (disk / part / "partition").write_text("1")
    blocks = tmp_path / "class"
    (blocks / "dm-0" / "slaves" / "sdb2").mkdir(parents=True)
    for name in ("sdb1", "sdb2"):
        (blocks / name).symlink_to(disk / name)
    assert disks_of("/dev/sdb1", blocks) == disks_of("/dev/dm-0", blocks) == {"sdb"}
    assert disks_of("tmpfs", blocks) == frozenset()


def test_on_windows_its_own_drive_is_the_one_that_windows_lies_on():
    assert is_on_the_drive_of("c:/", r"C:\Windows")
    assert not is_on_the_drive_of("E:/", r"C:\Windows")
    assert not is_on_the_drive_of("C:/", "")
    assert not is_on_the_drive_of("//server/share/", "")


# --- what comes and goes -----------------------------------------------------------------


def test_both_directions_are_seen_before_anything_moves(begin, desk, texts):
    step = begin(1).steps[1]
    assert step._came.text() == texts("stick-fresh", count=2, size=4_200_000)
    assert texts("stick-strangers", count=1) in step._beside.text()
    assert step._goes.rows.rowCount() == 3
    assert step._stays.rows.rowCount() == 2
    assert "41" in step._goes_title.text()
    assert "carry" not in desk.said


def test_on_a_new_stick_nobody_is_chosen_and_it_only_takes_in(begin, desk, settle, texts):  # fmt: skip
    known = desk._look()
    fresh = replace(known, known=False, last_ms=0, to=(replace(known.to[0], allowed=False),))  # fmt: skip
    desk.sticks.look = lambda _folder, *, sends=True: fresh
    wizard = begin(1)
    step = wizard.steps[1]
    assert step._memory.text() == texts("stick-new")
    assert not step._goes.isVisibleTo(step)
    assert wizard.next.text() == texts("stick-go-in")
    step._choices.button("C1").click()
    assert step._goes.isVisibleTo(step)
    assert wizard.next.text() == texts("stick-go")
    wizard.next.click()
    settle()
    settle()
    assert desk.said == [("allow", "C1"), "carry"]


def test_whoever_is_chosen_no_longer_gets_nothing_more_on_this_stick(begin, desk, settle):  # fmt: skip
    wizard = begin(1)
    wizard.steps[1]._choices.button("C1").click()
    wizard.next.click()
    settle()
    settle()
    assert desk.said == [("forbid", "C1"), "carry"]


def test_without_compared_keys_it_can_still_be_received(window, session, stick, settle, texts):  # fmt: skip
    session.open(FakeDesk(enrolled=False))
    session.go("send")
    settle()
    page = window.screen_
    page._find = lambda: stick
    page.begin_stick()
    page.wizard.steps[0]._on_chosen((str(stick[0].path),))
    page.wizard.next.click()
    settle()
    assert page.wizard.steps[1]._memory.text() == texts("send-nobody")
    assert page.wizard.next.isEnabled()


@pytest.mark.parametrize(("changed", "says"), [({"records": 0, "goes": ()}, "send-nothing"), ({"records": 0, "goes": (), "counts": ("2025",)}, "send-only-counts")])  # fmt: skip
def test_a_plan_without_cases_says_so(begin, desk, texts, changed, says):
    desk.exchange.plan = lambda to: replace(PLAN, stays=(), **changed)
    step = begin(1).steps[1]
    assert step._goes_title.text() == texts(says)
    assert texts("send-tells", cases=1) in step._tells.text()


# --- moving ------------------------------------------------------------------------------


def test_the_whole_way_ends_with_the_word_to_pull_and_the_lock(begin, desk, left, qtbot, settle, texts):  # fmt: skip
    wizard = begin(2)
    assert wizard.at == 3
    assert wizard.back.isHidden()
    lines = said(wizard.steps[3])
    assert SEALED.number in lines
    assert texts("stick-read-back") in lines
    assert texts("receive-withdrawn", cases=1) in lines
    assert texts("receive-unanswered", names="SW") in lines
    wizard.next.click()
    settle()
    assert wizard.steps[4]._said.text() == texts("stick-out-now", place="USB 64G")
    wizard.next.click()
    qtbot.waitUntil(lambda: bool(left))
    assert left == [True]


def test_a_pulled_stick_has_words_and_a_way_forward(begin, desk, stick, settle, texts):
    real, found = desk.sticks.carry, []

    def pulled(folder, progress):
        raise MailboxAway(mailbox="USB 64G")

    desk.sticks.carry = pulled
    wizard = begin(2)
    step = wizard.steps[2]
    assert wizard.at == 2
    assert step._said.text() == texts("stick-away", place="USB 64G")
    assert step._calm.text() == texts("stick-pulled")
    stick[0].path.rename(stick[0].path.with_name("back"))
    again = replace(stick[0], path=stick[0].path.with_name("back"))
    step._find = lambda: (again,)
    desk.sticks.carry = lambda folder, progress: (found.append(folder), real(folder, progress))[1]  # fmt: skip
    step.again.click()
    settle()
    settle()
    assert found == [again.path]
    assert wizard.at == 3


@pytest.mark.parametrize("error", [NoRoom(needed=10, free=3), Altered(member="letter")])
def test_what_went_wrong_is_said_and_it_can_be_tried_again_or_left(begin, desk, settle, texts, error):  # fmt: skip
    def wrong(_folder, _progress):
        raise error

    desk.sticks.carry = wrong
    wizard = begin(2)
    assert wizard.steps[2].error.isVisibleTo(wizard)
    assert wizard.steps[2]._calm.isHidden()
    assert not wizard.next.isEnabled()
    wizard.skip.click()
    settle()
    assert texts("stick-nothing-done") in said(wizard.steps[3])
    wizard.next.click()
    settle()
    assert wizard.steps[4].state == "OUT"


def test_cancel_is_always_there_while_it_goes(begin, desk, settle, texts):
    begun = Event()

    def endless(_folder, progress):
        begun.set()
        while True:
            progress.step(1_000_000, 9_000_000, "progress-test")

    desk.sticks.carry = endless
    wizard = begin(1)
    wizard.next.click()
    assert begun.wait(60)
    wizard.progress.stop.click()
    settle()
    assert wizard.at == 2
    assert wizard.steps[2].error.text() == texts("stick-cancelled")


# --- taking it out -----------------------------------------------------------------------


@pytest.mark.parametrize("state", ["HAND", "BUSY"])
def test_it_never_says_pull_it_before_it_is_out(begin, desk, stick, settle, texts, state):  # fmt: skip
    desk.sticks.release = lambda _folder: StickOut(state, "USB 64G")
    wizard = begin(2)
    wizard.next.click()
    settle()
    step = wizard.steps[4]
    assert step.state == state
    assert "빼도 됩니다" not in step._said.text()
    step.look()
    assert step.state == state
    shutil.rmtree(stick[0].path)
    step._find = tuple
    step.look()
    assert step._said.text() == texts("stick-out-now", place="USB 64G")


@pytest.mark.parametrize(("platform", "icon"), [("win32", "하드웨어 안전하게 제거"), ("darwin", "Finder"), ("linux", "파일 관리자")])  # fmt: skip
def test_which_icon_to_press_is_said_for_each_system(begin, desk, settle, monkeypatch, platform, icon):  # fmt: skip
    desk.sticks.release = lambda _folder: StickOut("HAND", "USB 64G")
    wizard = begin(2)
    monkeypatch.setattr(sys, "platform", platform)
    wizard.steps[4].show_state("HAND")
    monkeypatch.undo()
    assert icon in wizard.steps[4]._how.text()


def test_a_folder_of_this_computer_has_nothing_to_pull(begin, desk, settle, texts):
    desk.sticks.release = lambda _folder: StickOut("STAYS", "")
    wizard = begin(2)
    wizard.next.click()
    settle()
    assert wizard.steps[4]._said.text() == texts("stick-out-stays", place="USB 64G")
    assert not wizard.steps[4].again.isVisibleTo(wizard)
