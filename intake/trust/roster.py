"""The list of who is known (명부), as rows of the vault."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from intake.crypto import PqRecipient
from intake.errors import CertificateRefused
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
    if known is not None and known.made >= card.made:
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
    """Seal to nobody of an organisation whose CA was taken back, nor to a lost laptop."""
    whole = "select ca from revoked where serial = 0"
    gone = f"select code from enrolment where ca in ({whole})"  # noqa: S608 - our own names
    db.execute(f"delete from enrolled_device where code in ({gone})")  # noqa: S608
    db.execute("delete from enrolled_device where device in (select device from gone)")


def forget_laptop(db: Database, device: str) -> None:
    """Seal to a lost laptop no more, whatever older cards say (분실)."""
    db.execute("insert or ignore into gone (device) values (?)", (device,))
    _seal_to_none_of(db)


def welcome_back(db: Database, device: str) -> None:
    """Seal to a laptop again that was let in anew."""
    db.execute("delete from gone where device = ?", (device,))


def forget(db: Database, code: str) -> None:
    """Forget an organisation: nothing of it is believed, nothing is sealed to it."""
    db.execute("delete from enrolled_device where code = ?", (code,))
    db.execute("delete from enrolment where code = ?", (code,))


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


def devices_of(db: Database, code: str) -> tuple[str, ...]:
    """Return the laptops on an organisation's card."""
    sql = "select device from enrolled_device where code = ? order by device"
    return tuple(device for (device,) in db.all(sql, (code,)))


def code_of_device(db: Database, device: str) -> str | None:
    """Return the organisation on whose card a laptop stands, or None."""
    row = db.one("select code from enrolled_device where device = ?", (device,))
    return None if row is None else str(row[0])


def _check_fits(db: Database, card: Card) -> None:
    if positions.is_whole(db, card.ca):
        raise CertificateRefused(why="revoked-ca", code=card.code)
    for one in organisations(db):
        same_name = one.code.lower() == card.code.lower()
        if same_name and (one.code, one.ca, one.kind) != (
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
