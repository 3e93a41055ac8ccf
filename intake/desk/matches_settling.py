"""Looking again at whoever may be like somebody else now (다시 견주기), a few at a time."""

from intake.desk.rooms import Rooms
from intake.matching import holding
from intake.progress import Progress, Silent

_QUIET = Silent()
_AT_ONCE = 100  # suspects in one transaction


def compare_again(rooms: Rooms, progress: Progress = _QUIET, most: int = -1) -> int:
    """Look at whoever is due, at most so many suspects; return how many profiles it were.

    Raises:
        Cancelled: from ``progress``; whoever was looked at stays so, the rest stays due.
    """
    with rooms.vault.reading() as db:
        waiting = db.one("SELECT count(*) FROM m_due")
    total = int(waiting[0]) if waiting else 0
    looked = done = 0
    while total and (most < 0 or done < most):
        progress.step(min(done, total), total, "progress-likenesses")
        with rooms.vault.writing() as db:
            holding.all_due_where_grown(db)
            some = holding.due(db, _AT_ONCE)
            looked += holding.settle(db, some, rooms.clock.wall())
        done += len(some)
        if not some:
            break
    if looked:
        rooms.touched.add("matches")
    return looked
