"""Who is like whom in a vault (후보): the same answers as in memory, kept as rows.

* The kept set depends on what is in the vault and on nothing else. Only who is *due* is looked
  at again: whoever changed, and whoever shares a value that came, went or was marked.
* A value of very many is no way to find anybody; ``memory.HUB`` and ``CROWD`` say how many.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake.matching.clue_rows import crowd_at, sighting_of
from intake.matching.decided import about
from intake.matching.face import Face, Key, face_of
from intake.matching.grouping import refusal
from intake.matching.likeness import Likeness
from intake.matching.lookup import sought_by
from intake.matching.memory import CROWD, HUB
from intake.matching.near import slips
from intake.matching.score import compared, refused
from intake.matching.sighting import profile_of
from intake.matching.weights import LEAST_PROFILES
from intake.register.fold import blob_of, id_of
from intake.vault import Database

_HOLDERS = (
    "SELECT DISTINCT s.profile FROM m_key k JOIN m_sight s ON s.id = k.suspect "
    "WHERE k.kind = ? AND k.value = ? AND k.finds >= ? LIMIT ?"
)


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
        self._held: dict[Key, int] = {}
        self._many: int | None = None

    @property
    def profiles(self) -> int:
        """How many profiles there are, in steps of a twelfth, so that one more changes little."""
        if self._many is None:
            found = self._db.one("SELECT count(*) FROM m_sight")
            self._many = stepped(int(found[0]) if found else 0)
        return self._many

    def holders(self, kind: str, value: str) -> int:
        """How many profiles have a value; above the hub nobody counts on."""
        key = (kind, value)
        if key not in self._held:
            self._held[key] = len(self._db.all(_HOLDERS, (*key, 0, 2 * self._hub + 1)))
        return self._held[key]

    def is_shared(self, kind: str, value: str) -> bool:
        """Whether somebody marked a value so, or too many have it."""
        told = self._db.one("SELECT min(shared) FROM m_shared WHERE kind = ? AND value = ?", (kind, value))  # fmt: skip
        if told is not None and told[0] is not None:
            return bool(told[0]) or self.holders(kind, value) > self._hub
        marked = self._db.one("SELECT 1 FROM m_clue WHERE kind = ? AND value = ? AND shared = 1", (kind, value))  # fmt: skip
        return marked is not None or self.holders(kind, value) > self._hub

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
        decided = refusal(*sides, lambda ref: tuple(about(self._db, blob_of(ref))))
        return refused(found) if decided else found

    def alike(self, profile: str) -> Iterator[tuple[str, Likeness]]:
        """Yield whoever is found for a profile, also the weak and the withheld."""
        face = self.face(profile)
        for other in sorted(self._met(face) - {profile}):
            left, right = sorted((profile, other))
            found = self.between(self.face(left), self.face(right))
            if found.lines:
                yield other, found

    def _met(self, face: Face) -> set[str]:
        met: set[str] = set()
        for key in sought_by(face):
            met |= self._under(key, 1)
        for key in self._near(face):
            met |= self._under(key, 0)
        return met

    def _under(self, key: Key, finds: int) -> set[str]:
        rows = self._db.all(_HOLDERS, (*key, finds, self._hub + 1))
        return {id_of(one) for (one,) in rows} if len(rows) <= self._hub else set()

    def _near(self, face: Face) -> Iterator[Key]:
        for spot, mine in face.spots.items():
            crowd = crowd_at(self._db, spot, CROWD)
            for key in mine:
                yield from slips(key, crowd)


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
    kept: dict[tuple[bytes, bytes], int] = {}
    for one in map(blob_of, {*told, *profiles}):
        for left, right, ms in db.all("SELECT one, other, told_ms FROM m_pair WHERE one = ? UNION SELECT one, other, told_ms FROM m_pair WHERE other = ?", (one, one)):  # fmt: skip
            kept[left, right] = ms
            db.execute("DELETE FROM m_pair WHERE one = ? AND other = ?", (left, right))
    for profile in profiles:
        for other, found in world.alike(profile):
            left, right = sorted((profile, other))
            _keep(db, (blob_of(left), blob_of(right)), found, kept, now_ms)
    db.executemany("DELETE FROM m_due WHERE suspect = ?", [(blob_of(one),) for one in told])  # fmt: skip
    return len(profiles)


def _keep(db: Database, ends: tuple[bytes, bytes], found: Likeness, kept: dict[tuple[bytes, bytes], int], now: int) -> None:  # fmt: skip
    if found.word == "WEAK" and not found.withheld:
        return
    first = found.lines[0]
    speaks = sum(line.weight > 0 for line in found.lines)
    db.execute(
        "INSERT OR REPLACE INTO m_pair VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(*ends, found.kind, found.word, found.weight, found.withheld),
            *(first.says, first.kind, speaks, kept.get(ends, now)),
        ),
    )


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
