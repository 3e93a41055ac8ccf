"""Papers that go along with what we send (등록 서류): who we are now, who asks, what was answered.

* A card younger than two months travels with every bundle and receipt of its organisation. One
  that has to reach everybody at once (something was taken back) is reason enough for a bundle.
* It is followed where the organisation is known and the same CA signed it; anything else is left
  alone, and what it came with is taken in all the same.
* Between laptops of one center go the request of one whose certificate ends, and its answer.
* Who asked us to destroy a copy hears what we did with it (``done_saying``).
"""

import contextlib
from collections.abc import Collection
from typing import Final

from intake.bundle import (
    ANSWER,
    CARD,
    DONE,
    REQUEST,
    Contents,
    Parcel,
    document_parcel,
)
from intake.clock import DAY_MS
from intake.crypto import sha256
from intake.errors import NotEnrolled, TooNew, Untrusted
from intake.exchange.context import Exchange
from intake.exchange.done_hearing import take_done
from intake.exchange.done_saying import done_for, is_on_its_way
from intake.trust import Party, Signer, read_card
from intake.vault import Database

_YOUNG: Final = 60 * DAY_MS


def papers_for(
    ctx: Exchange, party: Party, *, alone: bool = False
) -> tuple[Parcel, ...]:
    """Return what goes along to somebody: our card while it is young, requests, answers.

    ``alone``: no words go with it, and no receipt.
    """
    found: dict[str, bytes] = {}
    with contextlib.suppress(NotEnrolled):
        found = _card(ctx, party) | _between_our_own(ctx, party)
        found |= _done(ctx, party, alone=alone)
    return tuple(document_parcel(path, data) for path, data in found.items())


def is_urgent(ctx: Exchange, party: Party, beside: Collection[str]) -> bool:
    """Whether a paper has to reach somebody, also where nothing else is to be sent.

    Args:
        ctx: the rooms.
        party: whom.
        beside: bundles that are on their way to it.
    """
    due = _between_our_own(ctx, party)
    if _must_be_told(ctx, party):
        due |= _card(ctx, party)
    done = _done(ctx, party, alone=True).get(DONE)
    with ctx.vault.reading() as db:
        if done is not None and not is_on_its_way(db, party.name, done, beside):
            return True
        return any(
            not _went(db, party, path, data, beside) for path, data in due.items()
        )


def take_papers(ctx: Exchange, signer: Signer, contents: Contents) -> bool:
    """Take what came along with a bundle; return whether a card was newer."""
    newer = take_card(ctx, signer, contents)
    take_request(ctx, signer, contents)
    take_done(ctx, signer, contents)
    answer = contents.documents.get(ANSWER)
    if answer is not None:
        ctx.moving.hear_answer(signer, answer)
    return newer


def take_request(ctx: Exchange, signer: Signer, contents: Contents) -> None:
    """Keep a request of one of our own laptops, where the CA is here; a policy may answer it."""
    request = contents.documents.get(REQUEST)
    if request is None or not ctx.moving.hear_request(signer, request):
        return
    if ctx.answers_renewals:
        with contextlib.suppress(Untrusted):
            ctx.moving.answer_renewal(signer.device)


def take_card(ctx: Exchange, signer: Signer, contents: Contents) -> bool:
    """Follow the card that came with a bundle; return whether it was newer."""
    data = contents.documents.get(CARD)
    if data is None:
        return False
    with contextlib.suppress(Untrusted, TooNew):
        return ctx.trust.follow(data, signer)
    return False


def _done(ctx: Exchange, party: Party, *, alone: bool) -> dict[str, bytes]:
    """Return what we did with what the party asked us to destroy, while it has not heard."""
    data = done_for(ctx, party, alone=alone)
    return {} if data is None else {DONE: data}


def _card(ctx: Exchange, party: Party) -> dict[str, bytes]:
    data = ctx.trust.card_file()
    young = abs(ctx.clock.wall() - read_card(data).made) < _YOUNG
    return {CARD: data} if young or _must_be_told(ctx, party) else {}


def _must_be_told(ctx: Exchange, party: Party) -> bool:
    """Whether somebody has not confirmed the card that everybody has to know."""
    since = ctx.moving.tell_from()
    if not since or read_card(ctx.trust.card_file()).made < since:
        return False
    with ctx.vault.reading() as db:
        return not _went(db, party, CARD, ctx.trust.card_file(), ())


def _between_our_own(ctx: Exchange, party: Party) -> dict[str, bytes]:
    """Return request and answer; they go to laptops of our own center only."""
    if not party.own:
        return {}
    found = {
        REQUEST: ctx.moving.request_due(),
        ANSWER: ctx.moving.answer_for(party.name),
    }
    return {path: data for path, data in found.items() if data is not None}


def _went(
    db: Database, party: Party, path: str, data: bytes, beside: Collection[str]
) -> bool:
    """Whether a paper was confirmed, or lies in a bundle on its way."""
    rows = db.all(
        "select bundle_out.sha, state from bundle_out join bundle_out_paper using (sha)"
        " where party = ? and path = ? and mark = ? and purpose <> 'receipt'",
        (party.name, path, sha256(data)),
    )
    return any(state == "acked" or sha in beside for sha, state in rows)
