"""The access log (접속기록): who looked at whose case, checked, looked through, handed over.

* Five columns (고시 2조 3호): 식별자, 접속일시, 접속지 정보, 처리한 정보주체, 수행업무; and the
  purpose beside them. No word of a case is ever in it: a case is its id, shown as its number.
* At every lock the head of the log is said in the signed ledger, so that shortening the log, or
  writing it anew, is found by whoever checks.
* Kept for at least two years (고시 8조①); what is older may be cut, which leaves a mark.
* Once a month somebody looks through it (고시 8조②) and says what was found.
"""

import csv
import datetime as dt
import io
from collections import Counter, defaultdict
from collections.abc import Iterable

from intake.clock import local
from intake.consent.roles import Act
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.desk.views.office import (
    AccessCheckView,
    AccessView,
    MonthView,
    PersonMonth,
)
from intake.errors import InvalidInput, NotFound
from intake.ids import natural_id, scope_of
from intake.ledger import Deed
from intake.progress import Progress
from intake.register import CODES, Row, Value
from intake.register.vocabulary import is_id
from intake.vault.access_log import AccessFilter, AccessLine

_NIGHT = (22, 6)  # from, until
_MANY = 20  # cases in one hour that are worth a question
_STEP = 2_000
_EXPORTS = frozenset({"export", "print", "bundle", "export-key", "backup"})
_HEAD = ("access-who", "access-when", "access-where", "access-about", "access-act", "access-purpose")  # fmt: skip
_ALONE = frozenset({"open", "lock", "failed"})
_SIGNS = "=+-@\t\r"


def keep_mark(rooms: Rooms) -> None:
    """Note the lock, write what waits, and say in the ledger how far the log is."""
    rooms.log.note("lock", loud=True)
    if (
        not rooms.ledger.is_certified
    ):  # signed by nobody, others would refuse it for ever
        return
    head, today = rooms.log.head(), rooms.clock.today().isoformat()
    last = rooms.sight.unveiled.get("access_mark", _mark_of(rooms, today))
    since = int(str(last["lines"] or 0)) if last else 0
    fresh = rooms.log.lines(AccessFilter(), limit=200)
    if last and {line.act for line in fresh if line.n > since} <= _ALONE:
        return
    _say_mark(rooms, _mark_of(rooms, today), today, head.n, head.hash)


def _mark_of(rooms: Rooms, day: str, kind: str = "day") -> str:
    return natural_id("access_mark", rooms.vault.device_id, kind, day)


def _say_mark(rooms: Rooms, record: str, on: str, lines: int, head: str) -> None:
    with rooms.noting(Deed.ADD, scope_of("record", record), logged=False) as say:
        say.set("access_mark", record, "device", rooms.vault.device_id)
        say.set("access_mark", record, "on", on)
        say.set("access_mark", record, "lines", lines)
        say.set("access_mark", record, "head", head)


class Access:
    """What can be asked of the access log."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- looking -----------------------------------------------------------------------

    def lines(
        self,
        who: str = "",
        case: str = "",
        act: str = "",
        month: str = "",
        before: int = 0,
        limit: int = 200,
    ) -> tuple[AccessView, ...]:
        """Return lines of the log, newest first; ``before`` goes on above that line.

        Raises:
            NotYours: the person here neither supervises, audits nor looks after the laptop.
        """
        rooms = self._rooms
        rooms.sight.must(Act.LOGS)
        rooms.log.flush()
        since, until = _span(month)
        wanted = AccessFilter(who, case, act, since, until)
        return self._views(rooms.log.lines(wanted, limit, before))

    def verify(self, progress: Progress) -> AccessCheckView:
        """Check every line against the next, and against the heads in the ledger."""
        rooms = self._rooms
        rooms.sight.must(Act.LOGS)
        rooms.log.flush()
        found = rooms.log.check(self._marks(), progress)
        base = rooms.log.base()
        unmarked = base.n and self._marks("cut").get(base.n) != base.hash
        broken = base.n if unmarked else found.broken
        return AccessCheckView(
            found.lines, broken, found.missing, found.sound and not unmarked
        )

    def _marks(self, kind: str = "") -> dict[int, str]:
        rooms = self._rooms
        rows = rooms.sight.unveiled.find("access_mark", device=rooms.vault.device_id)
        return {
            int(str(row["lines"] or 0)): str(row["head"] or "")
            for row in rows
            if not kind or row.id == _mark_of(rooms, str(row["on"]), kind)
        }

    def _views(self, lines: Iterable[AccessLine]) -> tuple[AccessView, ...]:
        numbers: dict[str, str] = {"": ""}
        return tuple(self._view(line, numbers) for line in lines)

    def _view(self, line: AccessLine, numbers: dict[str, str]) -> AccessView:
        case = (
            line.about if is_id(line.about) else ""
        )  # a former version noted what was typed
        if case not in numbers:
            row = self._rooms.sight.unveiled.get("case", case)
            known = str(row["number"] or "") if row else ""
            numbers[case] = known or case
        about = numbers[case]
        return AccessView(
            line.n,
            line.at,
            line.who,
            line.place,
            about,
            case,
            line.act,
            line.purpose,
        )

    def case_of(self, number: str) -> str:
        """Return the id of the case with this number: to open it in an emergency.

        Raises:
            NotFound: there is none.
        """
        self._rooms.sight.must(Act.LOOK)
        wanted = "".join(number.split()).upper()
        found = self._rooms.register.find("case", number=wanted)
        if not found:
            raise NotFound(entity="case")
        return found[0].id

    # --- handing over and cutting ----------------------------------------------------------

    def export(self, month: str = "", progress: Progress | None = None) -> NamedBytes:
        """Return the log as a table (CSV) with the five columns, for an inspection."""
        rooms = self._rooms
        rooms.sight.must(Act.LOGS)
        rooms.log.flush()
        texts, out = rooms.texts, io.StringIO()
        table = csv.writer(out)
        table.writerow([texts(one) for one in _HEAD])
        since, until = _span(month)
        numbers: dict[str, str] = {"": ""}
        for n, line in enumerate(
            rooms.log.each(AccessFilter(since=since, until=until))
        ):
            if progress is not None and n % _STEP == 0:
                progress.step(n, 0, "progress-listing")
            view = self._view(line, numbers)
            table.writerow([_cell(one) for one in self._cells(view)])
        name = f"access-{month or 'all'}.csv"
        return NamedBytes(name, b"\xef\xbb\xbf" + out.getvalue().encode())

    def _cells(self, view: AccessView) -> tuple[str, ...]:
        rooms = self._rooms
        when = local(view.ms).strftime("%Y-%m-%d %H:%M:%S")
        purpose = CODES.label_in(("access_purpose",), view.purpose, rooms.language)
        act = act_words(rooms, view.act)
        return (view.who, when, view.place, view.about, act, purpose)

    def cut(self) -> int:
        """Drop the lines that are older than they must be kept; return how many went.

        Raises:
            NotYours: the person here is no supervisor.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        rooms.log.flush()
        years = int(rooms.setting("log_years"))
        today = rooms.clock.today()
        old = today - dt.timedelta(days=round(years * 365.25) + 1)
        until = rooms.log.last_before(_ms(old))
        begun = rooms.log.base().n
        if until <= begun:
            return 0
        with rooms.vault.writing():
            head = rooms.log.cut(until)
            record = _mark_of(rooms, today.isoformat(), "cut")
            _say_mark(rooms, record, today.isoformat(), head.n, head.hash)
        rooms.log.note("cut", loud=True)
        return until - begun

    # --- the month ---------------------------------------------------------------------------

    def months(self) -> tuple[MonthView, ...]:
        """Return the months of the log, newest first, and whether somebody looked through."""
        rooms = self._rooms
        rooms.sight.must(Act.LOGS)
        rooms.log.flush()
        return tuple(
            self._month(month, lines) for month, lines in rooms.log.months(_month_of)
        )

    def month(self, month: str, progress: Progress) -> MonthView:
        """Return a month person by person, and what in it is worth a question."""
        rooms = self._rooms
        rooms.sight.must(Act.LOGS)
        rooms.log.flush()
        since, until = _span(month)
        if not since:
            raise InvalidInput(what="month", why="empty")
        tally = _Tally(rooms)
        for n, line in enumerate(
            rooms.log.each(AccessFilter(since=since, until=until))
        ):
            if n % _STEP == 0:
                progress.step(n, 0, "progress-listing")
            tally.add(line)
        people = tally.people()
        return self._month(month, sum(one.lines for one in people), people)

    def sign_off(self, month: str, finding: str, remark: str = "") -> None:
        """Say that a month was looked through (점검), and what was found.

        Raises:
            NotYours: the person here is no supervisor.
            InvalidInput: no such finding, or a month without a line.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        if not CODES.holds(("review_finding",), finding):
            raise InvalidInput(what="finding", why="unknown-code")
        since, until = _span(month)
        lines = rooms.log.count(AccessFilter(since=since, until=until)) if since else 0
        if not lines:
            raise InvalidInput(what="month", why="empty")
        record = self._review_of(month)
        with rooms.noting(Deed.REVIEW, scope_of("record", record)) as say:
            said: dict[str, Value] = {
                "month": month,
                "device": rooms.vault.device_id,
                "reviewed_by": rooms.sight.who,
                "reviewed_on": rooms.clock.today().isoformat(),
                "finding": finding,
                "lines": lines,
                "remark": remark.strip() or None,
            }
            for name, value in said.items():
                say.set("access_review", record, name, value)

    def _review_of(self, month: str) -> str:
        return natural_id("access_review", self._rooms.vault.device_id, month)

    def _month(
        self, month: str, lines: int, people: tuple[PersonMonth, ...] = ()
    ) -> MonthView:
        row = self._rooms.sight.unveiled.get("access_review", self._review_of(month))
        if row is None or row.gone:
            return MonthView(month, lines, people)
        seen = int(str(row["lines"] or 0))
        return MonthView(
            month,
            lines,
            people,
            str(row["reviewed_by"] or ""),
            str(row["reviewed_on"] or ""),
            str(row["finding"] or ""),
            max(0, lines - seen),
        )


class _Tally:
    """Counts a month, person by person."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._lines: Counter[str] = Counter()
        self._acts: Counter[tuple[str, str]] = Counter()
        self._night: Counter[str] = Counter()
        self._cases: defaultdict[str, set[str]] = defaultdict(set)
        self._hours: defaultdict[tuple[str, int], set[str]] = defaultdict(set)

    def add(self, line: AccessLine) -> None:
        who = line.who
        self._lines[who] += 1
        self._acts[who, "export" if line.act in _EXPORTS else line.act] += 1
        hour = local(line.at).hour
        if hour >= _NIGHT[0] or hour < _NIGHT[1]:
            self._night[who] += 1
        if line.about:
            self._cases[who].add(line.about)
            self._hours[who, line.at // 3_600_000].add(line.about)

    def people(self) -> tuple[PersonMonth, ...]:
        return tuple(self._person(who) for who in sorted(self._lines))

    def _person(self, who: str) -> PersonMonth:
        busiest = max((len(c) for (w, _), c in self._hours.items() if w == who), default=0)  # fmt: skip
        others = sum(not self._is_own(case, who) for case in self._cases[who])
        acts = {
            act: self._acts[who, act] for act in ("export", "denied", "break-glass")
        }
        unusual = {
            "access-unusual-night": self._night[who],
            "access-unusual-busy": busiest if busiest >= _MANY else 0,
            "access-unusual-others": others,
            "access-unusual-exports": acts["export"],
            "access-unusual-denied": acts["denied"],
            "access-unusual-emergency": acts["break-glass"],
        }
        return PersonMonth(
            who,
            self._lines[who],
            len(self._cases[who]),
            acts["export"],
            self._night[who],
            busiest,
            others,
            acts["denied"],
            acts["break-glass"],
            tuple((name, count) for name, count in unusual.items() if count),
        )

    def _is_own(self, case: str, who: str) -> bool:
        row: Row | None = self._rooms.sight.unveiled.get("case", case)
        return row is None or row["counselor"] in {None, who}


def act_words(rooms: Rooms, act: str) -> str:
    """Return what an act of the log is called."""
    texts = rooms.texts
    own, deed = f"access-act-{act}", f"deed-{act}"
    return texts(own) if texts.has(own) else texts(deed) if texts.has(deed) else act


def _cell(text: str) -> str:
    """Return a cell that no table program takes for a formula."""
    return f"'{text}" if text[:1] and text[0] in _SIGNS else text


def _span(month: str) -> tuple[int, int]:
    """Return the first millisecond of a month and of the next one; (0, 0) for no month.

    Raises:
        InvalidInput: it is not a month.
    """
    if not month:
        return 0, 0
    try:
        first = dt.date.fromisoformat(f"{month}-01")
    except ValueError as error:
        raise InvalidInput(what="month", why="not-a-month") from error
    after = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return _ms(first), _ms(after)


def _ms(day: dt.date) -> int:
    """Return when a day begins on this computer."""
    return round(dt.datetime(day.year, day.month, day.day).timestamp() * 1000)  # noqa: DTZ001


def _month_of(ms: int) -> str:
    return local(ms).strftime("%Y-%m")
