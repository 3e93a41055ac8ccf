"""Whether everything still fits: chains, leaves, winners; and one hash of the whole state."""

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby

from intake.crypto.digest import leaf, leaves_digest, segment_hash
from intake.errors import IntakeError
from intake.ledger import waiting
from intake.ledger.joining import find_gaps
from intake.ledger.means import CheckSigner
from intake.ledger.merge import Said, cell_of
from intake.ledger.places import PLACES
from intake.ledger.report import LedgerReport
from intake.ledger.segment import LEAF, NAMESPACE, SegmentHeader, WireSegment
from intake.progress import Progress
from intake.vault import Database

_Problem = tuple[str, str, int]


def verify(
    db: Database, check_signer: CheckSigner | None, progress: Progress
) -> LedgerReport:
    """Check every segment, body and winner; a problem is reported, never raised."""
    rows = db.all(
        "select segment.id, log.log, n, header, sig, leaves, hash, prev from segment"
        " join log on log.id = segment.log where segment.state <> 'open' order by segment.id"
    )
    problems: list[_Problem] = []
    for done, (number, log, n, header, sig, leaves, name, prev) in enumerate(rows):
        progress.step(done, len(rows), "progress-verifying")
        wire = WireSegment(bytes(header), sig, bytes(leaves), ())
        what = _what_is_wrong(db, wire, name, prev, number, check_signer)
        problems += [(one, log, n) for one in what]
    problems += [("winner", "", rec) for rec in _wrong_winners(db)]
    return LedgerReport(
        segments=len(rows),
        entries=_count(db, "select sum(count) from segment"),
        bodies=_count(db, "select count(*) from entry"),
        open_entries=_count(db, "select sum(count) from segment where state = 'open'"),
        gaps=find_gaps(db),
        forked_logs=tuple(
            row[0]
            for row in db.all("select log from log where state = 'forked' order by log")
        ),
        waiting=waiting.count(db),
        problems=tuple(problems),
    )


def _what_is_wrong(
    db: Database,
    wire: WireSegment,
    name: bytes,
    prev: bytes | None,
    number: int,
    check_signer: CheckSigner | None,
) -> Iterator[str]:
    try:
        header = SegmentHeader.from_bytes(wire.header)
        if check_signer is not None:
            check_signer(wire, NAMESPACE)
    except IntakeError as error:
        yield error.text_id
        return
    if segment_hash(wire.header) != name or header.prev != (prev or b"").hex():
        yield "header"
    hashes = [wire.leaves[at : at + LEAF] for at in range(0, len(wire.leaves), LEAF)]
    if len(hashes) != header.count or leaves_digest(hashes).hex() != header.leaves:
        yield "leaves"
        return
    for entry, salt, body in db.each(
        "select id, salt, body from entry where id between ? and ?",
        (number * PLACES, number * PLACES + PLACES - 1),
    ):
        idx = entry - number * PLACES
        if idx >= len(hashes) or leaf(salt, body) != hashes[idx]:
            yield "body"


def _wrong_winners(db: Database) -> Iterator[int]:
    """Return the records whose winners are not what their history says."""
    shown = {
        (rec, field): (hlc, bytes(tie), count)
        for rec, field, hlc, tie, count in db.each(
            "select rec, field, hlc, tie, heads from winner"
        )
    }
    ops = db.each("select rec, field, hlc, tie, base from op order by rec, field")
    for key, group in groupby(ops, key=lambda row: (row[0], row[1])):
        cell = cell_of(
            Said(hlc, bytes(tie), bytes(base)) for _, _, hlc, tie, base in group
        )
        if shown.pop(key, None) != tuple(cell):
            yield key[0]
    yield from (rec for rec, _ in shown)


def state_digest(db: Database) -> str:
    """Return one hash of what this vault knows, the same wherever the same is known.

    Local numbers, the order of arrival, clock marks and counters of destroyed entries are
    not in it.
    """
    whole = hashlib.sha256()
    for name, sql in _STATE.items():
        rows = sorted(json.dumps([_plain(part) for part in row]) for row in db.all(sql))
        whole.update(json.dumps([name, rows]).encode())
    return whole.hexdigest()


_STATE = {
    "segment": "select log.log, device, center, log.state, n, hash from segment"
    " join log on log.id = segment.log where segment.state = 'ok'",
    "body": "select segment.hash, entry.id % 1024, entry.hlc, scope.scope, part.cls, salt, body"
    " from entry join segment on segment.id = entry.id / 1024"
    " join part on part.id = entry.part join scope on scope.id = part.scope",
    "op": "select rec.eid, rec.entity, scope.scope, name.name, op.hlc, op.tie, op.base from op"
    " join rec on rec.id = op.rec join scope on scope.id = rec.scope"
    " join name on name.id = op.field",
    "winner": "select rec.eid, rec.entity, name.name, hlc, tie, heads, value from winner"
    " join rec on rec.id = winner.rec join name on name.id = winner.field",
    "waiting": "select segment.hash, entry.id % 1024, why, batch from waiting"
    " join entry on entry.id = waiting.entry join segment on segment.id = entry.id / 1024",
    "batch": "select batch.batch, scope.scope, part.cls from batch"
    " join part on part.id = batch.part join scope on scope.id = part.scope",
    "erased": "select part, ground, hlc, center from erased",
    "clockfix": "select hlc, tie, log, n0, n1, delta from clockfix",
    "scope": "select distinct scope.scope, part.cls from part"
    " join scope on scope.id = part.scope",
}


def _plain(part: object) -> object:
    return part.hex() if isinstance(part, bytes) else part


def _count(db: Database, sql: str) -> int:
    row = db.one(sql)
    return int(row[0] or 0) if row else 0
