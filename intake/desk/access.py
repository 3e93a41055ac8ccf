"""The access log (접속기록)."""

from intake.desk.rooms import Rooms


def keep_mark(rooms: Rooms) -> None:
    """Say in the ledger how far the log is."""
    rooms.log.note("lock", loud=True)
