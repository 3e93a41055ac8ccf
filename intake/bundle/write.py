"""Write a sealed bundle (봉인 묶음): manifest and signature first, then the payload.

* Push only: bytes go from memory and from ciphertext files through the seal to ``out``.
  No other file is opened for writing, so no word of a case touches the disk.
* The same parcels under the same heading give the same tag manifest.
* An attachment is copied as it lies; if its bytes are no longer what its name says, the
  bundle is not finished, and a bundle without its last chunk opens nowhere.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeAlias

from intake.bundle import bag, ustar
from intake.bundle.bag import Piece
from intake.bundle.changes import press
from intake.bundle.manifest import MAX_ABOUT, Manifest, Purpose, Ranges
from intake.crypto.age_parties import Recipient
from intake.crypto.seal import SealWriter
from intake.errors import DamagedAttachment, Oversized
from intake.progress import Progress

Sign: TypeAlias = Callable[[str, bytes], str]
_STEP = 256 * 1024
_WHAT = "progress-sealing"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the sender decides about a bundle before it is filled (머리말)."""

    id: str
    device: str
    center: str
    to: tuple[str, ...]
    recipients: tuple[Recipient, ...]
    purpose: Purpose
    created: int
    roster: int = 0
    logs: Ranges = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parcel:
    """One file for the payload: bytes in memory, or a ciphertext file to copy."""

    piece: Piece
    data: bytes = field(default=b"", repr=False)
    file: Path | None = None
    raw: int = 0

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes; the last step checks that they are the promised ones.

        Raises:
            DamagedAttachment: the file is not what it was when it was sealed.
        """
        if self.file is None:
            yield self.data
            return
        summed = hashlib.sha256()
        left = self.piece.size
        for chunk in _read(self.file, self.piece.sha256):
            left -= len(chunk)
            if left < 0:
                break
            summed.update(chunk)
            yield chunk
        if left or summed.hexdigest() != self.piece.sha256:
            raise DamagedAttachment(attachment=self.piece.sha256)


def change_parcels(segments: Iterable[bytes]) -> tuple[Parcel, ...]:
    """Return the change files that hold these segments in order."""
    return tuple(
        Parcel(
            _piece(f"data/changes/{index:06}.jsonl.zst", file.pressed),
            data=file.pressed,
            raw=file.raw,
        )
        for index, file in enumerate(press(segments), start=1)
    )


def attachment_parcel(file: Path, sha256: str) -> Parcel:
    """Return the parcel of a sealed attachment (첨부), named by its ciphertext.

    Raises:
        DamagedAttachment: it is not there.
    """
    try:
        size = file.stat().st_size
    except OSError as error:
        raise DamagedAttachment(attachment=sha256) from error
    return Parcel(Piece(f"data/attachments/{sha256}.age", size, sha256), file=file)


def document_parcel(path: str, data: bytes) -> Parcel:
    """Return the parcel of a receipt, its signature or a notice."""
    return Parcel(_piece(path, data), data=data)


def write_bundle(
    out: BinaryIO,
    heading: Heading,
    parcels: Sequence[Parcel],
    *,
    sign: Sign,
    progress: Progress,
) -> Manifest:
    """Write one sealed bundle to ``out`` and return what was signed.

    Raises:
        DamagedAttachment: an attachment changed on the disk; ``out`` is unusable.
        Oversized: more than a reader would accept.
        Cancelled: from ``progress``; ``out`` is unusable.
    """
    manifest = _manifest(heading, parcels)
    archive = _Archive(SealWriter(out, heading.recipients), _length(manifest), progress)
    for name, data in _signed(manifest, sign):
        archive.add(bag.in_bag(name), len(data), (data,))
    for parcel in parcels:
        path = bag.in_bag(parcel.piece.path)
        archive.add(path, parcel.piece.size, parcel.chunks())
    archive.finish()
    return manifest


def _manifest(heading: Heading, parcels: Sequence[Parcel]) -> Manifest:
    manifest = Manifest(
        id=heading.id,
        device=heading.device,
        center=heading.center,
        to=heading.to,
        recipients=tuple(sorted(recipient.digest for recipient in heading.recipients)),
        purpose=heading.purpose,
        created=heading.created,
        roster=heading.roster,
        logs=heading.logs,
        files=tuple(parcel.piece for parcel in parcels),
        raw=sum(parcel.raw for parcel in parcels),
    )
    manifest.check()
    return manifest


def _signed(manifest: Manifest, sign: Sign) -> Sequence[tuple[str, bytes]]:
    about, listed = manifest.to_bytes(), bag.manifest_text(manifest.files)
    if max(len(about), len(listed)) > MAX_ABOUT:
        raise Oversized(limit=MAX_ABOUT)
    signature = sign(bag.NAMESPACE, bag.tags_text(about, listed))
    return bag.tag_files(about, listed, signature.encode("ascii"))


def _length(manifest: Manifest) -> int:
    return sum(ustar.room(piece.size) for piece in manifest.files)


def _piece(path: str, data: bytes) -> Piece:
    return Piece(path, len(data), hashlib.sha256(data).hexdigest())


def _read(file: Path, sha256: str) -> Iterator[bytes]:
    try:
        with file.open("rb") as source:
            while chunk := source.read(_STEP):
                yield chunk
    except OSError as error:
        raise DamagedAttachment(attachment=sha256) from error


class _Archive:
    """The tar inside the seal; counts what it wrote."""

    def __init__(self, seal: SealWriter, total: int, progress: Progress) -> None:
        self._seal = seal
        self._total = total
        self._progress = progress
        self._written = 0

    def add(self, path: str, size: int, chunks: Iterable[bytes]) -> None:
        self._write(ustar.header(path, size))
        for chunk in chunks:
            self._write(chunk)
        self._write(bytes(ustar.filler(size)))

    def finish(self) -> None:
        left = ustar.padded(self._written) - self._written
        while left:
            step = min(left, _STEP)
            self._write(bytes(step))
            left -= step
        self._seal.close()

    def _write(self, data: bytes) -> None:
        self._seal.write(data)
        self._written += len(data)
        done = min(self._written, self._total)
        self._progress.step(done, self._total, _WHAT)
