"""A pack as one signed file (묶음 파일): forms or code lists, one line of JSON, then a signature.

* ``head -n 1 FILE | ssh-keygen -Y verify -n intake-pack@v1 …`` checks one by hand.
* The bytes written again are the bytes read; at most 8 MiB; every file inside is UTF-8 text.
* Reading proves nothing: whoever reads one asks the list of who is enrolled about ``signature``,
  or has it from the library, where it was proven already.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from intake.crypto import canonical_json
from intake.crypto.signed_line import read_signed_line
from intake.errors import Malformed, Oversized

NAMESPACE: Final = "intake-pack@v1"
PACK_KINDS: Final = ("forms", "codes")
MAX_PACK: Final = 8 * 1024 * 1024
_VERSION: Final = 1
_FIELDS: Final = {"v", "kind", "id", "version", "made", "files"}
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
SignText: TypeAlias = Callable[[str, bytes], str]


@dataclass(frozen=True, slots=True)
class SignedPack:
    """What a file says: what it is, its version, when it was made, and the files inside."""

    kind: str  # forms | codes
    id: str
    version: str
    made: int  # milliseconds
    files: Mapping[str, bytes] = field(repr=False)
    message: bytes = field(repr=False)
    signature: str = field(repr=False)

    @property
    def data(self) -> bytes:
        """The file."""
        return self.message + self.signature.encode("ascii")


def make_pack(kind: str, name: str, version: str, made: int, files: Mapping[str, bytes], sign: SignText) -> SignedPack:  # fmt: skip
    """Return files as one signed file.

    Raises:
        Malformed: a name is none, or a file is no UTF-8 text in composed spelling (NFC).
    """
    try:
        texts = {file: data.decode("utf-8") for file, data in files.items()}
    except UnicodeDecodeError:
        raise Malformed(what="pack") from None
    said = {"v": _VERSION, "kind": kind, "id": name, "version": version, "made": made, "files": texts}  # fmt: skip
    line = canonical_json(said) + b"\n"
    made_now = read_pack(line + sign(NAMESPACE, line).encode("ascii"))
    if made_now.files != files:  # text that has another, composed spelling
        raise Malformed(what="pack")
    return made_now


def read_pack(data: bytes) -> SignedPack:
    """Return what a file says; its signature is not checked yet.

    Raises:
        Oversized: more than a pack may be.
        Malformed: it is no such file, or not in its one spelling.
        TooNew: a later version wrote it.
    """
    if len(data) > MAX_PACK:
        raise Oversized(limit=MAX_PACK)
    read = read_signed_line(data, "pack", _VERSION, _FIELDS)
    said, files = read.said, read.said["files"]
    if said["kind"] not in PACK_KINDS or not isinstance(files, dict):
        raise Malformed(what="pack")
    if not all(map(_is_plain, (said["id"], said["version"], *files))) or not all(isinstance(one, str) for one in files.values()):  # fmt: skip
        raise Malformed(what="pack")
    inside = {name: text.encode("utf-8") for name, text in files.items()}
    return SignedPack(said["kind"], said["id"], said["version"], read.made, inside, read.message, read.signature)  # fmt: skip


def _is_plain(name: object) -> bool:
    return isinstance(name, str) and _PLAIN.fullmatch(name) is not None
