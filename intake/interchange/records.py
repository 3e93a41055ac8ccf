"""The words of the open format ``ieum-records`` (기록 파일); ``FORMAT.md`` is for people.

* A text cell that a sheet program would run as a formula gets ``'`` before it, and so does one
  that begins with ``'``: taking one away gives back what was there.

>>> guarded("=1+1"), guarded("'a"), unguarded(guarded("'=a"))
("'=1+1", "''a", "'=a")
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from intake.ids import natural_id
from intake.register import Field, Type, Value
from intake.register.vocabulary import is_id

FORMAT: Final = "ieum-records"
VERSION: Final = 1
MARK: Final = f"{FORMAT}-{VERSION} "  # before the entity in the first cell of a header
_MARKED: Final = re.compile(rf"{FORMAT}-(\d{{1,4}}) ([a-z_]{{1,40}})")
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


@dataclass(frozen=True, slots=True)
class Record:
    """One record as a file tells it."""

    row: int
    entity: str
    id: str
    case: str
    fields: Mapping[str, Value] = field(repr=False)


def marked(cell: str) -> tuple[int, str] | None:
    """Return version and entity of a header's first cell; None where it is not ours."""
    found = _MARKED.fullmatch(cell.strip())
    return (int(found[1]), found[2]) if found else None


def guarded(text: str) -> str:
    """Return text that no sheet program runs."""
    return f"'{text}" if text.startswith(_RISKY) else text


def unguarded(text: str) -> str:
    """Return what was guarded."""
    return text.removeprefix("'") if text.startswith("'") else text


def spelled(declared: Field, value: Value) -> str:
    """Return a value as a cell of our own sheets."""
    if declared.type is Type.SCALAR:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def unspelled(declared: Field, text: str) -> Value:
    """Return the value of a cell of our own sheets; text that fits nothing stays text."""
    if text == "":
        return None
    if declared.type is Type.SCALAR:
        return _scalar(text)
    if declared.type is Type.BOOL and text in {"true", "false"}:
        return text == "true"
    if declared.type is Type.INT and re.fullmatch(r"-?\d{1,16}", text, re.ASCII):
        return int(text)
    return text


def _scalar(text: str) -> Value:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, str | int | bool) else text


def id_in(source: str, entity: str, name: str) -> str:
    """Return the id of a record that a file names: an id, or a name of the file's own."""
    return name if is_id(name) else natural_id(FORMAT, source, entity, name)
