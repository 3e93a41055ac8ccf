"""A stick that hangs holds up nobody: real desks over real vaults, a medium that does not answer."""

from threading import Event

import pytest

from intake.mailbox import FolderMailbox
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.vaults_at_hand import CHEAP
from ui.jobs import Jobs, Lane


class HangingStick(FolderMailbox):
    """Takes the first byte and then nothing, until it is let go."""

    reached, free = Event(), Event()

    def put_new(self, key, source, size):
        self.reached.set()
        self.free.wait(60)
        return super().put_new(key, source, size)


@pytest.fixture
def hanging(monkeypatch):
    HangingStick.reached, HangingStick.free = Event(), Event()
    monkeypatch.setattr("intake.desk.exchange.FolderMailbox", HangingStick)
    monkeypatch.setattr("intake.desk.sticks.FolderMailbox", HangingStick)
    yield HangingStick
    HangingStick.free.set()


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """A center and a central desk that know each other."""
    folder = tmp_path_factory.mktemp("two")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.vault.birth.calibrate", lambda *_a: CHEAP)
        center = a_desk(folder / "ic")
        central = a_desk(folder / "c1", role="central", code="C1")
    introduce(center, central)
    yield center, central
    center.close()
    central.close()


@pytest.fixture
def wizard(two, window, session, stick, settle):
    """The way over a stick, where somebody saw what leaves and is about to begin."""
    agreed(two[0], "RECORD", "CENTRAL")
    session.open(two[0])
    session.go("send")
    settle()
    page = window.screen_
    page._find = lambda: stick
    page.begin_stick()
    page.wizard.steps[0]._on_chosen((str(stick[0].path),))
    page.wizard.next.click()
    settle()
    choices = page.wizard.steps[1]._choices
    choices.choose("C1")
    choices.chosen.emit(("C1",))
    return page.wizard


def an_interview(desk):
    return desk.interviews.begin(agreed(desk, "RECORD"), "intake")


def test_a_draft_is_durable_while_a_stick_hangs(
    wizard, two, session, hanging, qtbot, settle
):
    desk, told, heard = two[0], [], []
    interview = an_interview(desk)
    session.touched.connect(lambda topics, _by: heard.append(topics))
    wizard.next.click()
    qtbot.waitUntil(hanging.reached.is_set)
    for word in ("가", "가나", "가나다"):
        session.do(
            lambda desk, _p, said=word: desk.interviews.draft(interview, "note", said),
            told.append,
        )
    qtbot.waitUntil(lambda: len(told) == 3)
    assert session.jobs.busy(Lane.CARRY) == 1
    hanging.free.set()
    for _ in range(3):
        settle()
    assert wizard.at == 3
    assert wizard.next.isEnabled()
    assert any("exchange" in topics for topics in heard)


def test_words_are_said_while_a_long_check_holds_the_other_lane(
    two, session, jobs, qtbot, settle
):
    desk, held, done = two[0], Event(), Event()
    interview = an_interview(desk)
    desk.interviews.draft(interview, "note", "가나다")

    def check(desk, _progress):
        with desk._rooms.vault.standing_still():
            held.set()
            done.wait(60)

    session.open(desk)
    session.ask(check, lambda _nothing: None, lane=Lane.BULK)
    assert held.wait(60)
    said = []
    session.do(lambda desk, _p: desk.interviews.settle_drafts(interview), said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert not done.is_set()
    done.set()
    settle()


def test_a_hanging_copy_can_be_given_up_and_the_wizard_is_free(
    wizard, hanging, qtbot, texts, settle
):
    wizard.next.click()
    qtbot.waitUntil(hanging.reached.is_set)
    wizard.progress.stop.click()
    assert wizard.skip.isEnabled()
    assert wizard.steps[2].error.text() == texts("stick-cancelled")
    hanging.free.set()
    settle()
    assert wizard.at == 2


def test_a_deed_said_before_is_in_the_bundle_made_after_it(session, jobs, desk, settle):
    session.open(desk)
    gate, order = Event(), []
    session.do(lambda _d, _p: (gate.wait(60), order.append("said")))
    session.do(lambda _d, _p: order.append("made"), lane=Lane.CARRY)
    gate.set()
    settle()
    assert order == ["said", "made"]


def test_what_was_done_before_a_stop_is_told_to_the_others(
    session, jobs, desk, settle, qtbot
):
    session.open(desk)
    begun, heard, stopped = Event(), [], []
    session.touched.connect(lambda topics, _by: heard.append(set(topics)))

    def receive(desk, progress):
        desk._touched.add("case")
        begun.set()
        while True:
            progress.step(1, 2, "progress-test")

    job = session.do(receive, lane=Lane.CARRY, stopped=lambda: stopped.append(1))
    assert begun.wait(60)
    job.cancel()
    settle()
    assert heard == [{"case"}]
    assert stopped == [1]


def test_the_lock_does_not_wait_for_a_stick_that_hangs(
    window, session, desk, left, qtbot, monkeypatch
):
    monkeypatch.setattr("ui.jobs.Jobs.rest", lambda _jobs, _patience=0: False)
    session.open(desk)
    session.go("send")
    begun, gate = Event(), Event()
    session.do(lambda _d, _p: (begun.set(), gate.wait(60)), lane=Lane.CARRY)
    assert begun.wait(60)
    window.lock()
    qtbot.waitUntil(lambda: bool(left))
    assert desk.locked == 1
    assert session.jobs.close() is False
    gate.set()


def test_a_stick_that_hangs_through_the_lock_does_no_harm(  # noqa: PLR0917 - real parts
    window, session, hanging, left, qtbot, tmp_path, monkeypatch, settle
):
    real = Jobs.rest
    monkeypatch.setattr(Jobs, "rest", lambda jobs, _patience=0: real(jobs, 0.05))
    monkeypatch.setattr("intake.vault.birth.calibrate", lambda *_a: CHEAP)
    center = a_desk(tmp_path / "ic")
    central = a_desk(tmp_path / "c1", role="central", code="C1")
    introduce(center, central)
    central.close()
    agreed(center, "RECORD", "CENTRAL")
    sealed = center.exchange.make(center.exchange.plan("C1"), Silent())
    (tmp_path / "stick").mkdir(exist_ok=True)
    session.open(center)
    session.go("send")
    session.do(
        lambda desk, progress: desk.exchange.deliver(
            sealed, tmp_path / "stick", progress
        ),
        lane=Lane.CARRY,
    )
    qtbot.waitUntil(hanging.reached.is_set)
    window.lock()
    qtbot.waitUntil(lambda: bool(left))
    hanging.free.set()  # the vault is shut by now; nothing is raised at anybody
    settle()
    assert left == [True]
