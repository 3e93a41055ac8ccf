"""What stands in a result report (삭제지원 결과보고서): counted by the rules, said to the person herself.

* She is named by her case number; by a name only where the plan says one.
* An address is *left* where nobody removed it and its site is still there. A search result that
  was taken out is not left; an address elsewhere that was only delisted is.
* Addresses stand in it only where they were asked for, those that are left first.
"""

# ruff: noqa: S608 - names of the schema stand in a statement

from collections.abc import Iterator
from dataclasses import replace

from intake.counting import RULES
from intake.counting.selecting import FOUND_AGAIN, Selection, selection_of, tallied
from intake.counting.tables import ALL, Table
from intake.counting.tables.deletion import deletion
from intake.counting.tables.places import outcome_of
from intake.desk.paper_making import Making
from intake.documents import (
    Card,
    Left,
    ListedAddress,
    Outcomes,
    ResultReport,
    draw_result_report,
)
from intake.progress import Progress
from intake.register import CODES, SCHEMA
from intake.register.fold import blob_of

MOST = 2_000  # addresses on paper: more is no list that anybody reads
_POSTING = SCHEMA["posting"].table
_ALWAYS = ("REMOVED", "REFUSED", "BLOCKED", "OPEN")  # columns also where they are empty
_LEFT = (
    "coalesce(t.result, 'FOUND') NOT IN ('REMOVED', 'GONE') "
    "AND NOT (coalesce(t.result, '') = 'DELISTED' AND coalesce(t.platform, '') = 'SEARCH')"
)
_OUTCOME = "coalesce(t.result, 'FOUND')"
_SEEN = "coalesce(t.result_on, t.found_on, '')"
_LAWS = {"POLICE": "paper-result-by-police", "CSAM": "paper-result-by-csam"}


def content(making: Making) -> ResultReport:
    """Return what stands in the paper."""
    return _Result(making).paper()


def drawn(paper: ResultReport, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_result_report(paper, language)


def missing(making: Making) -> Iterator[str]:
    """Yield what she will look for and not find."""
    rooms, told = making.rooms, _Result(making)
    if not any(map(rooms.setting, ("center_phone", "center_email"))):
        yield rooms.texts("paper-missing-reach")
    if not told.ground():
        yield rooms.texts("paper-missing-ground")
    if told.number_left() and not told.next_check():
        yield rooms.texts("paper-missing-next-check")


def warnings(making: Making) -> Iterator[str]:
    """Yield what to think of before she gets it."""
    rooms, told = making.rooms, _Result(making)
    people = rooms.register.find("person", case=told.case)
    named = making.plan.addressee.strip()
    if told.is_training():
        yield rooms.texts("paper-warning-training")
    if named and any(one["name"] == named for one in people):
        yield rooms.texts("paper-warning-name")
    if any(one["shared_device"] == "YES" for one in people):
        yield rooms.texts("paper-warning-shared-device")
    if making.plan.with_addresses:
        yield rooms.texts("paper-warning-addresses")
    if overdue := told.overdue():
        yield rooms.texts("paper-warning-overdue", count=overdue)


class _Result:
    """One report while it is made."""

    def __init__(self, making: Making) -> None:
        self._making, self._rooms, self._look = making, making.rooms, making.look
        self.case = making.plan.about
        self._row = making.rooms.case(self.case)

    def paper(self) -> ResultReport:
        rooms, texts, plan = self._rooms, self._rooms.texts, self._making.plan
        said = self._making.issued(("R1", "R2", "R3", "R5"))
        del said["outward"]
        listed, more = self._addresses() if plan.with_addresses else ((), 0)
        named = (str(self._row["number"] or ""), plan.addressee.strip())
        heads, outcomes = self._outcomes()
        return ResultReport(
            **said,
            center=rooms.who.center_name,
            about=" · ".join(filter(None, named)),
            made_on=texts.day(rooms.clock.today().isoformat()),
            period=self._period(),
            ground=self.ground(),
            headline=tuple(self._cards()),
            heads=heads,
            outcomes=outcomes,
            again=tuple(self._again()),
            leaked=self._sentence("R6", "paper-result-leaked"),
            left=tuple(self._left()),
            next_check=self.next_check(),
            phone=str(rooms.setting("center_phone")),
            email=str(rooms.setting("center_email")),
            made_by=rooms.who.counselor,
            with_addresses=plan.with_addresses,
            addresses=listed,
            not_listed=more,
        )

    # --- what it says of the case --------------------------------------------------------

    def ground(self) -> str:
        """Return the basis of support, in words and with its law."""
        code = str(self._row["delete_basis"] or "")
        if not CODES.holds(("delete_basis",), code):
            return ""
        label = CODES.label("delete_basis", code, self._rooms.language)
        return self._rooms.texts(_LAWS.get(code, "paper-result-by-request"), ground=label)  # fmt: skip

    def is_training(self) -> bool:
        """Whether nothing of the case is counted."""
        return bool(self._row["training"])

    def next_check(self) -> str:
        """Return the next day on which an address is looked at."""
        day = self._checks("min(t.next_check)", ">=")
        return self._rooms.texts.day(day) if day else ""

    def overdue(self) -> int:
        """Return of how many addresses the day has passed."""
        return int(self._checks("count(*)", "<") or "0")

    def _checks(self, what: str, when: str) -> str:
        today = self._rooms.clock.today().isoformat()
        sql = (
            f'SELECT {what} FROM {_POSTING} t WHERE t."case" = ? AND t.deleted IS NULL '
            f"AND coalesce(t.check_stopped, 0) = 0 AND t.next_check {when} ?"
        )
        (found,) = self._look.db.all(sql, (blob_of(self.case), today))[0]
        return str(found or "")

    def _period(self) -> str:
        texts, chosen = self._rooms.texts, self._within("R1")
        sql = f'SELECT min(t.done_on), max(t.done_on) FROM {chosen.table} t WHERE {chosen.where} AND t."case" = ?'  # fmt: skip
        values: list[str | bytes] = [*chosen.values, blob_of(self.case)]
        days = [texts.day(str(one)) for one in self._look.db.all(sql, values)[0] if one]
        return " – ".join(dict.fromkeys(days))

    # --- numbers ---------------------------------------------------------------------------

    def _value(self, rule: str) -> int:
        return self._making.found[rule].amount.value

    def _within(self, rule: str) -> Selection:
        return selection_of(RULES[rule]).within(self._look.period)

    def _told(self, chosen: Selection, *by: str) -> dict[tuple[str, ...], int]:
        return tallied(self._look.db, chosen, self._look.population, by)

    def _sentence(self, rule: str, text: str) -> str:
        number = self._value(rule)
        return self._rooms.texts(text, count=number) if number else ""

    def _cards(self) -> Iterator[Card]:
        texts, value = self._rooms.texts, self._value
        yield Card(texts("paper-result-times", count=value("R1")), texts("paper-result-card-asked"))  # fmt: skip
        of = texts("paper-card-of", count=value("R2"))
        yield Card(texts("paper-result-many", count=value("R3")), texts("paper-result-card-removed"), of)  # fmt: skip
        yield Card(texts("paper-result-many", count=self.number_left()), texts("paper-result-card-left"))  # fmt: skip

    def _outcomes(self) -> tuple[tuple[str, ...], tuple[Outcomes, ...]]:
        """Return the heads and rows by kind of site; a column that is empty is not there."""
        every = {one.id: one for one in deletion(self._look)}
        asked, went = every["T6"], every["T6.addresses"]
        rows = [row for row in went.rows_shown if row == ALL or went.at(row, ALL) or asked.at(row, ALL)]  # fmt: skip
        columns = [one for one in went.columns.codes if one in _ALWAYS or went.at(ALL, one)]  # fmt: skip
        if rows == [ALL] and not went.at(ALL, ALL) and not asked.at(ALL, ALL):
            return (), ()
        texts = self._rooms.texts
        names = (went.columns.label(one, texts) for one in columns)
        heads = (texts(went.rows.title), texts("paper-result-asked"), *names)
        return heads, tuple(Outcomes(went.rows.label(row, texts), _numbers(asked, went, row, columns)) for row in rows)  # fmt: skip

    def _again(self) -> Iterator[str]:
        texts = self._rooms.texts
        if not self._value("R5"):
            return
        yield texts("paper-result-found-again", count=self._value("R5"))
        requests, gone = self._asked_again(), self._told(self._within("R5"), outcome_of("t"))  # fmt: skip
        if requests:
            yield texts("paper-result-asked-again", count=requests)
        if gone.get(("REMOVED",)):
            yield texts("paper-result-removed-again", count=gone[("REMOVED",)])

    def _asked_again(self) -> int:
        """Return how many requests there were about what was found again."""
        chosen, again = self._within("R1"), FOUND_AGAIN.replace("t.", "p.")
        join = f" JOIN {_POSTING} p ON p.id = t.posting AND p.deleted IS NULL"
        return sum(self._told(replace(chosen, join=join, where=f"{chosen.where} AND {again}")).values())  # fmt: skip

    # --- what is left ------------------------------------------------------------------------

    def number_left(self) -> int:
        """Return how many addresses are still there, each once."""
        return sum(self._told(self._those_left()).values())

    def _those_left(self) -> Selection:
        every = self._within("R2")
        return replace(every, where=f"{every.where} AND {_LEFT}")

    def _left(self) -> Iterator[Left]:
        told = self._told(self._those_left(), _OUTCOME)
        for one in CODES.lists["deletion_result"]:
            if number := told.get((one.code,)):
                yield Left(self._rooms.texts(f"result-left-{one.code.lower().replace('_', '-')}"), number)  # fmt: skip

    # --- addresses -----------------------------------------------------------------------------

    def _addresses(self) -> tuple[tuple[ListedAddress, ...], int]:
        """Return the first addresses, those that are left before the others, and how many more."""
        every, db = self._within("R2"), self._look.db
        values: list[str | bytes] = [*every.values, blob_of(self.case)]
        where = f'FROM {every.table} t WHERE {every.where} AND t."case" = ? AND t.url IS NOT NULL'  # fmt: skip
        sql = f"SELECT t.url, {_OUTCOME}, max({_SEEN}) {where} GROUP BY 1, 2 ORDER BY max({_LEFT}) DESC, 2, 1 LIMIT {MOST}"  # fmt: skip
        ((whole,),) = db.all(f"SELECT count(*) FROM (SELECT DISTINCT t.url, {_OUTCOME} {where})", values)  # fmt: skip
        found = tuple(self._line(str(url), str(result), str(on)) for url, result, on in db.each(sql, values))  # fmt: skip
        return found, int(whole) - len(found)

    def _line(self, url: str, result: str, on: str) -> ListedAddress:
        rooms = self._rooms
        label = CODES.label("deletion_result", result, rooms.language)
        return ListedAddress(url, label, rooms.texts.day(on) if on else "")


def _numbers(asked: Table, went: Table, row: str, columns: list[str]) -> tuple[int, ...]:  # fmt: skip
    return (asked.at(row, ALL), *(went.at(row, one) for one in columns))
