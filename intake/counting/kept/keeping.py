"""What cases add, kept beside the register (지닌 셈): forgotten when a case changes, derived when asked.

* A case of which anything is said loses its row in the very transaction that says it, and is
  derived again when somebody counts: whoever types waits for no counting.
* Whoever derives claims the cases first; what was said meanwhile takes the claim away, and what
  was derived is then not kept. So nothing that is kept is older than the register.
* The projection stands before the register and after it: it must see whose a record was, and is.
* Made anew where the register was made anew, or the rules, the codes or the layout changed.
"""

# ruff: noqa: S608 - names of the schema stand in a statement

import hashlib
import json
import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from intake.counting.kept.deriving import ROWS_AT_ONCE, CaseSums, derive
from intake.counting.kept.packing import LAYOUT
from intake.counting.rules import RULES
from intake.counting.selecting import among, listed, walk
from intake.ids import Scope
from intake.ledger.catalogue import chunks, within
from intake.progress import Progress, Silent
from intake.register.codes import CODES
from intake.register.fold import blob_of, id_of
from intake.register.schema import SCHEMA
from intake.vault import Database, Vault
from intake.vault.database import Row, Value

_ENTITIES = frozenset({"person", "incident", "harm", "posting", "leak", "deletion_action", "support_action"})  # fmt: skip
_NAME = "counted"
_AT_ONCE = 3_000_000  # addresses that are held while cases are derived
_CASE, _POSTING, _ACTION, _SUPPORT, _LEAK = (SCHEMA[one].table for one in ("case", "posting", "deletion_action", "support_action", "leak"))  # fmt: skip
_MISSING = (
    f'SELECT t.id, coalesce(n.postings, 0) FROM {_CASE} t LEFT JOIN r_case_counts n ON n."case" = t.id'
    ' WHERE NOT EXISTS (SELECT 1 FROM c_case k WHERE k."case" = t.id AND k.claim IS NULL) ORDER BY t.id'
)
_ANY_MISSING = f'SELECT 1 FROM {_CASE} t WHERE NOT EXISTS (SELECT 1 FROM c_case k WHERE k."case" = t.id AND k.claim IS NULL) LIMIT 1'  # fmt: skip
_CLAIM = f'INSERT OR REPLACE INTO c_case ("case", claim) SELECT id, ? FROM {_CASE} WHERE id = ?'  # fmt: skip
_KEEP = 'UPDATE c_case SET claim = NULL, live = ?, odd = ?, who = ?, acts = ?, addresses = ?, ends = ?, several = ?, supports = ? WHERE "case" = ? AND claim = ?'  # fmt: skip
_READ = 'SELECT "case", live, odd, who, acts, addresses, ends, several, supports FROM c_case{walk} WHERE claim IS NULL AND '  # fmt: skip
_OF_ADDRESSES = f'SELECT DISTINCT "case" FROM {_ACTION} WHERE posting IN (?*)'
# Whoever notes an action about an address of another case, or a detail of one.
_BESIDE = (
    f'SELECT DISTINCT a."case" FROM {_POSTING} p JOIN {_ACTION} a ON a.posting = p.id WHERE p."case" = ?1'
    f' UNION SELECT a."case" FROM {_LEAK} k JOIN {_ACTION} a ON a.posting = k."of" WHERE k."case" = ?1'
    f' UNION SELECT p."case" FROM {_LEAK} k JOIN {_POSTING} p ON p.id = k."of" WHERE k."case" = ?1'
)


class Kept:
    """Forgets what a case added as soon as anything is said of it; a projection of the ledger."""

    def __init__(self, vault: Vault) -> None:
        """Forget everything where what it is derived from is another now."""
        with vault.reading() as db:
            same = _is_of_now(db)
        if not same:
            with vault.writing() as db:
                _begin_anew(db)

    def apply(self, db: Database, dirty: Iterable[tuple[str, str]]) -> None:
        """Forget the cases that these records are of, or are told of in."""
        by: dict[str, set[bytes]] = {}
        for entity, eid in dirty:
            if entity in _ENTITIES or entity in {"case", "agency"}:
                by.setdefault(entity, set()).add(blob_of(eid))
        if by and db.one(
            "SELECT 1 FROM c_case UNION ALL SELECT 1 FROM c_answer LIMIT 1"
        ):
            _forget(db, _cases_of(db, by))

    def erase(self, db: Database, scope: Scope, cls: str) -> None:
        """Forget what a scope added."""
        del cls  # what is left of the others is derived again
        kind, _, record = scope.partition("/")
        blob = blob_of(record)
        if kind == "case":
            _forget(db, {blob, *(case for (case,) in db.all(_BESIDE, (blob,)))})
        elif db.one("SELECT 1 FROM r_agency WHERE id = ?", (blob,)):
            _forget(db, _cases_of(db, {"agency": {blob}}))

    def rebuild(self, db: Database, progress: Progress) -> None:
        """Forget everything: it is derived when somebody counts."""
        del progress
        _begin_anew(db)


def _forget(db: Database, cases: Iterable[bytes]) -> None:
    db.execute("DELETE FROM c_answer")
    db.executemany('DELETE FROM c_case WHERE "case" = ?', ((case,) for case in cases))


def _cases_of(db: Database, by: Mapping[str, set[bytes]]) -> set[bytes]:
    """Return the cases that are counted otherwise when these records change."""
    found = set(by.get("case", ()))
    for entity in sorted(_ENTITIES & by.keys()):
        table = SCHEMA[entity].table
        found |= _first(db, f'SELECT DISTINCT "case" FROM {table} WHERE id IN (?*)', by[entity])  # fmt: skip
    leaking = _first(db, f'SELECT "of" FROM {_LEAK} WHERE id IN (?*)', by.get("leak", ()))  # fmt: skip
    found |= _first(db, f'SELECT "case" FROM {_POSTING} WHERE id IN (?*)', leaking)
    found |= _first(db, _OF_ADDRESSES, leaking | by.get("posting", set()))
    found |= _first(db, f'SELECT DISTINCT "case" FROM {_SUPPORT} WHERE agency IN (?*)', by.get("agency", ()))  # fmt: skip
    return found


def _first(db: Database, sql: str, wanted: Iterable[bytes]) -> set[bytes]:
    found = (row[0] for chunk in chunks(sorted(wanted)) for row in db.all(within(sql, chunk), chunk))  # fmt: skip
    return {one for one in found if one is not None}


# --- of now ----------------------------------------------------------------------------------


@cache
def _made_of() -> str:
    codes = hashlib.sha256(repr(sorted(CODES.own.items())).encode()).hexdigest()[:16]
    rules = hashlib.sha256(repr(sorted((one.id, one.label) for one in RULES.by_id.values())).encode()).hexdigest()[:16]  # fmt: skip
    return f"{LAYOUT}/{codes}/{rules}"


def _is_of_now(db: Database) -> bool:
    """Whether what is kept is of this register: one that was made anew knows of nothing kept."""
    row = db.one("SELECT value FROM r_state WHERE name = ?", (_NAME,))
    return row is not None and row[0] == _made_of()


def _begin_anew(db: Database) -> None:
    db.execute("DELETE FROM c_case")
    db.execute("DELETE FROM c_answer")
    db.execute("INSERT OR REPLACE INTO r_state (name, value) VALUES (?, ?)", (_NAME, _made_of()))  # fmt: skip


# --- deriving and reading ----------------------------------------------------------------------


def bring_up(vault: Vault, progress: Progress | None = None) -> None:
    """Derive what is not kept of any case, and keep it; not in a transaction that reads.

    Raises:
        Cancelled: from ``progress``; what was kept until then stays.
    """
    with vault.reading() as db:
        missing = db.all(_MISSING) if db.one(_ANY_MISSING) else []
    way = _Way(progress or Silent(), sum(_weight(one) for one in missing))
    for part in _parts(missing):
        _keep(vault, [case for case, _ in part], way.look)
        way.go_on(sum(map(_weight, part)))


def _keep(vault: Vault, cases: Sequence[bytes], look: Callable[[], None]) -> None:
    token = os.urandom(8)
    with vault.writing() as db:
        db.executemany(_CLAIM, ((token, case) for case in cases))
    with vault.one_moment() as db:
        found = derive(db, frozenset(map(id_of, cases)), look)
    with vault.writing() as db:
        db.executemany(_KEEP, (_row(one, case, token) for case, one in found.items()))


class _Way:
    """How far deriving is: by rows, as far as it can be known how many there are."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total = progress, total
        self._done = self._seen = 0

    def look(self) -> None:
        """Tell it, and let somebody cancel."""
        at = min(self._done + self._seen, self._total)
        self._seen += ROWS_AT_ONCE
        self._progress.step(at, self._total, "progress-counting-first")

    def go_on(self, rows: int) -> None:
        """Go on after a part."""
        self._done, self._seen = self._done + rows, 0


def _weight(one: Row) -> int:
    """Return about how many rows a case has: for every address two actions, and a few of its own."""
    _, postings = one
    return int(postings) * 3 + 8


def _parts(missing: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield as many cases as are derived at once, by how many addresses they have."""
    part: list[Row] = []
    held = 0
    for case, postings in missing:
        if part and held + postings > _AT_ONCE:
            yield part
            part, held = [], 0
        part.append((case, postings))
        held += postings
    if part:
        yield part


def _row(one: CaseSums, case: bytes, token: bytes) -> tuple[Value, ...]:
    several = json.dumps(one.several) if one.several else None
    numbers = (one.acts.tobytes(), one.addresses.tobytes(), one.ends.tobytes())
    return (int(one.live), int(one.odd), one.who, *numbers, several, one.supports.tobytes(), case, token)  # fmt: skip


def read(db: Database, cases: frozenset[str], most: int) -> dict[str, CaseSums] | None:
    """Return what each of these cases adds; None where more than ``most`` are not kept.

    What is not kept is derived from the rows of this moment.
    """
    if db.one("SELECT 1 FROM sqlite_schema WHERE name = 'c_case'") is None:
        return None
    sql = _READ.format(walk=walk(cases)) + among('"case"', cases)
    found = {id_of(row[0]): _sums(row) for row in db.each(sql, (listed(cases),))}
    rest = frozenset(cases - found.keys())
    if len(rest) > most:
        return None
    if rest:
        found |= {id_of(case): one for case, one in derive(db, rest).items()}
    return found


def _sums(row: Row) -> CaseSums:
    _, live, odd, who, acts, addresses, ends, several, supports = row
    told = json.loads(several) if several else []
    return CaseSums(bool(live), bool(odd), who, array("Q", acts), array("Q", addresses), array("I", ends), told, array("Q", supports))  # fmt: skip
