"""Whatever is due in match-only (할 차례인 것), for the kind of workspace that this is.

* Without one central desk and one second party there is nothing to do.
* Each step may be stopped; what it had done stands, and the next going goes on with it.
"""

from intake.exchange.context import Exchange
from intake.exchange.escrow import (
    answering,
    asking,
    epochs,
    filing,
    keeping,
    telling,
    totals,
)
from intake.exchange.escrow.who import CENTRAL, acts, is_party, kind_here, pair
from intake.progress import Progress


def go(ctx: Exchange, progress: Progress) -> int:
    """Do whatever is due; return how many letters were sealed.

    Raises:
        NoRoom, Cancelled: what was done stays done, nothing half lies anywhere.
    """
    if pair(ctx) is None or not acts(ctx):
        return 0
    return _as_party(ctx, progress) if is_party(ctx) else _as_center(ctx, progress)


def _as_party(ctx: Exchange, progress: Progress) -> int:
    epochs.begin(ctx)
    sealed = epochs.tell(ctx, progress) + answering.answer(ctx, progress)
    sealed += totals.tell(ctx, progress)
    if kind_here(ctx) == CENTRAL:
        keeping.look(ctx)
        sealed += epochs.refresh(ctx, progress) + telling.send(ctx, progress)
    if epochs.destroy_old(ctx):
        with ctx.vault.writing() as db:
            keeping.end(db)
    return sealed


def _as_center(ctx: Exchange, progress: Progress) -> int:
    asking.settle(ctx)
    sealed = filing.withdraw(ctx, progress) + filing.file(ctx, progress)
    return sealed + asking.ask(ctx, progress)
