"""Giving to others (제3자 제공): one consent for each receiver, and what has left already.

* Police, lawyers, courts and hospitals are asked for when they are needed, each on its own
  line with its own words (개인정보보호법 17조, 22조).
* Whatever gives something away asks ``check`` first and notes it with ``note``.
* A recall (회수) asks a receiver to destroy; only the receiver can say that it did.
"""

from typing import Literal, TypeAlias

from intake import documents
from intake.clock import local, utc
from intake.consent import Answer, Line, may_give
from intake.desk.consents import text_of
from intake.desk.guardians import is_guarded
from intake.desk.lines import ms_at
from intake.desk.rooms import Rooms
from intake.desk.standing import consent_of
from intake.desk.views import ConsentText
from intake.desk.views.giving import LeftLine, ReceiverLine
from intake.documents import ASKED_LATER, consent_hash, consent_version
from intake.errors import ConsentMissing, InvalidInput
from intake.exchange import left_about
from intake.ids import natural_id, new_id, scope_of
from intake.ledger import Deed
from intake.ledger.change import CLASSES
from intake.register import CODES, Row

_DECISIONS = ("AGREED", "REFUSED", "LATER")
_State: TypeAlias = Literal["agreed", "refused", "withdrawn", "undecided"]


class Giving:
    """What can be done about giving to others."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- consents by receiver -----------------------------------------------------

    def asked(self) -> tuple[ConsentText, ...]:
        """Return the consents that are asked for when they are needed."""
        return tuple(text_of(purpose) for purpose in ASKED_LATER)

    def form(
        self, case: str, purpose: str, name: str = "", language: str = ""
    ) -> bytes:
        """Return the consent form for one receiver as a PDF.

        Raises:
            InvalidInput: a purpose that is asked at the gate.
        """
        if purpose not in ASKED_LATER:
            raise InvalidInput(what="consent", why="unknown-code", purpose=purpose)
        rooms, row = self._rooms, self._rooms.case(case)
        asked = documents.ConsentForm(
            center=rooms.who.center_name,
            case_number=str(row["number"] or ""),
            name=str(row["alias"] or ""),
            purposes=(purpose,),
            receiver=name,
        )
        return documents.draw_consent_form(asked, language or rooms.language)

    def decide(
        self,
        case: str,
        purpose: str,
        receiver: str,
        name: str,
        decision: str,
        *,
        method: str = "FACE",
    ) -> str:
        """Keep what was decided about one receiver; the same receiver is one line.

        Raises:
            InvalidInput: a purpose that is asked at the gate, or an unknown decision.
        """
        if purpose not in ASKED_LATER or decision not in _DECISIONS:
            raise InvalidInput(what="consent", why="unknown-code", purpose=purpose)
        rooms, now = self._rooms, self._rooms.clock.wall()
        rooms.case(case)
        record = natural_id("consent", case, purpose, receiver, name)
        said = {
            "case": case,
            "purpose": purpose,
            "receiver": receiver,
            "receiver_name": name or None,
            "decision": decision,
            "method": method,
            "given_on": local(now).date().isoformat(),
            "given_at": utc(now),
            "explained_by": rooms.who.counselor,
            "form_version": consent_version(),
            "text_digest": consent_hash(rooms.language, (purpose,)),
            "language": rooms.language,
        }
        with rooms.about_case(Deed.CONSENT, case) as say:
            for field, value in said.items():
                say.set("consent", record, field, value)
            if decision == "AGREED":
                say.set("consent", record, "withdrawn_on", None)
                say.set("consent", record, "withdrawn_at", None)
        return record

    def withdraw(self, consent: str, reason: str = "") -> None:
        """Take one line back; what left already is shown by ``left``.

        Raises:
            ConsentMissing: nothing is agreed to there.
        """
        rooms = self._rooms
        row = rooms.record("consent", consent)
        if line_of(row).state != "agreed":
            raise ConsentMissing(purpose=str(row["purpose"]))
        now = rooms.clock.wall()
        with rooms.about_case(Deed.WITHDRAW, str(row["case"])) as say:
            say.set("consent", consent, "withdrawn_on", local(now).date().isoformat())
            say.set("consent", consent, "withdrawn_at", utc(now))
            if reason:
                say.set("consent", consent, "withdrawn_why", reason)

    def withhold(self, case: str, what: str, whom: str, why: str = "OTHER") -> None:
        """Keep something back from somebody, as the person asked; a blank takes it back."""
        record = consent_of(self._rooms, case, "RECORD")
        with self._rooms.about_case(Deed.CONSENT, case) as say:
            say.set("consent", record, "case", case)
            say.set("consent", record, "purpose", "RECORD")
            say.set("consent", record, "withhold_what", what or None)
            say.set("consent", record, "withhold_from", whom or None)
            say.set("consent", record, "withhold_why", why if what else None)

    def lines(self, case: str) -> tuple[ReceiverLine, ...]:
        """Return what was decided for every receiver, newest first."""
        rows = self._rooms.register.find("consent", case=case)
        later = [row for row in rows if row["purpose"] in ASKED_LATER]
        later.sort(key=lambda row: row.said, reverse=True)
        return tuple(self._receiver(row) for row in later)

    def may(self, case: str, purpose: str, name: str = "") -> Answer:
        """Return whether something may be given to a receiver, and why or why not."""
        rows = self._rooms.register.find("consent", case=case)
        guarded = is_guarded(self._rooms, case)
        return may_give(map(line_of, rows), purpose, name, guarded=guarded)

    def check(self, case: str, purpose: str, name: str = "") -> None:
        """Check that something may be given.

        Raises:
            ConsentMissing: with the reason; nothing was given.
        """
        answer = self.may(case, purpose, name)
        if not answer.may:
            raise ConsentMissing(purpose=purpose, why=answer.why)

    # --- what left ----------------------------------------------------------------

    def note(
        self,
        case: str,
        means: str,
        receiver: str,
        name: str = "",
        *,
        purpose: str = "",
        items: str = "",
    ) -> str:
        """Note that something of a case left the center; ``items`` are codes, never words."""
        rooms, now = self._rooms, self._rooms.clock.wall()
        record = new_id(now)
        said = {
            "case": case,
            "means": means,
            "receiver": receiver,
            "receiver_name": name or None,
            "purpose": purpose or None,
            "items": items or None,
            "left_on": local(now).date().isoformat(),
            "left_at": utc(now),
            "by": rooms.who.counselor,
            "recall": "LEFT",
        }
        with rooms.about_case(Deed.SEND, case) as say:
            for field, value in said.items():
                say.set("disclosure", record, field, value)
        return record

    def left(self, case: str) -> tuple[LeftLine, ...]:
        """Return everything of a case that left, and to whom, newest first."""
        rows = self._rooms.register.find("disclosure", case=case)
        found = [*map(self._disclosed, rows), *self._bundles(case)]
        return tuple(sorted(found, key=lambda one: one.ms, reverse=True))

    def recall(self, disclosure: str, state: str = "ASKED") -> None:
        """Note that a receiver was asked to destroy, or has said that it did or cannot.

        Raises:
            InvalidInput: an unknown state.
        """
        if not CODES.holds(("recall_state",), state):
            raise InvalidInput(what="recall", why="unknown-code")
        row = self._rooms.record("disclosure", disclosure)
        today = self._rooms.clock.today().isoformat()
        day = {"ASKED": "recalled_on", "ACKNOWLEDGED": "acknowledged_on"}.get(state)
        with self._rooms.about_case(Deed.RECALL, str(row["case"])) as say:
            say.set("disclosure", disclosure, "recall", state)
            if day:
                say.set("disclosure", disclosure, day, today)

    # --- reading ------------------------------------------------------------------

    def _receiver(self, row: Row) -> ReceiverLine:
        line = line_of(row)
        return ReceiverLine(
            id=row.id,
            purpose=line.purpose,
            receiver=str(row["receiver"] or ""),
            receiver_text=row.label("receiver", self._rooms.language),
            name=line.name,
            state=_STATES[line.state],
            on=str(row["withdrawn_on" if line.withdrawn else "given_on"] or ""),
            explained_by=str(row["explained_by"] or ""),
            form_version=str(row["form_version"] or ""),
            keeps_back=line.keeps_back,
        )

    def _disclosed(self, row: Row) -> LeftLine:
        language = self._rooms.language
        kind = row.label("receiver", language)
        name = str(row["receiver_name"] or "")
        return LeftLine(
            id=row.id,
            means=str(row["means"] or ""),
            means_text=row.label("means", language),
            receiver=f"{kind} {name}".strip(),
            on=str(row["left_on"] or ""),
            ms=ms_at(row["left_at"]),
            number=str(row["bundle"] or ""),
            classes=_classes(str(row["items"] or "")),
            recall=str(row["recall"] or "LEFT"),
            recall_text=row.label("recall", language),
        )

    def _bundles(self, case: str) -> list[LeftLine]:
        rooms, language = self._rooms, self._rooms.language
        titles = {one.name: one.title for one in rooms.exchange.trust.parties()}
        own = {one.name for one in rooms.exchange.trust.parties() if one.own}
        return [
            LeftLine(
                id="",
                means="BUNDLE",
                means_text=CODES.label_in(("disclosure_means",), "BUNDLE", language),
                receiver=titles.get(one.to, one.to),
                on=local(one.made_ms).date().isoformat(),
                ms=one.made_ms,
                number=one.number,
                classes=one.classes,
                recall="LEFT",
                recall_text=CODES.label_in(("recall_state",), "LEFT", language),
            )
            for one in left_about(rooms.exchange, scope_of("case", case))
            if one.to not in own
        ]


_STATES: dict[str, _State] = {
    "agreed": "agreed",
    "refused": "refused",
    "withdrawn": "withdrawn",
    "undecided": "undecided",
}


def _classes(items: str) -> tuple[str, ...]:
    """Return the classes that left, or the words somebody wrote instead."""
    codes = tuple(items.replace(",", " ").split())
    return (
        codes if set(codes) <= set(CLASSES) else tuple(filter(None, items.split(",")))
    )


def line_of(row: Row) -> Line:
    """Return a decision as the judgement reads it."""
    return Line(
        purpose=str(row["purpose"]),
        decision=str(row["decision"] or "LATER"),
        name=str(row["receiver_name"] or ""),
        said=row.said,
        withdrawn=row["withdrawn_at"] is not None or row["withdrawn_on"] is not None,
        keeps_back=row["withhold_what"] is not None,
    )
