"""Who may say what (받아들이기): a letter of match-only is taken from whom it is for, or refused.

* A question goes to a party, an answer comes from one; only the central desk keeps filings and
  tells; only the second party takes a change. Everything else is refused with its reason, and the
  sealed file is kept.
* Taking a letter twice, late or out of order leaves the same as once.
"""

from intake.bundle import ESCROW, Contents
from intake.errors import NotForUs
from intake.exchange.context import Exchange
from intake.exchange.escrow import answering, asking, epochs, keeping, telling, totals
from intake.exchange.escrow.messages import (
    Answered,
    Asked,
    EpochSaid,
    Filed,
    FoundSaid,
    KeptSaid,
    Message,
    Refreshed,
    TotalSaid,
    Withdrawn,
    read,
    signed_bytes,
)
from intake.exchange.escrow.who import acts, kind_here
from intake.trust import Party

_PARTIES = ("central", "escrow")
# Of each letter: from whom, to whom.
_ROADS: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {
    EpochSaid: (_PARTIES, ("center", *_PARTIES)),
    TotalSaid: (_PARTIES, ("center", *_PARTIES)),
    Asked: (("center",), _PARTIES),
    Answered: (_PARTIES, ("center",)),
    Filed: (("center",), ("central",)),
    Withdrawn: (("center",), ("central",)),
    KeptSaid: (("center",), ("central",)),
    Refreshed: (("central",), ("escrow",)),
    FoundSaid: (("central",), ("center",)),
}


def is_ours(ctx: Exchange) -> bool:
    """Whether this laptop takes letters of match-only; another of its center leaves them lying."""
    return acts(ctx)


def take(ctx: Exchange, party: Party, contents: Contents) -> None:
    """Take a letter in.

    Raises:
        Malformed, Oversized, TooNew: it is no letter.
        NotForUs: not from whom such a letter comes, or not for us.
        BadSignature: it, or the proof in it, is not in the right hand.
    """
    said = read(contents.documents[ESCROW])
    senders, receivers = _ROADS[type(said)]
    if party.own or party.kind not in senders or kind_here(ctx) not in receivers:
        raise NotForUs(why="escrow")
    if isinstance(said, EpochSaid | TotalSaid):
        totals.check_hand(ctx, party.code, signed_bytes(said), said.signature)
    _take(ctx, party.code, said)


def _take(ctx: Exchange, party: str, said: Message) -> None:
    match said:
        case EpochSaid():
            epochs.hear(ctx, party, said)
        case Asked():
            answering.hear(ctx, party, said)
        case Answered():
            asking.hear(ctx, party, said)
        case Filed():
            keeping.take_filed(ctx, party, said)
        case Withdrawn():
            keeping.take_withdrawn(ctx, party, said)
        case KeptSaid():
            keeping.take_kept(ctx, party, said)
        case TotalSaid():
            totals.hear(ctx, party, said)
        case Refreshed():
            epochs.take_change(ctx, said)
        case FoundSaid():
            telling.hear(ctx, said)
