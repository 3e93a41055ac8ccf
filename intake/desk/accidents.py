"""Accidents (눈에 띈 일): a laptop copied, a backup put back, a clock wrong, a piece missing.

* Nothing of it loses a word: both sides of a fork are kept, what is missing is asked for again
  with the next receipt, what is newer waits byte for byte.
* Each is said as what happened, what was kept, and what to do next. Deciding is a person's.
"""

from intake.consent.roles import Act
from intake.desk.lines import names_of_centers
from intake.desk.rooms import Rooms
from intake.desk.views.accidents import AccidentLine
from intake.errors import InvalidInput, NotFound
from intake.ledger.change import ClockFix
from intake.ledger.troubles import Trouble, troubles
from intake.progress import Progress

_HOUR_MS = 3_600_000
_MANY_HOURS = 72  # from here on days say more
_MOST_HOURS = (
    24 * 366 * 100
)  # a century: a laptop whose battery died says 1970, or 2099


class Accidents:
    """What can be known and done about accidents."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def listing(self) -> tuple[AccidentLine, ...]:
        """Return everything that was noticed and not settled."""
        rooms = self._rooms
        with rooms.vault.reading() as db:
            found = troubles(db, rooms.clock.wall())
            names: dict[str, str] = dict(db.all("select device, name from enrolled_device"))  # fmt: skip
            own = {log for (log,) in db.all("select log from log where own = 1")}
        return tuple(self._line(one, names, own) for one in found)

    def fix_clock(self, log: str, first: int, last: int, hours: int, progress: Progress) -> None:  # fmt: skip
        """Put words stamped by a wrong clock where they belong (시각 바로잡기).

        Args:
            log: whose; of this center.
            first: the first segment.
            last: the last segment.
            hours: by how much the clock was ahead; less than nothing where it was behind.
            progress: watches, and may stop it.

        Raises:
            NotYours: the person here does not supervise, or the log is another center's.
            NotFound: there is no such log.
            InvalidInput: no such segments, or too many hours.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        whose = {name: center for name, _, center, _ in rooms.ledger.logs()}
        if whose.get(log) != rooms.who.center_code:
            raise NotFound(entity="log")
        if not 0 <= first <= last or not 0 < abs(hours) <= _MOST_HOURS:
            raise InvalidInput(what="clock", why="range")
        fix = ClockFix(log, first, last, -hours * _HOUR_MS)
        rooms.ledger.fix_clock(fix, actor=rooms.who.counselor, progress=progress)
        rooms.touched.add("case", "accident")

    def _line(self, one: Trouble, names: dict[str, str], own: set[str]) -> AccidentLine:
        rooms, mine = self._rooms, one.log in own
        device = names.get(one.device, one.device[:8])
        center = names_of_centers(rooms)(one.center)
        hours = round(abs(one.ahead_ms) / _HOUR_MS)
        days = round(hours / 24) if hours >= _MANY_HOURS else 0
        facts = {"device": device, "center": center, "count": one.entries, "hours": hours, "days": days}  # fmt: skip
        stem = f"accident-{one.kind}"
        remedy = f"{stem}-mine" if mine and rooms.texts.has(f"{stem}-mine") else f"{stem}-next"  # fmt: skip
        return AccidentLine(
            one.kind, one.log, device, center, one.first, one.last, one.entries,
            rooms.texts(stem, **facts), rooms.texts(remedy, **facts), one.ahead_ms, mine,
            one.kind == "clock" and one.center == rooms.who.center_code and rooms.sight.may(Act.SUPERVISE),
        )  # fmt: skip
