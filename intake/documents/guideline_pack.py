"""A guideline as a signed file (양형기준 파일): one line of canonical JSON, then its signature.

* See ``FORMAT.md`` beside this file. ``head -n 1 FILE | ssh-keygen -Y verify -n
  intake-guideline@v1 …`` checks one by hand.
* The bytes written again are the bytes read; at most 512 KiB.
* Reading proves nothing: whoever reads one asks the list of who is enrolled about ``signature``.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from intake.crypto import canonical_json
from intake.documents.guideline import Guideline, guideline_of
from intake.errors import GuidelineRefused, TooNew

NAMESPACE: Final = "intake-guideline@v1"
VERSION: Final = 1
MAX_FILE: Final = 512 * 1024
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
    line, newline, armored = data.partition(b"\n")
    said = _said(line)
    made = said.get("made")
    if said.keys() != {"v", "kind", "made", "guideline"} or said["kind"] != "guideline":
        raise GuidelineRefused(why="format")
    if type(made) is not int or not 0 <= made < 1 << 63 or not armored.isascii():
        raise GuidelineRefused(why="format")
    return Pack(guideline_of(said["guideline"]), made, line + newline, armored.decode("ascii"))  # fmt: skip


def _said(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line)
        again = canonical_json(said)
    except (ValueError, RecursionError):
        raise GuidelineRefused(why="format") from None
    if not isinstance(said, dict) or again != line:
        raise GuidelineRefused(why="format")
    version = said.get("v")
    if type(version) is int and version > VERSION:
        raise TooNew(what="guideline", version=version)
    if version != VERSION:
        raise GuidelineRefused(why="format")
    return said
