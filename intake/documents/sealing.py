"""The seal of a center on a paper (전자서명): PAdES B-B by its key file, and nobody else's.

* ETSI EN 319 142-1, by the center's PKCS#12 file (GPKI and the like), never the device's key.
* A time stamp (RFC 3161) is a matter of its own: see ``intake.documents.stamping``.
* Nothing is fetched: no revocation list, no chain, no time server.
* A key file that is expired, not yet valid or opened with a wrong passphrase is refused before
  a byte of the paper is touched.
"""

import datetime as dt
import io
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, fields, signers

from intake.errors import SealRefused

FIELD = "Seal"
_SIGNING = frozenset({"digital_signature", "non_repudiation"})


@dataclass(frozen=True, slots=True)
class SealKey:
    """A center's opened key file."""

    signer: signers.SimpleSigner
    holder: str
    until: str  # the last day it is valid, ISO


def open_key(data: bytes, passphrase: str, today: dt.date) -> SealKey:
    """Open a PKCS#12 key file.

    Raises:
        SealRefused: it is no such file, the passphrase is wrong, the certificate is not valid
            today or is not for signing (facts: why, day).
    """
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(data, [], passphrase.encode())
    except (ValueError, TypeError):
        raise SealRefused(why="passphrase") from None
    if signer is None or signer.signing_cert is None:
        raise SealRefused(why="passphrase")
    _check(signer.signing_cert, today)
    return SealKey(signer, *_described(signer.signing_cert))


def _check(certificate: Any, today: dt.date) -> None:  # noqa: ANN401 - asn1crypto is untyped
    valid = certificate["tbs_certificate"]["validity"]
    first, last = (valid[end].native.date() for end in ("not_before", "not_after"))
    if not first <= today <= last:
        why, day = ("expired", last) if today > last else ("not-yet", first)
        raise SealRefused(why=why, day=day.isoformat())
    use = certificate.key_usage_value
    if use is not None and not use.native & _SIGNING:
        raise SealRefused(why="purpose")


def _described(certificate: Any) -> tuple[str, str]:  # noqa: ANN401 - asn1crypto is untyped
    """Return whose a certificate is, and the last day it is valid."""
    last = certificate["tbs_certificate"]["validity"]["not_after"].native.date()
    return str(certificate.subject.human_friendly), last.isoformat()


def sealed(
    pdf: bytes, key: SealKey, *, reason: str = "", passphrase: str = ""
) -> bytes:
    """Return a paper with the center's seal; every byte before it stays as it was.

    ``passphrase`` opens a paper that was locked.
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    if passphrase:
        writer.encrypt(passphrase.encode())  # type: ignore[no-untyped-call]
    said = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=reason or None,
    )
    out = signers.sign_pdf(writer, said, signer=key.signer)
    data: bytes = out.getvalue()
    return data
