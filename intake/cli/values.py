"""Values on the command line: from text to what a verb takes, from what it gives to JSON.

* A mapping or a frozen value is given as JSON; bytes as ``@FILE``; a folder as its path.
* What comes back is JSON with the same names as the values have in Python.

>>> shown(NamedBytes("a.pdf", b"%PDF"))
{'name': 'a.pdf', 'data': {'bytes': 4}}
"""

import dataclasses
import datetime as dt
import enum
import json
import types
import typing
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Union

from intake.desk import NamedBytes
from intake.errors import InvalidInput

Json = Any


def given(text: str, kind: Any, name: str) -> Any:  # noqa: ANN401 - types are looked up at run time
    """Return an argument as the verb wants it.

    Raises:
        InvalidInput: it does not have that form.
    """
    try:
        return _given(text, kind)
    except (ValueError, TypeError, OSError) as error:
        raise InvalidInput(what="argument", name=name) from error


def _given(text: str, kind: Any) -> Any:  # noqa: ANN401
    kinds = _alternatives(kind)
    if bytes in kinds:
        return Path(text.removeprefix("@")).read_bytes()
    if Path in kinds:
        return Path(text)
    if bool in kinds and text in {"true", "false"}:
        return text == "true"
    if int in kinds and text.lstrip("-").isdigit():
        return int(text)
    if str in kinds or any(typing.get_origin(one) is typing.Literal for one in kinds):
        return text
    return _structured(json.loads(text), kinds)


def _structured(said: Json, kinds: tuple[Any, ...]) -> Any:  # noqa: ANN401
    for one in kinds:
        if (
            isinstance(one, type)
            and dataclasses.is_dataclass(one)
            and isinstance(said, Mapping)
        ):
            return one(**said)
    return said


def _alternatives(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401
    if typing.get_origin(kind) in {Union, types.UnionType}:
        return typing.get_args(kind)
    return (kind,)


def shown(value: object) -> Json:
    """Return a value as JSON; bytes are only counted, a person saves them with ``--out``."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            one.name: shown(getattr(value, one.name))
            for one in dataclasses.fields(value)
        }
    if isinstance(value, Mapping):
        pairs = {
            str(name): shown(one) for name, one in value.items() if one is not None
        }
        return {"id": value.id, **pairs} if hasattr(value, "id") else pairs
    if isinstance(value, enum.Enum | bytes):
        return {"bytes": len(value)} if isinstance(value, bytes) else shown(value.value)
    if isinstance(value, list | tuple | frozenset | set | array):
        listed = sorted(value) if isinstance(value, frozenset | set) else value
        return [shown(one) for one in listed]
    if isinstance(value, Path | dt.date):
        return str(value)
    return value


def bytes_of(value: object) -> tuple[str, bytes] | None:
    """Return the file a verb gave, with the name it suggests; None where it gave none."""
    if isinstance(value, bytes):
        return "ieum.pdf", value
    if isinstance(value, NamedBytes):
        return value.name, value.data
    return None
