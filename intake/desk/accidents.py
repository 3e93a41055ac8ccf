"""Accidents (눈에 띈 일): a laptop copied, a backup put back, a clock wrong, a piece missing.

* Nothing of it loses a word: both sides of a fork are kept, what is missing is asked for again
  with the next receipt, what is newer waits byte for byte.
* Each is said as what happened, what was kept, and what to do next. Deciding is a person's; what
  only a person can end (a copy that was emptied) is told until a person says so, and again where
  it goes on.
"""

from intake.consent.roles import Act
from intake.desk.accident_keeping import Told, keep, restored, sent_in_time, span, told
from intake.desk.lines import names_of_centers
from intake.desk.rooms import Rooms
from intake.desk.views.accidents import AccidentLine
from intake.errors import InvalidInput, NotFound
from intake.ledger.change import ClockFix
from intake.ledger.troubles import Trouble, troubles
from intake.progress import Progress

_HOUR_MS = 3_600_000
_MOST_HOURS = 24 * 366 * 135  # a laptop whose battery died says 1970, or 2099
_ENDED_BY_HAND = ("forked", "restored")


class Accidents:
    """What can be known and done about accidents."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def listing(self) -> tuple[AccidentLine, ...]:
        """Return everything that was noticed and not settled."""
        rooms, kept = self._rooms, told(self._rooms)
        with rooms.vault.reading() as db:
            names: dict[str, str] = dict(db.all("select device, name from enrolled_device"))  # fmt: skip
        return tuple(self._line(one, names, kept) for one in self._open(kept))

    def settle(self, kind: str, log: str) -> None:
        """Say that a person has dealt with something that cannot end by itself.

        Args:
            kind: forked | restored.
            log: whose; as the listing names it.

        Raises:
            NotYours: the person here does not supervise.
            NotFound: nothing of the kind was noticed.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        kept = told(rooms)
        found = [one for one in self._open(kept) if (one.kind, one.log) == (kind, log)]
        if kind not in _ENDED_BY_HAND or not found:
            raise NotFound(entity="accident")
        keep(rooms, settled={**kept.settled, f"{kind}/{log}": found[0].entries})
        self.look_again()

    def look_again(self) -> None:
        """Count anew what is open, and remember how far off a clock was when it was noticed."""
        rooms, kept = self._rooms, told(self._rooms)
        found = self._open(kept)
        ahead = {f"{one.log}/{one.last}": one.ahead_ms for one in found if one.kind == "clock"}  # fmt: skip
        known = {key: ms for key, ms in kept.ahead.items() if key in ahead}
        if (len(found), {**ahead, **known}) != (kept.count, kept.ahead):
            keep(rooms, count=len(found), ahead={**ahead, **known})
            rooms.touched.add("accident")

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
        sent_in_time(rooms)
        rooms.touched.add("case", "accident")
        self.look_again()

    def _open(self, kept: Told) -> tuple[Trouble, ...]:
        """Return what was noticed, less what a person has dealt with."""
        rooms = self._rooms
        with rooms.vault.reading() as db:
            found = troubles(db, rooms.clock.wall(), rooms.vault.device_id)
            found = (*restored(rooms, db), *found)
        return tuple(one for one in found if kept.settled.get(f"{one.kind}/{one.log}", -1) < one.entries)  # fmt: skip

    def _line(self, one: Trouble, names: dict[str, str], kept: Told) -> AccidentLine:
        rooms, mine = self._rooms, one.device == self._rooms.vault.device_id
        says, supervises = rooms.texts, rooms.sight.may(Act.SUPERVISE)
        device = names.get(one.device, one.device[:8])
        center = names_of_centers(rooms)(one.center)
        off = kept.ahead.get(f"{one.log}/{one.last}", one.ahead_ms)
        facts = {
            "device": device, "center": center, "count": one.entries, "span": span(rooms, off),
            "way": "behind" if off < 0 else "ahead", "now": says.moment(rooms.clock.wall()),
            "when": says.moment(one.ahead_ms) if one.kind == "restored" and one.ahead_ms else "none",
        }  # fmt: skip
        ours = one.center == rooms.who.center_code
        stem = f"accident-{one.kind}"
        sentence, remedy = (self._first(stem, end, mine, ours) for end in ("", "-next"))
        return AccidentLine(
            one.kind, one.log, device, center, one.first, one.last, one.entries,
            says(sentence, **facts), says(remedy, **facts), off, mine,
            one.kind == "clock" and ours and supervises,
            one.kind in _ENDED_BY_HAND and supervises,
        )  # fmt: skip

    def _first(self, stem: str, end: str, mine: bool, ours: bool) -> str:
        """Return the text that fits best: of this laptop, of this center, of anybody."""
        marks = [mark for mark, fits in (("-mine", mine), ("-ours", ours)) if fits]
        found = [f"{stem}{mark}{end}" for mark in (*marks, "")]
        return next(one for one in found if self._rooms.texts.has(one))
