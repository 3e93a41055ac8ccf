"""Rules a segment must keep before one word of it is believed. Rules raise, never decide.

1. The header is canonical and within its limits.
2. There are as many leaves as it says, and their digest is the one it says.
3. Every body, with its salt, hashes to the leaf at its place; no place twice, in order.
4. Bodies keep their limits: 64 KiB each, 2 MiB together.
5. A known predecessor is of the same log and stands right before; the first of a log may
   follow the last of the log it continues.
6. A log begins with the fingerprint of the key that signs it, so that no other device,
   however well certified, can speak in it or take its name first.

Whose signature it is, is asked of the caller: the ledger has no list of devices.
"""

from intake.crypto.digest import leaf, leaves_digest, sha256
from intake.errors import Altered, BrokenChain, Oversized
from intake.ledger.change import BODY_LIMIT
from intake.ledger.segment import BYTES_LIMIT, LEAF, SALT, SegmentHeader, WireSegment


def check(segment: WireSegment) -> SegmentHeader:
    """Check everything that a segment says about itself; return its header.

    Raises:
        Malformed, TooNew: rule 1.
        Altered: rule 2 or 3 (member: ``leaves`` or ``body``).
        Oversized: rule 4.
    """
    header = SegmentHeader.from_bytes(segment.header)
    _check_leaves(segment, header)
    _check_bodies(segment)
    return header


def _check_leaves(segment: WireSegment, header: SegmentHeader) -> None:
    if len(segment.leaves) != header.count * LEAF:
        raise Altered(member="leaves", log=header.log, n=header.n)
    hashes = [
        segment.leaves[at : at + LEAF] for at in range(0, len(segment.leaves), LEAF)
    ]
    if leaves_digest(hashes).hex() != header.leaves:
        raise Altered(member="leaves", log=header.log, n=header.n)


def _check_bodies(segment: WireSegment) -> None:
    count, total, before = len(segment.leaves) // LEAF, 0, -1
    leaves = segment.leaves
    for idx, salt, body in segment.bodies:
        if not before < idx < count or len(salt) != SALT:
            raise Altered(member="body", index=idx)
        total += len(body)
        if len(body) > BODY_LIMIT or total > BYTES_LIMIT:
            raise Oversized(limit=BODY_LIMIT if len(body) > BODY_LIMIT else BYTES_LIMIT)
        if leaf(salt, body) != leaves[idx * LEAF : idx * LEAF + LEAF]:
            raise Altered(member="body", index=idx)
        before = idx


def log_prefix(public: bytes) -> str:
    """Return what the name of every log of a device key begins with."""
    return sha256(public)[:8].hex()


def check_key(header: SegmentHeader, public: bytes) -> None:
    """Check rule 6 against the key whose signature was found good.

    Raises:
        BrokenChain: the log belongs to another key.
    """
    if not header.log.startswith(log_prefix(public)):
        raise BrokenChain(log=header.log, n=header.n)


def check_continues(header: SegmentHeader, before: tuple[str, int]) -> None:
    """Check rule 5 against the predecessor's (log, n).

    Raises:
        BrokenChain: the header names a predecessor that is not one.
    """
    log, n = before
    is_next = (log, n + 1) == (header.log, header.n)
    is_new_log = header.n == 0 and log != header.log
    if not (is_next or is_new_log):
        raise BrokenChain(log=header.log, n=header.n)
