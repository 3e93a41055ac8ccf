"""Lists and search on the encrypted register, against plain SQLite from the standard library.

The workspace is the town of ``tests.bench.town``, said through the ledger; the peer is a file of
``sqlite3`` with the same rows, tables and indexes and no encryption. Its search is ``LIKE``, the
way without an index of pairs. Medians by the wall; the ratio is ours divided by the peer.

    python -m tests.bench.bench_list [--whole | --cases N --postings N]
"""

import itertools
import sqlite3
import statistics
import time
import uuid
from array import array
from functools import partial

from intake.ids import scope_of
from intake.ledger.winners import Record
from intake.progress import Silent
from intake.register import SCHEMA, ListQuery, Register, Where
from intake.register import words as index
from intake.register.counters import recount
from intake.register.fold import blob_of, fold
from intake.register.query import sql_of
from intake.register.tables import COUNTS, statements

SYLLABLES = (
    "가나다라마바사아자차카타파하유포불법촬영협박삭제요청상담피해기록게시물영상사진"
)
RESULTS = ("FOUND", "REQUESTED", "REMOVED", "REFUSED", "BLOCKED", "TEMPORARY")
PHRASES = (
    "유포 협박",
    "불법촬영 영상",
    "삭제 요청",
    "상담기록",
    "ㄱㅎ",
    "tube-7.example",
    "하루",
)
START = 1_900_000_000_000 << 16


def dice(seed: int):
    """Yield numbers that look thrown and are the same in every run."""
    state = seed
    while True:
        state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        yield state >> 33


def lexicon() -> list[str]:
    """Return words as often used as their place is low: ours first, then made-up ones."""
    throw = dice(3)
    syllables = [chr(0xAC00 + next(throw) % 11_172) for _ in range(400)] + list(
        SYLLABLES
    )
    pick = lambda: syllables[next(throw) % len(syllables)]  # noqa: E731
    made = ["".join(pick() for _ in range(2 + next(throw) % 4)) for _ in range(20_000)]
    ours = ("유포", "협박", "불법촬영", "영상", "삭제", "요청", "상담기록", "하루오빠")
    for place, word in enumerate(ours):
        made.insert(20 * (place + 1), word)
    return made


LEXICON = lexicon()


def words(throw, count: int) -> str:
    """Draw words, the common ones much more often."""
    places = (
        int(len(LEXICON) ** ((next(throw) % 4096) / 4096)) - 1 for _ in range(count)
    )
    return " ".join(LEXICON[place] for place in places)


def uid(kind: int, n: int) -> str:
    return str(uuid.UUID(int=(n + 1) << 80 | 0x7 << 76 | 0x8 << 60 | kind))


def day(n: int) -> str:
    return f"20{80 + n % 20}-{1 + n // 20 % 12:02}-{1 + n // 240 % 28:02}"


def records(cases: int, postings: int, notes: int):
    throw = dice(7)
    for n in range(cases):
        alias = words(throw, 1)
        said = {
            "number": f"2099-IC-{n:06}",
            "alias": alias,
            "received_on": day(n),
            "route": "VISIT",
        }
        yield Record(
            "case", uid(1, n), scope_of("case", uid(1, n)), START + (n << 16), said
        )
    for n in range(postings):
        url = f"https://www.tube-{next(throw) % 40}.example/v/{n}"
        said = {
            "url": url,
            "result": RESULTS[n % 6],
            "found_on": day(next(throw)),
            "site": "tube",
        }
        case = uid(1, next(throw) % cases)
        yield Record(
            "posting", uid(2, n), scope_of("case", case), START + (n << 16), said
        )
    for n in range(notes):
        case = uid(1, next(throw) % cases)
        yield Record(
            "note",
            uid(3, n),
            scope_of("case", case),
            START + (n << 16),
            {"text": words(throw, 80)},
        )


def fill(vault, peer: sqlite3.Connection, made) -> None:
    """Write the same rows to both, index them afterwards, count."""
    indexes = [line for line in statements() if line.startswith("CREATE INDEX")]
    with vault.writing() as db:
        db.execute("PRAGMA cache_size = -262144")
        for line in indexes:
            db.execute(f"DROP INDEX {line.split()[2]}")
    made = iter(made)
    while some := list(itertools.islice(made, 20_000)):
        with vault.writing() as db:
            for one in some:
                write(db, peer, one)
        peer.commit()
    with vault.writing() as db:
        for line in indexes:
            db.execute(line)
            peer.execute(line)
        keep = f"INSERT INTO r_case_counts VALUES (?{', ?' * len(COUNTS)})"
        for case, counts in recount(db).items():
            db.execute(keep, (case, *counts))
            peer.execute(keep, (case, *counts))
    peer.commit()


def write(db, peer: sqlite3.Connection, one: Record) -> None:
    entity = SCHEMA[one.entity]
    cells = fold(entity, one)
    names = ", ".join(f'"{name}"' for name in entity.columns)
    into = (
        f"INSERT INTO {entity.table} ({names}) VALUES ({', '.join('?' * len(cells))})"
    )
    db.execute(into, cells)
    peer.execute(into, cells)
    held = dict(zip(entity.columns, cells, strict=True))
    index.keep_words(db, entity, blob_of(one.eid), {}, held)


def median_ms(work, times: int) -> float:
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def row(name: str, ours, theirs, times: int = 9) -> None:
    mine, other = median_ms(ours, times), median_ms(theirs, times)
    print(f"{name:<66}{mine:>10.2f}{other:>10.2f}{mine / other:>8.2f}")


def peer_page(peer, query: ListQuery, limit: str):
    sql = sql_of(query)
    return lambda: peer.execute(
        f"SELECT t.* {sql.text} LIMIT {limit}", sql.values
    ).fetchall()


def peer_ids(peer, query: ListQuery):
    sql = sql_of(query)
    return lambda: array(
        "q", [n for (n,) in peer.execute(f"SELECT t.row {sql.text}", sql.values)]
    )


def lists(register: Register, peer, postings: int) -> None:
    newest = ListQuery("case", order=("-last_said",))
    state = ListQuery("case", equals=(("state", "DELETING"),), order=("-last_said",))
    minor = ListQuery("case", where=(Where("minor", "=", 1),), order=("-last_said",))
    counselor = ListQuery("case", equals=(("counselor", "김다정"),), order=("-last_said",))  # fmt: skip
    days = ListQuery("case", where=(Where("received_on", ">=", "2026-01"), Where("received_on", "<=", "2026-03~")), order=("-last_said",))  # fmt: skip
    alias = ListQuery("case", order=("alias",))
    unindexed = ListQuery("case", order=("route", "center"))
    every = ListQuery("posting", order=("-found_on",))
    removed = ListQuery("posting", equals=(("result", "REMOVED"),), order=("-found_on",))  # fmt: skip
    host = ListQuery("posting", order=("url_host",))
    site = ListQuery("posting", where=(Where("url_host", "=", "tube-7.example"),))
    queries = (
        ("cases, newest said", newest),
        ("cases of one state", state),
        ("cases of minors", minor),
        ("cases of one counselor", counselor),
        ("cases received in three months", days),
        ("cases by name (an index)", alias),
        ("cases by two columns (no index)", unindexed),
        ("postings by day", every),
        ("postings removed, by day", removed),
        ("postings by host (an index)", host),
        ("postings of one site", site),
    )
    for name, query in queries:
        ours, theirs = partial(register.first, query, 200), peer_page(peer, query, "200")  # fmt: skip
        row(f"first page of 200: {name}", ours, theirs, 5)
    for name, query in queries:
        ours, theirs = partial(register.ids, query, Silent()), peer_ids(peer, query)
        row(f"every row number: {name}", ours, theirs, 3)
    vector = register.ids(every, Silent())
    for place, at in (("the middle", postings // 2), ("the end", postings - 200)):
        page = tuple(vector[at : at + 200])
        jump = peer_page(peer, every, f"200 OFFSET {at}")
        row(f"jump to {place} of all postings (peer: OFFSET)", partial(register.rows, "posting", page), jump)  # fmt: skip


def typing(register: Register, peer) -> None:
    typed = [phrase[:end] for phrase in PHRASES for end in range(1, len(phrase) + 1)]
    ours = sorted((median_ms(partial(register.search, one), 3), one) for one in typed)
    theirs = sorted((median_ms(partial(like, peer, one), 1), one) for one in typed)
    for name, taken in (("ours", ours), ("LIKE on plain SQLite", theirs)):
        p50, p95, worst = (
            taken[int(len(taken) * part)][0] for part in (0.5, 0.95, 0.999)
        )
        print(
            f"search as typed, {len(taken)} prefixes, {name}: "
            f"p50 {p50:.2f} ms, p95 {p95:.2f} ms, max {worst:.2f} ms ({taken[-1][1]})"
        )


def like(peer, typed: str) -> list[object]:
    found = []
    for table, column in (
        ("r_note", "text"),
        ("r_case", "alias"),
        ("r_posting", "url"),
    ):
        ask = f"SELECT id FROM {table} WHERE {column} LIKE ? ORDER BY row DESC LIMIT 50"
        found += peer.execute(ask, (f"%{typed}%",)).fetchall()
    return found


def main() -> None:
    from tests.bench import town  # noqa: PLC0415 - it draws its words from here

    size, _ = town.sized(__doc__)
    built = town.said(size)
    peer = sqlite3.connect(town.plain(built))
    peer.execute("PRAGMA cache_size = -65536")
    desk = built.open()
    register = desk._rooms.register
    print(f"{town.described(built)}; {town.load()}")
    plain = (built.folder / "plain.sqlite").stat().st_size
    print(f"plain SQLite: {plain / 1e6:,.0f} MB")
    print(f"{'ms, median':<66}{'ours':>10}{'plain':>10}{'ratio':>8}")
    lists(register, peer, built.told["posting"])
    typing(register, peer)
    print(town.load())
    peer.close()
    desk.close()


if __name__ == "__main__":
    main()
