"""The signature of a policy (``policy.toml.sig``): what ``ssh-keygen -Y verify`` accepts, we do.

>>> NAMESPACE
'intake-policy@v1'
"""

import base64
import binascii
from pathlib import Path
from typing import Final

from intake.crypto import checked_signature, fingerprint
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


def known_keys(signers: Path) -> set[bytes]:
    """Return the keys that an ``allowed_signers`` file lets sign a policy.

    A line with any other restriction than our namespace is not taken: what it asks for would
    not be looked at here.
    """
    try:
        rows = signers.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError):
        return set()
    return {key for row in rows if (key := _key(row.split()))}


def _key(words: list[str]) -> bytes:
    if words[:1] != [PRINCIPAL]:
        return b""
    rest = words[1:]
    if rest[:1] == [f'namespaces="{NAMESPACE}"']:
        rest = rest[1:]
    if len(rest) < 2 or rest[0] != "ssh-ed25519":  # noqa: PLR2004 - kind, key
        return b""
    try:
        return base64.b64decode(rest[1], validate=True)
    except binascii.Error:
        return b""
