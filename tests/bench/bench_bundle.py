"""A bundle written and read: ours against GNU tar piped into Debian's ``age``.

The payload is change files and a few large sealed attachments. Ours signs, hashes every
file, seals to a post-quantum recipient and, when reading, verifies all of it before it hands
anything out; the peer only packs and seals (X25519: Debian's age has no post-quantum
recipients). Each round runs both, one after the other; figures are medians.

    python -m tests.bench.bench_bundle [--mib N] [--rounds N]
"""

import argparse
import hashlib
import os
import resource
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from intake.bundle import attachment_parcel, change_parcels, open_bundle, write_bundle
from intake.crypto import X25519Identity
from intake.progress import Silent
from tests.bundle import samples
from tests.bundle.samples import Office

PLACE = Path("/dev/shm/ieum-bench-bundle")
FILES = 4


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def digest_of(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def attachments(mib: int) -> list[Path]:
    made = []
    for number in range(FILES):
        file = PLACE / f"attachment{number}"
        with file.open("wb") as out:
            for _ in range(mib // FILES):
                out.write(os.urandom(1 << 20))
        made.append(file)
    return made


def main() -> None:
    """Print medians and ratios."""
    asking = argparse.ArgumentParser()
    asking.add_argument("--mib", type=int, default=256)
    asking.add_argument("--rounds", type=int, default=3)
    asked = asking.parse_args()
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir()
    sender, receiver, peer = Office(), Office("C0", "c0-1"), X25519Identity.generate()
    files = attachments(asked.mib)
    line = b'[1,"' + b"00" * 16 + b'","' + "안녕하세요 ".encode() * 20 + b'"]\n'
    segments = [b'{"h":"x"}\n' + line * 1_000] * 40
    digests = [digest_of(file) for file in files]
    key = PLACE / "key"
    key.write_text(peer.text + "\n")

    def ours_write() -> None:
        parcels = (
            *change_parcels(segments),
            *(attachment_parcel(f, d) for f, d in zip(files, digests, strict=True)),
        )
        with (PLACE / "ours.age").open("wb") as out:
            head = samples.heading(sender, receiver)
            write_bundle(out, head, parcels, sign=sender.sign, progress=Silent())

    def ours_read() -> None:
        folder = PLACE / "quarantine"
        folder.mkdir()
        with (PLACE / "ours.age").open("rb") as source:
            known = open_bundle(source, [receiver.identity], sender.check)
            known.authorize(receiver.addressee).receive(folder, Silent())
        shutil.rmtree(folder)

    def peer_write() -> None:
        command = f"tar cf - -C {PLACE} {' '.join(f.name for f in files)}"
        seal = f"age -r {peer.recipient.text} -o {PLACE}/peer.age"
        subprocess.run(f"{command} | {seal}", shell=True, check=True)

    def peer_read() -> None:
        folder = PLACE / "out"
        folder.mkdir()
        command = f"age -d -i {key} {PLACE}/peer.age | tar xf - -C {folder}"
        subprocess.run(command, shell=True, check=True)
        shutil.rmtree(folder)

    works = (ours_write, peer_write, ours_read, peer_read)
    took = {work.__name__: [] for work in works}
    for _ in range(asked.rounds):
        for work in works:
            took[work.__name__].append(timed(work))
    median = {name: statistics.median(times) for name, times in took.items()}
    for name, seconds in median.items():
        print(f"{name:11} {asked.mib / seconds:7.0f} MB/s")
    for what in ("write", "read"):
        ratio = median[f"peer_{what}"] / median[f"ours_{what}"]
        print(f"{what}: {ratio:.2f} of tar | age (X25519, nothing signed or verified)")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MiB")
    shutil.rmtree(PLACE)


if __name__ == "__main__":
    main()
