"""A guideline as a signed file (양형기준 파일): one line of canonical JSON, then its signature.

* See ``FORMAT.md`` beside this file. ``head -n 1 FILE | ssh-keygen -Y verify -n
  intake-guideline@v1 …`` checks one by hand.
* The bytes written again are the bytes read; at most 512 KiB.
* Reading proves nothing: whoever reads one asks the list of who is enrolled about ``signature``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from intake.crypto import canonical_json
from intake.crypto.signed_line import read_signed_line
from intake.documents.guideline import Guideline, guideline_of
from intake.errors import GuidelineRefused, Malformed

NAMESPACE: Final = "intake-guideline@v1"
VERSION: Final = 1
MAX_FILE: Final = 512 * 1024
_FIELDS: Final = {"v", "kind", "made", "guideline"}
SignText: TypeAlias = Callable[[str, bytes], str]


@dataclass(frozen=True, slots=True)
class Pack:
    """What a file says: an edition, when it was made, and who may have signed it."""

    guideline: Guideline
    made: int  # milliseconds; of two files of one edition the later counts
    message: bytes
    signature: str

    @property
    def data(self) -> bytes:
        """The file."""
        return self.message + self.signature.encode("ascii")

    @property
    def order(self) -> tuple[str, int]:
        """Return what makes one pack newer than another."""
        return self.guideline.edition, self.made


def make_pack(guideline: Guideline, made: int, sign: SignText) -> Pack:
    """Return an edition as a signed file."""
    said = {"v": VERSION, "kind": "guideline", "made": made, "guideline": guideline.said()}  # fmt: skip
    line = canonical_json(said) + b"\n"
    return Pack(guideline, made, line, sign(NAMESPACE, line))


def read_pack(data: bytes) -> Pack:
    """Return what a file says; its signature is not checked yet.

    Raises:
        GuidelineRefused: it is no such file, or not in its one spelling (why: too-large, format).
        TooNew: a later version wrote it.
    """
    if len(data) > MAX_FILE:
        raise GuidelineRefused(why="too-large")
    try:
        read = read_signed_line(data, "guideline", VERSION, _FIELDS)
    except Malformed:
        raise GuidelineRefused(why="format") from None
    if read.said["kind"] != "guideline":
        raise GuidelineRefused(why="format")
    return Pack(guideline_of(read.said["guideline"]), read.made, read.message, read.signature)  # fmt: skip
