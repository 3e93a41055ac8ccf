"""Everybody in a vault compared at once, in memory (전체 다시 견주기): as row by row, only sooner.

* Read once in the order of the tables, then nothing is looked up any more. Faces are worked out
  when somebody meets them; each pair is compared once.
* Written in pieces. What was written stands, also where somebody cancels; the rest stays due,
  and the next one goes on with it.
* Where anything else was written in between, everything is read again.
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter

from typing_extensions import override

from intake.matching.face import Face, Key, Spot, face_of, slip_of
from intake.matching.holding import Ends, Holding, PairRow, due, keep, rows_for, stepped
from intake.matching.marked import mark_of, marks
from intake.matching.memory import CROWD, HUB
from intake.matching.noted import VICTIM
from intake.matching.same import Decision
from intake.matching.sighting import Mark, Sighting, profile_of
from intake.progress import Progress
from intake.register.fold import blob_of, id_of
from intake.vault import Database, Vault
from intake.vault.database import Row

_AT_ONCE = 500  # suspects in one transaction, well below a second
_FACES = 20_000  # kept at a time: some four kilobytes each
_BEAT = 5_000  # rows read between two looks whether somebody cancelled
_SPOT = "~spot:"


class Whole(Holding):
    """The world of one vault, read into memory; the answers are ``Holding``'s."""

    def __init__(self, db: Database, hub: int, beat: Callable[[], None]) -> None:
        """Read everybody; ``beat`` is called now and then, and may raise."""
        super().__init__(db, hub)
        self._beat = beat
        self._ids: dict[bytes, str] = {}
        self._profile: dict[str, str] = {}
        self._members: dict[str, list[str]] = defaultdict(list)
        self._said: dict[str, tuple[str, str, int | None, int | None, str, str, str]] = {}  # fmt: skip
        self._marks: dict[str, list[Mark]] = defaultdict(list)
        self._own: dict[str, frozenset[Key]] = {}
        self._apart: dict[str, list[Decision]] = defaultdict(list)
        self._marked: dict[Key, bool] = {}
        self._said_shared: dict[bytes, bool] = {}
        self._touching: dict[str, list[tuple[str, Ends]]] = defaultdict(list)
        self.told_ms: dict[Ends, int] = {}
        self._crowded: dict[Spot, dict[Key, str]] = {}
        self._read_suspects()
        self._read_clues()
        self._read_decisions()
        self._read_keys()

    # --- what is asked ------------------------------------------------------------------------

    @property
    @override
    def profiles(self) -> int:
        """How many profiles there are, in steps."""
        if self._many is None:
            self._many = stepped(len(self._profile))
        return self._many

    @override
    def profile_at(self, suspect: str) -> str:
        """Return the profile of a suspect; empty where they are not compared."""
        return self._profile.get(suspect, "")

    @override
    def face(self, profile: str) -> Face:
        """Return a profile as it is compared."""
        if profile not in self._faces:
            if len(self._faces) >= _FACES:
                self._faces.clear()
            some = (self._sighting(one) for one in self._members[profile])
            self._faces[profile] = face_of(profile_of(one for one in some if one is not None))  # fmt: skip
        return self._faces[profile]

    @override
    def crowd(self, spot: Spot) -> Mapping[Key, str]:
        """Return the values with the same first or last letters."""
        return self._crowded.get(spot, {})

    def kept_of(self, ids: Iterable[str], aside: Collection[str]) -> set[Ends]:
        """Return the kept pairs of some, but those with whom they were compared just now."""
        return {ends for one in ids for other, ends in self._touching.get(one, ()) if other not in aside}  # fmt: skip

    @override
    def _standing(self, key: Key) -> Mapping[str, int]:
        return self._under.get(key, _NOBODY)

    @override
    def _is_marked(self, key: Key) -> bool:
        told = (
            self._said_shared.get(blob_of(mark_of(*key))) if self._said_shared else None
        )
        return self._marked.get(key, False) if told is None else told

    @override
    def _about(self, suspect: str) -> Iterable[Decision]:
        return self._apart.get(suspect, ())

    def _sighting(self, suspect: str) -> Sighting | None:
        if suspect not in self._said:
            return None
        case, center, age, year, sex, region, approach = self._said[suspect]
        marks = sorted(self._marks.get(suspect, ()), key=lambda one: (one.kind, one.value, one.record))  # fmt: skip
        own = self._own.get(case, frozenset())
        return Sighting(suspect, case, center, tuple(marks), age, year, sex, region, approach, own)  # fmt: skip

    # --- reading ------------------------------------------------------------------------------

    def _each(self, sql: str) -> Iterator[Row]:
        for at, row in enumerate(self._db.each(sql)):
            if at % _BEAT == 0:
                self._beat()
            yield row

    def _read_suspects(self) -> None:
        cases = {case: (id_of(case), center, year) for case, center, year in self._each("SELECT id, center, year FROM m_case")}  # fmt: skip
        for one, case, profile, age, *rest in self._each('SELECT id, "case", profile, age, sex, region, approach FROM m_sight'):  # fmt: skip
            ref = self._ids[one] = id_of(one)
            of = ref if profile == one else self._ids.get(profile) or id_of(profile)
            self._profile[ref] = of
            self._members[of].append(ref)
            if case in cases:
                name, center, year = cases[case]
                self._said[ref] = (name, center, age, year, *rest)

    def _read_clues(self) -> None:
        once: dict[str, str] = {}
        own: dict[str, set[Key]] = defaultdict(set)
        for case, suspect, record, kind, value, cls, role, shared, masked, start, end in self._each(_CLUES):  # fmt: skip
            kind, value = once.setdefault(kind, kind), once.setdefault(value, value)  # noqa: PLW2901
            if role == VICTIM:
                own[id_of(case)].add((kind, value))
            else:
                seen = once.setdefault(start, start), once.setdefault(end, end)
                mark = Mark(id_of(record), kind, value, once.setdefault(cls, cls), once.setdefault(role, role), shared, masked, *seen)  # type: ignore[arg-type]  # fmt: skip
                self._marks[self._ids.get(suspect, "")].append(mark)
            if shared:
                self._marked[kind, value] = True
        self._own = {case: frozenset(keys) for case, keys in own.items()}

    def _read_decisions(self) -> None:
        self._said_shared = marks(self._db)
        for link, one, other in self._db.all("SELECT id, one, other FROM m_link WHERE joins < 0 AND kind = 'same_person'"):  # fmt: skip
            told = Decision(id_of(link), id_of(one), id_of(other), same=False)
            for ref in (told.one, told.other):
                self._apart[ref].append(told)
        for left, right, ms in self._each("SELECT one, other, told_ms FROM m_pair"):
            self.told_ms[left, right] = ms
            one, other = id_of(left), id_of(right)
            self._touching[one].append((other, (left, right)))
            self._touching[other].append((one, (left, right)))

    def _read_keys(self) -> None:
        """Keep what two or more have; a value of one is found where it is asked for: nowhere."""
        for key, rows in groupby(self._each(_KEYS), key=itemgetter(0, 1)):
            if key[0].startswith(_SPOT):
                crowd = {row[4:] for row in rows}
                if 1 < len(crowd) <= CROWD:
                    told = {value: slip_of(value)[1] for value in crowd}
                    self._crowded[key[0].removeprefix(_SPOT), key[1]] = told
                continue
            here: dict[str, int] = {}
            for _, _, finds, suspect, *_ in rows:
                of = self._profile.get(self._ids.get(suspect, ""))
                if of is not None and (of in here or len(here) <= 2 * self._hub):
                    here[of] = max(finds, here.get(of, 0))
            if len(here) > 1:
                self._under[key] = here


_NOBODY: Mapping[str, int] = {}
_CLUES = 'SELECT "case", suspect, record, kind, value, cls, role, shared, masked, seen_from, seen_to FROM m_clue'  # fmt: skip
_KEYS = """
SELECT kind, value, finds, suspect, of_kind, of_value FROM (
  SELECT *, count(*) OVER (PARTITION BY kind, value) AS many FROM m_key
) WHERE many > 1 ORDER BY kind, value"""


def settle_all(vault: Vault, now: Callable[[], int], progress: Progress, hub: int = HUB, at_once: int = _AT_ONCE) -> int:  # fmt: skip
    """Look at everybody who is due; return how many profiles were looked at.

    Raises:
        Cancelled: from ``progress``; whoever was looked at stays so, the rest stays due.
    """
    looked = 0
    try:
        while True:
            with vault.writing() as db:
                if not due(db, 1):
                    return looked
                run = _Run(db, hub, at_once, progress)
                run.look(db, now())  # some are done before anybody else writes
            while run.waiting:
                with vault.writing() as db:
                    if not run.is_alone(db):
                        break
                    run.look(db, now())
            looked += len(run.looked)
    finally:
        gc.unfreeze()


class _Run:
    """One going through everybody who is due, until somebody else writes."""

    def __init__(self, db: Database, hub: int, at_once: int, progress: Progress) -> None:  # fmt: skip
        self._at_once, self._progress = at_once, progress
        self.waiting, self.looked = due(db), set[str]()
        self._total, self._stamp = len(self.waiting), _changes(db)
        with _unswept():
            world = self._world = Whole(db, hub, self._beat)
        self.waiting.sort(key=lambda one: (world.profile_at(one), one))

    def _beat(self) -> None:
        self._progress.step(self._total - len(self.waiting), self._total, "progress-likenesses")  # fmt: skip

    def is_alone(self, db: Database) -> bool:
        """Whether nothing else was written since."""
        return _changes(db) == self._stamp

    def look(self, db: Database, now_ms: int) -> None:
        """Look at the next few."""
        self._beat()
        some = self.waiting[: self._at_once]
        gone, rows = self._compare(some, now_ms)
        keep(db, some, gone, rows)
        del self.waiting[: self._at_once]
        self._stamp = _changes(db)

    def _compare(self, some: list[str], now_ms: int) -> tuple[set[Ends], list[PairRow]]:
        """Return which kept pairs go and which come."""
        profiles = dict.fromkeys(filter(None, map(self._world.profile_at, some)))
        fresh = [one for one in profiles if one not in self.looked]
        gone = self._world.kept_of({*some, *fresh} - self.looked, self.looked)
        rows: list[PairRow] = []
        for profile in fresh:
            found = self._world.alike(profile, self.looked)
            rows += rows_for(profile, found, self._world.told_ms, now_ms)
            self.looked.add(profile)
        return gone, rows


def _changes(db: Database) -> int:
    """Return how many rows this vault's only writer has changed so far."""
    found = db.one("SELECT total_changes()")
    return int(found[0]) if found else 0


@contextmanager
def _unswept() -> Iterator[None]:
    """Let the collector pass over what is read: nothing of it refers back to itself."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if swept:
            gc.enable()
