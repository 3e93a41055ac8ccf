"""Room for a time stamp in a paper (시점확인): asked for by hash on one day, filled in on another.

* A document time stamp (ETSI EN 319 142-1, 5.4.3) covers the paper with its seal. The file that
  waits is whole but for the stamp; nobody else has to keep anything.
* ``waiting_for`` finds the hash that has to be stamped in the file itself.
* ``before_stamp`` gives the waiting file back from a stamped one, byte for byte: so a stamped
  paper is known by the hash that was kept when it was issued.
"""

import hashlib
import io
from dataclasses import dataclass
from typing import Any

from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import (
    DocumentTimestamp,
    PreparedByteRangeDigest,
)

from intake.documents.seal_reading import opened
from intake.documents.sealing import opened_for_more
from intake.errors import IntakeError, NotAPaper, StampRefused

FIELD = "Stamp"
_ROOM = 2 * 16_384  # hex digits: an answer is a few KiB


@dataclass(frozen=True, slots=True)
class Waiting:
    """The hash that a stamp has to speak of, and where its token goes."""

    sha256: str
    start: int
    end: int


def with_room(pdf: bytes, passphrase: str = "") -> bytes:
    """Return a paper with room for one time stamp at its end; ``passphrase`` opens a locked one."""
    writer = opened_for_more(pdf, passphrase)
    steps = PdfCMSEmbedder().write_cms(FIELD, writer)
    next(steps)
    room = DocumentTimestamp(bytes_reserved=_ROOM)  # type: ignore[no-untyped-call]
    steps.send(SigObjSetup(sig_placeholder=room))
    _, out = steps.send(SigIOSetup(md_algorithm="sha256"))
    data: bytes = out.getvalue()
    return data


def waiting_for(pdf: bytes, passphrase: str = "") -> Waiting:
    """Return what a paper waits for.

    Raises:
        NotAPaper: it is no paper with room for a stamp, or has its stamp.
    """
    room = _room_of(pdf, passphrase)
    if pdf[room.start + 1 : room.end - 1].strip(b"0"):
        raise NotAPaper(why="not-waiting")
    return room


def with_stamp(pdf: bytes, token: bytes, passphrase: str = "") -> bytes:
    """Return a paper with the token it waited for; the caller has proven it.

    Raises:
        StampRefused: there is no room for so long a token.
    """
    room = waiting_for(pdf, passphrase)
    prepared = PreparedByteRangeDigest(bytes.fromhex(room.sha256), room.start, room.end)
    out = io.BytesIO(pdf)
    if 2 * len(token) > room.end - room.start - 2:
        raise StampRefused(why="format")
    prepared.fill_with_cms(out, token)
    return out.getvalue()


def before_stamp(pdf: bytes, passphrase: str = "") -> bytes:
    """Return a stamped paper as it waited for its stamp; another paper stays as it is."""
    try:
        room = _room_of(pdf, passphrase)
    except NotAPaper:
        return pdf
    return pdf[: room.start + 1] + b"0" * (room.end - room.start - 2) + pdf[room.end - 1 :]  # fmt: skip


def _room_of(pdf: bytes, passphrase: str) -> Waiting:
    """Find the room at the end of a paper; it covers everything else in the file."""
    try:
        first, start, end, rest = (int(one) for one in _stamp_of(pdf, passphrase)["/ByteRange"])  # fmt: skip
    except IntakeError:
        raise
    except Exception:  # noqa: BLE001 - whatever a reader says of hostile bytes: no paper
        raise NotAPaper(why="not-a-paper") from None
    fits = 0 < start < end <= len(pdf) and first == 0 and end + rest == len(pdf)
    if not fits or pdf[start : start + 1] != b"<" or pdf[end - 1 : end] != b">":
        raise NotAPaper(why="not-waiting")
    said = hashlib.sha256(pdf[:start])
    said.update(pdf[end:])
    return Waiting(said.hexdigest(), start, end)


def _stamp_of(pdf: bytes, passphrase: str) -> Any:  # noqa: ANN401 - pyHanko's own
    root = opened(pdf, passphrase).root
    fields = root["/AcroForm"]["/Fields"] if "/AcroForm" in root else ()
    for reference in fields:
        field = reference.get_object()
        if field["/T"] == FIELD:
            return field["/V"]
    raise NotAPaper(why="not-waiting")
