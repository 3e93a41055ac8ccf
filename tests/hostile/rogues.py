"""A certified laptop whose owner writes segments and bundles by hand."""

import hashlib
import io
import json
import secrets
from dataclasses import replace

from intake.bundle import Purpose, change_parcels, document_parcel, write_bundle
from intake.crypto import sign
from intake.crypto.digest import canonical_json, leaf, leaves_digest
from intake.exchange.send import heading_for
from intake.ledger.chain import log_prefix
from intake.ledger.segment import NAMESPACE, SegmentHeader, WireSegment
from intake.mailbox import letter_for
from intake.trust.own import certify
from tests.exchange.places import QUIET, START

STAMP = (START + 60_000) << 16


class Rogue:
    """Holds the keys of one place and says whatever it likes with them."""

    def __init__(self, place, *, device: str = "") -> None:
        self.place = place
        self.own = place.trust.own()
        self.certificate = self.own.certificate
        if device:  # the CA is its own: it certifies any name it likes
            self.certificate = certify(
                place.trust.issuing.ca(),
                self.own.key.public,
                device,
                place.code,
                place.wall() // 1000,
            )
        self.device = device or self.own.device
        self.log = log_prefix(self.own.key.public) + secrets.token_hex(8)

    def sign(self, namespace, message):
        return sign(namespace, message, self.own.key, self.certificate)

    def segment(self, *bodies: bytes, n: int = 0, prev: str = "") -> bytes:
        salts = [secrets.token_bytes(16) for _ in bodies]
        leaves = [leaf(s, b) for s, b in zip(salts, bodies, strict=True)]
        header = SegmentHeader(
            self.log, n, prev, len(bodies), leaves_digest(leaves).hex()
        )
        data = header.to_bytes()
        rows = tuple(
            (i, s, b) for i, (s, b) in enumerate(zip(salts, bodies, strict=True))
        )
        wire = WireSegment(data, self.sign(NAMESPACE, data), b"".join(leaves), rows)
        return wire.to_jsonl()

    def bundle(self, to_whom, parcels, purpose=Purpose.SYNC, **changed) -> bytes:
        heading = heading_for(
            self.place.ctx, self.place.trust.party(to_whom), purpose, logs={}
        )
        heading = _with(heading, device=self.device, **changed)
        out = io.BytesIO()
        write_bundle(out, heading, parcels, sign=self.sign, progress=QUIET)
        return out.getvalue()

    def words(self, to_whom, *segments: bytes, **changed) -> bytes:
        return self.bundle(to_whom, change_parcels(segments), **changed)

    def receipt(self, to_whom, **said) -> bytes:
        body = canonical_json(
            {
                "v": 1,
                "id": secrets.token_hex(8),
                "by": self.device,
                "to": to_whom,
                "acks": {},
                "bundles": [],
                "refused": [],
                "now": STAMP,
                "roster": 0,
                **said,
            }
        )
        signature = self.sign("intake-receipt@v1", body).encode()
        parcels = (
            document_parcel("data/receipt.json", body),
            document_parcel("data/receipt.json.sig", signature),
        )
        return self.bundle(to_whom, parcels, Purpose.RECEIPT)


def _with(heading, **changed):
    return replace(heading, **changed)


def body(
    scope, ops=(), *, cls="core", deed="change-case", stamp=STAMP, **more
) -> bytes:
    said = {
        "a": "박",
        "c": cls,
        "d": deed,
        "o": [list(op) for op in ops],
        "s": scope,
        "t": stamp,
        "v": 1,
        **more,
    }
    return canonical_json(said)


def put(mailbox, data: bytes, addressee="C0") -> str:
    sha = hashlib.sha256(data).hexdigest()
    for key in letter_for(addressee, "202609", sha, len(data)).names():
        mailbox.put_new(key.text, io.BytesIO(data), len(data))
    return sha


def raw_body(**said) -> bytes:
    """A body that our own writer would never write."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
