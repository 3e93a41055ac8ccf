"""Cases (사건): begin, list, look at, name.

* Only number, date, route, counselor and consent state are ever asked for.
* A list is there at once (``first``); its full vector of row numbers follows (``listing``).
* A number is unique without a network: it begins with the laptop's place on its center's card.
"""

from array import array
from collections.abc import Mapping, Sequence

from intake.clock import local, ms_of, utc
from intake.desk.handover_lines import handed_away, own_cases
from intake.desk.headers import header_of
from intake.desk.lines import interview_line
from intake.desk.people import victim_of
from intake.desk.rooms import Rooms
from intake.desk.views import (
    CaseHeader,
    CaseLine,
    CaseOverview,
    CaseQuery,
    CountLine,
    FactLine,
    TimelineLine,
)
from intake.ids import CaseId, new_id, scope_of
from intake.ledger import Deed
from intake.ledger.report import TimelineEntry
from intake.progress import Progress
from intake.register import SCHEMA, ListQuery, Row, Where
from intake.trust import read_card

_PER_DEVICE = 100_000
_ANONYMOUS = {"D4Y"}  # D4Youth (디포유스): nobody is asked who she is
_SHOWN_FACTS = (
    "route",
    "intake_kind",
    "method",
    "central_number",
    "next_contact",
    "counselor",
)
_VICTIM_FACTS = (
    "sex",
    "age",
    "job_group",
    "region",
    "phone",
    "phone_hours",
    "language",
)


class Cases:
    """What can be done with cases."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def begin(self, route: str, alias: str = "") -> CaseId:
        """Open a case (접수) with what is known at the first word."""
        rooms, now = self._rooms, self._rooms.clock.wall()
        case = CaseId(new_id(now))
        with rooms.about_case(Deed.BEGIN_CASE, case) as say:
            for name, value in {
                "number": self._next_number(),
                "received_on": local(now).date().isoformat(),
                "received_at": utc(now),
                "route": route,
                "counselor": rooms.who.counselor,
                "consent": "NONE",
                "state": "RECEIVED",
                "center": rooms.who.center_code,
                "owner": rooms.who.center_code,
                "alias": alias or None,
                "anonymous": route in _ANONYMOUS or None,
            }.items():
                say.set("case", case, name, value)
            say.set("person", victim_of(case), "case", case)
            say.set("person", victim_of(case), "role", "VICTIM")
        return case

    def _next_number(self) -> str:
        """Return year-center-laptop·sequence, as in 2026-IC-100001."""
        rooms = self._rooms
        year = local(rooms.clock.wall()).year
        with rooms.vault.writing():
            used = int(rooms.vault.fact(f"numbers/{year}") or 0) + 1
            rooms.vault.keep_fact(f"numbers/{year}", str(used))
        return f"{year}-{rooms.who.center_code}-{self._place_of_device() * _PER_DEVICE + used:06d}"

    def _place_of_device(self) -> int:
        """Return this laptop's place on the center's card: the first laptop 1, the second 2."""
        rooms = self._rooms
        card = read_card(rooms.exchange.trust.card_file())
        return [one.device for one in card.devices].index(rooms.vault.device_id) + 1

    def rename(self, case: str, alias: str) -> None:
        """Change what the person is called here (가명)."""
        with self._rooms.about_case(Deed.CHANGE_CASE, case) as say:
            say.set("case", case, "alias", alias or None)

    # --- lists -------------------------------------------------------------------

    def listing(self, query: CaseQuery, progress: Progress) -> "array[int]":
        """Return the row numbers of every case that fits, newest said first."""
        return self._rooms.register.ids(self._query(query), progress)

    def first(self, query: CaseQuery, limit: int) -> tuple[CaseLine, ...]:
        """Return the first cases that fit, at once."""
        return self._lines(self._rooms.register.first(self._query(query), limit))

    def lines(self, numbers: Sequence[int]) -> tuple[CaseLine, ...]:
        """Return the cases with these row numbers, in this order."""
        return self._lines(self._rooms.register.rows("case", numbers))

    def line(self, case: str) -> CaseLine:
        """Return one case as it stands in a list."""
        return self._lines((self._rooms.case(case),))[0]

    def _query(self, query: CaseQuery) -> ListQuery:
        among = (
            self._rooms.register.cases_with(query.text) if query.text.strip() else None
        )
        equals, where = self._filter(query.filter)
        equals, where = equals + _equals(query), where + _between(query)
        return ListQuery(
            "case", equals=equals, where=where, order=("-last_said",), among=among
        )

    def _filter(
        self, name: str
    ) -> tuple[tuple[tuple[str, str], ...], tuple[Where, ...]]:
        match name:
            case "mine":
                return (("counselor", self._rooms.who.counselor),), ()
            case "minor":
                return (), (Where("minor", "=", 1),)
            case "deleting":
                return (), (Where("postings", ">", 0),)
            case "to_send":
                own = own_cases(self._rooms)
                return (), (*own, Where("last_said", ">", self._sent_until()))
            case _:
                return (), ()

    def _sent_until(self) -> int:
        return int(self._rooms.vault.fact("sent/until") or 0)

    def _lines(self, rows: Sequence[Row]) -> tuple[CaseLine, ...]:
        cases = [row.id for row in rows]
        counts = self._rooms.register.counts(cases)
        gone = handed_away(self._rooms, cases)
        return tuple(
            self._line(row, counts.get(row.id, {}), gone=row.id in gone) for row in rows
        )

    def _line(
        self, row: Row, counts: Mapping[str, int | None], *, gone: bool
    ) -> CaseLine:
        said = int(counts.get("last_said") or row.said)
        state = "HANDED_OVER" if gone else str(row["state"] or "RECEIVED")
        return CaseLine(
            row=row.row,
            id=row.id,
            number=str(row["number"] or ""),
            alias=str(row["alias"] or ""),
            stage_text_id=f"case-state-{state.lower()}",
            minor=bool(counts.get("minor")),
            last_said_ms=said,
            requested=int(counts.get("requests") or 0),
            removed=int(counts.get("removed") or 0),
            unsent=said > self._sent_until(),
            age=counts.get("age"),
        )

    # --- one case ---------------------------------------------------------------------

    def header(self, case: str) -> CaseHeader:
        """Return who a page is about."""
        return header_of(self._rooms, self._rooms.case(case))

    def overview(self, case: str) -> CaseOverview:
        """Return the first page of a case."""
        # what is due is asked of many nouns: whoever only begins a case does not load them
        from intake.desk.next import next_actions  # noqa: PLC0415

        rooms, row = self._rooms, self._rooms.case(case)
        interviews = rooms.register.find("interview", case=case)
        scope = scope_of("case", case)
        return CaseOverview(
            line=self.line(case),
            header=header_of(rooms, row),
            facts=self._facts(row),
            counts=self._counts(case),
            interviews=tuple(
                interview_line(rooms, one, row) for one in reversed(interviews)
            ),
            conflicts=len(rooms.ledger.conflicts(scope)),
            next=next_actions(rooms, case),
        )

    def _facts(self, row: Row) -> tuple[FactLine, ...]:
        victim = self._rooms.register.get("person", victim_of(row.id))
        told = [(row, name) for name in _SHOWN_FACTS]
        told += [(victim, name) for name in _VICTIM_FACTS if victim is not None]
        language = self._rooms.language
        lines = [
            (one.entity.by_name[name].label_id, one.label(name, language))
            for one, name in told
            if one
        ]
        return tuple(FactLine(label, text) for label, text in lines if text)

    def _counts(self, case: str) -> tuple[CountLine, ...]:
        names = (
            "interview",
            "suspect",
            "identifier",
            "posting",
            "deletion_action",
            "evidence",
            "support_action",
        )
        count = self._rooms.register.count
        found = [
            (SCHEMA[name], count(ListQuery(name, equals=(("case", case),))))
            for name in names
        ]
        return tuple(CountLine(entity.label_id, number) for entity, number in found)

    def timeline(self, case: str, kind: str = "") -> tuple[TimelineLine, ...]:
        """Return who did what, newest first; ``kind`` keeps the lines of one entity."""
        told = self._rooms.ledger.timeline(scope_of("case", case))
        return tuple(
            _timeline_line(one)
            for one in sorted(told, key=lambda one: -one.stamp)
            if not kind or kind in {entity for entity, _ in one.entities}
        )


def _timeline_line(one: TimelineEntry) -> TimelineLine:
    kinds = sorted({entity for entity, _ in one.entities})
    return TimelineLine(
        ms=ms_of(one.stamp),
        who=one.actor,
        deed_text_id=f"deed-{one.deed}",
        facts={"kinds": " ".join(kinds), "count": len(one.entities)},
        device=one.device,
        conflicted=one.conflicted,
    )


def _equals(query: CaseQuery) -> tuple[tuple[str, str], ...]:
    asked = (("state", query.state), ("route", query.route))
    return tuple(pair for pair in (*asked, ("counselor", query.counselor)) if pair[1])


def _between(query: CaseQuery) -> tuple[Where, ...]:
    """Return the days a case was received between; a month or year counts whole."""
    since = (Where("received_on", ">=", query.since),) if query.since else ()
    until = (Where("received_on", "<=", f"{query.until}~"),) if query.until else ()
    return since + until
