"""Suspects of a case (가해 추정인) and what recognises them: kept as typed, shown in one spelling.

* Nobody is more than 가해 추정 인물 until a paper of police or court says so; the stage is said
  by a person, like everything else.
* An account of the victim's own is not the suspect's: it becomes an ``own_account`` and stays
  out of every comparison.
* The same person in another record is joined by a decision, and parted by taking it back.
* Resident numbers (개인정보 보호법 24조의2) are masked before anything is said.
"""

import re
from collections.abc import Mapping, Sequence

from intake.clock import utc
from intake.desk.clues import Clues
from intake.desk.people import principal_of
from intake.desk.rooms import Rooms
from intake.desk.sameness import Sameness
from intake.desk.suspect_cards import Cards
from intake.desk.views.people import (
    ClueLook,
    FoundSuspect,
    Option,
    SuspectsView,
    without_numbers,
)
from intake.errors import InvalidInput
from intake.ids import new_id
from intake.ledger import Deed
from intake.matching import guess
from intake.register import CODES, Row, Value
from intake.register.keys import identifier_id

_REASON = re.compile(r"[a-z]{1,16}(-[a-z]{1,16}){0,3}")
_OWN = ("kind", "value", "site")
_MOST = 8
_LISTS = ("identifier_kind", "identifier_role", "suspect_part", "suspect_stage", "strength", "merge_reason", "who_said")  # fmt: skip


class Suspects:
    """What can be done with suspects and their identifiers."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms, self._clues = rooms, Clues(rooms)
        self._same = Sameness(rooms, "suspect")
        self._cards = Cards(rooms, self._clues, self._same)

    # --- reading -------------------------------------------------------------------

    def of_case(self, case: str) -> SuspectsView:
        """Return the suspects of a case, main one first, with everything that is joined."""
        return self._cards.of_case(case)

    def look(self, case: str, value: str, kind: str = "", site: str = "") -> ClueLook:
        """Return what a value being typed would be; nothing is said by looking."""
        return self._clues.look(case, value, kind, site)

    def kind_of(self, text: str) -> str:
        """Return the likeliest kind of a pasted value, a code of ``identifier_kind``."""
        return guess.kind_of(text)

    def options(self, name: str) -> tuple[Option, ...]:
        """Return the choices of one of the lists these pages use.

        Raises:
            InvalidInput: it is not one of them.
        """
        if name not in _LISTS:
            raise InvalidInput(what="list", why="unknown-name")
        rows, language = CODES.offered(name), self._rooms.language
        return tuple(Option(o.code, o.ko if language == "ko" else o.en) for o in rows)

    def find(self, text: str, case: str = "") -> tuple[FoundSuspect, ...]:
        """Return suspects of other cases that fit a name, account or number.

        Nothing is found while an interview of the case goes on.
        """
        return self._cards.find(text, case, _MOST)

    # --- saying --------------------------------------------------------------------

    def add(self, case: str, said: Mapping[str, Value]) -> str:
        """Add a suspect; the first is the main one, the one interviews speak of."""
        self._rooms.case(case)
        main = not any(
            row["main"] for row in self._rooms.register.find("suspect", case=case)
        )
        suspect = (
            principal_of("suspect", case, "")
            if main
            else new_id(self._rooms.clock.wall())
        )
        given = {"stage": "UNCONFIRMED", **said, **({"main": True} if main else {})}
        self._said_again(case, "suspect", suspect, _masked(given))
        return suspect

    def change(self, suspect: str, said: Mapping[str, Value]) -> None:
        """Change what is known of a suspect, all in one action."""
        self._say(self._rooms.record("suspect", suspect), said)

    def retract(self, suspect: str, reason: str) -> None:
        """Withdraw a suspect for a reason (a code); identifiers stay, of nobody yet."""
        row = self._rooms.record("suspect", suspect)
        self._retract(row, reason)

    def add_clue(self, case: str, said: Mapping[str, Value], suspect: str = "") -> str:
        """Add an identifier; without a kind the likeliest is taken, without a suspect the main one.

        An account of the victim's own (``VICTIM``) becomes an ``own_account``.

        Raises:
            InvalidInput: there is nothing in it.
        """
        given = _masked({"role": "SUSPECT", **said})
        value = str(given.get("value") or "")
        if not value.strip():
            raise InvalidInput(what="identifier", why="empty")
        given["kind"] = given.get("kind") or guess.kind_of(value)
        with self._rooms.one_step(Deed.ADD):
            if given["role"] == "VICTIM":
                return self._add_own(case, given)
            owner = suspect or self._main(case)
            return self._add_clue(case, {**given, "suspect": owner})

    def change_clue(self, clue: str, said: Mapping[str, Value]) -> str:
        """Change an identifier; one that turns out the victim's own becomes an ``own_account``."""
        row = self._rooms.record("identifier", clue)
        given = _masked(said)
        if given.get("role") != "VICTIM":
            self._say(row, given)
            return clue
        known = {name: row[name] for name in _OWN if row[name] is not None}
        with self._rooms.one_step(Deed.CHANGE):
            own = self._add_own(str(row["case"]), {**known, **given})
            self._retract(row, "own-account")
        return own

    def retract_clue(self, clue: str, reason: str) -> None:
        """Withdraw an identifier, or an account of the victim's own, for a reason (a code)."""
        found = self._rooms.register.get("own_account", clue)
        self._retract(found or self._rooms.record("identifier", clue), reason)

    def seen_before(self, suspect: str, words: str) -> str:
        """Note that somebody has seen this person before (이 사람 본 적 있음)."""
        row = self._rooms.record("suspect", suspect)
        note, case = new_id(self._rooms.clock.wall()), str(row["case"])
        said = {
            "case": case,
            "kind": "SEEN_BEFORE",
            "text": without_numbers(words)[0],
            "about": suspect,
            "at": utc(self._rooms.clock.wall()),
            "counselor": self._rooms.who.counselor,
        }
        with self._rooms.about_case(Deed.ADD, case) as say:
            for name, value in said.items():
                say.set("note", note, name, value)
        return note

    # --- the same person -------------------------------------------------------------

    def merge(self, kept: str, joined: str, reason: str = "ACCOUNT") -> str:
        """Decide that two suspects are one person; nothing of either is moved."""
        return self._same.decide(kept, joined, reason, "SAME")

    def not_same(self, one: str, other: str, reason: str = "OTHER") -> str:
        """Decide that two suspects are not one person; it is kept beside any other decision."""
        return self._same.decide(one, other, reason, "NOT_SAME")

    def unmerge(self, merge: str) -> None:
        """Take one decision back."""
        self._same.take_back(merge)

    def part(self, suspect: str) -> int:
        """Take back every decision that joins a suspect to others; return how many."""
        return self._same.part(suspect)

    def group(self, suspect: str) -> Sequence[str]:
        """Return the records that are one person with this one, itself among them."""
        return self._same.group(suspect).members

    # --- within ----------------------------------------------------------------------

    def _say(self, row: Row, said: Mapping[str, Value]) -> None:
        with self._rooms.about_case(Deed.CHANGE, str(row["case"])) as say:
            for name, value in _masked(said).items():
                say.set(row.entity.name, row.id, name, value)

    def _retract(self, row: Row, reason: str) -> None:
        if not _REASON.fullmatch(reason):
            raise InvalidInput(what="reason", why="words")
        with self._rooms.about_case(Deed.RETRACT, str(row["case"])) as say:
            say.retract(row.entity.name, row.id, reason)

    def _main(self, case: str) -> str:
        """Return the suspect a clue belongs to where nobody was named; made where there is none."""
        rows = self._rooms.register.find("suspect", case=case)
        return next((row.id for row in rows if row["main"]), "") or self.add(case, {})

    def _add_clue(self, case: str, given: Mapping[str, Value]) -> str:
        value, owner = str(given["value"]), given["suspect"]
        noted = self._rooms.register.find("identifier", case=case)
        same = (
            row.id
            for row in noted
            if str(row["value"] or "").strip() == value.strip()
            and row["suspect"] == owner
        )
        clue = next(same, "") or identifier_id(case, str(given["kind"]), value)
        self._said_again(case, "identifier", clue, given)
        return clue

    def _add_own(self, case: str, given: Mapping[str, Value]) -> str:
        own = identifier_id(case, str(given["kind"]), str(given["value"]))
        kept = {name: given[name] for name in _OWN if given.get(name) is not None}
        self._said_again(case, "own_account", own, kept)
        return own

    def _said_again(
        self, case: str, entity: str, record: str, given: Mapping[str, Value]
    ) -> None:
        """Say a record with a natural id: new, already there, or withdrawn and there again."""
        before = self._rooms.register.get(entity, record)
        with self._rooms.about_case(Deed.ADD, case) as say:
            say.set(entity, record, "case", case)
            if before is not None and before.gone:
                say.set(entity, record, "deleted", None)
            for name, value in given.items():
                say.set(entity, record, name, value)


def _masked(said: Mapping[str, Value]) -> dict[str, Value]:
    return {
        name: without_numbers(value)[0] if isinstance(value, str) else value
        for name, value in said.items()
    }
