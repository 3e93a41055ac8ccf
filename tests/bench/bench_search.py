"""Words inside notes: our pairs against LIKE, FTS5 trigram and FTS5 unicode61, on one corpus.

The corpus is the notes of the workspace that ``bench_casework_list`` says through the ledger
(100,000 cases; every third has a note of 80 words). The peers lie encrypted like ours, with the
same pages. Recall is against a substring scan of every note; ours must find all of it.

    python -m tests.bench.bench_search [--cases N] [--postings N]
"""

import argparse
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from intake.progress import Silent
from intake.register import ListQuery, Register
from intake.vault import Vault
from tests.bench.bench_casework_list import HOME, casework, opened
from tests.vaults_at_hand import a_vault

PEERS = HOME / "peers"
TYPED = ("유포 협박", "불법촬영", "삭제 요청", "상담기록", "하루오빠", "영상", "하루")
ASKED = ("유포", "협박", "영상", "삭제", "불법촬영", "상담기록", "하루오빠", "하루", "루오빠", "유포 협박", "삭제 요청", "유", "촬영 영상 협박")  # fmt: skip
PAGE = 50
Find = Callable[[str, int], list[str]]


def corpus(register: Register) -> list[tuple[str, str]]:
    """Return every note: its id and its words."""
    ids = register.ids(ListQuery("note"), Silent())
    found = []
    for at in range(0, len(ids), 2_000):
        rows = register.rows("note", tuple(ids[at : at + 2_000]))
        found += [(row.id, str(row["text"])) for row in rows]
    return found


def shown(rows: list[tuple[str, str]], asked: str) -> list[str]:
    """Read every record that was found and look for the place to show, as ours does."""
    first = asked.split(maxsplit=1)[0]
    return [one for one, text in rows if text[max(0, text.find(first) - 24) :]]


class Peers:
    """The same notes under other indexes."""

    def __init__(self, notes: list[tuple[str, str]]) -> None:
        shutil.rmtree(PEERS, ignore_errors=True)
        self.vault: Vault = a_vault(PEERS).vault
        self.took: dict[str, float] = {}
        self.size: dict[str, int] = {}
        plain = "CREATE TABLE note (row INTEGER PRIMARY KEY, id TEXT, text TEXT)"
        self._make("LIKE", plain, "note", notes)
        for kind in ("trigram", "unicode61"):
            make = f"CREATE VIRTUAL TABLE f_{kind} USING fts5(id UNINDEXED, text, tokenize='{kind}')"
            self._make(kind, make, f"f_{kind}", notes)

    def _make(
        self, name: str, sql: str, table: str, notes: list[tuple[str, str]]
    ) -> None:
        before, start = self._bytes(), time.perf_counter()
        with self.vault.writing() as db:
            db.execute(sql)
            db.executemany(f"INSERT INTO {table} (id, text) VALUES (?, ?)", notes)
        self.took[name] = time.perf_counter() - start
        self.size[name] = self._bytes() - before

    def _bytes(self) -> int:
        with self.vault.lane_for_migration() as db:
            db.all("PRAGMA wal_checkpoint(TRUNCATE)")
        return (PEERS / "vault.db").stat().st_size

    def like(self, text: str, limit: int) -> list[str]:
        every = " AND ".join("text LIKE ?" for _ in text.split())
        values = (*(f"%{word}%" for word in text.split()), limit)
        with self.vault.reading() as db:
            sql = f"SELECT id, text FROM note WHERE {every} ORDER BY row DESC LIMIT ?"
            return shown(db.all(sql, values), text)

    def full_text(self, kind: str) -> Find:
        def find(text: str, limit: int) -> list[str]:
            star = "*" if kind == "unicode61" else ""
            match = " AND ".join(f'"{word}"{star}' for word in text.split())
            sql = f"SELECT id, text FROM f_{kind} WHERE f_{kind} MATCH ? ORDER BY rowid DESC LIMIT ?"
            with self.vault.reading() as db:
                return shown(db.all(sql, (match, limit)), text)

        return find


def ours(register: Register) -> Find:
    def find(text: str, limit: int) -> list[str]:
        return [hit.id for hit in register.search(text, limit) if hit.entity == "note"]

    return find


def prefixes() -> list[str]:
    typed = [phrase[:end] for phrase in TYPED for end in range(1, len(phrase) + 1)]
    return [one for one in typed if not one.endswith(" ")]


def typing(name: str, find: Find, times: int) -> float:
    """Print how long every prefix takes, by the wall and of the processor; return its p95.

    On a machine that others use the wall says how busy they are; the ratio is of the processor.
    """
    wall, own = [], []
    for one in prefixes():
        tries = []
        for _ in range(times):
            start, began = time.perf_counter(), time.process_time()
            find(one, PAGE)
            tries.append((time.process_time() - began, time.perf_counter() - start))
        cpu, waited = sorted(tries)[len(tries) // 2]
        own.append(cpu * 1000)
        wall.append(waited * 1000)
    for what, took in (("wall", sorted(wall)), ("processor", sorted(own))):
        p50, p95 = (took[int(len(took) * part)] for part in (0.5, 0.95))
        print(f"  {name:<12}{what:<10} p50 {p50:8.2f}  p95 {p95:8.2f}  max {took[-1]:8.2f} ms")  # fmt: skip
    return sorted(own)[int(len(own) * 0.95)]


def recall(finds: dict[str, Find], notes: list[tuple[str, str]]) -> None:
    """Print how much of what a substring scan finds each one finds."""
    print(f"  {'asked':<16}{'scan':>8}" + "".join(f"{name:>12}" for name in finds))
    worst = dict.fromkeys(finds, 100.0)
    for asked in ASKED:
        words = asked.split()
        truth = {one for one, text in notes if all(word in text for word in words)}
        shown = f"  {asked:<16}{len(truth):>8}"
        for name, find in finds.items():
            found = set(find(asked, len(notes) * 4)) & truth
            share = 100 * len(found) / len(truth) if truth else 100.0
            worst[name] = min(worst[name], share)
            shown += f"{share:>10.1f} %"
        print(shown, flush=True)
    print("  worst           " + " " * 8 + "".join(f"{worst[name]:>10.1f} %" for name in finds))  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--postings", type=int, default=500_000)
    asked = parser.parse_args()
    folder, _ = casework(asked.cases, asked.postings)
    vault = opened(Path(folder))
    register = Register(vault)
    notes = corpus(register)
    letters = sum(len(text.encode()) for _, text in notes) / 1e6
    print(f"{len(notes):,} notes, {letters:.0f} MB of text")
    peers = Peers(notes)
    for name, took in peers.took.items():
        print(f"  {name:<12} made in {took:6.1f} s, {peers.size[name] / 1e6:7.1f} MB")
    finds: dict[str, Find] = {
        "ours": ours(register),
        "LIKE": peers.like,
        "trigram": peers.full_text("trigram"),
        "unicode61": peers.full_text("unicode61"),
    }
    print(f"search as typed, {len(prefixes())} prefixes, first {PAGE}")
    p95 = {name: typing(name, find, 1 if name == "LIKE" else 3) for name, find in finds.items()}  # fmt: skip
    print("  ratio of the processor's p95 to ours: " + ", ".join(f"{name} {took / p95['ours']:.2f}" for name, took in p95.items()))  # fmt: skip
    print("recall against a substring scan of every note")
    recall(finds, notes)
    vault.close()
    peers.vault.close()
    shutil.rmtree(PEERS)


if __name__ == "__main__":
    main()
