"""A signed line (서명된 한 줄): one line of canonical JSON, then the signature over it, and no more.

* ``head -n 1 FILE | ssh-keygen -Y verify …`` checks one by hand.
* There is one spelling: the bytes written again are the bytes read.
* Reading proves nothing: whoever reads one asks about ``signature``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from intake.crypto.digest import canonical_json
from intake.errors import Malformed, TooNew


@dataclass(frozen=True, slots=True)
class SignedLine:
    """What a line says, when it was made, and the bytes that were signed."""

    said: Mapping[str, Any] = field(repr=False)
    made: int  # milliseconds
    message: bytes = field(repr=False)
    signature: str = field(repr=False)


def read_signed_line(data: bytes, what: str, version: int, names: set[str]) -> SignedLine:  # fmt: skip
    """Return what a file of one kind says; its signature is not checked yet.

    Raises:
        Malformed: it is no such file, not in its one spelling, or says other things than ``names``.
        TooNew: a version later than ``version`` wrote it.
    """
    line, newline, armored = data.partition(b"\n")
    said = _said(line, what)
    stated, made = said.get("v"), said.get("made")
    if type(stated) is int and stated > version:
        raise TooNew(what=what, version=stated)
    fits = type(stated) is int and stated == version and said.keys() == names
    if not fits or type(made) is not int or not 0 <= made < 1 << 63:
        raise Malformed(what=what)
    if not armored.isascii():
        raise Malformed(what=what)
    return SignedLine(said, made, line + newline, armored.decode("ascii"))


def _said(line: bytes, what: str) -> dict[str, Any]:
    try:
        said = json.loads(line)
        again = canonical_json(said)
    except (ValueError, RecursionError):
        raise Malformed(what=what) from None
    if not isinstance(said, dict) or again != line:
        raise Malformed(what=what)
    return said
