"""A bundle taken out of the queue (묶음 빼기): nobody waits for it any more, nothing of it is lost.

* What was in it counts as never sent, so the next bundle holds it anew.
* A receipt that names it all the same is believed: the letter had been fetched before.
* Parts that lie in a mailbox already are removed there by whoever can reach it (``letter``).
"""

from typing import Final

from intake.exchange import books
from intake.exchange.books import Sealed
from intake.exchange.context import Exchange
from intake.mailbox import Letter, Mailbox, withdraw

DROPPED: Final = "sync-dropped"  # why a bundle waits for no receipt


def take_out(ctx: Exchange, sealed: Sealed) -> None:
    """Take a bundle out of the outbox; its file goes."""
    with ctx.vault.writing() as db:
        books.note_taken_out(db, sealed.sha, DROPPED)
    sealed.path.unlink(missing_ok=True)


def take_away(mailbox: Mailbox, letter: Letter) -> None:
    """Remove from a mailbox whatever lies there of a bundle.

    Raises:
        Unreachable: the place is away; try again later.
    """
    withdraw(mailbox, letter)
