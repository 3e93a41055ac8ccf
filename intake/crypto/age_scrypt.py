"""Files that a passphrase opens (암호문구): one file for one person, never a bundle.

* scrypt with N = 2¹⁸, r = 8, p = 1: about a second and 256 MiB; more than 2²⁰ is refused,
  because a file could otherwise ask for all the memory there is.
* The passphrase is taken in NFC, as every keyboard here types it.
"""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from typing_extensions import override

from intake.crypto.age_header import SCRYPT, Stanza, b64, unb64
from intake.crypto.age_x25519 import unwrap_key, wrap_key
from intake.errors import Malformed, Oversized

WORK: Final = 18
WORK_LIMIT: Final = 20
_INFO = b"age-encryption.org/v1/scrypt"
_SALT = 16
_BLOCK = 8
_NUMBER = re.compile(r"[1-9][0-9]{0,9}", re.ASCII)


@dataclass(frozen=True, repr=False)
class Passphrase:
    """A passphrase as recipient and identity in one; it seals alone or not at all."""

    _text: str = field(repr=False)
    work: int = WORK
    family = SCRYPT

    @property
    def digest(self) -> str:
        """Nothing: a passphrase is in no list."""
        return ""

    def wrap(self, file_key: bytes) -> Stanza:
        """Return the file key as only this passphrase can read it."""
        salt = secrets.token_bytes(_SALT)
        return Stanza(
            (SCRYPT, b64(salt), str(self.work)),
            wrap_key(self._key(salt, self.work), file_key),
        )

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """Return the file key, or None where this is not the passphrase."""
        for stanza in stanzas:
            if stanza.kind == SCRYPT:
                return unwrap_key(self._key(*_asked(stanza)), stanza)
        return None

    def _key(self, salt: bytes, work: int) -> bytes:
        return hashlib.scrypt(
            unicodedata.normalize("NFC", self._text).encode(),
            salt=_INFO + salt,
            n=1 << work,
            r=_BLOCK,
            p=1,
            maxmem=(1 << work) * _BLOCK * 128 + (1 << 20),
            dklen=32,
        )

    @override
    def __repr__(self) -> str:
        return "Passphrase(…)"


def _asked(stanza: Stanza) -> tuple[bytes, int]:
    if len(stanza.args) != 3 or not _NUMBER.fullmatch(stanza.args[2]):  # noqa: PLR2004
        raise Malformed(what="seal-head")
    salt, work = unb64(stanza.args[1]), int(stanza.args[2])
    if len(salt) != _SALT:
        raise Malformed(what="seal-head")
    if work > WORK_LIMIT:
        raise Oversized(limit=WORK_LIMIT)
    return salt, work
