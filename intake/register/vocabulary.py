"""What may be said: the ledger asks here before it writes a word down.

* An unknown field has no class: the ledger keeps it for the version that knows it.
* A value fits its type and its code list, or ``InvalidAnswer`` names the field and the
  reason; the value itself is never in the error.
* ``None`` always fits: it takes a word back.

>>> VOCABULARY.class_of("case", "alias"), VOCABULARY.class_of("case", "zodiac")
('identity', None)
"""

import datetime as dt
import re
import uuid
from collections.abc import Callable
from typing import TypeAlias

from intake.errors import InvalidAnswer
from intake.register.codes import CODES
from intake.register.guard import mask_numbers
from intake.register.schema import VERSION, Field, Search, Type, field_of

Value: TypeAlias = str | int | bool | None
_Why: TypeAlias = Callable[[Field, Value], str]

_TEXT_CHARS = 2_000
_LONGTEXT_CHARS = 16_000  # a body is at most 64 KiB, a syllable three bytes
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


def is_date(value: str) -> bool:
    """Whether this is a real year, month or day."""
    if not _DATE.fullmatch(value):
        return False
    try:
        dt.date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


def is_instant(value: str) -> bool:
    """Whether this is a real moment in UTC."""
    if not _INSTANT.fullmatch(value):
        return False
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_id(value: str) -> bool:
    """Whether this is the canonical spelling of a record's id."""
    try:
        return str(uuid.UUID(value)) == value
    except ValueError:
        return False


def _why_text(field: Field, value: Value) -> str:
    limit = _TEXT_CHARS if field.type is Type.TEXT else _LONGTEXT_CHARS
    if not isinstance(value, str):
        return "not-text"
    return "too-long" if len(value) > limit else ""


def _why_int(field: Field, value: Value) -> str:
    if not isinstance(value, int) or isinstance(value, bool):
        return "not-a-number"
    fits = not field.high or field.low <= value <= field.high
    return "" if fits else "out-of-bounds"


def _why_code(field: Field, value: Value) -> str:
    if not isinstance(value, str):
        return "not-a-code"
    return "" if CODES.holds(field.choices, value) else "unknown-code"


def _why_bool(_field: Field, value: Value) -> str:
    return "" if isinstance(value, bool) else "not-yes-or-no"


def _why_scalar(field: Field, value: Value) -> str:
    return "" if isinstance(value, int) else _why_text(field, value)


def _spelled(fits: Callable[[str], object], why: str) -> _Why:
    def check(_field: Field, value: Value) -> str:
        return "" if isinstance(value, str) and fits(value) else why

    return check


_WHY: dict[Type, _Why] = {
    Type.TEXT: _why_text,
    Type.LONGTEXT: _why_text,
    Type.INT: _why_int,
    Type.BOOL: _why_bool,
    Type.CODE: _why_code,
    Type.DATE: _spelled(is_date, "not-a-date"),
    Type.INSTANT: _spelled(is_instant, "not-a-moment"),
    Type.ID: _spelled(is_id, "not-an-id"),
    Type.DIGEST: _spelled(_DIGEST.fullmatch, "not-a-digest"),
    Type.SCALAR: _why_scalar,
}


def why_not(field: Field, value: Value) -> str:
    """Return the reason a value does not fit, or nothing."""
    return "" if value is None else _WHY[field.type](field, value)


_WORDED = frozenset({Type.TEXT, Type.LONGTEXT, Type.SCALAR})

# The victim's own account is identity, and a record of its own: ``own_account``.
_ELSEWHERE: dict[tuple[str, str, Value], str] = {
    ("identifier", "role", "VICTIM"): "own-account",
}


class _Vocabulary:
    """The schema, as the ledger wants to be told about it."""

    version = VERSION

    def class_of(self, entity: str, field: str) -> str | None:
        """Return the class of a field; None for one this version does not know."""
        known = field_of(entity, field)
        return known.cls if known else None

    def clean(self, entity: str, field: str, text: str) -> str:
        """Return a text with every resident number masked; addresses stay as they are."""
        known = field_of(entity, field)
        if known is None or known.type not in _WORDED or known.search is Search.URL:
            return text
        return mask_numbers(text)

    def check(self, entity: str, field: str, value: Value) -> None:
        """Check one value.

        Raises:
            InvalidAnswer: the field is unknown here, or the value does not fit it.
        """
        known = field_of(entity, field)
        why = "unknown-field" if known is None else ""
        if known is not None:
            why = _ELSEWHERE.get((entity, field, value)) or why_not(known, value)
        if why:
            raise InvalidAnswer(question=f"{entity}/{field}", why=why)


VOCABULARY = _Vocabulary()
