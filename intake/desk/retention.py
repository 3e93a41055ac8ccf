"""How long a case is kept, what is over, and the legal hold (보유기간, 보존 의무).

* The class follows from codes of the case (성폭력방지법 시행규칙 2조의6④); the reason is said.
* A hold (보존 명령·소송 보존) is laid and lifted by a supervisor, with its ground; while it lies on a
  case nothing of it can be destroyed, however long ago its years ended. Taking a consent back
  stops the sharing all the same. A day until when it stands only reminds: a person lifts it.
"""

import datetime as dt

from intake.consent.retention import (
    NOW,
    YEARS,
    Facts,
    duties,
    ends_on,
    is_over,
    rule_of,
)
from intake.consent.roles import Act
from intake.desk.rooms import Rooms
from intake.desk.views.office import RetentionView
from intake.desk.views.people import Option
from intake.errors import InvalidInput
from intake.ledger import Deed
from intake.progress import Progress
from intake.register import CODES, ListQuery, Row, Where

_STEP, _NEVER = 200, "9999-12-31"
_SHORTEST = min(years for years in YEARS.values() if years)


class Retention:
    """What can be asked and said about keeping."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def of(self, case: str) -> RetentionView:
        """Return how long a case is kept, and why."""
        self._rooms.sight.must(Act.LOOK)
        return self._view(self._rooms.case(case))

    def due(self, progress: Progress, limit: int = 500) -> tuple[RetentionView, ...]:
        """Return the cases whose years are over, the oldest first; a held one is named too."""
        rooms = self._rooms
        rooms.sight.must(Act.LOOK)
        found: list[RetentionView] = []
        cases = self._old()
        for n, row in enumerate(cases):
            if n % _STEP == 0:
                progress.step(n, len(cases), "progress-listing")
            view = self._view(row)
            if view.over:
                found.append(view)
        return tuple(sorted(found, key=lambda one: one.ends or one.start)[:limit])

    def _old(self) -> tuple[Row, ...]:
        """Return the cases that may be over: closed long enough ago, or asked for."""
        today = self._rooms.clock.today()
        before = (today - dt.timedelta(days=_SHORTEST * 365)).isoformat()
        register = self._rooms.sight.unveiled
        asked = register.find("case", retention=NOW)
        rows = {row.id: row for row in asked}
        for name in ("closed_on", "retention_from"):
            where = (Where(name, "<=", before), Where(name, "filled"))
            for row in register.first(ListQuery("case", where=where), -1):
                rows[row.id] = row
        return tuple(rows.values())

    def grounds(self) -> tuple[Option, ...]:
        """Return the grounds a hold may have (보존 근거)."""
        return tuple(
            Option(one.code, one.ko if self._rooms.language == "ko" else one.en)
            for one in CODES.lists["hold_ground"]
        )

    def held(self, progress: Progress, limit: int = 500) -> tuple[RetentionView, ...]:
        """Return the cases that must be kept, first those whose hold's day has passed."""
        rooms = self._rooms
        rooms.sight.must(Act.LOOK)
        rows = rooms.sight.unveiled.find("case", hold=True)
        found = []
        for n, row in enumerate(rows):
            if n % _STEP == 0:
                progress.step(n, len(rows), "progress-listing")
            found.append(self._view(row))
        found.sort(
            key=lambda one: (one.held_until or _NEVER, one.held_from, one.number)
        )
        return tuple(found[:limit])

    def hold(
        self,
        case: str,
        reason: str,
        ground: str = "OTHER",
        authority: str = "",
        until: str = "",
    ) -> None:
        """Lay a legal hold (보존 의무) on a case, or say it anew: nothing of it can be destroyed.

        ``authority`` names the court or body that asked for it and stays with the court papers;
        ``until`` is a day that reminds somebody to look, nothing ends by itself.

        Raises:
            NotYours: the person here is no supervisor.
            InvalidInput: no reason was given, an unknown ground, or no day to come.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        if not reason.strip():
            raise InvalidInput(what="reason", why="empty")
        if not CODES.holds(("hold_ground",), ground):
            raise InvalidInput(what="ground", why="unknown-code")
        said: dict[str, str | bool | None] = {
            "hold": True,
            "hold_reason": reason.strip(),
            "hold_from": rooms.clock.today().isoformat(),
            "hold_by": rooms.sight.who,
            "hold_ground": ground,
            "hold_authority": authority.strip() or None,
            "hold_until": self._day(until),
        }
        rooms.case(case)
        with rooms.about_case(Deed.HOLD, case) as say:
            for name, value in said.items():
                say.set("case", case, name, value)

    def _day(self, until: str) -> str | None:
        """Return a day to come, or None where none was said."""
        if not until.strip():
            return None
        try:
            day = dt.date.fromisoformat(until.strip())
        except ValueError as error:
            raise InvalidInput(what="until", why="not-a-date") from error
        if day < self._rooms.clock.today():
            raise InvalidInput(what="until", why="past")
        return day.isoformat()

    def lift(self, case: str, reason: str) -> None:
        """Lift the hold; the history keeps who laid it and why.

        Raises:
            NotYours: the person here is no supervisor.
            InvalidInput: no reason was given.
        """
        if not reason.strip():
            raise InvalidInput(what="reason", why="empty")
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        rooms.case(case)
        with rooms.about_case(Deed.HOLD, case) as say:
            say.set("case", case, "hold", value=False)
            say.set("case", case, "hold_reason", reason.strip())
            say.set("case", case, "hold_from", None)
            say.set("case", case, "hold_until", None)
            say.set("case", case, "hold_by", rooms.sight.who)

    def _view(self, shown: Row) -> RetentionView:
        rooms = self._rooms
        row = rooms.sight.unveiled.get("case", shown.id) or shown
        facts = facts_of(rooms, row)
        rule = rule_of(facts)
        start = str(row["retention_from"] or row["closed_on"] or "")
        held = bool(row["hold"])
        until = str(row["hold_until"] or "") if held else ""
        told = (
            rooms.sight.see(row) if held else None
        )  # what the person here may see of it
        return RetentionView(
            case=row.id,
            number=str(row["number"] or ""),
            code=rule.code,
            why=rule.why,
            start=start,
            ends=ends_on(rule, start),
            over=is_over(rule, start, rooms.clock.today()),
            held=held,
            held_from=str(row["hold_from"] or ""),
            held_by=str(row["hold_by"] or "") if held else "",
            duties=duties(facts, held=held, asked=facts.told == NOW),
            held_ground=row.label("hold_ground", rooms.language) if held else "",
            held_authority=str(told["hold_authority"] or "") if told else "",
            held_reason=str(told["hold_reason"] or "") if told else "",
            held_until=until,
            hold_ended=bool(until and until < rooms.clock.today().isoformat()),
        )


def facts_of(rooms: Rooms, case: Row) -> Facts:
    """Return what the rule asks of a case: codes only."""
    register = rooms.sight.unveiled
    kinds = register.find("material_kind", case=case.id)
    named = {str(row["kind"]) for row in kinds if row["chosen"] is not False}
    said = {str(row["kind"]) for row in register.find("material", case=case.id)}
    posted = {
        code
        for code in ("CSAM", "PII")
        if register.count(_postings_of(case.id, code)) > 0
    }
    return Facts(
        frozenset(named | said | posted) - {"None"},
        str(case["delete_basis"] or ""),
        str(case["retention"] or ""),
    )


def _postings_of(case: str, material: str) -> ListQuery:
    return ListQuery("posting", equals=(("case", case), ("material", material)))
