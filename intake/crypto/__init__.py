"""The only room with cryptography in it (암호): seals, signatures, canonical bytes."""

from intake.crypto.age_parties import Identity, Recipient
from intake.crypto.age_pq import PqIdentity, PqRecipient
from intake.crypto.age_scrypt import Passphrase
from intake.crypto.age_x25519 import X25519Identity, X25519Recipient
from intake.crypto.digest import (
    canonical_json,
    leaf,
    leaves_digest,
    segment_hash,
    sha256,
)
from intake.crypto.envelope import AgeEnvelope, Envelope, profile_of
from intake.crypto.seal import SealReader, SealWriter, open_bytes, seal_bytes
from intake.crypto.sign import (
    Certificate,
    Signature,
    Signer,
    SigningKey,
    allowed_signers,
    checked_signature,
    fingerprint,
    issue_certificate,
    read_signature,
    sign,
    verify,
)
from intake.crypto.spoken import words
from intake.crypto.spoken import words as fingerprint_words

__all__ = [
    "AgeEnvelope",
    "Certificate",
    "Envelope",
    "Identity",
    "Passphrase",
    "PqIdentity",
    "PqRecipient",
    "Recipient",
    "SealReader",
    "SealWriter",
    "Signature",
    "Signer",
    "SigningKey",
    "X25519Identity",
    "X25519Recipient",
    "allowed_signers",
    "canonical_json",
    "checked_signature",
    "fingerprint",
    "fingerprint_words",
    "issue_certificate",
    "leaf",
    "leaves_digest",
    "open_bytes",
    "profile_of",
    "read_signature",
    "seal_bytes",
    "segment_hash",
    "sha256",
    "sign",
    "verify",
    "words",
]
