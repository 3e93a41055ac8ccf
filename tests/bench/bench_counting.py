"""Statistics over a whole register: T1 to T12, single numbers, and the rows that prove one.

The register is written by the bench straight into its tables (ruling 35), inside SQLCipher. Peers
of the same run: the same statements on a plain SQLite file without encryption, and a count in plain
Python over the same rows (``tests.counting.recount``), which also says whether the tables agree.
Ours reads what is kept of each case, the peer reads rows: the ratio is no longer that of encryption.
Times by the wall, once each: the first reads the file, the next what the system has kept of it.

    nice -n 10 python -m tests.bench.bench_counting [--cases 10000] [--actions 500000] [--whole]
"""

import argparse
import hashlib
import json
import resource
import shutil
import sqlite3
import time
from types import SimpleNamespace

from intake.counting import (
    RULES,
    AsOf,
    Look,
    Period,
    Population,
    count,
    counted,
    rows,
    stamped,
)
from intake.counting.kept.keeping import bring_up
from intake.counting.tables import groups, tables
from intake.counting.tables.deletion import deletion
from intake.counting.tables.harms import harms
from intake.counting.tables.people import people
from intake.counting.tables.support import support
from intake.register import SCHEMA
from intake.register.fold import id_of
from intake.register.tables import statements
from intake.vault import Database, FileKeyring
from tests.bench.town import HOME, Built, load, say_so
from tests.counting.recount import Records, recount
from tests.desks_at_hand import a_desk

_STEP = 100_000
_IN_MEMORY = 1_000_000  # actions that plain Python can hold as rows
_YEAR = Period("2024-01-01", "2024-12-31")
_SPEED = "n(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2), d(i, a) AS (SELECT i, (i * 2654435761) % 4294967291 FROM n)"  # fmt: skip
_ID = "unhex(printf('{0:02x}%014x%016x', {1}, {2}))"
_OF = "(a % ?3 + 1)"  # the case of a row


def _id(kind: int, number: str) -> str:
    return _ID.format(kind, "0", number)


_POSTING = "(i % (?4) + 1)"
_MADE = {
    "case": (
        "cases",
        f"""INSERT INTO r_case (id, said, number, received_on, route, intake_kind, center, delete_basis)
        SELECT {_id(1, "i")}, i, i, date('2024-12-31', '-' || (a % 900) || ' days'),
        CASE a % 3 WHEN 0 THEN 'VISIT' WHEN 1 THEN 'POLICE' ELSE 'BOARD' END, CASE a % 7 WHEN 0 THEN 'CONTINUED' ELSE 'NEW' END,
        CASE a % 5 WHEN 0 THEN 'IC' WHEN 1 THEN 'SL' ELSE 'BS' END, CASE a % 9 WHEN 0 THEN 'CSAM' WHEN 1 THEN 'POLICE' ELSE 'REQ_SELF' END FROM d""",
    ),
    "person": (
        "cases",
        f"""INSERT INTO r_person (id, said, "case", role, sex, age)
        SELECT {_id(2, "i")}, i, {_id(1, "i")}, 'VICTIM', CASE a % 4 WHEN 0 THEN 'M' ELSE 'F' END, 11 + a % 45 FROM d""",
    ),
    "incident": (
        "cases",
        f"""INSERT INTO r_incident (id, said, "case", relation)
        SELECT {_id(3, "i")}, i, {_id(1, "i")}, CASE a % 3 WHEN 0 THEN 'TEMP' WHEN 1 THEN 'STRANGER' ELSE 'UNKNOWN' END FROM d""",
    ),
    "harm": (
        "cases",
        f"""INSERT INTO r_harm (id, said, "case", "of", kind, chosen)
        SELECT {_id(4, "i")}, i, {_id(1, "i")}, {_id(3, "i")}, CASE a % 3 WHEN 0 THEN 'DIST' WHEN 1 THEN 'FILM' ELSE 'GROOM' END, 1 FROM d""",
    ),
    "support_action": (
        "support",
        f"""INSERT INTO r_support_action (id, said, "case", kind, done_on, quantity)
        SELECT {_id(5, "i")}, i, {_id(1, _OF)}, CASE a % 4 WHEN 0 THEN 'LEGAL' WHEN 1 THEN 'PSYCH' ELSE 'COUNSEL' END,
        date('2024-12-31', '-' || (a % 900) || ' days'), 1 + a % 3 FROM d""",
    ),
    "posting": (
        "postings",
        f"""INSERT INTO r_posting (id, said, "case", url, url_key, url_host, platform, result, found_on, result_on, restored)
        SELECT {_id(6, "i")}, i, {_id(1, "(i % ?3 + 1)")}, 'https://t' || (a % 400) || '.example/v/' || i, 't' || (a % 400) || '.example/v/' || i,
        't' || (a % 400) || '.example', CASE a % 6 WHEN 0 THEN 'SOCIAL' WHEN 1 THEN 'CLOUD' WHEN 2 THEN NULL ELSE 'ADULT' END,
        CASE a % 8 WHEN 0 THEN 'FOUND' WHEN 1 THEN 'REQUESTED' WHEN 5 THEN 'REFUSED' WHEN 6 THEN 'BLOCKED' WHEN 7 THEN 'TEMPORARY' ELSE 'REMOVED' END,
        date('2024-12-31', '-' || (a % 900) || ' days'), date('2025-01-31', '-' || (a % 900) || ' days'), CASE a % 20 WHEN 0 THEN 1 END FROM d""",
    ),
    "leak": (
        "leaks",
        f"""INSERT INTO r_leak (id, said, "case", "of", kind, chosen)
        SELECT {_id(7, "i")}, i, {_id(1, "((i * 4) % ?3 + 1)")}, {_id(6, "i * 4")}, CASE a % 3 WHEN 0 THEN 'NAME' ELSE 'AGE' END, 1 FROM d""",
    ),
    "deletion_action": (
        "actions",
        f"""INSERT INTO r_deletion_action (id, said, "case", posting, kind, done_on)
        SELECT {_id(8, "i")}, i, {_id(1, f"({_POSTING} % ?3 + 1)")}, {_id(6, _POSTING)},
        CASE a % 8 WHEN 0 THEN 'AGAIN' WHEN 1 THEN 'CHECK' WHEN 2 THEN 'CHECK' WHEN 3 THEN 'SEARCH' ELSE 'FIRST' END,
        date('2024-12-31', '-' || (a % 900) || ' days') FROM d""",
    ),
}  # fmt: skip


# --- the register --------------------------------------------------------------------------


def made(cases: int, actions: int) -> Built:
    """Return the workspace whose register the bench wrote; it lies ready for the next run."""
    shape = hashlib.sha256("".join(statements()).encode() + str(_MADE).encode()).hexdigest()[:8]  # fmt: skip
    folder = HOME / f"counted-{cases}-{actions}-{shape}"
    mark = folder.with_suffix(".json")
    if not mark.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        start = time.perf_counter()
        desk = a_desk(folder, FileKeyring(HOME / "secrets"))
        _write(desk._rooms.vault, cases, actions)
        desk.close()
        mark.write_text(json.dumps({"seconds": time.perf_counter() - start}))
    return Built(folder, json.loads(mark.read_text()))


def _write(vault, cases: int, actions: int) -> None:
    postings = actions // 2
    many = {"cases": cases, "actions": actions, "postings": postings, "support": cases * 4, "leaks": postings // 4}  # fmt: skip
    indexes = [line for line in statements() if line.startswith("CREATE INDEX") and any(f" r_{name} " in line for name in _MADE)]  # fmt: skip
    with vault.writing() as db:
        db.execute("PRAGMA cache_size = -262144")
        for line in indexes:
            db.execute(f"DROP INDEX IF EXISTS {line.split()[2]}")
    for name, (size, sql) in _MADE.items():
        for first in range(0, many[size], _STEP):
            last = min(first + _STEP, many[size])
            values = [first + 1, last, cases, postings]
            with vault.writing() as db:
                used = max(n for n in (2, 3, 4) if f"?{n}" in sql or n == 2)
                db.execute(f"WITH RECURSIVE {_SPEED} {sql}" if "WITH" not in sql else sql, values[:used])  # fmt: skip
        say_so(f"{many[size]:,} {name}")
    for line in indexes:
        with vault.writing() as db:
            db.execute(line)
    say_so(f"{len(indexes)} indexes")


def plain(built: Built) -> Database:
    """Return the same rows and indexes in a file of ``sqlite3``, seen the same way."""
    path = built.folder / "plain.sqlite"
    peer = sqlite3.connect(path)
    peer.create_function("unhex", 1, bytes.fromhex, deterministic=True)
    names = (*_MADE, "agency")
    if not peer.execute("SELECT 1 FROM sqlite_master").fetchone():
        lines = [line for line in statements() for name in names if f" r_{name} (" in line]  # fmt: skip
        desk = built.open()
        for line in sorted(lines, key=lambda line: line.startswith("CREATE INDEX")):
            if line.startswith("CREATE TABLE"):
                peer.execute(line)
        with desk._rooms.vault.reading() as db:
            for name in names:
                width = len(db.all(f"SELECT * FROM pragma_table_info('r_{name}')"))
                peer.executemany(f"INSERT INTO r_{name} VALUES ({', '.join('?' * width)})", db.each(f"SELECT * FROM r_{name}"))  # fmt: skip
        desk.close()
        for line in lines:
            if line.startswith("CREATE INDEX"):
                peer.execute(line)
        peer.commit()
    return Database(peer)  # type: ignore[arg-type]  # a connection of the same shape


def records_of(db: Database) -> Records:
    """Return the rows as the open export would tell them, without its bytes."""
    found = Records()
    for name in _MADE:
        fields = [one.name for one in SCHEMA[name].fields]
        sql = f'SELECT id, {"" if name == "case" else chr(34) + "case" + chr(34) + ", "}{", ".join(chr(34) + one + chr(34) for one in fields)} FROM r_{name}'  # fmt: skip
        keys = ["id", *([] if name == "case" else ["case"]), *fields]
        for row in db.each(sql):
            told = {key: id_of(value) if isinstance(value, bytes) else value for key, value in zip(keys, row, strict=True) if value is not None}  # fmt: skip
            found[name].append(told)
    return found


# --- measuring -----------------------------------------------------------------------------


def timed(what):
    start = time.perf_counter()
    found = what()
    return time.perf_counter() - start, found


def _every(db: Database) -> Population:
    return Population(frozenset(id_of(one) for (one,) in db.each("SELECT id FROM r_case")))  # fmt: skip


def measure(db: Database, every: Population) -> dict[str, float]:
    """Return how long everything takes on one file."""
    look = Look(db, every, _YEAR)
    named = {f"{at}": Population(frozenset(sorted(every.cases)[at * 15 : at * 15 + 15])) for at in range(50)}  # fmt: skip
    asked = {
        "whom the tables are about": lambda: (look.supported, look.perhaps),
        "T1 T2 T4 T9": lambda: tuple(people(look)),
        "T3": lambda: tuple(harms(look)),
        "T5 T11": lambda: tuple(support(look)),
        "T6 T7 T8 T10": lambda: tuple(deletion(look)),
        "T1 to T11 together": lambda: tables(db, every, _YEAR),
        "the same of all time": lambda: tables(db, every, Period()),
        "T12 of 50 groups": lambda: groups(db, named, _YEAR),
        "R1 of the year": lambda: count(db, RULES["R1"], every, _YEAR),
        "R2 of all time": lambda: count(db, RULES["R2"], every),
        "eight numbers in one look": lambda: [counted(look, RULES[one]) for one in ("V1", "V2", "V3", "M1", "R1", "R2", "R2N", "R3")],
        "R1 of one case": lambda: count(db, RULES["R1"], Population(frozenset([min(every.cases)]))),
        "R1 of the year with its hash": lambda: stamped(
            count(db, RULES["R1"], every, _YEAR), every, _YEAR, AsOf("", ""), rows(db, RULES["R1"], every, _YEAR)
        ),
    }  # fmt: skip
    return {name: timed(what)[0] for name, what in asked.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--actions", type=int, default=500_000)
    parser.add_argument("--whole", action="store_true", help="100,000 / 5,000,000")
    asked = parser.parse_args()
    size = (100_000, 5_000_000) if asked.whole else (asked.cases, asked.actions)
    built = made(*size)
    disk = sum(one.stat().st_size for one in built.folder.glob("vault.db*")) / 1e6
    print(f"{size[0]:,} cases, {size[1]:,} actions, {size[1] // 2:,} addresses; made in {built.told['seconds']:.0f} s, {disk:,.0f} MB; {load()}")  # fmt: skip
    peer = plain(built)
    desk = built.open()
    first, _ = timed(lambda: bring_up(desk._rooms.vault))
    print(f"  what each case adds, where it was not kept yet: {first:.2f} s")
    with desk._rooms.vault.reading() as db:
        every = _every(db)
        ours = measure(db, every)
    print(f"most memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:,.0f} MB")  # fmt: skip
    theirs = measure(peer, every)
    for name, seconds in ours.items():
        print(f"  {name:32} {seconds:8.2f} s, {seconds / theirs[name]:5.2f} of plain SQLite")  # fmt: skip
    if size[1] <= _IN_MEMORY:
        _against_python(peer, every, ours["T1 to T11 together"])
    desk.close()
    print(load())


def _against_python(peer: Database, every: Population, ours: float) -> None:
    records = records_of(peer)
    seconds, again = timed(lambda: recount(records, [], (_YEAR.first, _YEAR.last)))
    found = {one.id: SimpleNamespace(cells={cell: n for cell, n in one.cells.items() if n}, doubtful=one.doubtful) for one in tables(peer, every, _YEAR)}  # fmt: skip
    same = sum((found[name].cells, found[name].doubtful) == (told.cells, told.doubtful) for name, told in again.items())  # fmt: skip
    print(f"  plain Python over rows in memory {seconds:8.2f} s (ours {ours / seconds:.2f} of it); {same} of {len(again)} tables the same")  # fmt: skip


if __name__ == "__main__":
    main()
