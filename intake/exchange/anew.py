"""Laptops put back to an earlier state (되살린 노트북): what they had acknowledged counts no more.

* A laptop that was restored goes on in a new log which continues a former one. Whoever sees it
  for the first time believes nothing of what it acknowledged before: what may travel goes again,
  and what it said itself and lost is sent back (``holdings.lost_by``).
* A receipt of its former life, found late on a stick, does not undo that.
"""

from typing import Final

from intake.clock import stamp_at
from intake.exchange import holdings, peers
from intake.exchange.context import Exchange
from intake.exchange.done_saying import forget_told

_SEEN: Final = "begun-anew/log/"
_SINCE: Final = "begun-anew/device/"


def heed_restarts(ctx: Exchange) -> None:
    """Forget what laptops acknowledged that began anew since the last look."""
    with ctx.vault.writing() as db:
        for log, (device, center, first) in holdings.begun_anew(db).items():
            if ctx.vault.fact(_SEEN + log) is not None:
                continue
            own = center == ctx.center
            peers.forget(db, device if own else center)
            forget_told(db, center)
            ctx.vault.keep_fact(_SEEN + log, "yes")
            here = stamp_at(
                ctx.clock.wall()
            )  # a wrong year must not silence what follows
            since = max(min(first, here), int(ctx.vault.fact(_SINCE + device) or 0))
            ctx.vault.keep_fact(_SINCE + device, str(since))


def is_of_a_former_life(ctx: Exchange, device: str, said: int) -> bool:
    """Whether a laptop said something before it was put back to an earlier state."""
    return said < int(ctx.vault.fact(_SINCE + device) or 0)
