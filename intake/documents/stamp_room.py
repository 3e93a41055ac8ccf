"""Room for a time stamp in a paper (시점확인): asked for by hash on one day, filled in on another.

* A document time stamp (ETSI EN 319 142-1, 5.4.3) covers the paper with its seal. The file that
  waits is whole but for the stamp; nobody else has to keep anything.
* ``waiting_for`` finds the hash that has to be stamped in the file itself.
"""

import hashlib
import io
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import (
    DocumentTimestamp,
    PreparedByteRangeDigest,
)

from intake.errors import NotAPaper, StampRefused

FIELD = "Stamp"
_ROOM = 2 * 16_384  # hex digits: an answer is a few KiB


@dataclass(frozen=True, slots=True)
class Waiting:
    """The hash that a stamp has to speak of, and where its token goes."""

    sha256: str
    start: int
    end: int


def with_room(pdf: bytes) -> bytes:
    """Return a paper with room for one time stamp at its end."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    steps = PdfCMSEmbedder().write_cms(FIELD, writer)
    next(steps)
    room = DocumentTimestamp(bytes_reserved=_ROOM)  # type: ignore[no-untyped-call]
    steps.send(SigObjSetup(sig_placeholder=room))
    _, out = steps.send(SigIOSetup(md_algorithm="sha256"))
    data: bytes = out.getvalue()
    return data


def waiting_for(pdf: bytes) -> Waiting:
    """Return what a paper waits for.

    Raises:
        NotAPaper: it is no paper with room for a stamp, or has its stamp.
    """
    try:
        ranges = [int(one) for one in _stamp_of(pdf)["/ByteRange"]]
        first, start, end, rest = ranges
        room = pdf[start:end]
        empty = room[:1] == b"<" and not room[1:-1].strip(b"0")
    except NotAPaper:
        raise
    except Exception:  # noqa: BLE001 - whatever a reader says of hostile bytes: no paper
        raise NotAPaper(why="not-a-paper") from None
    if first or end + rest != len(pdf) or not empty:
        raise NotAPaper(why="not-waiting")
    said = hashlib.sha256(pdf[:start])
    said.update(pdf[end:])
    return Waiting(said.hexdigest(), start, end)


def with_stamp(pdf: bytes, token: bytes) -> bytes:
    """Return a paper with the token it waited for; the caller has proven it.

    Raises:
        StampRefused: there is no room for so long a token.
    """
    room = waiting_for(pdf)
    prepared = PreparedByteRangeDigest(bytes.fromhex(room.sha256), room.start, room.end)
    out = io.BytesIO(pdf)
    if 2 * len(token) > room.end - room.start - 2:
        raise StampRefused(why="format")
    prepared.fill_with_cms(out, token)
    return out.getvalue()


def _stamp_of(pdf: bytes) -> Any:  # noqa: ANN401 - pyHanko's own
    root = PdfFileReader(io.BytesIO(pdf)).root
    for reference in root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        if field["/T"] == FIELD:
            return field["/V"]
    raise NotAPaper(why="not-waiting")
