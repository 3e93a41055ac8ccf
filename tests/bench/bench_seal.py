"""Seal and open from memory to nowhere: ours against Debian's ``age`` and npm's.

Every round runs every program once, one after the other, on the same bytes in a file in
memory; figures are medians over the rounds, and the ratio is ours divided by the peer's
speed, both of whole processes. Ours works in a second thread while the first one
counts how long it had to wait for its turn.

    python -m tests.bench.bench_seal [--mib N] [--rounds N]
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from intake.crypto import (
    Identity,
    PqIdentity,
    SealReader,
    SealWriter,
    X25519Identity,
)

MEMORY = Path("/dev/shm")
NODE_PEER = Path(__file__).resolve().parents[2] / "packaging" / "peers" / "age.mjs"
NOWHERE = Path(os.devnull)
BLOCK = 1 << 20
TICK = 0.001
BASES = {
    "seal": "seal: age X25519 (base)",
    "open": "open: age X25519 (base)",
    "idle": "seal: age X25519 (base)",
}


@dataclass(frozen=True)
class Run:
    """One process: wall time, peak memory; ours: time at work, worst wait of its other thread."""

    seconds: float
    peak_mib: float
    work: float
    stall_ms: float


def identity_of(text: str) -> PqIdentity | X25519Identity:
    kind = PqIdentity if text.startswith("AGE-SECRET-KEY-PQ-") else X25519Identity
    return kind.parse(text)


def seal(identity: PqIdentity | X25519Identity) -> None:
    with (
        NOWHERE.open("wb") as out,
        SealWriter(out, [identity.recipient]) as sealing,
    ):
        while block := sys.stdin.buffer.read(BLOCK):
            sealing.write(block)


def unseal(identity: Identity) -> None:
    with NOWHERE.open("wb") as out:
        out.writelines(SealReader(sys.stdin.buffer, [identity]))


def idle(_: Identity) -> None:
    time.sleep(1)


def child(what: str, text: str) -> None:
    """Do the work in a second thread; print its time and the worst wait of this one."""
    identity, worst = identity_of(text), 0.0
    with ThreadPoolExecutor(1) as pool:
        started = before = time.perf_counter()
        job = pool.submit({"seal": seal, "open": unseal, "idle": idle}[what], identity)
        while not job.done():
            time.sleep(TICK)
            now = time.perf_counter()
            worst, before = max(worst, now - before - TICK), now
        job.result()
    print(before - started, worst * 1000)


def measured(command: list[str], source: Path) -> Run:
    with source.open("rb") as data, ThreadPoolExecutor(1) as pool:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=data, stdout=_sink(command))
        peak = pool.submit(_peak, process.pid)
        said = process.stdout.read().split() if process.stdout else []
        assert process.wait() == 0, command[:3]
        seconds = time.perf_counter() - started
    work, stall = map(float, said or (seconds, 0))
    return Run(seconds, peak.result() / 1024, work, stall)


def _sink(command: list[str]) -> int:
    return subprocess.PIPE if command[0] == sys.executable else subprocess.DEVNULL


def _peak(pid: int) -> int:
    """Watch a process to its end; its peak in KiB (the usage of a child counts the parent)."""
    peak = 0
    while True:
        try:
            lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
        except (FileNotFoundError, ProcessLookupError):
            return peak
        found = [line.split()[1] for line in lines if line.startswith("VmHWM")]
        if not found:
            return peak
        peak = int(found[0])
        time.sleep(10 * TICK)


def ours(what: str, identity: PqIdentity | X25519Identity) -> list[str]:
    return [
        sys.executable,
        "-m",
        "tests.bench.bench_seal",
        "--child",
        what,
        identity.text,
    ]


def line(name: str, runs: list[Run], mib: int, base: list[Run]) -> None:
    speed = mib / statistics.median(run.seconds for run in runs)
    pairs = list(zip(base, runs, strict=True))
    whole = statistics.median(b.seconds / r.seconds for b, r in pairs)
    work = statistics.median(b.work / r.work for b, r in pairs)
    peak = statistics.median(run.peak_mib for run in runs)
    stalls = [run.stall_ms for run in runs]
    shown = f"{speed:6.0f} MiB/s {whole:6.2f} x {work:6.2f} x {peak:5.0f} MiB"
    waits = (
        f"{statistics.median(stalls):6.1f} {max(stalls):6.1f} ms" if any(stalls) else ""
    )
    print(f"{name:26}", " " * len(shown) if name.startswith("idle") else shown, waits)


def programs(pq: PqIdentity, classic: X25519Identity, files: dict[str, Path]) -> dict:
    keys = files["keys"]
    keys.write_text(classic.text + "\n")
    peer = ["node", str(NODE_PEER)]
    plain, by_pq, by_classic = files["plain"], files["pq"], files["classic"]
    return {
        "seal: age X25519 (base)": (["age", "-r", classic.recipient.text], plain),
        "seal: ours post-quantum": (ours("seal", pq), plain),
        "seal: ours X25519": (ours("seal", classic), plain),
        "seal: npm post-quantum": ([*peer, "seal", pq.recipient.text], plain),
        "open: age X25519 (base)": (["age", "-d", "-i", str(keys)], by_classic),
        "open: ours post-quantum": (ours("open", pq), by_pq),
        "open: ours X25519": (ours("open", classic), by_classic),
        "open: npm post-quantum": ([*peer, "open", pq.text], by_pq),
        "idle: ours, nothing to do": (ours("idle", pq), plain),
    }


def bench(mib: int, rounds: int) -> None:
    pq, classic = PqIdentity.generate(), X25519Identity.generate()
    files = {
        name: MEMORY / f"bench-seal-{os.getpid()}-{name}"
        for name in ("plain", "pq", "classic", "keys")
    }
    try:
        _prepare(mib, pq, classic, files)
        table = programs(pq, classic, files)
        runs: dict[str, list[Run]] = {name: [] for name in table}
        for _ in range(rounds):
            for name, (command, source) in table.items():
                runs[name].append(measured(command, source))
        print(
            f"{mib} MiB, {rounds} rounds: speed; times the speed of age as whole process and"
        )
        print(
            "without start-up; peak memory; worst wait of the other thread, median and most"
        )
        for name, done in runs.items():
            line(name, done, mib, runs[BASES[name[:4]]])
    finally:
        for path in files.values():
            path.unlink(missing_ok=True)


def _prepare(
    mib: int, pq: PqIdentity, classic: X25519Identity, files: dict[str, Path]
) -> None:
    block = os.urandom(BLOCK)
    for name, recipient in (("pq", pq.recipient), ("classic", classic.recipient)):
        with files[name].open("wb") as out, SealWriter(out, [recipient]) as sealing:
            for _ in range(mib):
                sealing.write(block)
    with files["plain"].open("wb") as out:
        for _ in range(mib):
            out.write(block)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--mib", type=int, default=512)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    said = asked.parse_args()
    if said.child:
        child(*said.child)
    else:
        bench(said.mib, said.rounds)


if __name__ == "__main__":
    main()
