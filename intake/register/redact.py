"""What of a record may be shown or sent for a purpose (열람 목적별 가림).

* A purpose sees the classes and the degree of sensitivity of its row in ``_MAY``; a field
  that is new in the schema is hidden until its class and sensitivity let it through.
* A key is never shown for any purpose.
* What a court gets, the defendant reads: no identity, no narrative, nothing that names.
* Statistics see only what a report table counts; match-only sees only what is matched.

>>> from intake.register.schema import SCHEMA
>>> [purpose for purpose in PURPOSES if may_see(SCHEMA["person"].by_name["name"], purpose)]
['RECORD', 'SENSITIVE', 'CENTRAL', 'POLICE', 'LAWYER', 'MEDICAL']
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intake.register.codes import CODES
from intake.register.row import Row
from intake.register.schema import Field, Sensitivity, Type
from intake.register.vocabulary import Value

_DEGREES = tuple(Sensitivity)
_ALL = ("core", "identity", "narrative", "suspect", "material", "court")


@dataclass(frozen=True, slots=True)
class _May:
    classes: tuple[str, ...]
    upto: Sensitivity
    only: str = ""  # an attribute that the field must have


_MAY = {
    "RECORD": _May(_ALL, Sensitivity.SENSITIVE),
    "SENSITIVE": _May(_ALL, Sensitivity.SENSITIVE),
    "DELETE": _May(("material",), Sensitivity.PERSONAL),
    "CENTRAL": _May(_ALL, Sensitivity.SENSITIVE),
    "CENTER": _May(("core", "suspect", "material"), Sensitivity.PERSONAL),
    "MATCH": _May(("suspect", "material"), Sensitivity.PERSONAL, only="match"),
    "COURT": _May(("core", "suspect", "material", "court"), Sensitivity.PLAIN),
    "POLICE": _May(
        ("core", "identity", "suspect", "material", "court"), Sensitivity.SENSITIVE
    ),
    "LAWYER": _May(
        ("core", "identity", "suspect", "material", "court"), Sensitivity.SENSITIVE
    ),
    "MEDICAL": _May(("core", "identity"), Sensitivity.PERSONAL),
    "STATS": _May(("core", "material"), Sensitivity.PLAIN, only="counted"),
}
PURPOSES = tuple(_MAY)


def may_see(field: Field, purpose: str) -> bool:
    """Whether a field may be shown for a purpose (a code of ``consent_purpose``)."""
    may = _MAY[purpose]
    if field.cls not in may.classes:
        return False
    if _DEGREES.index(field.sensitive) > _DEGREES.index(may.upto):
        return False
    return not may.only or bool(getattr(field, may.only))


def redact(row: Row, for_purpose: str) -> dict[str, Value]:
    """Return what was said in a record and may be shown for a purpose.

    A companion (answer state, who said it) goes with its main field.
    """
    shown: dict[str, Value] = {}
    for field in row.entity.fields:
        main = row.entity.by_name[field.companion_of or field.name]
        if row[field.name] is not None and may_see(main, for_purpose):
            shown[field.name] = row[field.name]
    return shown


def export_row(row: Row, for_purpose: str, language: str = "ko") -> dict[str, Value]:
    """Return a redacted record for JSON or CSV, each code followed by its official words."""
    out: dict[str, Value] = {"entity": row.entity.name, "id": row.id}
    for name, value in redact(row, for_purpose).items():
        out[name] = value
        field = row.entity.by_name[name]
        if field.type is Type.CODE:
            words = CODES.label_in(field.choices, str(value), language)
            out[f"{name}_name"] = words
    return out


def export_rows(
    rows: Iterable[Row], for_purpose: str, language: str = "ko"
) -> list[dict[str, Value]]:
    """Return records ready for ``json.dumps``, redacted for a purpose."""
    return [export_row(row, for_purpose, language) for row in rows]
