"""Who hangs together by decisions that stand (동일인 묶음): suspects, and cases of one victim.

* Which decisions stand is not asked here: the index keeps it (``intake.matching.decided``).
* A case that is gone or was taken back joins the others still, for what people judged of it
  stays true; but nobody of it is among those returned.
* Suspects are one by decisions of a kind of their own; so are victims, whose cases also
  continue in one another (이어진 사건).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from intake.counting import grouped
from intake.desk.rooms import Rooms
from intake.errors import NotFound
from intake.exchange.handing import owner_of
from intake.ids import Scope, scope_of
from intake.ledger.catalogue import chunks, within
from intake.matching.decided import PERSON, VICTIM, side_of
from intake.register import Row
from intake.register.fold import blob_of, id_of

__all__ = ["PERSON", "SAME", "VICTIM", "Bond", "Bonds", "case_of_suspect"]

SAME: Final = "SAME"
_LONGEST = 100
_LINK = """
SELECT l.id, l.older, l.kind, l.one, l.one_case, l.other, l.other_case,
  l.one_center, l.other_center, coalesce(a.off, 1), coalesce(b.off, 1)
FROM m_link l LEFT JOIN m_case a ON a.id = l.one_case LEFT JOIN m_case b ON b.id = l.other_case
WHERE {} ORDER BY l.id"""
_ONWARD = "SELECT id, joined_to FROM r_case WHERE joined_to IS NOT NULL AND id IN (?*)"
_STANDS = "joins > 0 AND kind = ?"
_APART = "SELECT id, other FROM m_link WHERE kind = 'same_person' AND joins < 0 AND one IN (?*)"
_PERHAPS = "joins = 0 AND decision <> 'NOT_SAME' AND second <> 'NOT_SAME' AND kind = ?"


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

    def __init__(self, rooms: Rooms, without: Iterable[str] = ()) -> None:
        """Look at these rooms; ``without`` are decisions as good as taken back."""
        self._rooms, self._without = rooms, frozenset(without)
        self._centers: dict[str, str] = {}
        self._owners: dict[Scope, str] = {}
        self._here: dict[str, bool] = {}
        self._onward: dict[str, str] = {}
        self._central = rooms.exchange.trust.central_codes()
        self._near: dict[str, list[Bond]] | None = None  # by suspect, once loaded
        self._everybody: dict[str, dict[str, str]] = {}
        self._kept: frozenset[str] | None = None  # links that nobody took back

    # --- decisions -------------------------------------------------------------------

    def bond(self, link: str) -> Bond | None:
        """Return a decision that stands; None where it does not.

        One of its cases may be gone: ``meets`` says whether both are here.
        """
        found = self._read("joins > 0 AND l.id = ?", blob_of(link)) if link else ()
        return found[0] if found else None

    def meets(self, bond: Bond) -> bool:
        """Whether both cases of a decision count."""
        return self.is_here(bond.one_case) and self.is_here(bond.other_case)

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
        with self._rooms.vault.reading() as db:
            kept = db.all("SELECT id FROM r_link WHERE deleted IS NULL")
        self._kept = frozenset(id_of(one) for (one,) in kept)
        near: dict[str, list[Bond]] = {}
        for bond in self.every():
            near.setdefault(bond.one, []).append(bond)
            near.setdefault(bond.other, []).append(bond)
        self._near = near

    def every(self, kind: str = PERSON) -> tuple[Bond, ...]:
        """Return every decision of a kind that stands, those of older versions too."""
        return self._read(_STANDS, kind)

    def doubted(self, kind: str = VICTIM) -> tuple[Bond, ...]:
        """Return the decisions that may come to stand: on hold, or waiting for a second person."""
        return self._read(_PERHAPS, kind)

    def of(self, member: str, kind: str = PERSON) -> tuple[Bond, ...]:
        """Return the decisions that name somebody."""
        if self._near is not None and kind == PERSON:
            return tuple(self._near.get(member, ()))
        found = [bond for end in ("one", "other") for bond in self._read(f"{_STANDS} AND {end} = ?", kind, blob_of(member))]  # fmt: skip
        return tuple(dict.fromkeys(found))

    def group(self, member: str, case: str) -> dict[str, str]:
        """Return who is one person with somebody and counts: every suspect, and its case.

        Somebody who does not count is one with nobody.
        """
        if not self.is_here(case):
            return {member: case}
        found = self.everybody(member, case)
        return {one: of for one, of in found.items() if self.is_here(of)}

    def everybody(self, member: str, case: str) -> dict[str, str]:
        """Return who is one person with somebody, also those whose case is gone."""
        if member in self._everybody:
            return self._everybody[member]
        found, open_ = {member: case}, [member]
        while open_:
            here = open_.pop()
            for bond in self.of(here):
                there, its_case = bond.across(here)
                if there not in found:
                    found[there] = its_case
                    open_.append(there)
        self._everybody.update(dict.fromkeys(found, found))
        return found

    def state(self, link: str) -> str:
        """Return how a decision stands: JOINS, APART, SECOND or HOLD; empty where it is not heard."""
        with self._rooms.vault.reading() as db:
            row = db.one("SELECT state FROM m_link WHERE id = ?", (blob_of(link),))
        return str(row[0]) if row is not None else ""

    def is_heard(self, link: str) -> bool:
        """Whether a decision counts at all: a center's about its own cases, or the central desk's."""
        return bool(self.state(link))

    def against(self, members: Collection[str]) -> int:
        """Return how many decisions keep two of these suspects apart."""
        told = set()
        for chunk in chunks(map(blob_of, members)):
            with self._rooms.vault.reading() as db:
                told.update(db.all(within(_APART, chunk), chunk))
        return sum(id_of(other) in members for _, other in told)

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
        """Return the center that speaks for a case, or did."""
        if case not in self._centers:
            with self._rooms.vault.reading() as db:
                self._centers[case] = side_of(db, blob_of(case)).center
        return self._centers[case]

    def is_here(self, case: str) -> bool:
        """Whether a case counts: known, not withdrawn or destroyed, no training case."""
        if case not in self._here:
            with self._rooms.vault.reading() as db:
                row = db.one("SELECT off FROM m_case WHERE id = ?", (blob_of(case),))
            self._here[case] = row is not None and not row[0]
        return self._here[case]

    def onward(self, case: str) -> str:
        """Return the case that a case continues in at last (이어진 사건)."""
        seen = [case]
        while len(seen) < _LONGEST:
            self._know_onward(seen[-1:])
            onward = self._onward[seen[-1]]
            if not onward or onward in seen or not self.is_here(onward):
                break
            seen.append(onward)
        return seen[-1]

    def one_victim(self, cases: Collection[str], *, perhaps: bool = False) -> dict[str, str]:  # fmt: skip
        """Return for each of these cases the one that stands for all of its victim's.

        With ``perhaps`` cases that somebody holds for one victim's, undecided yet, are one too.
        """
        self._know_onward(cases)
        told = self.every(VICTIM) + (self.doubted() if perhaps else ())
        near: dict[str, list[str]] = {}
        for bond in told:
            near.setdefault(bond.one_case, []).append(bond.other_case)
            near.setdefault(bond.other_case, []).append(bond.one_case)
        pairs, open_, seen = [], list(cases), set(cases)
        while open_:
            here = open_.pop()
            there = {*near.get(here, ()), self.onward(here)}
            pairs += [(here, one) for one in sorted(there)]
            open_ += sorted(there - seen)
            seen |= there
        return {case: min(group) for group in grouped(pairs) for case in group}

    # --- within ----------------------------------------------------------------------

    def _read(self, where: str, *values: bytes | str) -> tuple[Bond, ...]:
        with self._rooms.vault.reading() as db:
            rows = db.all(_LINK.format(where), values)
        found = []
        for link, older, kind, *ends in rows:
            one, one_case, other, other_case = map(id_of, ends[:4])
            self._centers.update({one_case: ends[4], other_case: ends[5]})
            self._here.update({one_case: not ends[6], other_case: not ends[7]})
            bond = Bond("" if older else id_of(link), kind, one, one_case, other, other_case)  # fmt: skip
            if id_of(link) not in self._without:
                found.append(bond)
        return tuple(found)

    def _know_onward(self, cases: Iterable[str]) -> None:
        unknown = [case for case in cases if case not in self._onward]
        self._onward.update(dict.fromkeys(unknown, ""))
        for chunk in chunks(map(blob_of, unknown)):
            with self._rooms.vault.reading() as db:
                rows = db.all(within(_ONWARD, chunk), chunk)
            self._onward.update((id_of(case), id_of(onward)) for case, onward in rows)


def case_of_suspect(rooms: Rooms, suspect: str) -> str:
    """Return the case a suspect was noted in, also where nobody was named or the case is gone.

    Raises:
        NotFound: nobody knows such a suspect.
    """
    row = rooms.register.get("suspect", suspect)
    if row is not None and row["case"]:
        return str(row["case"])
    for end in ("one", "other"):
        for link in rooms.register.find("link", **{end: suspect}):
            if link[f"{end}_case"]:
                return str(link[f"{end}_case"])
    with rooms.vault.reading() as db:
        seen = db.one('SELECT "case" FROM m_sight WHERE id = ?', (blob_of(suspect),))
    if seen is None:
        raise NotFound(entity="suspect")
    return id_of(seen[0])
