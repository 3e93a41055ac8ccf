"""What a file would change (미리 보기): every fact beside what is here; nothing is written.

* new: nobody has spoken of it, or an undo took it back; here: all of it is known; changed.
* Refused: it belongs to another case, was withdrawn by a person, or its part was destroyed.
* What another system numbered counts once, in whichever list or case it comes again.
* What only its own verb says of a case that is here (a consent, a step of custody, a hold) is
  not said by a file: the record is refused, a field of a case is set aside and counted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from intake.consent.reserved import CHAINED, stays
from intake.ids import scope_of
from intake.interchange.facts import Fact, Gathered, Key, Refusal
from intake.ledger.erasure import is_destroyed
from intake.progress import Progress
from intake.register import SCHEMA, ListQuery, Register, Row, Value
from intake.vault import Vault

_AT_ONCE = 500
_ASIDE = "import-left-guarded"
UNDONE = "undo"  # the reason under which an undo withdraws what was brought in


@dataclass(frozen=True, slots=True)
class Change:
    """A record and the fields that would be said of it."""

    fact: Fact
    said: Mapping[str, Value] = field(repr=False)
    new: bool


@dataclass(slots=True)
class Compared:
    """What bringing a file in would do."""

    changes: list[Change] = field(default_factory=list)
    new: int = 0  # rows
    changed: int = 0
    here: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    twice: int = 0
    records: dict[str, int] = field(default_factory=dict)  # new records by entity
    cases: tuple[str, ...] = ()
    left: dict[str, int] = field(default_factory=dict)

    def keep_only_new(self) -> None:
        """Leave what is here already as it is."""
        self.changes = [one for one in self.changes if one.new]
        self.here, self.changed = self.here + self.changed, 0
        cases = (one.fact.case for one in self.changes if one.fact.case)
        self.cases = tuple(dict.fromkeys(cases))


class Comparing:
    """Compares what was gathered with the register."""

    def __init__(self, vault: Vault, register: Register) -> None:
        """Read from these."""
        self._vault, self._register = vault, register
        self._destroyed: dict[tuple[str, str], bool] = {}
        self._stood: dict[str, bool] = {}
        self._aside = 0

    def compare(self, gathered: Gathered, progress: Progress) -> Compared:
        """Return what would change."""
        states: dict[Key, str] = {}
        changes: dict[Key, Change] = {}
        total = len(gathered.facts)
        with self._vault.reading():
            for done, (facts, rows) in enumerate(self._pairs(gathered)):
                progress.step(min(done * _AT_ONCE, total), total, "progress-comparing")
                for fact in facts:
                    state, change = self._judge(fact, rows.get(fact.id))
                    states[fact.key] = state
                    if change is not None:
                        changes[fact.key] = change
        if self._aside:
            gathered.left[_ASIDE] = gathered.left.get(_ASIDE, 0) + self._aside
        return _counted(gathered, states, changes)

    def _pairs(self, gathered: Gathered) -> Iterator[tuple[list[Fact], dict[str, Row]]]:
        by_entity: dict[str, list[Fact]] = {}
        for fact in gathered.facts.values():
            by_entity.setdefault(fact.entity, []).append(fact)
        for entity, facts in by_entity.items():
            for start in range(0, len(facts), _AT_ONCE):
                some = facts[start : start + _AT_ONCE]
                yield some, self._rows(entity, [fact.id for fact in some])

    def _rows(self, entity: str, ids: Sequence[str]) -> dict[str, Row]:
        query = ListQuery(entity, among=tuple(ids), gone=True)
        return {row.id: row for row in self._register.first(query, -1)}

    def _judge(self, fact: Fact, row: Row | None) -> tuple[str, Change | None]:
        entity = SCHEMA[fact.entity]
        if row is not None and entity.in_case and row["case"] != fact.case:
            return ("here" if fact.counted_outside else "other-case"), None
        revived = row is not None and row["deleted"] == UNDONE
        if row is not None and row.gone and not revived:
            return "withdrawn", None
        said = _difference(fact, None if revived else row)
        if self._is_kept(fact, None if revived else row, said):
            return "kept-here", None
        if revived:
            said["deleted"] = None
        if said and self._is_destroyed(fact, said):
            return "destroyed", None
        new = row is None or revived
        if not said:
            return "here", None
        return ("new" if new else "changed"), Change(fact, said, new)

    def _is_kept(self, fact: Fact, row: Row | None, said: dict[str, Value]) -> bool:
        """Whether a record must stay as it is here; a case only keeps some of its fields."""
        entity = fact.entity
        if row is None:
            return self._is_added_to(fact)
        kept = [n for n, value in said.items() if stays(entity, n, row[n], value)]
        if entity == "case":
            for name in kept:
                del said[name]
            self._aside += len(kept)
            return False
        return any(row[name] is not None or entity in CHAINED for name in kept)

    def _is_added_to(self, fact: Fact) -> bool:
        """Whether a file would add to a chain, or an agreement, of a case that is here."""
        if fact.entity == "merge":
            return False
        agrees = fact.entity == "consent" and fact.values.get("decision") == "AGREED"
        return (fact.entity in CHAINED or agrees) and self._is_here(fact.case)

    def _is_here(self, case: str) -> bool:
        if case not in self._stood:
            row = self._register.get("case", case)
            self._stood[case] = row is not None and not row.gone
        return self._stood[case]

    def _is_destroyed(self, fact: Fact, said: Mapping[str, Value]) -> bool:
        classes = {SCHEMA[fact.entity].by_name[name].cls for name in said}
        return any(self._part_destroyed(scope_name(fact), cls) for cls in classes)

    def _part_destroyed(self, scope: str, cls: str) -> bool:
        if (scope, cls) not in self._destroyed:
            with self._vault.reading() as db:
                self._destroyed[scope, cls] = is_destroyed(db, scope, cls)
        return self._destroyed[scope, cls]


def scope_name(fact: Fact) -> str:
    """Return the scope a fact is said in."""
    entity = SCHEMA[fact.entity]
    if entity.scope == "case":
        return scope_of("case", fact.case)
    return scope_of("record", fact.id)


def _difference(fact: Fact, row: Row | None) -> dict[str, Value]:
    """Return the fields a fact would say that are not so already."""
    if row is None:
        said = {
            **fact.defaults,
            **{n: v for n, v in fact.values.items() if v is not None},
        }
        if SCHEMA[fact.entity].in_case:
            said = {"case": fact.case, **said}
        return said
    return {
        name: value
        for name, value in fact.values.items()
        if value is not None and row[name] != value
    }


_RANK = {"here": 0, "changed": 1, "new": 2}


def _counted(
    gathered: Gathered, states: Mapping[Key, str], changes: Mapping[Key, Change]
) -> Compared:
    found = Compared(
        refusals=list(gathered.refusals), twice=gathered.twice, left=gathered.left
    )
    wanted: set[Key] = set()
    for row, keys in gathered.rows:
        bad = next((states[key] for key in keys if states[key] not in _RANK), None)
        if bad is not None:
            found.refusals.append(Refusal(row, "", bad))
            continue
        wanted.update(keys)
        state = max(
            (states[key] for key in keys), key=_RANK.__getitem__, default="here"
        )
        setattr(found, state, getattr(found, state) + 1)
    _keep_changes(found, wanted, changes)
    found.refusals.sort(key=lambda one: one.row)
    return found


def _keep_changes(
    found: Compared, wanted: set[Key], changes: Mapping[Key, Change]
) -> None:
    """Keep the changes of the rows that stand; a case comes before what belongs to it."""
    kept = [change for key, change in changes.items() if key in wanted]
    kept.sort(key=lambda one: one.fact.entity != "case")
    found.changes = kept
    found.cases = tuple(dict.fromkeys(one.fact.case for one in kept if one.fact.case))
    for change in kept:
        if change.new:
            entity = change.fact.entity
            found.records[entity] = found.records.get(entity, 0) + 1
