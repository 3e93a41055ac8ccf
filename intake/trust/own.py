"""What this laptop is and holds: its keys, its certificate, perhaps the center's CA.

* Secrets lie in the vault and nowhere else; ``repr`` shows ids only.
* The first laptop of a center makes the CA (인증 열쇠) and keeps it; the others never see it.
"""

import secrets
from dataclasses import dataclass, field
from typing import Final

from intake.crypto import (
    Certificate,
    PqIdentity,
    SigningKey,
    issue_certificate,
    sign,
)
from intake.errors import NotEnrolled
from intake.ledger import DeviceSigner
from intake.trust.signers import PRINCIPAL
from intake.vault import Vault

MONTHS_13: Final = 396 * 24 * 60 * 60
_DAY: Final = 24 * 60 * 60
_SEED = "trust/device-seed"
_IDENTITY = "trust/age-identity"
_CERTIFICATE = "trust/certificate"
_CA = "trust/ca-seed"


@dataclass(frozen=True, slots=True)
class Own:
    """This laptop, enrolled (이 기기)."""

    device: str
    center: str
    key: SigningKey = field(repr=False)
    certificate: Certificate = field(repr=False)
    identity: PqIdentity = field(repr=False)

    @property
    def identities(self) -> tuple[PqIdentity, ...]:
        """Every key that may open what was sealed to us."""
        return (self.identity,)

    @property
    def device_signer(self) -> DeviceSigner:
        """This laptop as the ledger's signer."""
        return DeviceSigner(self.key, self.certificate, self.device, self.center)

    def sign(self, namespace: str, message: bytes) -> str:
        """Return a signature with the certificate in it."""
        return sign(namespace, message, self.key, self.certificate)


def make_keys(vault: Vault) -> tuple[SigningKey, PqIdentity]:
    """Return this laptop's keys; they are made once."""
    seed, text = vault.secret(_SEED), vault.secret(_IDENTITY)
    if seed is not None and text is not None:
        return SigningKey.from_seed(seed), PqIdentity.parse(text.decode("ascii"))
    key, identity = SigningKey.generate(), PqIdentity.generate()
    with vault.writing():
        vault.keep_secret(_SEED, key.seed)
        vault.keep_secret(_IDENTITY, identity.text.encode("ascii"))
    return key, identity


def make_ca(vault: Vault) -> SigningKey:
    """Return a new CA, kept in the vault."""
    ca = SigningKey.generate()
    vault.keep_secret(_CA, ca.seed)
    return ca


def find_ca(vault: Vault) -> SigningKey | None:
    """Return the center's CA if this laptop holds it."""
    seed = vault.secret(_CA)
    return None if seed is None else SigningKey.from_seed(seed)


def keep_certificate(vault: Vault, certificate: Certificate) -> None:
    """Keep this laptop's certificate."""
    vault.keep_secret(_CERTIFICATE, certificate.blob)


def find_certificate(vault: Vault) -> Certificate | None:
    """Return this laptop's certificate, if its center has given one."""
    blob = vault.secret(_CERTIFICATE)
    return None if blob is None else Certificate.parse(blob)


def read_own(vault: Vault, center: str) -> Own:
    """Return this laptop.

    Raises:
        NotEnrolled: its center has not answered yet.
    """
    certificate = find_certificate(vault)
    if certificate is None:
        raise NotEnrolled(what="this-device")
    key, identity = make_keys(vault)
    return Own(vault.device_id, center, key, certificate, identity)


def certify(
    ca: SigningKey, public: bytes, device: str, code: str, seconds: int
) -> Certificate:
    """Return a certificate for thirteen months; a clock a day behind is forgiven."""
    return issue_certificate(
        ca,
        public,
        principal=f"{PRINCIPAL}{device}",
        serial=secrets.randbits(62) + 1,
        key_id=f"{code}/{device}",
        valid_after=seconds - _DAY,
        valid_before=seconds + MONTHS_13,
    )
