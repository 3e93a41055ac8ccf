"""What everybody is recognised by, kept beside the register (단서 색인): derived, never said.

* Follows in the register's own transaction: an identifier is looked up by others at once, and
  a destroyed case leaves no row.
* Ten thousand postings of one account are one clue with a number.
* Whoever may now be like somebody else is noted as *due*; ``holding`` looks at them.
* Decisions are judged here, once for every page, and again whenever a case changes hands, is
  taken back or shared again, or another central desk is known.
* Made anew, with progress, where the spelling, the register or the engine has changed.
"""

# ruff: noqa: S608 - only names of our own stand in a statement

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import astuple, fields

from intake.ids import Scope, scope_of
from intake.ledger.catalogue import chunks, within
from intake.matching import canonical
from intake.matching.anew import fill, without_look_ups
from intake.matching.clue_rows import keep_case, keep_postings, repost
from intake.matching.decided import (  # fmt: skip
    PERSON,
    Judged,
    central_codes,
    everybody_of,
    judged,
    side_of,
)
from intake.matching.face import Key
from intake.matching.likeness import ENGINE
from intake.matching.lookup import NAMED, NAMES
from intake.matching.marked import ANY_KIND, marked_values
from intake.matching.memory import HUB
from intake.matching.reviewing import note_words
from intake.matching.weights import is_one_to_others
from intake.progress import Progress, Silent
from intake.register.fold import blob_of, id_of
from intake.register.tables import fingerprint
from intake.vault import Database, Vault
from intake.vault.database import Row

_TABLES = ("m_case", "m_sight", "m_clue", "m_key", "m_link", "m_shared", "m_due", "m_pair")  # fmt: skip
_NOTED = frozenset({"identifier", "suspect", "own_account", "evidence", "material"})
_STEP = 500
_CASES = ("one_case", "other_case")
_OLDER = {"one": "kept", "other": "joined", "one_case": "kept_case", "other_case": "joined_case"}  # fmt: skip
_CASE = "SELECT id, center, off, year, owner, training FROM m_case"
_LINK = f"SELECT {', '.join(one.name for one in fields(Judged))} FROM m_link"
_SAID = """
SELECT coalesce(center, ''), deleted IS NOT NULL OR coalesce(training, 0),
  CAST(substr(received_on, 1, 4) AS INTEGER) FROM r_case WHERE id = ?"""
# What a center wants destroyed here, and is here still.
_TAKEN_BACK = """
SELECT 1 FROM withdrawn_in w JOIN scope s ON s.scope = w.scope
  JOIN part p ON p.scope = s.id AND p.cls = w.cls WHERE w.scope = ? LIMIT 1"""


class Index:
    """Clues of one vault; a projection of its ledger, after the register."""

    def __init__(self, vault: Vault, progress: Progress | None = None) -> None:
        """Make it anew where what it is derived from has changed."""
        self._vault = vault
        self.ensure(progress or Silent())

    def ensure(self, progress: Progress) -> bool:
        """Bring it to this version; True where it was made anew."""
        with self._vault.reading() as db:
            kept = db.one("SELECT value FROM m_state WHERE name = 'of'")
            stale = _stale(db)
            same = not stale and _kept_central(db) == _central(db)
        if kept is None or kept[0] != _made_of():
            with self._vault.writing() as db:
                self.rebuild(db, progress)
            return True
        if not same:
            with self._vault.writing() as db:
                self.apply(db, [("case", id_of(case)) for case in stale])
        return False

    def apply(self, db: Database, dirty: Iterable[tuple[str, str]]) -> None:
        """Follow these records."""
        by: dict[str, set[bytes]] = {}
        for entity, eid in dirty:
            by.setdefault(entity, set()).add(blob_of(eid))
        turn = _Turn(db)
        turn.take_central()
        turn.take_cases(by.get("case", ()))
        turn.cases |= keep_postings(db, by.get("posting", ()))
        for entity in _NOTED & by.keys():
            turn.cases |= _cases_of(db, entity, by[entity])
        turn.take_shared(by.get("shared_value", ()))
        turn.follow()
        for entity in ("link", "merge", "record"):  # record: a scope to look at again
            turn.take_links(by.get(entity, ()))
        turn.take_links(_links_of(db, by.get("suspect", ()), "one", "other"))
        note_words(db, by)
        turn.note_due()

    def erase(self, db: Database, scope: Scope, cls: str) -> None:
        """Forget what was derived from a class of a scope."""
        del cls  # what is left of the others is derived again
        kind, _, record = scope.partition("/")
        turn = _Turn(db)
        if kind == "case":
            turn.take_cases((blob_of(record),))
            repost(db, blob_of(record))
            turn.cases.add(blob_of(record))
            turn.follow()
            turn.take_links(_links_of(db, (blob_of(record),), *_CASES))
        elif kind == "link":
            turn.take_links((blob_of(record),))
        else:
            turn.take_shared((blob_of(record),))
            turn.take_links((blob_of(record),))
        turn.note_due()

    def rebuild(self, db: Database, progress: Progress) -> None:
        """Derive everything again from the register."""
        for table in _TABLES:
            db.execute(f"DELETE FROM {table}")
        db.execute("DELETE FROM m_state WHERE name = 'central'")
        cases = [case for (case,) in db.all("SELECT id FROM r_case ORDER BY id")]
        with without_look_ups(db):
            for at in range(0, len(cases), _STEP):
                progress.step(at, len(cases), "progress-recognising")
                some = cases[at : at + _STEP]
                _Turn(db, quiet=True).take_cases(some)
                fill(db, some)
        turn = _Turn(db, quiet=True)
        turn.take_shared([one for (one,) in db.all("SELECT id FROM r_shared_value")])
        turn.take_central()
        db.execute("INSERT OR IGNORE INTO m_due SELECT id FROM m_sight")
        db.execute("INSERT OR REPLACE INTO m_state VALUES ('of', ?)", (_made_of(),))


def judge(db: Database) -> None:
    """Keep which cases count and which decisions stand, and no clue of anybody.

    For a register of a moment, where nothing is kept yet and nobody is compared.
    """
    for (case,) in db.all("SELECT id FROM r_case ORDER BY id"):
        row = _case_now(db, case)
        if row is not None:
            db.execute("INSERT INTO m_case VALUES (?, ?, ?, ?, ?, ?)", row)
    _Turn(db, quiet=True).take_central()


_HOLDERS = (
    "SELECT DISTINCT s.profile FROM m_key k JOIN m_sight s ON s.id = k.suspect "
    "WHERE k.kind = ? AND k.value = ? AND k.finds >= 0 LIMIT ?"
)


def _made_of() -> str:
    return f"2/{canonical.VERSION}/{ENGINE}/{fingerprint()}"


def _cases_of(db: Database, entity: str, records: Iterable[bytes]) -> set[bytes]:
    """Return the cases of these records, also of those of which no word is left."""
    found: set[bytes] = set()
    kept = "m_sight WHERE id" if entity == "suspect" else "m_clue WHERE record"
    for chunk in chunks(records):
        for table in (f"r_{entity} WHERE id", kept):
            sql = within(f'SELECT "case" FROM {table} IN (?*)', chunk)
            found |= {case for (case,) in db.all(sql, chunk) if case is not None}
    return found


def _case_now(db: Database, case: bytes) -> Row | None:
    """Return the row of a case as it should be; None where nothing is known of it."""
    said = db.one(_SAID, (case,))
    if said is None:
        return None
    center, off, year = said
    back = db.one(_TAKEN_BACK, (scope_of("case", id_of(case)),)) is not None
    side = side_of(db, case)
    return (case, center, int(off or back), year, side.center, int(side.training))


def _stale(db: Database) -> tuple[bytes, ...]:
    """Return the cases that centers named as taken back, and that are kept as something else."""
    rows = db.all("SELECT DISTINCT scope FROM withdrawn_in WHERE scope LIKE 'case/%'")
    named = (blob_of(scope.partition("/")[2]) for (scope,) in rows)
    return tuple(case for case in named if _case_now(db, case) != db.one(f"{_CASE} WHERE id = ?", (case,)))  # fmt: skip


def _links_of(db: Database, records: Iterable[bytes], *ends: str) -> set[bytes]:
    """Return the decisions that name one of these."""
    found: set[bytes] = set()
    for chunk in chunks(records):
        for end in ends:
            for of in (f"r_link WHERE {end}", f"r_merge WHERE {_OLDER[end]}"):
                sql = within(f"SELECT id FROM {of} IN (?*)", chunk)
                found |= {one for (one,) in db.all(sql, chunk)}
    return found


def _central(db: Database) -> str:
    return " ".join(sorted(central_codes(db)))


def _kept_central(db: Database) -> str:
    kept = db.one("SELECT value FROM m_state WHERE name = 'central'")
    return str(kept[0]) if kept is not None else " "


class _Turn:
    """One following: what changed, and who is due because of it."""

    def __init__(self, db: Database, *, quiet: bool = False) -> None:
        self._db, self._quiet = db, quiet
        self.cases: set[bytes] = set()
        self._more: Counter[Key] = Counter()
        self._fewer: Counter[Key] = Counter()
        self._told: set[Key] = set()  # many use it, or no longer
        self._due: set[bytes] = set()
        self._marked: dict[str, set[bytes]] = defaultdict(set)

    def take_central(self) -> None:
        """Judge every decision again where another center speaks as the central desk now."""
        now = _central(self._db)
        if _kept_central(self._db) != now:
            self._db.execute("INSERT OR REPLACE INTO m_state VALUES ('central', ?)", (now,))  # fmt: skip
            self.take_links(one for (one,) in self._db.all("SELECT id FROM r_link UNION SELECT id FROM r_merge"))  # fmt: skip

    def take_cases(self, cases: Iterable[bytes]) -> None:
        """Keep what a case is, as far as recognising asks; judge again what names it."""
        for case in cases:
            said = _case_now(self._db, case)
            kept = self._db.one(f"{_CASE} WHERE id = ?", (case,))
            if said == kept:
                continue
            self._db.execute("DELETE FROM m_case WHERE id = ?", (case,))
            links = () if self._quiet else sorted(_links_of(self._db, (case,), *_CASES))
            if said is not None:
                self._db.execute("INSERT INTO m_case VALUES (?, ?, ?, ?, ?, ?)", said)
            elif links and kept is not None:
                self._db.execute("INSERT OR REPLACE INTO m_was VALUES (?, ?, ?)", (case, *kept[4:]))  # fmt: skip
            if not self._quiet and (said and said[2]) != (kept and kept[2]):
                repost(self._db, case)
            self.cases.add(case)
            self.take_links(links)

    def take_shared(self, records: Iterable[bytes]) -> None:
        """Keep which values somebody said many use: by the record's id, a digest of the value."""
        for record in records:
            old = self._db.one("SELECT kind, shared FROM m_shared WHERE record = ?", (record,))  # fmt: skip
            new = self._db.one("SELECT coalesce(kind, ''), shared FROM r_shared_value WHERE id = ? AND deleted IS NULL AND shared IS NOT NULL", (record,))  # fmt: skip
            if old == new:
                continue
            self._db.execute("DELETE FROM m_shared WHERE record = ?", (record,))
            if new:
                self._db.execute("INSERT INTO m_shared VALUES (?, ?, ?)", (record, *new))  # fmt: skip
            for kind, _ in filter(None, (old, new)):
                self._marked[kind or ANY_KIND].add(record)

    def follow(self) -> None:
        """Derive the clues of every case that changed."""
        for case in sorted(self.cases):
            changed = keep_case(self._db, case)
            self._more.update(changed.more)
            self._fewer.update(changed.fewer)
            self._told |= changed.marked
            self._due |= changed.suspects
            for suspect in sorted(changed.regroup):
                if self._db.one("SELECT 1 FROM m_link WHERE one = ? OR other = ?", (suspect, suspect)):  # fmt: skip
                    self._regroup(suspect)

    def take_links(self, links: Iterable[bytes]) -> None:
        """Keep the decisions as they stand, and who is one by them."""
        for link in links:
            old = self._db.one(f"{_LINK} WHERE id = ?", (link,))
            made = judged(self._db, link)
            new = astuple(made) if made is not None else None
            if old == new:
                continue
            self._db.execute("DELETE FROM m_link WHERE id = ?", (link,))
            if new is not None:
                self._db.execute(f"INSERT INTO m_link VALUES ({', '.join('?' * len(new))})", new)  # fmt: skip
            told = [one for one in (old, new) if one is not None and one[1] == PERSON]
            for end in sorted({end for one in told for end in (one[2], one[5])}):
                self._regroup(end)

    def _regroup(self, suspect: bytes) -> None:
        """Give everybody who is, or was, one with a suspect the profile they have now."""
        before = self._db.one("SELECT profile FROM m_sight WHERE id = ?", (suspect,))
        were = [one for (one,) in self._db.all("SELECT id FROM m_sight WHERE profile = ?", before)] if before else []  # fmt: skip
        waiting = {suspect, *were}
        while waiting:
            members = {blob_of(one) for one in everybody_of(self._db, id_of(min(waiting))).members}  # fmt: skip
            waiting -= members
            self._settle(members)
        self._due.update(were)

    def _settle(self, members: set[bytes]) -> None:
        here: list[tuple[bytes, bytes]] = []
        for chunk in chunks(members):
            here += dict(self._db.all(within("SELECT id, profile FROM m_sight WHERE id IN (?*)", chunk), chunk)).items()  # fmt: skip
        if not here:
            return
        profile = min(one for one, _ in here)
        self._due.update(one for one, _ in here)
        moved = [(profile, one) for one, was in here if was != profile]
        if moved:
            self._db.executemany("UPDATE m_sight SET profile = ? WHERE id = ?", moved)
        for one, _ in here:  # each may hold a value with others now, or alone
            held = self._db.all("SELECT DISTINCT kind, value FROM m_key WHERE suspect = ? AND finds >= 0", (one,))  # fmt: skip
            self._more.update(held)
            self._fewer.update(held)

    def note_due(self) -> None:
        """Note whoever may be like somebody else now.

        One holder more of a value that many have is the same to all but the new one.
        """
        if self._quiet:
            return
        self._told.update(marked_values(self._db, self._marked))
        for key in self._more.keys() | self._fewer.keys() | self._told:
            more = self._more[key]
            now = len(self._db.all(_HOLDERS, (*key, HUB + more + 1)))
            fewest, most = max(now - more, 0), now + self._fewer[key]
            told = key in self._told and fewest <= HUB
            weighs = key[0] not in {NAMES, NAMED}
            if told or not is_one_to_others(fewest, most, HUB, weighs=weighs):
                self._db.execute("INSERT OR IGNORE INTO m_due SELECT suspect FROM m_key WHERE kind = ? AND value = ?", key)  # fmt: skip
        self._db.executemany("INSERT OR IGNORE INTO m_due VALUES (?)", [(one,) for one in self._due])  # fmt: skip
