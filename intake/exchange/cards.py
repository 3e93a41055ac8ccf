"""Who we are now, shown with what we send (등록 카드): a newer card reaches everybody by itself.

* A card younger than two months travels with every bundle and receipt of its organisation.
* It is followed where the organisation is known and the same CA signed it; anything else is left
  alone, and what it came with is taken in all the same.
"""

import contextlib
from typing import Final

from intake.bundle import CARD, Contents, Parcel, document_parcel
from intake.clock import DAY_MS
from intake.errors import NotEnrolled, TooNew, Untrusted
from intake.exchange.context import Exchange
from intake.trust import Signer, read_card

_YOUNG: Final = 60 * DAY_MS


def card_parcels(ctx: Exchange) -> tuple[Parcel, ...]:
    """Return our own card as a parcel, while it is young."""
    with contextlib.suppress(NotEnrolled):
        data = ctx.trust.card_file()
        if abs(ctx.clock.wall() - read_card(data).made) < _YOUNG:
            return (document_parcel(CARD, data),)
    return ()


def take_card(ctx: Exchange, signer: Signer, contents: Contents) -> bool:
    """Follow the card that came with a bundle; return whether it was newer."""
    data = contents.documents.get(CARD)
    if data is None:
        return False
    with contextlib.suppress(Untrusted, TooNew):
        return ctx.trust.follow(data, signer)
    return False
