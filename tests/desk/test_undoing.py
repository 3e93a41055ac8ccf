"""What was just done is taken back whole, and done again."""

import pytest

from intake.errors import Cancelled, NotFound, OutOfDate
from intake.ledger import Deed
from tests.desks_at_hand import a_desk, agreed


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


def test_a_change_is_taken_back_and_done_again(desk):
    case = agreed(desk, "RECORD")
    task = desk.records.add("task", case, {"kind": "OTHER", "state": "OPEN"})
    desk.records.change("task", task, {"state": "DONE"})
    assert desk.undo.next().text_id == "deed-change"
    desk.undo.undo()
    assert desk.records.get("task", task)["state"] == "OPEN"
    desk.undo.redo()
    assert desk.records.get("task", task)["state"] == "DONE"


def test_what_was_added_is_withdrawn_by_undo_and_stands_again_after_redo(desk):
    case = agreed(desk, "RECORD")
    task = desk.records.add("task", case, {"kind": "OTHER"})
    desk.undo.undo()
    with pytest.raises(NotFound):
        desk.records.get("task", task)
    desk.undo.redo()
    assert desk.records.get("task", task)["kind"] == "OTHER"


def test_several_words_of_one_step_are_one_undo(desk):
    case = agreed(desk, "RECORD")
    with desk._rooms.one_step(Deed.CHECK):
        for _ in range(3):
            desk.records.add("task", case, {"kind": "CHECK"})
    line = desk.undo.next()
    assert (line.deed, line.actions) == ("check", 3)
    desk.undo.undo()
    assert not desk.records.list("task", case)


def test_consent_is_never_revived_by_undo(desk):
    case = agreed(desk, "RECORD", "CENTRAL")
    desk.consents.withdraw(case, "CENTRAL")
    with pytest.raises(NotFound):
        desk.undo.undo()


def test_steps_about_one_field_are_taken_back_one_after_the_other(desk):
    case = agreed(desk, "RECORD")
    first = desk.cases.line(case).alias
    for name in ("바다", "구름"):
        desk.cases.rename(case, name)
    desk.undo.undo()
    assert desk.cases.line(case).alias == "바다"
    desk.undo.undo()
    assert desk.cases.line(case).alias == first
    desk.undo.redo()
    desk.undo.redo()
    assert desk.cases.line(case).alias == "구름"


def test_what_somebody_else_said_since_is_not_taken_back(desk):
    case = agreed(desk, "RECORD")
    desk.cases.rename(case, "바다")
    step = desk._rooms.done.undoable.pop()
    desk.cases.rename(case, "구름")
    desk._rooms.done.undoable[:] = [step]
    with pytest.raises(OutOfDate):
        desk.undo.undo()
    assert desk.cases.line(case).alias == "구름"


class Stopped:
    """Somebody who stops the work after some reports; remembers what was reported."""

    def __init__(self, after):
        self.after, self.told = after, []

    def step(self, done, total, what):
        self.told.append((done, total, what))
        if len(self.told) > self.after:
            raise Cancelled


def test_taking_back_that_is_stopped_takes_nothing_back_and_is_offered_again(desk):
    case = agreed(desk, "RECORD")
    with desk._rooms.one_step(Deed.CHECK):
        for _ in range(3):
            desk.records.add("task", case, {"kind": "CHECK"})
    watch = Stopped(after=2)
    with pytest.raises(Cancelled):
        desk.undo.undo(watch)
    assert watch.told[-1] == (2, 3, "progress-taking-back")
    assert len(desk.records.list("task", case)) == 3
    assert desk.undo.next().actions == 3
    desk.undo.undo()
    assert not desk.records.list("task", case)
    with pytest.raises(Cancelled):
        desk.undo.redo(Stopped(after=0))
    desk.undo.redo()
    assert len(desk.records.list("task", case)) == 3
