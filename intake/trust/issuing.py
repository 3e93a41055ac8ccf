"""What only the laptop with the CA can do (인증 열쇠): certify, and publish the center's card."""

from dataclasses import replace
from typing import Final

from intake.clock import Clock
from intake.crypto import Certificate, SigningKey, sign
from intake.errors import CertificateRefused, NotEnrolled, NotYours
from intake.trust import own as owned
from intake.trust import positions, roster
from intake.trust.enrolment import Card, DeviceLine, Request, read_card
from intake.vault import Vault

FACT_CODE: Final = "trust/code"
FACT_KIND: Final = "trust/kind"
FACT_TELL: Final = (
    "trust/tell"  # a card of this moment or younger is to be told to everybody
)


class Issuing:
    """The center's CA at work, where it is here."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        """Ask the vault for the CA each time."""
        self._vault, self._clock = vault, clock

    def ca(self) -> SigningKey:
        """Return the CA.

        Raises:
            NotYours: it is on another laptop.
            CertificateRefused: it was taken back as a whole (revoked-ca), or this laptop was:
                then it lets nobody in and renews nobody (revoked).
        """
        ca = owned.find_ca(self._vault)
        if ca is None:
            raise NotYours(what="ca")
        with self._vault.reading() as db:
            if positions.is_whole(db, ca.public):
                raise CertificateRefused(why="revoked-ca")
            own = owned.find_certificate(self._vault)
            if own is not None and positions.revoked(
                db, ca.public, own.serial, own.public
            ):
                raise CertificateRefused(why="revoked", serial=own.serial)
        return ca

    def code(self) -> str:
        """Return our code.

        Raises:
            NotEnrolled: our center has not answered yet.
        """
        code = self._vault.fact(FACT_CODE)
        if code is None:
            raise NotEnrolled(what="this-device")
        return code

    def certify(self, public: bytes, device: str) -> Certificate:
        """Certify a key for thirteen months, and note it."""
        now, code = self._clock.wall(), self.code()
        made = owned.certify(self.ca(), public, device, code, now // 1000)
        with self._vault.writing() as db:
            db.execute(
                "insert into issued (serial, device, public, issued, valid_before)"
                " values (?, ?, ?, ?, ?)",
                (made.serial, device, public, now, made.valid_before),
            )
        return made

    def card_file(self) -> bytes:
        """Return our own card as a file, to hand to others.

        Raises:
            NotEnrolled: there is none yet.
        """
        with self._vault.reading() as db:
            data = roster.card_of(db, self.code())
        if data is None:
            raise NotEnrolled(what="this-device")
        return data

    def card(self) -> Card:
        """Return our own card."""
        return read_card(self.card_file())

    def cards(self) -> tuple[str, ...]:
        """Return our own card first, then those of everybody we accepted, as files."""
        with self._vault.reading() as db:
            files = (roster.card_of(db, one.code) for one in roster.organisations(db))
            return tuple(data.decode("utf-8") for data in files if data is not None)

    def publish(self, card: Card, *, tell: bool = False) -> Card:
        """Keep our own card, newer than the last one whatever the clock says.

        Args:
            card: as it shall be.
            tell: it goes to everybody at once, also where nothing else is to be sent.
        """
        ca, now = self.ca(), self._clock.wall()
        with self._vault.writing() as db:
            known = roster.find_organisation(db, card.code)
            made = max(now, known.made + 1 if known else 0)
            newest = replace(card, made=made)
            data = newest.to_file(lambda ns, line: sign(ns, line, ca))
            if tell:
                self._vault.keep_fact(FACT_TELL, str(made))
            return roster.keep_card(db, data, now, own=True)


def with_device(card: Card, asked: Request) -> Card:
    """Return the card with a laptop on it that asked to be let in."""
    line = DeviceLine(asked.device, asked.name, asked.recipient)
    return replace(card, devices=(*_others(card, asked.device), line))


def without_device(card: Card, device: str) -> Card:
    """Return the card without a laptop: nobody seals to it any more."""
    return replace(card, devices=_others(card, device))


def _others(card: Card, device: str) -> tuple[DeviceLine, ...]:
    return tuple(one for one in card.devices if one.device != device)
