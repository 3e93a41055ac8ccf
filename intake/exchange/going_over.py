"""What of a case goes over with it (이관): as much as the person agreed to, to one center only.

* She agreed to being recorded and to another center; a child under 14 by her guardian. What she
  asked to keep back stays.
* The receiving center's answer, and its orders to destroy, go back to the giver.
* With a case that goes on goes what the centers said that had it before, each in its own words
  and under its own signature; so does it go to the central desk.
"""

import uuid
from collections.abc import Callable, Mapping
from typing import Final

from intake.consent import ConsentRow, Verdict, state_of
from intake.exchange.chain import OFFERED, TAKEN, Course, courses
from intake.exchange.context import Exchange
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
            going = courses(db)
            self._cases = {
                scope: state
                for scope, course in going.items()
                if (state := _state(course, ctx.center, party))
            }
            with_them = _answers(db, {scope: going[scope] for scope in self._cases})
            self._heard = _to_be_heard(db, ctx.center, party) | with_them
        # Its own copies, to be read: nothing more goes there, and nothing is asked back.
        self.kept = frozenset(
            scope
            for scope, course in going.items()
            if any(hold.center == party for hold in course.holds)
        )
        # What others said of it before goes on with it, in their own words.
        self.passed_on = with_them | frozenset(self._cases)
        self._unguarded = unguarded(ctx) if self._cases else frozenset()

    def verdict(self, scope: Scope) -> Verdict | None:
        """Return which classes go; None where nothing of it has to do with a handover."""
        if scope in self._heard:
            return Verdict(frozenset({"core"}), HANDED_OVER)
        state = self._cases.get(scope)
        if state is None:
            return None
        return judge(self._ctx, scope, state, guarded=scope not in self._unguarded)


def passed_on(ctx: Exchange) -> frozenset[Scope]:
    """Return what others said of the cases we took over: the central desk hears it from us too."""
    with ctx.vault.reading() as db:
        ours = {
            scope: course
            for scope, course in courses(db).items()
            if course.holder == ctx.center and len(course.holds) > 1
        }
        return frozenset(ours) | _answers(db, ours)


def _state(course: Course, own: str, party: str) -> str:
    """Return how far a case has gone from us to a party: offered, taken, or nothing.

    Who had it goes on giving what it said before to whoever has it now.
    """
    if course.holder == own:
        offered = any(one.state == OFFERED and one.taker == party for one in course.pending)  # fmt: skip
        return OFFERED if offered else ""
    had = any(hold.center == own for hold in course.holds[:-1])
    return TAKEN if had and course.holder == party else ""


def judge(ctx: Exchange, scope: Scope, state: str, *, guarded: bool) -> Verdict:
    """Return what of a case goes over: everything, unless she wants something kept back.

    She agreed to being recorded and to another center; a child under 14 by her guardian
    (개인정보보호법 22조의2). Once taken it is the other center's: nothing is asked back.
    """
    rows = _newest(ctx, scope)
    keeps = any(row.keeps_back for row in rows.values())
    classes = frozenset(CLASSES) - ({_KEPT_BACK} if keeps else set())
    if state == TAKEN:
        return Verdict(classes, HANDED_OVER)
    for purpose in ("RECORD", "CENTER"):
        told = state_of(rows.get(purpose))
        if told != "agreed":
            return Verdict(frozenset(), f"{purpose.lower()}-{told}")
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


def _answers(db: Database, going: Mapping[Scope, Course]) -> frozenset[Scope]:
    """Return the records in which the holders of these cases said that they took them."""
    steps = {hold.by for course in going.values() for hold in course.holds if hold.by}
    sql = "select id from r_handover_answer where deleted is null and handover = ?"
    return frozenset(
        scope_of("record", str(uuid.UUID(bytes=bytes(one))))
        for step in sorted(steps)
        for (one,) in db.all(sql, (uuid.UUID(step).bytes,))
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
