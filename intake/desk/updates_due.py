"""One quiet line about updates on the first page of the day (오늘)."""

from intake.desk import updates_program
from intake.desk.rooms import Rooms
from intake.desk.updates_rounds import UpdateRounds
from intake.desk.views import TodayAction
from intake.release.staged import read_notes


def due_updates(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return that a version is ready, waits for IT, or was left by itself; else nothing."""
    now, policy = updates_program.program(), UpdateRounds(rooms).policy()
    if now is None or policy == "off":
        return ()
    notes = read_notes(now.home)
    if policy == "next-start":
        if waiting := now.waiting(notes):
            return (TodayAction("next-update-ready", {"version": waiting}, ""),)
        left = [one for one in now.newer() if notes.left.get(one) in {"start", "altered"}]  # fmt: skip
        if left:
            return (TodayAction("next-update-left", {"version": left[0]}, ""),)
    if laid := now.package():
        return (TodayAction("next-update-package", {"version": laid[1].version}, ""),)
    return ()
