"""A sighting as another engine reads it (두 번째 의견의 표): one value of a kind in every row.

* Its training takes no lists (matching §3.5): of several values of a kind the first is taken.
* A value of very many is left out, and so is what is masked, shared or the victim's own.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final, TypeAlias

from intake.matching.sighting import Mark, Sighting

Row: TypeAlias = dict[str, str | int | None]

HUB: Final = 300  # sightings under one value: from here on it says nothing
# Accounts and numbers: whoever is to be compared at all has one of these in common.
NUMBERS: Final = ("phone", "telegram_id", "email", "bank", "wallet", "kakao_openchat")
HANDLES: Final = ("telegram", "kakao_id", "instagram", "twitter", "discord", "uploader")
OTHERS: Final = ("nickname", "name", "telegram_invite", "ip", "url", "sha256")
TEXTS: Final = ("region", "sex", "approach")
_COLUMNS: Final = (*NUMBERS, *HANDLES, *OTHERS)


def rows_of(sightings: Iterable[Sighting]) -> list[Row]:
    """Return sightings as the other engine reads them: one value of a kind, hubs left out."""
    rows = [_row(one) for one in sightings]
    for column in _COLUMNS:
        seen = Counter(row[column] for row in rows)
        for row in rows:
            if seen[row[column]] > HUB:
                row[column] = None
    return rows


def _row(sighting: Sighting) -> Row:
    row: Row = dict.fromkeys(("unique_id", *_COLUMNS, "born", *TEXTS))
    row["unique_id"] = sighting.ref
    for mark in sighting.marks:
        if mark.kind in _COLUMNS and row[mark.kind] is None and _counts(mark, sighting):
            row[mark.kind] = mark.value
    row.update({name: getattr(sighting, name) or None for name in TEXTS})
    if sighting.age is not None and sighting.year is not None:
        row["born"] = sighting.year - sighting.age
    return row


def _counts(mark: Mark, sighting: Sighting) -> bool:
    return not (mark.masked or mark.shared or mark.key in sighting.own)
