"""Whom this workspace believes, and how it came to (신뢰).

* The first laptop of a center founds its CA; the next ones ask by a file and are answered
  by a file. Another organisation is accepted by a person who compared words both ways.
* Nothing is believed because of where it came from: only because a certificate of an
  accepted center says so, for this namespace, up to the position it was revoked at.
* Accepting again changes nothing; an older card never replaces a newer one; another key
  under a known code is refused until a person forgets the old one.

>>> FACT_CODE, FACT_KIND
('trust/code', 'trust/kind')
"""

from dataclasses import replace
from typing import Final

from intake.clock import FLOOR_MS, Clock
from intake.crypto import Certificate, sign
from intake.errors import (
    CertificateRefused,
    InvalidInput,
    NotEnrolled,
    NotYours,
    UnknownDevice,
)
from intake.trust import own as owned
from intake.trust import papers, positions, roster
from intake.trust.believing import Believing
from intake.trust.enrolment import (
    Answer,
    Card,
    DeviceLine,
    Enrolment,
    Kind,
    Request,
    read_card,
    read_enrolment,
)
from intake.trust.issuing import FACT_CODE, FACT_KIND, Issuing, with_device
from intake.trust.joined import heed_older, join_cards
from intake.trust.own import Own
from intake.trust.roster import Party
from intake.trust.signers import Signer, signer_of
from intake.vault import Vault

_RENEW_BEFORE: Final = 60 * 24 * 60 * 60  # two months
_OPENS_STILL: Final = 30 * 24 * 60 * 60 * 1000  # milliseconds


class Trust(Believing):
    """The keys of this laptop and the list of everybody known."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        """Keep everything in the vault."""
        super().__init__(vault, clock)
        self.issuing = Issuing(vault, clock)
        self._own: Own | None = None

    # --- this laptop ---------------------------------------------------------------

    def found(self, kind: Kind, code: str, name: str, device_name: str) -> Card:
        """Found an organisation on its first laptop: CA, keys, certificate, card.

        Raises:
            NotYours: this laptop belongs to one already.
        """
        if self._vault.fact(FACT_CODE) is not None:
            raise NotYours(what="found")
        with self._vault.writing():
            self._keep_facts(kind, code)
            ca = owned.make_ca(self._vault)
            key, identity = owned.make_keys(self._vault)
            self._keep_own(self.issuing.certify(key.public, self._vault.device_id))
            line = DeviceLine(
                self._vault.device_id, device_name, identity.recipient.text
            )
            card = Card(kind, code, name, ca.public, (line,), self._now())
            return self.issuing.publish(card)

    def own(self) -> Own:
        """Return this laptop, as it signs and opens.

        Raises:
            NotEnrolled: its center has not answered yet.
        """
        if self._own is None:
            self._own = owned.read_own(self._vault, self._code(), self._now())
        return self._own

    def rotate(self) -> Card:
        """Take a new key to seal to (열쇠 바꾸기); return the card that says so.

        The former key opens for another thirty days what was sealed to it, and is destroyed then:
        a stick that turns up later is opened by nobody. Others learn of the new key from the card,
        which travels with bundles and receipts.

        Raises:
            NotYours: the CA is on another laptop; it asks and is answered as a new one is.
        """
        self.issuing.ca()
        device = self._vault.device_id
        with self._vault.writing():
            identity = owned.renew_identity(self._vault, self._now() + _OPENS_STILL)
            card, self._own = self.issuing.card(), None
            lines = (_renewed(one, device, identity.recipient.text) for one in card.devices)  # fmt: skip
            return self.issuing.publish(replace(card, devices=tuple(lines)), tell=True)

    @property
    def is_own_enrolled(self) -> bool:
        """Whether this laptop has its certificate."""
        return owned.find_certificate(self._vault) is not None

    @property
    def holds_ca(self) -> bool:
        """Whether this laptop can let others in."""
        return owned.find_ca(self._vault) is not None

    def sign(self, namespace: str, message: bytes) -> str:
        """Return this laptop's signature, with its certificate in it."""
        return self.own().sign(namespace, message)

    def renew(self) -> bool:
        """Renew this laptop's certificate two months before it ends, where the CA is here.

        A clock before this program was made renews nothing, and what a wrong clock renewed is
        renewed again by the right one.
        """
        if not self.holds_ca or not self.is_ending or self.is_revoked:
            return False
        self.certify_own()
        return True

    def certify_own(self) -> None:
        """Certify this laptop anew with the CA that is here.

        Raises:
            NotYours: it is on another laptop.
        """
        own = self.own()
        self._keep_own(self.issuing.certify(own.key.public, own.device))

    @property
    def is_ending(self) -> bool:
        """Whether this laptop's certificate ends within two months, or is of another time."""
        now, certificate = self._seconds(), self.own().certificate
        if now * 1000 < FLOOR_MS:
            return False
        ends = certificate.valid_before - now <= _RENEW_BEFORE
        return ends or certificate.valid_after > now

    @property
    def is_revoked(self) -> bool:
        """Whether this laptop heard that it was taken back: reported lost, or its CA was."""
        certificate = owned.find_certificate(self._vault)
        if certificate is None:
            return False
        with self._vault.reading() as db:
            return bool(positions.revoked(db, certificate.ca_public, certificate.serial, certificate.public))  # fmt: skip

    # --- letting a laptop of our own in --------------------------------------------

    def request(self, code: str, device_name: str) -> bytes:
        """Return the file with which this new laptop asks its center for a certificate.

        One that was taken back asks with new keys: whoever found it may have the former ones.
        """
        make = owned.next_keys if self.is_revoked else owned.make_keys
        key, identity = make(self._vault)
        device = self._vault.device_id
        asked = Request(
            code, device, device_name, key.public, identity.recipient.text, self._now()
        )
        return asked.to_file(lambda ns, line: sign(ns, line, key))

    def answer(self, data: bytes) -> bytes:
        """Return the answer to a new laptop's request; its words were compared before.

        Raises:
            NotYours: the CA is on another laptop.
            Untrusted: not a request, or one to another center.
        """
        asked = read_enrolment(data)
        self.issuing.ca()
        if not isinstance(asked, Request) or asked.code != self._code():
            raise UnknownDevice(what="request")
        return self.answer_to(asked)

    def answer_to(self, asked: Request) -> bytes:
        """Return the answer to a request that was compared, or needs no comparing.

        Raises:
            CertificateRefused: the key was taken back; whoever has it may be anybody.
        """
        ca = self.issuing.ca()
        with self._vault.writing() as db:
            if papers.is_revoked_key(db, ca.public, asked.public):
                raise CertificateRefused(why="revoked")
            card = with_device(self.issuing.card(), asked)
            self.issuing.publish(card)
            certificate = self.issuing.certify(asked.public, asked.device)
            cards = self.issuing.cards()
            papers.drop_asked(db, asked.device)
            answer = Answer(asked.device, ca.public, certificate.blob, cards, self._now())  # fmt: skip
        return answer.to_file(lambda ns, line: sign(ns, line, ca))

    def take_answer(self, data: bytes, *, with_others: bool = True) -> Card:
        """Take the center's answer; the words of its card were compared before.

        ``with_others``: also the cards of everybody whom the center accepted.

        Raises:
            Untrusted: not an answer to this laptop, or not by one CA throughout.
        """
        answer = read_enrolment(data)
        if not isinstance(answer, Answer) or answer.device != self._vault.device_id:
            raise UnknownDevice(what="answer")
        card = answer.own_card()
        certificate = Certificate.parse(answer.certificate)
        self._check_ours(certificate, card)
        with self._vault.writing() as db:
            owned.take_next_keys(self._vault, certificate.public, self._now() + _OPENS_STILL)  # fmt: skip
            self._keep_facts(card.kind, card.code)
            for index, text in enumerate(
                answer.cards if with_others else answer.cards[:1]
            ):
                roster.keep_card(db, text.encode(), self._now(), own=index == 0)
            self._keep_own(certificate)
        return card

    # --- other organisations ---------------------------------------------------------

    def card_file(self) -> bytes:
        """Return our own card as a file, to hand to others.

        Raises:
            NotEnrolled: there is none yet.
        """
        return self.issuing.card_file()

    def read(self, data: bytes) -> Enrolment:
        """Return what an enrolment file says, for a person to compare its words."""
        return read_enrolment(data)

    def accept(self, data: bytes) -> Card:
        """Accept an organisation's card after its words were compared both ways.

        Raises:
            Untrusted: not a card, or it contradicts somebody known; at the central desk,
                also a card that calls itself central.
        """
        if self._vault.fact(FACT_KIND) == "central":
            self._check_one_central(read_card(data))
        with self._vault.writing() as db:
            return roster.keep_card(db, data, self._now())

    def forget(self, code: str) -> None:
        """Forget another organisation."""
        if code == self._code():
            raise NotYours(what="forget")
        with self._vault.writing() as db:
            roster.forget(db, code)
            db.execute("delete from former_ca where code = ?", (code,))

    def parties(self) -> tuple[Party, ...]:
        """Return everybody a bundle can be sealed to: the others, then our own laptops."""
        with self._vault.reading() as db:
            known = roster.organisations(db)
            others = [roster.party_of_code(db, one) for one in known if not one.own]
            laptops = [
                roster.party_of_device(db, device, one)
                for one in known
                if one.own
                for device in roster.devices_of(db, one.code)
                if device != self._vault.device_id
            ]
        return (*others, *laptops)

    def follow(self, data: bytes, signer: Signer) -> bool:
        """Keep a newer card of somebody known, shown by one of their laptops; False where older.

        Nobody has to compare words again: it is signed by the same CA.

        Raises:
            Untrusted: no card, not of the signer's own organisation, or by another CA.
        """
        card = read_card(data)
        with self._vault.writing() as db:
            known = roster.find_organisation(db, card.code)
            if known is None or card.code != signer.center or card.ca != known.ca:
                raise CertificateRefused(why="other-card")
            mine = known.own and self.holds_ca and read_card(self.card_file())
            if known.made >= card.made:
                if mine and not self.is_revoked:
                    heed_older(self._vault, self.issuing, mine, card)
                return False
            roster.keep_card(db, data, self._now(), own=known.own)
            if mine and card.made > mine.made and not self.is_revoked:
                join_cards(self._vault, self.issuing, mine, card)
        return True

    def party(self, name: str) -> Party:
        """Return somebody to send to, by code or device id.

        Raises:
            NotEnrolled: nobody of that name was accepted.
        """
        for party in self.parties():
            if party.name == name and party.recipients:
                return party
        raise NotEnrolled(what="party")

    def is_enrolled(self, name: str) -> bool:
        """Whether a bundle can be sealed to somebody of that name."""
        return any(party.name == name and party.recipients for party in self.parties())

    def central_codes(self) -> frozenset[str]:
        """Return the codes of central desks."""
        return self.codes_of("central")

    def codes_of(self, kind: Kind) -> frozenset[str]:
        """Return the codes of every organisation of a kind."""
        return frozenset(one.code for one in self.enrolled() if one.kind == kind)

    # --- inside ------------------------------------------------------------------------

    def _check_one_central(self, card: Card) -> None:
        """Refuse a second central desk: it would speak in every link group and log."""
        if card.kind == "central" and card.code != self._code():
            raise CertificateRefused(why="second-central", code=card.code)

    def _check_ours(self, certificate: Certificate, card: Card) -> None:
        signer = signer_of(certificate, card.code)
        key = owned.find_key(self._vault, certificate.public)
        ours = certificate.ca_public == card.ca and key is not None
        if not ours or signer.device != self._vault.device_id:
            raise CertificateRefused(why="principal", serial=certificate.serial)
        known = self._vault.fact(FACT_CODE)
        if known not in {None, card.code}:
            raise InvalidInput(what="answer", why="other-center")

    def _keep_facts(self, kind: Kind, code: str) -> None:
        self._vault.keep_fact(FACT_KIND, kind)
        self._vault.keep_fact(FACT_CODE, code)

    def _keep_own(self, certificate: Certificate) -> None:
        owned.keep_certificate(self._vault, certificate)
        self._own = None

    def _code(self) -> str:
        return self.issuing.code()

    def _seconds(self) -> int:
        return self._clock.wall() // 1000


def _renewed(line: DeviceLine, device: str, recipient: str) -> DeviceLine:
    return replace(line, recipient=recipient) if line.device == device else line
