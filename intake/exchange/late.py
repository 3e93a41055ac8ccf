"""What comes when its sender's trust is over (늦은 묶음): set aside with words, never lost.

* Out of time: a bundle made while the sender's certificate had ended is set aside. Once the same
  key of the same laptop was certified again it is taken in as it came.
* Taken back: of a laptop that was taken back, segments count up to the position; what lies behind
  is kept here as it came, counted, and part of nothing. Where whoever took it back moves the
  position (a laptop that was found), what lies before it now is taken in.
* What an honest laptop passes on of such a log is left out; the rest of its bundle goes on.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from intake.crypto import Certificate, read_signature
from intake.errors import CertificateRefused, IntakeError
from intake.exchange.books import MERGED
from intake.exchange.context import Exchange
from intake.ledger import NAMESPACE, SegmentHeader, WireSegment
from intake.trust import Signer

LATE: Final = "late"  # set aside until its sender was certified again
REPLACED: Final = "replaced"  # what was in it came with a later bundle
OUT_OF_TIME: Final = frozenset({"expired", "early"})
_MOST: Final = 256 * 1024 * 1024  # bytes kept behind revocations, all together


@dataclass(frozen=True, slots=True)
class Behind:
    """What lies behind the position of one log (취소 뒤의 조각)."""

    log: str
    device: str
    center: str
    first: int
    last: int
    segments: int
    entries: int


def is_out_of_time(error: IntakeError | None) -> bool:
    """Whether somebody only has to be certified again."""
    return (
        isinstance(error, CertificateRefused) and error.facts.get("why") in OUT_OF_TIME
    )


def judge_time(ctx: Exchange, signer: Signer, made: int) -> CertificateRefused | None:
    """Judge a certificate by when a bundle was made, or by now where that clock was wrong.

    A laptop that woke up in 1970 or 2099 is marked, never refused for it. One whose certificate
    had ended is believed once its key was certified again.
    """
    refused = None
    for ms in (made, ctx.clock.wall()):
        try:
            ctx.trust.check_valid(signer, ms)
        except CertificateRefused as error:
            refused = refused or error
        else:
            ctx.moving.meet(signer)
            return None
    return None if ctx.moving.is_vouched(signer) else refused


def may_try_again(ctx: Exchange, sha: str) -> bool:
    """Whether something was certified since a bundle was set aside."""
    with ctx.vault.reading() as db:
        row = db.one("select received from bundle_in where sha = ?", (sha,))
    return row is None or ctx.moving.newest_met() >= row[0]


def settle(ctx: Exchange, here: Collection[str]) -> None:
    """Let bundles wait no more whose sender took the letter away and was heard since.

    What was in one that nobody confirmed its sender seals anew, with the new certificate.

    Args:
        ctx: the rooms.
        here: the letters that lie in the mailbox.
    """
    with ctx.vault.writing() as db:
        rows = db.all(
            "select sha from bundle_in one where state = ? and exists (select 1 from"
            " bundle_in two where two.device = one.device and two.state = ?"
            " and two.received > one.received)",
            (LATE, MERGED),
        )
        gone = [(REPLACED, sha) for (sha,) in rows if sha not in here]
        db.executemany(
            "update bundle_in set state = ?, reason = '', facts = '{}' where sha = ?",
            gone,
        )


class TakenBack:
    """The certificates that were taken back, asked once for a whole merge."""

    def __init__(self, ctx: Exchange, *, by_itself: bool = False) -> None:
        """Know them; ``by_itself``: what comes is brought by one that was taken back."""
        self._by_itself = by_itself
        self._ctx, self._keys = ctx, ctx.trust.revoked_keys()
        self._publics = ctx.trust.revoked_publics()
        self._left: set[bytes] = set()

    def holds(self, segment: WireSegment) -> bool:
        """Whether a segment counts; one behind a position is kept aside."""
        certificate = read_signature(segment.signature).certificate
        if certificate is None or not self._is_meant(certificate):
            return True
        try:
            self._ctx.trust.check_segment(segment, NAMESPACE)
        except CertificateRefused as error:
            if error.facts.get("why") != "revoked" or self._is_here(segment):
                return error.facts.get("why") != "revoked"  # others say it themselves
            self._keep(segment)
            return False
        if self._by_itself and _is_second(self._ctx, segment):
            self._keep(segment)
            return False
        return True

    def _is_meant(self, certificate: Certificate) -> bool:
        ca, serial = certificate.ca_public, certificate.serial
        return bool(self._keys & {(ca, serial), (ca, 0)}) or certificate.public in self._publics  # fmt: skip

    @property
    def left_out(self) -> int:
        """How many segments were left out."""
        return len(self._left)

    def _is_here(self, segment: WireSegment) -> bool:
        with self._ctx.vault.reading() as db:
            row = db.one("select 1 from segment where hash = ?", (segment.hash,))
        return row is not None

    def _keep(self, segment: WireSegment) -> None:
        """Keep a segment as it came; more than there is room for is counted only."""
        ctx, header = self._ctx, SegmentHeader.from_bytes(segment.header)
        signer = ctx.trust.check_hand(NAMESPACE, segment.header, segment.signature)
        wire = segment.to_jsonl()
        self._left.add(segment.hash)
        with ctx.vault.writing() as db:
            row = db.one("select coalesce(sum(length(wire)), 0) from behind")
            room = row is not None and row[0] + len(wire) <= _MOST
            db.execute(
                "insert or ignore into behind (hash, log, n, device, center, entries,"
                " received, wire) values (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    segment.hash,
                    header.log,
                    header.n,
                    signer.device,
                    signer.center,
                    header.count,
                    ctx.clock.wall(),
                    wire if room else b"",
                ),
            )


def behind(ctx: Exchange) -> tuple[Behind, ...]:
    """Return what lies behind positions, log by log."""
    with ctx.vault.reading() as db:
        rows = db.all(
            "select log, device, center, min(n), max(n), count(*), sum(entries)"
            " from behind group by log, device, center order by log"
        )
    return tuple(Behind(*row) for row in rows)


def before_now(ctx: Exchange) -> tuple[WireSegment, ...]:
    """Return the kept segments that count by now: a position was moved, in order of their logs."""
    with ctx.vault.reading() as db:
        rows = db.all("select wire from behind where wire <> x'' order by log, n")
    found = []
    for (wire,) in rows:
        segment = WireSegment.from_jsonl(bytes(wire))
        try:
            ctx.trust.check_segment(segment, NAMESPACE)
        except IntakeError:
            continue
        if not _is_second(ctx, segment):
            found.append(segment)
    return tuple(found)


def _is_second(ctx: Exchange, segment: WireSegment) -> bool:
    """Whether another segment is known at this place of its log, and this one is not.

    Whoever has a stolen laptop's key can write its past anew: a place alone proves nothing. Whoever
    took it back knows the past that counts, and passes that on.
    """
    header = SegmentHeader.from_bytes(segment.header)
    sql = (
        "select max(hash = ?3) from segment join log on log.id = segment.log"
        " where log.log = ?1 and n = ?2 and hash is not null"
    )
    with ctx.vault.reading() as db:
        row = db.one(sql, (header.log, header.n, segment.hash))
    return row is not None and row[0] == 0


def forget(ctx: Exchange, segments: tuple[WireSegment, ...]) -> None:
    """Keep segments aside no more: they were taken in."""
    with ctx.vault.writing() as db:
        db.executemany(
            "delete from behind where hash = ?", [(one.hash,) for one in segments]
        )
