"""Device keys and the certificates a center gives them, in OpenSSH's own form (기기 인증서).

* Keys are Ed25519; a certificate is a user certificate with one principal, ``dev:<id>``.
* One level only: the center's key signs device keys and nothing else stands between.
* A certificate with a critical option is refused: we would not know what it forbids.
"""

import base64
from dataclasses import dataclass, field
from typing import cast

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    SSHCertificate,
    SSHCertificateBuilder,
    SSHCertificateType,
    load_ssh_public_identity,
)
from typing_extensions import override

from intake.crypto.spoken import public_line
from intake.errors import CertificateRefused

ALGORITHM = b"ssh-ed25519-cert-v01@openssh.com"


@dataclass(frozen=True, repr=False)
class SigningKey:
    """An Ed25519 key that signs; its seed is the secret."""

    seed: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> "SigningKey":
        """Return a new key."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_seed(cls, seed: bytes) -> "SigningKey":
        """Return the key of a kept seed of 32 bytes."""
        Ed25519PrivateKey.from_private_bytes(seed)
        return cls(seed)

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return self._key.public_key().public_bytes_raw()

    @property
    def public_line(self) -> str:
        """The public key as OpenSSH writes it: ``ssh-ed25519 AAAA…``."""
        return public_line(self.public)

    def sign_raw(self, data: bytes) -> bytes:
        """Return the bare signature; ``sign`` is what others can check."""
        return self._key.sign(data)

    @property
    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @override
    def __repr__(self) -> str:
        return "SigningKey(…)"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a center says of a device's key; ``check`` proves that it said so."""

    blob: bytes = field(repr=False)
    public: bytes = field(repr=False)
    ca_public: bytes = field(repr=False)
    principals: tuple[str, ...]
    serial: int
    key_id: str
    valid_after: int
    valid_before: int

    @classmethod
    def parse(cls, blob: bytes) -> "Certificate":
        """Read a certificate and prove the center's signature on it.

        Raises:
            CertificateRefused: not one of ours in form, or the signature does not fit.
        """
        loaded = _loaded(blob)
        public, ca = loaded.public_key(), loaded.signature_key()
        if not (
            isinstance(public, Ed25519PublicKey) and isinstance(ca, Ed25519PublicKey)
        ):
            raise CertificateRefused(why="form")
        if loaded.type is not SSHCertificateType.USER or loaded.critical_options:
            raise CertificateRefused(why="form")
        return cls(
            blob=blob,
            public=public.public_bytes_raw(),
            ca_public=ca.public_bytes_raw(),
            principals=tuple(_text(name) for name in loaded.valid_principals),
            serial=loaded.serial,
            key_id=_text(loaded.key_id),
            valid_after=loaded.valid_after,
            valid_before=loaded.valid_before,
        )

    @property
    def line(self) -> str:
        """The certificate as OpenSSH keeps it in a ``-cert.pub`` file."""
        return f"{ALGORITHM.decode()} {base64.b64encode(self.blob).decode()}"

    def check_time(self, at: int) -> None:
        """Check that the certificate is valid at ``at`` (Unix seconds).

        Raises:
            CertificateRefused: too early or expired.
        """
        if at < self.valid_after:
            raise CertificateRefused(why="early", serial=self.serial)
        if at >= self.valid_before:
            raise CertificateRefused(why="expired", serial=self.serial)


def issue_certificate(
    ca: SigningKey,
    public: bytes,
    *,
    principal: str,
    serial: int,
    key_id: str,
    valid_after: int,
    valid_before: int,
) -> Certificate:
    """Return a certificate for ``public``, from ``valid_after`` until before ``valid_before``."""
    made = (
        SSHCertificateBuilder()
        .public_key(Ed25519PublicKey.from_public_bytes(public))
        .serial(serial)
        .type(SSHCertificateType.USER)
        .key_id(key_id.encode())
        .valid_principals([principal.encode()])
        .valid_after(valid_after)
        .valid_before(valid_before)
        .sign(Ed25519PrivateKey.from_private_bytes(ca.seed))
    )
    return Certificate.parse(base64.b64decode(made.public_bytes().split(b" ")[1]))


def _loaded(blob: bytes) -> SSHCertificate:
    line = ALGORITHM + b" " + base64.b64encode(blob)
    try:
        loaded = cast(
            "SSHCertificate", load_ssh_public_identity(line)
        )  # so says ALGORITHM
        loaded.verify_cert_signature()
    except (ValueError, UnsupportedAlgorithm) as error:
        raise CertificateRefused(why="form") from error
    except InvalidSignature as error:
        raise CertificateRefused(why="signature") from error
    return loaded


def _text(data: bytes) -> str:
    try:
        return bytes(data).decode()
    except UnicodeDecodeError as error:
        raise CertificateRefused(why="form") from error
