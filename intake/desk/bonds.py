"""Who hangs together by decisions that stand (동일인 묶음): suspects, and cases of one victim.

* A decision stands when somebody said SAME and nobody took it back, and a second person said
  it too where the two cases belong to different centers, or where it is for a court.
* Between centers only the central desk decides; a center's own decision counts only where both
  cases are its own, whatever it says of others.
* A case that is gone, withdrawn or for training belongs to nobody, and nobody hangs together
  through it: what is left is joined by the other decisions.
"""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from intake import exchange as rooms_of_exchange
from intake.desk.rooms import Rooms
from intake.exchange.handing import owner_of
from intake.ids import Scope, scope_of
from intake.matching.decided import same_writer
from intake.register import SCHEMA, Row

SAME: Final = "SAME"
PERSON: Final = "same_person"
VICTIM: Final = "same_victim"
_LONGEST = 100
_AT_ONCE = 500
_HERE = (
    f"select id from {SCHEMA['case'].table} where id in ({{}})"  # noqa: S608 - a name of the schema
    " and deleted is null and coalesce(training, 0) = 0"
)
_OWNERS = "select scope, owner from scope where scope in ({})"


@dataclass(frozen=True, slots=True)
class Bond:
    """One decision between two suspects, or two victims, of two cases."""

    link: str  # empty for a decision of an older version (merge)
    kind: str
    one: str
    one_case: str
    other: str
    other_case: str

    def across(self, member: str) -> tuple[str, str]:
        """Return who stands on the other side of somebody, and in which case."""
        if member == self.one:
            return self.other, self.other_case
        return self.one, self.one_case


class Bonds:
    """The decisions that stand now; what was looked up is kept as long as this lives."""

    def __init__(
        self, rooms: Rooms, without: Iterable[str] = (), *, ghosts: bool = False
    ) -> None:
        """Look at these rooms; ``without`` are decisions as good as taken back.

        With ``ghosts`` cases that are gone still join the others: only to tell of them.
        """
        self._rooms, self._ghosts = rooms, ghosts
        self._without = frozenset(without)
        self._central = rooms.exchange.trust.central_codes()
        self._owners: dict[str, str] = {}
        self._here: dict[str, bool] = {}
        self._withdrawn: frozenset[Scope] | None = None
        self._near: dict[str, list[Bond]] | None = None  # by suspect, once loaded
        self._groups: dict[str, dict[str, str]] = {}
        self._kept: frozenset[str] | None = None  # links that nobody took back

    # --- decisions -------------------------------------------------------------------

    def bond(self, link: str) -> Bond | None:
        """Return a decision that stands; None where it does not."""
        row = self._rooms.register.get("link", link)
        return self._standing(row) if row is not None else None

    def is_taken_back(self, link: str) -> bool:
        """Whether somebody took a decision back, or is about to."""
        if link in self._without:
            return True
        if self._kept is not None:
            return link not in self._kept
        row = self._rooms.register.get("link", link)
        return row is None or row.gone

    def load(self) -> None:
        """Read every decision at once: for whoever asks about all of them."""
        self._kept = frozenset(row.id for row in self._rooms.register.find("link"))
        near: dict[str, list[Bond]] = {}
        for bond in self.every():
            near.setdefault(bond.one, []).append(bond)
            near.setdefault(bond.other, []).append(bond)
        self._near = near

    def every(self, kind: str = PERSON) -> tuple[Bond, ...]:
        """Return every decision of a kind that stands, those of older versions too."""
        find = self._rooms.register.find
        rows = find("link", kind=kind)
        older = find("merge", kind="SUSPECT") if kind == PERSON else ()
        self._know({str(row[n]) for row in rows for n in ("one_case", "other_case") if row[n]})  # fmt: skip
        found = [*map(self._standing, rows), *map(self._merged, older)]
        return tuple(one for one in found if one is not None)

    def of(self, member: str, kind: str = PERSON) -> tuple[Bond, ...]:
        """Return the decisions that name somebody."""
        if self._near is not None and kind == PERSON:
            return tuple(self._near.get(member, ()))
        find = self._rooms.register.find
        rows = (*find("link", one=member), *find("link", other=member))
        found = [self._standing(row) for row in rows if row["kind"] == kind]
        if kind == PERSON:
            older = (*find("merge", kept=member), *find("merge", joined=member))
            found += [self._merged(row) for row in older if row["kind"] == "SUSPECT"]
        return tuple(one for one in found if one is not None)

    def group(self, member: str, case: str) -> dict[str, str]:
        """Return who is one person with somebody: every suspect, and its case."""
        if member in self._groups:
            return self._groups[member]
        found, open_ = {member: case}, [member]
        while open_:
            here = open_.pop()
            for bond in self.of(here):
                there, its_case = bond.across(here)
                if there not in found:
                    found[there] = its_case
                    open_.append(there)
        if self._near is not None:
            self._groups.update(dict.fromkeys(found, found))
        return found

    def is_heard(self, row: Row) -> bool:
        """Whether a decision is its speaker's: a center's about its own cases, or the central desk's."""
        speaker = self.owner(scope_of("link", row.id))
        cases = [str(row[name] or "") for name in ("one_case", "other_case")]
        own = all(cases) and {*map(self.center, cases)} == {speaker}
        return own or speaker in self._central

    def is_told(self, notice: Row) -> bool:
        """Whether a notice is a central desk's word, and nobody else's."""
        return self.owner(scope_of("link", notice.id)) in self._central

    # --- cases -----------------------------------------------------------------------

    def owner(self, scope: Scope) -> str:
        """Return the center a scope belongs to."""
        if scope not in self._owners:
            with self._rooms.vault.reading() as db:
                self._owners[scope] = owner_of(db, scope)
        return self._owners[scope]

    def center(self, case: str) -> str:
        """Return the center that speaks for a case."""
        return self.owner(scope_of("case", case))

    def is_here(self, case: str) -> bool:
        """Whether a case counts: known, not withdrawn or destroyed, no training case."""
        if case not in self._here:
            row = self._rooms.register.get("case", case)
            known = row is not None and not row.gone and not row["training"]
            self._here[case] = known and not self.is_withdrawn(case)
        return self._here[case]

    def _know(self, cases: Collection[str]) -> None:
        """Look many cases up at once."""
        unknown = sorted(set(cases) - self._here.keys())
        for start in range(0, len(unknown), _AT_ONCE):
            some = unknown[start : start + _AT_ONCE]
            blobs = tuple(uuid.UUID(case).bytes for case in some)
            scopes = tuple(scope_of("case", case) for case in some)
            marks = ", ".join("?" * len(some))
            with self._rooms.vault.reading() as db:
                kept = {bytes(one) for (one,) in db.all(_HERE.format(marks), blobs)}
                self._owners.update(db.all(_OWNERS.format(marks), scopes))
            for case, blob in zip(some, blobs, strict=True):
                self._here[case] = blob in kept and not self.is_withdrawn(case)

    def is_withdrawn(self, case: str) -> bool:
        """Whether the center of a case asks for it to be destroyed."""
        if self._withdrawn is None:
            told = rooms_of_exchange.withdrawn(self._rooms.exchange)
            self._withdrawn = frozenset(one.scope for one in told)
        return scope_of("case", case) in self._withdrawn

    def onward(self, case: str) -> str:
        """Return the case that a case continues in at last (이어진 사건)."""
        seen = [case]
        while len(seen) < _LONGEST:
            row = self._rooms.register.get("case", seen[-1])
            onward = str(row["joined_to"] or "") if row is not None else ""
            if not onward or onward in seen or not self.is_here(onward):
                break
            seen.append(onward)
        return seen[-1]

    # --- within ----------------------------------------------------------------------

    def _standing(self, row: Row) -> Bond | None:
        if not _says_same(row) or row.id in self._without:
            return None
        ends = [str(row[name] or "") for name in ("one", "one_case", "other", "other_case")]  # fmt: skip
        if not all(ends):
            return None
        if not self._counts(ends[1], ends[3]):
            return None
        centers = {self.center(ends[1]), self.center(ends[3])}
        speaker = self.owner(scope_of("link", row.id))
        if speaker not in self._central and centers != {speaker}:
            return None
        if (len(centers) > 1 or row["for_court"]) and not _is_seconded(row):
            return None
        return Bond(row.id, str(row["kind"]), *ends)

    def _counts(self, *cases: str) -> bool:
        return all(map(self._is_no_training if self._ghosts else self.is_here, cases))

    def _is_no_training(self, case: str) -> bool:
        row = self._rooms.register.get("case", case)
        return row is None or not row["training"]

    def _merged(self, row: Row) -> Bond | None:
        names = ("kept", "kept_case", "joined", "joined_case")
        ends = [str(row[name] or "") for name in names]
        if row.gone or row["decision"] != SAME or not all(ends):
            return None
        if not self._counts(ends[1], ends[3]):
            return None
        same_center = self.center(ends[1]) == self.center(ends[3])
        return Bond("", PERSON, *ends) if same_center else None


def _says_same(row: Row) -> bool:
    """Whether the first says so, and nobody who looked again thinks otherwise."""
    return not row.gone and row["decision"] == SAME and row["second"] in {None, SAME}


def _is_seconded(row: Row) -> bool:
    by = row["second_by"]
    return row["second"] == SAME and bool(by) and not same_writer(str(by), str(row["decided_by"] or ""))  # fmt: skip


def gathered(pairs: Iterable[tuple[str, str]]) -> tuple[frozenset[str], ...]:
    """Return whatever hangs together by these pairs.

    >>> [sorted(one) for one in gathered([("a", "b"), ("c", "d"), ("b", "e")])]
    [['a', 'b', 'e'], ['c', 'd']]
    """
    near: dict[str, list[str]] = {}
    for one, other in pairs:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    found, seen = [], set[str]()
    for start in near:
        if start in seen:
            continue
        group, open_ = {start}, [start]
        while open_:
            new = set(near[open_.pop()]) - group
            group |= new
            open_ += sorted(new)
        seen |= group
        found.append(frozenset(group))
    return tuple(found)
