"""What came as a center's counts (들어온 집계), judged: which count, and why the others do not.

* Heard is the center whose log it came from, about itself. What it says of its own time and number
  decides nothing but which of its own is the newest.
* Counted is one for each center and period: the newest that is whole and adds up.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from intake.counting.tables import Table
from intake.counting.tables.carrying import agree, read, written
from intake.crypto.digest import canonical_json, sha256
from intake.desk.rooms import Rooms
from intake.exchange.handing import owner_of
from intake.ids import scope_of
from intake.progress import Progress
from intake.register import Row

COUNTS, OLDER, COMING, ASIDE = "COUNTS", "OLDER", "COMING", "ASIDE"
_MOST = 2_000  # aggregates of one period that are looked at: no center makes so many


@dataclass(frozen=True, slots=True)
class Arrived:
    """One aggregate, and whether it counts."""

    row: Row
    state: str
    why: str = ""  # the end of a text id
    sender: str = ""  # the center whose log it came from
    tables: Mapping[str, Table] = field(default_factory=dict, repr=False)


def arrived_all(rooms: Rooms, shape: Mapping[str, Table], months: tuple[str, str], progress: Progress) -> tuple[Arrived, ...]:  # fmt: skip
    """Return every aggregate of a period that stands, judged; the newest of a center first."""
    rows = rooms.sight.unveiled.find("aggregate", first=months[0], last=months[1])
    newest = sorted(rows, key=lambda row: (str(row["made_at"] or ""), row.id), reverse=True)[:_MOST]  # fmt: skip
    found, done = [], set()
    for at, row in enumerate(newest):
        progress.step(at, len(newest), "progress-figures")
        one = _judged(rooms, row, shape, months)
        if one.state == COUNTS and row["center"] in done:
            one = Arrived(row, OLDER, "older")
        if one.state == COUNTS:
            done.add(row["center"])
        found.append(one)
    return tuple(found)


def digest_of(center: str, months: tuple[str, str], cases: int, told: Iterable[Table]) -> str:  # fmt: skip
    """Return the hash of everything that an aggregate says."""
    tables = [(one.id, one.rule.label, one.doubtful, written(one)) for one in told]
    return _digest(center, months, cases, tables)


def _digest(center: str, months: tuple[str, str], cases: int, tables: Iterable[tuple[str, str, int, str]]) -> str:  # fmt: skip
    said = {
        "cases": cases,
        "center": center,
        "first": months[0],
        "last": months[1],
        "tables": [list(one) for one in sorted(tables)],
    }
    return sha256(canonical_json(said)).hex()


def _judged(rooms: Rooms, row: Row, shape: Mapping[str, Table], months: tuple[str, str]) -> Arrived:  # fmt: skip
    """Judge one aggregate by itself."""
    center, cases = str(row["center"] or ""), row["cases"]
    if (sender := _sender_of(rooms, row.id)) != center or not center:
        return Arrived(row, ASIDE, "stranger", sender)
    parts: dict[str, list[Row]] = defaultdict(list)
    for one in rooms.sight.unveiled.find("aggregate_table", aggregate=row.id):
        if _sender_of(rooms, one.id) == center:
            parts[str(one["name"] or "")].append(one)
    if any(len(one) > 1 for one in parts.values()):
        return Arrived(row, ASIDE, "unsound")
    if len(parts) != row["tables"]:
        return Arrived(row, COMING, "coming")
    lines = [_said(one) for (one,) in parts.values()]
    if _digest(center, months, cases if isinstance(cases, int) else 0, lines) != row["digest"]:  # fmt: skip
        return Arrived(row, ASIDE, "unsound")
    return _read(row, shape, lines)


def _read(row: Row, shape: Mapping[str, Table], lines: Iterable[tuple[str, str, int, str]]) -> Arrived:  # fmt: skip
    told = {name: (rule, doubtful, cells) for name, rule, doubtful, cells in lines}
    if told.keys() != shape.keys() or any(told[name][0] != one.rule.label for name, one in shape.items()):  # fmt: skip
        return Arrived(row, ASIDE, "edition")
    tables = {name: read(frame, told[name][2], told[name][1]) for name, frame in shape.items()}  # fmt: skip
    good = {name: table for name, table in tables.items() if table is not None}
    if len(good) != len(tables) or not agree(good):
        return Arrived(row, ASIDE, "unsound")
    return Arrived(row, COUNTS, "", str(row["center"]), good)


def _sender_of(rooms: Rooms, record: str) -> str:
    with rooms.vault.reading() as db:
        return owner_of(db, scope_of("record", record)) or ""


def _said(row: Row) -> tuple[str, str, int, str]:
    doubtful = row["doubtful"]
    return str(row["name"] or ""), str(row["rule"] or ""), doubtful if isinstance(doubtful, int) else 0, str(row["cells"] or "")  # fmt: skip
