"""One case more at a central desk of 10,000, 50,000 and 200,000 cases, inside SQLCipher.

    nice -n 10 python -m tests.bench.bench_central [--levels 10000,50000,200000] [--cases 400]
    nice -n 10 python -m tests.bench.bench_central --twin build/bench/people-100000 [--cases 400]

``--twin`` takes the register that ``bench_recognise_window`` left, and then puts the same
country beside it once more in other letters: that makes 200,000 of 100,000 in a minute.

A case has a suspect, three identifiers of the synthetic nation, three of nobody else's and two
postings with an uploader. Measured is: the case said through the real ledger (signed entry,
register and clue index in one transaction), then whoever is due compared. Not measured is what
a bundle costs before that (opening, signatures).

What is there already is filled in bulk: rows of the register and of the index as their own
functions make them, without entries in the ledger. Every level is compared as a whole first.
Peers in the same run: one commit of nothing, and the same case without the index. Nothing is
asserted.
"""

import argparse
import hashlib
import shutil
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest.mock import patch

from intake.desk import workspace as opening
from intake.desk.matches_settling import compare_again
from intake.ids import natural_id, new_id, scope_of
from intake.ledger import Deed
from intake.matching.anew import without_look_ups
from intake.matching.clue_rows import keys_rows
from intake.matching.index import Index
from intake.matching.sighting import Mark
from intake.progress import Silent
from intake.register import CODES
from intake.register.fold import blob_of
from intake.vault import FileKeyring
from tests.bench.nation import nation
from tests.bench.town import load, say_so
from tests.desks_at_hand import a_desk
from tests.matching.filling import blob
from tests.vaults_at_hand import PASSPHRASE, POLICY

_HOME = Path("build/bench/central")
_STEP = 5_000
_TABLES = ("m_clue", "m_key", "m_sight", "r_identifier", "r_suspect", "r_case")


def main():
    """Measure, and print."""
    told = argparse.ArgumentParser()
    told.add_argument("--levels", default="10000,50000,200000")
    told.add_argument("--cases", type=int, default=400)
    told.add_argument("--twin", default="")
    asked = told.parse_args()
    if asked.twin:
        _twinned(Path(asked.twin), asked.cases)
        return
    levels = [int(one) for one in asked.levels.split(",")]
    shutil.rmtree(_HOME, ignore_errors=True)
    _HOME.parent.mkdir(parents=True, exist_ok=True)
    desk = a_desk(_HOME, role="central", code="CD")
    desk._rooms.vault.keep_fact("setting/own_cases_only", "false")
    country = nation(max(levels) + len(levels) * asked.cases, 1)
    there = 0
    for level in levels:
        start = time.perf_counter()
        there = fill(desk._rooms.vault, country, there, level)
        print(f"--- {level:,} cases; filled in {time.perf_counter() - start:.0f} s, {load()}", flush=True)  # fmt: skip
        _fresh_peak()
        _everybody(desk)
        _fresh_peak()
        _measure(desk, country, asked.cases)
        there += asked.cases
    megabytes = sum(one.stat().st_size for one in _HOME.glob("vault.db*")) / 1e6
    print(f"vault {megabytes:,.0f} MB, {load()}")
    desk.close()
    shutil.rmtree(_HOME)


def _everybody(desk):
    start, worked = time.perf_counter(), time.process_time()
    looked = compare_again(desk._rooms, Silent())
    taken, worked = time.perf_counter() - start, time.process_time() - worked
    print(f"everybody compared: {looked:,} profiles in {taken:.1f} s ({worked:.1f} s of a processor: {looked / worked:,.0f}/s), peak {_peak():.2f} GB", flush=True)  # fmt: skip


def _twinned(folder, many):
    """Measure in a register that lies there, then in one twice as large."""
    desk = opened(folder)
    vault, country = desk._rooms.vault, nation(many * 2, 3)
    print(f"--- {folder.name}, {load()}", flush=True)
    _measure(desk, country, many)
    with vault.writing() as db:
        _twin(db)
    print(f"--- the same twice, {load()}", flush=True)
    _measure(desk, country, many)
    with vault.writing() as db:
        db.execute("INSERT OR IGNORE INTO m_due SELECT id FROM m_sight")
    _everybody(desk)
    desk.close()


_IDS = {"m_case": ("id",), "m_sight": ("id", "case", "profile"), "m_clue": ("case", "suspect", "record"),
        "m_key": ("suspect",), "r_case": ("id",), "r_suspect": ("id", "case"), "r_identifier": ("id", "case", "suspect")}  # fmt: skip
_LETTERS = {"m_clue": ("value",), "m_key": ("value", "of_value"), "r_identifier": ("value",)}  # fmt: skip
_OTHER = str.maketrans("abcdefghijklmnopqrstuvwxyz0123456789", "qwertyuiopasdfghjklzxcvbnm3719046258")  # fmt: skip


def _twin(db):
    """Put everybody there once more: other ids, the same values in other letters."""
    connection = db._connection
    connection.create_function("twin", 1, lambda one: one and one[:15] + bytes([one[15] ^ 0xFF]))  # fmt: skip
    connection.create_function("respelled", 1, _respelled)
    with without_look_ups(db):
        for table, ids in _IDS.items():
            names = [row[1] for row in db.all(f"PRAGMA table_info({table})") if row[1] not in {"row", "id" if table in {"m_clue", "m_key"} else ""}]  # fmt: skip
            told = [f'twin("{one}")' if one in ids else f'respelled("{one}")' if one in _LETTERS.get(table, ()) else f'"{one}"' for one in names]  # fmt: skip
            into = ", ".join(f'"{one}"' for one in names)
            db.execute(f"INSERT INTO {table} ({into}) SELECT {', '.join(told)} FROM {table}")  # fmt: skip


def _respelled(value):
    """Return a value in other letters, its service and area as they were."""
    if value is None or "@" not in value:
        head, sep, name = (value or "").rpartition(":")
        area = name[:5] if name.startswith("+8210") else ""
        return head + sep + area + name[len(area) :].translate(_OTHER)
    name, _, domain = value.partition("@")
    return f"{name.translate(_OTHER)}@{domain}"


def _more(sighting):
    """Add what nobody else has: most of what a case knows leads nowhere."""
    word = hashlib.sha256(sighting.ref.encode()).hexdigest()
    fresh = (("email", f"{word[:9]}@mail.example"), ("telegram", word[10:20]), ("uploader", f"tube-1.example:{word[20:30]}"))  # fmt: skip
    marks = tuple(
        Mark(f"{sighting.ref}-x{n}", *key, "P") for n, key in enumerate(fresh)
    )
    return replace(sighting, marks=(*sighting.marks, *marks))


# --- what is there already ------------------------------------------------------------------------


def opened(folder):
    """Open a register that lies in ``build/bench``."""
    keyring = FileKeyring(folder.with_name(f"{folder.name}-secrets"))
    return opening.open_(folder, PASSPHRASE, keyring=keyring, policy=POLICY)


def fill(vault, country, there, level):
    with vault.writing() as db:
        db.execute("PRAGMA cache_size = -262144")
        indexes = [row for table in _TABLES for row in db.all("SELECT name, sql FROM sqlite_schema WHERE tbl_name = ? AND type = 'index' AND sql IS NOT NULL", (table,))]  # fmt: skip
        for name, _ in indexes:
            db.execute(f"DROP INDEX {name}")
        for at in range(there, level, _STEP):
            some = [_more(next(country)[0]) for _ in range(min(_STEP, level - at))]
            _write(db, some)
        for _, sql in indexes:
            db.execute(sql)
    with vault.writing() as db:
        db.execute("INSERT OR IGNORE INTO m_due SELECT id FROM m_sight")
        db.execute("PRAGMA cache_size = -16384")  # as the program has it
        db.execute("PRAGMA shrink_memory")
    say_so(f"{level} cases filled")
    return level


def _write(db, some):
    cases, sights, clues, keys, rows = [], [], [], [], ([], [], [])
    for one in some:
        case, suspect = blob(one.case), blob(one.ref)
        cases.append((case, one.center, one.year, one.center))
        sights.append(
            (suspect, case, suspect, one.age, one.sex, one.region, one.approach)
        )
        rows[0].append((case, one.case, one.center))
        rows[1].append((suspect, case, one.age))
        for mark in one.marks:
            record = blob(mark.record)
            clues.append((case, suspect, record, mark.kind, mark.value, mark.cls, mark.role, mark.shared, mark.masked, mark.seen_from, mark.seen_to))  # fmt: skip
            rows[2].append((record, case, suspect, mark.kind, mark.value))
        keys += [(*key, suspect) for key in sorted(keys_rows(one))]
    db.executemany("INSERT INTO m_case VALUES (?, ?, 0, ?, ?, 0)", cases)
    db.executemany("INSERT INTO m_sight VALUES (?, ?, ?, ?, ?, ?, ?)", sights)
    db.executemany("INSERT INTO m_clue VALUES (NULL, ?, ?, NULL, 'identifier', ?, ?, ?, ?, ?, ?, ?, ?, ?)", clues)  # fmt: skip
    db.executemany("INSERT INTO m_key (kind, value, finds, of_kind, of_value, suspect) VALUES (?, ?, ?, ?, ?, ?)", keys)  # fmt: skip
    db.executemany("INSERT INTO r_case (id, said, number, center, received_on) VALUES (?, 1, ?, ?, '2026-01-01')", rows[0])  # fmt: skip
    db.executemany('INSERT INTO r_suspect (id, said, "case", age) VALUES (?, 1, ?, ?)', rows[1])  # fmt: skip
    db.executemany('INSERT OR IGNORE INTO r_identifier (id, said, "case", suspect, kind, value, role) VALUES (?, 1, ?, ?, ?, ?, \'SUSPECT\')', rows[2])  # fmt: skip


# --- one case more --------------------------------------------------------------------------------


def _measure(desk, country, many):
    rooms = desk._rooms
    peer, bare, said, told, both = [], [], [], [], []
    compare_again(rooms, Silent())
    worked = time.process_time()
    for at in range(many):
        one = _more(next(country)[0])
        peer.append(_timed(partial(rooms.vault.keep_fact, "setting/bench", str(at))))
        if at % 8 == 7:
            with patch.object(Index, "apply", lambda *_: None):
                bare.append(_timed(partial(_say, desk, one, f"bare {at}")))
        said.append(_timed(partial(_say, desk, one)))
        told.append(_timed(partial(compare_again, rooms, Silent())))
        both.append(said[-1] + told[-1])
    worked = time.process_time() - worked
    for name, times in (("one small commit (peer)", peer), ("case without the index (peer)", bare), ("case said", said), ("whoever is due compared", told), ("both", both)):  # fmt: skip
        print(f"  {name}: {_spread(times)}")
    print(f"  {len(both) / sum(both):.0f} cases a second, {1e3 * worked / many:.1f} ms of a processor each, peak {_peak():.2f} GB, {load()}", flush=True)  # fmt: skip


def _timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _say(desk, one, salt=""):
    case = natural_id("suspect", one.case, "said" + salt)
    suspect = natural_id("suspect", one.ref, "said" + salt)
    with desk._rooms.ledger.saying(Deed.IMPORT, scope=scope_of("case", case), actor="박상담") as say:  # fmt: skip
        for name, value in (("number", one.case), ("center", one.center), ("received_on", "2026-02-01")):  # fmt: skip
            say.set("case", case, name, value)
        for name, value in (("case", case), ("main", True), ("age", one.age)):
            say.set("suspect", suspect, name, value)
        for n, mark in enumerate(one.marks):
            if CODES.holds(("identifier_kind",), mark.kind) and not mark.masked:
                record, (site, _, name) = new_id(n), mark.value.rpartition(":") if mark.kind == "uploader" else ("", "", mark.value)  # fmt: skip
                told = (("case", case), ("suspect", suspect), ("kind", mark.kind), ("value", name), ("site", site or None), ("role", "SUSPECT"))  # fmt: skip
                for field, value in told:
                    say.set("identifier", record, field, value)
        for n in range(2):
            url = f"https://tube-{n}.example/v/{blob_of(case).hex()[:12]}"
            record = natural_id("posting", case, url)
            for field, value in (("case", case), ("url", url), ("uploader", f"up_{one.case[-6:]}")):  # fmt: skip
                say.set("posting", record, field, value)


def _spread(times):
    rows = sorted(times)
    return ", ".join(f"p{part} {rows[min(len(rows) - 1, len(rows) * part // 100)] * 1e3:.1f}" for part in (50, 95, 99)) + f", most {rows[-1] * 1e3:.0f} ms"  # fmt: skip


def _fresh_peak():
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak():
    told = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in told if line.startswith("VmHWM")) / 1e6


if __name__ == "__main__":
    main()
