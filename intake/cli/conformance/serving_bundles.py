"""``open`` and ``seal`` by our own reader and writer."""

import io
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from intake.bundle import (
    Addressee,
    Contents,
    Heading,
    Parcel,
    Piece,
    Purpose,
    change_parcels,
    document_parcel,
    open_bundle,
    write_bundle,
)
from intake.cli.conformance.case import Request, b64, unb64
from intake.cli.conformance.serving_keys import Accepted, Pen
from intake.clock import ms_of, utc
from intake.crypto import PqIdentity, PqRecipient
from intake.mailbox import letter_for
from intake.progress import Silent

_SECOND = 1000


def looked_into(request: Request) -> Mapping[str, Any]:
    """Open a bundle up to its last byte; its segments are another command."""
    identities = [PqIdentity.parse(text) for text in request["identities"]]
    us = Addressee(
        frozenset(request["names"]),
        frozenset(one.recipient.digest for one in identities),
    )
    sealed_bytes = io.BytesIO(unb64(request["bundle"]))
    known = open_bundle(sealed_bytes, identities, Accepted(request["trust"]).check)
    known.signer.certificate.check_time(ms_of(known.manifest.created) // _SECOND)
    return _said(known.authorize(us).receive(Path.cwd(), Silent()))


def _said(contents: Contents) -> Mapping[str, Any]:
    told = contents.manifest
    for file in contents.attachments:
        file.unlink()
    return {
        "id": told.id,
        "from": told.device,
        "center": told.center,
        "purpose": told.purpose.value,
        "created": told.created,
        "files": [[one.path, one.size, one.sha256] for one in told.files],
        "segments": len(list(contents.segments())),
    }


def sealed(request: Request) -> Mapping[str, Any]:
    """Make a bundle, and say where it would lie in a mailbox."""
    pen, out = Pen(request["signer"]), io.BytesIO()
    heading = Heading(
        id=request["id"],
        device=pen.device,
        center=pen.center,
        to=tuple(request["to"]),
        recipients=tuple(map(PqRecipient.parse, request["recipients"])),
        purpose=Purpose(request["purpose"]),
        created=request["created"],
        roster=request["roster"],
        logs={log: tuple((a, b) for a, b in spans) for log, spans in request["logs"].items()},
    )  # fmt: skip
    write_bundle(out, heading, _parcels(request), sign=pen.sign, progress=Silent())
    data = out.getvalue()
    month = utc(ms_of(heading.created))[:7].replace("-", "")
    letter = letter_for(heading.to[0], month, sha256(data).hexdigest(), len(data))
    return {"bundle": b64(data), "key": next(letter.names()).text}


def _parcels(request: Request) -> tuple[Parcel, ...]:
    attached = map(unb64, request["attachments"])
    return (
        *change_parcels(map(unb64, request["changes"])),
        *(Parcel(Piece(f"data/attachments/{_sha(one)}.age", len(one), _sha(one)), data=one) for one in attached),
        *(document_parcel(path, unb64(data)) for path, data in request["documents"].items()),
    )  # fmt: skip


def _sha(data: bytes) -> str:
    return sha256(data).hexdigest()
