"""Whether a paper is as it was sealed (서명 확인): who, when, and whether a byte was changed since.

* Read by pyHanko as a stock reader reads it; nothing is fetched. Whose the certificate is can
  only be said where its issuer is among the roots that were given.
* A file that is no PDF, or was cut off, has no seal; nothing in it is run.
"""

import io
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from intake.errors import NotAPaper

# It writes whose certificate it doubts; the answer says so, and a log is public.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class SealFound:
    """One seal or time stamp, in the order they were put on."""

    kind: str  # seal | stamp
    by: str
    issuer: str
    said_at: str  # what the seal says of itself, ISO; proves nothing without a stamp
    intact: bool  # not a byte that it covers was changed
    whole: bool  # it covers everything that is in the file
    trusted: bool  # its issuer is among the roots that were given


def seals_of(pdf: bytes, roots: Iterable[bytes] = (), passphrase: str = "") -> tuple[SealFound, ...]:  # fmt: skip
    """Return the seals of a paper; ``roots`` are certificates in PEM or DER.

    Raises:
        NotAPaper: it is no PDF, or it is locked and the passphrase does not open it.
    """
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        if reader.encrypted:
            reader.decrypt(passphrase.encode())
        found = tuple(reader.embedded_signatures)
        trusted = [_certificate(one) for one in roots]
        return tuple(_read(one, trusted) for one in found)
    except Exception:  # noqa: BLE001 - whatever a reader says of hostile bytes: no paper
        raise NotAPaper(why="not-a-paper") from None


def _certificate(data: bytes) -> x509.Certificate:
    if pem.detect(data):
        _, _, data = pem.unarmor(data)
    return x509.Certificate.load(data)


def _read(one: Any, roots: list[x509.Certificate]) -> SealFound:  # noqa: ANN401 - pyHanko's own
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    is_stamp = one.sig_object.get("/Type") == "/DocTimeStamp"
    status: Any = (
        validate_pdf_timestamp(one, validation_context=context)
        if is_stamp
        else validate_pdf_signature(one, signer_validation_context=context)
    )
    signer = one.signer_cert
    when = status.timestamp if is_stamp else one.self_reported_timestamp
    return SealFound(
        "stamp" if is_stamp else "seal",
        str(signer.subject.human_friendly),
        str(signer.issuer.human_friendly),
        when.isoformat() if when else "",
        intact=bool(status.intact and status.valid),
        whole=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        trusted=bool(status.trusted),
    )
