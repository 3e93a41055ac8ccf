"""What a backup says of itself, and who signed that (목록과 서명).

* ``manifest-sha256.txt`` has the form ``sha256sum -c`` reads; the device signs it, with its
  certificate inside, for ``intake-backup@v1``.
* ``about.json`` names the vault, the device and the moment, and holds two hashes of what was
  known. Nothing in it says how many cases there are, or of whom.
* Nothing read from a backup is believed before its signature was checked; whose it is, a person
  compares in words, and the opened vault confirms.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from intake.backup.places import ABOUT, ATTACHMENTS, DB, KEYS, KEYS_COPY, MANIFEST
from intake.backup.reading import read_small
from intake.crypto import Signature, canonical_json, checked_signature, sign
from intake.errors import BackupUnfit, BadSignature, CertificateRefused, TooNew
from intake.ledger import DeviceSigner

NAMESPACE: Final = "intake-backup@v1"
VERSION: Final = 1
NEEDED: Final = (ABOUT, DB, KEYS, KEYS_COPY)
_LONGEST = 64 * 1024 * 1024
_LINE = re.compile(r"([0-9a-f]{64})  ([!-~]{1,200})")
_SHARED = re.compile(
    rf"\.\./{ATTACHMENTS}/(?:[0-9A-Za-z_-]{{1,64}}/){{0,3}}[0-9A-Za-z_-][0-9A-Za-z._-]{{0,127}}"
)
_TEXTS = ("vault", "device", "center", "name", "log", "position", "fold")


@dataclass(frozen=True, slots=True)
class About:
    """What a backup is of."""

    vault: str
    device: str
    center: str
    name: str  # of its folder: an older backup under a newer name is found
    made: int  # milliseconds
    log: str  # the log the vault appended to
    position: str  # hash of how far every log was known
    fold: str  # hash of what was shown

    def to_bytes(self) -> bytes:
        """Return its one spelling."""
        return canonical_json({**asdict(self), "v": VERSION})


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every file of a backup with its hash."""

    hashes: Mapping[str, str] = field(repr=False)

    def to_bytes(self) -> bytes:
        """Return it as ``sha256sum`` writes it."""
        rows = sorted((path, digest) for path, digest in self.hashes.items())
        return "".join(f"{digest}  {path}\n" for path, digest in rows).encode()

    @property
    def attachments(self) -> tuple[str, ...]:
        """Return the shared files among them."""
        return tuple(path for path in self.hashes if path.startswith("../"))


def signed(manifest: bytes, device: DeviceSigner) -> str:
    """Return the device's signature; before its center let it in, it has no certificate."""
    return sign(NAMESPACE, manifest, device.key, device.certificate)


def read_manifest(data: bytes) -> Manifest:
    """Read a list of files; a name that could lead elsewhere makes it unfit.

    Raises:
        BackupUnfit: not in the published form.
    """
    lines = data.decode("ascii", "replace").split("\n")
    found = [_LINE.fullmatch(line) for line in lines[:-1]]
    hashes = {one[2]: one[1] for one in found if one}
    fits = lines[-1] == "" and len(hashes) == len(found)
    if not fits or any(not _may_stand(path) for path in hashes):
        raise BackupUnfit(why="form", member=MANIFEST)
    for path in NEEDED:
        if path not in hashes:
            raise BackupUnfit(why="missing", member=path)
    return Manifest(hashes)


def check_signature(manifest: bytes, armored: str) -> Signature:
    """Return who signed; whether that device is known is another question.

    Raises:
        BackupUnfit: the signature does not fit.
    """
    try:
        return checked_signature(NAMESPACE, manifest, armored)
    except (BadSignature, CertificateRefused) as error:
        raise BackupUnfit(why="signature", member=MANIFEST) from error


def read_about(folder: Path) -> About:
    """Read what a backup says of itself.

    Raises:
        BackupUnfit: not in the published form. TooNew: made by a later version.
    """
    data = read_small(folder / ABOUT, _LONGEST)
    try:
        said = json.loads(data)
        version = int(said.pop("v"))
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        raise BackupUnfit(why="form", member=ABOUT) from error
    if version > VERSION:
        raise TooNew(what="backup", version=version)
    fits = (
        set(said) == {*_TEXTS, "made"}
        and all(type(said[name]) is str for name in _TEXTS)
        and type(said["made"]) is int
    )
    if not fits:
        raise BackupUnfit(why="form", member=ABOUT)
    return About(**said)


def _may_stand(path: str) -> bool:
    return path in NEEDED or bool(_SHARED.fullmatch(path) and "/../" not in path[2:])
