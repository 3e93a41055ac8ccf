"""Receipts (인수 확인증): what was taken in, what was refused, in the receiver's own hand.

* A receipt is canonical JSON, signed by itself (``intake-receipt@v1``) so that it can be
  kept and shown, and sealed in a bundle like everything else.
* It names the segments of the addressee's own logs that lie here, and nobody else's; a
  laptop of our own center hears of all.
* What must be sent again is a pure function of the ledger and the acknowledgements. A
  lost, late or doubled receipt changes nothing that the next one does not repair.
* Only files of the outbox are ever removed because of a receipt.
"""

import contextlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from intake.bundle import RECEIPT, RECEIPT_SIGNATURE, Contents, Purpose, document_parcel
from intake.crypto.digest import canonical_json
from intake.errors import Malformed, NotForUs, TooNew, Unreachable
from intake.exchange import books, holdings, peers, withdrawals
from intake.exchange.anew import is_of_a_former_life
from intake.exchange.books import Sealed
from intake.exchange.cards import papers_for
from intake.exchange.context import Exchange
from intake.exchange.done_saying import settle_done
from intake.exchange.holdings import Acks
from intake.exchange.send import heading_for, seal
from intake.mailbox import Mailbox, withdraw
from intake.progress import Progress
from intake.trust import Party
from intake.vault import Database

NAMESPACE: Final = "intake-receipt@v1"
VERSION: Final = 1
_LIMIT: Final = 4_096  # bundles named in one receipt, the newest ones
_SHA = re.compile(r"[0-9a-f]{64}")
_CODE = re.compile(r"err(-[a-z]+)+")
_LOG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receiver says it has (인수 확인증)."""

    id: str
    by: str
    to: str
    acks: Acks
    bundles: tuple[str, ...]
    refused: Mapping[str, str]
    now: int
    roster: int = 0

    def to_bytes(self) -> bytes:
        """Return the bytes that are signed."""
        return canonical_json(
            {
                "v": VERSION,
                "id": self.id,
                "by": self.by,
                "to": self.to,
                "acks": {
                    log: [list(span) for span in spans]
                    for log, spans in self.acks.items()
                },
                "bundles": sorted(self.bundles),
                "refused": [[sha, why] for sha, why in sorted(self.refused.items())],
                "now": self.now,
                "roster": self.roster,
            }
        )


def read_receipt(data: bytes) -> Receipt:
    """Return what a receipt says; its signature is checked by the caller.

    Raises:
        TooNew: of a later version.
        Malformed: not canonical, or not a receipt.
    """
    try:
        said = json.loads(data)
        if canonical_json(said) != data:
            raise Malformed(what="receipt")
        if said["v"] > VERSION:
            raise TooNew(what="receipt", version=said["v"])
        receipt = _receipt(said)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Malformed(what="receipt") from error
    if receipt.to_bytes() != data:
        raise Malformed(what="receipt")
    return receipt


def make_receipt(ctx: Exchange, party: Party, progress: Progress) -> Sealed:
    """Seal a receipt for a party into the outbox.

    Raises:
        NoRoom, Cancelled: nothing is left behind.
    """
    heading = heading_for(ctx, party, Purpose.RECEIPT, logs={})
    with ctx.vault.reading() as db:
        receipt = _state(ctx, db, party, heading.id, heading.created)
    body = receipt.to_bytes()
    parcels = (
        document_parcel(RECEIPT, body),
        document_parcel(RECEIPT_SIGNATURE, ctx.trust.sign(NAMESPACE, body).encode()),
        *papers_for(ctx, party),
    )
    sealed, manifest = seal(ctx, heading, parcels, progress)
    with ctx.vault.writing() as db:
        books.note_made(db, sealed, manifest)
    return sealed


def take_receipt(ctx: Exchange, party: Party, contents: Contents) -> Receipt:
    """Take in a receipt that arrived: acknowledgements, answered bundles, refusals.

    Raises:
        BadSignature, CertificateRefused: it is not in the sender's hand.
        NotForUs: written for, or by, somebody else.
        Malformed: not a receipt.
    """
    body = contents.documents.get(RECEIPT, b"")
    armored = contents.documents.get(RECEIPT_SIGNATURE, b"").decode("ascii", "replace")
    signer = ctx.trust.check_signature(NAMESPACE, body, armored)
    receipt = read_receipt(body)
    ours = ctx.addressee.names
    theirs = (signer.device, ctx.trust.party_of(signer).name)
    if receipt.to not in ours or theirs != (receipt.by, party.name):
        raise NotForUs(why="receipt")
    with ctx.vault.writing() as db:
        db.execute(
            "insert or ignore into receipt (id, party, said, received, body, signature)"
            " values (?, ?, ?, ?, ?, ?)",
            (receipt.id, party.name, receipt.now, ctx.clock.wall(), body, armored),
        )
        if not is_of_a_former_life(ctx, receipt.by, receipt.now):
            settle(db, party.name, receipt, ctx.clock.wall())
    return receipt


def settle(db: Database, party: str, receipt: Receipt, ms: int) -> None:
    """Bring the books up to what a receipt says."""
    known = holdings.sealed_up_to(db)
    peers.add_acks(db, party, peers.within(receipt.acks, known))
    for sha, sent in _under_way(db, party).items():
        if sha in receipt.bundles:
            peers.settle_bundle(db, party, sha)
            # All of it lies there, also what others said: a receipt names own logs only.
            peers.add_acks(db, party, peers.within(sent, known))
            told = withdrawals.Told(party, sha, ms)
            withdrawals.settle_told(db, told, receipt.id)
            settle_done(db, party, sha)
            books.note_answered(db, sha, ms, answer=receipt.id)
        elif sha in receipt.refused:
            books.note_answered(db, sha, ms, receipt.refused[sha])
    acks = peers.acks_of(db, party)
    for sha, logs in _under_way(db, party, "escrow").items():
        if _is_superseded(db, party, sha, acks, logs):
            books.note_answered(db, sha, ms, answer=receipt.id)


def clear_outbox(ctx: Exchange, mailbox: Mailbox | None = None) -> int:
    """Remove acknowledged bundles from the outbox, and from a mailbox; return how many."""
    with ctx.vault.reading() as db:
        rows = db.all(
            "select sha, party, created, size from bundle_out where state = 'acked'"
        )
    cleared = 0
    for sha, party, created, size in rows:
        done = Sealed(sha, "", size, ctx.outbox / f"{sha}.age", party, created, 0)
        if done.path.exists():
            if mailbox is not None:
                with contextlib.suppress(Unreachable):
                    withdraw(mailbox, done.letter(ctx.suffix))
            done.path.unlink(missing_ok=True)
            cleared += 1
    return cleared


def receipts(ctx: Exchange) -> tuple[Receipt, ...]:
    """Return every receipt that came home, newest first."""
    with ctx.vault.reading() as db:
        rows = db.all("select body from receipt order by received desc, id desc")
    return tuple(read_receipt(bytes(body)) for (body,) in rows)


def _state(
    ctx: Exchange, db: Database, party: Party, number: str, created: int
) -> Receipt:
    """What a receipt to this party says now."""
    acks = ctx.ledger.acks()
    if not party.own:
        theirs = holdings.logs_of(db, party.code)
        acks = {log: spans for log, spans in acks.items() if log in theirs}
    merged = db.all(
        "select sha from bundle_in where party = ? and state = 'merged'"
        " order by received desc limit ?",
        (party.name, _LIMIT),
    )
    refused = db.all(
        "select sha, reason from bundle_in where party = ? and state = 'refused'"
        " order by received desc limit ?",
        (party.name, _LIMIT),
    )
    own = ctx.trust.own()
    return Receipt(
        id=number,
        by=own.device,
        to=party.name,
        acks={log: tuple((a, b) for a, b in spans) for log, spans in acks.items()},
        bundles=tuple(sorted(sha for (sha,) in merged)),
        refused=dict(refused),
        now=created,
    )


def _under_way(db: Database, party: str, but: str = "receipt") -> dict[str, Acks]:
    """What waits; a letter about match-only has no words that could come in other bundles."""
    rows = db.all(
        "select sha, logs from bundle_out where party = ? and purpose not in ('receipt', ?)"
        " and state in ('made', 'delivered', 'refused')",
        (party, but),
    )
    return {sha: peers.read_logs(logs) for sha, logs in rows}


def _is_superseded(db: Database, party: str, sha: str, acks: Acks, logs: Acks) -> bool:
    """Whether everything of a bundle arrived in other bundles.

    A notice needs no care here: what no receipt has confirmed is said again anyway.
    """
    missing = db.one(
        "select count(*) from bundle_out_part p where sha = ? and not exists"
        " (select 1 from peer_part h where h.party = ?"
        "  and h.scope = p.scope and h.cls = p.cls)",
        (sha, party),
    )
    return peers.covers(acks, logs) and missing == (0,)


def _receipt(said: dict[str, object]) -> Receipt:
    acks, bundles, refused = said["acks"], said["bundles"], said["refused"]
    if not (isinstance(acks, dict) and isinstance(bundles, list)):
        raise Malformed(what="receipt")
    if not isinstance(refused, list):
        raise Malformed(what="receipt")
    return Receipt(
        id=_like(_LOG, said["id"]),
        by=_like(_LOG, said["by"]),
        to=_like(_LOG, said["to"]),
        acks={_like(_LOG, log): _spans(spans) for log, spans in acks.items()},
        bundles=tuple(_like(_SHA, sha) for sha in bundles),
        refused={_like(_SHA, sha): _like(_CODE, why) for sha, why in refused},
        now=_whole(said["now"]),
        roster=_whole(said["roster"]),
    )


def _spans(said: object) -> tuple[tuple[int, int], ...]:
    if not isinstance(said, list):
        raise Malformed(what="receipt")
    spans = tuple((_whole(first), _whole(last)) for first, last in said)
    if any(first > last for first, last in spans):
        raise Malformed(what="receipt")
    return spans


def _like(pattern: re.Pattern[str], said: object) -> str:
    if not isinstance(said, str) or not pattern.fullmatch(said):
        raise Malformed(what="receipt")
    return said


def _whole(said: object) -> int:
    if type(said) is not int or not 0 <= said < 1 << 63:
        raise Malformed(what="receipt")
    return said
