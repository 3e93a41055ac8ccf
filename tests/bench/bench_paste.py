"""A thousand pasted addresses in a town of cases, beside plain SQLite.

The desk works on a copy of the town of ``tests.bench.town``. The peer is ``executemany`` of the
standard library's SQLite into a plain table that holds as many postings, with the same columns
and the same indexes, WAL and FULL, one commit: it encrypts nothing, keeps no history, compares
nothing and can take nothing back. Both sides take turns on one disk in one run; each round goes
into a case of its own. Then what a case of thousands of postings costs: a page, a filter, a step
for all of it, its undo.

    python -m tests.bench.bench_paste [--whole | --cases N --postings N]
"""

import shutil
import sqlite3
import statistics
import time
from functools import partial

from intake.desk.views.deleting import PostingQuery
from intake.progress import Silent
from intake.register import SCHEMA
from tests.bench import town
from tests.desks_at_hand import agreed

LINES, ROUNDS = 1_000, 5
LARGE_SMALL, LARGE_WHOLE = 2_000, 10_000
QUIET = Silent()
ENTITY = SCHEMA["posting"]
NAMES = ("id", "said", "case", "url", "typed", "platform", "found_on", "found_by",
         "found_how", "result", "url_key", "url_host")  # fmt: skip


def milliseconds(work):
    before = time.perf_counter()
    answer = work()
    return (time.perf_counter() - before) * 1000, answer


def pasted(start, number):
    return "\n".join(
        f"hxxps://www[.]tube-{n % 7}[.]example/v/{n}?no={n * 31}&utm_source=mail"
        for n in range(start, start + number)
    )


def plain_table(built, folder):
    """Return a plain copy of the town's postings, of which all stay."""
    shutil.copy2(town.plain(built), folder / "plain.db")
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode=WAL")
    plain.execute("PRAGMA synchronous=FULL")
    return plain


def plain_rows(case, start, number):
    for n in range(start, start + number):
        url = f"https://www.tube-{n % 7}.example/v/{n}?no={n * 31}"
        eid = case.encode()[:8] + n.to_bytes(8, "big")
        yield (eid, n, case.encode(), url, f"hxxps://{n}", "ETC", "2026-11-25", "kim",
               "MONITORING", "FOUND", url[12:], f"tube-{n % 7}.example")  # fmt: skip


def plain_insert(plain, case, start, number):
    names = ", ".join(f'"{name}"' for name in NAMES)
    marks = ", ".join("?" * len(NAMES))
    plain.execute("BEGIN IMMEDIATE")
    plain.executemany(
        f"INSERT INTO {ENTITY.table} ({names}) VALUES ({marks})",
        plain_rows(case, start, number),
    )
    plain.execute("COMMIT")


def report_pastes(desk, plain):
    looks, adds, peers = [], [], []
    postings = desk.postings
    for start in range(0, ROUNDS * LINES, LINES):
        case, text = agreed(desk, "RECORD", "DELETE"), pasted(start, LINES)
        took, shown = milliseconds(partial(postings.preview, case, text, QUIET))
        looks.append(took)
        peers.append(milliseconds(partial(plain_insert, plain, case, start, LINES))[0])
        add = partial(postings.add, case, shown.urls, progress=QUIET)
        took, added = milliseconds(add)
        adds.append(took)
        assert added == LINES
    look, add, peer = map(statistics.median, (looks, adds, peers))
    print(
        f"{LINES} pasted lines: preview {look:.0f} ms, written {add:.0f} ms, "
        f"together {look + add:.0f} ms; executemany into plain sqlite3 {peer:.0f} ms, "
        f"ratio {(look + add) / peer:.1f}"
    )


def report_large(desk, large):
    case = agreed(desk, "RECORD", "DELETE")
    text = pasted(10**6, large)
    look, shown = milliseconds(lambda: desk.postings.preview(case, text, QUIET))
    add, _ = milliseconds(lambda: desk.postings.add(case, shown.urls, progress=QUIET))
    print(f"{large} lines: preview {look:.0f} ms, written {add:.0f} ms")
    first, lines = milliseconds(lambda: desk.postings.first(PostingQuery(case), 50))
    ids, rows = milliseconds(lambda: desk.postings.listing(PostingQuery(case), QUIET))
    end, _ = milliseconds(lambda: desk.postings.lines(rows[-50:]))
    asked = PostingQuery(case, text="tube-3", filter="to_request")
    text_ms, _ = milliseconds(lambda: desk.postings.listing(asked, QUIET))
    totals, _ = milliseconds(lambda: desk.postings.totals(case))
    assert len(lines) == 50
    print(
        f"a case of {large}: first page {first:.1f} ms, all rows {ids:.1f} ms, last page "
        f"{end:.1f} ms, words and a filter {text_ms:.0f} ms, totals {totals:.1f} ms"
    )
    everyone = [line.id for line in desk.postings.lines(rows)]
    mark, marked = milliseconds(
        lambda: desk.postings.mark(case, everyone, "REQUESTED", progress=QUIET)
    )
    undo, _ = milliseconds(desk.undo.undo)
    assert marked.done == large
    print(f"{large} marked as requested: {mark:.0f} ms, taken back: {undo:.0f} ms")
    again, _ = milliseconds(lambda: desk.postings.preview(case, text, QUIET))
    due, _ = milliseconds(lambda: desk.postings.due("2099-12-31"))
    print(
        f"the same paste again (all here): {again:.0f} ms; due over all: {due:.1f} ms"
    )


def main():
    size, asked = town.sized(__doc__)
    built = town.said(size)
    town.plain(built)
    print(f"{town.described(built)}; {town.load()}")
    with built.copy() as copy:
        desk, plain = copy.open(), plain_table(built, copy.folder)
        report_pastes(desk, plain)
        report_large(desk, LARGE_WHOLE if asked.whole else LARGE_SMALL)
        wrong, _ = milliseconds(desk.postings.recount)
        print(f"every kept count proved by a recount of the center: {wrong:.0f} ms")
        assert desk.postings.recount() == 0
        plain.close()
        desk.close()
    print(town.load())


if __name__ == "__main__":
    main()
