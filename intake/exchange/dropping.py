"""A bundle taken out of the queue (묶음 빼기): nobody waits for it any more, nothing of it is lost.

* What was in it counts as never sent, so the next bundle holds it anew.
* A receipt that names it all the same is believed: the letter had been fetched before.
* Parts that lie in a mailbox already are removed there by whoever can reach it (``letter``).
"""

import contextlib
from typing import Final

from intake.errors import Unreachable
from intake.exchange import books
from intake.exchange.books import Sealed
from intake.exchange.context import Exchange
from intake.mailbox import Letter, Mailbox, withdraw

DROPPED: Final = "sync-dropped"  # why a bundle waits for no receipt


def take_out(ctx: Exchange, sealed: Sealed) -> None:
    """Take a bundle out of the outbox; its file goes."""
    with ctx.vault.writing() as db:
        books.note_taken_out(db, sealed.sha, DROPPED)
    with contextlib.suppress(
        PermissionError
    ):  # Windows, while it is being sent: see below
        sealed.path.unlink(missing_ok=True)


def leave_nothing_of(ctx: Exchange, sealed: Sealed, mailbox: Mailbox) -> None:
    """Remove what was put of a bundle that somebody took out while it was on its way."""
    with ctx.vault.reading() as db:
        sql = "select 1 from bundle_out where sha = ? and state = ? and reason = ?"
        if db.one(sql, (sealed.sha, books.REFUSED, DROPPED)) is None:
            return
    sealed.path.unlink(missing_ok=True)
    with contextlib.suppress(Unreachable):
        take_away(mailbox, sealed.letter(ctx.suffix))


def take_away(mailbox: Mailbox, letter: Letter) -> None:
    """Remove from a mailbox whatever lies there of a bundle.

    Raises:
        Unreachable: the place is away; try again later.
    """
    withdraw(mailbox, letter)
