"""What is true now (등록부): tables derived from the ledger, every field declared once."""

from intake.register.codes import CODES, Code, Codes
from intake.register.project import Register
from intake.register.query import ListQuery, Where
from intake.register.row import Row
from intake.register.schema import SCHEMA, Entity, Field, Sensitivity, Type, field_of
from intake.register.search import Hit
from intake.register.vocabulary import VOCABULARY, Value

__all__ = [
    "CODES",
    "SCHEMA",
    "VOCABULARY",
    "Code",
    "Codes",
    "Entity",
    "Field",
    "Hit",
    "ListQuery",
    "Register",
    "Row",
    "Sensitivity",
    "Type",
    "Value",
    "Where",
    "field_of",
]
