"""Open a sealed bundle: the only safe extraction in the house.

Three doors, in this order, and each one is a type:

* ``open_bundle`` reads the tag files and knows the signer after some kilobytes. No JSON is
  parsed before its signature was accepted, no payload byte is read.
* ``Opened.authorize`` judges whether it is for us. Before it nothing is written anywhere.
* ``Admitted.receive`` reads the payload: every member must have the generated header, the
  signed size and the signed digest; the padding must be zeros; the seal must end exactly
  where the archive ends. Only then is anything handed out, and until then attachments lie
  as ciphertext in the quarantine (격리) folder, change files in memory, still pressed.

A fault at any byte raises and leaves the quarantine folder as it was.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Generic, Protocol, TypeAlias, TypeVar

from intake.bundle import bag, ustar
from intake.bundle.bag import Piece, is_attachment, is_changes
from intake.bundle.changes import split_segments, unpack
from intake.bundle.manifest import MAX_ABOUT, Manifest, read_manifest
from intake.crypto.age_parties import Identity
from intake.crypto.seal import SealReader
from intake.errors import (
    Altered,
    BadSignature,
    Cut,
    Malformed,
    NoRoom,
    NotForUs,
    Oversized,
)
from intake.progress import Progress

_STEP = 256 * 1024
_MAX_SIGNATURE = 64 * 1024
_SPARE = 16 * 1024 * 1024
_WHAT = "progress-unsealing"


class Signer(Protocol):
    """Who signed, as the trust room (신뢰) knows them."""

    @property
    def device(self) -> str:
        """The id in the certificate."""

    @property
    def center(self) -> str:
        """The code of the organisation whose CA issued it."""


S = TypeVar("S", bound=Signer)
CheckSignature: TypeAlias = Callable[[str, bytes, str], S]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who we are, as a sender would have written it (받는 곳)."""

    names: frozenset[str]
    recipients: frozenset[str]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a bundle held, after its last byte was verified (내용)."""

    manifest: Manifest
    pressed: tuple[bytes, ...] = field(repr=False)
    documents: dict[str, bytes] = field(repr=False)
    attachments: tuple[Path, ...]

    def segments(self) -> Iterator[bytes]:
        """Yield every segment as its lines; the files stay pressed until asked for."""
        for pressed in self.pressed:
            yield from split_segments(unpack(pressed))


def open_bundle(
    source: BinaryIO, identities: Sequence[Identity], check: CheckSignature[S]
) -> "Opened[S]":
    """Read the signed head of a bundle.

    Args:
        source: the sealed bytes, read forward only.
        identities: keys that may open it.
        check: ``(namespace, message, signature) -> signer``; raises what it refuses.

    Raises:
        NotForUs: no identity fits.
        Untrusted: any other branch of it: cut, altered, malformed, signed by nobody we know.
        TooNew: it asks for a newer reader.
    """
    archive = _Archive(SealReader(source, identities))
    if archive.named(bag.BAGIT_NAME, len(bag.BAGIT)) != bag.BAGIT:
        raise Malformed(what="bagit.txt")
    about = archive.sized(bag.ABOUT_NAME, MAX_ABOUT)
    listed = archive.sized(bag.MANIFEST_NAME, MAX_ABOUT)
    tags = bag.tags_text(about, listed)
    if archive.named(bag.TAGS_NAME, len(tags)) != tags:
        raise Altered(member="tagmanifest")
    signer = check(bag.NAMESPACE, tags, _signature(archive))
    manifest = read_manifest(about)
    if bag.manifest_text(manifest.files) != listed:
        raise Altered(member="manifest")
    if (manifest.device, manifest.center) != (signer.device, signer.center):
        raise BadSignature(why="sender")
    return Opened(manifest, signer, archive)


def _signature(archive: "_Archive") -> str:
    armored = archive.sized(bag.SIGNATURE_NAME, _MAX_SIGNATURE)
    if not armored.isascii():
        raise BadSignature(why="form")
    return armored.decode("ascii")


class Opened(Generic[S]):
    """A bundle whose signer is known and of which nothing was unpacked."""

    def __init__(self, manifest: Manifest, signer: S, archive: "_Archive") -> None:
        """Keep the open archive for whoever may go on."""
        self.manifest = manifest
        self.signer = signer
        self._archive = archive

    def authorize(self, us: Addressee) -> "Admitted":
        """Let the payload in if the signed lines name us and our key.

        Raises:
            NotForUs: addressed to others, or sealed again by somebody for our key.
        """
        if us.names.isdisjoint(self.manifest.to):
            raise NotForUs(why="addressee")
        if us.recipients.isdisjoint(self.manifest.recipients):
            raise NotForUs(why="recipient")
        return Admitted(self.manifest, self._archive)


class Admitted:
    """A bundle for us, about to be unpacked."""

    def __init__(self, manifest: Manifest, archive: "_Archive") -> None:
        """Keep the open archive."""
        self._manifest = manifest
        self._archive = archive

    def receive(self, quarantine: Path, progress: Progress) -> Contents:
        """Verify the whole payload and return it.

        Raises:
            Untrusted: one byte is not what was signed; the folder is as it was.
            NoRoom: the attachments would not fit; nothing was read.
            Cancelled: from ``progress``; the folder is as it was.
        """
        _check_room(self._manifest, quarantine)
        unpacking = _Unpacking(self._archive, quarantine, self._manifest, progress)
        try:
            for piece in self._manifest.files:
                unpacking.take(piece)
            unpacking.finish()
        except BaseException:
            unpacking.undo()
            raise
        return unpacking.contents()


def _check_room(manifest: Manifest, quarantine: Path) -> None:
    needed = sum(piece.size for piece in manifest.files if is_attachment(piece))
    if not needed:
        return
    free = shutil.disk_usage(quarantine).free
    if needed + _SPARE > free:
        raise NoRoom(needed=needed, free=free)


class _Unpacking:
    """The payload on its way in; knows how to leave no trace."""

    def __init__(
        self,
        archive: "_Archive",
        folder: Path,
        manifest: Manifest,
        progress: Progress,
    ) -> None:
        self._archive = archive
        self._folder = folder
        self._manifest = manifest
        self._progress = progress
        self._total = sum(ustar.room(piece.size) for piece in manifest.files)
        self._done = 0
        self._raw = 0
        self._pressed: list[bytes] = []
        self._documents: dict[str, bytes] = {}
        self._files: list[Path] = []

    def take(self, piece: Piece) -> None:
        self._archive.expect(bag.in_bag(piece.path), piece.size)
        if is_attachment(piece):
            self._to_quarantine(piece)
        else:
            data = b"".join(self._verified(piece))
            self._keep(piece, data)
        self._archive.skip_filler(piece.size)

    def finish(self) -> None:
        if self._raw != self._manifest.raw:
            raise Malformed(what="raw")
        self._archive.finish()
        self._progress.step(self._total, self._total, _WHAT)

    def undo(self) -> None:
        for file in self._files:
            file.unlink(missing_ok=True)

    def contents(self) -> Contents:
        return Contents(
            self._manifest, tuple(self._pressed), self._documents, tuple(self._files)
        )

    def _keep(self, piece: Piece, data: bytes) -> None:
        if is_changes(piece):
            raw = unpack(data)
            split_segments(raw)
            self._raw += len(raw)
            if self._raw > self._manifest.raw:
                raise Oversized(limit=self._manifest.raw)
            self._pressed.append(data)
        else:
            self._documents[piece.path] = data

    def _to_quarantine(self, piece: Piece) -> None:
        file = self._folder / f"{piece.sha256}.age"
        self._files.append(file)
        try:
            with file.open("wb") as out:
                for chunk in self._verified(piece):
                    out.write(chunk)
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            raise NoRoom(needed=piece.size) from error

    def _verified(self, piece: Piece) -> Iterator[bytes]:
        summed = hashlib.sha256()
        for chunk in self._archive.body(piece.size):
            summed.update(chunk)
            self._done += len(chunk)
            self._progress.step(self._done, self._total, _WHAT)
            yield chunk
        if summed.hexdigest() != piece.sha256:
            raise Altered(member=piece.path)


class _Archive:
    """The tar inside the seal, read forward; it is compared, never interpreted."""

    def __init__(self, seal: SealReader) -> None:
        self._seal = seal
        self._read = 0

    def expect(self, path: str, size: int) -> None:
        if self._exactly(ustar.BLOCK) != ustar.header(path, size):
            raise Malformed(what="header")

    def named(self, name: str, size: int) -> bytes:
        self.expect(bag.in_bag(name), size)
        data = b"".join(self.body(size))
        self.skip_filler(size)
        return data

    def sized(self, name: str, limit: int) -> bytes:
        """Read a tag file whose size only its header says; the header must be ours."""
        block = self._exactly(ustar.BLOCK)
        size = ustar.size_in(block)
        if block != ustar.header(bag.in_bag(name), size):
            raise Malformed(what="header")
        if size > limit:
            raise Oversized(limit=limit)
        data = b"".join(self.body(size))
        self.skip_filler(size)
        return data

    def body(self, size: int) -> Iterator[bytes]:
        while size:
            chunk = self._some(min(size, _STEP))
            size -= len(chunk)
            yield chunk

    def skip_filler(self, size: int) -> None:
        if any(self._exactly(ustar.filler(size))):
            raise Malformed(what="filler")

    def finish(self) -> None:
        for chunk in self.body(ustar.padded(self._read) - self._read):
            if any(chunk):
                raise Malformed(what="padding")
        if self._seal.read(1):
            raise Cut(why="trailing")

    def _exactly(self, size: int) -> bytes:
        return b"".join(self.body(size))

    def _some(self, size: int) -> bytes:
        data = self._seal.read(size)
        if not data:
            raise Cut(why="short")
        self._read += len(data)
        return data
