"""Time stamps (시점확인) of RFC 3161: asked for by hash, carried on a stick, proven on return.

* A request holds the SHA-256, a nonce and the wish for certificates; no byte of the file.
* An answer counts when it is granted, speaks of the same hash and nonce, and its signature
  is proven up to the root that came with it or was handed beside it.
* Whether that root is to be believed is a fact for a person, not decided here.
* Authorities write the set of certificates in any order; the parser wants DER's. The set is
  not signed, so it is put in order before it is read.

>>> ask = stamp_request("00" * 32, nonce=7)
>>> ask.hex()[:8], len(ask)
('303a0201', 60)
"""

import base64
import datetime as dt
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from rfc3161_client import (
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from intake.clock import utc
from intake.errors import StampRefused

LONGEST: Final = 11_900  # an answer is a few KiB; in text it must fit one field
_SHA256_OID: Final = "2.16.840.1.101.3.4.2.1"
_SHA256_DER: Final = bytes.fromhex("300d06096086480165030402010500")
_GRANTED: Final = 0
_SETS: Final = (0xA0, 0x31)  # certificates; digest algorithms and signers


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a proven time stamp says."""

    sha256: str
    nonce: str
    at: str  # UTC
    authority: str  # the subject of the certificate that signed
    root: str  # the certificate the proof ends at
    policy: str
    serial: str
    token: bytes

    @property
    def text(self) -> str:
        """The token in base64, as it is kept."""
        return base64.b64encode(self.token).decode("ascii")


def new_nonce() -> str:
    """Return a number that no other request has, as text."""
    return str(secrets.randbits(63) | 1 << 62)


def stamp_request(sha256: str, nonce: int) -> bytes:
    """Return the request (``.tsq``) for a hash."""
    imprint = _der(0x30, _SHA256_DER + _der(0x04, bytes.fromhex(sha256)))
    wish = _der(0x01, b"\xff")  # certReq: send the certificates along
    return _der(0x30, _der_int(1) + imprint + _der_int(nonce) + wish)


def stamped_hash(answer: bytes) -> tuple[str, str]:
    """Return hash and nonce an answer speaks of, before anything is proven.

    Raises:
        StampRefused: it is no answer, or was not granted.
    """
    with _our_errors():
        return _hash_in(answer)


def _hash_in(answer: bytes) -> tuple[str, str]:
    info = _read(answer).tst_info
    imprint = info.message_imprint
    if imprint.hash_algorithm.dotted_string != _SHA256_OID:
        raise StampRefused(why="hash")
    return imprint.message.hex(), str(info.nonce or "")


def read_stamp(
    answer: bytes, sha256: str, nonce: str, authorities: Sequence[bytes] = ()
) -> Stamp:
    """Return what an answer (``.tsr``) says, once its signature is proven.

    Args:
        answer: the file that came back.
        sha256: the hash that was asked for.
        nonce: the number that was asked with.
        authorities: certificates handed beside it, PEM or DER, where it brings none.

    Raises:
        StampRefused: why = format, status, hash, nonce, chain or signature.
    """
    with _our_errors():
        return _stamp_in(answer, sha256, nonce, authorities)


def _stamp_in(
    answer: bytes, sha256: str, nonce: str, authorities: Sequence[bytes]
) -> Stamp:
    response = _read(answer)
    if _hash_in(answer)[0] != sha256:
        raise StampRefused(why="hash")
    if str(response.tst_info.nonce or "") != nonce:
        raise StampRefused(why="nonce")
    inside = _certificates(response.signed_data.certificates)
    known = (*inside, *_certificates(authorities))
    root = _prove(response, sha256, known)
    info = response.tst_info
    return Stamp(
        sha256=sha256,
        nonce=nonce,
        at=utc(_ms(info.gen_time)),
        authority=_signer(response, known).subject.rfc4514_string(),
        root=root.subject.rfc4514_string(),
        policy=info.policy.dotted_string,
        serial=str(info.serial_number),
        token=response.time_stamp_token(),
    )


def _ms(moment: dt.datetime) -> int:
    return round(moment.timestamp() * 1000)


@contextmanager
def _our_errors() -> Iterator[None]:
    """Say what the parser finds wrong, now or when a part is first looked at, in our words."""
    try:
        yield
    except StampRefused:
        raise
    except Exception as error:  # whatever a parser says of hostile bytes: no answer
        raise StampRefused(why="format") from error


def _read(answer: bytes) -> TimeStampResponse:
    response = decode_timestamp_response(_in_order(answer))
    status = response.status
    if status != _GRANTED:
        raise StampRefused(why="status", status=status)
    return response


def _signer(
    response: TimeStampResponse, known: Sequence[x509.Certificate]
) -> x509.Certificate:
    for info in response.signed_data.signer_infos:
        for one in known:
            if one.serial_number == info.serial_number and one.issuer == info.issuer:
                return one
    raise StampRefused(why="chain")


def _prove(
    response: TimeStampResponse, sha256: str, known: Sequence[x509.Certificate]
) -> x509.Certificate:
    """Return the self-issued certificate that the signature is proven up to."""
    leaf = _signer(response, known)
    roots = [one for one in known if one.issuer == one.subject and one != leaf]
    between = [one for one in known if one not in roots and one != leaf]
    if not roots:
        raise StampRefused(why="chain")
    for root in roots:
        verifier = VerifierBuilder(
            roots=[root], intermediates=between, tsa_certificate=leaf
        ).build()
        try:
            verifier.verify(response, bytes.fromhex(sha256))
        except (VerificationError, ValueError):
            continue
        return root
    raise StampRefused(why="signature")


def _certificates(found: Sequence[bytes] | set[bytes]) -> tuple[x509.Certificate, ...]:
    """Read certificates, PEM or DER, one or several in a file."""
    read: dict[bytes, x509.Certificate] = {}
    for data in found:
        try:
            some = (
                x509.load_pem_x509_certificates(data)
                if b"-----BEGIN" in data
                else [x509.load_der_x509_certificate(data)]
            )
        except ValueError as error:
            raise StampRefused(why="certificate") from error
        read |= {one.public_bytes(Encoding.DER): one for one in some}
    return tuple(read.values())


# --- a little DER ----------------------------------------------------------------


class _Piece(NamedTuple):
    tag: int
    start: int
    inside: int
    end: int


def _der(tag: int, body: bytes) -> bytes:
    return bytes((tag, len(body))) + body  # a request is shorter than 128 bytes


def _der_int(value: int) -> bytes:
    return _der(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _piece(data: bytes, at: int, limit: int) -> _Piece:
    size, inside = data[at + 1], at + 2
    if size & 0x80:
        digits = size & 0x7F
        size = int.from_bytes(data[inside : inside + digits], "big")
        inside += digits
    if inside + size > limit:
        raise StampRefused(why="format")
    return _Piece(data[at], at, inside, inside + size)


def _pieces(data: bytes, of: _Piece) -> Iterator[_Piece]:
    at = of.inside
    while at < of.end:
        piece = _piece(data, at, of.end)
        yield piece
        at = piece.end


def _in_order(answer: bytes) -> bytes:
    """Return the answer with the sets of its signed data in the order of DER."""
    if not 0 < len(answer) <= LONGEST:
        raise StampRefused(why="format")
    parts = list(_pieces(answer, _piece(answer, 0, len(answer))))
    if len(parts) < 2:  # noqa: PLR2004 - a refusal has a status and no token
        return answer
    content = list(_pieces(answer, parts[1]))
    signed = next(_pieces(answer, content[1]))
    for piece in list(_pieces(answer, signed)):
        if piece.tag in _SETS:
            inner = sorted(answer[p.start : p.end] for p in _pieces(answer, piece))
            answer = answer[: piece.inside] + b"".join(inner) + answer[piece.end :]
    return answer
