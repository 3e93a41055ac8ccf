"""A center's key file (인증서 파일, PKCS#12): opened, or refused with the reason why not.

* At most 1 MiB. How often its passphrase is to be hashed is read first: a file that asks for
  hours of that is refused before any.
* Nothing of it is kept, and no word of it stands in a refusal.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from asn1crypto import pkcs12
from pyhanko.sign import signers

from intake.errors import SealRefused

MAX_FILE: Final = 1 << 20
_ROUNDS: Final = 2_000_000
_SIGNING: Final = frozenset({"digital_signature", "non_repudiation"})
_ENCRYPTED: Final = "encrypted_data"


@dataclass(frozen=True, slots=True)
class SealKey:
    """A center's opened key file."""

    signer: signers.SimpleSigner
    holder: str
    until: str  # the last day it is valid, ISO


def open_key(data: bytes, passphrase: str, today: dt.date) -> SealKey:
    """Open a PKCS#12 key file.

    Raises:
        SealRefused: it is no such file, the passphrase is wrong, there is no key or no certificate
            in it, the certificate is not valid today or is not for signing (facts: why, day).
    """
    _check_form(data)
    signer = _opened(data, passphrase)
    certificate: Any = signer.signing_cert
    _check(certificate, today)
    last = certificate["tbs_certificate"]["validity"]["not_after"].native.date()
    return SealKey(signer, str(certificate.subject.human_friendly), last.isoformat())


def _check_form(data: bytes) -> None:
    if len(data) > MAX_FILE:
        raise SealRefused(why="too-large")
    try:
        rounds = max(_rounds(pkcs12.Pfx.load(data, strict=True)), default=0)
    except Exception:  # noqa: BLE001 - whatever a parser says of hostile bytes: no key file
        raise SealRefused(why="format") from None
    if rounds > _ROUNDS:
        raise SealRefused(why="costly")


def _rounds(file: Any) -> Iterator[int]:  # noqa: ANN401 - asn1crypto is untyped
    """Yield how often a passphrase is hashed, wherever that can be seen without it."""
    mac = file["mac_data"]
    if mac.native is not None:
        yield int(mac["iterations"].native)
    for info in file.authenticated_safe:
        content = info["content"]
        if info["content_type"].native == _ENCRYPTED:
            yield _asked(content["encrypted_content_info"]["content_encryption_algorithm"])  # fmt: skip
        elif info["content_type"].native == "data":
            for bag in pkcs12.SafeContents.load(content.native):
                if bag["bag_id"].native == "pkcs8_shrouded_key_bag":
                    yield _asked(bag["bag_value"]["encryption_algorithm"])


def _asked(algorithm: Any) -> int:  # noqa: ANN401 - asn1crypto is untyped
    if algorithm["algorithm"].native == "pbes2" and algorithm.kdf == "pbkdf2":
        return int(algorithm.kdf_iterations)
    told = algorithm["parameters"].native or {}
    return int(told.get("iterations", 0)) if hasattr(told, "get") else 0


def _opened(data: bytes, passphrase: str) -> signers.SimpleSigner:
    try:
        secret = passphrase.encode() or None
        signer: signers.SimpleSigner = signers.SimpleSigner.load_pkcs12_data(data, [], secret)  # fmt: skip
    except ValueError:
        raise SealRefused(why="passphrase") from None
    except Exception:  # noqa: BLE001 - it opened, and there was no key to translate
        raise SealRefused(why="no-key") from None
    if signer.signing_cert is None or signer.signing_key is None:
        raise SealRefused(why="no-key")
    return signer


def _check(certificate: Any, today: dt.date) -> None:  # noqa: ANN401 - asn1crypto is untyped
    valid = certificate["tbs_certificate"]["validity"]
    first, last = (valid[end].native.date() for end in ("not_before", "not_after"))
    if not first <= today <= last:
        why, day = ("expired", last) if today > last else ("not-yet", first)
        raise SealRefused(why=why, day=day.isoformat())
    use = certificate.key_usage_value
    if use is not None and not use.native & _SIGNING:
        raise SealRefused(why="purpose")
