"""What a certificate says of itself (인증서 읽기): whose it is, who gave it, until when.

* Nothing is proven here: whether it is to be believed is for a person, who compares the digits
  with what its holder says on the telephone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from asn1crypto import pem, x509

from intake.errors import NotAPaper

MAX_FILE: Final = 1 << 20
_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class RootFound:
    """One certificate of a file."""

    holder: str
    issuer: str
    until: str  # the last day it is valid, ISO
    sha256: str
    data: bytes  # DER


def roots_in(data: bytes) -> tuple[RootFound, ...]:
    """Return the certificates of a file, PEM or DER, one or several.

    Raises:
        NotAPaper: it is no certificate, or has too many (``why`` is ``root``).
    """
    try:
        found = tuple(_read(data))
    except Exception:  # noqa: BLE001 - whatever a parser says of hostile bytes: none
        raise NotAPaper(why="root") from None
    if not 0 < len(found) <= _MOST or len(data) > MAX_FILE:
        raise NotAPaper(why="root")
    return found


def _read(data: bytes) -> Iterator[RootFound]:
    every = [one for _, _, one in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]  # fmt: skip
    for one in every[: _MOST + 1]:
        found = x509.Certificate.load(one, strict=True)
        _ = found.native  # looked at as a whole: half a certificate is none
        until = found["tbs_certificate"]["validity"]["not_after"].native.date()
        yield RootFound(
            str(found.subject.human_friendly),
            str(found.issuer.human_friendly),
            until.isoformat(),
            sha256(one).hexdigest(),
            one,
        )
