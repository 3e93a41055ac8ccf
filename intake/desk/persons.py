"""The people of a case (당사자): victim, guardian, requester, contacts; one person in many cases.

* Before somebody is entered, whoever is alike in this vault is shown: by strokes of the name,
  its initials (초성), a part of the telephone, an account. Only a person decides.
* Picking somebody makes a record in this case and a decision that the two are one; nothing is
  copied, nothing is moved, and taking the decision back leaves both as they were.
"""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from intake.desk.people import age_of, victim_of
from intake.desk.rooms import Rooms
from intake.desk.sameness import Sameness
from intake.desk.similar import Similar
from intake.desk.views.people import Option, PersonLine, SimilarLine, without_numbers
from intake.errors import InvalidInput
from intake.ids import new_id
from intake.ledger import Deed
from intake.register import CODES, Row, Value

_REASON = re.compile(r"[a-z]{1,16}(-[a-z]{1,16}){0,3}")
_SAID = ("email", "phone_hours", "safe_contact", "birth", "sex", "age_band", "requester_kind",
         "language", "own_accounts", "remark")  # fmt: skip
_ORDER = ("VICTIM", "GUARDIAN", "LEGAL_GUARDIAN", "REQUESTER", "CONTACT", "TRUSTED")
_LISTS = ("person_role", "merge_reason", "sex", "requester_kind")


class People:
    """What can be done with the people of cases."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms
        self._same, self._similar = Sameness(rooms, "person"), Similar(rooms)

    def of_case(self, case: str) -> tuple[PersonLine, ...]:
        """Return the people of a case, the victim first."""
        rows = self._rooms.register.find("person", case=case)
        return tuple(self._line(row) for row in sorted(rows, key=_place))

    def similar(
        self, name: str = "", phone: str = "", handle: str = "", case: str = ""
    ) -> tuple[SimilarLine, ...]:
        """Return whoever in other cases may be the same, the likeliest first, at most eight.

        ``case`` is the one being entered: its own people are left out, and while an interview of
        it goes on nobody is shown.
        """
        return self._similar.find(name, phone, handle, case)

    def options(self, name: str) -> tuple[Option, ...]:
        """Return the choices of one of the lists this page uses.

        Raises:
            InvalidInput: it is not one of them.
        """
        if name not in _LISTS:
            raise InvalidInput(what="list", why="unknown-name")
        korean = self._rooms.language == "ko"
        return tuple(
            Option(o.code, o.ko if korean else o.en) for o in CODES.offered(name)
        )

    def add(self, case: str, said: Mapping[str, Value]) -> str:
        """Add a person to a case; the victim is there from the first moment and is filled in."""
        self._rooms.case(case)
        victim = said.get("role") == "VICTIM"
        person = victim_of(case) if victim else new_id(self._rooms.clock.wall())
        with self._rooms.about_case(Deed.ADD, case) as say:
            say.set("person", person, "case", case)
            for name, value in _masked(said).items():
                say.set("person", person, name, value)
        return person

    def pick(self, case: str, person: str, role: str, reason: str = "SAID") -> str:
        """Add somebody who is known from another case: a record here, and who it is.

        Raises:
            InvalidInput: the person is of this case already.
        """
        known = self._rooms.record("person", person)
        if known["case"] == case:
            raise InvalidInput(what="person", why="already-here")
        with self._rooms.one_step(Deed.MERGE):
            new = self.add(case, {"role": role})
            self._same.decide(known.id, new, reason, "SAME")
        return new

    def change(self, person: str, said: Mapping[str, Value]) -> None:
        """Change what is known of a person, all in one action."""
        row = self._rooms.record("person", person)
        with self._rooms.about_case(Deed.CHANGE, str(row["case"])) as say:
            for name, value in _masked(said).items():
                say.set("person", row.id, name, value)

    def retract(self, person: str, reason: str) -> None:
        """Withdraw a person for a reason (a code)."""
        if not _REASON.fullmatch(reason):
            raise InvalidInput(what="reason", why="words")
        row = self._rooms.record("person", person)
        with self._rooms.about_case(Deed.RETRACT, str(row["case"])) as say:
            say.retract("person", row.id, reason)

    def merge(self, kept: str, joined: str, reason: str = "SAID") -> str:
        """Decide that two records are one person; nothing of either is moved."""
        return self._same.decide(kept, joined, reason, "SAME")

    def not_same(self, one: str, other: str, reason: str = "OTHER") -> str:
        """Decide that two records are not one person; it is kept beside any other decision."""
        return self._same.decide(one, other, reason, "NOT_SAME")

    def unmerge(self, merge: str) -> None:
        """Take one decision back."""
        self._same.take_back(merge)

    def part(self, person: str) -> int:
        """Take back every decision that joins a person to others; return how many."""
        return self._same.part(person)

    def group(self, person: str) -> Sequence[str]:
        """Return the records that are one person with this one, itself among them."""
        return self._same.group(person).members

    def _line(self, row: Row) -> PersonLine:
        label = partial(CODES.label, language=self._rooms.language)
        group, role = self._same.group(row.id), str(row["role"] or "OTHER")
        return PersonLine(
            id=row.id,
            case=str(row["case"]),
            role=role,
            role_label=label("person_role", role),
            name=str(row["name"] or ""),
            alias=str(row["alias"] or "") or self._case_alias(row),
            phone=str(row["phone"] or ""),
            age=age_of(row, self._rooms.clock.today()),
            said={name: row[name] for name in _SAID if row[name] not in {None, ""}},
            joined=self._same.joined(group, row.id),
            contradicted=bool(group.contradictions),
        )

    def _case_alias(self, row: Row) -> str:
        """Return the name a case goes by; it is the victim's."""
        case = self._rooms.register.get("case", str(row["case"]))
        if case is None or row["role"] != "VICTIM":
            return ""
        return str(case["alias"] or "")


def _place(row: Row) -> tuple[int, int]:
    role = str(row["role"] or "")
    return (_ORDER.index(role) if role in _ORDER else len(_ORDER), row.row)


def _masked(said: Mapping[str, Value]) -> dict[str, Value]:
    return {
        name: without_numbers(value)[0] if isinstance(value, str) else value
        for name, value in said.items()
    }
