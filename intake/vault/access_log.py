"""The access log (접속기록): a chain of lines that nobody can shorten or change unseen.

* A line is a code, an id and a name; never a word of a case.
* A note costs no write: lines are kept together and written a minute later at the latest, at
  once for what is loud, and at the lock. What a power cut may take is that one minute.
* Order is the order of writing, not of the clock: a clock set back changes nothing.
* Each line is hashed with the hash before it. The head is said in the signed ledger (see
  ``intake.desk.access``), so a log that was cut, or made again from nothing, is found out.
"""

# ruff: noqa: S608 - the columns and tests in a statement are written here

import contextlib
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.crypto.digest import sha256
from intake.errors import IntakeError, InvalidInput
from intake.progress import Progress
from intake.vault.database import Database
from intake.vault.vault import Vault

WAIT = 60.0  # seconds a line may wait
_MOST = 500  # lines that may wait
_STEP = 5_000
_SAME_MS = 60_000
_ZERO = bytes(32)
_COLUMNS = "n, at, who, place, about, act, purpose"


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One line: who, when, where, whose case, what; and what for."""

    n: int
    at: int
    who: str
    place: str
    about: str
    act: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Head:
    """How far the log is: the number and the hash of its last line."""

    n: int
    hash: str


@dataclass(frozen=True, slots=True)
class AccessFilter:
    """Which lines: of whom, about which case, which act, from when until when (ms)."""

    who: str = ""
    about: str = ""
    act: str = ""
    since: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True)
class AccessCheck:
    """What a check found: ``broken`` is the first line that is not what was written.

    ``missing`` are lines somebody vouched for in the ledger and that are not here.
    """

    lines: int
    broken: int = 0
    missing: int = 0

    @property
    def sound(self) -> bool:
        """Whether every line is there and as it was written."""
        return not self.broken and not self.missing


@dataclass(frozen=True, slots=True)
class _Waiting:
    at: int
    about: str
    act: str
    purpose: str


class AccessLog:
    """The log of one laptop, for the person who opened the vault."""

    def __init__(
        self,
        vault: Vault,
        wall: Callable[[], int],
        who: str,
        place: str,
        *,
        wait: float = WAIT,
    ) -> None:
        """Write as ``who`` at ``place``, by the clock ``wall``."""
        self._vault, self._wall = vault, wall
        self._who, self._place = who, place
        self._wait = wait
        self._waiting: list[_Waiting] = []
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._closed = False

    # --- writing --------------------------------------------------------------------

    def note(
        self,
        act: str,
        about: str = "",
        purpose: str = "",
        *,
        at: int = 0,
        loud: bool = False,
        once: bool = False,
    ) -> None:
        """Note one act; a loud one is on the disk when this returns.

        ``once``: said again within a minute, and nothing between, it is the same act.
        """
        with self._lock:
            if self._closed:
                return
            line = _Waiting(at or self._wall(), about, act, purpose)
            if once and self._is_said(line):
                return
            self._waiting.append(line)
            full = len(self._waiting) >= _MOST
            if not (loud or full):
                self._go_on_waiting()
        if loud or full:
            self.flush()

    def _is_said(self, line: _Waiting) -> bool:
        last = self._waiting[-1] if self._waiting else None
        return (
            last is not None
            and (last.act, last.about, last.purpose)
            == (line.act, line.about, line.purpose)
            and 0 <= line.at - last.at < _SAME_MS
        )

    def _go_on_waiting(self) -> None:
        if self._timer is not None or not self._waiting:
            return
        self._timer = threading.Timer(self._wait, self._on_time)
        self._timer.daemon = True
        self._timer.start()

    def _on_time(self) -> None:
        with contextlib.suppress(
            IntakeError
        ):  # a full disk: they wait for the next time
            self.flush()

    def flush(self) -> None:
        """Write what waits, in one transaction; what could not be written goes on waiting.

        Inside a transaction of somebody else nothing is written: that one may be undone.
        """
        with self._vault.lane_for_migration() as lane:
            if self._closed or self._vault.is_closed:
                return  # the timer waited for the lane while the vault was closed
            if lane.in_transaction:
                with self._lock:
                    self._go_on_waiting()
                return
            taken = self._take()
            try:
                with self._vault.writing() as db:
                    self._append(db, taken)
            except BaseException:
                with self._lock:
                    self._waiting = taken + self._waiting
                raise

    def _take(self) -> list[_Waiting]:
        with self._lock:
            taken, self._waiting = self._waiting, []
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        return taken

    def _append(self, db: Database, taken: Sequence[_Waiting]) -> None:
        n, last = _head(db)
        rows = []
        for one in taken:
            n += 1
            line = AccessLine(
                n, one.at, self._who, self._place, one.about, one.act, one.purpose
            )
            last = _hash(last, line)
            rows.append((*_cells(line), last))
        db.executemany(
            f"insert into access ({_COLUMNS}, hash) values (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def close(self) -> None:
        """Write what waits and take no more; twice is once."""
        if self._closed:
            return
        try:
            self.flush()
        finally:
            with self._lock:
                self._closed = True
                if self._timer is not None:
                    self._timer.cancel()

    # --- reading --------------------------------------------------------------------

    def head(self) -> Head:
        """Return how far the written log is."""
        with self._vault.reading() as db:
            n, last = _head(db)
        return Head(n, last.hex())

    def base(self) -> Head:
        """Return where the kept lines begin: the last one that was cut, or nothing."""
        with self._vault.reading() as db:
            n, last = _base(db)
        return Head(n, last.hex())

    def lines(
        self, wanted: AccessFilter, limit: int = 200, before: int = 0
    ) -> tuple[AccessLine, ...]:
        """Return lines, the newest first; ``before`` goes on above that line."""
        test, values = _test(wanted)
        if before:
            test, values = f"{test} and n < ?", (*values, before)
        sql = f"select {_COLUMNS} from access where {test} order by n desc limit ?"
        with self._vault.reading() as db:
            return tuple(AccessLine(*row) for row in db.all(sql, (*values, limit)))

    def each(self, wanted: AccessFilter) -> Iterator[AccessLine]:
        """Yield lines in the order they were written, without holding them all."""
        test, values = _test(wanted)
        sql = f"select {_COLUMNS} from access where {test} order by n"
        with self._vault.reading() as db:
            yield from (AccessLine(*row) for row in db.each(sql, values))

    def count(self, wanted: AccessFilter) -> int:
        """Return how many lines there are."""
        test, values = _test(wanted)
        with self._vault.reading() as db:
            row = db.one(f"select count(*) from access where {test}", values)
        return int(row[0]) if row else 0

    def months(self, month_of: Callable[[int], str]) -> tuple[tuple[str, int], ...]:
        """Return each month and its number of lines, newest first; walked by the index of time."""
        found: list[tuple[str, int]] = []
        with self._vault.reading() as db:
            hours = db.all(
                "select at / 3600000 as hour, count(*) from access group by hour"
                " order by hour desc"
            )
        for hour, lines in hours:
            month = month_of(hour * 3_600_000)
            before = found.pop()[1] if found and found[-1][0] == month else 0
            found.append((month, lines + before))
        return tuple(found)

    # --- checking and cutting ----------------------------------------------------------

    def check(self, marks: Mapping[int, str], progress: Progress) -> AccessCheck:
        """Walk the whole chain and compare with the heads the ledger vouches for."""
        with self._vault.reading() as db:
            total = _head(db)[0]
            base, last = _base(db)
            at, broken = base, 0
            wrong = [n for n, said in marks.items() if n == base and said != last.hex()]
            for row in db.each(f"select {_COLUMNS}, hash from access order by n"):
                line, said = AccessLine(*row[:-1]), bytes(row[-1])
                last, at = _hash(last, line), at + 1
                if line.n != at or said != last:
                    broken = broken or at
                    break
                if line.n in marks and marks[line.n] != said.hex():
                    wrong.append(line.n)
                if line.n % _STEP == 0:
                    progress.step(line.n, total, "progress-checking")
        missing = max((n for n in marks if n > total), default=total) - total
        return AccessCheck(total - base, broken or min(wrong, default=0), missing)

    def cut(self, until: int) -> Head:
        """Drop the lines up to number ``until``; the chain goes on from there.

        Raises:
            InvalidInput: there is no such line.
        """
        with self._vault.writing() as db:
            row = db.one("select hash from access where n = ?", (until,))
            if row is None:
                raise InvalidInput(what="line", why="not-there")
            db.execute("delete from access_base")
            db.execute(
                "insert into access_base (n, hash) values (?, ?)", (until, row[0])
            )
            db.execute("delete from access where n <= ?", (until,))
        return Head(until, bytes(row[0]).hex())

    def last_before(self, ms: int) -> int:
        """Return the last line of the unbroken beginning that is older than a moment."""
        with self._vault.reading() as db:
            young = db.one("select min(n) from access where at >= ?", (ms,))
            old = db.one("select max(n) from access where at < ?", (ms,))
        first_young = young[0] if young else None
        last_old = int(old[0] or 0) if old else 0
        return last_old if first_young is None else min(last_old, int(first_young) - 1)


def _cells(line: AccessLine) -> tuple[int | str, ...]:
    return (
        line.n,
        line.at,
        line.who,
        line.place,
        line.about,
        line.act,
        line.purpose,
    )


def _hash(before: bytes, line: AccessLine) -> bytes:
    """Return the hash of a line; its cells as a JSON list in ASCII have one spelling only."""
    return sha256(before + json.dumps(_cells(line)).encode())


def _base(db: Database) -> tuple[int, bytes]:
    row = db.one("select n, hash from access_base order by n desc limit 1")
    return (int(row[0]), bytes(row[1])) if row else (0, _ZERO)


def _head(db: Database) -> tuple[int, bytes]:
    row = db.one("select n, hash from access order by n desc limit 1")
    return (int(row[0]), bytes(row[1])) if row else _base(db)


def _test(wanted: AccessFilter) -> tuple[str, tuple[int | str, ...]]:
    asked: Iterable[tuple[str, int | str]] = (
        ("who = ?", wanted.who),
        ("about = ?", wanted.about),
        ("act = ?", wanted.act),
        ("at >= ?", wanted.since),
        ("at < ?", wanted.until),
    )
    said = [(test, value) for test, value in asked if value]
    tests = " and ".join(["1", *(test for test, _ in said)])
    return tests, tuple(value for _, value in said)
