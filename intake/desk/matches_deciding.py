"""Deciding about two suspects (판단), a second person's word (확인), and taking it back.

* What was found is frozen beside the decision: ids, codes and weights, never a value.
* Between centers, and for a court, it joins nobody before another counselor said the same.
* A center decides about its own cases; between centers only the central desk (중앙) does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.desk.link_telling import recall, tell
from intake.desk.matches_queue import PERSON, Ends, Queue
from intake.desk.rooms import Rooms
from intake.desk.views.people import without_numbers
from intake.errors import InvalidInput, NotYours
from intake.ids import natural_id, new_id, scope_of
from intake.ledger import Deed
from intake.ledger.saying import Say
from intake.matching.canonical import canonical
from intake.matching.decided import same_writer
from intake.matching.holding import Holding
from intake.matching.likeness import ENGINE, Likeness, Line
from intake.matching.marked import kind_of_mark, mark_of
from intake.register import CODES, Value

_MOST_LINES = 40
# Which reasons fit a decision; the rest stay for taking it back.
REASONS = {
    "SAME": ("ACCOUNTS", "STATEMENTS", "MATERIAL", "POLICE", "SEEN", "TALKED", "VICTIM_SAID", "OTHER"),
    "NOT_SAME": ("OTHER_PERSON", "TIME", "SHARED", "STATEMENTS", "POLICE", "TALKED", "OTHER"),
    "HOLD": ("MORE_NEEDED", "TIME", "SHARED", "OTHER"),
    "STAYS": ("ACCOUNTS", "STATEMENTS", "MATERIAL", "POLICE", "TALKED", "VICTIM_SAID", "OTHER"),
    "TAKE_BACK": ("MISTAKE", "OTHER_PERSON", "TIME", "SHARED", "OTHER"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Concerned:
    """One suspect of a decision: its record, or what stands for it where nobody is named."""

    ref: str
    case: str


class Deciding:
    """Says decisions."""

    def __init__(self, rooms: Rooms, queue: Queue) -> None:
        """Work in these rooms."""
        self._rooms, self._queue = rooms, queue

    def propose(self, ends: Ends, known: tuple[str, str]) -> str:
        """Say that somebody simply knew these two (본 적 있음); return the link.

        What is alike is not frozen with it: it did not rest on that. It waits for another
        counselor, also within a center: what one person remembers is one person's word.
        """
        found = self._queue.between(ends)
        told = [self._rooms.record("suspect", one) for one in known]
        sides = tuple(Concerned(one.id, str(one["case"])) for one in told)
        self._check_center(sides)
        self._check_seen(*(one.case for one in sides))
        link = new_id(self._rooms.clock.wall())
        said = {
            **self._about(sides, "SAME", "SEEN", "", for_court=False),
            "kind": PERSON,
            "likeness": found.word if found else "WEAK",
            "weight": 0,
            "seen": True,
        }
        with self._rooms.one_step(Deed.LINK):
            self._put_aside(ends)
            self._say(link, said)
        return link

    def decide(self, ends: Ends, decision: str, reason: str, words: str, *, for_court: bool) -> str:  # fmt: skip
        """Say a decision and freeze what it rests on; return the link.

        Raises:
            InvalidInput: one's own "I know him" is confirmed by the same reason again.
        """
        self.check(decision, reason)
        if (decision, reason) == ("SAME", "SEEN") and self._is_known_already(ends):
            raise InvalidInput(what="reason", why="seen-twice")
        found = self._queue.between(ends)
        sides = self._concerned(ends, found)
        self._check_center(sides)
        self._check_seen(*(one.case for one in sides))
        link = new_id(self._rooms.clock.wall())
        said = {
            **self._about(sides, decision, reason, words, for_court=for_court),
            "kind": found.kind if found else PERSON,
            "likeness": found.word if found else "WEAK",
            "weight": found.weight if found else 0,
        }
        with self._rooms.one_step(Deed.LINK):
            self._put_aside(ends)
            self._say(link, said, found.lines if found else ())
        tell(self._rooms, link)
        return link

    def second(self, link: str, decision: str, reason: str) -> None:
        """Say what another person thinks of a decision.

        Raises:
            NotYours: it is her own decision.
        """
        self.check(decision, reason)
        row = self._rooms.record("link", link)
        self._check_seen(str(row["one_case"] or ""), str(row["other_case"] or ""))
        me = self._rooms.who.counselor
        if same_writer(str(row["decided_by"] or ""), me):
            raise NotYours(what="second")
        said: dict[str, Value] = {
            "second": decision,
            "second_by": me,
            "second_on": self._rooms.clock.today().isoformat(),
            "second_reason": reason,
        }
        with self._rooms.saying(Deed.CONFIRM, scope_of("link", link)) as say:
            for name, value in said.items():
                say.set("link", link, name, value)
        if decision == "SAME":
            tell(self._rooms, link)
        else:
            recall(self._rooms, link, reason)

    def stays(self, link: str, reason: str) -> None:
        """Say that a decision that is to be looked at again stays as it is.

        Kept is over what she looked, so that it comes again only where something else comes.

        Raises:
            InvalidInput: nothing asks for it now.
        """
        if reason not in REASONS["STAYS"]:
            raise InvalidInput(what="reason", why="unknown")
        rooms, row = self._rooms, self._rooms.record("link", link)
        sides = tuple(Concerned(str(row[one]), str(row[f"{one}_case"])) for one in ("one", "other"))  # fmt: skip
        self._check_center(sides)
        self._check_seen(*(one.case for one in sides))
        shakes = self._queue.shakes(link)
        if not shakes:
            raise InvalidInput(what="link", why="not-reopened")
        known = str(row["looked_over"] or "").split()
        said: dict[str, Value] = {
            "looked_by": rooms.who.counselor,
            "looked_on": rooms.clock.today().isoformat(),
            "looked_reason": reason,
            "looked_over": " ".join(sorted({*known, *shakes})),
        }
        with rooms.saying(Deed.CONFIRM, scope_of("link", link)) as say:
            for name, value in said.items():
                say.set("link", link, name, value)

    def take_back(self, link: str, reason: str) -> None:
        """Withdraw a decision, its frozen lines, and every notice of it."""
        if not CODES.holds(("link_reason",), reason):
            raise InvalidInput(what="reason", why="unknown")
        row = self._rooms.record("link", link)
        self._check_seen(str(row["one_case"] or ""), str(row["other_case"] or ""))
        with self._rooms.one_step(Deed.UNLINK):
            recall(self._rooms, link, reason)
            self._withdraw(link, reason)

    def check(self, decision: str, reason: str) -> None:
        """Check that these are codes of their lists."""
        if not CODES.holds(("link_decision",), decision):
            raise InvalidInput(what="decision", why="unknown")
        if not CODES.holds(("link_reason",), reason):
            raise InvalidInput(what="reason", why="unknown")

    # --- values that many use --------------------------------------------------------

    def mark_shared(self, record: str, reason: str, words: str, *, shared: bool) -> None:  # fmt: skip
        """Say that many use the value of an identifier, or that they do not."""
        rooms, row = self._rooms, self._rooms.record("identifier", record)
        if not CODES.holds(("link_reason",), reason):
            raise InvalidInput(what="reason", why="unknown")
        found = canonical(str(row["kind"] or ""), str(row["value"] or ""), str(row["site"] or ""))  # fmt: skip
        mark = mark_of(found.kind, found.value)  # the value itself stays in its case
        old = rooms.register.get("shared_value", mark)
        said: dict[str, Value] = {
            "kind": kind_of_mark(found.kind),
            **({"value": None} if old is not None and old["value"] else {}),
            "shared": shared,
            "reason": reason,
            "reason_words": without_numbers(words)[0] or None,
            "decided_by": rooms.who.counselor,
            "decided_on": rooms.clock.today().isoformat(),
        }
        own = rooms.register.get("case", str(row["case"]))
        with rooms.one_step(Deed.SHARE_MARK):
            if own is not None and own["center"] == rooms.who.center_code:
                with rooms.about_case(Deed.SHARE_MARK, str(row["case"])) as say:
                    say.set("identifier", record, "shared", shared)
            with rooms.saying(Deed.SHARE_MARK, scope_of("record", mark)) as say:
                for name, told in said.items():
                    say.set("shared_value", mark, name, told)

    # --- within ----------------------------------------------------------------------

    def _concerned(self, ends: Ends, found: Likeness | None) -> tuple[Concerned, ...]:
        """Return on each side the suspect that the weightiest line is about."""
        line = next((one for one in found.lines if one.weight > 0), None) if found else None  # fmt: skip
        sides = ((ends.one, line.one_records if line else ()), (ends.other, line.other_records if line else ()))  # fmt: skip
        return tuple(self._owner(suspects, records) for suspects, records in sides)

    def _owner(self, suspects: tuple[str, ...], records: tuple[str, ...]) -> Concerned:
        """Return whose records these are; nobody is named in many a case, and has no record."""
        with self._rooms.vault.reading() as db:
            seen = Holding(db).face_of(suspects).profile.sightings
        for one in seen:
            if {mark.record for mark in one.marks} & set(records):
                return Concerned(one.ref, one.case)
        if seen:
            return Concerned(seen[0].ref, seen[0].case)
        row = self._rooms.record("suspect", min(suspects))
        return Concerned(row.id, str(row["case"]))

    def _check_center(self, sides: tuple[Concerned, ...]) -> None:
        """Between centers only the central desk decides; a center about its own cases."""
        cases = [self._rooms.register.get("case", one.case) for one in sides]
        centers = {str(case["center"] or "") for case in cases if case is not None}
        own = self._rooms.who.center_code
        if self._rooms.who.role != "central" and centers != {own}:
            raise NotYours(what="other-center")

    def _check_seen(self, *cases: str) -> None:
        """Check that she sees what she decides about: nobody judges strangers unread."""
        if not all(self._rooms.sight.sees(case) for case in cases if case):
            raise NotYours(what="case")

    def _about(self, sides: tuple[Concerned, ...], decision: str, reason: str, words: str, *, for_court: bool) -> dict[str, Value]:  # fmt: skip
        rooms, (one, other) = self._rooms, sides
        return {
            "one": one.ref,
            "one_case": one.case,
            "other": other.ref,
            "other_case": other.case,
            "decision": decision,
            "reason": reason,
            **({"reason_words": without_numbers(words)[0]} if words.strip() else {}),
            "engine": ENGINE,
            "center": rooms.who.center_code,
            "decided_by": rooms.who.counselor,
            "decided_on": rooms.clock.today().isoformat(),
            **({"for_court": True} if for_court else {}),
        }

    def _put_aside(self, ends: Ends) -> None:
        """Withdraw what was put on hold about the same two, or waits: this one is said instead."""
        for link in self._queue.waiting_between(ends):
            self._withdraw(link, "REPLACED")

    def _is_known_already(self, ends: Ends) -> bool:
        """Whether she herself said that she simply knows them; another's word is confirmed."""
        rows = (self._rooms.register.get("link", one) for one in self._queue.waiting_between(ends))  # fmt: skip
        return any(row is not None and row["seen"] for row in rows)

    def _say(self, link: str, said: dict[str, Value], lines: Sequence[Line] = ()) -> None:  # fmt: skip
        with self._rooms.saying(Deed.LINK, scope_of("link", link)) as say:
            for name, value in said.items():
                say.set("link", link, name, value)
            for place, line in enumerate(lines[:_MOST_LINES]):
                _freeze(say, link, place, line)

    def _withdraw(self, link: str, reason: str) -> None:
        lines = self._rooms.register.find("link_line", link=link)
        with self._rooms.saying(Deed.UNLINK, scope_of("link", link)) as say:
            for line in lines:
                say.retract("link_line", line.id, _spelled(reason))
            say.retract("link", link, _spelled(reason))


def _spelled(reason: str) -> str:
    return reason.lower().replace("_", "-")


def _freeze(say: Say, link: str, place: int, line: Line) -> None:
    """Keep one line of evidence as it stands; its value stays where it was noted."""
    record = natural_id("link_line", link, str(place))
    said: dict[str, Value] = {
        "link": link,
        "place": place,
        "says": line.says,
        "weight": line.weight,
        "holders": line.holders,
    }
    if line.kind:
        said["kind"] = line.kind
    for name, records in (("one_record", line.one_records), ("other_record", line.other_records)):  # fmt: skip
        first = next(filter(None, records), "")
        if first:
            said[name] = first
    for name, value in said.items():
        say.set("link_line", record, name, value)
