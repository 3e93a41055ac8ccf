"""What waits today, the month, and the page of a case, over a whole center: against plain SQLite.

The workspace is the town of ``tests.bench.town``, said through the ledger. The peer is ``sqlite3``
with the same rows, tables and indexes, asked with the same statements, without encryption and
without making lines of what it finds. Medians by the wall; the ratio is ours by the peer.

    python -m tests.bench.bench_day [--whole | --cases N --postings N]
"""

import sqlite3
from datetime import date
from functools import partial

from intake.desk.views import CaseQuery
from intake.desk.views.deleting import PostingQuery
from intake.desk.waiting import CONTACTS, RULES
from intake.progress import Silent
from intake.register import ListQuery
from intake.register.query import sql_of
from tests.bench import town
from tests.bench.bench_list import row


def peer_rule(peer: sqlite3.Connection, rule, until: date):
    """Ask the peer what one rule asks: the first lines and the count."""
    sql = sql_of(rule.query(until))
    body = sql.text.partition(" ORDER BY ")[0]

    def ask() -> None:
        peer.execute(f"SELECT t.* {sql.text} LIMIT 20", sql.values).fetchall()
        peer.execute(f"SELECT count(*) {body}", sql.values).fetchone()

    return ask


def peer_case(peer: sqlite3.Connection, case: str):
    """Ask the peer for every row of a case that its pages show."""
    blob = bytes.fromhex(case.replace("-", ""))
    tables = [name for name in town.TABLES if name not in {"case", "case_counts"}]

    def ask() -> None:
        peer.execute("SELECT * FROM r_case WHERE id = ?", (blob,)).fetchone()
        for name in tables:
            peer.execute(f'SELECT * FROM r_{name} WHERE "case" = ?', (blob,)).fetchall()

    return ask


def main() -> None:
    size, _ = town.sized(__doc__)
    built = town.said(size)
    peer = sqlite3.connect(town.plain(built))
    desk = built.open()
    today = desk._rooms.clock.today()
    print(f"{town.described(built)}; {town.load()}")
    print(f"{'ms, median':<66}{'ours':>10}{'plain':>10}{'ratio':>8}")
    asks = [peer_rule(peer, rule, today) for rule in RULES]
    row("the page of today (all rules)", desk.tasks.day, lambda: [ask() for ask in asks], 5)  # fmt: skip
    for rule, ask in zip(RULES, asks, strict=True):
        times = 3 if rule is CONTACTS else 5
        row(f"50 lines of {rule.kind}", partial(desk.tasks.due, rule.kind, 50), ask, times)  # fmt: skip
    month = sql_of(RULES[6].query(today))
    row("a month of the calendar", partial(desk.calendar.month, today.year, today.month), lambda: peer.execute(f"SELECT t.* {month.text} LIMIT 200", month.values).fetchall(), 5)  # fmt: skip
    case = town.case_id(size.cases // 2)
    whole = peer_case(peer, case)
    for name, ours in (
        ("the first page of a case", partial(desk.cases.overview, case)),
        ("its timeline", partial(desk.cases.timeline, case)),
        ("its postings", partial(desk.postings.first, PostingQuery(case), 128)),
        ("its support page", partial(desk.support.view, case)),
        ("what it waits for", partial(desk.tasks.of_case, case)),
    ):
        row(f"{name} (peer: every row of the case)", ours, whole, 5)
    newest = sql_of(ListQuery("case", order=("-last_said",)))
    row("first 128 lines of the list of cases", partial(desk.cases.first, CaseQuery(), 128), lambda: peer.execute(f"SELECT t.* {newest.text} LIMIT 128", newest.values).fetchall(), 5)  # fmt: skip
    row("the whole list of cases, as numbers", partial(desk.cases.listing, CaseQuery(), Silent()), lambda: peer.execute(f"SELECT t.row {newest.text}", newest.values).fetchall(), 5)  # fmt: skip
    print(town.load())
    peer.close()
    desk.close()


if __name__ == "__main__":
    main()
