"""Three months of one center that was away, from the first round to the receipt: against tar, age and rclone.

Twelve weeks of cases, each said entry by entry through the ledger as a desk says them (postings, what
was asked of whom, notes, an account), and sealed pictures beside them; all of it agreed to be shared.
Both desks go rounds through one WebDAV server until the receipt is home: consent asked, sealed, put,
fetched, opened, every signature and hash checked, folded into history, register and word index at the
other side, answered. The peer brings the same bytes through the same server and back (``tar | age |
rclone rcat``, ``rclone cat | age -d | tar x``) and, without sealing, ``rclone copy`` of the plain
files; it checks no signature and keeps nothing in order, but for one index in plain SQLite. Nothing is asserted.

    nice -n 10 python -m tests.bench.bench_backlog [--cases N] [--entries N] [--megabytes N]
"""

import argparse
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from intake.crypto import X25519Identity
from intake.desk.views.evidence import FileNote
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.progress import Silent
from intake.register import ListQuery
from intake.vault import FileKeyring
from tests.bench.bench_list import dice
from tests.bench.town import RESULTS, address, load, note
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.mailbox.servers import HERE, PASSWORD, USER, rclone_webdav, tool
from tests.vaults_at_hand import cheap_guessing

PLACE = Path("build/bench/backlog").absolute()
QUIET, _MB = Silent(), 1_000_000
_WEEKS, _PICTURES = 12, 20


class Took:
    """What something took, by the wall and of a processor: of this process, and of those it started."""

    def __init__(self, work: Callable[[], object]) -> None:
        wall, own, theirs = time.perf_counter(), *_worked()
        self.told = work()
        self.wall = time.perf_counter() - wall
        self.worked = sum(_worked()) - own - theirs


def _worked() -> tuple[float, float]:
    told = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))  # fmt: skip
    own, theirs = (one.ru_utime + one.ru_stime for one in told)
    return own, theirs


# --- what lies there ---------------------------------------------------------------------------


def said(desk, cases: int, entries: int) -> None:
    """Say the cases, a week at a time; each of ``entries`` words of a case is an entry of its own."""
    for week in range(_WEEKS):
        many = cases * (week + 1) // _WEEKS - cases * week // _WEEKS
        made = [agreed(desk, "RECORD", "SENSITIVE", "CENTRAL") for _ in range(many)]
        with desk._rooms.vault.writing():
            for at, case in enumerate(made):
                _say(desk, case, week * cases + at, entries)


def _say(desk, case: str, seed: int, entries: int) -> None:
    throw, posting = dice(seed * 7_919 + 5), ""
    for n in range(entries):
        record = new_id(desk._rooms.clock.wall())
        if n % 4 == 0:
            posting = record
            told = "posting", {"url": address(throw, seed * entries + n), "platform": "ADULT", "result": RESULTS[next(throw) % 8]}  # fmt: skip
        elif n % 4 == 3:
            told = "note", {"text": note(throw), "at": "2026-09-01T03:00:00Z", "counselor": "박상담"}  # fmt: skip
        else:
            told = "deletion_action", {"posting": posting, "kind": "FIRST", "done_on": "2026-09-02", "counselor": "박상담"}  # fmt: skip
        with desk._rooms.ledger.saying(Deed.ADD, scope=scope_of("case", case), actor="박상담") as say:  # fmt: skip
            say.set(told[0], record, "case", case)
            for name, value in told[1].items():
                say.set(told[0], record, name, value)


def pictures(desk, megabytes: int) -> None:
    """Keep pictures in the first cases."""
    cases = [row.id for row in desk._rooms.register.first(ListQuery("case"), _PICTURES)]
    for at, case in enumerate(cases):
        file = PLACE / f"talk-{at}.txt"
        file.write_bytes(os.urandom(megabytes * _MB // _PICTURES))
        desk.evidence.add_file(case, file, "CHAT", FileNote(sexual=False))
        file.unlink()


def plain(desk, folder: Path) -> int:
    """Lay what the peer brings: every body as a line, and the sealed pictures; return the bytes."""
    folder.mkdir()
    with desk._rooms.vault.reading() as db, (folder / "bodies.jsonl").open("wb") as out:
        for (body,) in db.each("select body from entry where body is not null"):
            out.write(bytes(body) if isinstance(body, bytes) else body.encode())
            out.write(b"\n")
    for one in desk._rooms.exchange.attachments.glob("*.age"):
        shutil.copy(one, folder)
    return sum(one.stat().st_size for one in folder.iterdir())


# --- the ways ------------------------------------------------------------------------------------


def rounds(center, central) -> int:
    """Go rounds until the receipt for everything is home."""
    for turn in range(1, 40):
        took = [Took(lambda desk=desk: desk.sync.run(QUIET)) for desk in (center, central)]  # fmt: skip
        for name, one in zip(("center", "central"), took, strict=True):
            told = one.told
            print(f"  round {turn}, {name:<8}{one.wall:>8.1f} s{one.worked:>8.1f} cpu s   sealed {told.sealed}, sent {told.sent}, received {told.received}, set aside {told.set_aside}, away {len(told.away)}", flush=True)  # fmt: skip
        if not (took[0].told.sealed or took[1].told.received) and not center.sync.state().items:  # fmt: skip
            return turn
    raise RuntimeError("no receipt")


def age_and_back(folder: Path, port: int, key: X25519Identity) -> None:
    """Bring a folder through the server as one sealed archive."""
    (PLACE / "key").write_text(key.text + "\n")
    out, rclone = PLACE / "age-out", _rclone(port)
    out.mkdir()
    _shell(f"tar cf - -C {folder} . | age -r {key.recipient.text} | {rclone} rcat peer:all.age")  # fmt: skip
    _shell(f"{rclone} cat peer:all.age | age -d -i {PLACE / 'key'} | tar xf - -C {out}")


def into_sqlite() -> int:
    """Keep what came by age in plain SQLite: every word of every body, and an index over them."""
    peer = sqlite3.connect(PLACE / "plain.sqlite")
    peer.execute("create table op (entity text, id text, field text, value, stamp integer, entry integer)")  # fmt: skip
    with (PLACE / "age-out/bodies.jsonl").open("rb") as lines, peer:
        for number, line in enumerate(lines):
            said = json.loads(line)
            rows = [(*op[:4], said["t"], number) for op in said["o"]]
            peer.executemany("insert into op values (?, ?, ?, ?, ?, ?)", rows)
        peer.execute("create index op_of on op (entity, id, field, stamp)")
    found: int = peer.execute("select count(*) from op").fetchone()[0]
    peer.close()
    return found


def copy_and_back(folder: Path, port: int) -> None:
    """Bring a folder through the server as it lies."""
    _shell(f"{_rclone(port)} copy {folder} peer:plain")
    _shell(f"{_rclone(port)} copy peer:plain {PLACE / 'copy-out'}")


def _rclone(port: int) -> str:
    config = PLACE / "rclone.conf"
    hidden = subprocess.run([tool("rclone"), "obscure", PASSWORD], capture_output=True, check=True)  # fmt: skip
    config.write_text(f"[peer]\ntype = webdav\nvendor = other\nurl = http://{HERE}:{port}\nuser = {USER}\npass = {hidden.stdout.decode()}")  # fmt: skip
    return f"{tool('rclone')} --log-level ERROR --config {config}"


def _shell(command: str) -> None:
    subprocess.run(["bash", "-o", "pipefail", "-c", command], check=True)


def main() -> None:
    """Print what each way took, and the ratios."""
    asking = argparse.ArgumentParser()
    asking.add_argument("--cases", type=int, default=432)
    asking.add_argument("--entries", type=int, default=68)
    asking.add_argument("--megabytes", type=int, default=210)
    asked = asking.parse_args()
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    with cheap_guessing():
        center = a_desk(PLACE / "ic", FileKeyring(PLACE / "keys-ic"))
        central = a_desk(PLACE / "c0", FileKeyring(PLACE / "keys-c0"), role="central", code="C0")  # fmt: skip
    introduce(center, central)
    making = Took(lambda: (said(center, asked.cases, asked.entries), pictures(center, asked.megabytes)))  # fmt: skip
    with center._rooms.vault.reading() as db:
        entries = db.one("select count(*) from entry")[0]
    size = plain(center, PLACE / "plain")
    print(f"{_WEEKS} weeks, {asked.cases} cases, {entries:,} entries, {size / _MB:.0f} MB as they lie; said in {making.worked:.0f} cpu s; {load()}", flush=True)  # fmt: skip
    with rclone_webdav(PLACE / "server") as (ground, box):
        box.close()
        for desk, to in ((center, "C0"), (central, "IC")):
            place = desk.places.add("webdav", "서버", f"http://{HERE}:{ground.port}/box")  # fmt: skip
            desk.places.keep_secret(place, USER, PASSWORD)
            desk.sync.allow(place, to)
        ours = Took(lambda: rounds(center, central))
        there = sum(one.stat().st_size for one in ground.data.rglob("*") if one.is_file())  # fmt: skip
        sealed = Took(lambda: age_and_back(PLACE / "plain", ground.port, X25519Identity.generate()))  # fmt: skip
        kept = Took(into_sqlite)
        copied = Took(lambda: copy_and_back(PLACE / "plain", ground.port))
    print(f"cases at the central desk: {central._rooms.register.count(ListQuery('case'))}; left at the server {there / _MB:.1f} MB")  # fmt: skip
    print(f"{'':<34}{'wall s':>9}{'cpu s':>9}{'MB/cpu s':>10}")
    for name, one in (("ours, first round to receipt", ours), ("tar | age | rclone, and back", sealed), (f"its {kept.told:,} words into SQLite", kept), ("rclone copy, and back", copied)):  # fmt: skip
        print(f"{name:<34}{one.wall:>9.1f}{one.worked:>9.1f}{size / _MB / one.worked:>10.1f}")  # fmt: skip
    both = sealed.worked + kept.worked
    print(f"ours takes {ours.worked / both:.1f} x the processor of tar | age | rclone and SQLite, {ours.wall / (sealed.wall + kept.wall):.1f} x the time; {entries / ours.worked:,.0f} entries a cpu s")  # fmt: skip
    print(load())
    center.close()
    central.close()
    shutil.rmtree(PLACE)


if __name__ == "__main__":
    main()
