"""A workspace as it was at a position (그때의 등록부): in memory, only what counting asks for.

* The words are folded again from their bodies, by the same rules; nothing of today's register is
  taken over. Who is whom follows from the decisions as they stood, whose a case was from the
  handovers until then, who agreed to a court from the consents until then.
* First what decides: cases, decisions, handovers. Then what is counted, of the cases asked about
  and of no other. Nothing of it touches a disk, and it goes when nobody looks at it any more.
"""

# ruff: noqa: S608 - names of our own tables stand in a statement

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from typing_extensions import override

from intake.clock import Clock
from intake.desk.populations import Chosen, population_of
from intake.desk.positions import KeptPosition
from intake.desk.rooms import Rooms
from intake.errors import InvalidInput, NotFound
from intake.exchange.chain import first_of
from intake.exchange.handing import has_any, keep_owners
from intake.ids import RecordId, Scope, scope_of
from intake.ledger import Ledger
from intake.ledger.catalogue import chunks, within
from intake.ledger.places import PLACES
from intake.ledger.report import Conflict
from intake.ledger.then import Then, scopes_of
from intake.ledger.winners import Record
from intake.matching.index import judge
from intake.progress import Progress
from intake.register import VOCABULARY, Register
from intake.register.fold import blob_of, id_of
from intake.register.project import keep_all_counts, lay
from intake.vault import Database
from intake.vault.passing import PassingVault

_CORE = frozenset({"core"})
_SAID = frozenset({"core", "identity", "material"})
_COUNTED = frozenset({"person", "incident", "harm", "leak", "deletion_action", "posting", "support_action", "consent"})  # fmt: skip
_AT_ONCE = 500
_WHAT = "progress-counting-again"
_TABLES = (
    ("log", "id, log, device, center, parent, state, own, clock"),
    ("scope", "id, scope, owner"),
    ("erased", "part, ground, hlc, center, gone"),
)
_HANDED = (
    "select distinct op.entry from rec cross join op on op.rec = rec.id"
    " where rec.entity in ('handover', 'handover_answer')"
    " union select waiting.entry from waiting join entry on entry.id = waiting.entry"
    " where waiting.why = 'aside' and instr(entry.body, cast('\"handover' as blob)) > 0"
)
_BY_ENTRY = {
    "entry": "id, hlc, part, mark, salt, body from entry where id in (?*)",
    "waiting": "entry, why, batch from waiting where entry in (?*)",
    "op": "rec, field, hlc, tie, entry, base from op where entry in (?*)",
}


@dataclass(frozen=True, slots=True)
class Past:
    """The rooms as they were, whom the question was about then, and what is left of it."""

    rooms: Rooms
    chosen: Chosen
    kept: KeptPosition
    held: int  # entries of the position that are read now
    unclear: bool  # a place of it is claimed twice


class _PastLedger(Ledger):
    """What can be asked of a ledger that was: which words stood beside each other."""

    def __init__(self, position: str) -> None:
        self._position = position
        self.unsettled: list[Conflict] = []

    @override
    def conflicts(self, scope: Scope | None = None) -> tuple[Conflict, ...]:
        return tuple(one for one in self.unsettled if scope in {None, one.scope})

    @override
    def position_hash(self) -> str:
        return self._position


def past_of(
    rooms: Rooms,
    kept: KeptPosition,
    asked: tuple[str, str, str],
    day: str,
    progress: Progress,
) -> Past:
    """Return the workspace as it was at a position, as far as one question needs it.

    Raises:
        Cancelled: from ``progress``; nothing is left.
    """
    vault = PassingVault((rooms.vault.id, rooms.vault.device_id))
    try:
        with rooms.vault.one_moment() as db:
            making = _Making(rooms, db, vault, kept, _clock(day), progress)
            chosen = making.make(*asked)
            return Past(making.then, chosen, kept, making.read.held(), making.is_unclear)  # fmt: skip
    except BaseException:
        vault.close()
        raise


class _Making:
    """Makes one."""

    def __init__(
        self,
        rooms: Rooms,
        db: Database,
        vault: PassingVault,
        kept: KeptPosition,
        clock: Clock,
        progress: Progress,
    ) -> None:
        self._db, self._vault, self._kept = db, vault, kept
        self._reach = kept.position.here(db)
        self._progress = progress
        self.read = Then(db, VOCABULARY, self._reach, kept.stamp)
        register, self._ledger = Register(vault), _PastLedger(kept.hash)
        beside = replace(rooms.exchange, vault=vault, register=register, ledger=self._ledger)  # fmt: skip
        self.then = replace(rooms, vault=vault, register=register, ledger=self._ledger, exchange=beside, clock=clock)  # fmt: skip

    @property
    def is_unclear(self) -> bool:
        return bool(self._reach.unclear)

    def make(self, kind: str, about: str, court: str) -> Chosen:
        with self._vault.writing() as mem:
            self._copy(mem)
            self._decide(mem, kind, about)
            asked = self._asked(kind, about)
            self._count(mem, asked)
            if court:
                keep_all_counts(mem)
            return self._asked(kind, about, court) if court else asked

    def _asked(self, kind: str, about: str, court: str = "") -> Chosen:
        """Return whom it was about; nobody where what it was about is gone."""
        try:
            return population_of(self.then, kind, about, court)
        except (NotFound, InvalidInput):
            return Chosen(population_of(self.then, "NATION").population.only(()))

    # --- what decides -------------------------------------------------------------------

    def _copy(self, mem: Database) -> None:
        """Take over what is in no entry: names of logs and scopes, orders, who is who."""
        for table, columns in _TABLES:
            _put(mem, table, columns, self._db.all(f"select {columns} from {table}"))
        columns = "code, kind, name, ca, made, accepted, own, card"
        every = self._db.all(f"select {columns} from enrolment")
        told = [(code, "central" if code in self._kept.central else "center", *rest) for code, _, *rest in every]  # fmt: skip
        _put(mem, "enrolment", columns, told)
        for number, scope in mem.all("select id, scope from scope where scope like 'case/%'") if self._kept.away else ():  # fmt: skip
            if self._kept.is_away(Scope(scope)):
                _put(mem, "part", "scope, cls", [(number, "core")])
                _put(mem, "withdrawn_in", "party, scope, cls, said", [("", scope, "core", 0)])  # fmt: skip

    def _decide(self, mem: Database, kind: str, about: str) -> None:
        self._lay(mem, scopes_of(self._db, ("case",)), ("case", "handover"), _CORE)
        self._lay(mem, scopes_of(self._db, ("link",)), ("link",), _CORE)
        self._lay(mem, self._records(), ("merge", "handover_answer"), _SAID)
        self._lay(mem, self._of_suspects(mem, kind, about), ("suspect",), ("suspect",))
        self._hand_over(mem)
        judge(mem)

    def _records(self) -> Iterator[Scope]:
        """Yield the scopes in which such records are: few among a center's books."""
        sql = (
            "select distinct scope.scope from rec join scope on scope.id = rec.scope"
            " where rec.entity in ('merge', 'handover_answer') order by scope.scope"
        )
        return (Scope(scope) for (scope,) in self._db.all(sql))

    def _of_suspects(self, mem: Database, kind: str, about: str) -> Iterator[Scope]:
        """Yield the cases whose suspects decide: those of decisions, and of whom is asked about."""
        both = mem.all("select one_case, other_case from r_link union select kept_case, joined_case from r_merge")  # fmt: skip
        cases = {case for pair in both for case in pair if case is not None}
        named = {blob_of(about)} if kind == "PROFILE" else set()
        named |= {one for both in mem.all("select kept, joined from r_merge") for one in both if one}  # fmt: skip
        found = {scope_of("case", id_of(case)) for case in cases}
        for chunk in chunks(sorted(named)):
            sql = "select scope.scope from rec join scope on scope.id = rec.scope where rec.entity = 'suspect' and rec.eid in (?*)"  # fmt: skip
            found |= {Scope(scope) for (scope,) in self._db.all(within(sql, chunk), chunk)}  # fmt: skip
        yield from sorted(found)

    def _hand_over(self, mem: Database) -> None:
        """Follow the handovers until then: whose a case was, and not whose it is."""
        if not has_any(self._db):
            return
        firsts = self._db.all("select name, text from fact where name like 'handed-first/%'")  # fmt: skip
        _put(mem, "fact", "name, text", firsts)
        _put(mem, "segment", "id, log, n, count, bytes, state", self._db.all("select id, log, n, count, bytes, state from segment"))  # fmt: skip
        mem.execute("delete from part")
        _put(mem, "part", "id, scope, cls", self._db.all("select id, scope, cls from part"))  # fmt: skip
        _put(mem, "name", "id, name", self._db.all("select id, name from name"))
        recs = self._db.all("select id, eid, entity, scope from rec where entity in ('handover', 'handover_answer')")  # fmt: skip
        _put(mem, "rec", "id, eid, entity, scope", recs)
        known = [one for (one,) in self._db.all(_HANDED) if one % PLACES < self._reach.limits.get(one // PLACES, 0)]  # fmt: skip
        for chunk in chunks(known):
            for table, rest in _BY_ENTRY.items():
                rows = self._db.all(within(f"select {rest}", chunk), chunk)
                _put(mem, table, rest.partition(" from ")[0], rows)
        self._first_owners(mem)
        keep_owners(mem)

    def _first_owners(self, mem: Database) -> None:
        """Give every case that ever went over back to whoever had it first."""
        told = mem.all("select distinct s.scope from rec join scope s on s.id = rec.scope where rec.entity = 'handover'")  # fmt: skip
        for (scope,) in told:
            mem.execute("update scope set owner = ? where scope = ?", (first_of(mem, scope), scope))  # fmt: skip

    # --- what is counted -------------------------------------------------------------------

    def _count(self, mem: Database, chosen: Chosen) -> None:
        scopes = (scope_of("case", case) for case in sorted(chosen.population.cases))
        self._lay(mem, scopes, _COUNTED, _SAID, len(chosen.population.cases))

    def _lay(
        self,
        mem: Database,
        scopes: Iterable[Scope],
        entities: Iterable[str],
        classes: Iterable[str],
        total: int = 0,
    ) -> None:
        kinds, read = frozenset(entities), frozenset(classes)
        waiting: list[Record] = []
        for done, scope in enumerate(scopes):
            self._progress.step(done, total, _WHAT)
            waiting += self.read.records(scope, kinds, read)
            if len(waiting) > _AT_ONCE:
                self._keep(mem, waiting)
                waiting = []
        self._keep(mem, waiting)

    def _keep(self, mem: Database, records: list[Record]) -> None:
        lay(mem, records)
        for one in records:
            if one.entity == "consent":
                self._ledger.unsettled += (Conflict(one.entity, RecordId(one.eid), name, one.scope, ()) for name in sorted(one.conflicts))  # fmt: skip


def _put(mem: Database, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:  # fmt: skip
    marks = ", ".join("?" * len(columns.split(", ")))
    mem.executemany(f"insert or ignore into {table} ({columns}) values ({marks})", rows)  # type: ignore[arg-type]


def _clock(day: str) -> Clock:
    """Return a clock that stands at noon of the day on which it was frozen."""
    try:
        noon = dt.datetime.fromisoformat(f"{day}T12:00:00").astimezone()
    except ValueError:
        return Clock()
    return Clock(wall=lambda: int(noon.timestamp() * 1000))
