"""What a case notes of its suspects, as clues (단서): read from the register, in one spelling.

* A clue belongs to the suspect that was named, to the case's main one where nobody was, and
  to the record an interview would speak of where there is none yet.
* What belongs to the victim (피해자 측) is kept apart, to be known again and never compared.
* "모름", private addresses and what has nothing to do with it (무관) are no clues at all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from intake.ids import natural_id
from intake.matching.canonical import canonical
from intake.matching.clue import Canonical
from intake.matching.noting import class_of
from intake.register.fold import blob_of, id_of
from intake.vault import Database

VICTIM = "VICTIM"
_NOTHING = "NONE"
_SUSPECT, _SPREADER, _AGAIN = "SUSPECT", "DISTRIBUTOR", "REDISTRIBUTOR"
_REMEMBERED = 1 << 14

_IDENTIFIERS = """
SELECT id, suspect, coalesce(kind, ''), coalesce(value, ''), coalesce(site, ''),
  coalesce(role, ''), coalesce(shared, 0), coalesce(seen_from, ''), coalesce(seen_to, '')
FROM r_identifier WHERE "case" = ? AND deleted IS NULL AND value IS NOT NULL"""
_OWN = """
SELECT id, coalesce(kind, ''), value, coalesce(site, '')
FROM r_own_account WHERE "case" = ? AND deleted IS NULL AND value IS NOT NULL"""
_SUSPECTS = """
SELECT id, coalesce(main, 0), coalesce(nickname, ''), coalesce(name, ''), age,
  coalesce(sex, ''), coalesce(region, ''), coalesce(approach, '')
FROM r_suspect WHERE "case" = ? AND deleted IS NULL"""
_EVIDENCE = """
SELECT id, suspect, coalesce(sha256, ''), coalesce(pdq, ''), coalesce(watermark, '')
FROM r_evidence WHERE "case" = ? AND deleted IS NULL
  AND coalesce(sha256, pdq, watermark) IS NOT NULL"""
_MATERIAL = """
SELECT id, watermark FROM r_material
WHERE "case" = ? AND deleted IS NULL AND watermark IS NOT NULL"""
_POSTING = """
SELECT id, "case", suspect, coalesce(uploader, ''), coalesce(site, ''),
  coalesce(url_host, ''), parent IS NOT NULL
FROM r_posting WHERE deleted IS NULL AND uploader IS NOT NULL AND """


@dataclass(frozen=True, slots=True)
class Noted:
    """One clue, and whom it was said of; ``record`` None: many postings say the same."""

    said: bytes | None
    entity: str
    record: bytes | None
    kind: str
    value: str = field(repr=False)
    cls: str
    role: str
    shared: bool = False
    masked: bool = False
    seen_from: str = ""
    seen_to: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What two clues are equal by."""
        return (self.kind, self.value)

    def of(self, record: bytes) -> "Noted":
        """Return it as noted in a record."""
        return replace(self, record=record)


@dataclass(frozen=True, slots=True)
class Known:
    """One suspect as the register describes them."""

    id: bytes
    main: bool
    age: int | None
    sex: str
    region: str
    approach: str


@dataclass(frozen=True, slots=True)
class Owners:
    """To whom the clues of a case belong."""

    live: frozenset[bytes]
    main: bytes

    def of(self, said: bytes | None) -> bytes:
        """Return the suspect of a clue."""
        return said if said is not None and said in self.live else self.main


def owners_of(case: bytes, known: Iterable[Known]) -> Owners:
    """Return to whom the clues of a case belong."""
    told = tuple(known)
    first = min((one.id for one in told if one.main), default=None)
    main = first or blob_of(natural_id("suspect", id_of(case), "main"))
    return Owners(frozenset(one.id for one in told), main)


@lru_cache(maxsize=_REMEMBERED)
def spelled(kind: str, raw: str, site: str = "") -> Canonical:
    """Return a value in its one spelling; the same one is often asked for again."""
    return canonical(kind, raw, site)


def suspects_in(db: Database, case: bytes) -> tuple[tuple[Known, ...], tuple[Noted, ...]]:  # fmt: skip
    """Return the suspects of a case, and what they are called."""
    known: list[Known] = []
    names: list[Noted] = []
    for one, main, nickname, name, *rest in db.all(_SUSPECTS, (case,)):
        known.append(Known(one, bool(main), *rest))
        for kind, told in (("nickname", nickname), ("name", name)):
            mark = Noted(one, "suspect", one, kind, told, "W", _SUSPECT)
            names += _each(mark, told)
    return tuple(known), tuple(names)


def clues_in(db: Database, case: bytes) -> Iterator[Noted]:
    """Yield every clue of a case but those of its postings and its suspects' names."""
    for one, suspect, kind, value, site, role, shared, *seen in db.all(_IDENTIFIERS, (case,)):  # fmt: skip
        if role != _NOTHING:
            mark = Noted(suspect, "identifier", one, kind, value, "W", role or _SUSPECT, bool(shared), False, *seen)  # fmt: skip
            yield from _each(mark, value, site)
    for one, kind, value, site in db.all(_OWN, (case,)):
        yield from _each(Noted(None, "own_account", one, kind, value, "W", VICTIM), value, site)  # fmt: skip
    for one, suspect, *values in db.all(_EVIDENCE, (case,)):
        for kind, value in zip(("sha256", "pdq", "watermark"), values, strict=True):
            yield from _each(Noted(suspect, "evidence", one, kind, value, "W", _SUSPECT), value)  # fmt: skip
    for one, value in db.all(_MATERIAL, (case,)):
        yield from _each(Noted(None, "material", one, "watermark", value, "W", _SUSPECT), value)  # fmt: skip


def posting_clues(
    db: Database, where: str, values: tuple[bytes, ...]
) -> Iterator[tuple[bytes, bytes, Noted]]:
    """Yield (posting, case, clue) of every posting whose uploader is an account."""
    for one, case, suspect, uploader, site, host, back in db.all(_POSTING + where, values):  # fmt: skip
        found = spelled("uploader", uploader, site or host)
        if case is not None and found.is_key:
            role = _SUSPECT if suspect else _AGAIN if back else _SPREADER
            yield one, case, Noted(suspect, "posting", None, found.kind, found.value, found.cls, role)  # fmt: skip


def _each(mark: Noted, raw: str, site: str = "") -> Iterator[Noted]:
    """Yield a clue and what else it says: the account in an address, the letters of a name."""
    found = spelled(mark.kind, raw, site) if raw else None
    if found is None or not (found.is_key or (found.masked and found.value)):
        return
    yield _as(mark, found.kind, found.value, found.cls, masked=found.masked)
    for kind, value in found.keys if found.is_key else ():
        yield _as(mark, kind, value, class_of(kind))


def _as(mark: Noted, kind: str, value: str, cls: str, *, masked: bool = False) -> Noted:
    return Noted(
        mark.said,
        mark.entity,
        mark.record,
        kind,
        value,
        cls,
        mark.role,
        mark.shared,
        masked,
        mark.seen_from,
        mark.seen_to,
    )
