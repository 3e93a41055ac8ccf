"""Fingerprints: hashing a file, looking into a picture, finding one among a million.

Peers in the same run: ``sha256sum`` for the hash, plain ``pdqhash`` for the picture, a full
scan of every bit for the search, ``age`` (X25519) for sealing. Run it as a program.
"""

import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory  # noqa: TID251 - random bytes, no case
from threading import Event, Thread  # noqa: TID251 - measures, does no work

import numpy as np
import pdqhash
from PIL import Image

from intake.attachments import Attachments
from intake.evidence import opened
from intake.evidence.pictures import frames_of
from intake.evidence.prints import orientations, packed, print_of, prints_of
from intake.evidence.scan import scan
from intake.progress import Silent

_MIB = 1 << 20


def timed(work: Callable[[], object], times: int = 3) -> float:
    """Return the best of some runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def stall(work: Callable[[], object]) -> float:
    """Return the longest another Python thread had to wait while ``work`` ran, in ms."""
    done, worst = Event(), [0.0]

    def watch() -> None:
        last = time.perf_counter()
        while not done.is_set():
            time.sleep(0.001)
            now = time.perf_counter()
            worst[0], last = max(worst[0], now - last), now

    thread = Thread(target=watch)
    thread.start()
    work()
    done.set()
    thread.join()
    return worst[0] * 1000


def hashing(folder: Path, size: int) -> None:
    """Hash a file in place, against ``sha256sum``."""
    path = folder / "film"
    path.write_bytes(os.urandom(size))

    def ours() -> None:
        with opened(path) as source:
            source.sum(Silent())

    mine = timed(ours)
    theirs = timed(lambda: subprocess.run(["sha256sum", path], check=True, capture_output=True))  # fmt: skip
    mb = size / 1e6
    print(f"hash {mb:.0f} MB: ours {mb / mine:.0f} MB/s, sha256sum {mb / theirs:.0f} MB/s, ratio {theirs / mine:.2f}, worst stall {stall(ours):.0f} ms")  # fmt: skip


def sealing(folder: Path, size: int) -> None:
    """Hash and seal a file, against ``age`` with a classic key."""
    path, shelf = folder / "film", Attachments(folder)

    def ours() -> None:
        with opened(path) as source, shelf.sealing(1) as seal:
            source.sum(Silent(), seal.write)
            slip = seal.keep()
        shelf.forget([slip.name])

    mine, mb = timed(ours), size / 1e6
    print(f"hash and seal {mb:.0f} MB: {mb / mine:.0f} MB/s, worst stall {stall(ours):.0f} ms")  # fmt: skip
    if shutil.which("age-keygen") is None:
        print("  age is not here: no peer")
        return
    key = subprocess.run(["age-keygen"], check=True, capture_output=True, text=True).stdout  # fmt: skip
    to = next(line.split()[-1] for line in key.splitlines() if "public key" in line)
    out = folder / "out.age"
    theirs = timed(lambda: (subprocess.run(["age", "-r", to, "-o", out, path], check=True), os.sync()))  # fmt: skip
    print(f"  age X25519 {mb / theirs:.0f} MB/s, ratio {theirs / mine:.2f}")


def looking() -> None:
    """Decode and fingerprint a photograph of twelve megapixels, against plain pdqhash."""
    rng = np.random.default_rng(1)
    small = rng.integers(0, 255, (60, 80, 3), np.uint8)
    photo = Image.fromarray(small).resize((4000, 3000), Image.Resampling.BICUBIC)
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=88)
    pixels = np.asarray(photo)

    def ours() -> None:
        out.seek(0)
        for frame in frames_of(out):
            prints_of(frame)

    plain = timed(lambda: pdqhash.compute(pixels))
    print(f"12 MP JPEG, decode + whole + border: {timed(ours) * 1000:.0f} ms; pdqhash alone {plain * 1000:.0f} ms; print_of {timed(lambda: print_of(pixels)) * 1000:.0f} ms; worst stall {stall(ours):.0f} ms")  # fmt: skip


def finding(count: int) -> None:
    """Find one fingerprint among a million in eight orientations, against a full scan."""
    rng = np.random.default_rng(2)
    known = rng.integers(0, 2**63, (count, 4), np.int64).astype(np.uint64)
    asked = known[count // 2].tobytes().hex()

    def whole() -> None:
        for value in orientations(asked):
            far = np.bitwise_count(known ^ packed([value])[0]).sum(axis=1)
            np.nonzero(far <= 60)

    ours, full = timed(lambda: scan(known, [asked], Silent())), timed(whole)
    (found,) = scan(known, [asked], Silent())
    assert found.place == count // 2
    print(f"1 of {count:,} in 8 orientations: {ours * 1000:.0f} ms ({ours * 125:.1f} ms each), full scan {full * 1000:.0f} ms, ratio {full / ours:.1f}")  # fmt: skip


def main() -> None:
    """Print every figure."""
    size = int(sys.argv[1]) * _MIB if len(sys.argv) > 1 else 512 * _MIB
    with TemporaryDirectory() as name:
        folder = Path(name)
        hashing(folder, size)
        sealing(folder, size)
    looking()
    finding(1_000_000)


if __name__ == "__main__":
    main()
