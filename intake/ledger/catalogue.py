"""Numbers for names: scopes, classes, fields and records, inside one transaction.

A catalogue lives no longer than the transaction it was made in: after a rollback its
numbers may belong to somebody else.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, TypeVar

from intake.errors import DamagedVault, InvalidAnswer
from intake.ledger.change import Value
from intake.ledger.vocabulary import Vocabulary
from intake.vault import Database

_CHUNK = 512  # well below every database's limit of parameters

RecKey = tuple[bytes, str]  # (id, entity)
_Item = TypeVar("_Item")


class Rec(NamedTuple):
    """One record: its number, its scope's number, whether this transaction made it."""

    id: int
    scope: int
    fresh: bool


class Catalogue:
    """Looks numbers up once and makes them where they are missing."""

    def __init__(
        self, db: Database, vocabulary: Vocabulary, *, checked: bool = False
    ) -> None:
        """Start empty; everything is read when first asked for.

        ``checked``: every value was held against the vocabulary when it was said here.
        """
        self._db = db
        self._vocabulary = vocabulary
        self._checked = checked
        self._fields: dict[tuple[str, str], int] = {}
        self._slots: dict[tuple[str, str, str], int | None] = {}
        self._scopes: dict[str, int] = {}
        self._parts: dict[tuple[str, str], int] = {}
        self._owners: dict[str, str] = {}

    def load_fields(self) -> None:
        """Read all field numbers at once; worth it before thousands of operations."""
        for number, name in self._db.all("select id, name from name"):
            entity, _, field = name.partition("/")
            self._fields[entity, field] = number

    def load_places(self, wanted: Collection[tuple[str, str]]) -> None:
        """Read the numbers and owners of these (scope, class) at once."""
        for chunk in chunks(sorted({scope for scope, _ in wanted})):
            rows = self._db.all(within(_PLACES, chunk), chunk)
            for scope, number, owner, part, cls in rows:
                self._scopes[scope] = number
                self._owners[scope] = owner
                self._parts[scope, cls] = part

    def field(self, entity: str, field: str) -> int:
        """Return the number of a field."""
        number = self._fields.get((entity, field))
        if number is None:
            name = f"{entity}/{field}"
            number = self._find_or_make(
                "select id from name where name = ?", (name,), _NAME
            )
            self._fields[entity, field] = number
        return number

    def slot(self, entity: str, field: str, cls: str) -> int | None:
        """Return the number of a field that belongs to a class; None where it does not."""
        key = (entity, field, cls)
        if key not in self._slots:
            known = self._vocabulary.class_of(entity, field) == cls
            self._slots[key] = self.field(entity, field) if known else None
        return self._slots[key]

    def accepts(self, entity: str, field: str, value: Value) -> bool:
        """Say whether a value fits its field."""
        if self._checked:
            return True
        try:
            self._vocabulary.check(entity, field, value)
        except InvalidAnswer:
            return False
        return True

    def scope(self, scope: str, owner: str) -> int:
        """Return the number of a scope; ``owner`` is the center that speaks, if it is new."""
        number = self._scopes.get(scope)
        if number is None:
            find = "select id from scope where scope = ?"
            make = "insert into scope (owner, scope) values (?, ?)"
            number = self._find_or_make(find, (scope,), make, (owner, scope))
            self._scopes[scope] = number
        return number

    def part(self, scope: str, cls: str, owner: str) -> int:
        """Return the number of a class of a scope."""
        number = self._parts.get((scope, cls))
        if number is None:
            key = (self.scope(scope, owner), cls)
            find = "select id from part where scope = ? and cls = ?"
            number = self._find_or_make(
                find, key, "insert into part (scope, cls) values (?, ?)"
            )
            self._parts[scope, cls] = number
        return number

    def owner(self, scope: str) -> str:
        """Return the center that spoke of a scope first; empty when nobody has."""
        if scope not in self._owners:
            found = self._db.one("select owner from scope where scope = ?", (scope,))
            self._owners[scope] = found[0] if found else ""
        return self._owners[scope]

    def forget(self, scope: str, cls: str) -> None:
        """Forget numbers that an erasure has just taken away."""
        self._scopes.pop(scope, None)
        self._parts.pop((scope, cls), None)

    def recs(self, wanted: dict[RecKey, int]) -> dict[RecKey, Rec]:
        """Return the records of (id, entity); a new one is bound to the scope given with it."""
        found = self.known(wanted)
        missing = [key for key in wanted if key not in found]
        if not missing:
            return found
        first = self._count("select coalesce(max(id), 0) from rec") + 1
        made = [(first + i, *key, wanted[key]) for i, key in enumerate(missing)]
        self._db.executemany(
            "insert into rec (id, eid, entity, scope) values (?, ?, ?, ?)", made
        )
        for number, eid, entity, scope in made:
            found[eid, entity] = Rec(number, scope, fresh=True)
        return found

    def known(self, wanted: Collection[RecKey]) -> dict[RecKey, Rec]:
        """Return those of these records that somebody has spoken of."""
        found = {}
        for chunk in chunks(sorted({eid for eid, _ in wanted})):
            sql = within(
                "select id, eid, entity, scope from rec where eid in (?*)", chunk
            )
            for number, eid, entity, scope in self._db.all(sql, chunk):
                found[eid, entity] = Rec(number, scope, fresh=False)
        return found

    def _find_or_make(
        self,
        find: str,
        key: tuple[str | int, ...],
        make: str,
        row: tuple[str | int, ...] | None = None,
    ) -> int:
        found = self._db.one(find, key)
        if found is None:
            self._db.execute(make, key if row is None else row)
            found = self._db.one(find, key)
        if found is None:
            raise DamagedVault
        return int(found[0])

    def _count(self, sql: str) -> int:
        found = self._db.one(sql)
        return int(found[0]) if found else 0


_PLACES = (
    "select scope.scope, scope.id, scope.owner, part.id, part.cls from scope"
    " join part on part.scope = scope.id where scope.scope in (?*)"
)
_NAME = "insert into name (name) values (?)"


def chunks(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Return the items in lists for ``in (?*)``, of few different lengths.

    The last item is repeated up to the next power of two, so that a handful of prepared
    statements serves every length.
    """
    rest = list(items)
    for at in range(0, len(rest), _CHUNK):
        chunk = rest[at : at + _CHUNK]
        length = 1 << (len(chunk) - 1).bit_length()
        yield chunk + chunk[-1:] * (length - len(chunk))


def within(sql: str, chunk: Collection[object]) -> str:
    """Return a statement with as many question marks for ``?*`` as the chunk is long."""
    return sql.replace("?*", ",".join("?" * len(chunk)))
