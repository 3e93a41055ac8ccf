"""What was asked each day, signed and compared (하루 합계).

* A party says of every day that is over how much each center asked and how much was refused: to the
  other party all of it, to a center its own line. Whoever counts otherwise is an incident on both.
* Letters do not arrive at both on one day: a difference that is gone when the days before and after
  are added is none.
* A count of a day only grows: a letter that comes late does not lessen it.
"""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from intake.errors import Malformed, NotForUs
from intake.exchange.context import Exchange
from intake.exchange.escrow.messages import (
    NAMESPACE,
    TotalSaid,
    signed_bytes,
    to_bytes,
)
from intake.exchange.escrow.posting import is_said, post
from intake.exchange.escrow.who import others, party_codes, today
from intake.progress import Progress

Counts: TypeAlias = Mapping[
    tuple[str, str], tuple[int, int]
]  # day, center -> asked, refused
_DAYS: Final = 60  # a total that old is told no more


@dataclass(frozen=True, slots=True)
class Day:
    """What one center asked on one day, as this party and the other counted it."""

    day: str
    center: str
    asked: int
    refused: int
    other_asked: int  # -1: not told yet
    differs: bool


def own_counts(ctx: Exchange) -> Counts:
    """Return what this party counted."""
    sql = (
        "select day, center, sum(case when state = 'refused' then 0 else size end),"
        " sum(case when state = 'refused' then size else 0 end) from escrow_heard"
        " group by day, center order by day, center"
    )
    with ctx.vault.reading() as db:
        return {(day, center): (asked, refused) for day, center, asked, refused in db.all(sql)}  # fmt: skip


def heard_counts(ctx: Exchange) -> Counts:
    """Return what the other party told of its counting; at a center, the most of both."""
    sql = "select day, center, max(asked), max(refused) from escrow_total group by day, center"
    with ctx.vault.reading() as db:
        return {(day, center): (asked, refused) for day, center, asked, refused in db.all(sql)}  # fmt: skip


def tell(ctx: Exchange, progress: Progress) -> int:
    """Tell the totals of the days that are over; return how many letters that is."""
    now, parties = today(ctx), party_codes(ctx)
    oldest = _moved(now, -_DAYS)
    days: dict[str, list[tuple[str, int, int]]] = {}
    for (day, center), (asked, refused) in own_counts(ctx).items():
        if oldest <= day < now:
            days.setdefault(day, []).append((center, asked, refused))
    sealed = 0
    for day, lines in days.items():
        for to in others(ctx):
            theirs = lines if to in parties else [one for one in lines if one[0] == to]
            if theirs:
                sealed += _tell(ctx, to, TotalSaid(day, tuple(sorted(theirs))), progress)  # fmt: skip
    return sealed


def _tell(ctx: Exchange, to: str, said: TotalSaid, progress: Progress) -> int:
    unsigned = signed_bytes(said)
    what = f"total/{said.day}/{hashlib.sha256(unsigned).hexdigest()[:16]}"
    if is_said(ctx, what, to):
        return 0
    signature = ctx.trust.sign(NAMESPACE, unsigned)
    return post(ctx, to, what, replace(said, signature=signature), progress)


def check_hand(ctx: Exchange, party: str, unsigned: bytes, armored: str) -> None:
    """Check that a letter is signed by a laptop of the party it came from.

    Raises:
        BadSignature, UnknownDevice, CertificateRefused: nobody we may believe.
        NotForUs: signed by somebody else.
    """
    signer = ctx.trust.check_signature(NAMESPACE, unsigned, armored)
    if ctx.trust.party_of(signer).code != party:
        raise NotForUs(why="escrow")


def hear(ctx: Exchange, party: str, said: TotalSaid) -> None:
    """Keep what a party counted; a center hears of itself alone."""
    parties = party_codes(ctx)
    if ctx.center not in parties and {one for one, *_ in said.counts} - {ctx.center}:
        raise Malformed(what="escrow")
    with ctx.vault.writing() as db:
        db.executemany(
            "insert into escrow_total (party, day, center, asked, refused, said)"
            " values (?, ?, ?, ?, ?, ?) on conflict (party, day, center) do update set"
            " asked = excluded.asked, refused = excluded.refused, said = excluded.said"
            " where excluded.asked + excluded.refused > asked + refused",
            [(party, said.day, *line, to_bytes(said)) for line in said.counts],
        )


def days(ctx: Exchange, month: str = "") -> tuple[Day, ...]:
    """Return every day and center of a month, or of all, newest first, at a party."""
    own, told = own_counts(ctx), heard_counts(ctx)
    named = sorted(own.keys() | told.keys(), reverse=True)
    return tuple(_day(one, own, told) for one in named if one[0].startswith(month))


def _day(named: tuple[str, str], own: Counts, told: Counts) -> Day:
    asked, refused = own.get(named, (0, 0))
    other = told[named][0] if named in told else -1
    differs = other not in {-1, asked} and _around(named, own) != _around(named, told)
    return Day(*named, asked, refused, other, differs)


def _around(named: tuple[str, str], counts: Counts) -> int:
    day, center = named
    near = (_moved(day, by) for by in (-1, 0, 1))
    return sum(counts.get((one, center), (0, 0))[0] for one in near)


def _moved(day: str, by: int) -> str:
    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=by)).isoformat()
    except (ValueError, OverflowError):  # no day of a calendar, or the last of all
        return day
