"""The calendar (일정): appointments, hearings, and the legal terms that follow from events.

* A term that follows from an event (a sentence, a temporary measure) is counted when it is
  shown and stored nowhere; one that follows from a request or a loss is noted as an appointment.
* Holidays the program does not know are entered by the center and count from then on.
* An accompaniment (동행) is an outgoing act: a clear no closes it (성폭력방지법 24조).
"""

import calendar as months
import datetime as dt
import json
from collections.abc import Iterator, Mapping

from intake.desk.cards import Card, Cards
from intake.desk.days import clock_of, day_of, hour_of, is_day, moment_of
from intake.desk.rooms import Rooms
from intake.desk.terms import TERMS, Rule, last_hour
from intake.desk.views.support import DayCell, DeadlineView, EventLine, MonthView
from intake.desk.wills import check_will
from intake.errors import InvalidInput
from intake.ids import new_id
from intake.ledger import Deed
from intake.register import CODES, ListQuery, Row, Value, Where

_EXTRA = "holidays/extra"
_MOST = 2_000  # lines of one month; a center has dozens
_STEPS = {"HEARING", "SENTENCED"}  # of a trial: they are dates a person comes to
_CHANGEABLE = frozenset({"minutes", "method", "agency", "place", "words"})


class Calendar:
    """What can be done with dates."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def month(self, year: int, month: int) -> MonthView:
        """Return a month in whole weeks, Monday to Sunday."""
        weeks = months.Calendar(months.MONDAY).monthdatescalendar(year, month)
        days = [day for week in weeks for day in week]
        by_day: dict[str, list[EventLine]] = {}
        for line in self.between(days[0].isoformat(), days[-1].isoformat()):
            by_day.setdefault(line.on, []).append(line)
        today, extra, language = self._today(), self.extra_holidays(), self._rooms.language  # fmt: skip
        cells = (
            DayCell(
                on=day.isoformat(),
                in_month=day.month == month,
                is_today=day == today,
                rest=TERMS.holiday(TERMS.rest(day, extra), language),
                lines=tuple(by_day.get(day.isoformat(), ())),
            )
            for day in days
        )
        known = TERMS.knows(days[0]) and TERMS.knows(days[-1])
        return MonthView(year, month, tuple(cells), known)

    def between(self, first: str, last: str, case: str = "") -> tuple[EventLine, ...]:
        """Return everything from one day to another, in order; of one case or of all."""
        cards = Cards(self._rooms)
        lines = [
            *self._appointments(first, last, case, cards),
            *self._steps(first, last, case, cards),
            *self._appeals(first, last, case, cards),
            *self._temporary(first, last, case, cards),
        ]
        return tuple(sorted(lines, key=lambda line: (line.on, line.at or "00:00", line.kind)))  # fmt: skip

    # --- appointments ----------------------------------------------------------------------

    def add(
        self,
        case: str,
        on: str,
        kind: str = "INTERVIEW",
        at: str = "",
        words: str = "",
        said: Mapping[str, Value] | None = None,
    ) -> str:
        """Note an appointment (약속); ``said`` may carry minutes, method, agency, place.

        Raises:
            AgainstWill: it is an accompaniment the person does not want.
            InvalidInput: the day or the clock time cannot be read.
        """
        if kind == "ACCOMPANY":
            check_will(self._rooms, case, "ACCOMPANY")
        day_of(on)
        appointment = new_id(self._rooms.clock.wall())
        parts: dict[str, Value] = {"case": case, "kind": kind, "state": "SET"}
        parts |= {"counselor": self._rooms.who.counselor, "words": words or None}
        self._say(case, appointment, {**parts, **(said or {}), **_when(on, at)})
        return appointment

    def move(self, appointment: str, on: str, at: str = "") -> None:
        """Move an appointment to another day or hour."""
        day_of(on)
        row = self._rooms.record("appointment", appointment)
        self._say(str(row["case"]), appointment, {**_when(on, at), "state": "SET"})

    def change(self, appointment: str, said: Mapping[str, Value]) -> None:
        """Change where, how long and with whom an appointment is."""
        if not said.keys() <= _CHANGEABLE:
            raise InvalidInput(what="appointment", why="unknown-field")
        row = self._rooms.record("appointment", appointment)
        self._say(str(row["case"]), appointment, said)

    def settle(self, appointment: str, state: str) -> None:
        """Say what became of an appointment: kept, moved, cancelled, missed."""
        row = self._rooms.record("appointment", appointment)
        self._say(str(row["case"]), appointment, {"state": state})

    # --- terms -----------------------------------------------------------------------------

    def rules(self) -> tuple[DeadlineView, ...]:
        """Return every rule there is, counted from today."""
        today = self._today().isoformat()
        return tuple(self.deadline(name, today) for name in TERMS.rules)

    def deadline(self, rule: str, begins: str, at: str = "00:00") -> DeadlineView:
        """Count a term (기한) from the day, or the hour, that begins it.

        Raises:
            InvalidInput: there is no such rule, or the day cannot be read.
        """
        if rule not in TERMS.rules:
            raise InvalidInput(what="deadline", why="unknown-code")
        found, first = TERMS.rules[rule], day_of(begins)
        hour = ""
        if found.hours:
            ended = last_hour(found, dt.datetime.combine(first, clock_of(at)))
            end, plain, hour = ended.date(), ended.date(), f"{ended:%H:%M}"
        else:
            end = TERMS.last_day(found, first, self.extra_holidays())
            plain = first + dt.timedelta(days=found.days)
        return self._deadline(found, (plain, end), hour)

    def add_deadline(self, case: str, rule: str, begins: str, at: str = "00:00") -> str:
        """Note a term that begins with a request or a loss (열람 요구, 유출)."""
        found = self.deadline(rule, begins, at)
        basis: dict[str, Value] = {"deadline_basis": TERMS.rules[rule].basis}
        return self.add(case, found.on, "DEADLINE", found.hour, found.label, basis)

    # --- holidays ----------------------------------------------------------------------------

    def extra_holidays(self) -> dict[str, str]:
        """Return the public holidays this center entered (임시공휴일)."""
        kept = self._rooms.vault.fact(_EXTRA)
        return dict(json.loads(kept)) if kept else {}

    def set_holiday(self, on: str, name: str) -> None:
        """Enter a public holiday; an empty name takes it away again."""
        days = self.extra_holidays()
        days.pop(day_of(on).isoformat(), None)
        if name:
            days[on] = name
        self._rooms.vault.keep_fact(_EXTRA, json.dumps(days, ensure_ascii=False))
        self._rooms.touched.add("appointment")

    # --- what stands in a month ----------------------------------------------------------------

    def _appointments(
        self, first: str, last: str, case: str, cards: Cards
    ) -> Iterator[EventLine]:
        language = self._rooms.language
        found = self._rows("appointment", "on", (first, last), case)
        cards.know(str(row["case"]) for row in found)
        for row in found:
            kind = str(row["kind"] or "OTHER")
            basis = row.label("deadline_basis", language)
            yield EventLine(
                on=str(row["on"])[:10],
                kind=kind,
                label=basis or CODES.label("appointment_kind", kind, language),
                **cards.facts(str(row["case"])),
                at=hour_of(row["at"]),
                minutes=int(str(row["minutes"] or 0)),
                state=str(row["state"] or "SET"),
                state_label=row.label("state", language),
                appointment=row.id,
                rule=str(row["deadline_basis"] or ""),
                tab="trial" if kind == "HEARING" else "support",
                place=str(row["place"] or ""),
                words=str(row["words"] or ""),
            )

    def _steps(
        self, first: str, last: str, case: str, cards: Cards
    ) -> Iterator[EventLine]:
        rows = self._rows("court_event", "on", (first, last), case, tuple(_STEPS))
        cards.know(str(row["case"]) for row in rows)
        for row in rows:
            yield EventLine(
                on=str(row["on"])[:10],
                kind="HEARING",
                label=row.label("kind", self._rooms.language),
                **cards.facts(str(row["case"])),
                at=hour_of(row["at"]),
                tab="trial",
                place=str(row["room"] or ""),
            )

    def _appeals(
        self, first: str, last: str, case: str, cards: Cards
    ) -> Iterator[EventLine]:
        """Terms to appeal that end in these days: their sentences lie up to a month before."""
        since = (day_of(first) - dt.timedelta(days=31)).isoformat()
        for row in self._rows("court_event", "on", (since, last), case, ("SENTENCED",)):
            if not is_day(row["on"]):
                continue  # said to the month only: no term can be counted from it
            rule = TERMS.rules["FINAL_APPEAL" if row["stage"] == "APPEAL" else "APPEAL"]
            end = TERMS.last_day(rule, day_of(str(row["on"])), self.extra_holidays())
            if first <= end.isoformat() <= last:
                yield self._term(rule, end, cards.facts(str(row["case"])), "trial")

    def _temporary(
        self, first: str, last: str, case: str, cards: Cards
    ) -> Iterator[EventLine]:
        """The thirtieth day after a temporary measure, once a case and day."""
        rule = TERMS.rules["TEMPORARY"]
        back = dt.timedelta(days=rule.days)
        since, until = ((day_of(day) - back).isoformat() for day in (first, last))
        rows = self._rows("posting", "result_on", (since, until), case, ("TEMPORARY",), "result")  # fmt: skip
        whole = [row for row in rows if is_day(row["result_on"])]
        seen = dict.fromkeys((str(r["case"]), str(r["result_on"])) for r in whole)
        cards.know(about for about, _began in seen)
        for about, began in seen:
            yield self._term(rule, day_of(began) + back, cards.facts(about), "postings")

    def _term(self, rule: Rule, end: dt.date, facts: Card, tab: str) -> EventLine:
        language = self._rooms.language
        label, law = rule.labels[language], rule.laws[language]
        return EventLine(on=end.isoformat(), kind="DEADLINE", label=label, **facts, rule=rule.name, law=law, tab=tab)  # fmt: skip

    def _rows(
        self,
        entity: str,
        day: str,
        days: tuple[str, str],
        case: str,
        kinds: tuple[str, ...] = (),
        of: str = "kind",
    ) -> tuple[Row, ...]:
        equals: tuple[tuple[str, str], ...] = (("case", case),) if case else ()
        where: tuple[Where, ...] = (Where(day, ">=", days[0]), Where(day, "<=", days[1]))  # fmt: skip
        found: tuple[Row, ...] = ()
        for kind in kinds or ("",):
            one = (*equals, (of, kind)) if kind else equals
            query = ListQuery(entity, one, where, (day,))
            found += self._rooms.register.first(query, _MOST)
        return found

    def _deadline(
        self, rule: Rule, days: tuple[dt.date, dt.date], hour: str
    ) -> DeadlineView:
        plain, end = days
        language = self._rooms.language
        return DeadlineView(
            rule=rule.name,
            label=rule.labels[language],
            law=rule.laws[language],
            counting=TERMS.about[language],
            on=end.isoformat(),
            hour=hour,
            moved_from=plain.isoformat() if plain != end else "",
            holidays_known=not rule.moves or TERMS.knows(end),
        )

    def _say(self, case: str, appointment: str, said: Mapping[str, Value]) -> None:
        self._rooms.case(case)
        with self._rooms.about_case(Deed.PLAN, case) as say:
            for name, value in said.items():
                say.set("appointment", appointment, name, value)

    def _today(self) -> dt.date:
        return self._rooms.clock.today()


def _when(on: str, at: str) -> dict[str, Value]:
    """Return day and moment; a clock time is that of this computer's calendar."""
    return {"on": on, "at": moment_of(on, at) if at else None}
