"""Whether a paper is as it was sealed (서명 확인): who, when, and whether a byte was changed since.

* Read by pyHanko as a stock reader reads it; nothing is fetched. Whose the certificate is can
  only be said where its issuer is among the roots that were given.
* A file that is no PDF, or was cut off, has no seal; nothing in it is run, and what is packed in
  it is unpacked within bounds only.
* What came after a seal is told apart: another seal or a time stamp leaves the paper as it was;
  anything else may show something that was never sealed (a shadow attack), and says so.
"""

import io
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from asn1crypto import pem, x509
from pyhanko.pdf_utils.crypt import AuthStatus
from pyhanko.pdf_utils.decode_limits import (
    DecodeLimits,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    extract_contents,
)
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from intake.errors import IntakeError, NotAPaper

# It writes whose certificate it doubts; the answer says so, and a log is public.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)

_LIMITS: Final = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=64 << 20),
    document_budget=DocumentDecodeBudget(base_allowance=256 << 20, max_ratio=8),
)
_MOST_SEALS: Final = 20
_PARTS: Final = 4  # of a byte range
_MOST_ROOTS: Final = 50
_KNOWN: Final = frozenset(one.value for one in SigSeedSubFilter)


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
    state: str = ""  # intact | followed | replaced | partial | changed


def seals_of(pdf: bytes, roots: Iterable[bytes] = (), passphrase: str = "") -> tuple[SealFound, ...]:  # fmt: skip
    """Return the seals of a paper; ``roots`` are certificates in PEM or DER.

    Raises:
        NotAPaper: it is no PDF, it is locked and the passphrase does not open it, a root is no
            certificate (why).
    """
    trusted = list(_roots(roots))
    try:
        found, waits = _embedded(opened(pdf, passphrase))
        read = [_read(one, trusted) for one in found]
        return tuple(_closed(read, ended=_is_end(waits, pdf)))
    except IntakeError:
        raise
    except Exception:  # noqa: BLE001 - whatever a reader says of hostile bytes: no paper
        raise NotAPaper(why="not-a-paper") from None


def _embedded(reader: PdfFileReader) -> tuple[list[EmbeddedPdfSignature], list[int]]:
    """Return the signatures of a paper in their order; and what a room that waits covers."""
    found, waits = [], []
    for at, (name, reference, field) in enumerate(enumerate_sig_fields(reader, filled_status=True)):  # fmt: skip
        told = reference.get_object()
        if at >= _MOST_SEALS:
            raise NotAPaper(why="not-a-paper")
        if str(told.get("/SubFilter", "")) not in _KNOWN:
            continue
        if extract_contents(told).strip(b"\0"):
            found.append(EmbeddedPdfSignature(reader, field, name))
        else:
            waits = [int(one) for one in told["/ByteRange"]]
    return sorted(found, key=lambda one: one.signed_revision), waits


def _is_end(covered: list[int], pdf: bytes) -> bool:
    """Whether room for a stamp is the last thing in a paper, and holds nothing."""
    if len(covered) != _PARTS:
        return False
    first, start, end, rest = covered
    inside = pdf[start + 1 : end - 1] if 0 < start < end else b"?"
    return first == 0 and end + rest == len(pdf) and not inside.strip(b"0")


def _closed(read: list[SealFound], *, ended: bool) -> Iterator[SealFound]:
    """Yield the seals; where the last thing of a file is none of them, more was put behind."""
    ended = ended or any(one.whole for one in read)
    for one in read:
        loose = one.state == "followed" and not ended
        yield replace(one, state="replaced") if loose else one


def opened(pdf: bytes, passphrase: str = "") -> PdfFileReader:
    """Return a paper opened for reading.

    Raises:
        NotAPaper: it is locked, and the passphrase does not open it.
    """
    reader = PdfFileReader(io.BytesIO(pdf), decode_limits=_LIMITS)
    if reader.encrypted:
        try:
            told = reader.decrypt(passphrase.encode()).status
        except Exception:  # noqa: BLE001 - locked in a way that nobody here knows
            told = AuthStatus.FAILED
        if told is AuthStatus.FAILED:
            raise NotAPaper(why="locked")
    return reader


def _roots(given: Iterable[bytes]) -> Iterable[x509.Certificate]:
    """Yield certificates; a file may hold several."""
    for data in given:
        try:
            every = [one for _, _, one in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]  # fmt: skip
            for one in every[:_MOST_ROOTS]:
                found = x509.Certificate.load(one, strict=True)
                _ = found.native  # looked at as a whole: half a certificate is none
                yield found
        except Exception:  # noqa: BLE001 - whatever a parser says of hostile bytes
            raise NotAPaper(why="root") from None


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
        state=_state(status),
    )


def _state(status: Any) -> str:  # noqa: ANN401 - pyHanko's own
    """Say what became of a paper since this seal."""
    if not (status.intact and status.valid):
        return "changed"
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return "intact"
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return "partial"
    level = status.modification_level
    harmless = level is not None and level <= ModificationLevel.FORM_FILLING
    return "followed" if harmless else "replaced"
