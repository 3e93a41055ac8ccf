"""Which classes of which case may go to a party, from the consents in the register."""

import uuid
from collections import defaultdict
from collections.abc import Mapping

from intake.consent import ConsentRow, Receiver, Verdict, judge
from intake.exchange.context import Exchange
from intake.ids import Scope, scope_of
from intake.register import SCHEMA
from intake.trust import Party

_JUDGED = ("RECORD", "SENSITIVE", "CENTRAL", "MATCH", "COURT")
_SELECT = f"""
select "case", purpose, decision, said,
  withdrawn_at is not null or withdrawn_on is not null,
  withhold_what is not null or withhold_why is not null
from {SCHEMA["consent"].table} where deleted is null and purpose in (?, ?, ?, ?, ?)
"""  # noqa: S608 - half a million rows are read as what they are, not as records


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
    with ctx.vault.reading() as db:
        for case, *said in db.each(_SELECT, _JUDGED):
            if case is not None:
                scope = scope_of("case", str(uuid.UUID(bytes=bytes(case))))
                found[scope].append(_consent(*said))
    return found


def _consent(purpose: str, decision: str | None, said: int, *marks: int) -> ConsentRow:
    withdrawn, keeps_back = map(bool, marks)
    return ConsentRow(purpose, decision or "", said, withdrawn, keeps_back)
