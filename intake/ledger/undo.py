"""Undo by saying the former words again.

* Only what is still shown can be undone: where somebody has spoken since, look again first.
  What came since and was itself taken back does not count: then the very word stands again.
* A record that the action brought into being is taken back whole.
* A conflict (엇갈림) that the action settled is open again: every word it settled is said once
  more, beside the others. Undoing that settles it again.
"""

from collections.abc import Iterable
from typing import NamedTuple

from typing_extensions import override

from intake.errors import NotFound, OutOfDate
from intake.ids import Scope
from intake.ledger.change import EntryId, Value
from intake.ledger.fold import tie_of
from intake.ledger.past import Past, blob_of
from intake.ledger.reading import Row, rows_of
from intake.ledger.saying import Say
from intake.vault import Database

REASON = "undo"


class Former(NamedTuple):
    """A field and what it said before."""

    entity: str
    eid: str
    field: str
    values: tuple[Value, ...]  # more than one where they stood beside each other
    settles: bool = False

    def say(self, say: Say) -> None:
        """Say it."""
        place = (self.entity, self.eid, self.field)
        if len(self.values) > 1:
            say.reopen(*place, self.values)
        elif self.settles:
            say.settle(*place, self.values[0])
        else:
            say.set(*place, self.values[0])

    @override
    def __repr__(self) -> str:
        return f"Former({self.entity!r}, {self.eid!r}, {self.field!r})"


class Undoing(NamedTuple):
    """What undoing an action says again."""

    scope: Scope
    words: tuple[Former, ...]
    born: frozenset[tuple[str, str]]

    def say(self, say: Say) -> None:
        """Say it."""
        for entity, eid in sorted(self.born):
            say.retract(entity, eid, REASON)
        for word in self.words:
            if (word.entity, word.eid) not in self.born:
                word.say(say)


def plan(db: Database, entries: Iterable[EntryId]) -> Undoing:
    """Find what the entries of one action replaced.

    Raises:
        NotFound: an entry is not here, or was destroyed.
        OutOfDate: somebody has spoken of one of the fields since.
    """
    wanted = sorted(set(entries))
    rows = rows_of(db, list(wanted))
    if not rows or len(rows) != len(wanted):
        raise NotFound(entity="entry")
    past = Past(db, (op[1] for row in rows.values() for op in row.data["o"]))
    words = [word for number in wanted for word in _formers(past, rows[number])]
    said = {(word.entity, word.eid) for word in words}
    born = frozenset(key for key in said if past.is_born(*key, wanted))
    return Undoing(Scope(rows[wanted[0]].scope), tuple(words), born)


def _formers(past: Past, row: Row) -> list[Former]:
    found: dict[tuple[str, str, str], Former] = {}
    ties: dict[tuple[str, str, str], list[bytes]] = {}
    for k, (entity, eid, field, *_) in enumerate(row.data["o"]):
        ties.setdefault((entity, eid, field), []).append(row.stem + tie_of(k))
    for entity, eid, field, value, base in row.data["o"]:
        key, place = (entity, eid, field), (blob_of(eid), f"{entity}/{field}")
        shown = past.shown.get(place)
        stands = shown in ties[key]
        if shown is None or not (stands or past.is_back(place, shown, value)):
            raise OutOfDate(entity=entity)
        reopened = len(ties[key]) > 1
        found[key] = Former(*key, past.before(place, base), settles=reopened)
    return list(found.values())
