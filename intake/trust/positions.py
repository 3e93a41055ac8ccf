"""Up to where a device is believed (취소 위치): decisions of this vault, and of those who may say so.

* An organisation says it in its card, for certificates of its own CA; a central desk also for
  those of another one, and for a whole CA (serial 0).
* What a newer card says takes the place of what its predecessor said; a decision of this vault
  stays. Of several the strictest counts.
"""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from intake.vault import Database

HERE: Final = b""  # a decision of this vault
WHOLE: Final = 0  # the serial that means every certificate of a CA
NOTHING: Final = -1


class Revoked(NamedTuple):
    """A certificate, and the last segment of one of its logs that counts (취소)."""

    ca: bytes
    serial: int
    log: str  # empty where no log of it counts
    last: int


def note_here(db: Database, one: Revoked, ms: int) -> None:
    """Keep a decision of this vault; of two the stricter stays."""
    db.execute(_KEEP, (HERE, *one, ms))


def keep_said(db: Database, by: bytes, lines: Iterable[Revoked], ms: int) -> None:
    """Keep what a card says, in place of what an earlier one of the same CA said of the same.

    Of a certificate that it does not name at all the earlier word stays: a second holder of the CA
    may know nothing of it, and nothing that was taken back ever comes to count by silence.
    """
    lines = tuple(lines)
    db.executemany(
        "delete from revoked where said_by = ? and ca = ? and serial = ?",
        sorted({(by, *one[:2]) for one in lines}),
    )
    db.executemany(_KEEP, [(by, *one, ms) for one in lines])


def said_by(db: Database, by: bytes) -> tuple[Revoked, ...]:
    """Return what somebody says, in one order."""
    sql = "select ca, serial, log, last_segment from revoked where said_by = ?"
    rows = db.all(sql + " order by ca, serial, log", (by,))
    return tuple(Revoked(bytes(ca), serial, log, n) for ca, serial, log, n in rows)


def revoked(
    db: Database, ca: bytes, serial: int, public: bytes
) -> tuple[Mapping[str, int], ...]:
    """Return the last segment of each log that counts, as each who revoked it says.

    A key that was taken back stays so under every other certificate of it, be it a later one:
    whoever has the laptop has the key.
    """
    sql = (
        "select said_by, log, last_segment from revoked where ca = ?1 and (serial in (?2, ?3)"
        " or serial in (select serial from met_certificate where ca = ?1 and public = ?4)"
        " or serial in (select serial from issued where public = ?4))"
    )
    told: dict[bytes, dict[str, int]] = {}
    for by, log, last in db.all(sql, (ca, serial, WHOLE, public)):
        logs = told.setdefault(bytes(by), {})
        logs[log] = min(last, logs.get(log, last))
    return tuple(told.values())


def revoked_keys(db: Database) -> frozenset[tuple[bytes, int]]:
    """Return every certificate that was revoked at some position."""
    rows = db.all("select distinct ca, serial from revoked")
    return frozenset((bytes(ca), serial) for ca, serial in rows)


def revoked_publics(db: Database) -> frozenset[bytes]:
    """Return every key of which a certificate was revoked, as far as it is known here."""
    rows = db.all(
        "select public from met_certificate join revoked using (ca, serial)"
        " union select public from issued join revoked using (serial)"
    )
    return frozenset(bytes(public) for (public,) in rows)


def is_whole(db: Database, ca: bytes) -> bool:
    """Whether a whole CA was revoked."""
    sql = "select 1 from revoked where ca = ? and serial = ?"
    return db.one(sql, (ca, WHOLE)) is not None


def join(*told: Iterable[Revoked]) -> tuple[Revoked, ...]:
    """Return what several say together; of two about the same log the stricter.

    >>> join([Revoked(b"", 1, "a", 5)], [Revoked(b"", 1, "a", 3), Revoked(b"", 2, "", -1)])
    (Revoked(ca=b'', serial=1, log='a', last=3), Revoked(ca=b'', serial=2, log='', last=-1))
    """
    found: dict[tuple[bytes, int, str], int] = {}
    for ca, serial, log, last in (one for lines in told for one in lines):
        place = (ca, serial, log)
        found[place] = min(last, found.get(place, last))
    return tuple(Revoked(*place, last) for place, last in sorted(found.items()))


_KEEP: Final = (
    "insert into revoked (said_by, ca, serial, log, last_segment, said)"
    " values (?, ?, ?, ?, ?, ?) on conflict (said_by, ca, serial, log) do update set"
    " last_segment = min(last_segment, excluded.last_segment)"
)
