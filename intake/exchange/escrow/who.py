"""Who is who in match-only (일치 확인): the two parties, the centers, and what day and year it is.

* The year of the key and the day of a quota are those of Seoul, whatever a computer's calendar says.
"""

import datetime as dt
from typing import Final

from intake.exchange.context import Exchange
from intake.trust.enrolment import Kind
from intake.vault import Database

CENTRAL: Final = "central"
ESCROW: Final = "escrow"
QUOTA: Final = 500  # elements of one center on one day, at each party
_SEOUL: Final = dt.timezone(dt.timedelta(hours=9))


def kind_here(ctx: Exchange) -> Kind:
    """Return what kind of workspace this is."""
    return next((one.kind for one in ctx.trust.enrolled() if one.own), "center")


def is_party(ctx: Exchange) -> bool:
    """Whether this workspace holds a part of the key."""
    return kind_here(ctx) in {CENTRAL, ESCROW}


def acts(ctx: Exchange) -> bool:
    """Whether this laptop does match-only for its organisation: the one with the CA.

    Two laptops that both asked and filed would count the same case twice.
    """
    return ctx.trust.is_own_enrolled and ctx.trust.holds_ca


def party_codes(ctx: Exchange) -> dict[str, str]:
    """Return which organisations are parties: code, and kind; with our own."""
    known = ctx.trust.enrolled()
    return {one.code: one.kind for one in known if one.kind in {CENTRAL, ESCROW}}


def pair(ctx: Exchange) -> tuple[str, str] | None:
    """Return the codes of the central desk and of the second party; None unless one of each."""
    codes = party_codes(ctx)
    central = [code for code, kind in codes.items() if kind == CENTRAL]
    escrow = [code for code, kind in codes.items() if kind == ESCROW]
    return (central[0], escrow[0]) if len(central) == len(escrow) == 1 else None


def central_of(ctx: Exchange) -> str:
    """Return the code of the central desk; empty unless there is just one."""
    central = [code for code, kind in party_codes(ctx).items() if kind == CENTRAL]
    return central[0] if len(central) == 1 else ""


def others(ctx: Exchange) -> tuple[str, ...]:
    """Return the codes of everybody else that something can be sealed to."""
    return tuple(one.name for one in ctx.trust.parties() if not one.own and one.recipients)  # fmt: skip


def day_of(ms: int) -> str:
    """Return the day of a moment in Seoul.

    >>> day_of(1_790_000_000_000)
    '2026-09-21'
    """
    return dt.datetime.fromtimestamp(ms / 1000, tz=_SEOUL).date().isoformat()


def today(ctx: Exchange) -> str:
    """Return today's day in Seoul."""
    return day_of(ctx.clock.wall())


def epoch_now(ctx: Exchange) -> int:
    """Return the year of the key: the calendar year in Seoul."""
    return int(today(ctx)[:4])


def quarter_of(ms: int) -> str:
    """Return the quarter of a moment.

    >>> quarter_of(1_790_000_000_000)
    '2026-3'
    """
    day = day_of(ms)
    return f"{day[:4]}-{(int(day[5:7]) + 2) // 3}"


def note_trouble(db: Database, what: str, party: str, epoch: int, ms: int) -> None:
    """Note that something is odd: a code, whose, of which year."""
    db.execute(
        "insert or replace into escrow_trouble (what, party, epoch, ms) values (?, ?, ?, ?)",
        (what, party, epoch, ms),
    )
