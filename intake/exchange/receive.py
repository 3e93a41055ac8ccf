"""Take bundles out of a mailbox, judge each, merge what holds, answer (받기).

* A bundle is first copied, sealed, into the quarantine folder; there it is opened, its
  signer known, its addressee judged, every byte verified. Only then does anything of it
  reach the ledger.
* A fault of one bundle is written down with its reason, the sealed file is kept as
  evidence, and the next one is looked at. A bundle by a newer version waits, and so does
  one that the disk has no room for.
* A copy that does not fit its own name is a bad copy; it is looked at again next time.
* Each sender gets one receipt that covers everything; receipts are never answered.
* What came with a case from a center whose keys nobody here compared is left out, and it is
  said; such a bundle is taken in again until they were.
* Stopping between two bundles loses nothing; what was merged stays merged.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from intake.bundle import Contents, Manifest, Purpose
from intake.clock import DAY_MS, stamp_at
from intake.crypto import read_signature
from intake.errors import (
    IntakeError,
    NoRoom,
    NotForUs,
    Strangers,
    TooNew,
    Unreachable,
    Untrusted,
)
from intake.exchange import books, late, withdrawals
from intake.exchange.anew import heed_restarts
from intake.exchange.arriving import Arriving
from intake.exchange.authority import Authority
from intake.exchange.books import Arrival, Received
from intake.exchange.cards import take_papers, take_request
from intake.exchange.context import Exchange
from intake.exchange.escrow import taking as escrow
from intake.exchange.handing import take_in
from intake.exchange.holdings import Part
from intake.exchange.newcard import to_tell
from intake.exchange.notices import NOTICE, read_notice
from intake.exchange.receipts import clear_outbox, make_receipt, take_receipt
from intake.exchange.send import deliver
from intake.ids import Scope
from intake.ledger import WireSegment
from intake.ledger.report import MergeReport
from intake.mailbox import Letter, Mailbox, address, find_letters, withdraw
from intake.progress import Progress
from intake.trust import Party

_FINAL: Final = {books.MERGED, books.ANSWERED, books.REFUSED, "own"}


@dataclass(frozen=True, slots=True)
class ReceiveReport:
    """What one look into a mailbox brought."""

    items: tuple[Received, ...]
    touched: frozenset[str]
    scopes: frozenset[str]
    withdrawn: frozenset[Scope]  # cases whose consent was taken back, newly heard
    receipts: int
    unanswered: tuple[str, ...]  # parties whose receipt could not be left here
    troubled: bool = False  # something came that a person should know of (눈에 띈 일)


def receive_all(ctx: Exchange, mailbox: Mailbox, progress: Progress) -> ReceiveReport:
    """Look through a mailbox and take in everything for us.

    Raises:
        Unreachable: the mailbox went away; what was merged before stays merged.
        Cancelled: from ``progress``; likewise.
    """
    _tidy(ctx)
    round_ = _Round(ctx, mailbox, progress)
    letters = _letters_for_us(ctx, mailbox)
    for letter in letters:
        round_.take(letter)
    for letter in letters:
        round_.take_late(letter)
    late.settle(ctx, {letter.sha256 for letter in letters})
    unanswered = round_.answer()
    clear_outbox(ctx, mailbox)
    return round_.report(unanswered)


def _letters_for_us(ctx: Exchange, mailbox: Mailbox) -> tuple[Letter, ...]:
    names = sorted({address(name) for name in ctx.addressee.names})
    return tuple(letter for name in names for letter in find_letters(mailbox, name))


def _tidy(ctx: Exchange) -> None:
    """Remove what an interrupted run left; a sealed leftover opens nowhere."""
    for leftover in (*ctx.outbox.glob("*.part"), *ctx.quarantine.glob("*.part")):
        leftover.unlink(missing_ok=True)
    for folder in ctx.quarantine.glob("*.open"):
        shutil.rmtree(folder, ignore_errors=True)


class _Round:
    """One look into one mailbox."""

    def __init__(self, ctx: Exchange, mailbox: Mailbox, progress: Progress) -> None:
        self._ctx = ctx
        self._mailbox = mailbox
        self._progress = progress
        self._items: list[Received] = []
        self._touched: set[str] = set()
        self._scopes: set[str] = set()
        self._withdrawn: set[Scope] = set()
        self._to_answer: dict[str, Party] = {}
        self._receipts = 0
        self._troubled = False

    def take(self, letter: Letter) -> None:
        """Take one letter in, or write down why not."""
        state, party = self._known(letter)
        if state == late.LATE and not late.may_try_again(self._ctx, letter.sha256):
            return
        if state in _FINAL:
            self._answer_again(party)
            return
        arriving = Arriving(self._ctx, letter)
        try:
            arriving.fetch(self._mailbox, self._progress)
            self._merge(arriving)
        except (Untrusted, TooNew, NoRoom) as error:
            self._refuse(arriving, error)
        finally:
            arriving.leave()

    def take_late(self, letter: Letter) -> None:
        """Take in what was set aside before the news came that its sender is certified anew."""
        if self._known(letter)[0] == late.LATE:
            self.take(letter)

    def answer(self) -> tuple[str, ...]:
        """Leave a receipt for everyone who sent something, or has not heard of our new key.

        Returns whom that failed for.
        """
        for party in to_tell(self._ctx):
            self._to_answer.setdefault(party.name, party)
        unanswered = []
        for party in self._to_answer.values():
            try:
                answered = self._leave_receipt(party)
            except (Unreachable, Untrusted):  # one that cannot be written stops nobody
                answered = False
            if not answered:
                unanswered.append(party.name)
        return tuple(unanswered)

    def report(self, unanswered: tuple[str, ...]) -> ReceiveReport:
        """Return what happened."""
        return ReceiveReport(
            items=tuple(self._items),
            touched=frozenset(self._touched),
            scopes=frozenset(self._scopes),
            withdrawn=frozenset(self._withdrawn),
            receipts=self._receipts,
            unanswered=unanswered,
            troubled=self._troubled,
        )

    def _known(self, letter: Letter) -> tuple[str, str]:
        with self._ctx.vault.reading() as db:
            own = db.one("select 1 from bundle_out where sha = ?", (letter.sha256,))
            row = db.one(
                "select state, party from bundle_in where sha = ?", (letter.sha256,)
            )
        if own:
            return "own", ""
        return (row[0], row[1]) if row else ("", "")

    def _answer_again(self, party: str) -> None:
        """Leave the receipt once more if this mailbox has lost it."""
        if not party or party in self._to_answer:
            return
        with self._ctx.vault.reading() as db:
            left = books.receipts_for(self._ctx, db, party)
        held = self._mailbox.list(f"{address(party)}/")
        there = left and all(
            key.text in held for key in left[-1].letter(self._ctx.suffix).names()
        )
        if not there and self._ctx.trust.is_enrolled(party):
            self._to_answer[party] = self._ctx.trust.party(party)

    def _merge(self, arriving: Arriving) -> None:
        party, contents = arriving.open(self._progress)
        if arriving.refused is not None:
            if not self._counts_all_the_same(arriving, contents):
                raise arriving.refused
            self._note(arriving, books.MERGED, party)
            return
        if arriving.signer and take_papers(self._ctx, arriving.signer, contents):
            self._let_in()
        if contents.manifest.purpose is Purpose.RECEIPT:
            take_receipt(self._ctx, party, contents)
            self._receipts += 1
            self._note(arriving, books.ANSWERED, party)
            return
        if contents.manifest.purpose is Purpose.ESCROW:
            self._take_escrow(arriving, party, contents)
            return
        notice = contents.documents.get(NOTICE)
        taken_back = read_notice(notice) if notice is not None else None
        others = _Known(self._ctx)
        report = merge(self._ctx, contents, self._progress, others)
        heed_restarts(self._ctx)
        self._troubled |= bool(report.clock_marked or report.forked_logs or report.gaps)
        self._troubled |= bool(report.parked or report.set_aside)
        arriving.keep_attachments(contents)
        if taken_back is not None and not party.own:
            self._hear(contents.manifest, taken_back)
        self._touched |= report.touched
        self._scopes |= report.scopes
        self._to_answer[party.name] = party
        records = report.new_entries + report.filled
        if others.met:  # the rest of it is taken in once their keys were compared
            unknown = Strangers(center=others.names())
            self._note(arriving, books.PARTLY, party, records, unknown)
            return
        self._note(arriving, books.MERGED, party, records)

    def _counts_all_the_same(self, arriving: Arriving, contents: Contents) -> bool:
        """Take of a bundle what counts though its sender does not; return whether all of it does.

        Of a laptop taken back, its segments up to the position; of one whose certificate ended,
        that it asks for a new one.
        """
        if arriving.signer is not None and late.is_out_of_time(arriving.refused):
            take_request(self._ctx, arriving.signer, contents)
            return False
        known = _Known(self._ctx, by_itself=True)
        report = merge(self._ctx, contents, self._progress, known)
        self._touched |= report.touched
        self._scopes |= report.scopes
        whole = bool(contents.pressed) and not (known.left_out or known.met)
        if whole:
            arriving.keep_attachments(contents)
        return whole

    def _let_in(self) -> None:
        """Take in what a position that was moved lets count."""
        report = let_in(self._ctx, self._progress)
        if report is not None:
            self._touched |= report.touched
            self._scopes |= report.scopes

    def _take_escrow(
        self, arriving: Arriving, party: Party, contents: Contents
    ) -> None:
        """Take a letter of match-only; it waits for the laptop of the center that does it."""
        if not escrow.is_ours(self._ctx):
            return
        escrow.take(self._ctx, party, contents)
        self._touched.add("escrow")
        self._to_answer[party.name] = party
        self._note(arriving, books.MERGED, party)

    def _hear(self, manifest: Manifest, parts: frozenset[Part]) -> None:
        sender = (manifest.center, manifest.device)
        said = min(manifest.created, stamp_at(self._ctx.clock.wall() + DAY_MS))
        self._withdrawn |= withdrawals.take_notice(self._ctx, sender, parts, said)

    def _refuse(self, arriving: Arriving, error: IntakeError) -> None:
        """Keep the evidence, write down the reason, and tell a sender we know."""
        state = books.REFUSED
        if isinstance(error, TooNew | NoRoom):
            state = books.WAITING
        elif late.is_out_of_time(error):
            state = late.LATE
        elif not arriving.is_fetched:
            state = books.DAMAGED
        party = arriving.party
        if party is not None and state == books.REFUSED:
            self._to_answer[party.name] = party
        if not isinstance(error, NotForUs) and state != late.LATE:
            arriving.keep_evidence()
        self._note(arriving, state, party, error=error)

    def _note(
        self,
        arriving: Arriving,
        state: str,
        party: Party | None,
        records: int = 0,
        error: IntakeError | None = None,
    ) -> None:
        arrival = Arrival(
            sha=arriving.letter.sha256,
            size=arriving.letter.size,
            ms=self._ctx.clock.wall(),
            state=state,
            party=party.name if party else "",
            manifest=arriving.manifest,
            records=records,
            error=error,
        )
        before = late.LATE if self._known(arriving.letter)[0] == late.LATE else ""
        with self._ctx.vault.writing() as db:
            books.note_arrival(db, arrival)
        if state not in {books.ANSWERED, before}:
            self._items.append(books.received_of(arrival))

    def _leave_receipt(self, party: Party) -> bool:
        """Leave a receipt; False for somebody whose keys are not known here yet."""
        if not party.recipients:
            return False
        with self._ctx.vault.reading() as db:
            older = books.receipts_for(self._ctx, db, party.name)
        sealed = make_receipt(self._ctx, party, self._progress)
        deliver(self._ctx, sealed, self._mailbox, self._progress)
        for old in older:
            withdraw(self._mailbox, old.letter(self._ctx.suffix))
            old.path.unlink(missing_ok=True)
        with self._ctx.vault.writing() as db:
            shas = [(old.sha,) for old in older]
            db.executemany("update bundle_out set state = 'acked' where sha = ?", shas)
        return True


def merge(
    ctx: Exchange,
    contents: Contents,
    progress: Progress,
    known: "_Known | None" = None,
) -> MergeReport:
    """Fold verified contents into the ledger, less what strangers said.

    Raises:
        Untrusted: a segment is not what its device signed; the ledger applied nothing.
    """
    report = ctx.ledger.merge(
        _Segments(contents, known or _Known(ctx)),
        check_signer=ctx.trust.check_segment,
        authority=Authority(ctx).allows,
        progress=progress,
    )
    touched = take_in(ctx, lambda: Authority(ctx).allows, progress)
    withdrawals.look_again(ctx, report.scopes)
    return replace(report, touched=report.touched | touched)


def let_in(ctx: Exchange, progress: Progress) -> MergeReport | None:
    """Take in the segments kept aside that count by now; None where there are none."""
    segments = late.before_now(ctx)
    if not segments:
        return None
    report = ctx.ledger.merge(
        segments,
        check_signer=ctx.trust.check_segment,
        authority=Authority(ctx).allows,
        progress=progress,
    )
    late.forget(ctx, segments)
    touched = take_in(ctx, lambda: Authority(ctx).allows, progress)
    return replace(report, touched=report.touched | touched)


class _Segments:
    """The segments of a bundle, unpacked anew at every reading: once to verify, once to fold."""

    def __init__(self, contents: Contents, known: "_Known") -> None:
        self._contents, self._known = contents, known

    def __iter__(self) -> Iterator[WireSegment]:
        segments = map(WireSegment.from_jsonl, self._contents.segments())
        return (one for one in segments if self._known.holds(one))


class _Known:
    """The centers whose keys were compared here: what others said is not even looked at."""

    def __init__(self, ctx: Exchange, *, by_itself: bool = False) -> None:
        enrolled = ctx.trust.enrolled()
        self._ctx, self._codes = ctx, {one.code for one in enrolled}
        self._keys = ctx.trust.known_cas().keys()
        self._taken_back = late.TakenBack(ctx, by_itself=by_itself)
        self.met = False

    def holds(self, segment: WireSegment) -> bool:
        certificate = read_signature(segment.signature).certificate
        known = certificate is None or certificate.ca_public in self._keys
        self.met |= not known
        return known and self._taken_back.holds(segment)

    @property
    def left_out(self) -> int:
        """How many segments lie behind a revocation."""
        return self._taken_back.left_out

    def names(self) -> str:
        """Return the codes of the centers that are not known, as those who came after say."""
        sql = (
            "select distinct from_center from r_handover_answer where from_center <> ''"
        )
        with self._ctx.vault.reading() as db:
            named = {str(code) for (code,) in db.all(sql)} - self._codes
        return ", ".join(sorted(named)) or "none"
