"""Bundles for tests: honest ones, and every dishonest one that a key holder could write."""

import hashlib
import io
from dataclasses import dataclass, field

from intake.bundle import (
    Addressee,
    Heading,
    Purpose,
    change_parcels,
    open_bundle,
    ustar,
    write_bundle,
)
from intake.bundle.bag import BAGIT, NAMESPACE, Piece, manifest_text, tags_text
from intake.bundle.write import Parcel
from intake.crypto import (
    PqIdentity,
    SealReader,
    SealWriter,
    SigningKey,
    canonical_json,
    issue_certificate,
    sign,
    verify,
)
from intake.errors import CertificateRefused
from intake.progress import Silent

SEGMENT = b'{"h":"header","l":"00","sig":"x"}\n[0,"00","body"]\n'
CREATED = 1_790_000_000_000 << 16


@dataclass(frozen=True)
class Who:
    """What a trust room would say of a signer."""

    device: str
    center: str


@dataclass
class Office:
    """A center with a CA, a device and a key to open with."""

    code: str = "IC"
    device: str = "ic-1"
    ca: SigningKey = field(default_factory=SigningKey.generate)
    key: SigningKey = field(default_factory=SigningKey.generate)
    identity: PqIdentity = field(default_factory=PqIdentity.generate)

    @property
    def certificate(self):
        return issue_certificate(
            self.ca,
            self.key.public,
            principal=f"dev:{self.device}",
            serial=7,
            key_id=self.device,
            valid_after=1_577_836_800,  # 2020
            valid_before=4_102_444_800,  # 2100
        )

    def sign(self, namespace: str, message: bytes) -> str:
        return sign(namespace, message, self.key, self.certificate)

    def check(self, namespace: str, message: bytes, armored: str) -> Who:
        """Believe this office's own CA and nobody else."""
        signer = verify(
            namespace, message, armored, trusted_cas={self.ca.public}, at=None
        )
        if not signer.principal.startswith("dev:"):
            raise CertificateRefused(why="principal")
        return Who(signer.principal.removeprefix("dev:"), self.code)

    @property
    def addressee(self) -> Addressee:
        digest = self.identity.recipient.digest
        return Addressee(frozenset({self.code}), frozenset({digest}))


def heading(sender: Office, receiver: Office, **changed) -> Heading:
    said = {
        "id": "0199-a",
        "device": sender.device,
        "center": sender.code,
        "to": (receiver.code,),
        "recipients": (receiver.identity.recipient,),
        "purpose": Purpose.SYNC,
        "created": CREATED,
        "logs": {"a1": ((0, 3),)},
    }
    return Heading(**(said | changed))


def written(sender: Office, receiver: Office, parcels=None, **changed) -> bytes:
    """Return an honest sealed bundle."""
    out = io.BytesIO()
    parcels = change_parcels([SEGMENT]) if parcels is None else parcels
    head = heading(sender, receiver, **changed)
    write_bundle(out, head, parcels, sign=sender.sign, progress=Silent())
    return out.getvalue()


def opened(data: bytes, receiver: Office, check, quarantine):
    """Go through the three doors."""
    known = open_bundle(io.BytesIO(data), [receiver.identity], check)
    return known.authorize(receiver.addressee).receive(quarantine, Silent())


def unsealed(data: bytes, receiver: Office) -> bytes:
    return SealReader(io.BytesIO(data), [receiver.identity]).read()


def sealed(data: bytes, *recipients) -> bytes:
    out = io.BytesIO()
    with SealWriter(out, recipients) as seal:
        seal.write(data)
    return out.getvalue()


def raw_header(path: bytes, size: int, kind: bytes = b"0") -> bytes:
    """A header that our writer would refuse to say."""
    block = bytearray(ustar.header("bag/x", size))
    block[:100] = path.ljust(100, b"\0")
    block[156:157] = kind
    block[148:156] = b"        "
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def tar(members, *, end: bytes | None = None) -> bytes:
    """Return an archive of (path, bytes); ``end`` replaces the padding."""
    whole = b""
    for path, data in members:
        head = path if isinstance(path, bytes) else ustar.header(path, len(data))
        whole += head + data + bytes(ustar.filler(len(data)))
    if end is None:
        end = bytes(ustar.padded(len(whole)) - len(whole))
    return whole + end


def parts(sender: Office, receiver: Office, parcels=None, **changed):
    """Return (about, pieces, payload) of an honest bundle, to be spoiled."""
    parcels = change_parcels([SEGMENT]) if parcels is None else parcels
    head = heading(sender, receiver)
    about = {
        "v": 1,
        "id": head.id,
        "from": head.device,
        "center": head.center,
        "to": list(head.to),
        "recipients": [recipient.digest for recipient in head.recipients],
        "purpose": head.purpose.value,
        "created": head.created,
        "roster": 0,
        "min_reader": 1,
        "logs": {"a1": [[0, 3]]},
        "files": [[p.piece.path, p.piece.size, p.piece.sha256] for p in parcels],
        "raw": sum(parcel.raw for parcel in parcels),
    }
    payload = [(parcel.piece.path, b"".join(parcel.chunks())) for parcel in parcels]
    return about | changed, payload


def spoken(about, payload, sign_with, *, about_bytes: bytes | None = None):
    """Return the members of an archive that says ``about``, signed."""
    said = canonical_json(about) if about_bytes is None else about_bytes
    listed = manifest_text([Piece(*line) for line in about["files"]])
    tags = tags_text(said, listed)
    armored = sign_with(NAMESPACE, tags).encode()
    return [
        ("bag/bagit.txt", BAGIT),
        ("bag/bundle.json", said),
        ("bag/manifest-sha256.txt", listed),
        ("bag/tagmanifest-sha256.txt", tags),
        ("bag/tagmanifest-sha256.txt.sig", armored),
        *((f"bag/{path}", data) for path, data in payload),
    ]


def parcel(path: str, data: bytes, raw: int = 0) -> Parcel:
    """A parcel that our writer would not make."""
    digest = hashlib.sha256(data).hexdigest()
    return Parcel(Piece(path, len(data), digest), data=data, raw=raw)
