"""Who may sign (allowed_signers): OpenSSH's file, read as ``ssh-keygen -Y verify`` reads it, and stricter.

>>> signing_keys("other@ieum.example ssh-ed25519 AAAA", "policy@ieum.example", "intake-policy@v1")
frozenset()
"""

import base64
import binascii

from intake.crypto.spoken import KEY_KIND

_ROW = 2  # kind and key; what follows is somebody's remark


def signing_keys(text: str, principal: str, namespace: str) -> frozenset[bytes]:
    """Return the Ed25519 keys that ``principal`` may sign with in ``namespace``, in SSH's wire form.

    A line with any other restriction than that namespace is not taken: what it asks for would
    not be looked at here.
    """
    rows = (row.split() for row in text.splitlines())
    ours = (row[1:] for row in rows if row[:1] == [principal])
    return frozenset(key for row in ours if (key := _key(row, namespace)))


def _key(words: list[str], namespace: str) -> bytes:
    if words[:1] == [f'namespaces="{namespace}"']:
        words = words[1:]
    if len(words) < _ROW or words[0] != KEY_KIND.decode():
        return b""
    try:
        return base64.b64decode(words[1], validate=True)
    except binascii.Error:
        return b""
