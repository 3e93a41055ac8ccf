"""What cases add to every table, derived from their rows (셈을 짓기).

* By the same conditions as ``selecting`` and the tables count by; a property test holds both to it.
* Few cases are looked up, of many every table is walked once; addresses of as many cases as are
  derived at once are held meanwhile.
"""

# ruff: noqa: S608 - names of the schema stand in a statement

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from intake.counting.kept.packing import (
    BASES,
    KINDS,
    REST,
    Odd,
    packed_act,
    packed_address,
    packed_day,
    packed_detail,
    packed_place,
    packed_support,
)
from intake.counting.population import Population
from intake.counting.rules import RULES
from intake.counting.selecting import among, listed, walk
from intake.counting.victims import UNKNOWN, case_facts, people_of
from intake.register.codes import CODES
from intake.register.fold import blob_of, id_of
from intake.register.schema import SCHEMA
from intake.vault import Database
from intake.vault.database import Row

_ASKED = frozenset(one.code for one in CODES.lists["delete_basis"] if one.code.startswith("REQ_"))  # fmt: skip
_KNOWN = frozenset(KINDS)
_AGAIN, _PARALLEL = 1, 2
_REMOVED = frozenset(RULES["R3"].results)
_FOUND_AGAIN = frozenset({"REUPLOADED", "RESTORED"})
_TOLD = frozenset(BASES)
_ODD = -1
_FEW = 2_000
ROWS_AT_ONCE = 50_000  # rows between two looks at whether somebody cancelled
_CASE, _POSTING, _LEAK, _ACTION, _SUPPORT, _AGENCY, _HARM = (SCHEMA[one].table for one in ("case", "posting", "leak", "deletion_action", "support_action", "agency", "harm"))  # fmt: skip

_CASES = f"SELECT t.id, t.deleted IS NULL AND coalesce(t.training, 0) = 0, t.delete_basis FROM {_CASE} t{{walk}} WHERE 1"  # fmt: skip
_POSTINGS = f'SELECT t."case", t.id, t.platform, t.result, t.found_on, t.result_on, t.parent IS NOT NULL OR coalesce(t.restored, 0) > 0, t.police_too = 1, coalesce(t.url_key, t.id) FROM {_POSTING} t{{walk}} WHERE t.deleted IS NULL'  # fmt: skip
_ACTIONS = f'SELECT t."case", t.posting, t.kind, t.done_on, t.basis FROM {_ACTION} t{{walk}} WHERE t.deleted IS NULL'  # fmt: skip
_SUPPORTS = f'SELECT t."case", t.kind, t.done_on, t.quantity, a.kind FROM {_SUPPORT} t{{walk}} LEFT JOIN {_AGENCY} a ON a.id = t.agency AND a.deleted IS NULL WHERE t.deleted IS NULL'  # fmt: skip
_HARMS = f"SELECT DISTINCT t.\"case\", coalesce(t.kind, '') FROM {_HARM} t{{walk}} WHERE t.deleted IS NULL AND t.chosen = 1"  # fmt: skip
_ELSEWHERE = f"SELECT platform, result FROM {_POSTING} WHERE id = ? AND deleted IS NULL"
_LEAKS_OF_ALL = f'SELECT "of", kind FROM {_LEAK} NOT INDEXED WHERE deleted IS NULL AND chosen = 1'  # fmt: skip
_LEAKS = f'SELECT DISTINCT k."of", k.kind FROM {{table}} t JOIN {_LEAK} k ON k."of" = {{of}} AND k.deleted IS NULL AND k.chosen = 1 WHERE t.deleted IS NULL AND {{among}}'  # fmt: skip

Look = Callable[[], None]


@dataclass(slots=True)
class CaseSums:
    """What one case adds."""

    live: bool = False
    odd: bool = False
    who: str = ""  # its victim, as if she had no other case
    acts: "array[int]" = field(default_factory=lambda: array("Q"))
    addresses: "array[int]" = field(default_factory=lambda: array("Q"))
    ends: "array[int]" = field(default_factory=lambda: array("I"))  # of removed ones
    several: list[list[tuple[int, int]]] = field(default_factory=list)
    supports: "array[int]" = field(default_factory=lambda: array("Q"))


def derive(db: Database, cases: frozenset[str], look: Look = lambda: None) -> dict[bytes, CaseSums]:  # fmt: skip
    """Return what each of these cases adds; ``look`` is called now and then and may raise."""
    making = _Making(db, cases, look)
    making.cases()
    making.leaks()
    making.addresses()
    making.acts()
    making.supports()
    making.people()
    return making.found


class _Making:
    """Reads the rows of some cases, one kind after the other."""

    def __init__(self, db: Database, cases: frozenset[str], look: Look) -> None:
        self._db, self._cases, self._look = db, cases, look
        self._walk = walk(cases)
        self._basis: dict[bytes, str | None] = {}
        self._leaked: defaultdict[bytes, int] = defaultdict(int)
        self._places: dict[bytes, int] = {}
        self._nowhere = packed_place(None, None)
        self._odd_leaks: set[bytes] = set()
        self.found: dict[bytes, CaseSums] = {}

    def cases(self) -> None:
        """Read which of them count, and on what basis their addresses are deleted."""
        for case, live, basis in self._rows(_CASES, "t.id", self._cases):
            self.found[case] = CaseSums(live=bool(live))
            self._basis[case] = basis

    def leaks(self) -> None:
        """Read the details leaked at every address that is asked about, wherever it is noted."""
        if self._walk:
            told = self._db.each(_LEAKS_OF_ALL)
        else:
            inside = among('t."case"', self._cases)
            both = ((_POSTING, "t.id"), (_ACTION, "t.posting"))
            told = (row for table, of in both for row in self._db.each(_LEAKS.format(table=table, of=of, among=inside), (listed(self._cases),)))  # fmt: skip
        for of, kind in told:
            try:
                self._leaked[of] |= packed_detail(kind)
            except Odd:
                self._odd_leaks.add(of)

    def addresses(self) -> None:
        """Read every address; what is written twice in a case is one of it, and kept together."""
        keys: defaultdict[bytes, array[int]] = defaultdict(lambda: array("q"))
        for case, posting, key, place, removed, number, end in self._addresses(self._cases):  # fmt: skip
            self._places[posting] = place
            sums = self._counted(case, number)
            if sums is not None:
                sums.addresses.append(number)
                keys[case].append(hash(key))
                if removed:
                    sums.ends.append(end)
        twice = frozenset(id_of(case) for case, told in keys.items() if len(set(told)) < len(told))  # fmt: skip
        for some in _pieces(sorted(twice)):
            self._several(some)

    def _several(self, cases: frozenset[str]) -> None:
        """Tell apart what is written once in these cases and what is written more often."""
        told: defaultdict[bytes, dict[object, list[tuple[int, int]]]] = defaultdict(dict)  # fmt: skip
        removed: set[int] = set()
        for case, _, key, _, is_removed, number, end in self._addresses(cases):
            if self._counted(case, number) is not None:
                told[case].setdefault(key, []).append((number, end))
                removed |= {number} if is_removed else set()
        for case, groups in told.items():
            sums = self.found[case]
            alone = [one[0] for one in groups.values() if len(one) == 1]
            sums.addresses = array("Q", (number for number, _ in alone))
            sums.ends = array("I", (end for number, end in alone if number in removed))
            sums.several = [one for one in groups.values() if len(one) > 1]

    def _addresses(self, cases: frozenset[str]) -> Iterator[tuple[bytes, bytes, object, int, bool, int, int]]:  # fmt: skip
        """Yield every address of cases; a number below 0 says that it is odd."""
        for case, posting, platform, result, found_on, result_on, again, parallel, key in self._rows(_POSTINGS, 't."case"', cases):  # fmt: skip
            place = packed_place(platform, result)
            marks = _AGAIN if again or result in _FOUND_AGAIN else 0
            rest = packed_address(place, result, marks | (_PARALLEL if parallel else 0), self._leaked.get(posting, 0))  # fmt: skip
            day, end = packed_day(found_on), packed_day(result_on)
            odd = day is None or end is None or posting in self._odd_leaks
            number = _ODD if odd else (day or 0) << REST | rest
            yield case, posting, key, place, result in _REMOVED, number, end or 0

    def acts(self) -> None:
        """Read every action that any rule counts."""
        for case, posting, kind, done_on, basis in self._rows(_ACTIONS, 't."case"', self._cases):  # fmt: skip
            if kind not in _KNOWN:
                continue
            place, leaked = self._nowhere, 0
            if posting is not None:
                place = self._places.get(posting, -1)
                place = self._elsewhere(posting) if place < 0 else place
                leaked = self._leaked.get(posting, 0)
            asked = self._basis.get(case) if basis is None else basis
            day = packed_day(done_on)
            odd = day is None or posting in self._odd_leaks
            rest = packed_act(kind, place, _group_of(asked), leaked)
            sums = self._counted(case, _ODD if odd else rest)
            if sums is not None:
                sums.acts.append((day or 0) << REST | rest)

    def _elsewhere(self, posting: bytes) -> int:
        """Return the place of an address that no case here has: another's, or nowhere known."""
        row = self._db.one(_ELSEWHERE, (posting,)) or (None, None)
        return self._places.setdefault(posting, packed_place(*row))

    def supports(self) -> None:
        """Read every record of support."""
        for case, kind, done_on, quantity, body in self._rows(_SUPPORTS, 't."case"', self._cases):  # fmt: skip
            day, rest = packed_day(done_on), packed_support(kind, body, quantity)
            sums = self._counted(case, _ODD if day is None else rest)
            if sums is not None:
                sums.supports.append((day or 0) << REST | rest)

    def people(self) -> None:
        """Read who the victim of each case is, as if she had no other."""
        live = frozenset(id_of(case) for case, sums in self.found.items() if sums.live)
        harms: defaultdict[bytes, list[str]] = defaultdict(list)
        for case, kind in self._rows(_HARMS, 't."case"', self._cases):
            harms[case].append(kind)
        for some in _pieces(sorted(live)):
            self._look()
            for one in people_of(case_facts(self._db, some), Population(some)):
                case = blob_of(one.cases[0])
                said = (one.sex, one.band, one.relation, one.route, one.received, one.intake, one.centers, one.minor, one.under_14, harms.get(case, ()))  # fmt: skip
                self.found[case].who = json.dumps(said, ensure_ascii=False)

    # --- within ------------------------------------------------------------------------

    def _counted(self, case: bytes, number: int) -> CaseSums | None:
        """Return the sums of a case that counts; what is odd is noted instead."""
        sums = self.found.get(case)
        if sums is None or not sums.live:
            return None
        if number < 0:
            sums.odd = True
            return None
        return sums

    def _rows(self, sql: str, column: str, cases: frozenset[str]) -> Iterator[Row]:
        """Yield the rows of some cases."""
        told = f"{sql.format(walk=walk(cases))} AND {among(column, cases)}"
        for at, row in enumerate(self._db.each(told, (listed(cases),))):
            if at % ROWS_AT_ONCE == 0:
                self._look()
            yield row


@lru_cache(maxsize=1 << 10)
def _group_of(basis: str | None) -> str:
    if basis in _ASKED:
        return "REQUEST"
    return basis if basis in _TOLD else UNKNOWN


def _pieces(cases: Sequence[str]) -> Iterator[frozenset[str]]:
    """Yield as many cases as are looked up at once."""
    for at in range(0, len(cases), _FEW):
        yield frozenset(cases[at : at + _FEW])
