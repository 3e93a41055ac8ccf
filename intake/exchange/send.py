"""Make a bundle and bring it to a mailbox (보내기).

* Consent is asked again at the moment of making; a plan can only shrink.
* A bundle is sealed into the outbox first, so a full stick costs nothing; then it is
  copied, then read back from the medium. Cancelling leaves no file and no line in a book.
* It stays in the outbox until its receipt comes home.
"""

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from intake.bundle import (
    Heading,
    Manifest,
    Parcel,
    Purpose,
    Ranges,
    attachment_parcel,
    change_parcels,
    document_parcel,
    write_bundle,
)
from intake.clock import ms_of
from intake.errors import ConsentMissing, NoRoom, NothingToSend
from intake.exchange import books, peers, plan, withdrawals
from intake.exchange.agreed import Agreement
from intake.exchange.books import Sealed
from intake.exchange.cards import is_urgent, papers_for
from intake.exchange.context import Exchange
from intake.exchange.dropping import leave_nothing_of
from intake.exchange.holdings import Held, Part, count_parts, segments_with
from intake.exchange.notices import NOTICE, notice_bytes
from intake.exchange.once import may_have_gone, parts_once
from intake.exchange.plan import SendPlan
from intake.ids import Scope, new_id
from intake.mailbox import Mailbox, check_delivered
from intake.mailbox import send as send_letter
from intake.progress import Progress
from intake.register import ListQuery, Where
from intake.trust import Party
from intake.vault import Database

MAX_RAW: Final = (
    768 * 1024 * 1024
)  # what one bundle carries; the rest goes with the next
_COLLECTING: Final = "progress-collecting"
_ATTACHED: Final = ListQuery("evidence", where=(Where("attachment", "filled"),))


def make_bundle(
    ctx: Exchange,
    planned: SendPlan,
    progress: Progress,
    beside: Collection[Sealed] = (),
) -> Sealed:
    """Seal what the plan says into the outbox.

    ``beside`` are bundles that whoever asks goes on delivering until their receipts come: what is
    in them is not sealed a second time.

    Raises:
        NothingToSend: nothing that may travel is missing there.
        NoRoom: the disk is full; nothing is left behind.
        Cancelled: from ``progress``; nothing is left behind.
    """
    ctx.ledger.close_segment(progress)
    load = _Load(ctx, ctx.trust.party(planned.to), planned.allowed, beside)
    parcels = load.parcels(progress)
    heading = heading_for(ctx, load.party, Purpose.SYNC, logs=load.logs())
    sealed, manifest = seal(ctx, heading, parcels, progress)
    sealed = replace(sealed, records=load.records)
    with ctx.vault.writing() as db:
        books.note_made(db, sealed, manifest)
        load.note(db, sealed.sha)
    return sealed


def deliver(ctx: Exchange, sealed: Sealed, mailbox: Mailbox, progress: Progress) -> int:
    """Copy a bundle of the outbox into a mailbox; return how many parts were missing.

    Raises:
        ConsentMissing: it holds words that may no longer travel; make a new one.
        Unreachable: away, read-only or full; the bundle stays in the outbox.
        Cancelled: from ``progress``; the next try goes on where this one stopped.
    """
    _check_may_leave(ctx, sealed)
    letter = sealed.letter(ctx.suffix)
    try:
        parts = send_letter(mailbox, sealed.path, letter, progress)
    finally:
        leave_nothing_of(ctx, sealed, mailbox)
    with ctx.vault.writing() as db:
        books.note_delivered(db, sealed.sha, ctx.clock.wall())
    return parts


def _check_may_leave(ctx: Exchange, sealed: Sealed) -> None:
    """Ask consent once more: she may have withdrawn since the bundle was sealed."""
    with ctx.vault.reading() as db:
        words = books.words_of(db, sealed.sha)
    if not words:
        return
    agreement = Agreement(ctx, ctx.trust.party(sealed.to))
    with ctx.vault.writing() as db:
        if words <= plan.allowed_parts(db, agreement):
            return
        if books.note_withheld(db, sealed.sha):
            sealed.path.unlink(missing_ok=True)
    raise ConsentMissing(purpose="CENTRAL")


def verify_delivered(
    ctx: Exchange, sealed: Sealed, mailbox: Mailbox, progress: Progress
) -> None:
    """Read a delivered bundle back from its medium and compare it with the outbox.

    Raises:
        Altered: the medium gave back other bytes; deliver again.
        Cut: something is missing; deliver again.
        Unreachable: the medium is away.
    """
    check_delivered(mailbox, sealed.path, sealed.letter(ctx.suffix), progress)


def heading_for(
    ctx: Exchange, party: Party, purpose: Purpose, *, logs: Ranges
) -> Heading:
    """Return the heading of a new bundle to a party."""
    own = ctx.trust.own()
    created = ctx.clock.next()
    return Heading(
        id=new_id(ms_of(created)),
        device=own.device,
        center=own.center,
        to=(party.name,),
        recipients=party.recipients,
        purpose=purpose,
        created=created,
        logs=logs,
    )


def seal(
    ctx: Exchange, heading: Heading, parcels: Sequence[Parcel], progress: Progress
) -> tuple[Sealed, Manifest]:
    """Write a sealed bundle into the outbox under the hash of its bytes.

    Raises:
        NoRoom: the disk is full; nothing is left behind.
        Cancelled: from ``progress``; nothing is left behind.
    """
    unfinished = ctx.outbox / f"{heading.id}.part"
    try:
        manifest = _write(unfinished, ctx, heading, parcels, progress)
        sealed = _published(unfinished, manifest)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise NoRoom(needed=sum(parcel.piece.size for parcel in parcels)) from error
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return sealed, manifest


def _write(
    file: Path,
    ctx: Exchange,
    heading: Heading,
    parcels: Sequence[Parcel],
    progress: Progress,
) -> Manifest:
    with file.open("xb") as out:
        manifest = write_bundle(
            out, heading, parcels, sign=ctx.trust.sign, progress=progress
        )
        out.flush()
        os.fsync(out.fileno())
    return manifest


def _published(unfinished: Path, manifest: Manifest) -> Sealed:
    with unfinished.open("rb") as written:
        sha = hashlib.file_digest(written, "sha256").hexdigest()
    size = unfinished.stat().st_size
    final = unfinished.rename(unfinished.with_name(f"{sha}.age"))
    made = ms_of(manifest.created)
    return Sealed(sha, manifest.number, size, final, manifest.to[0], made, 0)


class _Load:
    """What one bundle carries, decided once: segments, classes, attachments."""

    def __init__(
        self,
        ctx: Exchange,
        party: Party,
        planned: frozenset[Part],
        beside: Collection[Sealed],
    ) -> None:
        self._ctx = ctx
        self.party = party
        agreement, once = Agreement(ctx, party), may_have_gone(ctx, party)
        with ctx.vault.reading() as db:
            self.allowed = planned & plan.allowed_parts(db, agreement)
            known = plan.known_by(db, party.name)
            for one in beside:
                known = known.and_in(db, one.sha)
            self._passed_on = agreement.passed_on
            self._selection = plan.select(
                db, ctx, party, known, self.allowed, self._passed_on
            )
            self._keep = plan.to_keep(db, agreement, self.allowed)
            self._segments, rest = _fitting(db, self._selection.segments)
            self._parts = self._whole(db, rest)
            self._files = self._attachments(known.files)
            gone = parts_once(db, once)
            self._taken_back = withdrawals.taken_back(db, party.name, self._keep, gone)
            self._speaks = withdrawals.must_speak(db, party.name)
            untold = withdrawals.has_untold(db, party.name, self._keep, gone)
            self._words = self._spoken(db, rest)
        self.records = sum(self._words.values()) + self._selection.returns
        shas = [one.sha for one in beside]
        self._alone = not (self.records or untold)
        if self._alone and not is_urgent(ctx, party, shas):
            raise NothingToSend

    def parcels(self, progress: Progress) -> tuple[Parcel, ...]:
        files = (attachment_parcel(path, digest) for digest, path in self._files)
        notice = document_parcel(NOTICE, notice_bytes(self._taken_back))
        notices = (notice,) if self._taken_back or self._speaks else ()
        return (*change_parcels(self._wire(progress)), *notices, *papers_for(self._ctx, self.party, alone=self._alone), *files)  # fmt: skip

    def logs(self) -> Ranges:
        places: dict[str, list[tuple[int, int]]] = {}
        for segment in self._segments:
            places.setdefault(segment.log, []).append((segment.n, segment.n))
        return {log: peers.join_spans(spans) for log, spans in places.items()}

    def note(self, db: Database, sha: str) -> None:
        """Remember what is held once this is acknowledged, and what may no longer be."""
        told = withdrawals.Told(self.party.name, sha, self._ctx.clock.wall())
        withdrawals.note_told(db, told, self._taken_back, self._keep)
        # A copy that stays there to be read misses what is said from now on.
        name = self.party.name
        held = peers.parts_of(db, name) | peers.parts_under_way(db, name)
        apart = (held & self._keep) - self.allowed
        peers.forget_parts(db, self.party.name, self._taken_back | apart)
        db.executemany(
            "insert into bundle_out_part (sha, scope, cls) values (?, ?, ?)",
            [(sha, scope, cls) for scope, cls in sorted(self._parts)],
        )
        db.executemany(
            "insert into bundle_out_word (sha, scope, cls) values (?, ?, ?)",
            [(sha, scope, cls) for scope, cls in sorted(self._words)],
        )
        db.executemany(
            "insert into bundle_out_file (sha, attachment) values (?, ?)",
            [(sha, digest) for digest, _ in self._files],
        )

    def _wire(self, progress: Progress) -> Iterator[bytes]:
        places = dict.fromkeys((segment.log, segment.n) for segment in self._segments)
        for done, (log, n) in enumerate(places):
            progress.step(done, len(places), _COLLECTING)
            for wire in self._ctx.ledger.wire_twins(log, n, self._allow_in(log)):
                yield wire.to_jsonl()

    def _allow_in(self, log: str) -> Callable[[Scope, str], bool]:
        """Return what of a log may go: to whoever said it, all of it."""
        if log in self._selection.returned:
            return lambda _scope, _cls: True
        return self._allow_of_others if log in self._selection.others else self._allow

    def _allow(self, scope: Scope, cls: str) -> bool:
        return (scope, cls) in self.allowed

    def _allow_of_others(self, scope: Scope, cls: str) -> bool:
        return scope in self._passed_on and self._allow(scope, cls)

    def _spoken(self, db: Database, rest: Collection[Held]) -> Mapping[Part, int]:
        """How many entries of which class this bundle holds, and no later one."""
        if not rest:
            return self._selection.records
        counted = count_parts(db, self._segments)
        return {part: n for part, n in counted.items() if part in self.allowed}

    def _whole(self, db: Database, rest: Collection[Held]) -> frozenset[Part]:
        """The classes whose whole past is in this bundle and not in a later one."""
        cut = segments_with(db, rest, self._selection.parts)
        return self._selection.parts - {
            part for counts in cut.values() for part in counts
        }

    def _attachments(self, held: Collection[str]) -> tuple[tuple[str, Path], ...]:
        found = {}
        for row in self._ctx.register.first(_ATTACHED, -1):
            digest, scope = row["attachment"], row.scope
            if scope is None or digest in held:
                continue
            path = self._ctx.attachments / f"{digest}.age"
            if self._allow(scope, "material") and path.is_file():
                found[str(digest)] = path
        return tuple(sorted(found.items()))


def _fitting(
    db: Database, segments: Sequence[Held]
) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """Cut the segments where one bundle is full."""
    sizes: dict[int, int] = dict(db.all("select id, bytes from segment"))
    raw = 0
    for index, segment in enumerate(segments):
        raw += sizes[segment.id]
        if raw > MAX_RAW:
            return tuple(segments[:index]), tuple(segments[index:])
    return tuple(segments), ()
