"""How fast segments fold, against writing the same operations plainly.

    python tests/bench/bench_merge.py [field changes, default 200000] [rounds, default 1]

In one run, on the same machine and disk: raw ``INSERT`` of the same operations into one
table without an index (plain SQLite, then SQLCipher), then the full merge: signatures,
leaves, entries, history, winners, conflicts. Compare the ratios, not the seconds.
"""

import gc
import os
import resource
import secrets
import shutil
import sqlite3
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

sys.path.insert(0, str(Path(__file__).parents[2]))

from intake.clock import Clock, stamp_at
from intake.crypto.digest import leaf, leaves_digest
from intake.crypto.sign import SigningKey, sign
from intake.ids import Scope
from intake.ledger import DeviceSigner, Ledger, SignerFacts, WireSegment
from intake.ledger import body as bodies
from intake.ledger.chain import log_prefix
from intake.ledger.change import Entry, Op
from intake.ledger.segment import NAMESPACE, SegmentHeader
from intake.progress import Silent
from tests.vaults_at_hand import a_vault

OPS = 5  # field changes in an entry
ENTRIES = 500  # in a segment
FIELDS = [f"field{number}" for number in range(10)]
START = 1_767_225_600_000


class Anything:
    """A vocabulary that knows these fields and lets every text pass."""

    version = 1

    def class_of(self, entity: str, field: str) -> str | None:
        return "material" if field in FIELDS else None

    def clean(self, entity: str, field: str, text: str) -> str:
        return text

    def check(self, entity: str, field: str, value: object) -> None:
        if type(value) is not str:
            raise ValueError


def segments(changes: int) -> list[WireSegment]:
    """Return changes of records, five fields at a time, each record changed twice."""
    key = SigningKey.from_seed(bytes(32))
    records = [
        str(uuid.UUID(bytes=secrets.token_bytes(16)))
        for _ in range(changes // OPS // 2)
    ]
    cases = [Scope(f"case/{uuid.uuid4()}") for _ in range(max(1, len(records) // 50))]
    known: dict[tuple[str, str], str] = {}
    made, prev = [], ""
    log = log_prefix(key.public) + "00" * 8
    for n in range(changes // OPS // ENTRIES):
        rows, leaves = [], []
        for k in range(ENTRIES):
            number = n * ENTRIES + k
            at = number % len(records)
            first = 0 if number < len(records) else 3
            salt = secrets.token_bytes(16)
            ops = tuple(
                Op(
                    "posting",
                    records[at],
                    name,
                    f"값 {number} {name} abcdefg",
                    _base(known, records[at], name),
                )
                for name in FIELDS[first : first + OPS]
            )
            stamp = stamp_at(START + number)
            body = bodies.write(
                Entry(
                    stamp, cases[at % len(cases)], "material", "kim", "change", 1, ops
                )
            )
            leaves.append(leaf(salt, body))
            rows.append((k, salt, body))
            for j, op in enumerate(ops):
                known[op.eid, op.field] = (leaves[-1][:12] + j.to_bytes(2, "big")).hex()
        header = SegmentHeader(
            log, n, prev, ENTRIES, leaves_digest(leaves).hex()
        ).to_bytes()
        signature = sign(NAMESPACE, header, key, None)
        made.append(WireSegment(header, signature, b"".join(leaves), tuple(rows)))
        prev = made[-1].hash.hex()
    return made


def _base(known: dict[tuple[str, str], str], eid: str, name: str) -> tuple[str, ...]:
    found = known.get((eid, name))
    return (found,) if found else ()


def plain_rows(held: list[WireSegment]) -> list[tuple[object, ...]]:
    """Return the same operations as plain rows."""
    return [
        (bytes.fromhex(op[1].replace("-", "")), op[2], op[3], data["t"], entry)
        for entry, data in enumerate(_bodies(held))
        for op in data["o"]
    ]


def _bodies(held: list[WireSegment]) -> Iterator[dict[str, object]]:
    for segment in held:
        for _, _, body in segment.bodies:
            yield bodies.read(body)


def raw_insert(
    module, path: Path, rows: list[tuple[object, ...]], key: str = ""
) -> float:
    """Return seconds for one transaction of INSERTs."""
    db = module.connect(path, isolation_level=None)
    if key:
        db.execute(f"pragma key = \"x'{key}'\"")
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")
    db.execute(
        "create table op (eid blob, field text, value text, hlc integer, entry integer)"
    )
    start = time.perf_counter()
    db.execute("begin")
    db.executemany("insert into op values (?, ?, ?, ?, ?)", rows)
    db.execute("commit")
    spent = time.perf_counter() - start
    db.execute("pragma wal_checkpoint(truncate)")
    db.close()
    return spent


def merge(folder: Path, held: list[WireSegment]) -> tuple[float, float, int]:
    """Return seconds of the first merge, of merging again, and the size of the file."""
    vault = a_vault(folder).vault
    ledger = Ledger(
        vault,
        device=DeviceSigner(SigningKey.generate(), None, "central", "C1"),
        clock=Clock(),
        vocabulary=Anything(),
    )
    times = []
    for _ in range(2):
        start = time.perf_counter()
        report = ledger.merge(
            held,
            check_signer=lambda segment, namespace: SignerFacts("ana", "IC"),
            authority=lambda claim: True,
            progress=Silent(),
        )
        times.append(time.perf_counter() - start)
    assert report.duplicates == sum(len(one.bodies) for one in held)
    assert ledger.verify(Silent()).ok
    vault.close()
    return times[0], times[1], (folder / "vault.db").stat().st_size


def main() -> None:
    """Print the ratios."""
    changes = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folder = Path(os.environ.get("IEUM_BENCH", "/tmp")) / f"bench-merge-{os.getpid()}"
    held = segments(changes)
    order = sorted(
        held, key=lambda one: one.hash
    )  # a random order, the same every time
    rows = plain_rows(held)
    print(
        f"{len(rows):,} field changes, {len(rows) // OPS:,} entries, {len(held)} segments"
    )
    for _ in range(rounds):
        folder.mkdir()
        gc.collect()
        plain = raw_insert(sqlite3, folder / "plain.db", rows)
        cipher = raw_insert(
            sqlcipher, folder / "cipher.db", rows, secrets.token_hex(48)
        )
        first, again, size = merge(folder / "vault", order)
        for name, spent in (
            ("raw INSERT, plain SQLite", plain),
            ("raw INSERT, SQLCipher", cipher),
            ("merge", first),
            ("merge again (all held)", again),
        ):
            rate = len(rows) / spent
            print(
                f"{name:28} {spent:8.2f} s {rate:12,.0f}/s  of plain {plain / spent:6.3f}  of SQLCipher {cipher / spent:6.3f}"
            )
        raw = (folder / "cipher.db").stat().st_size
        print(
            f"vault {size / 1e6:.0f} MB, raw table {raw / 1e6:.0f} MB, {size / len(rows):.0f} bytes a change"
        )
        shutil.rmtree(folder)
    print(
        f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB (segments held in memory)"
    )


if __name__ == "__main__":
    main()
