"""The signed list of every file of a build (파일 목록): what lies there is what was signed.

* ``FILES.sha256`` is what ``sha256sum -c`` reads; ``FILES.sha256.sig`` is what
  ``ssh-keygen -Y verify`` reads. Nothing of the list is believed before its signature is.
* A file that changed, is missing, or is there without being named: all three are told.
  A link is no file; the trees we hand out have none.
* This finds damage and clumsy hands. Who may write the program's folder may also write this
  module: against such a person stand dpkg, Authenticode and the rights of the folder.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake.crypto import checked_signature, fingerprint
from intake.crypto.signers import signing_keys
from intake.crypto.spoken import public_blob
from intake.errors import ProgramAltered, Untrusted
from intake.progress import Progress, Silent

LIST: Final = "FILES.sha256"
SIGNATURE: Final = "FILES.sha256.sig"
NAMESPACE: Final = "intake-release@v1"
PRINCIPAL: Final = "release@ieum.example"
SIGNERS: Final = "app/resources/trust/release.signers"
WHY: Final = (
    *("no-list", "no-signature", "no-signers", "bad-signature", "unknown-key"),
    "unreadable",
)
_LIMIT = 8 * 1024 * 1024
_BLOCK = 128 * 1024
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_ROW = re.compile(r"([0-9a-f]{64})  (?!/)([^\x00-\x1f\\]+)")
_LOT = 32  # files that a hand takes at once
_HANDS = 2  # hashing lets go of Python's lock; every laptop has two cores


@dataclass(frozen=True, slots=True)
class Findings:
    """How a folder differs from its signed list; ``why`` says what is wrong with the list."""

    why: str = ""  # "" or one of WHY
    signed_by: str = ""  # the fingerprint of the key
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    files: int = 0
    size: int = 0

    @property
    def whole(self) -> bool:
        """Whether everything is as it was signed."""
        return not (self.why or self.changed or self.missing or self.extra)

    @property
    def different(self) -> int:
        """How many files are not as they were signed."""
        return len(self.changed) + len(self.missing) + len(self.extra)


def signers_of(prefix: Path) -> Path:
    """Return where a build keeps whose signatures it believes."""
    return prefix / SIGNERS


def prove(prefix: Path, signers: Path, progress: Progress | None = None) -> Findings:
    """Look through a build and refuse it where anything differs.

    Raises:
        ProgramAltered: with the reason, the count and the first name.
    """
    found = look_through(prefix, signers, progress)
    if not found.whole:
        names = (*found.changed, *found.missing, *found.extra)
        first = names[0] if names else LIST
        raise ProgramAltered(
            why=found.why or "files", files=found.different, first=first
        )
    return found


def look_through(
    prefix: Path, signers: Path, progress: Progress | None = None
) -> Findings:
    """Compare every file below ``prefix`` with the list that one of ``signers`` signed."""
    try:
        listed = (prefix / LIST).read_bytes()[: _LIMIT + 1]
        rows = read_list(listed)
    except (OSError, ValueError):
        return Findings(why="no-list")
    why, key = _whose(prefix, listed, signers)
    if why:
        return Findings(why=why, signed_by=key, files=len(rows))
    try:
        return _compared(prefix, rows, key, progress or Silent())
    except OSError:  # a folder that cannot be read
        return Findings(why="unreadable", signed_by=key, files=len(rows))


def read_list(data: bytes) -> dict[str, str]:
    """Return name and SHA-256 of every file of a list.

    Raises:
        ValueError: not in the published form: sorted, no name twice, none that leads outside.
    """
    text = data.decode("utf-8")
    if len(data) > _LIMIT or not text.endswith("\n"):
        raise ValueError
    rows: dict[str, str] = {}
    for line in text.removesuffix("\n").split("\n"):
        fits = _ROW.fullmatch(line)
        if fits is None or {"", ".", ".."} & set(fits[2].split("/")):
            raise ValueError
        rows[fits[2]] = fits[1]
    if list(rows) != sorted(rows) or len(rows) != text.count("\n"):
        raise ValueError
    return rows


def _whose(prefix: Path, listed: bytes, signers: Path) -> tuple[str, str]:
    """Return what is wrong with the signature, and the fingerprint of its key."""
    try:
        armored = (prefix / SIGNATURE).read_text("ascii")
    except (OSError, ValueError):
        return "no-signature", ""
    try:
        known = signing_keys(signers.read_text("utf-8"), PRINCIPAL, NAMESPACE)
    except (OSError, ValueError):
        return "no-signers", ""
    try:
        signature = checked_signature(NAMESPACE, listed, armored)
    except Untrusted:
        return "bad-signature", ""
    key = fingerprint(signature.public)
    return "" if public_blob(signature.public) in known else "unknown-key", key


def _compared(
    prefix: Path, rows: Mapping[str, str], key: str, progress: Progress
) -> Findings:
    here = dict(_files(prefix))
    named, changed, size = [one for one in rows if one in here], [], 0
    for name, digest, length in _read(here, named, progress):
        size += length
        if digest != rows[name]:
            changed.append(name)
    missing = tuple(one for one in rows if one not in here)
    extra = tuple(sorted(here.keys() - rows.keys() - {LIST, SIGNATURE}))
    return Findings("", key, tuple(changed), missing, extra, len(rows), size)


def _read(
    here: Mapping[str, str], names: Sequence[str], progress: Progress
) -> Iterator[tuple[str, str, int]]:
    """Yield name, SHA-256 and size of files, read by several hands at once."""
    lots = [names[at : at + _LOT] for at in range(0, len(names), _LOT)]
    hands = ThreadPoolExecutor(_HANDS)
    try:
        read = hands.map(lambda lot: [_digest(here[one]) for one in lot], lots)
        for done, (lot, digests) in enumerate(zip(lots, read, strict=True)):
            progress.step(done * _LOT, len(names), "progress-program-files")
            for name, (digest, length) in zip(lot, digests, strict=True):
                yield name, digest, length
    finally:
        hands.shutdown(cancel_futures=True)  # whoever does not want to wait


def _files(prefix: Path) -> Iterator[tuple[str, str]]:
    """Yield name and place of all that is no folder; no place where it is no plain file."""
    top = len(str(prefix)) + 1
    waiting = [str(prefix)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    plain = entry.is_file(follow_symlinks=False)
                    name = entry.path[top:].replace(os.sep, "/")
                    yield name, entry.path if plain else ""


def _digest(path: str) -> tuple[str, int]:
    """Return SHA-256 and size of a file; what is none, or cannot be read, fits nothing.

    There are thousands, most of them small: nothing here is for comfort.
    """
    digest, size = hashlib.sha256(), 0
    try:
        place = os.open(path, _READ)
    except OSError:
        return "", 0
    try:
        while block := os.read(place, _BLOCK):
            digest.update(block)
            size += len(block)
    except OSError:
        return "", 0
    finally:
        os.close(place)
    return digest.hexdigest(), size
