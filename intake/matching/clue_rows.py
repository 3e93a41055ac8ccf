"""The rows of the clue index for one case (사건 하나의 단서): compared with what is kept, then kept."""

# ruff: noqa: S608 - only names of our own stand in a statement

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from intake.ledger.catalogue import chunks, within
from intake.matching.face import ACCOUNTS, Key, face_of, slip_of
from intake.matching.lookup import keys_of
from intake.matching.noted import (  # fmt: skip
    VICTIM,
    Noted,
    clues_in,
    owners_of,
    posting_clues,
    suspects_in,
)
from intake.matching.sighting import Mark, Sighting, profile_of
from intake.register.fold import id_of
from intake.vault import Database

_COLUMNS = '"case", suspect, said, entity, record, kind, value, cls, role, shared, masked, seen_from, seen_to'  # fmt: skip
_SPOT = "~spot:"
_KEPT = "suspect, said, entity, record, kind, value, cls, role, shared, masked, seen_from, seen_to"  # fmt: skip
_Cells: TypeAlias = tuple[Any, ...]


@dataclass(slots=True)
class Changed:
    """What changed in a case: values that more or fewer hold, and whose they are."""

    more: Counter[Key] = field(default_factory=Counter)
    fewer: Counter[Key] = field(default_factory=Counter)
    marked: set[Key] = field(default_factory=set)  # many use it, or no longer
    suspects: set[bytes] = field(default_factory=set)
    regroup: set[bytes] = field(default_factory=set)
    is_victims: bool = False  # an account of hers came or went


def keep_postings(db: Database, postings: Iterable[bytes]) -> set[bytes]:
    """Follow postings; return the cases in which an account came or went.

    One posting stands for all that say the same; where it says so no longer, the postings of
    its case are looked through again.
    """
    cases: set[bytes] = set()
    for chunk in chunks(postings):
        told = {one: (case, clue) for one, case, clue in posting_clues(db, within("id IN (?*)", chunk), tuple(chunk))}  # fmt: skip
        for one, case, *said in db.all(within(_STANDING, chunk), chunk):
            if one not in told or told[one][0] != case or said_of(told[one][1]) != tuple(said):  # fmt: skip
                repost(db, case)
                cases.add(case)
        cases |= _groups(db, told)
    return cases


_STANDING = (
    'SELECT record, "case", said, kind, value, role FROM m_clue '
    "WHERE record IN (?*) AND entity = 'posting'"
)


def said_of(clue: Noted) -> tuple[bytes | None, str, str, str]:
    """Return what two postings of one account have in common."""
    return (clue.said, clue.kind, clue.value, clue.role)


def repost(db: Database, case: bytes) -> None:
    """Look through the postings of a case; none has an account where it does not count."""
    db.execute("DELETE FROM m_clue WHERE \"case\" = ? AND entity = 'posting'", (case,))
    if counts(db, case):
        _groups(db, {one: (of, clue) for one, of, clue in posting_clues(db, '"case" = ?', (case,))})  # fmt: skip


def counts(db: Database, case: bytes) -> bool:
    """Whether a case is compared at all."""
    found = db.one("SELECT off FROM m_case WHERE id = ?", (case,))
    return found is not None and not found[0]


def _groups(db: Database, told: dict[bytes, tuple[bytes, Noted]]) -> set[bytes]:
    """Let every account that posted stand once for each case; return where one is new."""
    first: dict[bytes, dict[tuple[bytes | None, str, str, str], Noted]] = defaultdict(dict)  # fmt: skip
    for one, (case, clue) in told.items():
        first[case].setdefault(said_of(clue), clue.of(one))
    cases = set()
    for case, clues in first.items():
        standing = set(db.all(_STANDS, (case,))) if counts(db, case) else clues.keys()
        fresh = [(case, b"", *cells_of(clues[said])) for said in clues if said not in standing]  # fmt: skip
        if fresh:
            db.executemany(INSERT_CLUE, fresh)
            cases.add(case)
    return cases


_STANDS = "SELECT said, kind, value, role FROM m_clue WHERE \"case\" = ? AND entity = 'posting'"
INSERT_CLUE = f"INSERT INTO m_clue ({_COLUMNS}) VALUES ({', '.join('?' * 13)})"

INSERT_SIGHT = "INSERT OR REPLACE INTO m_sight VALUES (?, ?, ?, ?, ?, ?, ?)"
INSERT_KEY = "INSERT INTO m_key (kind, value, finds, of_kind, of_value, suspect) VALUES (?, ?, ?, ?, ?, ?)"  # fmt: skip


def cells_of(one: Noted) -> tuple[bytes | str | int | None, ...]:
    """Return a clue as the table keeps it, from ``said`` on."""
    return (
        *(one.said, one.entity, one.record, one.kind, one.value, one.cls, one.role),
        *(int(one.shared), int(one.masked), one.seen_from, one.seen_to),
    )


def keep_case(db: Database, case: bytes) -> Changed:
    """Bring the rows of a case up to date; return what changed."""
    known, names = suspects_in(db, case) if counts(db, case) else ((), ())
    clues = (*names, *clues_in(db, case)) if counts(db, case) else ()
    owners = owners_of(case, known)
    changed = Changed()
    wanted: Counter[_Cells] = Counter(
        (owners.of(one.said), *cells_of(one)) for one in clues
    )
    kept: dict[_Cells, list[int]] = defaultdict(list)
    posted = []
    for number, *row in db.all(f'SELECT id, {_KEPT} FROM m_clue WHERE "case" = ?', (case,)):  # fmt: skip
        if row[2] == "posting":
            posted.append((number, *row))
        else:
            kept[tuple(row)].append(number)
    _keep_clues(db, case, wanted, kept, changed)
    for number, suspect, said, *_ in posted:
        if owners.of(said) != suspect:
            db.execute("UPDATE m_clue SET suspect = ? WHERE id = ?", (owners.of(said), number))  # fmt: skip
            changed.suspects |= {owners.of(said), suspect} - {b""}
    _keep_sights(db, case, {one.id: (one.age, one.sex, one.region, one.approach) for one in known}, changed)  # fmt: skip
    here = {one for (one,) in db.all('SELECT id FROM m_sight WHERE "case" = ?', (case,))}  # fmt: skip
    for suspect in changed.suspects | here:
        keep_keys(db, suspect, changed)
    if changed.is_victims:  # what is hers speaks against nobody in her case
        changed.suspects |= here
    return changed


def _keep_clues(db: Database, case: bytes, wanted: Counter[_Cells], kept: dict[_Cells, list[int]], changed: Changed) -> None:  # fmt: skip
    for cells, numbers in kept.items():
        for number in numbers[wanted[cells] :]:
            db.execute("DELETE FROM m_clue WHERE id = ?", (number,))
            _note(cells, changed)
    for cells, times in wanted.items():
        for _ in range(times - len(kept.get(cells, ()))):
            db.execute(INSERT_CLUE, (case, *cells))
            _note(cells, changed)


def _note(cells: _Cells, changed: Changed) -> None:
    """Note what a clue that came or went changes for others."""
    suspect, _, _, _, kind, value, _, role, shared, *_ = cells
    changed.suspects.add(suspect)
    changed.is_victims |= role == VICTIM
    if shared:
        changed.marked.add((kind, value))


_Said = tuple[int | None, str, str, str]


def _keep_sights(
    db: Database, case: bytes, wanted: dict[bytes, _Said], changed: Changed
) -> None:
    owned = db.all('SELECT DISTINCT suspect FROM m_clue WHERE "case" = ? AND role <> ?', (case, VICTIM))  # fmt: skip
    wanted |= {one: (None, "", "", "") for (one,) in owned if one not in wanted}
    kept = {one: tuple(said) for one, *said in db.all('SELECT id, age, sex, region, approach FROM m_sight WHERE "case" = ?', (case,))}  # fmt: skip
    for gone in kept.keys() - wanted.keys():
        peers = db.all("SELECT id FROM m_sight WHERE profile = (SELECT profile FROM m_sight WHERE id = ?)", (gone,))  # fmt: skip
        changed.regroup |= {one for (one,) in peers}
        changed.suspects.add(gone)
        db.execute("DELETE FROM m_sight WHERE id = ?", (gone,))
        db.execute("DELETE FROM m_pair WHERE one = ?1 OR other = ?1", (gone,))
    for one, said in wanted.items():
        if one not in kept:
            db.execute(INSERT_SIGHT, (one, case, one, *said))  # fmt: skip
            changed.regroup.add(one)
            changed.suspects.add(one)
        elif kept[one] != said:
            db.execute("UPDATE m_sight SET age = ?, sex = ?, region = ?, approach = ? WHERE id = ?", (*said, one))  # fmt: skip
            changed.suspects.add(one)


def keep_keys(db: Database, suspect: bytes, changed: Changed) -> None:
    """Bring up to date under what a suspect is looked up."""
    sql = "SELECT kind, value, finds, of_kind, of_value FROM m_key WHERE suspect = ?"
    before = {tuple(row) for row in db.all(sql, (suspect,))}
    seen = sighting_of(db, suspect)
    after = set(keys_rows(seen)) if seen is not None else set()
    if before != after:
        changed.suspects.add(suspect)
    was, now = ({(k[0], k[1]) for k in keys if k[2] >= 0} for keys in (before, after))
    changed.more.update(now - was)
    changed.fewer.update(was - now)
    if before != after:
        db.execute("DELETE FROM m_key WHERE suspect = ?", (suspect,))
        db.executemany(
            INSERT_KEY,
            [(*key, suspect) for key in sorted(after)],
        )


def keys_rows(seen: Sighting) -> Iterable[tuple[str, str, int, str, str]]:
    """Yield under what one suspect stands: kind, value, whether it finds them, and of what."""
    face = face_of(profile_of((seen,)))
    finding = set(keys_of(face))
    for kind, value in {*face.keys, *finding}:
        yield kind, value, int((kind, value) in finding), "", ""
    for (space, letters), values in face.spots.items():
        for kind, value in values:
            yield _SPOT + space, letters, -1, kind, value


def crowd_at(db: Database, spot: tuple[str, str], most: int) -> dict[tuple[str, str], str]:  # fmt: skip
    """Return the values with the same first or last letters; nothing where there are too many."""
    sql = "SELECT DISTINCT of_kind, of_value FROM m_key WHERE kind = ? AND value = ? AND finds = -1 LIMIT ?"  # fmt: skip
    rows = db.all(sql, (_SPOT + spot[0], spot[1], most + 1))
    if len(rows) > most:
        return {}
    if spot[0] in ACCOUNTS:  # all of it is letters, and there may be thousands
        return {(k, v): v for k, v in rows}
    return {(k, v): slip_of((k, v))[1] for k, v in rows}


def sighting_of(db: Database, suspect: bytes) -> Sighting | None:
    """Return one suspect as they are compared."""
    found = db.one(
        'SELECT s."case", c.center, s.age, c.year, s.sex, s.region, s.approach FROM m_sight s '
        'JOIN m_case c ON c.id = s."case" WHERE s.id = ?',
        (suspect,),
    )
    if found is None:
        return None
    case, center, *said = found
    rows = db.all("SELECT record, kind, value, cls, role, shared, masked, seen_from, seen_to FROM m_clue WHERE suspect = ? AND role <> ? ORDER BY kind, value, record", (suspect, VICTIM))  # fmt: skip
    own = db.all('SELECT kind, value FROM m_clue WHERE "case" = ? AND role = ?', (case, VICTIM))  # fmt: skip
    marks = tuple(Mark(id_of(one), *mark) for one, *mark in rows)
    age, year, sex, region, approach = said
    return Sighting(id_of(suspect), id_of(case), center, marks, age, year, sex, region, approach, frozenset(own))  # fmt: skip
