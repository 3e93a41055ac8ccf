"""Which classes of which case may go to a party, from the consents in the register."""

import uuid
from collections import defaultdict
from collections.abc import Mapping

from intake.consent import (
    AGREED_BY,
    CONSENT_AGE,
    ConsentRow,
    Receiver,
    Verdict,
    judge,
)
from intake.consent.minors import turns
from intake.exchange.context import Exchange
from intake.exchange.going_over import Giving, passed_on
from intake.exchange.linked import Links, addressed_to
from intake.ids import Scope, record_of, scope_of
from intake.register import SCHEMA
from intake.trust import Party
from intake.vault import Database

_JUDGED = ("RECORD", "SENSITIVE", "CENTRAL", "MATCH", "COURT")
_SELECT = f"""
select id, "case", purpose, decision, said,
  withdrawn_at is not null or withdrawn_on is not null,
  withhold_what is not null or withhold_why is not null
from {SCHEMA["consent"].table} where deleted is null and purpose in (?, ?, ?, ?, ?)
"""  # noqa: S608 - half a million rows are read as what they are, not as records

_CHILDREN = f"""
select p."case", p.birth, (select max(c.given_on) from {SCHEMA["consent"].table} c
    where c."case" = p."case" and c.purpose = 'CENTRAL' and c.deleted is null)
from {SCHEMA["person"].table} p left join r_case_counts k on k."case" = p."case"
where p.role = 'VICTIM' and p.deleted is null
  and (k.age < {CONSENT_AGE} or p.under_14 = 'YES')
"""  # noqa: S608 - names of the schema
_GUARDED = f"""
select "case" from {SCHEMA["consent"].table} where deleted is null and purpose = 'RECORD'
  and guardian_confirm in ({", ".join("?" * len(AGREED_BY))})
"""  # noqa: S608 - names of the schema
_DECIDING = ("purpose", "decision", "withdrawn_on", "withdrawn_at")
_DECIDED = f"""
select c.id, max(w.hlc) from {SCHEMA["consent"].table} c
  cross join rec on rec.eid = c.id and rec.entity = 'consent'
  cross join winner w on w.rec = rec.id cross join name n on n.id = w.field
where c.deleted is null and c.purpose in (?, ?, ?, ?, ?) and n.name in (?, ?, ?, ?)
  and exists (select 1 from {SCHEMA["consent"].table} o where o."case" = c."case"
    and o.purpose = c.purpose and o.id <> c.id and o.deleted is null)
group by c.id
"""  # noqa: S608 - names of the schema; cross: consents first, they are few


def receiver_of(party: Party) -> Receiver:
    """Return what a party is to us."""
    if party.own:
        return Receiver.OWN
    return Receiver.CENTRAL if party.kind == "central" else Receiver.CENTER


class Agreement:
    """The verdict for any scope, asked of the register once."""

    def __init__(self, ctx: Exchange, party: Party) -> None:
        """Read the consents, the links and the notices as they stand now."""
        self._receiver = receiver_of(party)
        self._keeps = any(one.own and one.kind == "escrow" for one in ctx.trust.enrolled())  # fmt: skip
        asks = self._receiver is Receiver.CENTRAL
        self._rows = _consents(ctx) if asks else {}
        self._unguarded = unguarded(ctx) if asks else frozenset()
        self._links = Links(ctx) if asks else None
        elsewhere = self._receiver is Receiver.CENTER and party.kind != "escrow"
        self._handing = Giving(ctx, party.name, unguarded) if elsewhere else None
        # What is said to the party alone: each record, and what it is.
        self.notices = addressed_to(ctx, party.code) if elsewhere else {}
        given = self._handing
        # What others said that goes from here too, and what the party may keep for good.
        self.passed_on = (
            given.passed_on if given else passed_on(ctx) if asks else frozenset()
        )
        self.kept = given.kept if given else frozenset()

    def verdict(self, scope: Scope) -> Verdict:
        """Return which classes of a scope may go.

        Center register records (agencies and the like) are about nobody's harm: their
        core goes to the central desk. So do the center's own decisions about cases that both
        may be compared there. Another center gets what the central desk says to it alone, and
        the case that goes over to it. The second party of match-only gives no record away.
        """
        if self._receiver is Receiver.OWN:
            return judge((), Receiver.OWN)
        if self._keeps:
            return Verdict(frozenset(), "notices-only")
        if self._receiver is Receiver.CENTER:
            return self._to_a_center(scope)
        kind, _, _ = scope.partition("/")
        if kind == "case":
            return self._to_central(scope)
        if kind == "link":
            return self._of_link(scope)
        return Verdict(frozenset({"core"}), "center-record")

    def _to_a_center(self, scope: Scope) -> Verdict:
        given = self._handing.verdict(scope) if self._handing else None
        if given is not None:
            return given
        if scope in self.notices:
            return Verdict(frozenset({"core"}), "notice")
        return Verdict(frozenset(), "notices-only")

    def _to_central(self, scope: Scope) -> Verdict:
        rows = self._rows.get(scope, ())
        guarded = scope not in self._unguarded
        return judge(rows, Receiver.CENTRAL, guarded=guarded)

    def _of_link(self, scope: Scope) -> Verdict:
        """A decision about two cases goes where what it tells of them may go, of both.

        Who the victim is never goes to the central desk: that it is one person stays as well.
        """
        record, links = record_of(scope), self._links
        cases = links.cases(record) if links else ()
        needed = links.class_of(record) if links else ""
        if cases and all(needed in self._to_central(one).classes for one in cases):
            return Verdict(frozenset({"core"}), "own-link")
        return Verdict(frozenset(), "link-stays")


def _consents(ctx: Exchange) -> Mapping[Scope, list[ConsentRow]]:
    found: dict[Scope, list[ConsentRow]] = defaultdict(list)
    unsettled = _unsettled(ctx)
    with ctx.vault.reading() as db:
        decided = _decided(db)
        for one, case, purpose, decision, said, *marks in db.each(_SELECT, _JUDGED):
            if case is not None:
                scope = scope_of("case", str(uuid.UUID(bytes=bytes(case))))
                stands = (
                    "" if str(uuid.UUID(bytes=bytes(one))) in unsettled else decision
                )
                at = decided.get(bytes(one), said)
                found[scope].append(_consent(purpose, stands, at, *marks))
    return found


def unguarded(ctx: Exchange) -> frozenset[Scope]:
    """The cases of children under 14 whose guardian did not consent to anything.

    A child who said yes again after her fourteenth birthday consented herself.
    """
    with ctx.vault.reading() as db:
        rows = db.all(_CHILDREN)
        guarded = {bytes(case) for (case,) in db.all(_GUARDED, tuple(AGREED_BY))}
    return frozenset(
        scope_of("case", str(uuid.UUID(bytes=bytes(case))))
        for case, birth, given in rows
        if bytes(case) not in guarded and not _of_age(birth, given)
    )


def _of_age(birth: str | None, given: str | None) -> bool:
    day = turns(birth, CONSENT_AGE)
    return day is not None and given is not None and day.isoformat() <= given


def _unsettled(ctx: Exchange) -> frozenset[str]:
    """The consents of which two people wrote down different decisions: not agreed."""
    conflicts = ctx.ledger.conflicts()
    return frozenset(
        one.eid
        for one in conflicts
        if one.entity == "consent" and one.field in _DECIDING
    )


def _decided(db: Database) -> Mapping[bytes, int]:
    """When each consent was decided, where a case has several for one purpose.

    A later word about something else in an old consent does not make its decision newer.
    """
    rows = db.all(_DECIDED, (*_JUDGED, *(f"consent/{name}" for name in _DECIDING)))
    return {bytes(one): hlc for one, hlc in rows}


def _consent(purpose: str, decision: str | None, said: int, *marks: int) -> ConsentRow:
    withdrawn, keeps_back = map(bool, marks)
    return ConsentRow(purpose, decision or "", said, withdrawn, keeps_back)
