"""The open end of this device's own log: append, seal, begin a new log.

* One segment is open at a time; it is sealed when full, at lock and at export.
* A seal is the header, its hash and the device's signature; after it nothing changes.
* A log is one installation epoch. A vault that finds itself behind what it had already
  sealed (restored, cloned) moves its open end to a new log that names the old as parent.
"""

import secrets
from typing import NamedTuple

from intake.crypto.digest import leaf, leaves_digest, segment_hash
from intake.crypto.sign import sign
from intake.ledger.catalogue import Catalogue
from intake.ledger.chain import log_prefix
from intake.ledger.change import Entry
from intake.ledger.fixes import Fixes
from intake.ledger.means import DeviceSigner
from intake.ledger.places import LEAF12, PLACES
from intake.ledger.segment import (
    BYTES_LIMIT,
    ENTRY_LIMIT,
    NAMESPACE,
    SALT,
    SegmentHeader,
)
from intake.vault import Database


class Open(NamedTuple):
    """The open segment."""

    id: int
    log: int
    n: int
    entries: int
    size: int
    name: str


class Appended(NamedTuple):
    """An entry that has just got its place."""

    entry: int
    leaf: bytes
    stamp: int
    part: int
    scope: int
    log: str
    n: int


class Tail:
    """Writes the end of the own log inside the caller's transaction."""

    def __init__(self, db: Database, device: DeviceSigner) -> None:
        """Work for one transaction."""
        self._db = db
        self._device = device

    def append(self, catalogue: Catalogue, entry: Entry, body: bytes) -> Appended:
        """Write an entry at the end; its body must be within the limit."""
        salt = secrets.token_bytes(SALT)
        size = wire_size(body)
        place = self._room_for(size)
        number = place.id * PLACES + place.entries
        part = catalogue.part(entry.scope, entry.cls, self._device.center)
        stamp = Fixes(self._db).effective(entry.stamp, place.name, place.n)
        self._db.execute(
            "insert into entry (id, hlc, part, mark, salt, body) values (?, ?, ?, 0, ?, ?)",
            (number, stamp, part, salt, body),
        )
        self._db.execute(
            "update segment set count = count + 1, bytes = bytes + ? where id = ?",
            (size, place.id),
        )
        scope = catalogue.scope(entry.scope, self._device.center)
        stem = leaf(salt, body)[:LEAF12]
        return Appended(number, stem, stamp, part, scope, place.name, place.n)

    def seal(self) -> tuple[str, int] | None:
        """Sign the open segment; None when nothing was said since the last seal."""
        place = self._open()
        if place is None or place.entries == 0:
            return None
        if not place.name.startswith(log_prefix(self._device.key.public)):
            self.begin_log()  # the device has a new key
            return self.seal()
        prev = self._prev(place)
        leaves = self._leaves(place)
        header = SegmentHeader(
            place.name, place.n, prev.hex(), place.entries, leaves_digest(leaves).hex()
        ).to_bytes()
        signature = sign(NAMESPACE, header, self._device.key, self._device.certificate)
        self._db.execute(
            "update segment set hash = ?, prev = ?, leaves = ?, header = ?, sig = ?,"
            " state = 'ok' where id = ?",
            (
                segment_hash(header),
                prev or None,
                b"".join(leaves),
                header,
                signature,
                place.id,
            ),
        )
        return place.name, place.n

    def begin_log(self, clock: int | None = None) -> str:
        """Move the open end to a new log that continues the present one; return its name.

        Args:
            clock: where its stamps begin; None: behind the newest one of the present log.
        """
        present = own_log(self._db)
        place = self._open()
        name = log_prefix(self._device.key.public) + secrets.token_hex(8)
        parent = present and present.log
        if present is not None and is_fresh(self._db, present):  # nothing to go on from
            (parent,) = self._db.one("select parent from log where id = ?", (present.id,)) or (parent,)  # fmt: skip
        if clock is None:
            clock = present.clock if present else 0
        self._db.execute("update log set own = 0 where own = 1")
        self._db.execute(
            "insert into log (log, device, center, parent, state, own, clock)"
            " values (?, ?, ?, ?, 'ok', 1, ?)",
            (
                name,
                self._device.device,
                self._device.center,
                parent,
                clock,
            ),
        )
        if place is not None:
            self._db.execute(
                "update segment set log = (select id from log where own = 1), n = 0 where id = ?",
                (place.id,),
            )
        return name

    def _room_for(self, size: int) -> Open:
        place = self._open()
        if place is not None and (
            place.entries >= ENTRY_LIMIT or place.size + size > BYTES_LIMIT
        ):
            self.seal()
            place = None
        return place or self._next()

    def _open(self) -> Open | None:
        row = self._db.one(
            "select segment.id, segment.log, n, count, bytes, log.log from log join segment"
            " on segment.log = log.id where own = 1 and segment.state = 'open'"
        )
        return Open(*row) if row else None

    def _next(self) -> Open:
        own = own_log(self._db)
        if own is None or not own.log.startswith(log_prefix(self._device.key.public)):
            self.begin_log()
        row = self._db.one(
            "select log.id, coalesce((select max(n) + 1 from segment where log = log.id), 0)"
            " from log where own = 1"
        )
        log, n = row or (0, 0)
        self._db.execute(
            "insert into segment (log, n, count, bytes, state) values (?, ?, 0, 0, 'open')",
            (log, n),
        )
        place = self._open()
        assert place is not None  # noqa: S101 - inserted one line above
        return place

    def _prev(self, place: Open) -> bytes:
        """Return the hash of the segment before: of this log, or of the log it continues."""
        row = self._db.one(
            "select hash from segment where log = ? and n = ? and hash is not null order by id",
            (place.log, place.n - 1),
        ) or self._db.one(
            "select hash from segment where hash is not null and log = (select parent.id"
            " from log join log parent on parent.log = log.parent where log.id = ?)"
            " order by n desc, id limit 1",
            (place.log if place.n == 0 else 0,),
        )
        return bytes(row[0]) if row else b""

    def _leaves(self, place: Open) -> list[bytes]:
        rows = self._db.all(
            "select salt, body from entry where id between ? and ? order by id",
            (place.id * PLACES, place.id * PLACES + place.entries - 1),
        )
        return [leaf(salt, body) for salt, body in rows]


class OwnLog(NamedTuple):
    """The log this vault appends to."""

    id: int
    log: str
    clock: int


def own_log(db: Database) -> OwnLog | None:
    """Return the log this vault appends to; None before the first word."""
    row = db.one("select id, log, clock from log where own = 1")
    return OwnLog(*row) if row else None


def is_fresh(db: Database, own: OwnLog) -> bool:
    """Whether a log continues another one and has sealed nothing yet."""
    sealed = "select 1 from segment where segment.log = log.id and hash is not null"
    sql = f"select 1 from log where id = ? and parent is not null and not exists ({sealed})"  # noqa: S608
    return db.one(sql, (own.id,)) is not None


def keep_clock(db: Database, stamp: int) -> None:
    """Remember the newest stamp, so that a restart cannot go back behind it."""
    db.execute("update log set clock = ? where own = 1 and clock < ?", (stamp, stamp))


def newest_stamp(db: Database) -> int:
    """Return the newest stamp this vault made or followed."""
    kept = db.one("select max(clock) from log where own = 1")
    said = db.one(
        "select max(entry.hlc) from entry join (select max(segment.id) as s from segment"
        " join log on log.id = segment.log where own = 1 and count > 0) last"
        " on entry.id between last.s * ?1 and last.s * ?1 + ?1 - 1",
        (PLACES,),
    )
    return max((row[0] or 0) for row in (kept, said) if row)


def wire_size(body: bytes) -> int:
    """Return about how many bytes a body takes in a change file, escapes included."""
    return len(body) + body.count(b'"') + body.count(b"\\") + 48
