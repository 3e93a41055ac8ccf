"""The pin of a certificate (RFC 7469, 2.4): base64 of SHA-256 of its public key."""

import base64
import hashlib


def pin_of(certificate: bytes) -> str:
    """Return the pin of a certificate in DER; empty for no certificate at all."""
    if not certificate:
        return ""
    # slow to load, and asked for only where a server on a network is a mailbox
    from cryptography import x509  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
        Encoding,
        PublicFormat,
    )

    key = x509.load_der_x509_certificate(certificate).public_key()
    spki = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(spki).digest()).decode()
