"""How a letter of match-only leaves: sealed like any bundle, once for each thing that is to be said.

* What was said to whom is remembered with the bundle it left in. A letter that was refused, or was
  taken out of the outbox, is made again a day later.
"""

from collections.abc import Callable
from typing import Final

from intake.bundle import ESCROW, Purpose, document_parcel
from intake.clock import DAY_MS
from intake.errors import NotEnrolled
from intake.exchange import books
from intake.exchange.cards import papers_for
from intake.exchange.context import Exchange
from intake.exchange.escrow.messages import Message, to_bytes
from intake.exchange.send import heading_for, seal
from intake.progress import Progress
from intake.vault import Database

_LOST: Final = (books.REFUSED, "dropped")


def is_said(ctx: Exchange, what: str, to: str) -> bool:
    """Whether something was said to somebody, as far as is known here."""
    sql = (
        "select s.made, o.state from escrow_said s left join bundle_out o on o.sha = s.sha"
        " where s.what = ? and s.party = ?"
    )
    with ctx.vault.reading() as db:
        row = db.one(sql, (what, to))
    if row is None:
        return False
    return row[1] not in _LOST or abs(ctx.clock.wall() - row[0]) < DAY_MS


def is_answered(ctx: Exchange, what: str, to: str) -> bool:
    """Whether a receipt has come for what was said to somebody."""
    sql = (
        "select o.state from escrow_said s join bundle_out o on o.sha = s.sha"
        " where s.what = ? and s.party = ?"
    )
    with ctx.vault.reading() as db:
        return db.one(sql, (what, to)) == (books.ACKED,)


def post(
    ctx: Exchange,
    to: str,
    what: str,
    message: Message,
    progress: Progress,
    then: Callable[[Database], None] | None = None,
) -> int:
    """Seal a letter into the outbox, unless this was said; return how many were sealed.

    ``then`` is done in the transaction that notes it.

    Raises:
        NoRoom, Cancelled: nothing is left behind.
    """
    if is_said(ctx, what, to):
        return 0
    try:
        party = ctx.trust.party(to)
    except NotEnrolled:
        return 0
    heading = heading_for(ctx, party, Purpose.ESCROW, logs={})
    parcels = (document_parcel(ESCROW, to_bytes(message)), *papers_for(ctx, party))
    sealed, manifest = seal(ctx, heading, parcels, progress)
    with ctx.vault.writing() as db:
        books.note_made(db, sealed, manifest)
        db.execute(
            "insert or replace into escrow_said (what, party, sha, made) values (?, ?, ?, ?)",
            (what, to, sealed.sha, ctx.clock.wall()),
        )
        if then is not None:
            then(db)
    return 1
