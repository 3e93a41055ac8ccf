"""The official vocabulary (분류표): every code with its Korean and English words.

* ``resources/codelists.json`` is the only list of codes; nothing is spelled out elsewhere.
* A list marked ``proposed`` is ours; the others are the words of law and annual report.

>>> CODES.label("route", "VISIT", "ko"), CODES.label("route", "VISIT", "en")
('방문', 'Visit')
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from intake.text.place import resource


@dataclass(frozen=True, slots=True)
class Code:
    """One code of one list."""

    code: str
    ko: str
    en: str
    proposed: bool = False


@dataclass(frozen=True)
class Codes:
    """All lists by name."""

    lists: dict[str, tuple[Code, ...]]

    @cached_property
    def _index(self) -> dict[str, dict[str, Code]]:
        return {
            name: {one.code: one for one in codes} for name, codes in self.lists.items()
        }

    def holds(self, names: Iterable[str], code: str) -> bool:
        """Whether one of the lists has the code."""
        return any(code in self._index[name] for name in names)

    def label(self, name: str, code: str, language: str) -> str:
        """Return the official words of a code; the code itself where it is unknown."""
        known = self._index[name].get(code)
        if known is None:
            return code
        return known.ko if language == "ko" else known.en

    def label_in(self, names: Iterable[str], code: str, language: str) -> str:
        """Return the words of a code from the first of several lists that has it."""
        for name in names:
            if code in self._index[name]:
                return self.label(name, code, language)
        return code


def read_codes(path: Path) -> Codes:
    """Read the lists from their file."""
    lists = json.loads(path.read_text(encoding="utf-8"))
    return Codes(
        {name: tuple(Code(**one) for one in rows) for name, rows in lists.items()}
    )


CODES = read_codes(resource("codelists.json"))
