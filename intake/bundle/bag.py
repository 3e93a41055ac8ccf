"""What is written on a bag: BagIt 1.0 (RFC 8493) lists, generated and never parsed.

* ``bagit.txt`` is 54 fixed bytes. ``manifest-sha256.txt`` lists the payload,
  ``tagmanifest-sha256.txt`` lists the three files before it; the signature is over the
  tag manifest and so over everything.
* The five tag files come first: whoever reads knows the signer before the first byte of
  payload.

>>> print(manifest_text([Piece("data/changes/000001.jsonl.zst", 1, "ab" * 32)]).decode()[62:])
ab  data/changes/000001.jsonl.zst
<BLANKLINE>
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from intake.errors import Malformed

BAGIT: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
BAGIT_NAME: Final = "bagit.txt"
ABOUT_NAME: Final = "bundle.json"
MANIFEST_NAME: Final = "manifest-sha256.txt"
TAGS_NAME: Final = "tagmanifest-sha256.txt"
SIGNATURE_NAME: Final = "tagmanifest-sha256.txt.sig"
NAMESPACE: Final = "intake-bundle@v1"

RECEIPT: Final = "data/receipt.json"
RECEIPT_SIGNATURE: Final = "data/receipt.json.sig"
CARD: Final = "data/card.enrolment"
ESCROW: Final = "data/escrow.json"
REQUEST: Final = (
    "data/request.enrolment"  # a laptop asks its center for a new certificate
)
ANSWER: Final = "data/answer.enrolment"
DONE: Final = "data/done.json"  # what was done with what somebody asked to be destroyed
PAPERS: Final = frozenset({CARD, REQUEST, ANSWER, DONE})  # these go along with anything

_CHANGES = re.compile(r"data/changes/[0-9]{6}\.jsonl\.zst")
_ATTACHMENT = re.compile(r"data/attachments/([0-9a-f]{64})\.age")
_NOTICE = re.compile(r"data/notices/[0-9]{6}\.json")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of the payload: where it lies in the bag, how long, which bytes."""

    path: str
    size: int
    sha256: str

    def check(self) -> None:
        """Refuse what no payload may hold.

        Raises:
            Malformed: another path, digest or size than the format knows.
        """
        if not (is_changes(self) or is_attachment(self) or is_document(self)):
            raise Malformed(what="path")
        if not _DIGEST.fullmatch(self.sha256):
            raise Malformed(what="digest")


def is_changes(piece: Piece) -> bool:
    """Whether the piece is a file of segments."""
    return _CHANGES.fullmatch(piece.path) is not None


def is_attachment(piece: Piece) -> bool:
    """Whether the piece is a sealed attachment under its own name."""
    found = _ATTACHMENT.fullmatch(piece.path)
    return found is not None and found.group(1) == piece.sha256


def is_document(piece: Piece) -> bool:
    """Whether the piece is a receipt, its signature, a notice or a paper that goes along."""
    fixed = piece.path in {RECEIPT, RECEIPT_SIGNATURE, ESCROW, *PAPERS}
    return fixed or _NOTICE.fullmatch(piece.path) is not None


def in_bag(path: str) -> str:
    """Return the name of a file of the bag inside the archive."""
    return f"bag/{path}"


def manifest_text(pieces: Iterable[Piece]) -> bytes:
    """Return ``manifest-sha256.txt`` for these pieces."""
    return _listed((piece.sha256, piece.path) for piece in pieces)


def tags_text(about: bytes, manifest: bytes) -> bytes:
    """Return ``tagmanifest-sha256.txt``: the bytes that are signed."""
    named = ((BAGIT_NAME, BAGIT), (ABOUT_NAME, about), (MANIFEST_NAME, manifest))
    return _listed((hashlib.sha256(data).hexdigest(), name) for name, data in named)


def tag_files(
    about: bytes, manifest: bytes, signature: bytes
) -> Sequence[tuple[str, bytes]]:
    """Return the five tag files in the order they stand in the archive."""
    return (
        (BAGIT_NAME, BAGIT),
        (ABOUT_NAME, about),
        (MANIFEST_NAME, manifest),
        (TAGS_NAME, tags_text(about, manifest)),
        (SIGNATURE_NAME, signature),
    )


def _listed(lines: Iterable[tuple[str, str]]) -> bytes:
    return "".join(f"{digest}  {name}\n" for digest, name in lines).encode("ascii")
