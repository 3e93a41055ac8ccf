"""Who is like whom in a vault (후보): the same answers as in memory, kept as rows.

* The kept set depends on what is in the vault and on nothing else. Only who is *due* is looked
  at again: whoever changed, and whoever shares a value that came, went or was marked.
* A value of very many is no way to find anybody; ``memory.HUB`` and ``CROWD`` say how many.
"""

import math
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from intake.matching.clue_rows import crowd_at, sighting_of
from intake.matching.decided import about
from intake.matching.face import Face, Key, Spot, face_of
from intake.matching.grouping import refusal
from intake.matching.likeness import Likeness
from intake.matching.marked import is_marked
from intake.matching.meeting import met
from intake.matching.memory import CROWD, HUB
from intake.matching.same import Decision
from intake.matching.score import compared, refused
from intake.matching.sighting import profile_of
from intake.matching.weights import LEAST_PROFILES
from intake.register.fold import blob_of, id_of
from intake.vault import Database

Ends: TypeAlias = tuple[bytes, bytes]  # the lesser id first
PairRow: TypeAlias = tuple[bytes | str | int, ...]

_STANDING = (
    "SELECT s.profile, max(k.finds) FROM m_key k JOIN m_sight s ON s.id = k.suspect "
    "WHERE k.kind = ? AND k.value = ? AND k.finds >= 0 GROUP BY s.profile LIMIT ?"
)
_CROWDS = 64  # kept at a time


@dataclass(frozen=True, slots=True)
class Pair:
    """One kept likeness of two profiles."""

    one: str
    other: str
    kind: str
    word: str
    weight: int
    withheld: str
    says: str
    says_kind: str
    reasons: int
    told_ms: int

    @property
    def id(self) -> str:
        """The name of the candidate."""
        return f"{self.one}.{self.other}"


class Holding:
    """The world of one vault, for as long as nothing is written."""

    def __init__(self, db: Database, hub: int = HUB) -> None:
        """Look into ``db``; ``hub`` is how many may hold a value that still finds somebody."""
        self._db, self._hub = db, hub
        self._faces: dict[str, Face] = {}
        self._under: dict[Key, Mapping[str, int]] = {}
        self._shared: dict[Key, bool] = {}
        self._crowds: dict[Spot, dict[Key, str]] = {}
        self._many: int | None = None

    @property
    def profiles(self) -> int:
        """How many profiles there are, in steps of a twelfth, so that one more changes little."""
        if self._many is None:
            found = self._db.one("SELECT count(*) FROM m_sight")
            self._many = stepped(int(found[0]) if found else 0)
        return self._many

    def holders(self, kind: str, value: str) -> int:
        """How many profiles have a value; above twice the hub nobody counts on."""
        return len(self._standing((kind, value)))

    def is_shared(self, kind: str, value: str) -> bool:
        """Whether somebody marked a value so, or too many have it."""
        key = (kind, value)
        if key not in self._shared:
            self._shared[key] = self.is_hub(key) or self._is_marked(key)
        return self._shared[key]

    def is_hub(self, key: Key) -> bool:
        """Whether so many have a value that it finds nobody."""
        return self.holders(*key) > self._hub

    def found_by(self, key: Key) -> Collection[str]:
        """Return who is found by a key."""
        return [one for one, finds in self._standing(key).items() if finds]

    def holding(self, key: Key) -> Collection[str]:
        """Return who has a value."""
        return self._standing(key).keys()

    def crowd(self, spot: Spot) -> Mapping[Key, str]:
        """Return the values with the same first or last letters; none where there are too many."""
        if spot not in self._crowds:
            if len(self._crowds) >= _CROWDS:
                self._crowds.clear()
            self._crowds[spot] = crowd_at(self._db, spot, CROWD)
        return self._crowds[spot]

    def _standing(self, key: Key) -> Mapping[str, int]:
        """Return who has a value, and whether it finds them."""
        if key not in self._under:
            rows = self._db.all(_STANDING, (*key, 2 * self._hub + 1))
            self._under[key] = {id_of(one): finds for one, finds in rows}
        return self._under[key]

    def _is_marked(self, key: Key) -> bool:
        told = is_marked(self._db, key)
        if told is not None:
            return told
        marked = self._db.one("SELECT 1 FROM m_clue WHERE kind = ? AND value = ? AND shared = 1", key)  # fmt: skip
        return marked is not None

    def profile_at(self, suspect: str) -> str:
        """Return the profile of a suspect; empty where they are not compared."""
        found = self._db.one("SELECT profile FROM m_sight WHERE id = ?", (blob_of(suspect),))  # fmt: skip
        return id_of(found[0]) if found else ""

    def face(self, profile: str) -> Face:
        """Return a profile as it is compared."""
        if profile not in self._faces:
            rows = self._db.all("SELECT id FROM m_sight WHERE profile = ?", (blob_of(profile),))  # fmt: skip
            self._faces[profile] = self.face_of(id_of(one) for (one,) in rows)
        return self._faces[profile]

    def face_of(self, suspects: Iterable[str]) -> Face:
        """Return some suspects as one, whether they are or not."""
        seen = (sighting_of(self._db, blob_of(one)) for one in suspects)
        return face_of(profile_of(one for one in seen if one is not None))

    def between(self, one: Face, other: Face) -> Likeness:
        """Return how alike two are, and whether somebody said that they are not one."""
        found = compared(one, other, self)
        sides = one.profile.members, other.profile.members
        return refused(found) if refusal(*sides, self._about) else found

    def alike(self, profile: str, aside: Container[str] = ()) -> Iterator[tuple[str, Likeness]]:  # fmt: skip
        """Yield whoever is found for a profile, also the weak and the withheld.

        ``aside`` was compared with everybody already, and so with this one.
        """
        for other in sorted(met(self.face(profile), self) - {profile}):
            if other in aside:
                continue
            left, right = sorted((profile, other))
            found = self.between(self.face(left), self.face(right))
            if found.lines:
                yield other, found

    def _about(self, suspect: str) -> Iterable[Decision]:
        return tuple(about(self._db, blob_of(suspect)))


def stepped(profiles: int) -> int:
    """Return a number of profiles, rounded up in steps of a twelfth of a doubling."""
    if profiles <= LEAST_PROFILES:
        return LEAST_PROFILES
    steps = math.ceil(12 * math.log2(profiles / LEAST_PROFILES))
    return round(LEAST_PROFILES * 2 ** (steps / 12))


# --- what is kept ---------------------------------------------------------------------------------


def due(db: Database, most: int = -1) -> list[str]:
    """Return the suspects that have to be looked at again."""
    return [id_of(one) for (one,) in db.all("SELECT suspect FROM m_due LIMIT ?", (most,))]  # fmt: skip


def all_due_where_grown(db: Database) -> None:
    """Let everybody be due where so many came that a word may mean something else."""
    found = db.one("SELECT count(*) FROM m_sight")
    now = str(stepped(int(found[0]) if found else 0))
    kept = db.one("SELECT value FROM m_state WHERE name = 'profiles'")
    if kept is None or kept[0] != now:
        db.execute("INSERT OR REPLACE INTO m_state VALUES ('profiles', ?)", (now,))
        if kept is not None:
            db.execute("INSERT OR IGNORE INTO m_due SELECT id FROM m_sight")


def settle(db: Database, suspects: Iterable[str], now_ms: int, hub: int = HUB) -> int:
    """Look again at these suspects' profiles; return how many were looked at."""
    told = tuple(dict.fromkeys(suspects))
    world = Holding(db, hub)
    profiles = dict.fromkeys(filter(None, map(world.profile_at, told)))
    kept: dict[Ends, int] = {}
    for one in map(blob_of, {*told, *profiles}):
        kept |= {(left, right): ms for left, right, ms in db.all(_TOUCHING, (one, one))}
    looked: set[str] = set()
    rows: list[PairRow] = []
    for profile in profiles:
        rows += rows_for(profile, world.alike(profile, looked), kept, now_ms)
        looked.add(profile)
    keep(db, told, kept, rows)
    return len(profiles)


_TOUCHING = (
    "SELECT one, other, told_ms FROM m_pair WHERE one = ? "
    "UNION SELECT one, other, told_ms FROM m_pair WHERE other = ?"
)


def rows_for(profile: str, found: Iterable[tuple[str, Likeness]], told_ms: Mapping[Ends, int], now_ms: int) -> Iterator[PairRow]:  # fmt: skip
    """Yield what is kept of the likenesses of a profile; the weak are not."""
    for other, one in found:
        if one.word == "WEAK" and not one.withheld:
            continue
        left, right = sorted(map(blob_of, (profile, other)))
        first = one.lines[0]
        speaks = sum(line.weight > 0 for line in one.lines)
        told = told_ms.get((left, right), now_ms)
        yield left, right, one.kind, one.word, one.weight, one.withheld, first.says, first.kind, speaks, told  # fmt: skip


def keep(db: Database, told: Iterable[str], gone: Iterable[Ends], rows: Iterable[PairRow]) -> None:  # fmt: skip
    """Put what was found in the place of what was kept; these suspects are due no longer."""
    db.executemany("DELETE FROM m_pair WHERE one = ? AND other = ?", gone)
    db.executemany("INSERT OR REPLACE INTO m_pair VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)  # fmt: skip
    db.executemany("DELETE FROM m_due WHERE suspect = ?", [(blob_of(one),) for one in told])  # fmt: skip


_PAIR = "SELECT one, other, kind, word, weight, withheld, says, says_kind, reasons, told_ms FROM m_pair"  # fmt: skip


def pairs(db: Database, where: str = "", values: tuple[bytes | str | int, ...] = ()) -> tuple[Pair, ...]:  # fmt: skip
    """Return kept likenesses, the strongest first."""
    rows = db.all(f"{_PAIR} {where} ORDER BY weight DESC, one, other", values)
    return tuple(Pair(id_of(one), id_of(other), *rest) for one, other, *rest in rows)


def pairs_of(db: Database, profile: str) -> tuple[Pair, ...]:
    """Return the kept likenesses of one profile."""
    return pairs(db, "WHERE one = ?1 OR other = ?1", (blob_of(profile),))


def profiles_in(db: Database, case: str) -> tuple[str, ...]:
    """Return the profiles that the suspects of a case belong to."""
    rows = db.all('SELECT DISTINCT profile FROM m_sight WHERE "case" = ? ORDER BY 1', (blob_of(case),))  # fmt: skip
    return tuple(id_of(one) for (one,) in rows)
