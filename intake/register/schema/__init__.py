"""Every kind of record and every field, declared once (항목 선언)."""

from intake.register.schema.declare import Entity, Field, Search, Sensitivity, Type
from intake.register.schema.whole import SCHEMA, VERSION, all_fields, field_of

__all__ = [
    "SCHEMA",
    "VERSION",
    "Entity",
    "Field",
    "Search",
    "Sensitivity",
    "Type",
    "all_fields",
    "field_of",
]
