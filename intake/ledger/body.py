r"""One entry as bytes, and back.

* The bytes are canonical JSON; they are written once and never re-encoded. What arrives is
  kept verbatim, whatever its key order.
* Keys: ``a`` actor, ``c`` class, ``d`` deed, ``o`` operations, ``s`` scope, ``t`` stamp,
  ``v`` schema; only where needed ``b`` batch, ``z`` closes it, ``e`` erasures, ``f`` clock fixes.
* A body that is not of this shape is somebody's newer form, or nonsense: ``read`` returns
  None and the ledger keeps the bytes for a version that understands them.

>>> entry = Entry(5, Scope("case/…"), "core", "kim", "note", 1)
>>> write(entry)
b'{"a":"kim","c":"core","d":"note","o":[],"s":"case/\xe2\x80\xa6","t":5,"v":1}'
"""

import json
import re
from typing import Any

from intake.crypto.digest import canonical_json
from intake.ids import Scope
from intake.ledger.change import ClockFix, Entry, Erasure, Op

NOWHERE = "unread/00000000-0000-0000-0000-000000000000"

_NEEDED = frozenset("acdostv")
_KNOWN = _NEEDED | frozenset("bzef")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SCOPE = re.compile(r"[a-z]{1,16}/" + _UUID.pattern)
_TIE = re.compile(r"[0-9a-f]{28}")
_LARGEST = 2**53 - 1  # what every JSON reader keeps exactly
_ROWS_LIMIT = 1_000  # orders to destroy, or clock fixes, in one entry
_SCALARS = (str, int, bool, type(None))


def write(entry: Entry) -> bytes:
    """Return the canonical body of an entry."""
    body: dict[str, object] = {
        "a": entry.actor,
        "c": entry.cls,
        "d": entry.deed,
        "o": [[o.entity, o.eid, o.field, o.value, list(o.base)] for o in entry.ops],
        "s": entry.scope,
        "t": entry.stamp,
        "v": entry.schema,
    }
    if entry.batch:
        body["b"] = entry.batch
    if entry.closes:
        body["z"] = True
    if entry.erasures:
        body["e"] = [[e.part, e.ground] for e in entry.erasures]
    if entry.fixes:
        body["f"] = [[f.log, f.n0, f.n1, f.delta] for f in entry.fixes]
    return canonical_json(body)


def read(body: bytes) -> dict[str, Any] | None:
    """Return a body as plain data when it has the shape this version knows.

    Plain data and not ``Entry``: a merge reads a million operations.
    """
    try:
        data = json.loads(body.decode())
    except (ValueError, RecursionError):
        return None
    if type(data) is not dict or not (data.keys() >= _NEEDED and data.keys() <= _KNOWN):
        return None
    return data if _fits(data, wary=b"\\u" in body) else None


def place_of(body: bytes) -> tuple[str, str]:
    """Return scope and class of a body, as far as they can be read at all."""
    try:
        data = json.loads(body)
        scope, cls = data["s"], data["c"]
    except (ValueError, RecursionError, TypeError, KeyError):
        return NOWHERE, "core"
    if type(scope) is not str or type(cls) is not str or not _SCOPE.fullmatch(scope):
        return NOWHERE, "core"
    return (scope, cls) if is_text(cls) else (NOWHERE, "core")


def entry_of(body: bytes) -> Entry | None:
    """Return a body as a value, for screens, papers and tests."""
    data = read(body)
    if data is None:
        return None
    return Entry(
        stamp=data["t"],
        scope=Scope(data["s"]),
        cls=data["c"],
        actor=data["a"],
        deed=data["d"],
        schema=data["v"],
        ops=tuple(Op(o[0], o[1], o[2], o[3], tuple(o[4])) for o in data["o"]),
        batch=data.get("b", ""),
        closes=data.get("z", False),
        erasures=tuple(Erasure(*e) for e in data.get("e", ())),
        fixes=tuple(ClockFix(*f) for f in data.get("f", ())),
    )


def _fits(data: dict[str, Any], *, wary: bool) -> bool:
    """Say whether every part has its type; ``wary`` looks into escaped text as well."""
    texts = [data["a"], data["c"], data["d"], data["s"], data.get("b", "")]
    numbers = [data["t"], data["v"]]
    if not all(type(text) is str for text in texts):
        return False
    if not all(type(number) is int and 0 <= number < 2**63 for number in numbers):
        return False
    if not _SCOPE.fullmatch(data["s"]) or type(data["o"]) is not list:
        return False
    if wary and not all(is_text(text) for text in texts):
        return False
    return _special_fits(data, wary=wary) and _ops_fit(data["o"], wary=wary)


def _special_fits(data: dict[str, Any], *, wary: bool) -> bool:
    if type(data.get("z", False)) is not bool:
        return False
    return all(
        _rows_fit(data[key], types, wary=wary)
        for key, types in (("e", (str, str)), ("f", (str, int, int, int)))
        if key in data
    )


def _rows_fit(rows: object, types: tuple[type, ...], *, wary: bool) -> bool:
    """Say whether these are rows of such parts, each of a size that can be stored."""
    if type(rows) is not list or len(rows) > _ROWS_LIMIT:
        return False
    return all(
        type(row) is list
        and tuple(type(part) for part in row) == types
        and all(_part_fits(part, wary=wary) for part in row)
        for row in rows
    )


def _part_fits(part: str | int, *, wary: bool) -> bool:
    if isinstance(part, str):
        return not wary or is_text(part)
    return abs(part) <= _LARGEST


def _ops_fit(ops: list[Any], *, wary: bool) -> bool:
    """Say whether every operation has its shape; one loop, for a merge reads a million."""
    is_uuid = _UUID.fullmatch
    for op in ops:
        if type(op) is not list or len(op) != 5:  # noqa: PLR2004
            return False
        entity, eid, field, value, base = op
        if not (type(entity) is type(field) is type(eid) is str and is_uuid(eid)):
            return False
        if "/" in entity or not (type(value) is str or _number_fits(value)):
            return False
        if type(base) is not list or (base and not all(_is_tie(tie) for tie in base)):
            return False
        if wary and not all(is_text(part) for part in op if type(part) is str):
            return False
    return True


def _number_fits(value: object) -> bool:
    return type(value) in _SCALARS and (
        type(value) is not int or abs(value) <= _LARGEST
    )


def _is_tie(tie: object) -> bool:
    return type(tie) is str and _TIE.fullmatch(tie) is not None


def is_text(text: str) -> bool:
    """Say whether text can be stored: no lone surrogate, no NUL."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in text
