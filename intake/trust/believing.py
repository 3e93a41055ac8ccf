"""Who signed, and whether that counts: asked of everything that comes from elsewhere.

* A signer is believed because a certificate of an accepted organisation says so, for this
  namespace, up to the position at which it was taken back.
"""

from intake.clock import Clock
from intake.crypto import read_signature as read_armored
from intake.crypto import verify
from intake.errors import CertificateRefused, UnknownDevice
from intake.ledger import SegmentHeader, WireSegment
from intake.trust import positions, roster
from intake.trust.issuing import FACT_CODE
from intake.trust.positions import Revoked
from intake.trust.roster import Enrolled, Party
from intake.trust.signers import Signer, check_position, signer_of
from intake.vault import Vault


class Believing:
    """Judges signatures by the list of everybody known."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        """Ask the vault each time."""
        self._vault = vault
        self._clock = self.clock = clock

    def enrolled(self) -> tuple[Enrolled, ...]:
        """Return every organisation known, our own first."""
        with self._vault.reading() as db:
            return roster.organisations(db)

    def known_cas(self) -> dict[bytes, str]:
        """Return every CA whose word counts at all, and the code it is of."""
        with self._vault.reading() as db:
            return roster.cas(db)

    def check_signature(self, namespace: str, message: bytes, armored: str) -> Signer:
        """Return who signed something that is not a segment.

        Raises:
            BadSignature, UnknownDevice, CertificateRefused: nobody we may believe.
        """
        signer = self._signer(namespace, message, armored)
        self._check_not_revoked(signer, None)
        return signer

    def check_hand(self, namespace: str, message: bytes, armored: str) -> Signer:
        """Return who signed something, also one who was taken back since: the caller asks.

        Raises:
            BadSignature, UnknownDevice, CertificateRefused: nobody we ever believed.
        """
        return self._signer(namespace, message, armored)

    def revoked_keys(self) -> frozenset[tuple[bytes, int]]:
        """Return every certificate, as (CA, serial), that was taken back at some position."""
        with self._vault.reading() as db:
            return positions.revoked_keys(db)

    def revoked_publics(self) -> frozenset[bytes]:
        """Return every key of which a certificate was taken back."""
        with self._vault.reading() as db:
            return positions.revoked_publics(db)

    def is_taken_back(self, signer: Signer) -> bool:
        """Whether a signer's certificate was taken back at some position."""
        with self._vault.reading() as db:
            return bool(positions.revoked(db, *signer.key, signer.certificate.public))

    def check_valid(self, signer: Signer, ms: int) -> None:
        """Refuse a certificate that was not valid at a moment.

        Raises:
            CertificateRefused: early or expired.
        """
        signer.certificate.check_time(ms // 1000)

    def check_segment(self, segment: WireSegment, namespace: str) -> Signer:
        """Return who signed a segment, revocation by its position included.

        Raises:
            BadSignature, UnknownDevice, CertificateRefused: nobody we may believe.
        """
        signer = self._signer(namespace, segment.header, segment.signature)
        header = SegmentHeader.from_bytes(segment.header)
        self._check_not_revoked(signer, header.log, header.n)
        return signer

    def party_of(self, signer: Signer) -> Party:
        """Return the party that a signer speaks for; a laptop of ours speaks for itself."""
        with self._vault.reading() as db:
            one = roster.find_organisation(db, signer.center)
            if one is None:
                raise UnknownDevice(what="center")
            if one.own:
                return roster.party_of_device(db, signer.device, one)
            return roster.party_of_code(db, one)

    def revoke(self, signer: Signer, log: str, last_segment: int) -> None:
        """Trust a device's log only up to a segment; -1 trusts nothing of it. Here only."""
        with self._vault.writing() as db:
            positions.note_here(
                db, Revoked(*signer.key, log, last_segment), self._now()
            )

    # --- inside ------------------------------------------------------------------------

    def _signer(self, namespace: str, message: bytes, armored: str) -> Signer:
        cas = self.known_cas()
        found = verify(namespace, message, armored, trusted_cas=cas, at=None)
        certificate = read_armored(armored).certificate
        if certificate is None:
            raise UnknownDevice(what="certificate")
        signer = signer_of(certificate, cas[found.ca_public])
        self._check_own_name(signer)
        return signer

    def _check_own_name(self, signer: Signer) -> None:
        """Refuse a certificate in the name of another organisation's laptop, or of ours.

        Whoever holds a CA writes any name into a certificate; the cards say whose it is.
        """
        with self._vault.reading() as db:
            holder = roster.code_of_device(db, signer.device)
        if holder is None and signer.device == self._vault.device_id:
            holder = self._vault.fact(FACT_CODE)
        if holder not in {None, signer.center}:
            serial = signer.certificate.serial
            raise CertificateRefused(why="other-device", serial=serial)

    def _check_not_revoked(self, signer: Signer, log: str | None, n: int = 0) -> None:
        with self._vault.reading() as db:
            told = positions.revoked(db, *signer.key, signer.certificate.public)
        check_position(signer, told, log, n)

    def _now(self) -> int:
        return self._clock.wall()
