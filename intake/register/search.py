"""Finding: what somebody typed, among accounts, names and words.

* First accounts, numbers and addresses that begin so (and, from four letters on, hold so);
  then names by initial consonants (초성); then any part of any word, newest said first.
* Every word that was typed is really there: the index proposes, the record decides.
* Withdrawn records and erased classes are not found.
"""

# ruff: noqa: S608 - every name in a statement comes from the schema

import dataclasses
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from intake.ids import Scope, scope_of
from intake.register.fold import id_of
from intake.register.grams import asked, holds, words_of
from intake.register.read import Reader
from intake.register.schema import SCHEMA, Entity, Field, Search
from intake.register.spelling import folded, is_initials, key_of
from intake.vault import Database

_Document: TypeAlias = tuple[bytes, str, str]  # id, entity, class
_Cells: TypeAlias = tuple[bytes | str | None, ...]  # whose, id, and its words

_AT_ONCE = 64  # proposals read in one look
_PART = 4  # letters from which the inside of an account is looked through
_BEFORE, _LENGTH = 24, 96  # of a snippet
_TOP = "\U0010ffff"

_MATCH = (
    "SELECT d.id, d.entity, d.cls FROM r_doc_fts f JOIN r_doc d ON d.row = f.rowid "
    "WHERE r_doc_fts MATCH ? ORDER BY f.rowid DESC"
)
_LOOK_INSIDE = (("identifier", "value"), ("case", "number"), ("person", "phone"))


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found; ``marks`` are ranges of its snippet."""

    entity: str
    id: str
    scope: Scope | None
    field: str
    snippet: str = dataclasses.field(repr=False)
    marks: tuple[tuple[int, int], ...] = ()


class Finder(Reader):
    """The register, as somebody who is looking for something uses it."""

    def search(
        self, text: str, limit: int = 50, *, deep: bool = False
    ) -> tuple[Hit, ...]:
        """Return records that fit what was typed, the surest first.

        ``deep`` looks inside every address too, which reads all of them once.
        """
        found: dict[tuple[str, str], Hit] = {}
        asks = (_by_key, _by_initials, _by_words, *((_inside_urls,) if deep else ()))
        with self._vault.reading() as db:
            for ask in asks:
                for hit in islice(ask(db, text), limit):
                    found.setdefault((hit.entity, hit.id), hit)
                if len(found) >= limit:
                    break
        return tuple(found.values())[:limit]

    def cases_with(self, text: str, limit: int = 500) -> tuple[str, ...]:
        """Return the cases in which something fits what was typed, for a list's ``among``."""
        scopes = (hit.scope for hit in self.search(text, limit))
        kinds = (scope.partition("/") for scope in scopes if scope)
        return tuple(
            dict.fromkeys(record for kind, _, record in kinds if kind == "case")
        )


def _columns(of: Callable[[Field], str]) -> tuple[tuple[Entity, Field], ...]:
    pairs = ((entity, one) for entity in SCHEMA.values() for one in entity.fields)
    return tuple(pair for pair in pairs if of(pair[1]))


_KEYED = _columns(lambda one: one.key_column)
_NAMED = _columns(lambda one: one.cho_column)


def _select(entity: Entity, names: Iterable[str], test: str) -> str:
    """Return the statement for whose a record is, its id, and some of its words."""
    owner = "case" if entity.in_case else "id"
    listed = ", ".join(f't."{name}"' for name in (owner, "id", *names))
    return f"SELECT {listed} FROM {entity.table} t WHERE {test}"


def _scope(entity: Entity, owner: bytes | None) -> Scope | None:
    return scope_of(entity.scope, id_of(owner)) if owner else None


def _whole(
    db: Database, entity: Entity, name: str, test: str, values: Sequence[str | int]
) -> Iterator[Hit]:
    """Yield the records whose field passes a test; the whole field is marked."""
    for owner, eid, said in db.each(_select(entity, (name,), test), values):
        scope, text = _scope(entity, owner), str(said or "")
        yield Hit(entity.name, id_of(eid), scope, name, text, ((0, len(text)),))


def _starting(
    db: Database, entity: Entity, name: str, column: str, start: str
) -> Iterator[Hit]:
    test = f't."{column}" >= ? AND t."{column}" < ? AND t."deleted" IS NULL'
    return _whole(db, entity, name, test, (start, start + _TOP))


def _holding(
    db: Database, entity: Entity, name: str, column: str, part: str
) -> Iterator[Hit]:
    inside = f'SELECT row FROM {entity.table} WHERE instr("{column}", ?) > 1'
    numbers = (number for (number,) in db.each(inside, (part,)))
    while some := list(
        islice(numbers, _AT_ONCE)
    ):  # whoever has enough reads no further
        marks = ", ".join("?" * len(some))
        test = f't.row IN ({marks}) AND +t."deleted" IS NULL'
        yield from _whole(db, entity, name, test, some)


def _by_key(db: Database, text: str) -> Iterator[Hit]:
    key = key_of(text)
    if not key:
        return
    for entity, one in _KEYED:
        yield from _starting(db, entity, one.name, one.key_column, key)
    for name, inside in _LOOK_INSIDE if len(key) >= _PART else ():
        column = SCHEMA[name].by_name[inside].key_column
        yield from _holding(db, SCHEMA[name], inside, column, key)


def _inside_urls(db: Database, text: str) -> Iterator[Hit]:
    key = key_of(text)
    if len(key) < _PART:
        return
    for entity, one in _KEYED:
        if one.search is Search.URL:
            yield from _holding(db, entity, one.name, one.key_column, key)


def _by_initials(db: Database, text: str) -> Iterator[Hit]:
    typed = "".join(letter for letter in folded(text) if letter.isalnum())
    if not is_initials(typed):  # a whole syllable asks for itself, not for its initial
        return
    for find in (_starting, _holding):
        for entity, one in _NAMED:
            yield from find(db, entity, one.name, one.cho_column, typed)


def _by_words(db: Database, text: str) -> Iterator[Hit]:
    query, words = asked(text), words_of(text)
    if not query:
        return
    proposed = db.each(_MATCH, (query,))
    while some := list(islice(proposed, _AT_ONCE)):
        rows = _read(db, some)
        for one in some:
            hit = _hit(one, rows.get(one), words)
            if hit:
                yield hit


def _read(db: Database, proposed: Sequence[_Document]) -> dict[_Document, _Cells]:
    """Return the rows of what the index proposed, with one look for each kind and class."""
    kinds: dict[tuple[str, str], list[bytes]] = {}
    for eid, name, cls in proposed:
        kinds.setdefault((name, cls), []).append(eid)
    found: dict[_Document, _Cells] = {}
    for (name, cls), ids in kinds.items():
        entity = SCHEMA[name]
        marks = ", ".join("?" * len(ids))
        test = f't.id IN ({marks}) AND +t."deleted" IS NULL'
        for row in db.all(_select(entity, entity.worded[cls], test), ids):
            found[row[1], name, cls] = row
    return found


def _hit(one: _Document, row: _Cells | None, words: list[str]) -> Hit | None:
    """Return the hit if the record is there and every word is in its words of this class."""
    if row is None:
        return None
    entity, (owner, _, *said) = SCHEMA[one[1]], row
    names = entity.worded[one[2]]
    texts = {n: t for n, t in zip(names, said, strict=True) if isinstance(t, str)}
    if not holds("\n".join(texts.values()), words):
        return None
    name = next(name for name, text in texts.items() if holds(text, words[:1]))
    snippet, marks = snippet_of(texts[name], words)
    scope = _scope(entity, owner if isinstance(owner, bytes) else None)
    return Hit(entity.name, id_of(one[0]), scope, name, snippet, marks)


def _letters(text: str) -> tuple[str, list[int]]:
    """Return the text without case, and for each of its letters where it stood."""
    plain = text.casefold()
    if len(plain) == len(text):
        return plain, [*range(len(text) + 1)]
    parts = [letter.casefold() for letter in text]
    places = [at for at, part in enumerate(parts) for _ in part]
    return "".join(parts), [*places, len(text)]


def snippet_of(
    text: str, words: Sequence[str]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the part of a text around its first hit, and the ranges of every hit in it."""
    whole = unicodedata.normalize("NFC", text)
    plain, places = _letters(whole)
    first = min((at for word in words if (at := plain.find(word)) >= 0), default=0)
    start = max(0, places[first] - _BEFORE)
    part = whole[start : start + _LENGTH]
    plain, places = _letters(part)
    marks = {
        (places[at], places[at + len(word)])
        for word in words
        for at in _places(plain, word)
    }
    return part, tuple(sorted(marks))


def _places(plain: str, word: str) -> Iterator[int]:
    at = plain.find(word)
    while at >= 0:
        yield at
        at = plain.find(word, at + len(word))
