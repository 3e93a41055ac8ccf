"""The official vocabulary (분류표): every code with its Korean and English words.

* ``resources/codelists.json`` is the list of codes; nothing is spelled out elsewhere.
* A list marked ``proposed`` is ours; the others are the words of law and annual report.
* A code list of the central desk (코드표) may change the lists in ``OPEN``: no rule of the program
  hangs on their codes and no table counts by them. A code that it takes out is *gone*: it stays
  readable and fits where it was said already, and is offered to nobody.
* One program works in one vault: what is in use there is in use here, until another is opened.

>>> CODES.label("route", "VISIT", "ko"), CODES.label("route", "VISIT", "en")
('방문', 'Visit')
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from intake.text.place import resource

OPEN: Final = (
    *("action_result", "approach_channel", "case_close", "contact_method", "demand"),
    *("disability", "found_how", "handover_reason", "job_group", "language"),
    *("learned_by", "nationality_group", "region", "relation_detail"),
    *("spread_extent", "withhold_reason"),
)


@dataclass(frozen=True, slots=True)
class Code:
    """One code of one list."""

    code: str
    ko: str
    en: str
    proposed: bool = False
    gone: bool = False  # offered no more; what was said with it stays readable


class Codes:
    """All lists by name."""

    def __init__(self, lists: Mapping[str, Sequence[Code]]) -> None:
        """Begin with the lists that come with the program."""
        self.edition = 0  # one more whenever the lists change
        self._own = {name: tuple(codes) for name, codes in lists.items()}
        self._take(self._own)

    @property
    def lists(self) -> Mapping[str, tuple[Code, ...]]:
        """Every code there is or was, by list: those that are offered first."""
        return self._lists

    @property
    def own(self) -> Mapping[str, tuple[Code, ...]]:
        """The lists as they come with the program."""
        return self._own

    def use(self, now: Mapping[str, Sequence[Code]], former: Iterable[Mapping[str, Sequence[Code]]] = ()) -> None:  # fmt: skip
        """Offer what these lists say; what stands only in the program or in ``former`` is gone.

        A list that is none of ``OPEN`` stays as it is.
        """
        lists, before = dict(self._own), tuple(former)
        for name in OPEN:
            every = [now.get(name, ()), self._own.get(name, ()), *(one.get(name, ()) for one in before)]  # fmt: skip
            offered = every[0] or every[1]
            codes = {one.code: replace(one, gone=False) for one in offered}
            for one in (one for lines in every for one in lines):
                codes.setdefault(one.code, replace(one, gone=True))
            lists[name] = tuple(codes.values())
        self._take(lists)

    def offered(self, name: str) -> tuple[Code, ...]:
        """Return the codes of a list that somebody may choose."""
        return tuple(one for one in self._lists[name] if not one.gone)

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

    def _take(self, lists: Mapping[str, tuple[Code, ...]]) -> None:
        self.edition += 1
        self._index = {name: {one.code: one for one in codes} for name, codes in lists.items()}  # fmt: skip
        self._lists = lists


def read_codes(path: Path) -> Codes:
    """Read the lists from their file."""
    lists = json.loads(path.read_text(encoding="utf-8"))
    return Codes({name: tuple(Code(**one) for one in rows) for name, rows in lists.items()})  # fmt: skip


CODES = read_codes(resource("codelists.json"))
