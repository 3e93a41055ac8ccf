"""Whatever is due in match-only (할 차례인 것), for the kind of workspace that this is.

* Without one central desk and one second party nothing is asked; what was filed can be taken back
  without the second.
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
from intake.exchange.escrow.who import (
    CENTRAL,
    acts,
    central_of,
    is_party,
    kind_here,
    pair,
)
from intake.progress import Progress


def go(ctx: Exchange, progress: Progress) -> int:
    """Do whatever is due; return how many letters were sealed.

    Raises:
        NoRoom, Cancelled: what was done stays done, nothing half lies anywhere.
    """
    if not acts(ctx):
        return 0
    if not is_party(ctx):
        return _as_center(ctx, progress) if central_of(ctx) else 0
    sealed = _as_party(ctx, progress) if pair(ctx) else 0
    if epochs.destroy_old(ctx):
        with ctx.vault.writing() as db:
            keeping.end(db)
    return sealed


def _as_party(ctx: Exchange, progress: Progress) -> int:
    epochs.begin(ctx)
    sealed = epochs.tell(ctx, progress) + answering.answer(ctx, progress)
    sealed += totals.tell(ctx, progress)
    if kind_here(ctx) == CENTRAL:
        keeping.look(ctx)
        sealed += epochs.refresh(ctx, progress) + telling.send(ctx, progress)
    return sealed


def _as_center(ctx: Exchange, progress: Progress) -> int:
    asking.settle(ctx)
    sealed = filing.withdraw(ctx, progress) + filing.tell_kept(ctx, progress)
    filing.lay_lost(ctx)
    sealed += filing.file(ctx, progress)
    return sealed + asking.ask(ctx, progress)
