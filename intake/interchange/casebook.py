"""Which case a number in a sheet means (사건 찾기): our own number first, then others' numbers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from intake.ids import natural_id
from intake.matching import KnownAddresses, read_address
from intake.register import ListQuery, Register, Row, Where
from intake.register.spelling import key_of

_READ = 50_000  # addresses that are remembered while a file is read
_NUMBERS = ("number", "central_number", "other_number")


Noted: TypeAlias = Callable[[str], Iterable[tuple[str, str, bool]]]


@dataclass(frozen=True, slots=True)
class CaseRef:
    """A case: here already, or to come with this file."""

    id: str
    owner: str
    known: bool


class CaseBook:
    """Looks up cases by number; asks the register once for each."""

    def __init__(
        self,
        register: Register,
        center: str,
        may: Callable[[str], bool] = lambda _case: True,
        noted: Noted = lambda _case: (),
    ) -> None:
        """Look into a register of this center.

        ``may``: whether the person works on a case; ``noted``: the addresses a case has.
        """
        self._may, self._noted = may, noted
        self._addresses: dict[str, KnownAddresses] = {}
        self.read = lru_cache(_READ)(read_address)
        self._register = register
        self.center = center
        self._found: dict[str, CaseRef | None] = {}
        self._by_id: dict[str, CaseRef | None] = {}

    def find(self, number: str) -> CaseRef | None:
        """Return the case of a number; None where nobody knows it."""
        key = key_of(number)
        if key not in self._found:
            row = self._row(key) if key else None
            self._found[key] = _ref(row)
        return self._found[key]

    def by_id(self, case: str) -> CaseRef | None:
        """Return a case by its id."""
        if case not in self._by_id:
            row = self._register.get("case", case)
            self._by_id[case] = None if row is None or row.gone else _ref(row)
        return self._by_id[case]

    def coming(self, number: str) -> CaseRef:
        """Return the case that comes with this file under a number."""
        key = key_of(number)
        ref = CaseRef(natural_id("case", self.center, key), self.center, known=False)
        self._found[key] = ref
        return ref

    def addresses(self, case: str) -> KnownAddresses:
        """Return the addresses of a case, those that this file brings among them."""
        known = self._addresses.get(case)
        if known is None:
            known = self._addresses[case] = KnownAddresses(self.read)
            known.take(self._noted(case))
        return known

    def why_not(self, ref: CaseRef) -> str:
        """Return why nothing may be said of a case here; nothing where it may."""
        if ref.owner not in {"", self.center}:
            return "other-center"
        return "not-yours" if ref.known and not self._may(ref.id) else ""

    def _row(self, key: str) -> Row | None:
        for name in _NUMBERS:
            query = ListQuery("case", where=(Where(f"{name}_key", "=", key),))
            found = self._register.first(query, 1)
            if found:
                return found[0]
        return None


def _ref(row: Row | None) -> CaseRef | None:
    if row is None:
        return None
    return CaseRef(row.id, str(row["owner"] or ""), known=True)
