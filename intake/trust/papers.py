"""Certificates that were met or issued, requests that wait, answers on their way (서류)."""

from collections.abc import Iterable
from typing import NamedTuple

from intake.trust.positions import Revoked
from intake.trust.signers import Signer
from intake.vault import Database


class Asked(NamedTuple):
    """A request that waits at the laptop with the CA (갱신 요청)."""

    device: str
    file: bytes
    received: int


class Answered(NamedTuple):
    """An answer that goes along until its laptop has it."""

    device: str
    public: bytes
    until: int  # seconds: when the certificate ends
    file: bytes


# --- certificates ----------------------------------------------------------------------


def has_met(db: Database, signer: Signer) -> bool:
    """Whether a certificate signed something in its time before."""
    sql = "select 1 from met_certificate where ca = ? and serial = ?"
    return db.one(sql, signer.key) is not None


def meet(db: Database, signer: Signer, ms: int) -> None:
    """Remember a certificate that signed something in its time."""
    db.execute(
        "insert or ignore into met_certificate (ca, serial, device, public, met)"
        " values (?, ?, ?, ?, ?)",
        (*signer.key, signer.device, signer.certificate.public, ms),
    )


def is_vouched(db: Database, signer: Signer, now: int, *, own: bool) -> bool:
    """Whether the same key of the same laptop was certified again, and that was not taken back.

    Of one that ended only a later certificate says so, else whoever was renewed once would be
    believed for ever; of one that is of a time to come (a CA with a wrong clock) any other does.
    ``now`` in seconds.
    """
    this, ended = signer.certificate, signer.certificate.valid_after <= now
    asked = (*signer.key, signer.device, this.public)
    known = db.one("select met from met_certificate where ca = ? and serial = ?", signer.key)  # fmt: skip
    since = (known[0] if known else this.valid_after * 1000) if ended else -1
    met = db.one(
        "select 1 from met_certificate m where m.ca = ? and m.serial <> ? and device = ?"
        " and public = ? and m.met > ? and not exists (select 1 from revoked r"
        " where r.ca = m.ca and r.serial in (m.serial, 0))",
        (*asked, since),
    )
    issued = own and db.one(
        "select 1 from issued i join enrolment e on e.own = 1 and e.ca = ?"
        " where i.serial <> ? and device = ? and public = ? and i.valid_before > ?"
        " and not exists"
        " (select 1 from revoked r where r.ca = e.ca and r.serial in (i.serial, 0))",
        (*asked, this.valid_before if ended else -1),
    )
    return bool(met or issued)


def newest_met(db: Database) -> int:
    """Return when a certificate was last met or issued here for the first time."""
    row = db.one("select max(at) from (select max(met) at from met_certificate union all select max(issued) from issued)")  # fmt: skip
    return int(row[0] or 0) if row else 0


def serials_of(db: Database, ca: bytes, device: str) -> set[int]:
    """Return every certificate of a laptop that is known here."""
    issued = db.all("select serial from issued where device = ?", (device,))
    sql = "select serial from met_certificate where ca = ? and device = ?"
    return {serial for (serial,) in (*issued, *db.all(sql, (ca, device)))}


def is_revoked_key(db: Database, ca: bytes, public: bytes) -> bool:
    """Whether a certificate of this key was taken back."""
    sql = (
        "select 1 from (select serial, public from issued union"
        " select serial, public from met_certificate where ca = ?1) c"
        " join revoked r on r.ca = ?1 and r.serial in (c.serial, 0) where c.public = ?2"
    )
    return db.one(sql, (ca, public)) is not None


def issued_devices(db: Database) -> set[str]:
    """Return the laptops that were certified here."""
    return {device for (device,) in db.all("select distinct device from issued")}


def revoked_devices(db: Database, ca: bytes, lines: Iterable[Revoked]) -> set[str]:
    """Return the laptops of which a card takes the key of today back, by any certificate of it."""
    gone = {one.serial for one in lines if one.ca == ca}
    rows = db.all("select device, serial, public from issued order by issued, valid_before")  # fmt: skip
    keys = {bytes(public) for _, serial, public in rows if serial in gone}
    newest = {device: bytes(public) for device, _, public in rows}
    return {device for device, public in newest.items() if public in keys}


def newest_issued(db: Database, device: str) -> tuple[bytes, int] | None:
    """Return the key that was certified here last for a laptop, and until when (seconds)."""
    sql = "select public, valid_before from issued where device = ?"
    row = db.one(sql + " order by issued desc, valid_before desc limit 1", (device,))
    return None if row is None else (bytes(row[0]), row[1])


# --- requests and answers --------------------------------------------------------------


def keep_asked(db: Database, one: Asked) -> None:
    """Keep a request; a laptop has one."""
    db.execute(
        "insert or replace into asked (device, file, received) values (?, ?, ?)", one
    )


def drop_asked(db: Database, device: str) -> None:
    """Let a request wait no more."""
    db.execute("delete from asked where device = ?", (device,))


def all_asked(db: Database) -> tuple[Asked, ...]:
    """Return every request that waits, the oldest first."""
    rows = db.all("select device, file, received from asked order by received, device")
    return tuple(Asked(device, bytes(file), ms) for device, file, ms in rows)


def keep_answered(db: Database, one: Answered) -> None:
    """Keep an answer until its laptop has it."""
    db.execute(
        "insert or replace into answered (device, public, until, file)"
        " values (?, ?, ?, ?)",
        one,
    )


def answered_of(db: Database, device: str) -> Answered | None:
    """Return the answer that is on its way to a laptop, or None."""
    row = db.one("select device, public, until, file from answered where device = ?", (device,))  # fmt: skip
    return None if row is None else Answered(row[0], bytes(row[1]), row[2], bytes(row[3]))  # fmt: skip


def drop_answered(db: Database, device: str) -> None:
    """Send an answer no more."""
    db.execute("delete from answered where device = ?", (device,))
