"""Looking again at whoever may be like somebody else now (다시 견주기), a few at a time or all.

* A few are looked up in the vault; where very many are due, everybody is read into memory
  first, which is sooner by far. What is found is the same.
"""

from intake.desk.link_notices import objected
from intake.desk.rooms import Rooms
from intake.matching import holding, reviewing
from intake.matching.whole import settle_all
from intake.progress import Progress, Silent

_QUIET = Silent()
_AT_ONCE = 100  # suspects in one transaction
_LINKS = 20  # decisions in one, and without being asked
_MANY_LINKS, _FEW_LINKS = (
    200,
    4,
)  # where so many wait, a page is not kept waiting for them
# Reading everybody costs what looking at a tenth of them costs; a few hundred are looked up.
_MANY, _SOME, _SHARE = 2_000, 200, 10


def compare_again(rooms: Rooms, progress: Progress = _QUIET, most: int = -1) -> int:
    """Look at whoever is due, at most so many suspects; return how many profiles it were.

    Raises:
        Cancelled: from ``progress``; whoever was looked at stays so, the rest stays due.
    """
    with rooms.vault.reading() as db:
        waits = bool(holding.due(db, 1))
    looked = _settled(rooms, progress, most) if waits else 0
    if looked:
        rooms.touched.add("matches")
    review_again(rooms, progress, most)
    return looked


def _settled(rooms: Rooms, progress: Progress, most: int) -> int:
    with rooms.vault.writing() as db:
        holding.all_due_where_grown(db)  # before it is counted: it may be everybody
        waiting = db.one("SELECT (SELECT count(*) FROM m_due), (SELECT count(*) FROM m_sight)")  # fmt: skip
    total, everybody = waiting or (0, 0)
    if most < 0 and _is_much(total, everybody):
        return settle_all(rooms.vault, rooms.clock.wall, progress)
    return _a_few(rooms, progress, most, total)


def review_again(rooms: Rooms, progress: Progress = _QUIET, most: int = _LINKS) -> None:
    """Look again at the decisions that are due, at most so many; -1: at every one.

    How each stands by what was said is always kept; only whether it is shaken may wait.
    """
    with rooms.vault.reading() as db:
        if not reviewing.is_due(db):
            return
    with rooms.vault.writing() as db:
        reviewing.follow(db)
        total = reviewing.waiting(db)
    most = (
        total if most < 0 else min(most, _LINKS if total <= _MANY_LINKS else _FEW_LINKS)
    )
    done = 0
    while done < min(most, total):
        progress.step(done, total, "progress-likenesses")
        with rooms.vault.writing() as db:
            some = min(_LINKS, most - done)
            done += reviewing.renew(db, lambda link: objected(rooms, link), some)


def _is_much(due: int, everybody: int) -> bool:
    return due > _MANY or (due > _SOME and due * _SHARE > everybody)


def _a_few(rooms: Rooms, progress: Progress, most: int, total: int) -> int:
    looked = done = 0
    while most < 0 or done < most:
        progress.step(min(done, total), total, "progress-likenesses")
        with rooms.vault.writing() as db:
            some = holding.due(db, _AT_ONCE)
            looked += holding.settle(db, some, rooms.clock.wall())
        done += len(some)
        if not some:
            break
    return looked
