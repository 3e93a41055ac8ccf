import sys
from threading import Event, current_thread

import pytest
import shiboken6
from PySide6.QtCore import QObject

from intake.errors import Cancelled, NoRoom
from ui.jobs import Jobs, Lane


def run_and_wait(qtbot, jobs, work, **how):
    told = []
    jobs.run(work, then=told.append, **how)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def test_the_vault_lane_keeps_the_order(qtbot, jobs):
    said, done = [], []
    for number in range(40):
        jobs.run(lambda _p, n=number: said.append(n), lane=Lane.VAULT, then=done.append)
    qtbot.waitUntil(lambda: len(done) == 40)
    assert said == list(range(40))


def test_results_arrive_on_the_window_thread(qtbot, jobs):
    here = current_thread()
    threads = []
    away = run_and_wait(qtbot, jobs, lambda _p: current_thread(), lane=Lane.OUTSIDE)
    jobs.run(
        lambda _p: None,
        lane=Lane.READ,
        then=lambda _r: threads.append(current_thread()),
    )
    qtbot.waitUntil(lambda: bool(threads))
    assert away is not here
    assert threads == [here]


def test_the_last_step_is_shown_before_the_result(qtbot, jobs):
    seen = []

    def work(progress):
        for done in range(1, 51):
            progress.step(done, 50, "progress-test")
        return "result"

    jobs.run(
        work,
        lane=Lane.VAULT,
        watch=lambda done, total, what: seen.append(done),
        then=seen.append,
    )
    qtbot.waitUntil(lambda: "result" in seen)
    steps = seen[:-1]
    assert seen[-1] == "result"
    assert steps[-1] == 50
    assert steps == sorted(steps)


def test_a_refusal_is_told_and_nothing_else_is(qtbot, jobs):
    refusals, results = [], []

    def work(_progress):
        raise NoRoom(needed=10, free=3)

    jobs.run(work, lane=Lane.VAULT, then=results.append, otherwise=refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))
    assert refusals[0].facts == {"needed": 10, "free": 3}
    assert results == []


def test_a_mistake_of_ours_goes_to_the_excepthook(qtbot, jobs, monkeypatch):
    caught, refusals = [], []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    jobs.run(lambda _p: 1 // 0, lane=Lane.VAULT, otherwise=refusals.append)
    qtbot.waitUntil(lambda: bool(caught))
    assert caught == [ZeroDivisionError]
    assert refusals == []


def test_cancelled_work_is_silent(qtbot, jobs):
    begun, told = Event(), []

    def work(progress):
        begun.set()
        while True:
            progress.step(0, 0, "progress-test")

    job = jobs.run(work, lane=Lane.OUTSIDE, then=told.append, otherwise=told.append)
    assert begun.wait(60)
    job.cancel()
    qtbot.waitUntil(lambda: job.finished)
    assert told == []


def test_work_cancelled_before_its_turn_never_begins(qtbot, jobs):
    gate, began = Event(), []
    jobs.run(lambda _p: gate.wait(60), lane=Lane.VAULT)
    waiting = jobs.run(lambda _p: began.append(1), lane=Lane.VAULT)
    waiting.cancel()
    gate.set()
    qtbot.waitUntil(lambda: waiting.finished)
    assert began == []


def test_a_running_read_is_interrupted_and_only_while_it_runs(qtbot, jobs):
    begun, stopped, calls = Event(), Event(), []

    def interrupt():
        calls.append(1)
        stopped.set()

    def query(_progress):
        begun.set()
        stopped.wait(60)
        raise Cancelled

    jobs.interrupt = interrupt
    reading = jobs.run(query, lane=Lane.READ)
    assert begun.wait(60)
    reading.cancel()
    qtbot.waitUntil(lambda: reading.finished)
    reading.cancel()
    assert calls == [1]


def test_no_read_is_interrupted_while_a_deed_runs(qtbot, jobs):
    acting, acted, begun, go, calls = Event(), Event(), Event(), Event(), []
    jobs.interrupt = lambda: calls.append(1)
    deed = jobs.run(lambda _p: (acting.set(), acted.wait(60)), lane=Lane.VAULT)
    assert acting.wait(60)
    reading = jobs.run(lambda _p: (begun.set(), go.wait(60)), lane=Lane.READ)
    assert begun.wait(60)
    reading.cancel()
    assert calls == []
    acted.set()
    go.set()
    qtbot.waitUntil(lambda: deed.finished and reading.finished)


def test_a_deed_that_was_done_is_told_even_when_cancelled(qtbot, jobs):
    begun, go, told = Event(), Event(), []

    def deed(_progress):
        begun.set()
        go.wait(60)
        return "done"

    job = jobs.run(deed, lane=Lane.VAULT, then=told.append)
    assert begun.wait(60)
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: job.finished)
    assert told == ["done"]


def test_closing_finishes_every_deed_and_cancels_the_rest(app):

    jobs, told, begun = Jobs(), [], Event()

    def endless(progress):
        begun.set()
        while True:
            progress.step(0, 0, "progress-test")

    jobs.run(endless, lane=Lane.OUTSIDE, then=told.append)
    for number in range(5):
        jobs.run(lambda _p, n=number: n, lane=Lane.VAULT, then=told.append)
    assert begun.wait(60)
    jobs.close()
    assert told == [0, 1, 2, 3, 4]
    assert jobs.run(lambda _p: 1, lane=Lane.VAULT, then=told.append).cancelled


def test_a_result_for_a_widget_that_is_gone_is_dropped(qtbot, jobs):

    owner, told, gate = QObject(), [], Event()
    job = jobs.run(
        lambda _p: gate.wait(60), lane=Lane.VAULT, then=told.append, owner=owner
    )
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: job.finished)
    assert told == []


@pytest.mark.parametrize("lane", list(Lane))
def test_every_lane_brings_back_what_was_made(qtbot, jobs, lane):
    assert run_and_wait(qtbot, jobs, lambda _p: 42, lane=lane) == 42
