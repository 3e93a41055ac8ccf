from threading import Event

import pytest

from ui.jobs import Lane


@pytest.fixture
def rail(window, session, desk, settle):
    session.open(desk)
    session.go("send")
    settle()
    return window._rail


@pytest.fixture
def long(session):
    """Work that goes on until it is stopped."""
    begun, stopped = Event(), []

    def work(_desk, progress):
        while True:
            progress.step(2_000_000, 9_000_000, "progress-test")
            begun.set()

    job = session.do(work, lane=Lane.CARRY, stopped=lambda: stopped.append(1))
    assert begun.wait(60)
    job.stopped = stopped
    yield job
    job.cancel()


def test_work_of_more_than_ten_seconds_is_in_the_rail_with_count_and_cancel(
    window, rail, long, settle, texts
):
    window.show_work()
    assert rail.work.isHidden()
    long.began -= 11
    window.show_work()
    assert rail.work.isVisible()
    assert rail.work._what.text() == texts("progress-test")
    assert "MB" in rail.work._count.text()
    rail.work.stop.click()
    settle()
    assert rail.work.isHidden()
    assert long.stopped == [1]


def test_the_wizard_hears_that_its_work_was_stopped_in_the_rail(
    rail, session, desk, stick, settle, texts
):
    begun, window = Event(), rail.window()

    def endless(_folder, progress):
        while True:
            progress.step(1_000_000, 9_000_000, "progress-test")
            begun.set()

    desk.sticks.carry = endless
    page = window.screen_
    page._find = lambda: stick
    page.begin_stick()
    page.wizard.steps[0]._on_chosen((str(stick[0].path),))
    page.wizard.next.click()
    settle()
    page.wizard.next.click()
    assert begun.wait(60)
    session.go("settings")
    window.show_work(0.0)
    rail.work.stop.click()
    settle()
    assert page.wizard.steps[2].again.isVisibleTo(page)
    assert page.wizard.steps[2].error.text() == texts("stick-cancelled")


def test_a_narrow_rail_keeps_the_cancel(window, rail, long):
    window.resize(900, 700)
    long.began -= 11
    window.show_work()
    assert rail.work.stop.isVisible()
    assert not rail.work._what.isVisible()
    assert rail.work.width() <= rail.width()
