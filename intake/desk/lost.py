"""What the center can say about a laptop that is gone (분실): facts, counts, and a clock.

* Laptops of one center hold the same cases: what lies here is the most that can lie there. That
  upper bound is what is reported (개인정보보호법 34조, 시행령 39–40조).
* Nobody is named; a person in danger is told by the center, not by a paper.
"""

import datetime as dt
from typing import Final

from intake.clock import local, ms_of
from intake.desk import lost_keeping
from intake.desk.rooms import Rooms
from intake.desk.views.backups import LaptopLine
from intake.documents.lost_laptop import CLASSES, LostLaptop
from intake.errors import InvalidInput, NotFound
from intake.exchange.late import behind
from intake.register import ListQuery
from intake.vault import Database

HOURS_72: Final = dt.timedelta(hours=72)
_LAST = """
SELECT max(entry.hlc) FROM entry JOIN segment ON entry.id / 1024 = segment.id
WHERE segment.id IN (SELECT max(segment.id) FROM segment JOIN log ON log.id = segment.log
  WHERE log.device = ? AND segment.count > 0 GROUP BY log.id)
  AND entry.id >= segment.id * 1024 AND entry.id < segment.id * 1024 + 1024"""
_ARRIVED = "SELECT max(received) FROM bundle_in WHERE device = ?"
_CLASSES = "SELECT cls, count(DISTINCT scope) FROM part WHERE EXISTS (SELECT 1 FROM entry WHERE entry.part = part.id) GROUP BY cls"


def laptops(rooms: Rooms) -> tuple[LaptopLine, ...]:
    """Return every laptop of this center that is enrolled or ever said something."""
    with rooms.vault.reading() as db:
        names = _names(rooms, db)
        lines = [_line(rooms, db, device, name) for device, name in names.items()]
    return tuple(sorted(lines, key=lambda one: (not one.own, one.name, one.device)))


def pack_of(rooms: Rooms, device: str, lost_on: str, noticed_at: str) -> LostLaptop:
    """Return everything the pack says.

    Raises:
        NotFound: no laptop of this center has this id. InvalidInput: not a day or a moment.
    """
    line = next((one for one in laptops(rooms) if one.device == device), None)
    if line is None:
        raise NotFound(entity="laptop")
    noticed = _moment(noticed_at)
    with rooms.vault.reading() as db:
        classes: dict[str, int] = dict(db.all(_CLASSES))
    count, told = rooms.register.count, lost_keeping.lost(rooms).get(device)
    aside = [one for one in behind(rooms.exchange) if one.device == device]
    victims = count(ListQuery("person", equals=(("role", "VICTIM"),)))
    return LostLaptop(
        center=rooms.who.center_name,
        code=rooms.who.center_code,
        device=device,
        name=line.name,
        last_seen_ms=line.last_seen_ms,
        lost_on=_day(lost_on),
        noticed_ms=noticed,
        until_ms=noticed + int(HOURS_72.total_seconds() * 1000),
        made_ms=rooms.clock.wall(),
        cases=count(ListQuery("case")),
        victims=victims,
        others=count(ListQuery("person")) - victims,
        suspects=count(ListQuery("suspect")),
        classes=tuple((name, classes.get(name, 0)) for name in CLASSES),
        position=rooms.ledger.position_hash(),
        taken_back_ms=told.ms if told else 0,
        certificates=told.certificates if told else 0,
        logs=len(told.logs) if told else 0,
        accounts=tuple((name, place in told.changed) for place, name in told.places.items()) if told else (),
        late_segments=sum(one.segments for one in aside),
        late_entries=sum(one.entries for one in aside),
    )  # fmt: skip


def _names(rooms: Rooms, db: Database) -> dict[str, str]:
    """Return the devices of this center with their names, this one first."""
    own, code = rooms.vault.device_id, rooms.who.center_code
    found = {own: rooms.who.device_name}
    spoke = db.all("SELECT DISTINCT device, '' FROM log WHERE center = ?", (code,))
    said = db.all("SELECT device, name FROM enrolled_device WHERE code = ?", (code,))
    for device, name in (*said, *spoke):
        found.setdefault(device, name)
    return found


def _line(rooms: Rooms, db: Database, device: str, name: str) -> LaptopLine:
    spoken, arrived = db.one(_LAST, (device,)), db.one(_ARRIVED, (device,))
    last = ms_of(spoken[0]) if spoken and spoken[0] else 0
    came = int(arrived[0]) if arrived and arrived[0] else 0
    told = lost_keeping.lost(rooms).get(device)
    back = db.one("SELECT 1 FROM enrolled_device WHERE device = ?", (device,))
    own, gone = device == rooms.vault.device_id, told.ms if told and not back else 0
    return LaptopLine(device, name or (told.name if told else ""), own, max(last, came), gone)  # fmt: skip


def _day(text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InvalidInput(what="date", why="form") from error


def _moment(text: str) -> int:
    """Return a moment said in this computer's zone."""
    try:
        said = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput(what="date", why="form") from error
    return int((said if said.tzinfo else said.replace(tzinfo=local(0).tzinfo)).timestamp() * 1000)  # fmt: skip
