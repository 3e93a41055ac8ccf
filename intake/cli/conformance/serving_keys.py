"""Whom a request believes, and with whose hand it signs."""

from collections.abc import Mapping
from dataclasses import dataclass

from intake.crypto import Certificate, SigningKey, read_signature, sign, verify
from intake.errors import CertificateRefused


@dataclass(frozen=True, slots=True)
class Known:
    """Who signed: the device of a center that was accepted."""

    device: str
    center: str
    certificate: Certificate


class Accepted:
    """The centers a request says were accepted; checks as the trust room does."""

    def __init__(self, trust: Mapping[str, str]) -> None:
        """Read their keys."""
        self._codes = {bytes.fromhex(ca): code for code, ca in trust.items()}

    def check(self, namespace: str, message: bytes, armored: str) -> Known:
        """Return who signed a message.

        Raises:
            BadSignature, UnknownDevice, CertificateRefused: nobody we may believe.
        """
        verify(namespace, message, armored, trusted_cas=self._codes, at=None)
        certificate = read_signature(armored).certificate
        if certificate is None or not certificate.principals[0].startswith("dev:"):
            raise CertificateRefused(why="principal")
        device = certificate.principals[0].removeprefix("dev:")
        return Known(device, self._codes[certificate.ca_public], certificate)


class Pen:
    """A device that signs, as a request describes it."""

    def __init__(self, said: Mapping[str, str]) -> None:
        """Read its key."""
        self.device, self.center = said["device"], said["center"]
        self.key = SigningKey.from_seed(bytes.fromhex(said["seed"]))
        self.certificate = Certificate.parse(bytes.fromhex(said["certificate"]))

    def sign(self, namespace: str, message: bytes) -> str:
        """Sign a message."""
        return sign(namespace, message, self.key, self.certificate)
