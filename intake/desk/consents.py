"""Consent (동의): one decision for each purpose, read aloud, kept with the words that were read.

* Only RECORD opens the recorder; everything else may be refused or decided later.
* A decision keeps the version and hash of the text, the language, how and by whom it was
  explained (개인정보보호법 15조, 17조, 22조; 영 17조).
* Withdrawal (철회) stops sharing at the next bundle; what was already sent is told.
"""

from collections.abc import Mapping
from typing import Literal

from intake import documents
from intake.clock import local, utc
from intake.consent import ConsentRow, state_of
from intake.desk.headers import decisions
from intake.desk.lines import ms_at
from intake.desk.rooms import Rooms
from intake.desk.standing import consent_of, decided_rows, in_order
from intake.desk.views import ConsentLine, ConsentText, GuardianNote
from intake.documents import PURPOSES, consent_hash, consent_version
from intake.errors import ConsentMissing, InvalidInput
from intake.ledger import Deed
from intake.ledger.saying import Say

RECORD = "RECORD"
_DECISIONS = ("AGREED", "REFUSED", "LATER")


class Consents:
    """What can be done about consent."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def gate(self) -> tuple[ConsentText, ...]:
        """Return every consent that is asked for at the beginning, in reading order."""
        return tuple(text_of(purpose) for purpose in PURPOSES)

    def decide(
        self,
        case: str,
        decided: Mapping[str, str],
        method: str = "FACE",
        guardian: GuardianNote | None = None,
    ) -> None:
        """Keep what was decided for each purpose, all in one action.

        Raises:
            InvalidInput: an unknown purpose or decision.
        """
        for purpose, decision in decided.items():
            if purpose not in PURPOSES or decision not in _DECISIONS:
                raise InvalidInput(what="consent", why="unknown-code", purpose=purpose)
        rooms = self._rooms
        self._rooms.case(case)
        with rooms.about_case(Deed.CONSENT, case) as say:
            for purpose, decision in decided.items():
                self._say(say, case, purpose, {"decision": decision, "method": method})
                if guardian is not None and purpose == RECORD:
                    self._say_guardian(say, case, guardian)
            say.set("case", case, "consent", self._state(case, decided))

    def withdraw(self, case: str, purpose: str, reason: str = "") -> None:
        """Take a consent back; the decision that stood stays in the history.

        Raises:
            ConsentMissing: nothing was agreed for this purpose.
        """
        rooms = self._rooms
        if state_of(decisions(rooms, case).get(purpose)) != "agreed":
            raise ConsentMissing(purpose=purpose)
        rows, now = decided_rows(rooms, case, purpose), rooms.clock.wall()
        agreed = [row.id for row in rows if row["decision"] == "AGREED"]
        with rooms.about_case(Deed.WITHDRAW, case) as say:
            for record in agreed:
                day = local(now).date().isoformat()
                say.set("consent", record, "withdrawn_on", day)
                say.set("consent", record, "withdrawn_at", utc(now))
                if reason:
                    say.set("consent", record, "withdrawn_why", reason)
            if purpose == RECORD:
                say.set("case", case, "consent", "WITHDRAWN")

    def current(self, case: str) -> tuple[ConsentLine, ...]:
        """Return what stands for every purpose that was decided."""
        found = in_order(self._rooms.register.find("consent", case=case))
        rows = {str(row["purpose"]): row for row in found}
        lines = []
        for purpose in PURPOSES:
            row = rows.get(purpose)
            if row is not None:
                withdrawn = row["withdrawn_at"] is not None
                given = ms_at(row["withdrawn_at"] if withdrawn else row["given_at"])
                lines.append(
                    ConsentLine(purpose, _decision(row["decision"]), given, withdrawn)
                )
        return tuple(lines)

    def check(self, case: str, purpose: str) -> None:
        """Check that something was agreed.

        Raises:
            ConsentMissing: it was not, or was taken back.
        """
        if state_of(decisions(self._rooms, case).get(purpose)) != "agreed":
            raise ConsentMissing(purpose=purpose)

    def form(self, language: str = "", case: str = "") -> bytes:
        """Return the consent form (동의서) as a PDF, with or without a case on it."""
        rooms = self._rooms
        row = rooms.case(case) if case else None
        return documents.draw_consent_form(
            documents.ConsentForm(
                center=rooms.who.center_name,
                case_number=str(row["number"] or "") if row else "",
                name=str(row["alias"] or "") if row else "",
            ),
            language or rooms.language,
        )

    def _say(self, say: Say, case: str, purpose: str, said: Mapping[str, str]) -> None:
        rooms, record = self._rooms, consent_of(self._rooms, case, purpose)
        now = rooms.clock.wall()
        agreed = said["decision"] == "AGREED"
        for name, value in {
            "case": case,
            "purpose": purpose,
            "given_on": local(now).date().isoformat(),
            "given_at": utc(now),
            "explained_by": rooms.who.counselor,
            "form_version": consent_version(),
            "text_digest": consent_hash(rooms.language),
            "language": rooms.language,
            **said,
        }.items():
            say.set("consent", record, name, value)
        if agreed:
            say.set("consent", record, "withdrawn_on", None)
            say.set("consent", record, "withdrawn_at", None)

    def _say_guardian(self, say: Say, case: str, guardian: GuardianNote) -> None:
        record = consent_of(self._rooms, case, RECORD)
        say.set("consent", record, "guardian_name", guardian.name or None)
        say.set("consent", record, "guardian_contact", guardian.contact or None)
        say.set(
            "consent",
            record,
            "guardian_confirm",
            "PHONE" if guardian.told else "NOT_TOLD",
        )
        say.set("consent", record, "guardian_not_told_why", guardian.reason or None)

    def _state(self, case: str, decided: Mapping[str, str]) -> str:
        """Return the case's consent state (동의 상태) once these decisions stand."""
        standing = {
            name: state_of(row) for name, row in decisions(self._rooms, case).items()
        }
        standing |= {
            name: state_of(ConsentRow(name, decision))
            for name, decision in decided.items()
        }
        if standing.get(RECORD) == "refused":
            return "ANONYMOUS"
        if standing.get(RECORD) != "agreed":
            return "ASKED"
        asked = [standing.get(purpose, "undecided") for purpose in PURPOSES]
        return "FULL" if all(state == "agreed" for state in asked) else "PARTIAL"


def text_of(purpose: str) -> ConsentText:
    """Return the text ids of what is read aloud for a purpose."""
    stem = f"consent-{purpose.lower()}"
    return ConsentText(
        purpose=purpose,
        title_id=f"{stem}-title",
        spoken_id=f"{stem}-spoken",
        items_id=f"{stem}-items",
        keep_id=f"{stem}-keep",
        refuse_id=f"{stem}-refuse",
        opens_recorder=purpose == RECORD,
    )


def _decision(value: object) -> Literal["AGREED", "REFUSED", "LATER"]:
    if value == "AGREED":
        return "AGREED"
    return "REFUSED" if value == "REFUSED" else "LATER"
