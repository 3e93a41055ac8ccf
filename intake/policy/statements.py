r"""A TOML file statement by statement, each with its line, so that one that is off spoils no other.

``tomllib`` reads each statement; this only finds where one ends. Strings over several lines are
not taken: no value of a policy is one.

>>> [(one.line, one.path, one.value) for one in statements("a = 1\n[b]\nc = 2\n")]
[(1, ('a',), 1), (2, ('b',), None), (3, ('b', 'c'), 2)]
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

Path = tuple[str, ...]
_MOST: Final = 200  # lines of one statement
_NAME: Final = re.compile(r"""\s*("?)('?)([A-Za-z0-9_.-]+)\2\1\s*=""")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{3,}")
_TABLE: Final = re.compile(r"\s*\[+\s*([A-Za-z0-9_.-]+)")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; ``entry`` counts the tables of an array, from 1."""

    line: int
    kind: str  # value | table | array | broken
    path: Path
    value: object = None
    entry: int = 0
    why: str = ""  # what is off
    words: tuple[str, ...] = ()  # of a line that cannot be read


class _Place:
    """In which table the next value stands."""

    def __init__(self) -> None:
        self.path: Path = ()
        self.entry = 0
        self.lost = False  # below a header that could not be read
        self._entries: dict[Path, int] = {}

    def enter(self, path: Path, *, array: bool, lost: bool = False) -> None:
        self.path, self.lost, self.entry = path, lost, 0
        if array:
            self._entries[path] = self._entries.get(path, 0) + 1
            self.entry = self._entries[path]


def statements(text: str) -> Iterator[Statement]:
    """Yield every statement of a file, in order."""
    rows = text.replace("\r\n", "\n").split("\n")
    place, at = _Place(), 0
    while at < len(rows):
        bare = rows[at].strip()
        if not bare or bare.startswith("#"):
            at += 1
            continue
        said, end = _read(rows, at)
        yield from _told(said, rows[at], at + 1, place)
        at = end


def _read(rows: list[str], at: int) -> tuple[dict[str, object] | None, int]:
    """Return what the statement at a line says and where the next one begins."""
    for end in range(at + 1, _furthest(rows, at) + 1):
        try:
            return tomllib.loads("\n".join(rows[at:end])), end
        except (ValueError, RecursionError):  # the second: brackets without an end
            continue
    return None, at + 1


def _furthest(rows: list[str], at: int) -> int:
    """Return where a statement ends at the latest: a list goes on until another one begins."""
    if "=" not in rows[at] or "[" not in rows[at]:
        return at + 1
    last = min(at + _MOST, len(rows))
    for end in range(at + 1, last):
        if _NAME.match(rows[end]) or _TABLE.match(rows[end]):
            return end
    return last


def _told(
    said: dict[str, object] | None, row: str, line: int, place: _Place
) -> Iterator[Statement]:
    if said is None:
        yield _broken(row, line, place)
        return
    if row.lstrip().startswith("["):
        path, array = _header(said)
        place.enter(path, array=array)
        yield Statement(line, "array" if array else "table", path, entry=place.entry)
        return
    for path, value in _leaves(said):
        whole, kind = place.path + path, "broken" if place.lost else "value"
        yield Statement(line, kind, whole, value, place.entry, "table" if place.lost else "")  # fmt: skip


def _broken(row: str, line: int, place: _Place) -> Statement:
    """Return a statement that cannot be read, with the name that it seems to have."""
    why = "backslash" if "\\" in row else "syntax"
    table = _TABLE.match(row)
    if table:
        place.enter(tuple(table[1].split(".")), array=row.lstrip().startswith("[["), lost=True)  # fmt: skip
        return Statement(line, "broken", place.path, None, place.entry, why)
    named = _NAME.match(row)
    path = place.path + tuple(named[3].split(".")) if named else place.path
    words = tuple(_WORD.findall(row)) if not named else ()
    return Statement(line, "broken", path, None, place.entry, why, words)


def _header(said: dict[str, object]) -> tuple[Path, bool]:
    path: list[str] = []
    here: object = said
    while isinstance(here, dict) and here:
        ((name, here),) = here.items()
        path.append(name)
    return tuple(path), isinstance(here, list)


def _leaves(said: dict[str, object]) -> Iterator[tuple[Path, object]]:
    for name, value in said.items():
        if isinstance(value, dict):
            for path, leaf in _leaves(value):
                yield (name, *path), leaf
        else:
            yield (name,), tuple(value) if isinstance(value, list) else value
