"""What a row of a sheet can become (가져올 것), and the columns that are asked for.

* ``postings``: one row is one address, or one action about it.
* ``cases``: one row is a case with its victim, what happened and of which kinds.
* The others: one row is one record of that kind, in the case its number names.
* A column is named ``entity/field``; ``harm/kind`` and its like hold several codes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

from intake.register import SCHEMA, Field
from intake.text import Texts

CASE: Final = "case/number"
MANY: Final = frozenset({"harm", "material_kind", "leak"})

_POSTING = (
    "url platform site title keyword uploader uploaded_on found_on found_by found_how material "
    "result result_on next_check country views identifiable minor_shown police_too restored remark"
)
_ACTION = (
    "kind done_on counselor channel addressee basis result result_on minutes request_number "
    "outside_system outside_number remark"
)
_CASE = (
    "number received_on route counselor consent state alias method intake_kind central_number "
    "police_number other_number delete_basis retention training wish_report wish_guardian "
    "wish_share plan next_contact closed_on close_reason"
)
_PERSON = (
    "role name alias phone phone_hours email safe_contact language sex age age_band birth "
    "under_14 under_19 job_group region nationality_group school disability requester_kind "
    "paper_id paper_relation paper_power remark"
)
_INCIDENT = (
    "happened_from happened_to noticed_on learned_by spread extent relation relation_detail "
    "place story aftermath"
)
_IDENTIFIER = (
    "kind value site role strength shared said_by seen_from seen_to source_words"
)
_SUSPECT = (
    "part stage main nickname name sex age job affiliation region approach method threat "
    "threat_deadline in_contact accomplices features seen_from seen_to remark"
)
_SUPPORT = (
    "kind done_on quantity minutes counselor method agency_person result outside_system "
    "outside_number remark"
)
_EVIDENCE = (
    "kind title acquired_on acquired_by acquired_from how sha256 pdq size media_type material "
    "store watermark description outside_system outside_number"
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column that can be filled."""

    entity: str
    field: str

    @property
    def key(self) -> str:
        """Its name."""
        return f"{self.entity}/{self.field}"

    @property
    def declared(self) -> Field:
        """How the register declares it."""
        return SCHEMA[self.entity].by_name[self.field]

    @property
    def many(self) -> bool:
        """Whether a cell may hold several codes."""
        return self.entity in MANY

    def label(self, texts: Texts) -> str:
        """Return its words."""
        if self.many:
            return texts(SCHEMA[self.entity].label_id)
        return texts(self.declared.label_id)


def _of(entity: str, names: str) -> tuple[Column, ...]:
    known = SCHEMA[entity].by_name
    return tuple(Column(entity, name) for name in names.split() if name in known)


@dataclass(frozen=True)
class Target:
    """What rows become."""

    name: str
    entity: str  # the record that a row is, whatever else it carries
    columns: tuple[Column, ...]
    needs: tuple[str, ...]  # columns without which no row can be taken
    keys: tuple[
        str, ...
    ] = ()  # fields whose words make a record's id where nothing else does

    @cached_property
    def by_key(self) -> Mapping[str, Column]:
        """Its columns by name."""
        return {one.key: one for one in self.columns}


_NUMBER = Column("case", "number")


def _single(name: str, entity: str, names: str, needs: str, keys: str = "") -> Target:
    return Target(
        name,
        entity,
        (_NUMBER, *_of(entity, names)),
        tuple(needs.split()),
        tuple(keys.split()),
    )


TARGETS: Final[Mapping[str, Target]] = MappingProxyType(
    {
        one.name: one
        for one in (
            Target(
                "postings",
                "posting",
                (
                    _NUMBER,
                    *_of("posting", _POSTING),
                    Column("leak", "kind"),
                    *_of("deletion_action", _ACTION),
                ),
                ("posting/url",),
            ),
            Target(
                "cases",
                "case",
                (
                    *_of("case", _CASE),
                    *_of("person", _PERSON.replace("role ", "")),
                    Column("harm", "kind"),
                    Column("material_kind", "kind"),
                    *_of("incident", _INCIDENT),
                ),
                (CASE,),
            ),
            _single(
                "identifiers",
                "identifier",
                _IDENTIFIER,
                "identifier/kind identifier/value",
            ),
            _single("persons", "person", _PERSON, "", "role name alias phone"),
            _single(
                "incidents", "incident", _INCIDENT, "", "happened_from place story"
            ),
            _single("suspects", "suspect", _SUSPECT, "", "nickname name"),
            _single(
                "supports",
                "support_action",
                _SUPPORT,
                "support_action/kind support_action/done_on",
                "kind done_on method remark",
            ),
            _single(
                "evidence", "evidence", _EVIDENCE, "evidence/kind", "kind sha256 title"
            ),
        )
    }
)
