"""A town of cases for every bench of lists: made once, kept in ``build/bench/town``.

``said`` is a real workspace in which every case is said through the ledger, as the desk says it:
signed entries, history, winners, register, counters and word index, all in SQLCipher; where the
schema has changed since, opening it refills the register. ``wide`` is a register of postings
written by the bench (ruling 35: five million rows cannot be typed by anybody); it is made anew
when the schema changes. Either may be cut off while it is made, and is gone on with.

    nice -n 5 python -m tests.bench.town [--whole | --cases N --postings N --rows N]
"""

import argparse
import hashlib
import json
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from intake.desk import Desk
from intake.desk import workspace as opening
from intake.desk.people import victim_of
from intake.ids import scope_of
from intake.ledger import Deed
from intake.progress import Silent
from intake.register import ListQuery
from intake.register.keys import identifier_id, posting_id
from intake.register.tables import statements
from intake.vault import Database, FileKeyring
from tests.bench.bench_list import LEXICON, dice, uid, words
from tests.desks_at_hand import a_desk
from tests.vaults_at_hand import PASSPHRASE, POLICY

HOME = Path("build/bench/town")
TODAY = date(2026, 11, 25)
COUNSELORS = (
    "박상담",
    "김다정",
    "이온유",
    "최마루",
    "정새벽",
    "한여울",
    "윤가람",
    "오다솜",
)
STATES = (
    "RECEIVED",
    "COUNSELLING",
    "DELETING",
    "DELETING",
    "MONITORING",
    "AFTERCARE",
    "CLOSED",
    "CLOSED",
)
RESULTS = (
    "FOUND",
    "REQUESTED",
    "REMOVED",
    "REMOVED",
    "REMOVED",
    "REFUSED",
    "BLOCKED",
    "TEMPORARY",
)
PLATFORMS = ("ADULT", "SOCIAL", "WEBHARD", "P2P", "SEARCH", "COMMUNITY")
KINDS = ("telegram", "instagram", "twitter", "discord", "kakao_id", "facebook")
FAMILY, GIVEN = (
    "김이박최정강조윤장임한오서신권황안송류홍",
    "가나다라마서연하준지우민예은채원도현수빈시아유진태윤주호",
)
SENTENCES = (
    "{a} 계정으로 연락이 와서 {b} 보내지 않으면 유포하겠다고 협박함.",
    "피해자는 {a} 이후 잠을 자지 못한다고 말함. {b} 이야기를 천천히 들음.",
    "게시물 삭제 요청을 {a}에 접수함. {b} 회신을 기다림.",
    "어머니와 통화함. {a} 관련하여 {b} 지원을 안내함.",
    "불법촬영 영상이 {a} 사이트에 재유포된 것을 확인함. {b} 캡처는 하지 않음.",
    "경찰서 동행 일정을 {a} 잡음. 진술서에 {b} 내용을 적기로 함.",
    "상담기록 공유에 동의하지 않음. {a} 때문에 {b} 걱정이 크다고 함.",
    "가해자로 추정되는 사람은 {a} 이름을 썼고 {b} 송금을 요구함.",
    "텔레그램 대화방에서 {a} 사진이 {b} 이름으로 돌고 있음.",
    "의료 지원과 심리 상담을 연계함. {a}, {b} 기관에서 회신 옴.",
)  # fmt: skip
_EACH, _STEP = 500, 250_000  # cases, and rows, in one transaction


@dataclass(frozen=True)
class Size:
    """How large a town is."""

    cases: int
    postings: int
    rows: int


SMALL, WHOLE = Size(2_000, 10_000, 100_000), Size(100_000, 500_000, 5_000_000)


@dataclass(frozen=True)
class Built:
    """A workspace that lies ready, and what it cost."""

    folder: Path
    told: dict[str, Any]

    def open(self) -> Desk:
        """Open it, as the window would."""
        keys = FileKeyring(HOME / "secrets")
        return opening.open_(self.folder, PASSPHRASE, keyring=keys, policy=POLICY)

    @contextmanager
    def copy(self) -> Iterator["Built"]:
        """Lend a copy that may be written into; the town itself stays as it was made."""
        folder = self.folder.with_name(f"{self.folder.name}-copy")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        for one in self.folder.glob("vault.*"):
            if one.name != "vault.lock":
                shutil.copy2(one, folder)
        try:
            yield Built(folder, self.told)
        finally:
            shutil.rmtree(folder)

    @property
    def megabytes(self) -> float:
        """How much of the disk its vault takes."""
        return sum(one.stat().st_size for one in self.folder.glob("vault.db*")) / 1e6


def sized(doc: str) -> tuple[Size, argparse.Namespace]:
    """Read how large a town the command line asks for."""
    parser = argparse.ArgumentParser(description=doc.splitlines()[0])
    parser.add_argument("--whole", action="store_true", help="100,000 / 500,000 / 5,000,000")  # fmt: skip
    for name in ("cases", "postings", "rows"):
        parser.add_argument(f"--{name}", type=int)
    parser.add_argument("--alone", default="", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    base = WHOLE if asked.whole else SMALL
    told = {name: getattr(asked, name) or getattr(base, name) for name in ("cases", "postings", "rows")}  # fmt: skip
    return Size(**told), asked


def load() -> str:
    """How busy others keep this machine."""
    return "load average " + ", ".join(f"{one:.1f}" for one in os.getloadavg())


def say_so(text: str) -> None:
    print(f"  {time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


# --- through the ledger -----------------------------------------------------------------


def said(size: Size) -> Built:
    """Return the workspace in which every case was said through the ledger."""
    name = f"said-{size.cases}-{size.postings}"
    return _built(name, lambda desk: _say_all(desk, size))


def _say_all(desk: Desk, size: Size) -> dict[str, Any]:
    rooms, per = desk._rooms, size.postings // size.cases
    there = rooms.register.count(ListQuery("case"))
    with rooms.vault.writing() as db:
        _roomy(db)
    spoken = 0
    for first in range(there, size.cases, _EACH):
        with rooms.vault.writing():
            for n in range(first, min(first + _EACH, size.cases)):
                spoken += _say_case(desk, n, per)
        say_so(f"{min(first + _EACH, size.cases)} cases, {spoken} words said in this sitting")  # fmt: skip
    rooms.ledger.close_segment(Silent())
    rooms.vault.keep_fact("setting/own_cases_only", "false")
    count = rooms.register.count
    return {
        name: count(ListQuery(name))
        for name in ("case", "posting", "note", "identifier", "person", "deletion_action", "consent", "task", "appointment", "interview")
    }  # fmt: skip


def _say_case(desk: Desk, n: int, per: int) -> int:
    """Say a case with everything in it; one entry for each class of words."""
    throw, case = dice(n * 7_919 + 5), case_id(n)
    words_said = 0
    with desk._rooms.ledger.saying(Deed.IMPORT, scope=scope_of("case", case), actor="박상담") as say:  # fmt: skip
        for entity, record, told in _records(n, case, throw, per):
            if entity != "case":
                say.set(entity, record, "case", case)
            for name, value in told.items():
                say.set(entity, record, name, value)
            words_said += len(told) + 1
    return words_said


def case_id(n: int) -> str:
    """Return the id of a case of the town."""
    return uid(1, n)


Told = tuple[str, str, dict[str, Any]]


def _records(n: int, case: str, throw: Iterator[int], per: int) -> Iterator[Told]:
    received = _ago(throw, 900)
    who = COUNSELORS[next(throw) % 8]
    yield "case", case, {
        "number": f"2099-IC-{n:06}", "alias": LEXICON[next(throw) % 9_000], "received_on": received,
        "route": ("VISIT", "PHONE_CENTER", "POLICE", "BOARD")[n % 4], "state": STATES[next(throw) % 8],
        "counselor": who, "center": "IC", "owner": "IC",
    }  # fmt: skip
    name = FAMILY[next(throw) % 20] + GIVEN[next(throw) % 28] + GIVEN[next(throw) % 28]
    yield "person", victim_of(case), {"role": "VICTIM", "name": name, "age": 11 + next(throw) % 45, "phone": f"010-0000-{n % 10_000:04}"}  # fmt: skip
    yield "note", uid(3, n), {"text": note(throw), "at": f"{received}T03:00:00Z", "counselor": who}  # fmt: skip
    kind, handle = KINDS[next(throw) % 6], _handle(throw, n)
    yield "identifier", identifier_id(case, kind, handle), {"kind": kind, "value": handle, "role": "SUSPECT"}  # fmt: skip
    first = ""
    for p in range(n * per, (n + 1) * per):
        url = address(throw, p)
        record = posting_id(case, url)
        first = first or record
        told = {"url": url, "platform": PLATFORMS[p % 6], "result": RESULTS[next(throw) % 8], "found_on": _ago(throw, 900)}  # fmt: skip
        yield "posting", record, told | ({"next_check": _ago(throw, 60)} if p % 40 == 0 else {})  # fmt: skip
    if first:
        yield "deletion_action", uid(4, n), {"posting": first, "kind": "FIRST", "done_on": _ago(throw, 900), "counselor": who}  # fmt: skip
    yield from _waiting(n, throw, who)


def _waiting(n: int, throw: Iterator[int], who: str) -> Iterator[Told]:
    """Yield what makes the page of today long: tasks, appointments, consents left for later."""
    if n % 2 == 0:
        decision = "LATER" if n % 20 == 0 else "AGREED"
        yield "consent", uid(6, n), {"purpose": "CENTRAL", "decision": decision, "given_on": _ago(throw, 900)}  # fmt: skip
    if n % 5 == 0:
        state = "OPEN" if n % 50 == 0 else "DONE"
        yield "task", uid(7, n), {"state": state, "due_on": _ago(throw, 900), "words": "할 일"}  # fmt: skip
        state = "SET" if n % 50 == 0 else "KEPT"
        yield "appointment", uid(8, n), {"state": state, "on": _ago(throw, 900), "kind": "INTERVIEW"}  # fmt: skip
    if n % 4 == 0:
        began = f"{_ago(throw, 900)}T01:00:00Z"
        yield "interview", uid(9, n), {"state": "FINISHED", "started_at": began, "counselor": who, "next_contact": _ago(throw, 900)}  # fmt: skip


def note(throw: Iterator[int]) -> str:
    """Return what a counselor may have written: a few sentences with words of every rarity."""
    lines = []
    for _ in range(3 + next(throw) % 4):
        a, b = words(throw, 2), words(throw, 2)
        lines.append(SENTENCES[next(throw) % 10].format(a=a, b=b))
    return "\n".join(lines)


def address(throw: Iterator[int], n: int) -> str:
    """Return an address of which every part looks different."""
    site, name = next(throw) % 400, f"{next(throw) % 16**9:09x}"
    return f"https://www.tube-{site}.example/v/{name}/{n}"


def _handle(throw: Iterator[int], n: int) -> str:
    return f"{('shadow', 'haru', 'blue', 'night', 'kim')[next(throw) % 5]}_{next(throw) % 16**6:06x}{n}"  # fmt: skip


def _ago(throw: Iterator[int], days: int) -> str:
    return (TODAY - timedelta(days=next(throw) % days - 7)).isoformat()


# --- written by the bench ---------------------------------------------------------------


def wide(size: Size) -> Built:
    """Return the workspace whose register of postings the bench wrote."""
    return _built(f"wide-{size.rows}-{_shape()}", lambda desk: _write_all(desk, size.rows))  # fmt: skip


_MADE = """
WITH RECURSIVE n(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2),
  t(i, a, b, host) AS (SELECT i, (i * 2654435761) % 4294967291, (i * 40503 + 17) % 1000003,
    'tube-' || ((i * 40503 + 17) % 1000003 % 400) || '.example' FROM n)
INSERT INTO r_posting (id, said, "case", url, platform, title, result, found_on, url_host, url_key)
SELECT unhex(printf('%08x%08x%016x', a, b, i)), 1900000000000 + i,
  unhex(printf('%032x', a % ?3 + 1)),
  'https://www.' || host || '/v/' || printf('%08x', a) || '/' || i, 'ADULT', printf('%04x', b % 20000),
  CASE a % 8 WHEN 0 THEN 'FOUND' WHEN 1 THEN 'REQUESTED' WHEN 5 THEN 'REFUSED'
    WHEN 6 THEN 'BLOCKED' WHEN 7 THEN 'TEMPORARY' ELSE 'REMOVED' END,
  date('2026-11-25', '-' || (b % 900) || ' days'),
  host, host || '/v/' || printf('%08x', a) || '/' || i
FROM t
"""  # the made rows are as irregular as those that are said, and come from SQLite itself


def _write_all(desk: Desk, rows: int) -> dict[str, Any]:
    """Write rows straight into the register, then every index that the window uses."""
    vault, there = desk._rooms.vault, desk._rooms.register.count(ListQuery("posting"))
    indexes = [line for line in statements() if line.startswith("CREATE INDEX") and " r_posting " in line]  # fmt: skip
    with vault.writing() as db:
        _roomy(db)
        for line in indexes if there < rows else ():
            db.execute(f"DROP INDEX IF EXISTS {line.split()[2]}")
    start = time.perf_counter()
    for done in range(there, rows, _STEP):
        with vault.writing() as db:
            last = min(done + _STEP, rows)
            db.execute(_MADE, (done + 1, last, max(rows // 50, 1)))
        say_so(f"{last} rows written")
    written = time.perf_counter()
    for line in indexes:  # one transaction each: what was cut off goes on from here
        with vault.writing() as db:
            db.execute(line.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS"))
        say_so(line.split()[2])
    return {"posting": rows, "rows_s": written - start, "indexes": len(indexes), "indexes_s": time.perf_counter() - written}  # fmt: skip


# --- both ---------------------------------------------------------------------------------


def _shape() -> str:
    """Name the shape of the register: rows that nobody said are gone when it is refilled."""
    return hashlib.sha256("".join(statements()).encode()).hexdigest()[:8]


def _roomy(db: Database) -> None:
    db.execute("PRAGMA cache_size = -524288")


def _built(name: str, make: Callable[[Desk], dict[str, Any]]) -> Built:
    folder, mark = HOME / name, HOME / f"{name}.json"
    told = json.loads(mark.read_text()) if mark.exists() else {"seconds": 0.0}
    if told.get("done"):
        return Built(folder, told)
    HOME.mkdir(parents=True, exist_ok=True)
    if mark.exists():
        desk = Built(folder, told).open()
    else:
        shutil.rmtree(folder, ignore_errors=True)
        desk = a_desk(folder, FileKeyring(HOME / "secrets"))
    start, found = time.perf_counter(), {}
    try:
        mark.write_text(json.dumps(told))
        found = make(desk)
    finally:
        desk.close()
        told |= {"seconds": told["seconds"] + time.perf_counter() - start, "done": bool(found)} | found  # fmt: skip
        mark.write_text(json.dumps(told))
    say_so(f"{name}: {told['seconds']:.0f} s")
    return Built(folder, told)


def described(built: Built) -> str:
    """Return one line: what lies there, how long it took, how much disk it takes."""
    counts = ", ".join(f"{number:,} {name}" for name, number in built.told.items() if isinstance(number, int) and name not in {"done", "indexes"})  # fmt: skip
    return f"{counts}; made in {built.told['seconds']:.0f} s, {built.megabytes:,.0f} MB on disk"  # fmt: skip


# --- a peer: the same rows without encryption ----------------------------------------------

TABLES = ("case", "case_counts", "person", "note", "identifier", "posting", "deletion_action",
          "task", "appointment", "interview", "consent", "referral")  # fmt: skip


def plain(built: Built, tables: tuple[str, ...] = TABLES) -> Path:
    """Return a plain SQLite file with the same rows and indexes (synthetic data only)."""
    path = built.folder / "plain.sqlite"
    if path.exists():
        return path
    desk, half = built.open(), path.with_suffix(".half")
    half.unlink(missing_ok=True)
    peer = sqlite3.connect(half)
    peer.execute("PRAGMA synchronous = OFF")
    lines = [line for line in statements() for name in tables if f" r_{name} (" in line]
    for line in lines:
        if line.startswith("CREATE TABLE"):
            peer.execute(line)
    with desk._rooms.vault.reading() as db:
        for name in tables:
            rows = db.each(f"SELECT * FROM r_{name}")
            one = next(rows, None)
            if one is not None:
                into = f"INSERT INTO r_{name} VALUES ({', '.join('?' * len(one))})"
                peer.execute(into, one)
                peer.executemany(into, rows)
    peer.commit()
    for line in lines:
        if line.startswith("CREATE INDEX"):
            peer.execute(line)
    peer.commit()
    peer.close()
    desk.close()
    half.rename(path)
    return path


def main() -> None:
    size, asked = sized(__doc__)
    for make in {"said": (said,), "wide": (wide,)}.get(asked.alone, (said, wide)):
        print(described(make(size)), load())


if __name__ == "__main__":
    main()
