"""Long lists in the window: a town said through the ledger, and a register of millions of rows.

Every reader and every view runs in a process of its own, so that its memory is its own; the
event loop is asked every 2 ms how late it is. Peers in the same run: ``QListView`` over a list
of everything and a model that fetches 256 rows at a time, on the same encrypted rows, and the
real ``QSqlTableModel`` on a plain file with the same rows (it cannot open SQLCipher).

    python -m tests.bench.bench_casework_list [--whole | --cases N --postings N --rows N]
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from intake.progress import Silent
from intake.register import ListQuery
from tests.bench import town

HOUSE = Path(__file__).resolve().parents[2]
TYPED = ("유포 협박", "삭제 요청", "상담기록", "하루오빠", "2099-ic-0012", "shadow_1")


def ms(work: Callable[[], object], times: int = 1) -> tuple[float, float]:
    """Return the median by the wall and of the processor: others may use the machine."""
    took = []
    for _ in range(times):
        start, began = time.perf_counter(), time.process_time()
        work()
        took.append((time.perf_counter() - start, time.process_time() - began))
    wall, own = sorted(took)[len(took) // 2]
    return wall * 1000, own * 1000


# --- each of these in a process of its own ----------------------------------------------------


def read(built: town.Built) -> dict[str, tuple[float, float]]:
    """Return how long the register takes for what a list asks for, and OFFSET beside it."""
    desk = built.open()
    register, vault = desk._rooms.register, desk._rooms.vault
    every = ListQuery("posting", order=("-found_on",))
    removed = ListQuery("posting", equals=(("result", "REMOVED"),), order=("-found_on",))  # fmt: skip
    host = ListQuery("posting", equals=(("url_host", "tube-7.example"),))
    by_host = ListQuery("posting", order=("url_host",))
    by_title = ListQuery("posting", order=("title", "found_on"))
    ids = register.ids(every, Silent())
    middle = tuple(ids[len(ids) // 2 : len(ids) // 2 + 128])

    def offset(at: int) -> list[Any]:
        with vault.reading() as db:
            return db.all(f"SELECT * FROM r_posting WHERE deleted IS NULL ORDER BY found_on DESC, row DESC LIMIT 128 OFFSET {at}")  # fmt: skip

    told = {
        "first page of 200, newest found": ms(lambda: register.first(every, 200), 5),
        "first page of 200, one result": ms(lambda: register.first(removed, 200), 5),
        "first page of 200, one host": ms(lambda: register.first(host, 200), 5),
        "first page of 200, sorted by host": ms(lambda: register.first(by_host, 200), 5),
        "first page of 200, sorted without index": ms(lambda: register.first(by_title, 200)),
        "jump to the middle, by its numbers": ms(lambda: register.rows("posting", middle), 5),
        "  peer: OFFSET to the middle": ms(lambda: offset(len(ids) // 2)),
        "jump to the end, by its numbers": ms(lambda: register.rows("posting", tuple(ids[-128:])), 5),
        "  peer: OFFSET to the end": ms(lambda: offset(len(ids) - 128)),
        "every row number, newest found": ms(lambda: register.ids(every, Silent())),
        "every row number, one result": ms(lambda: register.ids(removed, Silent())),
        "every row number, sorted without index": ms(lambda: register.ids(by_title, Silent())),
        "count of everything": ms(lambda: register.count(every)),
    }  # fmt: skip
    desk.close()
    return told


def view(built: town.Built, kind: str) -> dict[str, float]:
    """Show the list in a window without a screen; return what a person would wait for."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tests.bench import list_views  # noqa: PLC0415 - Qt only in this process

    if kind == "table":
        told = list_views.sql_table(built.folder / "plain.sqlite")
    else:
        desk = built.open()
        rooms = desk._rooms
        if kind == "pane":
            told = list_views.Pane(desk, built.folder, TYPED).run()
        else:
            with ThreadPoolExecutor(1) as reader:
                told = list_views.VIEWS[kind](rooms.register, rooms.vault, reader)
        desk.close()
    told["peak memory, MB"] = peak_mb()
    return told


def peak_mb() -> float:
    """The most memory this process ever had; ``getrusage`` would count its parent's."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)  # fmt: skip


# --- the report -------------------------------------------------------------------------------


def beside(what: str, kind: str) -> dict[str, Any]:
    """Do it in a process of its own, which finds the town made already."""
    sizes = [one for one in sys.argv[1:] if not one.startswith("--alone")]
    command = [sys.executable, "-m", __spec__.name, *sizes, f"--alone={kind}:{what}"]
    done = subprocess.run(command, cwd=HOUSE, check=True, stdout=subprocess.PIPE, text=True)  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def report(title: str, kind: str, built: town.Built, views: dict[str, str]) -> None:
    print(f"\n{title}: {town.described(built)}; {town.load()}")
    print(f"  {'register, ms':<46}{'wall':>10}{'processor':>11}")
    for name, (wall, own) in beside("read", kind).items():
        print(f"  {name:<46}{wall:>10.2f}{own:>11.2f}", flush=True)
    shown = {one: beside(one, kind) for one in views}
    others = [one for one in views if one != "ours"]
    print(f"  {'list of all postings':<32}" + "".join(f"{views[one]:>16}" for one in views) + "".join(f"{'/ours':>9}" for _ in others))  # fmt: skip
    for name, ours in shown["ours"].items():
        figures = "".join(f"{shown[one].get(name, 0):>16.1f}" for one in views)
        ratios = "".join(f"{shown[one].get(name, 0) / max(ours, 0.1):>9.1f}" for one in others)  # fmt: skip
        print(f"  {name:<32}{figures}{ratios}", flush=True)


def report_pane() -> None:
    told = beside("pane", "said")
    print(f"  {'the real pane of cases, ms':<34}{'painted':>10}{'whole':>10}{'stall':>10}{'rows':>10}")  # fmt: skip
    steps = dict.fromkeys(name.partition(":")[0] for name in told if ": painted" in name)  # fmt: skip
    for step in steps:
        print(f"  {step:<34}" + "".join(f"{told[f'{step}: {what}']:>10.1f}" for what in ("painted", "whole", "worst stall", "rows")))  # fmt: skip
    for name, value in told.items():
        if name.startswith(("typed", "peak")):
            print(f"  {name:<44}{value:>10.1f}")


def main() -> None:
    size, asked = town.sized(__doc__)
    if asked.alone:
        kind, what = asked.alone.split(":")
        built = town.said(size) if kind == "said" else town.wide(size)
        print(json.dumps(read(built) if what == "read" else view(built, what)))
        return
    made = town.said(size)
    town.plain(made)
    named = {"ours": "ours", "list": "QListView", "fetch": "fetch 256"}
    report("through the ledger", "said", made, named | {"table": "QSqlTableModel"})
    report_pane()
    report("register written by the bench", "wide", town.wide(size), named)
    print(town.load())


if __name__ == "__main__":
    main()
