"""What waits today and the month, over a whole center: the desk against plain SQLite.

100,000 cases with 500,000 postings (``--postings``), as many interviews, tasks and appointments
as half the cases, consents as many as cases (half left for later) and 20,000 referrals. The peer is ``sqlite3`` with the
same tables and indexes, asked with the same statements, without encryption and without making
lines of what it finds. Medians; the ratio is ours divided by the peer.

    python -m tests.bench.bench_day [--cases N] [--postings N]
"""

import argparse
import itertools
import shutil
import sqlite3
import time
import uuid
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from intake.desk.waiting import CONTACTS, RULES
from intake.ids import scope_of
from intake.ledger.winners import Record
from intake.register import SCHEMA
from intake.register.fold import fold
from intake.register.query import sql_of
from intake.register.tables import statements
from tests.bench.bench_list import START, dice, row, uid
from tests.desks_at_hand import a_desk

FOLDER = Path("build/bench/day")
RESULTS = ("FOUND", "REQUESTED", "REMOVED", "TEMPORARY", "BLOCKED", "REFUSED")


def records(cases: int, postings: int, today: date):
    """Yield a center's years of work: nine of ten things are settled or lie ahead."""
    throw = dice(11)

    def some_case() -> str:
        return uid(1, next(throw) % cases)

    def day(spread: int) -> str:
        return (today - timedelta(days=next(throw) % spread - 7)).isoformat()

    def one(kind: int, n: int, entity: str, said: dict) -> Record:
        case = some_case()
        return Record(entity, uid(kind, n), scope_of("case", case), START + (n << 16), {"case": case, **said})  # fmt: skip

    for n in range(cases):
        said = {"number": f"2099-IC-{n:06}", "alias": f"가명{n}", "received_on": day(900), "route": "VISIT"}  # fmt: skip
        yield Record("case", uid(1, n), scope_of("case", uid(1, n)), START + (n << 16), said)  # fmt: skip
    for n in range(postings):
        said = {"url": f"https://www.tube-{n % 40}.example/v/{n}", "result": RESULTS[n % 6], "result_on": day(900)}  # fmt: skip
        said |= {"found_on": day(900)} | ({"next_check": day(60)} if n % 40 == 0 else {})  # fmt: skip
        yield one(2, n, "posting", said)
    for n in range(cases // 2):
        began = day(900)
        yield one(3, n, "interview", {"state": "FINISHED", "started_at": f"{began}T01:00:00Z", "next_contact": day(900)})  # fmt: skip
        yield one(4, n, "task", {"state": "OPEN" if n % 50 == 0 else "DONE", "due_on": day(900), "words": "할 일"})  # fmt: skip
        yield one(5, n, "appointment", {"state": "SET" if n % 50 == 0 else "KEPT", "on": day(900), "kind": "INTERVIEW"})  # fmt: skip
    for n in range(cases):
        yield one(6, n, "consent", {"purpose": "CENTRAL", "decision": "LATER" if n % 2 else "AGREED", "given_on": day(900)})  # fmt: skip
    for n in range(cases // 5):
        yield one(7, n, "referral", {"state": ("SENT", "DONE", "OFFERED", "TAKEN")[n % 4], "offered_on": day(900), "sent_on": day(900), "agency": str(uuid.UUID(int=1))})  # fmt: skip


def fill(vault, peer: sqlite3.Connection, made) -> None:
    """Write the same rows to both, index them afterwards; words and counts are not asked here."""
    indexes = [line for line in statements() if line.startswith("CREATE INDEX")]
    with vault.writing() as db:
        for line in indexes:
            db.execute(f"DROP INDEX {line.split()[2]}")
    made = iter(made)
    while some := list(itertools.islice(made, 20_000)):
        with vault.writing() as db:
            for one in some:
                entity = SCHEMA[one.entity]
                cells = fold(entity, one)
                names = ", ".join(f'"{name}"' for name in entity.columns)
                into = f"INSERT INTO {entity.table} ({names}) VALUES ({', '.join('?' * len(cells))})"
                db.execute(into, cells)
                peer.execute(into, cells)
        peer.commit()
    with vault.writing() as db:
        for line in indexes:
            db.execute(line)
            peer.execute(line)
    peer.commit()


def peer_rule(peer: sqlite3.Connection, rule, until: date):
    """Ask the peer what one rule asks: the first lines and the count."""
    sql = sql_of(rule.query(until))
    body = sql.text.partition(" ORDER BY ")[0]

    def ask() -> None:
        peer.execute(f"SELECT t.* {sql.text} LIMIT 20", sql.values).fetchall()
        peer.execute(f"SELECT count(*) {body}", sql.values).fetchone()

    return ask


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--postings", type=int, default=500_000)
    sizes = parser.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    desk = a_desk(FOLDER / "desk")
    vault, today = desk._rooms.vault, desk._rooms.clock.today()
    peer = sqlite3.connect(FOLDER / "plain.sqlite")
    for line in statements():
        if "fts5" not in line and not line.startswith("CREATE INDEX"):
            peer.execute(line)
    peer.execute("PRAGMA synchronous = OFF")
    start = time.perf_counter()
    fill(vault, peer, records(sizes.cases, sizes.postings, today))
    print(f"{sizes}, filled in {time.perf_counter() - start:.0f} s")
    print(f"{'ms, median':<52}{'ours':>10}{'plain':>10}{'ratio':>8}")
    asks = [peer_rule(peer, rule, today) for rule in RULES]
    row("the page of today (all rules)", desk.tasks.day, lambda: [ask() for ask in asks], 5)  # fmt: skip
    for rule, ask in zip(RULES, asks, strict=True):
        ours = partial(desk.tasks.due, rule.kind, 50)
        times = 3 if rule is CONTACTS else 5
        row(f"50 lines of {rule.kind}", ours, ask, times)
    month = sql_of(RULES[6].query(today))
    row("a month of the calendar", partial(desk.calendar.month, today.year, today.month), lambda: peer.execute(f"SELECT t.* {month.text} LIMIT 200", month.values).fetchall(), 5)  # fmt: skip
    case = uid(1, 5)
    row("what one case waits for", partial(desk.tasks.of_case, case), asks[0], 5)
    row("the support page of one case", partial(desk.support.view, case), asks[0], 5)
    peer.close()
    desk.close()
    shutil.rmtree(FOLDER)


if __name__ == "__main__":
    main()
