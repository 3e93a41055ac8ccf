"""Lists at the size of years: 100,000 cases and 500,000 postings through the ledger; 5,000,000 rows.

The first workspace is said word by word through the ledger (built once, kept in
``build/bench``, shared with ``bench_search``); the second is a register of 5,000,000 postings
written by this bench (ruling 35). Every reader and every view runs in a process of its own, so
that its memory is its own; the event loop is asked every 2 ms how late it is.

Peers in the same run, on the same encrypted rows: ``QListView`` over a list of everything, and a
model that fetches 256 rows at a time like ``QSqlTableModel`` (which cannot open SQLCipher).

    python -m tests.bench.bench_casework_list [--cases N] [--postings N] [--rows N]
"""

import argparse
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from intake.clock import Clock
from intake.crypto import SigningKey
from intake.ids import scope_of
from intake.ledger import Deed, DeviceSigner, Ledger
from intake.progress import Silent
from intake.register import VOCABULARY, ListQuery, Register
from intake.register.tables import statements
from intake.vault import FileKeyring, Vault, open_vault
from tests.bench.bench_list import LEXICON, RESULTS, day, dice, uid, words
from tests.vaults_at_hand import PASSPHRASE, a_vault

HOME = Path("build/bench/casework")
HOUSE = Path(__file__).resolve().parents[2]
EACH_NOTE = 3  # every third case has a note of some hundred letters
_STEP = 200  # cases in one transaction
_FETCH = 256


# --- the two workspaces ------------------------------------------------------------------


def opened(folder: Path) -> Vault:
    return open_vault(
        folder, passphrase=PASSPHRASE, keyring=FileKeyring(HOME / "secrets")
    )


def built(name: str, make: Callable[[Vault], None]) -> tuple[Path, float]:
    """Return a workspace of this name and the seconds it took; one cut off is gone on with."""
    folder, mark = HOME / name, HOME / f"{name}.json"
    told = json.loads(mark.read_text()) if mark.exists() else {"seconds": 0.0}
    if not told.get("done"):
        HOME.mkdir(parents=True, exist_ok=True)
        there = (folder / "vault.db").exists()
        vault = opened(folder) if there else a_vault(folder, FileKeyring(HOME / "secrets")).vault  # fmt: skip
        start, done = time.perf_counter(), False
        try:
            make(vault)
            done = True
        finally:
            vault.close()
            seconds = told["seconds"] + time.perf_counter() - start
            mark.write_text(json.dumps({"seconds": seconds, "done": done}))
        told = {"seconds": seconds}
    return folder, float(told["seconds"])


def casework(cases: int, postings: int) -> tuple[Path, float]:
    name = f"said-{cases}-{postings}-{fingerprint()}"
    return built(name, lambda vault: say_all(vault, cases, postings))


def fingerprint() -> str:
    """The shape of the register, so that an older build is not taken for today's."""
    import hashlib  # noqa: PLC0415

    return hashlib.sha256("".join(statements()).encode()).hexdigest()[:8]


def say_all(vault: Vault, cases: int, postings: int) -> None:
    """Say every case and posting as the desk does: one entry for each action."""
    register = Register(vault)
    ledger = Ledger(
        vault,
        device=DeviceSigner(SigningKey.generate(), None, vault.device_id, "IC"),
        clock=Clock(),
        vocabulary=VOCABULARY,
        projections=(register,),
    )
    per, there = postings // cases, register.count(ListQuery("case"))
    with vault.writing() as db:
        db.execute("PRAGMA cache_size = -262144")
    for first in range(there, cases, _STEP):
        with vault.writing():
            for n in range(first, min(first + _STEP, cases)):
                throw = dice(n)
                say_case(ledger, n, throw)
                say_postings(ledger, n, range(n * per, (n + 1) * per), throw)
        if first % 1_000 == 0:
            print(f"  {first} cases said", file=sys.stderr, flush=True)
    ledger.close_segment(Silent())


def say_case(ledger: Ledger, n: int, throw: Iterator[int]) -> None:
    case = uid(1, n)
    with ledger.saying(Deed.BEGIN_CASE, scope=scope_of("case", case), actor="박상담") as say:  # fmt: skip
        for name, value in {
            "number": f"2099-IC-{n:06}",
            "alias": words(throw, 1),
            "received_on": day(n),
            "route": "VISIT",
            "state": "RECEIVED",
            "counselor": "박상담",
            "center": "IC",
            "owner": "IC",
        }.items():
            say.set("case", case, name, value)
        if n % EACH_NOTE == 0:
            note = uid(3, n)
            say.set("note", note, "case", case)
            say.set("note", note, "text", words(throw, 80))


def say_postings(ledger: Ledger, n: int, which: range, throw: Iterator[int]) -> None:
    case = uid(1, n)
    with ledger.saying(Deed.IMPORT, scope=scope_of("case", case), actor="박상담") as say:  # fmt: skip
        for p in which:
            for name, value in {
                "case": case,
                "url": f"https://www.tube-{next(throw) % 40}.example/v/{p}",
                "result": RESULTS[p % 6],
                "found_on": day(next(throw)),
            }.items():
                say.set("posting", uid(2, p), name, value)


def wide(rows: int) -> tuple[Path, float]:
    return built(f"wide-{rows}-{fingerprint()}", lambda vault: write_all(vault, rows))


def write_all(vault: Vault, rows: int) -> None:
    """Write rows straight into the register; indexes afterwards."""
    there = Register(vault).count(ListQuery("posting"))
    indexes = [
        line
        for line in statements()
        if line.startswith("CREATE INDEX") and " r_posting " in line
    ]
    if there < rows:
        with vault.writing() as db:
            for line in indexes:
                db.execute(f"DROP INDEX IF EXISTS {line.split()[2]}")
            db.execute("PRAGMA cache_size = -262144")
    made = itertools.islice(posting_rows(rows), there, None)
    into = (
        'INSERT INTO r_posting (id, said, "case", url, platform, title, result, found_on,'
        " url_host, url_key) VALUES (?,?,?,?,?,?,?,?,?,?)"
    )
    for done in range(there, rows, 100_000):
        print(f"  {done} rows written", file=sys.stderr, flush=True)
        with vault.writing() as db:
            db.executemany(into, (next(made) for _ in range(100_000)))
    for line in indexes:  # one transaction each: what was cut off goes on from here
        print(f"  {line.split()[2]}", file=sys.stderr, flush=True)
        with vault.writing() as db:
            db.execute("PRAGMA cache_size = -262144")
            db.execute(line.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS"))


def posting_rows(rows: int) -> Iterator[tuple[object, ...]]:
    throw = dice(11)
    for n in range(rows):
        site, case = next(throw) % 40, (next(throw) % 100_000).to_bytes(16, "big")
        url = f"https://www.tube-{site}.example/v/{n}"
        title = LEXICON[next(throw) % len(LEXICON)]
        host = f"tube-{site}.example"
        yield ((n + 1).to_bytes(16, "big"), n + 1, case, url, "TUBE", title, RESULTS[n % 6], day(next(throw)), host, url)  # fmt: skip


# --- reading -------------------------------------------------------------------------------


def ms(work: Callable[[], object], times: int = 1) -> tuple[float, float]:
    """Return the median by the wall and of the processor: others may use the machine."""
    took = []
    for _ in range(times):
        start, began = time.perf_counter(), time.process_time()
        work()
        took.append((time.perf_counter() - start, time.process_time() - began))
    wall, own = sorted(took)[len(took) // 2]
    return wall * 1000, own * 1000


def read(folder: Path) -> dict[str, tuple[float, float]]:
    """Return how long the register takes for what a list asks for."""
    vault = opened(folder)
    register = Register(vault)
    every = ListQuery("posting", order=("-found_on",))
    removed = ListQuery("posting", equals=(("result", "REMOVED"),), order=("-found_on",))  # fmt: skip
    by_title = ListQuery("posting", order=("title", "found_on"))
    newest = ListQuery("case", order=("-last_said",))
    ids = register.ids(every, Silent())
    middle = tuple(ids[len(ids) // 2 : len(ids) // 2 + 128])
    told = {
        "first page of 200": ms(lambda: register.first(every, 200), 5),
        "a page at the end, by its numbers": ms(lambda: register.rows("posting", tuple(ids[-128:])), 5),
        "a page in the middle, by its numbers": ms(lambda: register.rows("posting", middle), 5),
        "every row number, newest found first": ms(lambda: register.ids(every, Silent())),
        "every row number, filtered by result": ms(lambda: register.ids(removed, Silent())),
        "every row number, sorted without index": ms(lambda: register.ids(by_title, Silent())),
        "count": ms(lambda: register.count(every)),
        "cases: first page, newest said": ms(lambda: register.first(newest, 200), 5),
    }  # fmt: skip
    vault.close()
    return told


# --- the window ------------------------------------------------------------------------------


def view(folder: Path, kind: str) -> dict[str, float]:
    """Show the list in a window without a screen; return what a person would wait for."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tests.bench.list_views import VIEWS  # noqa: PLC0415 - Qt only in this process

    vault = opened(folder)
    with ThreadPoolExecutor(1) as reader:
        told = VIEWS[kind](Register(vault), vault, reader)
    vault.close()
    told["peak MB"] = peak_mb()
    return told


def peak_mb() -> float:
    """The most memory this process ever had; ``getrusage`` would count its parent's."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def beside(folder: Path, what: str) -> dict[str, Any]:
    """Do it in a process of its own."""
    command = [sys.executable, "-m", __spec__.name, "--alone", what, "--folder", str(folder)]  # fmt: skip
    done = subprocess.run(
        command, cwd=HOUSE, check=True, capture_output=True, text=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def report(title: str, folder: Path, seconds: float) -> None:
    size = sum(one.stat().st_size for one in folder.glob("vault.db*")) / 1e6
    print(f"\n{title}: made in {seconds:.0f} s, {size:.0f} MB on disk")
    print(f"  {'register, ms':<44}{'wall':>10}{'processor':>11}")
    for name, (wall, own) in beside(folder, "read").items():
        print(f"  {name:<44}{wall:>10.2f}{own:>11.2f}")
    shown = {kind: beside(folder, kind) for kind in ("ours", "list", "fetch")}
    names = list(shown["ours"])
    print(f"  {'window':<28}" + "".join(f"{kind:>16}" for kind in ("ours", "QListView", "fetch 256")) + f"{'QListView/ours':>17}{'fetch/ours':>13}")  # fmt: skip
    for name in names:
        ours, listed, fetched = (
            shown[kind][name] for kind in ("ours", "list", "fetch")
        )
        print(f"  {name:<28}{ours:>16.1f}{listed:>16.1f}{fetched:>16.1f}{listed / max(ours, 0.1):>17.1f}{fetched / max(ours, 0.1):>13.1f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    for name, default in (("cases", 100_000), ("postings", 500_000), ("rows", 5_000_000)):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--alone")
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    if asked.alone:
        told = read(asked.folder) if asked.alone == "read" else view(asked.folder, asked.alone)  # fmt: skip
        print(json.dumps(told))
        return
    folder, seconds = casework(asked.cases, asked.postings)
    report(f"{asked.cases:,} cases and {asked.postings:,} postings through the ledger", folder, seconds)  # fmt: skip
    folder, seconds = wide(asked.rows)
    report(f"{asked.rows:,} postings written into the register", folder, seconds)


if __name__ == "__main__":
    main()
