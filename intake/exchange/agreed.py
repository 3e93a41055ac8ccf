"""Which classes of which case may go to a party, from the consents in the register."""

from collections import defaultdict
from collections.abc import Mapping

from intake.consent import ConsentRow, Receiver, Verdict, judge
from intake.exchange.context import Exchange
from intake.ids import Scope
from intake.register import Row
from intake.trust import Party

_JUDGED = ("RECORD", "SENSITIVE", "CENTRAL", "MATCH", "COURT")


def receiver_of(party: Party) -> Receiver:
    """Return what a party is to us."""
    if party.own:
        return Receiver.OWN
    return Receiver.CENTRAL if party.kind == "central" else Receiver.CENTER


class Agreement:
    """The verdict for any scope, asked of the register once."""

    def __init__(self, ctx: Exchange, party: Party) -> None:
        """Read the consents as they stand now."""
        self._receiver = receiver_of(party)
        self._rows = _consents(ctx) if self._receiver is Receiver.CENTRAL else {}

    def verdict(self, scope: Scope) -> Verdict:
        """Return which classes of a scope may go.

        Center register records (agencies and the like) are about nobody's harm: their
        core goes to the central desk. Link groups belong to the central desk.
        """
        if scope.startswith("case/") or self._receiver is Receiver.OWN:
            return judge(self._rows.get(scope, ()), self._receiver)
        if scope.startswith("record/") and self._receiver is Receiver.CENTRAL:
            return Verdict(frozenset({"core"}), "center-record")
        return Verdict(frozenset(), "notices-only")


def _consents(ctx: Exchange) -> Mapping[Scope, list[ConsentRow]]:
    found: dict[Scope, list[ConsentRow]] = defaultdict(list)
    for row in ctx.register.find("consent", purpose=_JUDGED):
        if row.scope is not None:
            found[row.scope].append(_consent(row))
    return found


def _consent(row: Row) -> ConsentRow:
    withdrawn = row["withdrawn_at"] is not None or row["withdrawn_on"] is not None
    return ConsentRow(
        purpose=str(row["purpose"]),
        decision=str(row["decision"]),
        said=row.said,
        withdrawn=withdrawn,
        keeps_back=row["withhold_what"] is not None or row["withhold_why"] is not None,
    )
