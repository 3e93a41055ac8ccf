"""The story's 10,744 actions brought in, beside what plain SQLite and JSON lines take for them.

``python -m tests.bench.bench_import``: processor seconds and ratios of one run. The peers
keep no history, check nothing, encrypt nothing: they are the floor, not an alternative. Twice:
as the story has it, and with an uploader at every address, a dozen of them a case; what the
clue index and comparing afterwards take of it is told beside it.
"""

import hashlib
import json
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from intake.desk import imports
from intake.desk.views.interchange import ImportPlan
from intake.interchange import open_table
from intake.matching.index import Index
from intake.progress import Silent
from tests.desks_at_hand import a_desk
from tests.stories import fifteen

_DATA = Path("/work/shared/data/scenario.json")


class _Gaps(Silent):
    """Keeps the longest time between two reports: how long a cancel may wait."""

    def __init__(self) -> None:
        self.last, self.longest, self.reports = time.perf_counter(), 0.0, 0

    def step(self, done, total, what):
        now = time.perf_counter()
        self.longest = max(self.longest, now - self.last)
        self.last, self.reports = now, self.reports + 1


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor: other work on the machine is left out."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> None:
    scenario = json.loads(_DATA.read_text(encoding="utf-8"))
    cases = [{**one, "center": "IC"} for one in scenario["victims"]]
    rows = [row for one in cases for row in fifteen.posting_rows(scenario, one)]
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/bench_import")
    folder.mkdir(parents=True)
    try:
        (folder / "c.csv").write_bytes(fifteen.cases_text(cases))
        for name, told in (
            ("as in the story", rows),
            ("with uploaders", _uploaded(rows)),
        ):
            print(name)
            desk = a_desk(folder / name)
            desk.imports.run(folder / "c.csv", ImportPlan("cases"), Silent())
            _ours(desk, folder, told)
            desk.close()
        _peers(folder, rows)
    finally:
        shutil.rmtree(folder)


def _uploaded(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows with an uploader each, a dozen of them a case."""
    words = (f"{row[0]} {k % 12}" for k, row in enumerate(rows))
    return [[*row, hashlib.sha256(word.encode()).hexdigest()[:9]] for row, word in zip(rows, words, strict=True)]  # fmt: skip


@contextmanager
def _spent() -> Iterator[dict[str, float]]:
    """Sum up what the clue index, and comparing afterwards, take of the processor."""
    spent = {"index": 0.0, "compare": 0.0}

    def told(name: str, work: Callable[..., object]) -> Callable[..., object]:
        def once(*args, **named):
            begun = time.process_time()
            found = work(*args, **named)
            spent[name] += time.process_time() - begun
            return found

        return once

    with (
        patch.object(Index, "apply", told("index", Index.apply)),
        patch.object(imports, "compare_again", told("compare", imports.compare_again)),
    ):
        yield spent


def _ours(desk, folder: Path, rows: list[list[str]]) -> None:
    file, plan = folder / "p.xlsx", ImportPlan("postings")
    with patch.object(fifteen, "HEADER", (*fifteen.HEADER, "업로더")):
        file.write_bytes(fifteen.as_xlsx(rows))
    data = file.read_bytes()
    read = timed(lambda: sum(1 for _ in open_table(data, "", Silent()).each()))
    tried = timed(lambda: desk.imports.dry_run(file, plan, Silent()))
    gaps = _Gaps()
    with _spent() as spent:
        brought = timed(lambda: desk.imports.run(file, plan, gaps))
    again = timed(lambda: desk.imports.run(file, plan, Silent()))
    undone = timed(desk.undo.undo)
    print(f"{len(rows):,} rows of XLSX, {len(data):,} bytes")
    print(f"read {read:.2f} s, trial {tried:.2f} s, import {brought:.2f} s")
    told = sum(spent.values())
    print(f"of it index {spent['index']:.2f} s, comparing {spent['compare']:.2f} s: {told / (brought - told):.1%} more than without")  # fmt: skip
    print(f"again (nothing new) {again:.2f} s, undo {undone:.2f} s")
    print(f"{gaps.reports} reports, longest silence {gaps.longest:.2f} s")
    main.seconds = brought


def _peers(folder: Path, rows: list[list[str]]) -> None:
    def plain() -> None:
        db = sqlite3.connect(folder / "plain.db")
        names = ", ".join(f"c{k}" for k in range(len(rows[0])))
        marks = ", ".join("?" * len(rows[0]))
        db.execute(f"create table p ({names})")
        with db:
            db.executemany(f"insert into p values ({marks})", rows)
        db.close()

    def lines() -> None:
        text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (folder / "p.jsonl").write_text(text, encoding="utf-8")

    for name, work in (("sqlite3 executemany", plain), ("JSON lines", lines)):
        seconds = timed(work)
        print(
            f"{name}: {seconds:.3f} s; the import is {main.seconds / seconds:.0f} times that"
        )


if __name__ == "__main__":
    main()
