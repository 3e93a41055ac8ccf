"""Support lines (지원선) and the log of what was done (서비스 기록).

* A case is a bundle of six lines that open and close separately, each with the person's will.
* A line of the log is never overwritten: a correction is a new word beside the old one.
"""

from collections import Counter
from collections.abc import Callable, Mapping

from intake.clock import ms_of
from intake.desk.agencies import Agencies
from intake.desk.planning import Plans
from intake.desk.referring import Referrals
from intake.desk.rooms import Rooms
from intake.desk.views.support import (
    LineView,
    MonthTotal,
    ServiceLine,
    ServiceNote,
    SupportView,
    WillWord,
)
from intake.desk.wills import LINES, WILLS, check_will, is_refused, line_id, line_of
from intake.errors import InvalidInput
from intake.ids import new_id
from intake.ledger import Deed
from intake.ledger.report import Word
from intake.register import CODES, ListQuery, Row, Value

_CORRECTABLE = frozenset(
    {
        *("kind", "done_on", "minutes", "quantity", "method", "agency"),
        *("agency_person", "result", "remark"),
    }
)


class Support:
    """What can be done about support lines and their log."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def view(self, case: str, limit: int = 50) -> SupportView:
        """Return the support page of a case."""
        rooms = self._rooms
        rooms.case(case)
        plans = Plans(rooms)
        return SupportView(
            case=case,
            lines=self.lines(case),
            referrals=Referrals(rooms).of_case(case),
            log=self.log(case, limit),
            totals=self.totals(case),
            plan=plans.view(case),
            ends=plans.open_ends(case),
            agencies=Agencies(rooms).listing(),
        )

    # --- lines --------------------------------------------------------------------------

    def lines(self, case: str) -> tuple[LineView, ...]:
        """Return the six lines, begun or not."""
        rooms = self._rooms
        said = {str(r["kind"]): r for r in rooms.register.find("support_line", case=case)}  # fmt: skip
        done = rooms.register.find("support_action", case=case)
        actions: Counter[str] = Counter()
        minutes: Counter[str] = Counter()
        for one in done:
            actions[str(one["kind"])] += _number(one, "quantity") or 1
            minutes[str(one["kind"])] += _number(one, "minutes")
        return tuple(
            self._line(case, kind, said.get(kind), (actions[kind], minutes[kind]))
            for kind in LINES
        )

    def open_line(
        self, case: str, kind: str, wish: str = "WANTED", wish_on: str = "", remark: str = ""
    ) -> str:  # fmt: skip
        """Open a line, or open it again, and keep the person's will.

        Raises:
            AgainstWill: the person said no.
        """
        if wish == "REFUSED":
            self.set_wish(case, kind, wish, wish_on)
            check_will(self._rooms, case, kind)
        today = self._today()
        said: dict[str, Value] = {"state": "OPEN", "opened_on": today, "closed_on": None}  # fmt: skip
        said |= {"counselor": self._rooms.who.counselor}
        said |= _wish(wish, wish_on or today) | ({"remark": remark} if remark else {})
        return self._say(case, kind, said)

    def close_line(self, case: str, kind: str, on: str = "") -> str:
        """Close a line (종결); it may be opened again."""
        said = {"state": "CLOSED", "closed_on": on or self._today()}
        return self._say(case, kind, said)

    def pause_line(self, case: str, kind: str) -> str:
        """Let a line rest (보류)."""
        return self._say(case, kind, {"state": "PAUSED"})

    def set_wish(self, case: str, kind: str, wish: str, on: str = "") -> str:
        """Keep what the person wants (의사) and since when; a no closes outgoing acts."""
        return self._say(case, kind, _wish(wish, on or self._today()))

    def line_history(self, case: str, kind: str) -> tuple[Word, ...]:
        """Return everything that was said of a line, newest first."""
        return self._rooms.ledger.history("support_line", line_id(case, kind))

    def wills(self, case: str, kind: str) -> tuple[WillWord, ...]:
        """Return what was ever noted of the person's will about a line, newest first."""
        said = self.line_history(case, kind)
        return tuple(
            WillWord(str(word.value), word.actor, ms_of(word.stamp))
            for word in said
            if word.field == "wish" and word.value
        )

    def _say(self, case: str, kind: str, said: Mapping[str, Value]) -> str:
        self._rooms.case(case)
        line = line_id(case, kind)
        before = line_of(self._rooms, case, kind)
        with self._rooms.about_case(Deed.PLAN, case) as say:
            say.set("support_line", line, "case", case)
            say.set("support_line", line, "kind", kind)
            if before is None and "state" not in said:
                say.set("support_line", line, "state", "PLANNED")
            for name, value in said.items():
                say.set("support_line", line, name, value)
        return line

    def _line(
        self, case: str, kind: str, row: Row | None, done: tuple[int, int]
    ) -> LineView:
        language = self._rooms.language
        value = _told(row)
        return LineView(
            id=line_id(case, kind),
            kind=kind,
            label=CODES.label("support_line", kind, language),
            state=value("state"),
            wish=value("wish") or "UNASKED",
            wish_on=value("wish_on"),
            opened_on=value("opened_on"),
            closed_on=value("closed_on"),
            counselor=value("counselor"),
            agency=value("agency"),
            closed_to_acts=is_refused(row),
            actions=done[0],
            minutes=done[1],
        )

    # --- the log ---------------------------------------------------------------------------

    def add_action(self, case: str, note: ServiceNote) -> str:
        """Note what was done (서비스 기록).

        Raises:
            AgainstWill: it was done on a line the person does not want.
        """
        rooms = self._rooms
        rooms.case(case)
        on = note.done_on or self._today()
        check_will(rooms, case, note.kind, on)
        record = new_id(rooms.clock.wall())
        said: dict[str, Value] = {
            "case": case,
            "kind": note.kind,
            "done_on": on,
            "minutes": note.minutes,
            "quantity": note.quantity,
            "counselor": rooms.who.counselor,
            "line": line_id(case, note.kind) if note.kind in LINES else None,
        }
        for name in ("method", "agency", "agency_person", "result", "remark"):
            said[name] = getattr(note, name) or None
        with rooms.about_case(Deed.ADD, case) as say:
            for name, value in said.items():
                if value is not None:
                    say.set("support_action", record, name, value)
        return record

    def correct_action(self, support_action: str, said: Mapping[str, Value]) -> None:
        """Correct a line of the log; what stood there stays in its history.

        Raises:
            InvalidInput: a part that is not corrected.
        """
        if not said.keys() <= _CORRECTABLE:
            raise InvalidInput(what="support-action", why="unknown-field")
        row = self._rooms.record("support_action", support_action)
        kind = str(said.get("kind") or row["kind"])
        on = str(said.get("done_on") or row["done_on"] or "")
        check_will(self._rooms, str(row["case"]), kind, on)
        with self._rooms.about_case(Deed.CHANGE, str(row["case"])) as say:
            for name, value in said.items():
                say.set("support_action", support_action, name, value)
            if "kind" in said:
                line = line_id(str(row["case"]), kind) if kind in LINES else None
                say.set("support_action", support_action, "line", line)

    def log(self, case: str, limit: int = 50) -> tuple[ServiceLine, ...]:
        """Return the newest lines of the log."""
        query = ListQuery("support_action", (("case", case),), order=("-done_on",))
        found = self._rooms.register.first(query, limit)
        names = Agencies(self._rooms).names(str(r["agency"]) for r in found if r["agency"])  # fmt: skip
        return tuple(self._logged(one, names) for one in found)

    def totals(self, case: str) -> tuple[MonthTotal, ...]:
        """Return how much was done of each kind in each month, newest month first."""
        actions: Counter[tuple[str, str]] = Counter()
        minutes: Counter[tuple[str, str]] = Counter()
        labels: dict[str, str] = {}
        for one in self._rooms.register.find("support_action", case=case):
            kind = str(one["kind"] or "")
            key = str(one["done_on"] or "")[:7], kind
            actions[key] += _number(one, "quantity") or 1
            minutes[key] += _number(one, "minutes")
            labels[kind] = one.label("kind", self._rooms.language)
        return tuple(
            MonthTotal(month, kind, labels[kind], actions[month, kind], minutes[month, kind])
            for month, kind in sorted(actions, key=lambda key: (_back(key[0]), key[1]))
        )  # fmt: skip

    def _logged(self, row: Row, names: Mapping[str, str]) -> ServiceLine:
        language = self._rooms.language
        return ServiceLine(
            id=row.id,
            kind=str(row["kind"] or ""),
            label=row.label("kind", language),
            done_on=str(row["done_on"] or ""),
            minutes=_number(row, "minutes"),
            quantity=_number(row, "quantity") or 1,
            method_label=row.label("method", language),
            agency_name=names.get(str(row["agency"]), ""),
            result_label=row.label("result", language),
            counselor=str(row["counselor"] or ""),
            corrected=self._is_corrected(row),
            remark=str(row["remark"] or ""),
        )

    def _is_corrected(self, row: Row) -> bool:
        """Whether any part of it was said twice."""
        said = [one.field for one in self._rooms.ledger.history("support_action", row.id)]  # fmt: skip
        return len(said) > len(set(said))

    def _today(self) -> str:
        return self._rooms.clock.today().isoformat()


def _wish(wish: str, on: str) -> dict[str, Value]:
    if wish not in WILLS:
        raise InvalidInput(what="will", why="unknown-code")
    return {"wish": wish, "wish_on": None if wish == "UNASKED" else on}


def _told(row: Row | None) -> Callable[[str], str]:
    """Return what reads the fields of a row that may not be there."""
    return lambda name: "" if row is None else str(row[name] or "")


def _number(row: Row, name: str) -> int:
    value = row[name]
    return value if isinstance(value, int) else 0


def _back(month: str) -> int:
    """Sort months from the newest."""
    digits = month.replace("-", "")
    return -int(digits) if digits.isdigit() else 0
