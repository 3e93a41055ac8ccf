"""The signature of a policy (``policy.toml.sig``): what ``ssh-keygen -Y verify`` accepts, we do.

>>> NAMESPACE
'intake-policy@v1'
"""

from pathlib import Path
from typing import Final

from intake.crypto import checked_signature, fingerprint
from intake.crypto.signers import signing_keys
from intake.crypto.spoken import public_blob
from intake.errors import Untrusted

NAMESPACE: Final = "intake-policy@v1"
PRINCIPAL: Final = "policy@ieum.example"
_MOST = 64 * 1024


def signed_by(file: Path, data: bytes, signers: Path) -> tuple[str, str]:
    """Return signed, unsigned, forged or stranger, and the fingerprint of the key."""
    try:
        armored = file.with_name(file.name + ".sig").read_bytes()[:_MOST].decode("ascii")  # fmt: skip
    except (OSError, ValueError):
        return "unsigned", ""
    try:
        signature = checked_signature(NAMESPACE, data, armored)
    except Untrusted:
        return "forged", ""
    key = fingerprint(signature.public)
    known = public_blob(signature.public) in known_keys(signers)
    return ("signed" if known else "stranger"), key


def known_keys(signers: Path) -> frozenset[bytes]:
    """Return the keys that may sign a policy; a file that cannot be read names none."""
    try:
        return signing_keys(signers.read_text("utf-8-sig"), PRINCIPAL, NAMESPACE)
    except (OSError, ValueError):
        return frozenset()
