"""Sign and check, in the form ``ssh-keygen -Y`` reads (서명): SSHSIG with the certificate inside.

* A namespace says what a signature is for; it fits nothing else (``intake-bundle@v1``).
* The signer's certificate travels as the signature's public key, so a reader needs to know
  only the centers.
* A check by hand, with a line of ``allowed_signers`` in a file::

      ssh-keygen -Y verify -f allowed -I dev:incheon-3 -n intake-bundle@v1 -s x.sig < x

* Checked in this order: form, namespace, the signature itself, whose certificate, whom it
  names, when. Nothing is read from a certificate that no known center signed.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from intake.crypto.certificate import (
    ALGORITHM,
    Certificate,
    SigningKey,
    issue_certificate,
)
from intake.crypto.spoken import KEY_KIND, fingerprint, public_blob, public_line, words
from intake.crypto.wire import Strings, string
from intake.errors import BadSignature, CertificateRefused, UnknownDevice

__all__ = [
    "Certificate",
    "Signature",
    "Signer",
    "SigningKey",
    "allowed_signers",
    "checked_signature",
    "fingerprint",
    "issue_certificate",
    "read_signature",
    "sign",
    "verify",
    "words",
]

SIGNATURE_LIMIT: Final = 16 * 1024
_MAGIC = b"SSHSIG"
_VERSION = 1
_HASH = "sha512"
_HASHES = ("sha256", "sha512")
_BEGIN = "-----BEGIN SSH SIGNATURE-----\n"
_END = "-----END SSH SIGNATURE-----\n"
_COLUMNS = 70
_PUBLIC = 32
_QUOTABLE = re.compile(r"[A-Za-z0-9@._:/*?!,-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature as read; it proves nothing before it is checked against a message."""

    public: bytes = field(repr=False)
    certificate: Certificate | None
    namespace: str
    hash_name: str
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, as a known center's certificate names them."""

    principal: str
    serial: int
    public: bytes = field(repr=False)
    ca_public: bytes = field(repr=False)


def sign(
    namespace: str,
    message: bytes,
    key: SigningKey,
    certificate: Certificate | None = None,
) -> str:
    """Return the armored signature of ``message``."""
    shown = certificate.blob if certificate else public_blob(key.public)
    raw = key.sign_raw(_signed(namespace, _HASH, message))
    blob = b"".join(
        (
            _MAGIC,
            _VERSION.to_bytes(4, "big"),
            *map(string, (shown, namespace.encode(), b"", _HASH.encode())),
            string(string(KEY_KIND) + string(raw)),
        )
    )
    text = base64.b64encode(blob).decode()
    rows = [text[at : at + _COLUMNS] + "\n" for at in range(0, len(text), _COLUMNS)]
    return _BEGIN + "".join(rows) + _END


def read_signature(armored: str) -> Signature:
    """Read a signature without believing it.

    Raises:
        BadSignature: not in the published form.
        CertificateRefused: the certificate in it is not, or no center signed it.
    """
    blob = _blob(armored)
    if not blob.startswith(_MAGIC):
        raise BadSignature(why="form")
    parts = Strings(blob.removeprefix(_MAGIC))
    if parts.number() != _VERSION:
        raise BadSignature(why="form")
    shown, namespace, reserved, hash_name, inner = (parts.next() for _ in range(5))
    parts.end()
    if reserved or hash_name not in map(str.encode, _HASHES):
        raise BadSignature(why="form")
    public, certificate = _shown(shown)
    raw = _pair(inner)
    return Signature(public, certificate, _ascii(namespace), hash_name.decode(), raw)


def checked_signature(namespace: str, message: bytes, armored: str) -> Signature:
    """Return the signature when it fits the message; whose key it is, is another question.

    Raises:
        BadSignature: another namespace, another message, another form.
        CertificateRefused: as ``read_signature``.
    """
    signature = read_signature(armored)
    if signature.namespace != namespace:
        raise BadSignature(why="namespace")
    signed = _signed(namespace, signature.hash_name, message)
    try:
        Ed25519PublicKey.from_public_bytes(signature.public).verify(
            signature.raw, signed
        )
    except (InvalidSignature, ValueError) as error:
        raise BadSignature(why="bytes") from error
    return signature


def verify(
    namespace: str,
    message: bytes,
    armored: str,
    *,
    trusted_cas: Collection[bytes],
    at: int | None,
    principal: str | None = None,
) -> Signer:
    """Return who signed ``message``.

    Args:
        namespace: what the signature must be for.
        message: the bytes.
        armored: the signature as text.
        trusted_cas: public keys of the centers we know (or a mapping by them).
        at: Unix seconds at which the certificate must be valid; None does not ask.
        principal: whom the certificate must name; None takes whom it names.

    Raises:
        BadSignature: it does not fit the bytes or the namespace.
        UnknownDevice: no certificate, or one of a center we do not know.
        CertificateRefused: expired, early, another principal, or not in our form.
    """
    signature = checked_signature(namespace, message, armored)
    certificate = signature.certificate
    if certificate is None or certificate.ca_public not in trusted_cas:
        raise UnknownDevice(key=fingerprint(signature.public))
    if len(certificate.principals) != 1 or principal not in (
        None,
        *certificate.principals,
    ):
        raise CertificateRefused(why="principal", serial=certificate.serial)
    if at is not None:
        certificate.check_time(at)
    return Signer(
        certificate.principals[0],
        certificate.serial,
        certificate.public,
        certificate.ca_public,
    )


def allowed_signers(
    principals: str, ca_public: bytes, namespaces: Sequence[str]
) -> str:
    """Return the line that lets ``ssh-keygen -Y verify`` trust a center's devices.

    ``principals`` is a pattern such as ``dev:incheon-*``.
    """
    joined = ",".join(namespaces)
    if not (_QUOTABLE.fullmatch(principals) and _QUOTABLE.fullmatch(joined)):
        raise ValueError("not a pattern")
    return (
        f'{principals} cert-authority,namespaces="{joined}" {public_line(ca_public)}\n'
    )


def _signed(namespace: str, hash_name: str, message: bytes) -> bytes:
    digest = hashlib.new(hash_name, message).digest()
    parts = (namespace.encode(), b"", hash_name.encode(), digest)
    return _MAGIC + b"".join(map(string, parts))


def _blob(armored: str) -> bytes:
    text = armored if armored.endswith("\n") else armored + "\n"
    inside = text.removeprefix(_BEGIN).removesuffix(_END)
    if len(text) > SIGNATURE_LIMIT or len(inside) != len(text) - len(_BEGIN) - len(
        _END
    ):
        raise BadSignature(why="form")
    try:
        return base64.b64decode(inside.replace("\n", ""), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadSignature(why="form") from error


def _shown(shown: bytes) -> tuple[bytes, Certificate | None]:
    parts = Strings(shown)
    kind = parts.next()
    if kind == ALGORITHM:
        certificate = Certificate.parse(shown)
        return certificate.public, certificate
    public = parts.next()
    parts.end()
    if kind != KEY_KIND or len(public) != _PUBLIC:
        raise BadSignature(why="form")
    return public, None


def _pair(inner: bytes) -> bytes:
    parts = Strings(inner)
    kind, raw = parts.next(), parts.next()
    parts.end()
    if kind != KEY_KIND:
        raise BadSignature(why="form")
    return raw


def _ascii(data: bytes) -> str:
    if not data.isascii():
        raise BadSignature(why="form")
    return data.decode("ascii")
