"""Deciding that two records are one person, and taking it back (합치기, 가르기).

* A decision is a record of its own, outside both cases; no record of a case is touched by it.
* Taken back, everything reads as it did before: nothing was moved.
* Two laptops that decide the same do no harm: the group is whatever hangs together.
"""

from collections.abc import Iterator
from functools import partial

from intake.desk.link_telling import recall
from intake.desk.rooms import Rooms
from intake.desk.views.people import JoinedLine
from intake.errors import InvalidInput, NotFound
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.matching.decided import about, group_of
from intake.matching.likeness import ENGINE
from intake.matching.same import Decision, Group, gathered
from intake.register import CODES, Row
from intake.register.fold import blob_of

# What an older list of reasons is called in the list of links.
_REASONS = {"ACCOUNT": "ACCOUNTS", "CONTACT": "ACCOUNTS", "SAID": "VICTIM_SAID",
            "PAPERS": "MATERIAL", "TYPED_TWICE": "OTHER"}  # fmt: skip
_KINDS = {"person": "PERSON", "suspect": "SUSPECT"}


class Sameness:
    """Decisions about one kind of record: ``person`` or ``suspect``."""

    def __init__(self, rooms: Rooms, entity: str) -> None:
        """Work in these rooms."""
        self._rooms, self._entity = rooms, entity

    def decide(self, kept: str, joined: str, reason: str, decision: str) -> str:
        """Say that two records are the same person, or that they are not.

        Raises:
            InvalidInput: it is one record, or there is no such reason.
        """
        one, other = self._row(kept), self._row(joined)
        if one.id == other.id:
            raise InvalidInput(what="merge", why="itself")
        record = new_id(self._rooms.clock.wall())
        if self._entity == "suspect":
            return self._link(record, one, other, reason, decision)
        said = {
            "kind": _KINDS[self._entity],
            "kept": one.id,
            "kept_case": str(one["case"]),
            "joined": other.id,
            "joined_case": str(other["case"]),
            "decision": decision,
            "reason": reason,
            "decided_on": self._rooms.clock.today().isoformat(),
            "decided_by": self._rooms.who.counselor,
        }
        with self._rooms.saying(Deed.MERGE, scope_of("record", record)) as say:
            for name, value in said.items():
                say.set("merge", record, name, value)
        return record

    def _link(self, link: str, one: Row, other: Row, reason: str, decision: str) -> str:
        """Say it as a link (연결): one kind of decision about suspects, wherever it was taken."""
        rooms = self._rooms
        said = {
            "kind": "same_person",
            "one": one.id,
            "one_case": str(one["case"]),
            "other": other.id,
            "other_case": str(other["case"]),
            "decision": decision,
            "reason": _REASONS.get(reason, reason),
            "engine": ENGINE,
            "center": rooms.who.center_code,
            "decided_on": rooms.clock.today().isoformat(),
            "decided_by": rooms.who.counselor,
        }
        with rooms.saying(Deed.MERGE, scope_of("link", link)) as say:
            for name, value in said.items():
                say.set("link", link, name, value)
        return link

    def take_back(self, merge: str) -> None:
        """Withdraw one decision."""
        link = self._rooms.register.get("link", merge)
        if self._entity == "suspect" and link is not None and not link.gone:
            with self._rooms.one_step(Deed.UNMERGE):
                recall(self._rooms, merge, "MISTAKE")
                with self._rooms.saying(Deed.UNMERGE, scope_of("link", merge)) as say:
                    for line in self._rooms.register.find("link_line", link=merge):
                        say.retract("link_line", line.id, "taken-back")
                    say.retract("link", merge, "taken-back")
            return
        row = self._rooms.record("merge", merge)
        if row["kind"] != _KINDS[self._entity]:
            raise NotFound(entity="merge")
        with self._rooms.saying(Deed.UNMERGE, scope_of("record", merge)) as say:
            say.retract("merge", merge, "taken-back")

    def part(self, record: str) -> int:
        """Withdraw every decision that joins a record to others; return how many."""
        row = self._row(record)
        mine = [one for one in self._about(row.id) if one.same]
        with self._rooms.one_step(Deed.UNMERGE):
            for one in mine:
                self.take_back(one.ref)
        return len(mine)

    def group(self, record: str) -> Group:
        """Return who is one with a record, by the decisions that stand."""
        if self._entity == "suspect":
            with self._rooms.vault.reading() as db:
                return group_of(db, record)
        return gathered(record, lambda one: tuple(self._about(one)))

    def joined(self, group: Group, record: str) -> tuple[JoinedLine, ...]:
        """Return the other records of a group, each with the decision that names it."""
        lines = (self._joined(group, one) for one in group.members if one != record)
        return tuple(line for line in lines if line is not None)

    def _joined(self, group: Group, record: str) -> JoinedLine | None:
        row = self._rooms.register.get(self._entity, record)
        if row is None or row.gone:
            return None
        case = self._rooms.register.get("case", str(row["case"]))
        by = next(one for one in group.decisions if record in {one.one, one.other})
        link = self._rooms.register.get("link", by.ref)
        merge = link or self._rooms.record("merge", by.ref)
        reasons = "link_reason" if link is not None else "merge_reason"
        label = partial(CODES.label, language=self._rooms.language)
        role = row["role"] if self._entity == "person" else row["part"]
        codes = "person_role" if self._entity == "person" else "suspect_part"
        return JoinedLine(
            record=row.id,
            case=str(row["case"]),
            number=str(case["number"] or "") if case is not None else "",
            name=_name(row),
            role_label=label(codes, str(role)) if role else "",
            decided_on=str(merge["decided_on"] or ""),
            decided_by=str(merge["decided_by"] or ""),
            reason_label=label(reasons, str(merge["reason"]))
            if merge["reason"]
            else "",
        )

    def _about(self, record: str) -> Iterator[Decision]:
        if self._entity == "suspect":
            with self._rooms.vault.reading() as db:
                told = tuple(about(db, blob_of(record)))
            yield from told
            return
        find = self._rooms.register.find
        for row in (*find("merge", kept=record), *find("merge", joined=record)):
            if row["kind"] == _KINDS[self._entity] and row["decision"]:
                yield Decision(
                    row.id,
                    str(row["kept"]),
                    str(row["joined"]),
                    row["decision"] == "SAME",
                )

    def _row(self, record: str) -> Row:
        return self._rooms.record(self._entity, record)


def _name(row: Row) -> str:
    names = ("alias", "name") if row.entity.name == "person" else ("nickname", "name")
    return next((str(row[name]) for name in names if row[name]), "")
