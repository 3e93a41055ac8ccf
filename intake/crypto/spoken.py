"""Keys as people compare them: on a line, as a fingerprint, as words over the telephone.

* Words stand for the SHA-256 of what is compared, 11 bits each; six words are 66 bits.
* The lists are BIP-39's, 2,048 words a language, in an order that never changes.
* Two people compare words of one language; Korean unless they choose otherwise.

>>> words(b"center card", count=3, language="en")
('basic', 'border', 'choose')
"""

import base64
import hashlib
from functools import cache
from typing import Final

from intake.crypto.wire import string

KEY_KIND: Final = b"ssh-ed25519"
_LISTS = {"ko": "korean.txt", "en": "english.txt"}
_BITS = 11
_ALL = 256


def public_blob(public: bytes) -> bytes:
    """Return an Ed25519 public key in SSH's wire form."""
    return string(KEY_KIND) + string(public)


def public_line(public: bytes) -> str:
    """Return the key as OpenSSH writes it: ``ssh-ed25519 AAAA…``."""
    return f"{KEY_KIND.decode()} {base64.b64encode(public_blob(public)).decode()}"


def fingerprint(public: bytes) -> str:
    """Return what ``ssh-keygen -l`` shows for the key: ``SHA256:…``."""
    digest = hashlib.sha256(public_blob(public)).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def words(data: bytes, count: int = 6, language: str = "ko") -> tuple[str, ...]:
    """Return the words two people read to each other; at most 23 of them."""
    if not 0 < count <= _ALL // _BITS:
        raise ValueError(count)
    number = int.from_bytes(hashlib.sha256(data).digest(), "big")
    listed = _listed(language)
    places = (number >> _ALL - _BITS * (at + 1) for at in range(count))
    return tuple(listed[place & ((1 << _BITS) - 1)] for place in places)


@cache
def _listed(language: str) -> tuple[str, ...]:
    # not at the top: Fluent, which comes along, would be half of this room's start-up
    from intake.text.place import resource  # noqa: PLC0415

    text = resource("words", _LISTS[language]).read_text("utf-8")
    return tuple(text.splitlines())
