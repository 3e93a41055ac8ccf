"""Finding again (다시 찾기): saved filters and the cases that were open last.

* Both belong to this laptop and to the counselor who made them; neither is in the ledger.
* A saved filter keeps what was typed, so it lies in the encrypted vault like everything else.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from intake.desk.rooms import Rooms
from intake.desk.views import CaseLine, CaseQuery
from intake.desk.views.finding import SavedFilter
from intake.errors import InvalidInput
from intake.register import Row

_MOST_SAVED, _MOST_RECENT, _LONGEST = 24, 40, 60


class Finder:
    """What can be done to find a case again."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def saved(self) -> tuple[SavedFilter, ...]:
        """Return the filters of the person in front, by name."""
        kept = self._read("filters")
        return tuple(
            SavedFilter(name, CaseQuery(**kept[name])) for name in sorted(kept)
        )

    def save(self, name: str, query: CaseQuery) -> None:
        """Keep a filter under a name; the same name replaces it.

        Raises:
            InvalidInput: no name, a name that is too long, or too many filters.
        """
        name, kept = name.strip(), self._read("filters")
        if not 0 < len(name) <= _LONGEST:
            raise InvalidInput(what="filter", why="name")
        if name not in kept and len(kept) >= _MOST_SAVED:
            raise InvalidInput(what="filter", why="too-many", most=_MOST_SAVED)
        kept[name] = asdict(query)
        self._keep("filters", kept)

    def drop(self, name: str) -> None:
        """Forget a filter; one that is not there is forgotten already."""
        kept = self._read("filters")
        kept.pop(name, None)
        self._keep("filters", kept)

    def opened(self, case: str) -> None:
        """Remember that a case was looked at."""
        self._rooms.case(case)
        kept = {case: None} | dict.fromkeys(self._read("recent"))
        self._keep("recent", dict.fromkeys([*kept][:_MOST_RECENT]))

    def recent(self, limit: int = 20) -> tuple[CaseLine, ...]:
        """Return the cases that were looked at last, newest first; erased ones are gone."""
        from intake.desk.cases import Cases  # noqa: PLC0415 - the list of cases is its own noun

        rows = [self._rooms.register.get("case", one) for one in self._read("recent")]
        here: list[Row] = [row for row in rows if row is not None and not row.gone]
        return Cases(self._rooms).lines([row.row for row in here[:limit]])

    def _read(self, kind: str) -> dict[str, dict[str, Any]]:
        text = self._rooms.vault.fact(f"{kind}/{self._rooms.who.counselor}")
        found = json.loads(text) if text else {}
        return found if isinstance(found, dict) else {}

    def _keep(self, kind: str, kept: object) -> None:
        text = json.dumps(kept, ensure_ascii=False)
        self._rooms.vault.keep_fact(f"{kind}/{self._rooms.who.counselor}", text)
        self._rooms.touched.add("finder")


def _query(kept: Mapping[str, Any]) -> CaseQuery:
    """Return a kept filter; what a newer version kept beside it is left aside."""
    names = {one.name for one in fields(CaseQuery)}
    return CaseQuery(**{name: kept[name] for name in names & kept.keys()})
