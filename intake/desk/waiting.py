"""What waits (할 일), seen in the data and stored nowhere: each rule is one look at the register.

* A rule names its kind, where its records lie, when one is due, and where in the case it is
  done; the same rule is asked for one case and for the whole center.
* Every rule over the center is answered by an index of the schema; none reads all cases.
* Nothing is decided here: the program reminds (신고의무, 30일 재확인, 답 없는 연계).
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from intake.consent import CONSENT_AGE, MAJORITY
from intake.consent.minors import turns
from intake.desk.cards import Card, Cards, card_of
from intake.desk.guardians import recording_of
from intake.desk.minors import Minors
from intake.desk.pasting import known_in
from intake.desk.people import victim_of
from intake.desk.planning import is_approved
from intake.desk.rooms import Rooms
from intake.desk.views.kinds import Facts
from intake.desk.views.support import TaskView
from intake.progress import Silent
from intake.register import ListQuery, Row, Where
from intake.register.birthdays import turned

PATIENCE = (
    14  # days a referral or an undecided consent may rest before it is brought up
)
TEMPORARY = 30  # days of a temporary measure (정보통신망법 44조의2④)
_SCANNED, _AT_ONCE = 1_000, 100
_READ = 2_000  # addresses of a case that are compared with one another


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of thing that waits."""

    kind: str
    entity: str
    day: str  # the field that says since when
    patience: int  # days after it until it is due
    tab: str
    equals: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    where: tuple[Where, ...] = ()
    by_case: bool = False  # one line for a case, however many records
    fades: int = 0  # days after which it is brought up no more; 0: never
    but: tuple[str, str] = ("", "")  # records of this value are another rule's

    @property
    def text_id(self) -> str:
        """The id of its sentence."""
        return "task-" + self.kind.lower().replace("_", "-")

    @property
    def group_id(self) -> str:
        """The id of the words above all of its kind."""
        return "task-group-" + self.kind.lower().replace("_", "-")

    def query(
        self, until: dt.date, case: str = "", newest_first: bool = False
    ) -> ListQuery:
        """Return the list of what is due by a day, of one case or of all."""
        last = (until - dt.timedelta(days=self.patience)).isoformat()
        about = (("case", case),) if case else ()
        where = (Where(self.day, "<=", last), *self.where)
        if self.fades and until != dt.date.max:
            since = until - dt.timedelta(days=self.fades)
            where += (Where(self.day, ">=", since.isoformat()),)
        order = f"-{self.day}" if newest_first else self.day
        return ListQuery(self.entity, (*about, *self.equals), where, (order,))

    def sees(self, row: Row, where: tuple[Where, ...]) -> bool:
        """Whether a record is one of this rule's, as its list would say."""
        if any(row[name] != value for name, value in self.equals):
            return False
        said = str(row[self.day] or "")
        days = {one.op: str(one.value) for one in where if one.name == self.day}
        if self is TASKS:
            return True  # a task of a case is shown before its day, and without one
        return bool(said) and days.get(">=", "") <= said <= days.get("<=", said)

    def due(self, row: Row) -> str:
        """Return the day a record is due; nothing where its day is not known to the day."""
        said = str(row[self.day] or "")
        try:
            day = dt.date.fromisoformat(said) + dt.timedelta(days=self.patience)
        except ValueError:
            return ""
        return day.isoformat()


TASKS = Rule("TASK", "task", "due_on", 0, "support", (("state", "OPEN"),))
CONTACTS = Rule("CONTACT", "interview", "next_contact", 0, "interviews", (("state", "FINISHED"),))  # fmt: skip
RULES = (
    TASKS,
    CONTACTS,
    Rule("RECHECK_30", "posting", "result_on", TEMPORARY, "postings", (("result", "TEMPORARY"),), by_case=True),
    Rule("CHECK", "posting", "next_check", 0, "postings", where=(Where("check_stopped", "empty"),), by_case=True, but=("result", "TEMPORARY")),
    Rule("REFERRAL", "referral", "sent_on", PATIENCE, "support", (("state", "SENT"),)),
    Rule("OFFER", "referral", "offered_on", PATIENCE, "support", (("state", "OFFERED"),)),
    Rule("APPOINTMENT", "appointment", "on", 0, "support", (("state", "SET"),)),
    Rule("CONSENT", "consent", "given_on", PATIENCE, "consents", (("decision", "LATER"),), by_case=True, fades=180),
    Rule("BIRTHDAY", "consent", "given_on", 0, "consents", (("decision", "AGREED"),), fades=365),
)  # fmt: skip
BIRTHDAYS = RULES[-1]
BY_KIND = {rule.kind: rule for rule in RULES}


def due_by(
    rooms: Rooms, rule: Rule, until: dt.date, limit: int
) -> tuple[TaskView, ...]:
    """Return what one rule sees over the center, oldest first."""
    if rule is CONTACTS:
        return _contacts(rooms, until, limit)
    if rule is BIRTHDAYS:
        return _birthdays(rooms, until)[:limit]
    found = rooms.register.first(rule.query(until), limit * 4 if rule.by_case else limit)  # fmt: skip
    return _lines(rooms, rule, found, until)[:limit]


def due_in(rooms: Rooms, rule: Rule, until: dt.date, case: str) -> tuple[TaskView, ...]:
    """Return what one rule sees in one case.

    The case alone is asked for, so that no index over the whole center is walked for it; only
    of postings, which are many, the rest is asked as well.
    """
    if rule is BIRTHDAYS:
        return _birthday_in(rooms, case)
    query = rule.query(until, case)
    if rule.entity == "posting":
        found = rooms.register.first(replace(query, order=()), _SCANNED)
    else:
        rows = rooms.register.find(rule.entity, case=case)
        found = tuple(row for row in rows if rule.sees(row, query.where))
    found = tuple(sorted(found, key=lambda row: str(row[rule.day] or "~")))
    if rule is CONTACTS:
        newest = _newest_talk(rooms, found)
        found = tuple(r for r in found if str(r["started_at"]) >= newest[case])
    return _lines(rooms, rule, found, rooms.clock.today())


def count_by(rooms: Rooms, rule: Rule, until: dt.date) -> int:
    """Return how many records one rule sees over the center."""
    if rule is BIRTHDAYS:
        return len(_birthdays(rooms, until))
    query = rule.query(until)
    if rooms.sight.veiled:  # what she is told of is what she is shown
        seen = rooms.register.first(replace(query, order=()), -1)
        return sum(row[rule.but[0]] != rule.but[1] if rule.but[0] else 1 for row in seen)  # fmt: skip
    count = rooms.register.count(query)
    if rule.but[0]:
        count -= rooms.register.count(replace(query, equals=(*query.equals, rule.but)))
    return count


def _lines(
    rooms: Rooms, rule: Rule, found: tuple[Row, ...], until: dt.date
) -> tuple[TaskView, ...]:
    cards = Cards(rooms)
    cards.know(str(row["case"]) for row in found)
    names = _agencies(rooms, found) if rule.entity == "referral" else {}
    together: dict[str, list[Row]] = {}
    for row in found:
        if rule.but[0] and row[rule.but[0]] == rule.but[1]:
            continue
        key = str(row["case"]) if rule.by_case else row.id
        together.setdefault(key, []).append(row)
    return tuple(
        _line(rule, rows, (cards, until), _words(rooms, rule, rows[0], names))
        for rows in together.values()
    )


def _line(
    rule: Rule, rows: list[Row], within: tuple[Cards, dt.date], words: str
) -> TaskView:
    cards, until = within
    row, due = rows[0], rule.due(rows[0])
    stored = rule is TASKS
    return TaskView(
        kind=rule.kind,
        text_id=rule.text_id,
        facts={"words": words, "count": len(rows), "since": str(row[rule.day] or "")},
        **cards.facts(str(row["case"])),
        due=due,
        overdue=bool(due) and due < until.isoformat(),
        task=row.id if stored else "",
        about=str(row["about"] or "") if stored else row.id,
        tab=rule.tab,
    )


def _agencies(rooms: Rooms, found: tuple[Row, ...]) -> dict[str, str]:
    """Return the names of the agencies that these referrals speak of."""
    wanted = tuple({str(row["agency"]) for row in found if row["agency"]})
    query = ListQuery("agency", among=wanted, gone=True)
    rows = rooms.register.first(query, -1) if wanted else ()
    return {row.id: str(row["name"] or "") for row in rows}


def _words(rooms: Rooms, rule: Rule, row: Row, names: dict[str, str]) -> str:
    """Return what a sentence about this record needs to name."""
    if rule.entity == "referral":
        return names.get(str(row["agency"]), "")
    if rule.entity in {"task", "appointment"}:
        return str(row["words"] or "") or row.label("kind", rooms.language)
    return row.label("purpose", rooms.language) if rule.entity == "consent" else ""


def _contacts(rooms: Rooms, until: dt.date, limit: int) -> tuple[TaskView, ...]:
    """Return the agreed contacts nobody has kept, newest promise first.

    Most old promises were kept by a later interview: reading begins at the newest, so that the
    kept ones never hide the others.
    """
    found = rooms.register.first(CONTACTS.query(until, newest_first=True), _SCANNED)  # fmt: skip
    kept: list[Row] = []
    for at in range(0, len(found), _AT_ONCE):
        some = found[at : at + _AT_ONCE]
        newest = _newest_talk(rooms, some)
        kept += [r for r in some if str(r["started_at"]) >= newest.get(str(r["case"]), "")]  # fmt: skip
        if len(kept) >= limit:
            break
    return _lines(rooms, CONTACTS, tuple(kept[:limit]), until)


def _birthdays(rooms: Rooms, until: dt.date) -> tuple[TaskView, ...]:
    """Return who turned 14 or 19 since she was asked: from then on she is asked herself."""
    with rooms.vault.reading() as db:
        found = turned(db, until, (CONSENT_AGE, MAJORITY), BIRTHDAYS.fades)
    newest = {one.case: one for one in found if rooms.sight.sees(one.case)}
    cards = Cards(rooms)
    cards.know(newest)
    return tuple(
        _birthday(cards.facts(case), one.age, one.asked_on, one.day)
        for case, one in newest.items()
    )


def _birthday_in(rooms: Rooms, case: str) -> tuple[TaskView, ...]:
    age = Minors(rooms).look(case).turned
    record = recording_of(rooms, case)
    if not age or record is None or record["decision"] != "AGREED" or record["withdrawn_on"]:  # fmt: skip
        return ()
    victim = rooms.register.get("person", victim_of(case))
    day = turns(str(victim["birth"]), age) if victim else None
    card = Cards(rooms).facts(case)
    return (_birthday(card, age, str(record["given_on"]), day.isoformat() if day else ""),)  # fmt: skip


def _birthday(card: Card, age: int, asked_on: str, day: str) -> TaskView:
    facts: Facts = {"words": "", "count": age, "since": asked_on}
    return TaskView("BIRTHDAY", "task-birthday", facts, **card, due=day, tab="consents")


def _newest_talk(rooms: Rooms, interviews: tuple[Row, ...]) -> dict[str, str]:
    """Return when each of these cases was last spoken with."""
    cases = tuple({str(row["case"]) for row in interviews})
    newest: dict[str, str] = {}
    for row in rooms.register.find("interview", case=cases):
        case, began = str(row["case"]), str(row["started_at"] or "")
        newest[case] = max(began, newest.get(case, ""))
    return newest


Look = Callable[[Rooms, Row, dt.date], tuple[TaskView, ...]]


def of_case(rooms: Rooms, case: Row) -> tuple[TaskView, ...]:
    """Return everything one case waits for: its tasks, and what its data say."""
    today = rooms.clock.today()
    told = [due_in(rooms, TASKS, dt.date.max, case.id)]
    told += [due_in(rooms, r, today, case.id) for r in RULES if r is not TASKS]
    told += [look(rooms, case, today) for look in _LOOKS]
    return tuple(line for lines in told for line in lines)


def _papers(rooms: Rooms, case: Row, _today: dt.date) -> tuple[TaskView, ...]:
    """Papers of a requester that are still missing (규칙 2조의6③)."""
    names = ("paper_id", "paper_relation", "paper_power", "paper_victim_id")
    people = rooms.register.find("person", case=case.id)
    missing = sum(one[name] == "MISSING" for one in people for name in names)
    facts: Facts = {"words": "", "count": missing, "since": ""}
    return (TaskView("PAPERS", "task-papers", facts, **card_of(case.id, case), tab="overview"),) if missing else ()  # fmt: skip


def _plan(rooms: Rooms, case: Row, _today: dt.date) -> tuple[TaskView, ...]:
    """A plan that is missing though counselling is open, or that nobody approved (규칙 15조)."""
    if case["plan"]:
        text_id = "" if is_approved(rooms, case) else "task-plan-approval"
    else:
        opened = rooms.register.find("support_line", case=case.id, kind="COUNSEL", state="OPEN")  # fmt: skip
        text_id = "task-plan" if opened else ""
    facts: Facts = {"words": "", "count": 1, "since": str(case["plan_on"] or "")}
    return (TaskView("PLAN", text_id, facts, **card_of(case.id, case), tab="support"),) if text_id else ()  # fmt: skip


def _goals(rooms: Rooms, case: Row, today: dt.date) -> tuple[TaskView, ...]:
    """Goals whose day of looking back has come."""
    query = ListQuery("goal", (("case", case.id), ("state", "OPEN")), (Where("review_on", "<=", today.isoformat()),))  # fmt: skip
    return tuple(
        TaskView(
            "GOAL",
            "task-goal",
            {"words": str(row["words"] or ""), "count": 1, "since": ""},
            **card_of(case.id, case),
            due=str(row["review_on"]),
            overdue=str(row["review_on"]) < today.isoformat(),
            about=row.id,
            tab="support",
        )
        for row in rooms.register.first(query, 20)
    )


def _appeals(rooms: Rooms, case: Row, today: dt.date) -> tuple[TaskView, ...]:
    """Terms to appeal that still run (형사소송법 343조, 358조)."""
    found = rooms.register.find("trial", case=case.id)
    return tuple(
        TaskView(
            "APPEAL",
            "task-appeal",
            {"words": "", "count": 1, "since": str(row["sentenced_on"] or "")},
            **card_of(case.id, case),
            due=str(row["appeal_until"]),
            about=row.id,
            tab="trial",
        )
        for row in found
        if row["appeal_until"]
        and str(row["appeal_until"]) >= today.isoformat()
        and not row["final_on"]
        and not row["appealed_by"]
    )


def _twice(rooms: Rooms, case: Row, _today: dt.date) -> tuple[TaskView, ...]:
    """Addresses that two laptops noted apart: a person withdraws all but one of each.

    Every address is read for it, which a case of very many would make its first page wait for.
    """
    kept = rooms.register.counts((case.id,)).get(case.id, {})
    if int(kept.get("postings") or 0) > _READ:
        return ()
    found = known_in(rooms, case.id, Silent()).several()
    if not found:
        return ()
    facts: Facts = {"words": "", "count": len(found), "since": ""}
    return (TaskView("DUPLICATE", "task-duplicate", facts, **card_of(case.id, case), about=found[0][1], tab="postings"),)  # fmt: skip


_LOOKS: tuple[Look, ...] = (_papers, _plan, _goals, _appeals, _twice)
