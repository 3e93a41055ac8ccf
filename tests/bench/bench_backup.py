"""A backup while somebody writes: how long a save waits, and how fast the copy is.

The same vault, the same saves (one FULL commit each): first with nobody beside them, then while
a backup is made. The peer of the copy is ``VACUUM INTO`` alone, without list, hashes, signature
or check of what was written.

    python -m tests.bench.bench_backup [--megabytes N]
"""

import argparse
import concurrent.futures
import secrets
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from intake.backup import Order, check_bytes, find_backup, make_backup
from intake.crypto import SigningKey
from intake.ledger import DeviceSigner
from intake.progress import Silent
from intake.vault import Vault
from tests.vaults_at_hand import a_vault

FOLDER = Path("build/bench/backup")
_PIECE = 64 * 1024


def fill(vault: Vault, megabytes: int) -> None:
    for n in range(megabytes * (1 << 20) // _PIECE):
        vault.keep_secret(f"piece-{n}", secrets.token_bytes(_PIECE))


def saves(vault: Vault, going: Callable[[], bool], least: int = 0) -> list[float]:
    """Save as long as something goes on; return the milliseconds of each."""
    took: list[float] = []
    while going() or len(took) < least:
        start = time.perf_counter()
        vault.keep_fact("draft", str(len(took)))
        took.append((time.perf_counter() - start) * 1000)
        time.sleep(0.005)  # the breath of a person typing fast
    return took


def shown(name: str, took: list[float]) -> None:
    ordered = sorted(took)
    p50, p95 = (ordered[int(len(ordered) * part)] for part in (0.5, 0.95))
    print(
        f"{name:<38}{len(took):>6} saves  p50 {p50:6.2f}  p95 {p95:6.2f}  max {ordered[-1]:6.2f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=200)
    wanted = parser.parse_args().megabytes
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "place").mkdir(parents=True)
    vault = a_vault(FOLDER / "vault").vault
    fill(vault, wanted)
    size = sum(one.stat().st_size for one in (FOLDER / "vault").glob("vault.db*"))
    device = DeviceSigner(SigningKey.generate(), None, vault.device_id, "IC")
    shown("saves with nobody beside", saves(vault, lambda: False, 300))
    order = Order(vault, device, FOLDER / "place", 7, 1_800_000_000_000)
    with concurrent.futures.ThreadPoolExecutor(1) as beside:
        start = time.perf_counter()
        job = beside.submit(make_backup, order, Silent())
        took = saves(vault, lambda: not job.done())
        whole = time.perf_counter() - start
    shown("saves while a backup is made", took)
    start = time.perf_counter()
    with vault.lane_for_copying() as db:
        db.execute("VACUUM INTO ?", (str(FOLDER / "bare.db"),))
    bare = time.perf_counter() - start
    start = time.perf_counter()
    check_bytes(find_backup(job.result().folder), Silent())
    check = time.perf_counter() - start
    mb = size / 1e6
    print(
        f"vault {mb:.0f} MB: backup {whole:.2f} s ({mb / whole:.0f} MB/s), VACUUM INTO alone"
        f" {bare:.2f} s ({mb / bare:.0f} MB/s), ratio {whole / bare:.2f}; check of hashes {check:.2f} s"
    )
    vault.close()
    shutil.rmtree(FOLDER)


if __name__ == "__main__":
    main()
