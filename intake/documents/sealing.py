"""The seal of a center on a paper (전자서명): PAdES B-B by its key file, and nobody else's.

* ETSI EN 319 142-1, by the center's PKCS#12 file (GPKI and the like), never the device's key.
* A time stamp (RFC 3161) is a matter of its own: see ``intake.documents.stamp_room``.
* Nothing is fetched: no revocation list, no chain, no time server.
* A sealed paper is read again before anybody gets it: a key that does not belong to its
  certificate makes a seal that holds for nobody.
"""

import io

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, fields, signers

from intake.documents.key_file import SealKey, open_key
from intake.documents.seal_reading import seals_of
from intake.errors import NotAPaper, SealRefused

__all__ = ["FIELD", "SealKey", "open_key", "sealed"]

FIELD = "Seal"


def sealed(
    pdf: bytes, key: SealKey, *, reason: str = "", passphrase: str = ""
) -> bytes:
    """Return a paper with the center's seal; every byte before it stays as it was.

    ``passphrase`` opens a paper that was locked.

    Raises:
        SealRefused: the key does not belong to its certificate, or cannot sign a paper.
    """
    said = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=reason or None,
    )
    try:
        writer = opened_for_more(pdf, passphrase)
        data: bytes = signers.sign_pdf(writer, said, signer=key.signer).getvalue()
        (found,) = seals_of(data, passphrase=passphrase)
    except (ValueError, NotImplementedError, NotAPaper):
        raise SealRefused(why="mismatch") from None
    if not (found.intact and found.whole):
        raise SealRefused(why="mismatch")
    return data


def opened_for_more(pdf: bytes, passphrase: str) -> IncrementalPdfFileWriter:
    """Return a paper to which something is added behind its last byte."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    if passphrase:
        writer.encrypt(passphrase.encode())  # type: ignore[no-untyped-call]
    return writer
