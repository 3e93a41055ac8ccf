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
BLOCK = 1 << 20
TICK = 0.001


@dataclass(frozen=True)
class Run:
    """One process: its wall time, its peak memory, the worst wait of its other thread."""

    seconds: float
    peak_mib: float
    stall_ms: float


def identity_of(text: str) -> PqIdentity | X25519Identity:
    kind = PqIdentity if text.startswith("AGE-SECRET-KEY-PQ-") else X25519Identity
    return kind.parse(text)


def seal(identity: PqIdentity | X25519Identity) -> None:
    with (
        open(os.devnull, "wb") as out,
        SealWriter(out, [identity.recipient]) as sealing,
    ):
        while block := sys.stdin.buffer.read(BLOCK):
            sealing.write(block)


def unseal(identity: Identity) -> None:
    with open(os.devnull, "wb") as out:  # noqa: PTH123
        out.writelines(SealReader(sys.stdin.buffer, [identity]))


def idle(_: Identity) -> None:
    time.sleep(1)


def child(what: str, text: str) -> None:
    """Do the work in a second thread; print the worst wait of this one in ms."""
    identity, worst = identity_of(text), 0.0
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit({"seal": seal, "open": unseal, "idle": idle}[what], identity)
        before = time.perf_counter()
        while not job.done():
            time.sleep(TICK)
            now = time.perf_counter()
            worst, before = max(worst, now - before - TICK), now
        job.result()
    print(worst * 1000)


def measured(command: list[str], source: Path, out: Path | None = None) -> Run:
    target = out or Path(os.devnull)
    ours = command[0] == sys.executable
    with source.open("rb") as data, target.open("wb") as sink:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=data, stdout=subprocess.PIPE if ours else sink
        )
        said = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command[:3]
    return Run(seconds, usage.ru_maxrss / 1024, float(said) if said else 0.0)


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
    middle = [statistics.median(part) for part in zip(*map(_parts, runs), strict=True)]
    ratio = statistics.median(
        b.seconds / r.seconds for b, r in zip(base, runs, strict=True)
    )
    stall = (
        f"{max(run.stall_ms for run in runs):7.1f}"
        if any(r.stall_ms for r in runs)
        else "      -"
    )
    print(
        f"{name:26} {mib / middle[0]:7.0f} MiB/s {ratio:6.2f} x {middle[1]:7.0f} MiB {stall} ms"
    )


def _parts(run: Run) -> tuple[float, float]:
    return run.seconds, run.peak_mib


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
            f"{mib} MiB, {rounds} rounds: speed, times the speed of age, peak memory, worst wait"
        )
        for name, done in runs.items():
            line(
                name,
                done,
                mib,
                runs[
                    "open: age X25519 (base)"
                    if name[:4] == "open"
                    else "seal: age X25519 (base)"
                ],
            )
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
