"""Taking back what was just done (되돌리기), and doing it again.

* An undo is said like anything else: new entries, nothing is removed from the ledger.
* One action of a person is one step, however many entries and cases it took.
* Steps are those of this sitting; the lock ends them.
* Stopped on the way, nothing was taken back, and the step is offered as before.
* What the central desk told the centers of a decision (연결 알림) follows it: recalled when it is
  taken back, told again when it stands again.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from intake.desk.bonds import Bonds
from intake.desk.link_telling import recall, tell
from intake.desk.rooms import Rooms, Step
from intake.desk.views.undoing import UndoLine
from intake.errors import Cancelled, NotFound
from intake.progress import Progress, Silent

_QUIET = Silent()
_MISTAKE = "MISTAKE"
_SCOPE = (
    "select scope.scope from entry join part on part.id = entry.part"
    " join scope on scope.id = part.scope where entry.id = ?"
)


class Undo:
    """What can be taken back."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def next(self) -> UndoLine | None:
        """Return what an undo would take back; None where there is nothing."""
        return _line(self._rooms.done.undoable)

    def next_redo(self) -> UndoLine | None:
        """Return what a redo would do again; None where there is nothing."""
        return _line(self._rooms.done.redoable)

    def undo(self, progress: Progress = _QUIET) -> UndoLine:
        """Take back the last step, all of it or nothing.

        Raises:
            NotFound: there is nothing to take back.
            OutOfDate: somebody has spoken of it since; it stays, and is no longer offered.
            HandedOver: another center goes on with that case; likewise.
        """
        done = self._rooms.done
        with _taking(done.undoable) as step:
            done.redoable.append(self._say_back(step, progress))
        return UndoLine(step.deed, step.count)

    def redo(self, progress: Progress = _QUIET) -> UndoLine:
        """Do the last undone step again; raises as ``undo`` does."""
        done = self._rooms.done
        with _taking(done.redoable) as step:
            done.undoable.append(self._say_back(step, progress))
        return UndoLine(step.deed, step.count)

    def _say_back(self, step: Step, progress: Progress) -> Step:
        rooms, said = self._rooms, Step(step.deed)
        with rooms.vault.writing():
            for done, entries in enumerate(reversed(step.outcomes)):
                progress.step(done, step.count, "progress-taking-back")
                rooms.check_ours(entries[0])  # an action has one scope
                outcome = rooms.ledger.undo(entries, actor=rooms.who.counselor)
                if outcome.entries:
                    said.outcomes.append(outcome.entries)
                rooms.touched.add(*outcome.touched)
            for link in _links_of(rooms, step):
                stands = Bonds(rooms).bond(link) is not None
                _ = tell(rooms, link) if stands else recall(rooms, link, _MISTAKE)
        return said


@contextmanager
def _taking(steps: list[Step]) -> Iterator[Step]:
    """Give the newest step away; one that cannot be said back is not offered again."""
    if not steps:
        raise NotFound(entity="undo")
    step = steps.pop()
    try:
        yield step
    except Cancelled:
        steps.append(step)
        raise


def _links_of(rooms: Rooms, step: Step) -> tuple[str, ...]:
    """Return the decisions about people that a step spoke of; only the central desk tells of them."""
    if rooms.who.role != "central":
        return ()
    with rooms.vault.reading() as db:
        rows = [db.one(_SCOPE, (one[0],)) for one in step.outcomes]
    records = (scope.partition("/")[2] for (scope,) in filter(None, rows) if scope.startswith("link/"))  # fmt: skip
    known = (one for one in dict.fromkeys(records) if rooms.register.get("link", one))
    return tuple(known)


def _line(steps: list[Step]) -> UndoLine | None:
    return UndoLine(steps[-1].deed, steps[-1].count) if steps else None
