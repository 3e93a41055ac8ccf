"""The list of who is known (명부), as rows of the vault."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from intake.crypto import PqRecipient
from intake.errors import CertificateRefused, UnknownDevice
from intake.trust import positions
from intake.trust.enrolment import Card, Kind, kind_of, read_card
from intake.vault import Database

_SELECT: Final = "select code, kind, name, ca, made, accepted, own from enrolment"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """An organisation that a person accepted (등록된 곳)."""

    code: str
    kind: Kind
    name: str
    ca: bytes
    made: int
    accepted: int
    own: bool


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a bundle can be sealed to: an organisation, or a laptop of our own."""

    name: str
    title: str
    kind: Literal["center", "central", "escrow", "device"]
    code: str
    own: bool
    recipients: tuple[PqRecipient, ...]


def organisations(db: Database) -> tuple[Enrolled, ...]:
    """Return every organisation, our own first."""
    rows = db.all(_SELECT + " order by own desc, code")
    return tuple(
        Enrolled(code, kind_of(kind), name, bytes(ca), made, accepted, bool(own))
        for code, kind, name, ca, made, accepted, own in rows
    )


def find_organisation(db: Database, code: str) -> Enrolled | None:
    """Return an organisation by its code, or None."""
    return next((one for one in organisations(db) if one.code == code), None)


def card_of(db: Database, code: str) -> bytes | None:
    """Return the card of an organisation as it came, or None."""
    row = db.one("select card from enrolment where code = ?", (code,))
    return None if row is None else bytes(row[0])


def keep_card(db: Database, data: bytes, accepted: int, *, own: bool = False) -> Card:
    """Keep a card, or the newer card of somebody known; an older one changes nothing.

    Raises:
        CertificateRefused: another key under a known code, or a laptop of somebody else.
    """
    card = read_card(data)
    _check_fits(db, card)
    known = find_organisation(db, card.code)
    own = own or (known is not None and known.own)
    if known is not None and known.ca != card.ca:
        retire(db, known)
    elif known is not None and known.made >= card.made:
        return card
    db.execute(
        "insert into enrolment (code, kind, name, ca, made, accepted, own, card)"
        " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do update set"
        " name = excluded.name, made = excluded.made, card = excluded.card",
        (card.code, card.kind, card.name, card.ca, card.made, accepted, own, data),
    )
    positions.keep_said(db, card.ca, card.revoked, accepted)
    db.execute("delete from enrolled_device where code = ?", (card.code,))
    db.executemany(
        "insert into enrolled_device (device, code, name, recipient) values (?, ?, ?, ?)",
        [(d.device, card.code, d.name, d.recipient) for d in card.devices],
    )
    _seal_to_none_of(db)
    return card


def _seal_to_none_of(db: Database) -> None:
    """Seal to nobody of an organisation whose CA was taken back, nor to a key that is lost."""
    db.execute(
        "delete from enrolled_device where recipient in (select recipient from gone)"
        " or code in (select code from enrolment where ca in"
        " (select ca from revoked where serial = 0))"
    )


def forget_laptop(db: Database, device: str) -> None:
    """Seal to a lost laptop's key no more, whatever older cards say (분실)."""
    db.execute(
        "insert or ignore into gone (recipient, device)"
        " select recipient, device from enrolled_device where device = ?",
        (device,),
    )
    _seal_to_none_of(db)


def forget(db: Database, code: str) -> None:
    """Forget an organisation: nothing of it is believed, nothing is sealed to it."""
    db.execute("delete from enrolled_device where code = ?", (code,))
    db.execute("delete from enrolment where code = ?", (code,))


def retire(db: Database, one: Enrolled) -> None:
    """Let an organisation begin anew whose CA was taken back; what it signed before counts."""
    sql = "insert or ignore into former_ca (ca, code) values (?, ?)"
    db.execute(sql, (one.ca, one.code))
    forget(db, one.code)


def cas(db: Database) -> dict[bytes, str]:
    """Return whose word counts at all: every CA, former ones too, and the code it is of."""
    former = {bytes(ca): code for ca, code in db.all("select ca, code from former_ca")}
    return former | {one.ca: one.code for one in organisations(db)}


def party_of_code(db: Database, one: Enrolled) -> Party:
    """Return an organisation as somebody to send to."""
    rows = db.all(
        "select recipient from enrolled_device where code = ? order by device",
        (one.code,),
    )
    keys = _recipients(text for (text,) in rows)
    return Party(one.code, one.name, one.kind, one.code, one.own, keys)


def party_of_device(db: Database, device: str, own: Enrolled) -> Party:
    """Return a laptop of our own center as somebody to send to."""
    sql = "select name, recipient from enrolled_device where device = ? and code = ?"
    rows = db.all(sql, (device, own.code))
    name = rows[0][0] if rows else ""
    keys = _recipients(text for _, text in rows)
    return Party(device, name, "device", own.code, own=True, recipients=keys)


def ca_of(db: Database, code: str) -> bytes:
    """Return an organisation's CA.

    Raises:
        UnknownDevice: nobody of that code is known.
    """
    found = find_organisation(db, code)
    if found is None:
        raise UnknownDevice(what="center")
    return found.ca


def devices_of(db: Database, code: str) -> tuple[str, ...]:
    """Return the laptops on an organisation's card."""
    sql = "select device from enrolled_device where code = ? order by device"
    return tuple(device for (device,) in db.all(sql, (code,)))


def line_of(db: Database, device: str, code: str) -> str | None:
    """Return the key that is sealed to for a laptop on an organisation's card, or None."""
    sql = "select recipient from enrolled_device where device = ? and code = ?"
    row = db.one(sql, (device, code))
    return None if row is None else str(row[0])


def name_of(db: Database, device: str) -> str:
    """Return what a laptop is called; empty where no card says so."""
    row = db.one("select name from enrolled_device where device = ?", (device,))
    return "" if row is None else str(row[0])


def code_of_device(db: Database, device: str) -> str | None:
    """Return the organisation on whose card a laptop stands, or None."""
    row = db.one("select code from enrolled_device where device = ?", (device,))
    return None if row is None else str(row[0])


def _check_fits(db: Database, card: Card) -> None:
    if positions.is_whole(db, card.ca):
        raise CertificateRefused(why="revoked-ca", code=card.code)
    for one in organisations(db):
        same_name = one.code.lower() == card.code.lower()
        anew = one.ca != card.ca and positions.is_whole(db, one.ca)
        ca = card.ca if anew else one.ca  # words were compared with whoever began anew
        if same_name and (one.code, ca, one.kind) != (
            card.code,
            card.ca,
            card.kind,
        ):
            raise CertificateRefused(why="other-key", code=one.code)
        if not same_name and one.ca == card.ca:
            raise CertificateRefused(why="other-code", code=one.code)
    for line in card.devices:
        holder = code_of_device(db, line.device)
        if holder not in {None, card.code}:
            raise CertificateRefused(why="other-device", code=str(holder))


def _recipients(texts: Iterable[str]) -> tuple[PqRecipient, ...]:
    return tuple(_recipient(text) for text in texts)


@cache
def _recipient(text: str) -> PqRecipient:
    """Reading two thousand letters takes milliseconds; there are few of them."""
    return PqRecipient.parse(text)
