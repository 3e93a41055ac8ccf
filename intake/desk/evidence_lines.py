"""Evidence as it is shown: from the register's rows to what crosses the door."""

from intake.attachments import Attachments
from intake.desk.lines import ms_at
from intake.desk.rooms import Rooms
from intake.desk.views.evidence import CustodyLine, EvidenceLine
from intake.register import ListQuery, Row

_FIRST = ("RECEIVED", "TYPED", "HASHED", "SEALED")  # one action, in this order


class EvidenceLines:
    """Shows the evidence of one workspace."""

    def __init__(self, rooms: Rooms, shelf: Attachments) -> None:
        """Look for sealed files on this shelf."""
        self._rooms, self._shelf = rooms, shelf

    def line(self, row: Row) -> EvidenceLine:
        """Return a piece as a list shows it."""
        rooms, name = self._rooms, str(row["attachment"] or "")
        here = bool(name and row["attachment_key"]) and self._shelf.has(name)
        stamps = rooms.register.find("timestamp", evidence=row.id)
        system, number = row["outside_system"], row["outside_number"]
        return EvidenceLine(
            id=row.id,
            kind=str(row["kind"] or ""),
            kind_text=row.label("kind", rooms.language),
            title=str(row["title"] or ""),
            sha256=str(row["sha256"] or ""),
            pdq=str(row["pdq"] or ""),
            store=str(row["store"] or ""),
            store_text=row.label("store", rooms.language),
            sexual=row["sexual"] is not False,
            here=here,
            showable=here
            and may_show(row, self._shelf)
            and str(row["media_type"]).startswith("image/"),
            size=int(row["size"] or 0),
            media_type=str(row["media_type"] or ""),
            received_ms=ms_at(row["acquired_at"]),
            prints=self._count("fingerprint", row.id),
            custody=self._count("custody", row.id),
            stamped_ms=max((ms_at(one["stamped_at"]) for one in stamps), default=0),
            asked=any(not one["stamped_at"] for one in stamps),
            outside=" ".join(str(one) for one in (system, number) if one),
        )

    def _count(self, entity: str, evidence: str) -> int:
        query = ListQuery(entity, equals=(("evidence", evidence),))
        return self._rooms.register.count(query)

    def steps(self, evidence: str) -> tuple[CustodyLine, ...]:
        """Return the chain of a piece, oldest first."""
        rows = self._rooms.register.find("custody", evidence=evidence)
        return tuple(self._step(row) for row in sorted(rows, key=_in_time))

    def _step(self, row: Row) -> CustodyLine:
        language = self._rooms.language
        return CustodyLine(
            id=row.id,
            ms=ms_at(row["at"]),
            kind=str(row["kind"] or ""),
            kind_text=row.label("kind", language),
            by=str(row["by"] or ""),
            handed_to=str(row["handed_to"] or ""),
            purpose_text=row.label("purpose", language),
            reason=str(row["reason"] or ""),
            seconds=int(row["seconds"] or 0),
            medium_number=str(row["medium_number"] or ""),
            sha256=str(row["sha256"] or ""),
        )


def may_show(row: Row, shelf: Attachments) -> bool:
    """Whether a piece may ever be shown; what was withheld stays so, whatever is said later."""
    name = str(row["attachment"] or "")
    withheld = bool(name) and shelf.is_withheld(name)
    return row["sexual"] is False and row["material"] != "CSAM" and not withheld


def _in_time(row: Row) -> tuple[str, int, int]:
    """Order steps: by their moment, then as they were said, then as they follow each other."""
    kind = str(row["kind"])
    rank = _FIRST.index(kind) if kind in _FIRST else len(_FIRST)
    return str(row["at"]), row.said, rank
