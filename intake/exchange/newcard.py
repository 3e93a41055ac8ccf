"""Who has not heard of our new key yet (새 열쇠 알리기).

* A card travels with every bundle and receipt. After a key was changed nobody may be waiting for
  either: then a receipt is left for everybody once, though nothing came, so that nobody goes on
  sealing to a key that is about to be destroyed.
"""

from typing import Final

from intake.exchange.context import Exchange
from intake.trust import Party

_CHANGED: Final = "card/changed"


def note_changed(ctx: Exchange) -> None:
    """Note that our card changed now."""
    ctx.vault.keep_fact(_CHANGED, str(ctx.clock.wall()))


def to_tell(ctx: Exchange) -> tuple[Party, ...]:
    """Return everybody to whom nothing was sealed since our card changed."""
    changed = ctx.vault.fact(_CHANGED)
    if changed is None:
        return ()
    with ctx.vault.reading() as db:
        told = {party for (party,) in db.all("select distinct party from bundle_out where created >= ?", (int(changed),))}  # fmt: skip
    return tuple(one for one in ctx.trust.parties() if one.recipients and one.name not in told)  # fmt: skip
