"""Canonical bytes and hashes: what is signed is spelled in exactly one way.

* Canonical JSON: keys sorted by code point, no spaces, UTF-8, text in NFC, whole numbers only.
* A fraction, a key that is not text, or two keys that become one in NFC has no canonical
  spelling and is refused with ``ValueError``.
* A leaf hashes ``0x00 ‖ salt ‖ body``, a segment ``0x01 ‖ header``: one is never the other.

>>> canonical_json({"b": [1, None, True], "a": "가"}).decode()
'{"a":"가","b":[1,null,true]}'
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable

_LEAF = b"\x00"
_SEGMENT = b"\x01"


def canonical_json(value: object) -> bytes:
    """Return the one canonical spelling of ``value``.

    Raises:
        ValueError: it holds something that has none; the message names only the kind.
    """
    try:
        _check(value)
        text = _spelled(value)
        if not unicodedata.is_normalized("NFC", text):
            text = _spelled(_composed(value))
        return text.encode()
    except (RecursionError, UnicodeEncodeError):
        raise ValueError("no canonical spelling") from None


def _spelled(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _check(value: object) -> None:
    if value is None or isinstance(value, (str, int)):
        return
    if isinstance(value, dict):
        for key, part in value.items():
            if not isinstance(key, str):
                raise ValueError(type(key).__name__)  # noqa: TRY004 - one class to catch
            _check(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            _check(part)
    else:
        raise ValueError(type(value).__name__)  # noqa: TRY004


def _composed(value: object) -> object:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        parts = {
            unicodedata.normalize("NFC", key): _composed(value[key]) for key in value
        }
        if len(parts) != len(value):
            raise ValueError("two keys are one")
        return parts
    if isinstance(value, (list, tuple)):
        return [_composed(part) for part in value]
    return value


def sha256(data: bytes) -> bytes:
    """Return the SHA-256 of ``data``."""
    return hashlib.sha256(data).digest()


def leaf(salt: bytes, body: bytes) -> bytes:
    """Return the hash that stands for an entry, whether its body travels or not (잎)."""
    return hashlib.sha256(_LEAF + salt + body).digest()


def segment_hash(header: bytes) -> bytes:
    """Return the name of a segment among all segments."""
    return hashlib.sha256(_SEGMENT + header).digest()


def leaves_digest(leaves: Iterable[bytes]) -> bytes:
    """Return the one hash of all leaves in their order."""
    return hashlib.sha256(b"".join(leaves)).digest()
