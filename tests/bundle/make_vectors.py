"""Make the vectors of the bundle format. Run once for a format; the files never change, a new one is named.

    .venv/bin/python -m tests.bundle.make_vectors what_was_done

One file is one case: lines ``name: value``, an empty line, the sealed bytes. Others may test
their readers with them; the keys in them guard nothing.
"""

import hashlib
import json
import sys
from pathlib import Path

from backports import zstd

from intake.bundle import DONE, change_parcels, document_parcel
from intake.bundle.bag import NAMESPACE
from intake.bundle.write import Parcel, Piece
from intake.crypto import PqIdentity, SigningKey
from tests.bundle import samples
from tests.bundle.samples import SEGMENT, Office, sealed, spoken, tar

WHAT_WAS_DONE = (
    b'{"done":[["'
    + b"ab" * 32
    + b'","destroyed","2026-11-26","D2026-IC-1A2B-001"]],"v":1}'
)
HERE = Path(__file__).parents[2] / "resources" / "vectors" / "bundle"


def office(code: str, device: str) -> Office:
    """An office whose signing keys anybody can make again."""
    seeds = (
        hashlib.sha256(f"{code} {what}".encode()).digest() for what in ("ca", "key")
    )
    ca, key = (SigningKey.from_seed(seed) for seed in seeds)
    return Office(code, device, ca, key, PqIdentity.generate())


SENDER, RECEIVER = office("IC", "ic-1"), office("C0", "c0-1")


def attachment() -> Parcel:
    data = b"age-encryption.org/v1\n" + bytes(1000)
    digest = hashlib.sha256(data).hexdigest()
    return Parcel(Piece(f"data/attachments/{digest}.age", len(data), digest), data=data)


def said(parcels=None, members=None, **changed) -> bytes:
    about, payload = samples.parts(SENDER, RECEIVER, parcels, **changed)
    whole = spoken(about, payload if members is None else [], SENDER.sign)
    return sealed(tar([*whole, *(members or [])]), RECEIVER.identity.recipient)


def cases():
    """Yield (name, what must happen, sealed bytes)."""
    honest = samples.written(
        SENDER, RECEIVER, (*change_parcels([SEGMENT] * 2), attachment())
    )
    inside = samples.unsealed(honest, RECEIVER)
    recipient = RECEIVER.identity.recipient
    receipt = (document_parcel("data/receipt.json", b"{}"),)
    changes = "data/changes/000001.jsonl.zst"
    bomb = samples.parcel(
        changes, zstd.compress(b"{" + bytes(50_000_000)), raw=50_000_001
    )
    pressed = b"".join(change_parcels([SEGMENT])[0].chunks())
    link = samples.raw_header(f"bag/{changes}".encode(), 0, b"2")
    other_use = lambda _, message: SENDER.sign("file", message)  # noqa: E731
    about, payload = samples.parts(SENDER, RECEIVER)
    yield "changes_and_attachment", "opens", honest
    yield "document_only", "opens", samples.written(SENDER, RECEIVER, receipt)
    yield "what_was_done", "opens", samples.written(SENDER, RECEIVER, (document_parcel(DONE, WHAT_WAS_DONE),))  # fmt: skip
    yield "empty", "opens", samples.written(SENDER, RECEIVER, ())
    yield "cut", "Cut", honest[:-1]
    yield "trailing_bytes", "Cut", honest + b"\0"
    yield "trailing_block_inside", "Cut", sealed(inside + bytes(512), recipient)
    yield "padding_not_zero", "Malformed", sealed(inside[:-1] + b"\1", recipient)
    other_lock = honest.index(b"\n--- ") + 5
    flipped = b"B" if honest[other_lock : other_lock + 1] != b"B" else b"C"
    altered = honest[:other_lock] + flipped + honest[other_lock + 1 :]
    yield "altered_head", "Altered", altered
    yield "foreign_signer", "UnknownDevice", samples.written(Office(), RECEIVER)
    yield (
        "other_namespace",
        "BadSignature",
        sealed(tar(spoken(about, payload, other_use)), recipient),
    )
    yield (
        "other_device",
        "BadSignature",
        samples.written(SENDER, RECEIVER, device="ic-2"),
    )
    yield "other_addressee", "NotForUs", said(to=["SE"])
    yield "other_recipient", "NotForUs", said(recipients=["00" * 32])
    yield "other_key", "NotForUs", sealed(inside, PqIdentity.generate().recipient)
    yield "newer_reader", "TooNew", said(min_reader=2)
    yield "unknown_purpose", "Malformed", said(purpose="dance")
    yield (
        "path_upwards",
        "Malformed",
        said([samples.parcel("data/../../x", pressed)], []),
    )
    yield "symbolic_link", "Malformed", said(members=[(link, b"")])
    yield "member_missing", "Malformed", said(members=[])
    yield "decompression_bomb", "Oversized", said([bomb])


def main() -> None:
    """Write every case."""
    about = {
        "namespace": NAMESPACE,
        "identity": RECEIVER.identity.text,
        "addressee": RECEIVER.code,
        "ca": SENDER.ca.public.hex(),
        "center": SENDER.code,
    }
    wanted = set(sys.argv[1:])
    for name, expect, data in cases():
        if wanted and name not in wanted:
            continue
        lines = [
            f"expect: {expect}",
            *(f"{key}: {text}" for key, text in about.items()),
        ]
        (HERE / name).write_bytes("\n".join([*lines, "", ""]).encode() + data)
    names = sorted(file.name for file in HERE.iterdir() if file.suffix == "")
    (HERE / "index.json").write_text(json.dumps(names, indent=1) + "\n")


if __name__ == "__main__":
    main()
