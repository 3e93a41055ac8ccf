"""Many postings added, marked and taken back, beside plain SQLite: ``python -m tests.bench.bench_bulk``.

The peer is the standard library's sqlite3 on the same disk in the same run: one ``executemany``
of the same columns with WAL and FULL, and an ``executemany`` of updates for the marks. It keeps
no history, checks nothing, encrypts nothing, has no index but the id's: a floor, not an
alternative. Printed are seconds of the processor, of the wall, and the ratio of the former.
An argument names other sizes: ``python -m tests.bench.bench_bulk 1000``.
"""

import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed

SIZES = (1_000, 10_000)
QUIET = Silent()
_FOLDER = Path("build/bench_bulk")


def timed(name: str, work: Callable[[], object]) -> float:
    """Run, print and return the seconds of the processor."""
    wall, mine = time.perf_counter(), time.process_time()
    work()
    spent = time.process_time() - mine
    print(
        f"  {name}: {spent:.2f} s of the processor, {time.perf_counter() - wall:.2f} s"
    )
    return spent


def rows_of(desk, case):
    return desk._rooms.register.find("posting", case=case)


def ours(folder: Path, number: int) -> tuple[dict[str, float], list[tuple]]:
    """Add, mark and take back both; return the times and the rows as they were added."""
    desk = a_desk(folder / "v")
    case = agreed(desk, "RECORD", "DELETE")
    desk.postings.add(agreed(desk), ["https://first.example/1"], progress=QUIET)
    urls = [f"https://tube{k % 37}.example/watch/{k}" for k in range(number)]
    told = {"add": timed("add", lambda: desk.postings.add(case, urls, progress=QUIET))}
    rows = rows_of(desk, case)
    names = [field.name for field in rows[0].entity.fields]
    plain = [tuple(row[name] for name in names) for row in rows]
    ids = [row.id for row in rows]
    mark = desk.postings.mark
    told["mark"] = timed("mark", lambda: mark(case, ids, "REQUESTED", progress=QUIET))
    told["undo of the mark"] = timed("undo of the mark", desk.undo.undo)
    told["undo of the add"] = timed("undo of the add", desk.undo.undo)
    left = [row for row in rows_of(desk, case) if not row.gone]
    if left or desk.postings.recount():
        print("  wrong: something was not taken back")
    desk.close()
    return told, [(eid, *cells) for eid, cells in zip(ids, plain, strict=True)]


def peers(folder: Path, rows: list[tuple]) -> dict[str, float]:
    """Write the same columns plainly."""
    db = sqlite3.connect(folder / "plain.db")
    db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;")
    names = ", ".join(f"c{at}" for at in range(len(rows[0]) - 1))
    db.execute(f"CREATE TABLE posting (id TEXT PRIMARY KEY, {names})")
    db.execute("CREATE TABLE action (id INTEGER PRIMARY KEY, posting, kind, day, who)")
    marks = ", ".join("?" * len(rows[0]))

    def add() -> None:
        with db:
            db.executemany(f"INSERT INTO posting VALUES ({marks})", rows)

    def mark() -> None:
        with db:
            db.executemany(
                "INSERT INTO action (posting, kind, day, who) VALUES (?, 'FIRST', '', '')",
                [row[:1] for row in rows],
            )
            db.executemany(
                "UPDATE posting SET c1 = 'REQUESTED', c2 = ?, c3 = ? WHERE id = ?",
                [("2026-11-25", "2026-12-02", row[0]) for row in rows],
            )

    told = {"add": timed("sqlite3 add", add), "mark": timed("sqlite3 mark", mark)}
    db.close()
    return told


def main() -> None:
    sizes = tuple(int(word) for word in sys.argv[1:]) or SIZES
    for number in sizes:
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
        print(f"{number:,} postings; the machine's load is {load:.1f}")
        _FOLDER.mkdir(parents=True)
        try:
            mine, rows = ours(_FOLDER, number)
            theirs = peers(_FOLDER, rows)
        finally:
            shutil.rmtree(_FOLDER)
        for name, spent in mine.items():
            floor = theirs["mark" if "mark" in name else "add"]
            each = spent / number * 1_000
            print(f"  {name}: {each:.3f} ms each, {spent / floor:.0f} times sqlite3")


if __name__ == "__main__":
    main()
