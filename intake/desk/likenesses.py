"""Recognise what was seen before (재유포 찾기): equal files, and pictures that look alike.

* Inside the case the items are named; of other cases only how many there are.
* Equal SHA-256 is proof; a near fingerprint is a lead for a person.
"""

import uuid
from typing import TYPE_CHECKING, NamedTuple

from intake.desk.rooms import Rooms
from intake.desk.views.evidence import LikeLine, Likenesses
from intake.evidence import MATCH, likeness
from intake.progress import Progress
from intake.register import Row

if TYPE_CHECKING:
    from intake.evidence.prints import Bits

_PIECE = 20_000
_ASKED = 48  # fingerprints one question is asked with, each in eight orientations


class _Known(NamedTuple):
    """Every fingerprint of the vault: its words, and the number of the item it belongs to."""

    at: int  # the newest stamp when they were read
    bits: "Bits"
    items: list[int]
    names: list[tuple[bytes, bytes]]  # evidence, case


class Likeness:
    """Compares what one vault knows."""

    def __init__(self, rooms: Rooms) -> None:
        """Know nothing yet; the fingerprints are read with the first question."""
        self._rooms = rooms
        self._known: _Known | None = None

    def of(self, row: Row, progress: Progress) -> Likenesses:
        """Return what a piece of evidence is like."""
        case = str(row["case"])
        near = self._near(row, progress)
        equal = self._equal(row)
        near |= dict.fromkeys(equal, 0)
        near.pop(row.id, None)
        here = [(one, far) for one, far in near.items() if self._case(one) == case]
        others: dict[str, int] = {}
        for one, far in near.items():
            home = self._case(one)
            if home not in {case, ""}:
                others[home] = min(far, others.get(home, far))
        lines = (self._line(one, far, one in equal) for one, far in here)
        return Likenesses(
            here=tuple(sorted(lines, key=lambda line: (line.distance, line.evidence))),
            cases=sum(far <= MATCH for far in others.values()),
            cases_to_look=sum(far > MATCH for far in others.values()),
        )

    def _case(self, evidence: str) -> str:
        row = self._rooms.register.get("evidence", evidence)
        return "" if row is None or row.gone else str(row["case"] or "")

    def _line(self, evidence: str, far: int, exact: bool) -> LikeLine:
        row = self._rooms.record("evidence", evidence)
        return LikeLine(
            evidence=evidence,
            title=str(row["title"] or ""),
            kind_text=row.label("kind", self._rooms.language),
            likely="same" if exact or likeness(far) == "same" else "look",
            distance=far,
            exact=exact,
        )

    def _equal(self, row: Row) -> frozenset[str]:
        if not row["sha256"]:
            return frozenset()
        rows = self._rooms.register.find("evidence", sha256_key=row["sha256"])
        return frozenset(one.id for one in rows if not one.gone and one.id != row.id)

    def _near(self, row: Row, progress: Progress) -> dict[str, int]:
        """Return every item with a fingerprint near one of this item's."""
        from intake.evidence.prints import GOOD  # noqa: PLC0415 - loads with the first
        from intake.evidence.scan import scan  # noqa: PLC0415 - question

        found = self._rooms.register.find("fingerprint", evidence=row.id)
        asked = _spread([one for one in found if _counts(one["quality"], GOOD)])
        known = self._read(progress) if asked else None
        if known is None or not known.items:
            return {}
        near: dict[str, int] = {}
        for place, far in scan(known.bits, asked, progress):
            name = _id(known.names[known.items[place]][0])
            near[name] = min(far, near.get(name, far))
        return near

    def _read(self, progress: Progress) -> _Known:
        from intake.evidence.prints import packed  # noqa: PLC0415 - as above

        now = self._rooms.ledger.clock.last  # grows with every word said or heard
        if self._known is not None and self._known.at == now:
            return self._known
        values: list[str] = []
        items: list[int] = []
        places: dict[tuple[bytes, bytes], int] = {}
        with self._rooms.vault.reading() as db:
            for value, evidence, case in db.each(_EVERY):
                values.append(value)
                items.append(places.setdefault((evidence, case), len(places)))
                if len(values) % _PIECE == 0:
                    progress.step(len(values), 0, "progress-evidence-comparing")
        self._known = _Known(now, packed(values), items, list(places))
        return self._known


# A print of too little is like everything; one typed in has no quality and counts.
_EVERY = (
    'SELECT value, evidence, "case" FROM r_fingerprint'
    " WHERE deleted IS NULL AND length(value) = 64"
    " AND evidence IS NOT NULL AND coalesce(quality, 100) >= 50"
)


def _spread(rows: list[Row]) -> list[str]:
    """Return the fingerprints a question is asked with: of a long film some, evenly spread."""
    rows.sort(key=lambda row: (int(row["at_ms"] or 0), str(row["kind"])))
    step = -(-len(rows) // _ASKED) or 1
    return list(dict.fromkeys(str(row["value"]) for row in rows[::step]))


def _counts(quality: object, least: int) -> bool:
    return not isinstance(quality, int) or quality >= least


def _id(blob: bytes) -> str:
    return str(uuid.UUID(bytes=bytes(blob)))
