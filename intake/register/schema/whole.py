"""The whole schema, and what a change of it means."""

from intake.register.schema.asked import ASKED
from intake.register.schema.casework import CASEWORK
from intake.register.schema.counts import COUNTS
from intake.register.schema.court import COURT
from intake.register.schema.declare import Entity, Field
from intake.register.schema.harm import HARM_AND_MATERIAL, MATERIAL
from intake.register.schema.issued import ISSUED
from intake.register.schema.link import LINKS
from intake.register.schema.office import OFFICE
from intake.register.schema.proof import PROOF
from intake.register.schema.support import SUPPORT
from intake.register.schema.talk import TALK
from intake.register.schema.wording import WORDING

VERSION = 5  # one more whenever a field, code list or meaning is added; never reused

SCHEMA: dict[str, Entity] = {
    entity.name: entity
    for entity in (
        *CASEWORK,
        *HARM_AND_MATERIAL,
        *TALK,
        MATERIAL,  # from here on: since version 2
        *PROOF,
        *SUPPORT,
        *COURT,
        *OFFICE,
        *LINKS,  # from here on: since version 3
        *ISSUED,  # from here on: since version 4
        *ASKED,  # from here on: since version 5
        *COUNTS,
        *WORDING,
    )
}


def field_of(entity: str, name: str) -> Field | None:
    """Return how a field is declared; None for one this version does not know."""
    known = SCHEMA.get(entity)
    return known.by_name.get(name) if known else None


def all_fields() -> tuple[Field, ...]:
    """Return every field of every entity, in the order of declaration."""
    return tuple(field for entity in SCHEMA.values() for field in entity.fields)
