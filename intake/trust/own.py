"""What this laptop is and holds: its keys, its certificate, perhaps the center's CA.

* Secrets lie in the vault and nowhere else; ``repr`` shows ids only.
* The first laptop of a center makes the CA (인증 열쇠) and keeps it; the others never see it.
"""

import json
import secrets
from dataclasses import dataclass, field
from typing import Any, Final

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
_FORMER = "trust/age-former"
_NEXT_SEED = "trust/device-seed-next"
_NEXT_IDENTITY = "trust/age-identity-next"
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
    former: tuple[PqIdentity, ...] = field(default=(), repr=False)

    @property
    def identities(self) -> tuple[PqIdentity, ...]:
        """Every key that may open what was sealed to us, the one of today first."""
        return (self.identity, *self.former)

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


def next_keys(vault: Vault) -> tuple[SigningKey, PqIdentity]:
    """Return new keys, to be asked a certificate for; those of today stay until it comes."""
    seed, text = vault.secret(_NEXT_SEED), vault.secret(_NEXT_IDENTITY)
    if seed and text:
        return SigningKey.from_seed(seed), PqIdentity.parse(text.decode("ascii"))
    key, identity = SigningKey.generate(), PqIdentity.generate()
    with vault.writing():
        vault.keep_secret(_NEXT_SEED, key.seed)
        vault.keep_secret(_NEXT_IDENTITY, identity.text.encode("ascii"))
    return key, identity


def find_key(vault: Vault, public: bytes) -> SigningKey | None:
    """Return this laptop's key of today or its next one, where it has this public half."""
    for name in (_SEED, _NEXT_SEED):
        seed = vault.secret(name)
        if seed and (key := SigningKey.from_seed(seed)).public == public:
            return key
    return None


def take_next_keys(vault: Vault, public: bytes, until_ms: int) -> None:
    """Use the next keys from now on, where they are the ones that were certified.

    What was sealed to the former key opens until a moment.
    """
    seed, text = vault.secret(_NEXT_SEED), vault.secret(_NEXT_IDENTITY)
    if not (seed and text) or SigningKey.from_seed(seed).public != public:
        return
    _, today = make_keys(vault)
    kept = [*_former(vault), {"text": today.text, "until": until_ms}]
    with vault.writing():
        vault.keep_secret(_FORMER, json.dumps(kept).encode("ascii"))
        vault.keep_secret(_SEED, seed)
        vault.keep_secret(_IDENTITY, text)
        for name in (_NEXT_SEED, _NEXT_IDENTITY):
            vault.keep_secret(name, b"")


def renew_identity(vault: Vault, until_ms: int) -> PqIdentity:
    """Make a new key to seal to; the one of today opens what was sealed to it until a moment.

    What is still on its way to it after that moment is opened by nobody any more.
    """
    _, today = make_keys(vault)
    identity = PqIdentity.generate()
    kept = [*_former(vault), {"text": today.text, "until": until_ms}]
    with vault.writing():
        vault.keep_secret(_FORMER, json.dumps(kept).encode("ascii"))
        vault.keep_secret(_IDENTITY, identity.text.encode("ascii"))
    return identity


def former_identities(vault: Vault, now_ms: int) -> tuple[PqIdentity, ...]:
    """Return the keys of before that still open, and destroy those whose time is over."""
    kept = _former(vault)
    alive = [one for one in kept if one["until"] > now_ms]
    if len(alive) != len(kept):
        with vault.writing():
            vault.keep_secret(_FORMER, json.dumps(alive).encode("ascii"))
    return tuple(PqIdentity.parse(str(one["text"])) for one in reversed(alive))


def _former(vault: Vault) -> list[dict[str, Any]]:
    kept = vault.secret(_FORMER)
    told: list[dict[str, Any]] = json.loads(kept) if kept is not None else []
    return told


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


def read_own(vault: Vault, center: str, now_ms: int) -> Own:
    """Return this laptop as it is now.

    Raises:
        NotEnrolled: its center has not answered yet.
    """
    certificate = find_certificate(vault)
    if certificate is None:
        raise NotEnrolled(what="this-device")
    key, identity = make_keys(vault)
    former = former_identities(vault, now_ms)
    return Own(vault.device_id, center, key, certificate, identity, former)


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
