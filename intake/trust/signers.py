"""Who signed: the facts about a device, and the rule of revocation.

* A signer is known by a certificate of a center that was accepted, and by nothing else.
* Revocation is by position, never by claimed time: a revoked certificate still counts for
  the segments of its logs up to the last one trusted, and for nothing after that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from intake.crypto import Certificate
from intake.errors import CertificateRefused
from intake.ledger import SignerFacts
from intake.trust.positions import NOTHING

PRINCIPAL: Final = "dev:"


@dataclass(frozen=True, slots=True)
class Signer(SignerFacts):
    """A device as its center's certificate names it (서명 기기)."""

    certificate: Certificate = field(repr=False)

    @property
    def key(self) -> tuple[bytes, int]:
        """The certificate's place in the list of revocations."""
        return (self.certificate.ca_public, self.certificate.serial)


def signer_of(certificate: Certificate, code: str) -> Signer:
    """Return the device a certificate names.

    Raises:
        CertificateRefused: it names something else than one device.
    """
    names = certificate.principals
    if len(names) != 1 or not names[0].startswith(PRINCIPAL):
        raise CertificateRefused(why="principal", serial=certificate.serial)
    return Signer(names[0].removeprefix(PRINCIPAL), code, certificate)


def check_position(
    signer: Signer, told: Iterable[Mapping[str, int]], log: str | None, n: int = 0
) -> None:
    """Refuse what lies behind a revocation.

    Args:
        signer: whose word it is.
        told: the last trusted segment of each log of this certificate, as each who revoked it
            says; empty when nobody did.
        log: the log of a segment; None for everything that is not a segment.
        n: its place in the log.

    Raises:
        CertificateRefused: revoked before this.
    """
    for one in told:
        if log is None or n > one.get(log, NOTHING):
            raise CertificateRefused(why="revoked", serial=signer.certificate.serial)
