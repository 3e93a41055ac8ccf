"""What rows say, gathered by record (모은 사실): many rows may speak of one record.

* The last row that fills a field gives its value; an empty cell says nothing.
* A refused row says nothing at all.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from intake.register import Value

Key: TypeAlias = tuple[str, str]  # entity, id


@dataclass(slots=True)
class Fact:
    """A record as rows tell it."""

    entity: str
    id: str
    case: str  # the case it belongs to; its own id where it is one; empty: it stands by itself
    values: dict[str, Value] = field(repr=False)
    counted_outside: bool = (
        False  # another system numbered it: it is the same in any case
    )
    defaults: dict[str, Value] = field(
        default_factory=dict, repr=False
    )  # for a new one

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.entity, self.id


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not taken: its number, the column, the code of the reason."""

    row: int
    column: str  # the name in the header; empty: the whole row
    why: str


@dataclass(slots=True)
class Gathered:
    """Everything the rows of one file say."""

    facts: dict[Key, Fact] = field(default_factory=dict)
    rows: list[tuple[int, tuple[Key, ...]]] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    twice: int = 0  # rows that only repeat what a row above said
    left: dict[str, int] = field(default_factory=dict)  # things set aside, by text id

    def take(self, row: int, facts: Iterable[Fact]) -> None:
        """Add what one row says."""
        keys, new = [], False
        for fact in facts:
            keys.append(fact.key)
            new |= self._merge(fact)
        self.rows.append((row, tuple(keys)))
        self.twice += not new

    def refuse(self, row: int, column: str, why: str) -> None:
        """Set a row aside."""
        self.refusals.append(Refusal(row, column, why))

    def _merge(self, fact: Fact) -> bool:
        values = {name: _composed(value) for name, value in fact.values.items()}
        held = self.facts.get(fact.key)
        if held is None:
            fact.values = values
            self.facts[fact.key] = fact
            return True
        fresh = any(held.values.get(name) != value for name, value in values.items())
        held.values.update(values)
        return fresh


def _composed(value: Value) -> Value:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def filled(values: Mapping[str, Value]) -> dict[str, Value]:
    """Return the fields that say something."""
    return {name: value for name, value in values.items() if value is not None}
