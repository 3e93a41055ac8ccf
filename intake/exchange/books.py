"""The two books of an exchange: what left (보낸 것) and what arrived (받은 것)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from intake.bundle import PAPERS, Manifest
from intake.clock import ms_of, utc
from intake.errors import ConsentMissing, Fact, IntakeError, NotFound
from intake.exchange.context import Exchange
from intake.exchange.holdings import Part
from intake.ids import Scope
from intake.mailbox import Letter, letter_for
from intake.vault import Database
from intake.vault.database import Row

MADE: Final = "made"
DELIVERED: Final = "delivered"
ACKED: Final = "acked"
REFUSED: Final = "refused"

MERGED: Final = "merged"
ANSWERED: Final = "answered"  # a receipt that was taken in
WAITING: Final = "waiting"  # for a newer version of this program
PARTLY: Final = "partly"  # all but what centers said that nobody here knows
DAMAGED: Final = "damaged"  # the copy was bad; a good one may still come


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed bundle in the outbox (봉인 묶음)."""

    sha: str
    number: str
    size: int
    path: Path
    to: str
    made_ms: int
    records: int
    state: str = MADE
    attachments: int = 0

    def letter(self, suffix: str = "age") -> Letter:
        """Return the letter it becomes in a mailbox."""
        month = utc(self.made_ms)[:7].replace("-", "")
        return letter_for(self.to, month, self.sha, self.size, suffix=suffix)


@dataclass(frozen=True, slots=True)
class Sent:
    """A bundle that left, and what became of it."""

    sha: str
    number: str
    to: str
    purpose: str
    made_ms: int
    records: int
    state: str
    delivered_ms: int
    receipt_ms: int
    reason: str


@dataclass(frozen=True, slots=True)
class Left:
    """A bundle that carried classes of one scope away."""

    number: str
    to: str
    made_ms: int
    state: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """A bundle that arrived, and what became of it."""

    sha: str
    number: str
    sender: str
    purpose: str
    ms: int
    records: int
    state: str
    reason: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One line for the book of arrivals."""

    sha: str
    size: int
    ms: int
    state: str
    party: str = ""
    manifest: Manifest | None = None
    records: int = 0
    error: IntakeError | None = None


def note_made(db: Database, sealed: Sealed, manifest: Manifest) -> None:
    """Write a sealed bundle into the book."""
    logs = {log: [list(span) for span in spans] for log, spans in manifest.logs.items()}
    db.execute(
        "insert into bundle_out (sha, id, number, party, purpose, size, records,"
        " created, logs, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            sealed.sha,
            manifest.id,
            sealed.number,
            sealed.to,
            manifest.purpose.value,
            sealed.size,
            sealed.records,
            ms_of(manifest.created),
            json.dumps(logs, sort_keys=True),
            MADE,
        ),
    )
    db.executemany(
        "insert into bundle_out_paper (sha, path, mark) values (?, ?, ?)",
        [(sealed.sha, one.path, bytes.fromhex(one.sha256)) for one in manifest.files if one.path in PAPERS],
    )  # fmt: skip


def note_delivered(db: Database, sha: str, ms: int) -> None:
    """Note that a bundle lies in a mailbox, and since when; an answered one stays answered."""
    db.execute(
        "update bundle_out set delivered = iif(delivered, delivered, ?), state = ?"
        " where sha = ? and state in (?, ?)",
        (ms, DELIVERED, sha, MADE, DELIVERED),
    )


def note_withheld(db: Database, sha: str) -> bool:
    """Note that a bundle that never left shall not leave; False where it has left."""
    row = db.one("select 1 from bundle_out where sha = ? and state = ?", (sha, MADE))
    if row is not None:
        reason = ConsentMissing().text_id
        sql = "update bundle_out set state = ?, reason = ? where sha = ?"
        db.execute(sql, (REFUSED, reason, sha))
    return row is not None


def note_taken_out(db: Database, sha: str, reason: str) -> None:
    """Note that a bundle was taken out of the queue; an answered one stays answered."""
    sql = "update bundle_out set state = ?, reason = ? where sha = ? and state <> ?"
    db.execute(sql, (REFUSED, reason, sha, ACKED))


def words_of(db: Database, sha: str) -> frozenset[Part]:
    """Return the classes of scopes of which a sealed bundle holds words."""
    rows = db.all("select scope, cls from bundle_out_word where sha = ?", (sha,))
    return frozenset((Scope(scope), cls) for scope, cls in rows)


def note_answered(
    db: Database, sha: str, ms: int, reason: str = "", answer: str = ""
) -> None:
    """Note that a receipt (``answer``) came home for a bundle, with a reason if it was refused."""
    db.execute(
        "update bundle_out set receipt = ?, state = ?, reason = ?, answer = ? where sha = ?",
        (ms, REFUSED if reason else ACKED, reason, answer, sha),
    )


def note_arrival(db: Database, arrival: Arrival) -> None:
    """Write what became of an arriving bundle."""
    manifest, error = arrival.manifest, arrival.error
    db.execute(
        "insert or replace into bundle_in (sha, id, number, party, sender, device,"
        " purpose, received, size, records, state, reason, facts)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            arrival.sha,
            manifest.id if manifest else "",
            manifest.number if manifest else "",
            arrival.party,
            manifest.center if manifest else "",
            manifest.device if manifest else "",
            manifest.purpose.value if manifest else "",
            arrival.ms,
            arrival.size,
            arrival.records,
            arrival.state,
            error.text_id if error else "",
            json.dumps(error.facts if error else {}, sort_keys=True),
        ),
    )


def received_of(arrival: Arrival) -> Received:
    """Return an arrival as it is shown."""
    manifest, error = arrival.manifest, arrival.error
    return Received(
        sha=arrival.sha,
        number=manifest.number if manifest else "",
        sender=manifest.center if manifest else "",
        purpose=manifest.purpose.value if manifest else "",
        ms=arrival.ms,
        records=arrival.records,
        state=arrival.state,
        reason=error.text_id if error else "",
        facts=error.facts if error else {},
    )


def outbox(ctx: Exchange) -> tuple[Sealed, ...]:
    """Return the bundles that wait for their receipt, oldest first; receipts are not shown."""
    with ctx.vault.reading() as db:
        found = db.all(_SEALED + " and purpose <> 'receipt' order by created")
    waiting = (_sealed(ctx, row) for row in found)
    return tuple(one for one in waiting if one.path.is_file())


def sealed_of(ctx: Exchange, sha: str) -> Sealed:
    """Return a bundle of the outbox by its hash.

    Raises:
        NotFound: it is not, or no longer, there.
    """
    with ctx.vault.reading() as db:
        row = db.one(_SEALED + " and sha = ?", (sha,))
    if row is None:
        raise NotFound(entity="bundle")
    return _sealed(ctx, row)


def receipts_for(ctx: Exchange, db: Database, party: str) -> tuple[Sealed, ...]:
    """Return the receipts in the outbox that a party may still want, newest last."""
    sql = _SEALED + " and purpose = 'receipt' and party = ? order by created, id"
    return tuple(_sealed(ctx, row) for row in db.all(sql, (party,)))


def sent(ctx: Exchange) -> tuple[Sent, ...]:
    """Return every bundle that was made, newest first; receipts are not shown."""
    with ctx.vault.reading() as db:
        rows = db.all(
            "select sha, number, party, purpose, created, records, state, delivered,"
            " receipt, reason from bundle_out where purpose <> 'receipt'"
            " order by created desc, id desc"
        )
    return tuple(Sent(*row) for row in rows)


def left_about(ctx: Exchange, scope: Scope) -> tuple[Left, ...]:
    """Return the bundles that carried words of a scope away, newest first (나간 것).

    A bundle is named where a class went with its whole past; what was added to that class
    later followed it to the same place.
    """
    with ctx.vault.reading() as db:
        rows = db.all(
            "select number, party, created, state, group_concat(cls) from bundle_out"
            " join bundle_out_part using (sha) where scope = ? group by sha"
            " order by created desc, sha",
            (scope,),
        )
    return tuple(
        Left(number, party, created, state, tuple(sorted(classes.split(","))))
        for number, party, created, state, classes in rows
    )


def received(ctx: Exchange) -> tuple[Received, ...]:
    """Return everything that arrived, newest first; receipts are not shown."""
    with ctx.vault.reading() as db:
        rows = db.all(
            "select sha, number, sender, purpose, received, records, state, reason,"
            " facts from bundle_in where purpose <> 'receipt' or state <> 'answered'"
            " order by received desc, id desc"
        )
    return tuple(_received(row) for row in rows)


def _received(row: Row) -> Received:
    sha, number, sender, purpose, ms, records, state, reason, facts = row
    said = json.loads(facts)
    return Received(sha, number, sender, purpose, ms, records, state, reason, said)


_SEALED = (
    "select sha, number, size, party, created, records, state,"
    " (select count(*) from bundle_out_file f where f.sha = bundle_out.sha)"
    " from bundle_out"
    " where state in ('made', 'delivered', 'refused')"
)


def _sealed(
    ctx: Exchange, row: tuple[str, str, int, str, int, int, str, int]
) -> Sealed:
    sha, number, size, party, created, records, state, attachments = row
    path = ctx.outbox / f"{sha}.age"
    return Sealed(sha, number, size, path, party, created, records, state, attachments)
