"""What of a case goes over with it (이관): as much as the person agreed to, to one center only.

* She agreed to being recorded and to another center; a child under 14 by her guardian. What she
  asked to keep back stays.
* The receiving center's answer, and its orders to destroy, go back to the giver.
"""

import uuid
from collections.abc import Callable, Mapping
from typing import Final

from intake.consent import ConsentRow, Verdict, state_of
from intake.exchange.context import Exchange
from intake.exchange.handing import TAKEN, Moving, standing
from intake.ids import Scope, record_of, scope_of
from intake.ledger.change import CLASSES
from intake.ledger.erasure import order_scope
from intake.register import Row
from intake.vault import Database

HANDED_OVER: Final = "handed-over"
_KEPT_BACK: Final = "narrative"


class Giving:
    """What may travel to a center because a case goes over, asked once for a bundle."""

    def __init__(
        self,
        ctx: Exchange,
        party: str,
        unguarded: Callable[[Exchange], frozenset[Scope]],
    ) -> None:
        """Read what was offered to the party, and what it is still to hear from us."""
        self._ctx = ctx
        with ctx.vault.reading() as db:
            self._cases = {
                scope: one
                for scope, one in standing(db).items()
                if one.is_open
                and (one.from_center, one.to_center) == (ctx.center, party)
            }
            self._heard = _to_be_heard(db, ctx.center, party)
        self._unguarded = unguarded(ctx) if self._cases else frozenset()

    def verdict(self, scope: Scope) -> Verdict | None:
        """Return which classes go; None where nothing of it has to do with a handover."""
        if scope in self._heard:
            return Verdict(frozenset({"core"}), HANDED_OVER)
        one = self._cases.get(scope)
        if one is None:
            return None
        return judge(self._ctx, one, guarded=scope not in self._unguarded)


def judge(ctx: Exchange, one: Moving, *, guarded: bool) -> Verdict:
    """Return what of a case goes over: everything, unless she wants something kept back.

    She agreed to being recorded and to another center; a child under 14 by her guardian
    (개인정보보호법 22조의2). Once taken it is the other center's: nothing is asked back.
    """
    rows = _newest(ctx, one.scope)
    keeps = any(row.keeps_back for row in rows.values())
    classes = frozenset(CLASSES) - ({_KEPT_BACK} if keeps else set())
    if one.state == TAKEN:
        return Verdict(classes, HANDED_OVER)
    for purpose in ("RECORD", "CENTER"):
        state = state_of(rows.get(purpose))
        if state != "agreed":
            name = purpose.lower()
            return Verdict(frozenset(), f"{name}-{state}")
    if not guarded:
        return Verdict(frozenset(), "guardian-missing")
    return Verdict(classes, HANDED_OVER)


def _newest(ctx: Exchange, scope: Scope) -> Mapping[str, ConsentRow]:
    """Return what stands for each purpose; what two people wrote differently stands for no."""
    unsettled = {one.eid for one in ctx.ledger.conflicts(scope)}
    found: dict[str, ConsentRow] = {}
    rows = ctx.register.find("consent", case=record_of(scope))
    for row in sorted(rows, key=lambda row: row.said):
        if not row["receiver_name"] and row["decision"] is not None:
            found[str(row["purpose"])] = _consent(row, stands=row.id not in unsettled)
    return found


def _consent(row: Row, *, stands: bool) -> ConsentRow:
    return ConsentRow(
        purpose=str(row["purpose"]),
        decision=str(row["decision"]) if stands else "",
        said=row.said,
        withdrawn=bool(row["withdrawn_at"] or row["withdrawn_on"]),
        keeps_back=bool(row["withhold_what"] or row["withhold_why"]),
    )


def _to_be_heard(db: Database, own: str, party: str) -> frozenset[Scope]:
    """Return our answers to a party's handovers, and the orders its copies must obey."""
    rows = db.all(
        "select id from r_handover_answer"
        " where deleted is null and center = ? and from_center = ?",
        (own, party),
    )
    answers = {scope_of("record", str(uuid.UUID(bytes=bytes(one)))) for (one,) in rows}
    if not answers:
        return frozenset()
    parts = db.all("select part from erased where center = ?", (own,))
    return frozenset(answers | {order_scope(bytes(part)) for (part,) in parts})
