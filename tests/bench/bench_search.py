"""Words, names, accounts and addresses: our search against LIKE, FTS5 trigram and unicode61.

The corpus is the town said through the ledger: a note in every case, names, accounts, addresses.
The peers lie encrypted like ours, with the same pages. Recall is against a substring scan of
everything; ours must find all of it. What is asked is drawn out of the records themselves, so
common and rare are asked for as they come.

    python -m tests.bench.bench_search [--whole | --cases N --postings N]
"""

import re
import shutil
import time
from collections.abc import Callable, Sequence
from functools import partial

from intake.progress import Silent
from intake.register import ListQuery, Register
from intake.register.spelling import initials
from intake.vault import Vault
from tests.bench import town
from tests.bench.bench_list import dice
from tests.vaults_at_hand import a_vault

PEERS = town.HOME / "peers"
TYPED = ("유포 협박", "불법촬영", "삭제 요청", "상담기록", "하루오빠", "영상", "하루")
ASKED = ("유포", "협박", "영상", "삭제", "불법촬영", "상담기록", "하루오빠", "하루", "루오빠", "유포 협박", "삭제 요청", "유", "촬영 영상 협박")  # fmt: skip
PAGE, EACH = 50, 24
Find = Callable[[str, int], list[str]]
_HANGUL = re.compile("[가-힣]+")


def column(register: Register, entity: str, name: str) -> list[tuple[str, str]]:
    """Return every record of an entity: its id and one of its fields."""
    ids, found = register.ids(ListQuery(entity), Silent()), []
    for at in range(0, len(ids), 2_000):
        rows = register.rows(entity, tuple(ids[at : at + 2_000]))
        found += [(row.id, str(row[name] or "")) for row in rows]
    return found


# --- what is asked ------------------------------------------------------------------------


def drawn(texts: Sequence[tuple[str, str]], letters: tuple[int, int], count: int = EACH) -> list[str]:  # fmt: skip
    """Draw parts of words, from anywhere in any text."""
    throw, found = dice(23 + letters[0]), {}
    for _ in range(count * 40):
        words = _HANGUL.findall(texts[next(throw) % len(texts)][1])
        word = words[next(throw) % len(words)] if words else ""
        length = letters[0] + next(throw) % (letters[1] - letters[0] + 1)
        if len(word) >= length:
            at = next(throw) % (len(word) - length + 1)
            found[word[at : at + length]] = None
        if len(found) == count:
            break
    return [*found]


def inside(texts: Sequence[tuple[str, str]], start: int, length: int) -> list[str]:
    """Draw pieces of a length out of the middle of accounts or addresses."""
    throw = dice(31 + length)
    picked = (texts[next(throw) % len(texts)][1] for _ in range(EACH))
    return [one[start : start + length] for one in picked]


# --- the peers ----------------------------------------------------------------------------


def shown(rows: list[tuple[str, str]], asked: str) -> list[str]:
    """Read every record that was found and look for the place to show, as ours does."""
    first = asked.split(maxsplit=1)[0]
    return [one for one, text in rows if text[max(0, text.find(first) - 24) :]]


class Peers:
    """The same notes under other indexes, the same names and addresses under none."""

    def __init__(self, told: dict[str, list[tuple[str, str]]]) -> None:
        shutil.rmtree(PEERS, ignore_errors=True)
        self.vault: Vault = a_vault(PEERS).vault
        for name, rows in told.items():
            plain = f"CREATE TABLE p_{name} (row INTEGER PRIMARY KEY, id TEXT, text TEXT)"  # fmt: skip
            self._make(f"LIKE over {name}", plain, f"p_{name}", rows)
        for kind in ("trigram", "unicode61"):
            make = f"CREATE VIRTUAL TABLE f_{kind} USING fts5(id UNINDEXED, text, tokenize='{kind}')"
            self._make(f"{kind} over note", make, f"f_{kind}", told["note"])

    def _make(self, name: str, sql: str, table: str, rows: list[tuple[str, str]]) -> None:  # fmt: skip
        before, start = self._bytes(), time.perf_counter()
        with self.vault.writing() as db:
            db.execute(sql)
            db.executemany(f"INSERT INTO {table} (id, text) VALUES (?, ?)", rows)
        took = time.perf_counter() - start
        print(f"  {name:<24} made in {took:6.1f} s, {(self._bytes() - before) / 1e6:7.1f} MB", flush=True)  # fmt: skip

    def _bytes(self) -> int:
        with self.vault.lane_for_migration() as db:
            db.all("PRAGMA wal_checkpoint(TRUNCATE)")
        return (PEERS / "vault.db").stat().st_size

    def like(self, name: str, text: str, limit: int) -> list[str]:
        every = " AND ".join("text LIKE ?" for _ in text.split())
        values = (*(f"%{word}%" for word in text.split()), limit)
        with self.vault.reading() as db:
            sql = f"SELECT id, text FROM p_{name} WHERE {every} ORDER BY row DESC LIMIT ?"  # fmt: skip
            return shown(db.all(sql, values), text)

    def full_text(self, kind: str, text: str, limit: int) -> list[str]:
        star = "*" if kind == "unicode61" else ""
        match = " AND ".join(f'"{word}"{star}' for word in text.split())
        sql = f"SELECT id, text FROM f_{kind} WHERE f_{kind} MATCH ? ORDER BY rowid DESC LIMIT ?"  # fmt: skip
        with self.vault.reading() as db:
            return shown(db.all(sql, (match, limit)), text)


def ours(register: Register, entity: str, text: str, limit: int, *, deep: bool = False) -> list[str]:  # fmt: skip
    hits = register.search(text, limit, deep=deep)
    return [hit.id for hit in hits if hit.entity == entity]


# --- measuring ----------------------------------------------------------------------------


def timed(what: str, name: str, find: Find, asked: Sequence[str], times: int = 3) -> float:  # fmt: skip
    """Print how long each takes, by the wall and of the processor; return the latter's p95.

    On a machine that others use the wall says how busy they are; the ratio is of the processor.
    """
    wall, own = [], []
    for one in asked:
        tries = []
        for _ in range(times):
            start, began = time.perf_counter(), time.process_time()
            find(one, PAGE)
            tries.append((time.process_time() - began, time.perf_counter() - start))
        cpu, waited = sorted(tries)[len(tries) // 2]
        own.append(cpu * 1000)
        wall.append(waited * 1000)
    own.sort()
    wall.sort()
    figures = (took[int(len(took) * part)] for took in (wall, own) for part in (0.5, 0.95, 0.999))  # fmt: skip
    print(f"  {what:<28}{name:<11}" + "".join(f"{one:>9.2f}" for one in figures), flush=True)  # fmt: skip
    return own[int(len(own) * 0.95)]


def compared(what: str, finds: dict[str, Find], asked: Sequence[str]) -> None:
    p95 = {name: timed(what, name, find, asked, 1 if name == "LIKE" else 3) for name, find in finds.items()}  # fmt: skip
    print(f"  {'':<28}p95 of the processor, peer / ours: " + ", ".join(f"{name} {took / p95['ours']:.2f}" for name, took in p95.items() if name != "ours"))  # fmt: skip


def recall(title: str, finds: dict[str, Find], texts: Sequence[tuple[str, str]], asked: Sequence[str]) -> None:  # fmt: skip
    """Print how much of what a substring scan finds each one finds, worst and on the whole."""
    worst, found, true = dict.fromkeys(finds, 100.0), dict.fromkeys(finds, 0), 0
    for one in asked:
        words = one.split()
        truth = {eid for eid, text in texts if all(word in text for word in words)}
        true += len(truth)
        for name, find in finds.items():
            here = len(set(find(one, len(texts) * 20)) & truth)
            found[name] += here
            worst[name] = min(worst[name], 100 * here / len(truth) if truth else 100.0)
    told = ", ".join(f"{name} {100 * found[name] / max(true, 1):.2f} % (worst {worst[name]:.1f} %)" for name in finds)  # fmt: skip
    print(f"  {title:<28}{len(asked)} asked, {true:,} to be found: {told}", flush=True)


def main() -> None:
    size, _ = town.sized(__doc__)
    built = town.said(size)
    desk = built.open()
    register = desk._rooms.register
    print(f"{town.described(built)}; {town.load()}")
    told = {name: column(register, name, field) for name, field in (("note", "text"), ("person", "name"), ("identifier", "value"), ("posting", "url"))}  # fmt: skip
    letters = sum(len(text.encode()) for _, text in told["note"]) / 1e6
    print(f"{len(told['note']):,} notes, {letters:.0f} MB of text")
    names = [(eid, initials(text)) for eid, text in told["person"]]
    peers = Peers(told | {"initials": names})
    notes: dict[str, Find] = {
        "ours": partial(ours, register, "note"),
        "LIKE": partial(peers.like, "note"),
        "trigram": partial(peers.full_text, "trigram"),
        "unicode61": partial(peers.full_text, "unicode61"),
    }
    prefixes = [phrase[:end] for phrase in TYPED for end in range(1, len(phrase) + 1) if phrase[end - 1] != " "]  # fmt: skip
    two, more = drawn(told["note"], (2, 2)), drawn(told["note"], (3, 5))
    accounts, urls = inside(told["identifier"], 4, 7), inside(told["posting"], 34, 8)
    begun = [url[12 : 24 + at % 14] for at, (_, url) in enumerate(told["posting"][: EACH * 9 : 9])]  # fmt: skip
    typed = [one[:at] for _, one in names[: EACH * 7 : 7] for at in (2, 3)]
    print(
        f"first {PAGE}, ms{'':<29}wall p50      p95      max  cpu p50      p95      max"
    )
    compared("as typed, letter by letter", notes, prefixes)
    compared("two syllables", notes, two)
    compared("three to five syllables", notes, more)
    for what, entity, other, asked, deep in (
        ("initial consonants", "person", "initials", typed, False),
        ("inside an account", "identifier", "identifier", accounts, False),
        ("begin of an address", "posting", "posting", begun, False),
        ("inside an address (deep)", "posting", "posting", urls, True),
    ):
        mine = partial(ours, register, entity, deep=deep)
        compared(what, {"ours": mine, "LIKE": partial(peers.like, other)}, asked)
    print("recall against a substring scan")
    recall("words in notes", notes, told["note"], [*ASKED, *two[:12], *more[:12]])
    for what, entity, texts, asked, deep in (
        ("initial consonants", "person", names, typed[:12], False),
        ("inside an account", "identifier", told["identifier"], accounts[:12], False),
        ("inside an address (deep)", "posting", told["posting"], urls[:12], True),
    ):
        mine = partial(ours, register, entity, deep=deep)
        recall(what, {"ours": mine}, texts, asked)
    print(town.load())
    desk.close()
    peers.vault.close()
    shutil.rmtree(PEERS)


if __name__ == "__main__":
    main()
