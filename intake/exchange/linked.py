"""Which cases a decision is about and what it tells of them, which notice is for whom, and who has heard what.

* A notice and its lines are for the center they name and for nobody else.
* A decision is about two cases; a line of its evidence is about those of its decision. Who
  harmed them is of the class ``suspect``; that their victim is one (동일 피해자) says where else
  she went: that is ``identity``, as who she is.
* Somebody has heard of a record once receipts cover every segment that speaks of it.
"""

import uuid
from collections.abc import Mapping
from typing import Final

from intake.exchange import peers
from intake.exchange.context import Exchange
from intake.exchange.holdings import Acks, Part
from intake.ids import Scope, scope_of
from intake.register import SCHEMA

_SAID = (
    "select distinct log.log, segment.n, segment.state from entry"
    " join part on part.id = entry.part join scope on scope.id = part.scope"
    " join segment on segment.id = entry.id / 1024 join log on log.id = segment.log"
    " where scope.scope = ?"
)
_LINKS = f"select id, kind, one_case, other_case from {SCHEMA['link'].table}"  # noqa: S608 - a name of the schema
_LINES = f"select id, link from {SCHEMA['link_line'].table}"  # noqa: S608 - a name of the schema
_OF_VICTIM: Final = "same_victim"
_NOTICES: Final = ("link_notice", "notice_line")


def addressed_to(ctx: Exchange, center: str) -> Mapping[Scope, str]:
    """Return what the central desk says to one center: each record, and what it is.

    Nobody but a central desk tells a center anything; one that was withdrawn travels on, so
    that it is withdrawn there too.
    """
    if ctx.center not in ctx.trust.central_codes():
        return {}
    found: dict[Scope, str] = {}
    with ctx.vault.reading() as db:
        for entity in _NOTICES:
            sql = f"select id from {SCHEMA[entity].table} where to_center = ?"  # noqa: S608 - a name of the schema
            for (one,) in db.all(sql, (center,)):
                found[scope_of("link", _id(one))] = entity
    return found


class Links:
    """The cases of every decision that this center has; read once."""

    def __init__(self, ctx: Exchange) -> None:
        """Read them."""
        with ctx.vault.reading() as db:
            rows, lines = db.all(_LINKS), db.all(_LINES)
        self._cases = {
            _id(one): tuple(scope_of("case", _id(case)) for case in cases if case)
            for one, _, *cases in rows
        }
        self._of_victim = {_id(one) for one, kind, *_ in rows if kind == _OF_VICTIM}
        self._of_line = {_id(one): _id(link) for one, link in lines if link}

    def cases(self, record: str) -> tuple[Scope, ...]:
        """Return both cases of a decision or of a line of one; nothing where not both are known."""
        found = self._cases.get(self._of_line.get(record, record), ())
        return found if len(found) == 2 else ()  # noqa: PLR2004 - a decision is about two

    def class_of(self, record: str) -> str:
        """Return the class that must be allowed of both cases for a decision to be told."""
        link = self._of_line.get(record, record)
        return "identity" if link in self._of_victim else "suspect"


class Hearing:
    """Who has heard what, as the receipts that came home say; each party is read once."""

    def __init__(self, ctx: Exchange) -> None:
        """Know nothing yet."""
        self._ctx = ctx
        self._acks: dict[str, Acks] = {}
        self._parts: dict[str, frozenset[Part]] = {}

    def has_heard(self, party: str, scope: Scope) -> bool:
        """Whether a party has everything that is said of a scope now."""
        with self._ctx.vault.reading() as db:
            if party not in self._acks:
                self._acks[party] = peers.acks_of(db, party)
                self._parts[party] = peers.parts_of(db, party)
            if (scope, "core") not in self._parts[party]:
                return False
            said = db.all(_SAID, (scope,))
        acks = self._acks[party]
        return bool(said) and all(
            state != "open" and any(a <= n <= b for a, b in acks.get(log, ()))
            for log, n, state in said
        )


def has_heard(ctx: Exchange, party: str, scope: Scope) -> bool:
    """Whether the receipts of a party cover everything that is said of a scope now."""
    return Hearing(ctx).has_heard(party, scope)


def _id(blob: bytes) -> str:
    return str(uuid.UUID(bytes=bytes(blob)))
