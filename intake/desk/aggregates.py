"""Centers' counts for the whole country (센터별 집계): made here, sent as numbers, added there.

* A center counts its own tables of whole months and says them as counts; no case, no id and no
  hash of a case goes with them. They travel to the central desk and to nobody else, signed as
  everything is. A newer one of the same center and period takes the place of the older.
* The central desk adds what centers counted and nothing of its own: a person at two centers is two
  persons in it, and the title says so. Who sent nothing is named.
* Nothing that comes is believed as it comes: of another center's name, by another edition of a rule,
  not whole, or not adding up, it is set aside with a sentence and never added.
* Small numbers of people are hidden where tables are shown, not where they travel.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from intake.clock import utc
from intake.consent.roles import Act
from intake.counting import RULES, Look, Period
from intake.counting.cells import LEAST
from intake.counting.period import earliest, latest
from intake.counting.tables import Table, tables_of
from intake.counting.tables.carrying import added, frames, written
from intake.counting.tables.publishing import Published, published
from intake.desk.aggregates_files import file_of, name_of
from intake.desk.aggregates_reading import Arrived, arrived_all, digest_of
from intake.desk.aggregates_sending import sent_states, years_sent
from intake.desk.lines import names_of_centers
from intake.desk.populations import Chosen, population_of
from intake.desk.rooms import Rooms
from intake.desk.statistics_counting import Taken
from intake.desk.statistics_files import check_form
from intake.desk.statistics_hiding import measured
from intake.desk.statistics_words import in_words
from intake.desk.views import NamedBytes
from intake.desk.views.aggregates import AggregateLine, CountsView, NationView
from intake.desk.views.figures import Asked
from intake.desk.views.statistics import CountedTable
from intake.errors import InvalidInput, NotThisStep
from intake.ids import Scope, new_id, scope_of
from intake.ledger import Deed
from intake.progress import Progress, Silent
from intake.register import ListQuery, Value
from intake.register.vocabulary import is_date

_QUIET = Silent()
_MONTH, _MOST_MONTHS = len("2026-01"), 60


class Aggregates:
    """Numbers of whole centers."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- at a center ---------------------------------------------------------------------

    def make(self, first: str, last: str, progress: Progress = _QUIET) -> str:
        """Count this center's tables of whole months for the central desk; return the record.

        Where the newest one says the same already, nothing is said.

        Raises:
            InvalidInput: these are no whole months, or too many.
            NotThisStep: this is the central desk; its own cases are counted by its center.
            NotYours: it is not for the person here.
            Cancelled: from ``progress``; nothing was said.
        """
        self._rooms.sight.must(Act.CASEWORK)
        return made(self._rooms, months_of(first, last), progress)

    def listing(self) -> tuple[AggregateLine, ...]:
        """Return what was made here, or what came, the newest first; and what became of it."""
        return tuple(sorted(_lines(self._rooms), key=lambda one: (one.made_at, one.aggregate), reverse=True))  # fmt: skip

    def sending(self) -> CountsView:
        """Return whether this center's counts go along to the central desk, and what became of them."""
        rooms = self._rooms
        central = [one.name or one.code for one in rooms.exchange.trust.enrolled() if one.kind == "central"]  # fmt: skip
        return CountsView(
            bool(rooms.setting("send_counts")) and rooms.who.role != "central",
            rooms.who.role != "central" and rooms.sight.may(Act.SUPERVISE),
            tuple(sorted(central)),
            years_sent(rooms),
            self.listing(),
        )

    # --- at the central desk -----------------------------------------------------------------

    def national(self, first: str, last: str, progress: Progress = _QUIET, *, whole: bool = False) -> NationView:  # fmt: skip
        """Return the sums of what centers counted of these months.

        ``whole``: with small numbers of people; only who sees content is heard.

        Raises:
            InvalidInput: these are no whole months, or too many.
            NotThisStep: this is no central desk.
        """
        rooms, months = self._rooms, months_of(first, last)
        if rooms.who.role != "central":
            raise NotThisStep(what="aggregate", state=rooms.who.role, step="national")
        hides = not (whole and rooms.sight.may(Act.CASEWORK))
        with rooms.vault.one_moment() as db:
            shape = frames(db, Period(*months))
            arrived = arrived_all(rooms, shape, months, progress)
        good = [one for one in arrived if one.state == "COUNTS"]
        sums = [added(frame, (one.tables[name] for one in good)) for name, frame in shape.items()]  # fmt: skip
        shown = published(sums) if hides else tuple(map(Published, sums))
        return _nation(rooms, months, arrived, shown, hides=hides)

    def file(self, first: str, last: str, form: str, progress: Progress = _QUIET, *, whole: bool = False) -> NamedBytes:  # fmt: skip
        """Return the sums as a file: ``xlsx``, or ``csv`` in a zip; small numbers are hidden there too.

        Raises:
            InvalidInput: these are no whole months, or there is no such form.
            NotThisStep: this is no central desk.
        """
        check_form(form)
        view = self.national(first, last, progress, whole=whole)
        return NamedBytes(name_of(self._rooms, form), file_of(self._rooms, view, form))


# --- making ----------------------------------------------------------------------------------


def offer(rooms: Rooms, progress: Progress) -> frozenset[Scope]:
    """Make the tables of this year and of the last one, before a bundle goes to the central desk.

    Returned is where all that this center ever counted for it is said.
    """
    for one in years_sent(rooms):
        made(rooms, months_of(one, one), progress)
    every = ListQuery("aggregate", gone=True), ListQuery("aggregate_table", gone=True)
    return frozenset(scope_of("record", row.id) for query in every for row in rooms.sight.unveiled.first(query, -1))  # fmt: skip


def made(rooms: Rooms, months: tuple[str, str], progress: Progress) -> str:
    """Count, and say it where it is new; return the record that stands."""
    if rooms.who.role == "central":
        raise NotThisStep(what="aggregate", state="central", step="make")
    with rooms.vault.one_moment() as db:
        chosen = population_of(rooms, "CENTER")
        look = Look(db, chosen.population, Period(*months))
        told = tables_of(look, progress)
        cases, position = len(look.population.cases), rooms.ledger.position_hash()
    digest = digest_of(rooms.who.center_code, months, cases, told)
    older = rooms.sight.unveiled.find("aggregate", center=rooms.who.center_code, first=months[0], last=months[1])  # fmt: skip
    newest = max(older, key=lambda row: (str(row["made_at"] or ""), row.id), default=None)  # fmt: skip
    if newest is not None and newest["digest"] == digest:
        return newest.id
    head: dict[str, Value] = {
        "center": rooms.who.center_code,
        "first": months[0],
        "last": months[1],
        "edition": RULES.edition,
        "tables": len(told),
        "cases": cases,
        "digest": digest,
        "position": position,
        "made_on": rooms.clock.today().isoformat(),
        "made_at": utc(rooms.clock.wall()),
    }
    return _said(rooms, head, told, [row.id for row in older])


def _said(rooms: Rooms, head: Mapping[str, Value], told: Iterable[Table], older: Iterable[str]) -> str:  # fmt: skip
    """Say the tables, and that they take the place of the older ones, in one step."""
    record = new_id(rooms.clock.wall())
    with rooms.vault.writing():
        _say(rooms, "aggregate", record, head)
        for table in told:
            said: dict[str, Value] = {
                "aggregate": record,
                "name": table.id,
                "rule": table.rule.label,
                "doubtful": table.doubtful,
                "cells": written(table),
            }
            _say(rooms, "aggregate_table", new_id(rooms.clock.wall()), said)
        for row in older:
            _say(rooms, "aggregate", row, {"deleted": "replaced"})
    return record


def _say(rooms: Rooms, entity: str, record: str, said: Mapping[str, Value]) -> None:
    with rooms.noting(Deed.SEND, scope_of("record", record), logged=False) as say:
        for name, value in said.items():
            if value != "":
                say.set(entity, record, name, value)


def months_of(first: str, last: str) -> tuple[str, str]:
    """Return whole months out of what was typed: years or months.

    >>> months_of("2026", "2026"), months_of("2025-11", "2026-02")
    (('2026-01', '2026-12'), ('2025-11', '2026-02'))

    Raises:
        InvalidInput: it is a day or nothing, it ends before it begins, or it is too long.
    """
    told = first.strip(), last.strip()
    if not all(is_date(one) and len(one) <= _MONTH for one in told):
        raise InvalidInput(what="period", why="not-a-month")
    begin, end = earliest(told[0])[:_MONTH], latest(told[1])[:_MONTH]
    if begin > end:
        raise InvalidInput(what="period", why="ends-first")
    years, more = int(end[:4]) - int(begin[:4]), int(end[5:]) - int(begin[5:])
    if years * 12 + more >= _MOST_MONTHS:
        raise InvalidInput(what="period", why="too-long")
    return begin, end


# --- showing ------------------------------------------------------------------------------------


def _lines(rooms: Rooms) -> Iterator[AggregateLine]:
    """Yield every aggregate that stands, judged within its own period."""
    rows = rooms.sight.unveiled.find("aggregate")
    sent = {} if rooms.who.role == "central" else sent_states(rooms)
    periods = {(str(row["first"] or ""), str(row["last"] or "")) for row in rows}
    for months in sorted(periods):
        with rooms.vault.one_moment() as db:
            try:
                shape = frames(db, Period(*months_of(*months)))
            except InvalidInput:
                shape = {}
            for one in arrived_all(rooms, shape, months, _QUIET):
                yield replace(line_of(rooms, one), sent=sent.get(one.row.id, ""))


def line_of(rooms: Rooms, one: Arrived) -> AggregateLine:
    """Return one aggregate as it is listed."""
    words = rooms.texts(f"aggregate-{one.why}") if one.why else ""
    said = {name: str(one.row[name] or "") for name in ("center", "first", "last", "made_on", "made_at", "position")}  # fmt: skip
    cases = one.row["cases"]
    return AggregateLine(
        one.row.id,
        said["center"],
        names_of_centers(rooms)(said["center"]),
        said["first"],
        said["last"],
        said["made_on"],
        said["made_at"],
        cases if isinstance(cases, int) else 0,
        said["position"],
        one.state,
        words,
        names_of_centers(rooms)(one.sender) if one.sender else "",
    )


def _nation(rooms: Rooms, months: tuple[str, str], arrived: Iterable[Arrived], shown: tuple[Published, ...], *, hides: bool) -> NationView:  # fmt: skip
    told = (line_of(rooms, one) for one in arrived)
    lines = [replace(one, few=hides and 0 < one.cases < LEAST) for one in told]
    counted = tuple(one for one in lines if one.state == "COUNTS")
    known = [one for one in rooms.exchange.trust.enrolled() if one.kind == "center"]
    here = {one.center for one in counted}
    missing = tuple(sorted(one.name or one.code for one in known if one.code not in here))  # fmt: skip
    texts = rooms.texts
    return NationView(
        *months,
        texts("aggregate-title"),
        texts("aggregate-note"),
        tuple(_tables(rooms, months, shown, hides=hides)),
        counted,
        missing,
        _missing_words(rooms, months, missing),
        tuple(one for one in lines if one.state in {"ASIDE", "COMING"}),
        hides,
        sum(one.cases for one in counted),
    )


def _missing_words(
    rooms: Rooms, months: tuple[str, str], missing: tuple[str, ...]
) -> str:
    """Return who sent nothing for these months; centers send whole years by themselves."""
    if not missing:
        return ""
    texts = rooms.texts
    told = [texts("aggregate-missing", names=", ".join(missing))]
    if months != months_of(months[0][:4], months[0][:4]):
        told.append(texts("aggregate-whole-years"))
    return " ".join(told)


def _tables(rooms: Rooms, months: tuple[str, str], shown: tuple[Published, ...], *, hides: bool) -> Iterator[CountedTable]:  # fmt: skip
    """Yield the tables in words, national ones first; none of their cells opens to a row."""
    asked = Asked("NATION", "", *months)
    measure = measured(shown, 0, veiled=True) if hides else None
    told = Taken(asked, rooms.texts.moment(rooms.clock.wall()), "", (), shown, None, measure, Chosen(population_of(rooms, "NATION").population.only(())))  # fmt: skip
    for one in sorted(shown, key=lambda one: one.table.annex):
        yield replace(in_words(rooms, one, told), opens=False)
