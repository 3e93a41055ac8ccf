"""Who may speak about what (권한): asked of every entry that comes from elsewhere."""

from intake.exchange import holdings
from intake.exchange.bound import Places
from intake.exchange.context import Exchange
from intake.exchange.handing import Moves
from intake.ledger import Claim


class Authority:
    """Who may speak about what (권한): the rule that no center overwrites another's case.

    * A scope belongs to the center that spoke of it first; that center may speak, correct
      and destroy.
    * At a center, nobody else speaks of cases: what others say comes as links, notices and
      handovers. Only the central desk takes in the cases of many.
    * A link is the central desk's to decide, and at the central desk also a center's about
      its own cases: whether both are its own is asked whenever the link is counted.
    * A clock fix is for the center whose log it is about, or for the central desk.
    * A case that goes over is its giver's until it is taken, then its taker's
      (``intake.exchange.handing``).
    * The second party (제2기관) speaks of nothing but whom to call there.
    * What belongs to a center by its code is that center's, whoever spoke there first
      (``intake.exchange.bound``).
    * Of a center's own records (agencies, requests, answers) only the core is for others;
      nobody gives roles, or notes destructions, in another center's books.
    * Everything else is set aside for a person.
    """

    def __init__(self, ctx: Exchange) -> None:
        """Read who is who once for a whole merge."""
        self._own = ctx.center
        self._central = ctx.trust.central_codes()
        self._escrow = ctx.trust.codes_of("escrow")
        self._places = Places(one.code for one in ctx.trust.enrolled())
        with ctx.vault.reading() as db:
            self._logs = holdings.centers_of_logs(db)
            self._moves = Moves(db, self._own, self._central)

    def allows(self, claim: Claim) -> bool:
        """Whether an entry from elsewhere may count."""
        if claim.center == self._own:
            return True
        if claim.target:
            author = self._logs.get(claim.target, claim.center)
            return claim.center == author or claim.center in self._central
        if claim.center in self._escrow:
            return bool(self._places.may_speak(claim))
        kind, _, _ = claim.scope.partition("/")
        if kind == "link":
            return self._may_link(claim)
        return self._may_case(claim) if kind == "case" else self._may_record(claim)

    def _may_case(self, claim: Claim) -> bool:
        moved = self._moves.may_speak(claim) if self._moves else None
        if moved is not None:
            return moved
        return self._own in self._central and claim.owner in {"", claim.center}

    def _may_record(self, claim: Claim) -> bool:
        bound = self._places.may_speak(claim)
        if bound is not None:
            return bound
        books = claim.cls != "core" and claim.scope.startswith("record/")
        return not books and claim.owner in {"", claim.center}

    def _may_link(self, claim: Claim) -> bool:
        if claim.center in self._central:
            return claim.owner in self._central | {""}
        return self._own in self._central and claim.owner in {"", claim.center}
