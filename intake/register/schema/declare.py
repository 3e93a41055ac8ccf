"""What can be said about one field (항목) and one kind of record.

* A field is declared once; its column, check, search, redaction and label follow from it.
* A field that a person is asked (``asked``) carries its answer state in ``<name>_state``:
  answered, unknown, not yet asked, declined. These are four values, never blanks.
* Words of a story (``told``) carry who said them in ``<name>_by`` and when in ``<name>_on``.
* A record is linked to its case by the field ``case``, and withdrawn by ``deleted`` (a reason).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TypedDict

from typing_extensions import Unpack


class Type(StrEnum):
    """What a value may be."""

    TEXT = "text"
    LONGTEXT = "longtext"
    INT = "int"
    BOOL = "bool"
    CODE = "code"
    DATE = "date"  # YYYY, YYYY-MM or YYYY-MM-DD: the precision is kept
    INSTANT = "instant"  # 2026-11-25T08:30:00Z
    ID = "id"
    DIGEST = "digest"  # SHA-256, lower-case hex
    SCALAR = "scalar"  # whatever a question took: text, integer or yes/no


class Sensitivity(StrEnum):
    """How much harm a field can do outside; also a code list."""

    PLAIN = "PLAIN"
    PERSONAL = "PERSONAL"
    SENSITIVE = "SENSITIVE"
    SECRET = "SECRET"  # noqa: S105 - a key: never shown, searched, exported or printed


class Search(StrEnum):
    """How a field is found."""

    NONE = ""
    WORDS = "words"  # any part of any word
    NAME = "name"  # words, and initial consonants (초성)
    EXACT = "exact"  # a normalised look-up column
    URL = "url"  # the same, with the host apart


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be said about a record."""

    name: str
    type: Type = Type.TEXT
    cls: str = ""  # empty: the home class of its entity
    sensitive: Sensitivity = Sensitivity.PLAIN
    purpose: str = "RECORD"  # the consent under which it is held
    match: str = ""  # how matching reads it
    counted: str = ""  # what the report tables use it for
    search: Search = Search.NONE
    choices: tuple[str, ...] = ()  # code lists, in order
    refers: str = ""  # the entity an id names
    asked: bool = False
    told: bool = False
    required: bool = False
    low: int = 0
    high: int = 0  # 0: no bounds
    companion_of: str = ""
    entity: str = ""

    @property
    def label_id(self) -> str:
        """The text id of its label; a companion speaks of its main field."""
        name = self.companion_of or self.name
        return f"field-{self.entity}-{name}".replace("_", "-")

    @property
    def key_column(self) -> str:
        """The derived column it is looked up by, or nothing."""
        looked_up = self.search in {Search.EXACT, Search.URL}
        return f"{self.name}_key" if looked_up else ""

    @property
    def cho_column(self) -> str:
        """The derived column of its initial consonants, or nothing."""
        return f"{self.name}_cho" if self.search is Search.NAME else ""

    @property
    def host_column(self) -> str:
        """The derived column of an address's host, or nothing."""
        return f"{self.name}_host" if self.search is Search.URL else ""

    @property
    def has_words(self) -> bool:
        """Whether its words go into the full-text index."""
        return self.search in {Search.WORDS, Search.NAME}

    def companions(self) -> Iterator["Field"]:
        """Yield the fields that travel with it."""
        aside = Field("", cls=self.cls, companion_of=self.name)
        if self.asked:
            yield replace(
                aside,
                name=f"{self.name}_state",
                type=Type.CODE,
                choices=("answer_state",),
            )
        if self.told:
            yield replace(
                aside, name=f"{self.name}_by", type=Type.CODE, choices=("who_said",)
            )
            yield replace(aside, name=f"{self.name}_on", type=Type.DATE)


@dataclass(frozen=True)
class Entity:
    """One kind of record (기록)."""

    name: str
    home: (
        str  # the class of its link, its withdrawal and of every field that names none
    )
    declared: tuple[Field, ...]
    scope: str = "case"  # or "record": it stands by itself, in a center register
    indexes: tuple[tuple[str, ...], ...] = ()

    @property
    def label_id(self) -> str:
        """The text id of its name."""
        return f"entity-{self.name}".replace("_", "-")

    @property
    def table(self) -> str:
        """The table of the register that holds its rows."""
        return f"r_{self.name}"

    @property
    def in_case(self) -> bool:
        """Whether its rows belong to a case and name it in the field ``case``."""
        return self.scope == "case" and self.name != "case"

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every field with its companions, link and withdrawal, in the order of the table."""
        said = [*self._link(), *self.declared, Field("deleted")]
        whole = [part for field in said for part in (field, *field.companions())]
        return tuple(
            replace(field, entity=self.name, cls=field.cls or self.home)
            for field in whole
        )

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Every field by its name."""
        return {field.name: field for field in self.fields}

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """Every class its fields belong to, home first."""
        return tuple(dict.fromkeys((self.home, *(f.cls for f in self.fields))))

    @cached_property
    def derived(self) -> tuple[str, ...]:
        """The columns that are spelled from others for looking up."""
        spelled = (
            column
            for field in self.fields
            for column in (field.key_column, field.host_column, field.cho_column)
        )
        return tuple(column for column in spelled if column)

    @cached_property
    def looked_up(self) -> frozenset[str]:
        """The fields from which a column for looking up is spelled."""
        return frozenset(
            field.name
            for field in self.fields
            if field.key_column or field.host_column or field.cho_column
        )

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Every column after ``row``, in the order of the table."""
        names = (field.name for field in self.fields)
        return ("id", "said", *names, *self.derived)

    @cached_property
    def worded(self) -> dict[str, tuple[str, ...]]:
        """The fields whose words are indexed, by class."""
        found: dict[str, tuple[str, ...]] = {}
        for field in self.fields:
            if field.has_words:
                found[field.cls] = (*found.get(field.cls, ()), field.name)
        return found

    def _link(self) -> tuple[Field, ...]:
        return (Field("case", Type.ID, refers="case"),) if self.in_case else ()


class _Said(TypedDict, total=False):
    cls: str
    sensitive: Sensitivity
    purpose: str
    match: str
    counted: str
    search: Search
    asked: bool
    told: bool
    required: bool


def text(name: str, **said: Unpack[_Said]) -> Field:
    """Declare a short text."""
    return Field(name, Type.TEXT, **said)


def longtext(name: str, **said: Unpack[_Said]) -> Field:
    """Declare a text of many lines."""
    return Field(name, Type.LONGTEXT, **said)


def count(name: str, low: int = 0, high: int = 10**9, **said: Unpack[_Said]) -> Field:
    """Declare a whole number."""
    return Field(name, Type.INT, low=low, high=high, **said)


def truth(name: str, **said: Unpack[_Said]) -> Field:
    """Declare a yes or no that nobody is asked (a mark)."""
    return Field(name, Type.BOOL, **said)


def code(name: str, *choices: str, **said: Unpack[_Said]) -> Field:
    """Declare a choice from one or several official lists."""
    return Field(name, Type.CODE, choices=choices, **said)


def date(name: str, **said: Unpack[_Said]) -> Field:
    """Declare a day, month or year as somebody said it."""
    return Field(name, Type.DATE, **said)


def instant(name: str, **said: Unpack[_Said]) -> Field:
    """Declare a moment in UTC."""
    return Field(name, Type.INSTANT, **said)


def ref(name: str, refers: str, **said: Unpack[_Said]) -> Field:
    """Declare the id of another record."""
    return Field(name, Type.ID, refers=refers, **said)


def digest(name: str, **said: Unpack[_Said]) -> Field:
    """Declare a SHA-256."""
    return Field(name, Type.DIGEST, **said)


def ticks(name: str, home: str, refers: str, *choices: str, counted: str) -> Entity:
    """Declare a several-answer question: one record for each box, ticked or not.

    Lists of things are records with natural ids (``tick_id``), so two people who tick
    different boxes never overwrite each other.
    """
    fields = (
        ref("of", refers),
        code("kind", *choices, counted=counted),
        truth("chosen"),
    )
    return Entity(name, home, fields, indexes=(("case", "kind"), ("of",)))
