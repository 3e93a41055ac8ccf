"""Consent given again after it was taken back (다시 동의): what several laptops said ends with her yes.

* Each laptop of a center tells a withdrawal, and each has a list of its own. When she agrees again,
  the words of her new decision come from one of them; the others may be silent for long.
* So a request ends where the case's own consents, as they lie here, let the class come and the
  decision is later than the request. Words of a laptop that has not heard of the withdrawal hold
  no later decision, and end nothing.
"""

from collections.abc import Collection, Iterable
from typing import Final

from intake.consent import ConsentRow, Receiver, judge, state_of
from intake.exchange.context import Exchange
from intake.ids import Scope, record_of
from intake.ledger.change import CLASSES
from intake.register import Row

_DECIDING: Final = ("decision", "withdrawn_at", "withdrawn_on")


def agreed_again(
    ctx: Exchange, scopes: Collection[Scope]
) -> dict[Scope, tuple[frozenset[str], int]]:
    """Return which classes of these cases may be here by her newest decision, and its stamp."""
    central = ctx.center in ctx.trust.central_codes()
    found = {}
    for scope in sorted(scopes):
        rows = ctx.register.find("consent", case=record_of(scope))
        rows = tuple(row for row in rows if not row["receiver_name"])
        unsettled = {one.eid for one in ctx.ledger.conflicts(scope)}
        classes = _classes([_consent(row, unsettled) for row in rows], central=central)
        purposes = {"RECORD", "CENTRAL" if central else "CENTER"}
        decided = [_stamp(ctx, row) for row in rows if row["purpose"] in purposes]
        if classes and decided:
            found[scope] = (classes, max(decided))
    return found


def _classes(rows: Collection[ConsentRow], *, central: bool) -> frozenset[str]:
    if central:
        return judge(rows, Receiver.CENTRAL).classes
    newest = {row.purpose: row for row in sorted(rows, key=lambda row: row.said)}
    agreed = all(state_of(newest.get(one)) == "agreed" for one in ("RECORD", "CENTER"))
    return frozenset(CLASSES) if agreed else frozenset()


def _consent(row: Row, unsettled: Iterable[str]) -> ConsentRow:
    return ConsentRow(
        purpose=str(row["purpose"]),
        decision="" if row.id in unsettled else str(row["decision"] or ""),
        said=row.said,
        withdrawn=bool(row["withdrawn_at"] or row["withdrawn_on"]),
        keeps_back=bool(row["withhold_what"] or row["withhold_why"]),
    )


def _stamp(ctx: Exchange, row: Row) -> int:
    """Return when a consent was decided last; a later word about something else does not count."""
    words = ctx.ledger.history("consent", row.id)
    return max((word.stamp for word in words if word.field in _DECIDING), default=0)
