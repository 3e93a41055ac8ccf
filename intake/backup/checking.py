"""Whether a backup still is what was written, and who says so (백업 확인).

* Names, signature, then every hash; the first thing that does not fit is named by its file.
* Whose signature it is, is shown as words: on a new computer nobody is known, and a person
  compares them with the center's key sheet (열쇠 확인서).
"""

from dataclasses import dataclass, field
from pathlib import Path

from intake.backup.manifest import (
    About,
    Manifest,
    check_signature,
    read_about,
    read_manifest,
)
from intake.backup.places import MANIFEST, SIGNATURE, is_name
from intake.backup.reading import digest_of, read_small
from intake.crypto import Signature, sha256
from intake.errors import BackupUnfit
from intake.ledger.chain import log_prefix
from intake.progress import Progress
from intake.vault.keyfile import read_key_file

_LIST = 64 * 1024 * 1024
_SIGNATURE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A backup whose signature fits its list; ``check_bytes`` looks at the rest."""

    folder: Path
    about: About
    manifest: Manifest = field(repr=False)
    signature: Signature = field(repr=False)

    @property
    def spoken(self) -> bytes:
        """The key a person knows it by: the center's, or the device's before it had one."""
        certificate = self.signature.certificate
        return certificate.ca_public if certificate else self.signature.public

    @property
    def size(self) -> int:
        """The bytes of everything it lists, as they lie there."""
        return sum(_size(self.folder / path) for path in self.manifest.hashes)


def find_backup(folder: Path) -> Found:
    """Read what a backup says of itself; only small files are read.

    Raises:
        BackupUnfit: with what is wrong. TooNew. BackupAway.
    """
    if folder.is_symlink() or not folder.is_dir() or not is_name(folder.name):
        raise BackupUnfit(why="form", member=MANIFEST)
    data = read_small(folder / MANIFEST, _LIST)
    armored = read_small(folder / SIGNATURE, _SIGNATURE).decode("ascii", "replace")
    manifest, signature = read_manifest(data), check_signature(data, armored)
    about = read_about(folder)
    _check_words(folder, about, manifest, signature)
    return Found(folder, about, manifest, signature)


def check_bytes(found: Found, progress: Progress) -> None:
    """Check every file against the list.

    Raises:
        BackupUnfit: a file is missing, changed, or no file. Cancelled.
    """
    total, done = found.size, 0

    def told(size: int) -> None:
        nonlocal done
        done += size
        progress.step(min(done, total), total, "progress-backup-checking")

    for path, digest in sorted(found.manifest.hashes.items()):
        _check_way(found.folder, path)
        if digest_of(found.folder / path, told) != digest:
            raise BackupUnfit(why="hash", member=Path(path).name)
    if read_key_file(found.folder).vault != found.about.vault:
        raise BackupUnfit(why="keys")


def _check_words(
    folder: Path, about: About, manifest: Manifest, signature: Signature
) -> None:
    """Check what the small files say of each other."""
    said = sha256(about.to_bytes()).hex()
    if manifest.hashes["about.json"] != said:
        raise BackupUnfit(why="hash", member="about.json")
    if about.name != folder.name:
        raise BackupUnfit(why="name")
    if about.log and not about.log.startswith(log_prefix(signature.public)):
        raise BackupUnfit(why="foreign")
    certificate = signature.certificate
    if certificate and certificate.principals != (f"dev:{about.device}",):
        raise BackupUnfit(why="foreign")


def _check_way(folder: Path, path: str) -> None:
    """No folder on the way to a file may be a link."""
    for parent in Path(path).parents:
        if parent.name not in {"", ".."} and (folder / parent).is_symlink():
            raise BackupUnfit(why="link", member=parent.name)


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0
