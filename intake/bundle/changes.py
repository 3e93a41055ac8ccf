r"""Change files: segments as lines of JSON, pressed with zstd.

* A file holds whole segments and at most 4 MiB of them; one zstd frame, window ≤ 8 MiB.
  A lone segment of 2 MiB whose every byte needs an escape may take a quarter MiB more.
* Unpacking stops at the first byte over the limit: a bomb costs that much and no more.
* A segment's first line is an object, each further line a list (``ledger/FORMAT.md``).

>>> lines = b'{"h":1}\n[0,"",""]\n{"h":2}\n'
>>> split_segments(unpack(press([lines])[0].pressed))
[b'{"h":1}\n[0,"",""]\n', b'{"h":2}\n']
"""

import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

from intake.errors import Altered, Cut, Malformed, Oversized

FULL = 4 * 1024 * 1024
MAX_RAW = FULL + 256 * 1024
MAX_WINDOW_LOG = 23
ENTRY_LIMIT = 1_000  # as in ``ledger/FORMAT.md``
_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Pressed:
    """One change file and how much it held before pressing."""

    pressed: bytes = field(repr=False)
    raw: int


def press(segments: Iterable[bytes]) -> list[Pressed]:
    """Return change files that hold these segments in order."""
    return [_press(b"".join(group)) for group in _grouped(segments)]


def _press(raw: bytes) -> Pressed:
    return Pressed(zstd.compress(raw, level=_LEVEL), len(raw))


def _grouped(segments: Iterable[bytes]) -> Iterator[list[bytes]]:
    group: list[bytes] = []
    size = 0
    for segment in segments:
        if len(segment) > MAX_RAW:
            raise Oversized(limit=MAX_RAW)
        if group and size + len(segment) > FULL:
            yield group
            group, size = [], 0
        group.append(segment)
        size += len(segment)
    if group:
        yield group


def unpack(pressed: bytes) -> bytes:
    """Return the lines of one change file.

    Raises:
        Oversized: more than the limit, or a window over 8 MiB.
        Cut: the frame does not end, or something follows it.
        Altered: the frame's own checks fail.
    """
    wide: dict[int, int] = {zstd.DecompressionParameter.window_log_max: MAX_WINDOW_LOG}
    machine = zstd.ZstdDecompressor(options=wide)
    try:
        raw = machine.decompress(pressed, max_length=MAX_RAW + 1)
    except zstd.ZstdError as error:
        raise _refusal(error) from error
    if len(raw) > MAX_RAW:
        raise Oversized(limit=MAX_RAW)
    if not machine.eof or machine.unused_data:
        raise Cut(member="changes")
    return raw


def _refusal(error: Exception) -> Oversized | Altered:
    if "memory" in str(error):  # zstd: "Frame requires too much memory for decoding"
        return Oversized(limit=1 << MAX_WINDOW_LOG)
    return Altered(member="changes")


def split_segments(raw: bytes) -> list[bytes]:
    """Return the segments of a change file.

    Raises:
        Malformed: a line that is neither a segment's head nor one of its entries, or more
            entries than a segment has.
    """
    segments: list[list[bytes]] = []
    for line in io.BytesIO(raw):  # line by line: a hostile file has millions
        if not line.endswith(b"\n") or line[:1] not in (b"{", b"["):
            raise Malformed(what="changes")
        if line.startswith(b"{"):
            segments.append([line])
        elif segments and len(segments[-1]) <= ENTRY_LIMIT:
            segments[-1].append(line)
        else:
            raise Malformed(what="changes")
    return [b"".join(lines) for lines in segments]
