"""One durable save, beside plain SQLite: ``python -m tests.bench.bench_autosave [folder]``.

A save is one draft row replaced and committed, WAL and FULL on both sides, in turns in one run
on one disk, each first in every other turn. The peer is the SQLite of the standard library, which encrypts nothing. Printed are
p50 and p95 in milliseconds and their ratio; and, for the way in, opening and changing.
"""

import shutil
import sqlite3
import statistics
import sys
import time
from functools import partial
from pathlib import Path

from intake.crypto.keys import calibrate
from intake.vault import change_passphrase, open_vault
from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring, a_vault

SAVES, WARM = 1_500, 100
TEXT = "상담 중에 적은 말 " * 30
PLAIN = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000;
CREATE TABLE draft (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""


def milliseconds(work):
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000


def plain_save(plain, name, text):
    plain.execute("BEGIN IMMEDIATE")
    plain.execute("INSERT OR REPLACE INTO draft VALUES (?, ?)", (name, text))
    plain.execute("COMMIT")


def quantiles(times):
    cuts = statistics.quantiles(times[WARM:], n=20)
    return cuts[9], cuts[18]


def save_both(vault, plain):
    """Save on both sides in turns; return the times of each."""
    ours, theirs = [], []
    for number in range(SAVES + WARM):
        name, text = f"q{number % 20}", TEXT + str(number)
        turns = [
            (ours, partial(vault.keep_fact, name, text)),
            (theirs, partial(plain_save, plain, name, text)),
        ]
        for times, work in turns if number % 2 else reversed(turns):
            times.append(milliseconds(work))
    return ours, theirs


def report_saves(vault, plain):
    ours, theirs = (quantiles(times) for times in save_both(vault, plain))
    for at, name in enumerate(("p50", "p95")):
        print(
            f"one durable save {name}: vault {ours[at]:.2f} ms, sqlite3 {theirs[at]:.2f} ms, ratio {ours[at] / theirs[at]:.2f}"
        )


def report_way_in(folder, keyring):
    def open_once():
        open_vault(folder, passphrase=PASSPHRASE, keyring=keyring).close()

    def open_plain():
        sqlite3.connect(folder.parent / "plain.db").execute(
            "SELECT count(*) FROM draft"
        ).connection.close()

    cheap = statistics.median(milliseconds(open_once) for _ in range(15))
    peer = statistics.median(milliseconds(open_plain) for _ in range(15))
    print(
        f"open and close without the passphrase's cost: vault {cheap:.1f} ms (three lanes), sqlite3 {peer:.1f} ms"
    )
    cost = calibrate()
    vault = open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)
    change_passphrase(vault, old=PASSPHRASE, new=PASSPHRASE, keyring=keyring, cost=cost)
    vault.close()
    full = statistics.median(milliseconds(open_once) for _ in range(3))
    print(
        f"open with a measured cost ({cost.memory >> 20} MiB, {cost.passes} passes): {full:.0f} ms"
    )


def main():
    place = Path(sys.argv[1] if len(sys.argv) > 1 else "build/bench_autosave")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    keyring = MemoryKeyring()
    vault = a_vault(place / "vault", keyring).vault
    plain = sqlite3.connect(place / "plain.db", isolation_level=None)
    plain.executescript(PLAIN)
    report_saves(vault, plain)
    vault.close()
    plain.close()
    report_way_in(place / "vault", keyring)
    shutil.rmtree(place)


if __name__ == "__main__":
    main()
