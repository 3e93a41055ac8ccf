"""Time stamps (시점확인) without a network: a request leaves on a stick, the answer comes back.

* A request carries the hash and a number used once; nobody learns what the file is.
* Asked twice, the same request is written: an answer to either counts.
"""

from collections.abc import Sequence

from intake.clock import utc
from intake.crypto.timestamp import (
    Stamp,
    new_nonce,
    read_stamp,
    stamp_request,
    stamped_hash,
)
from intake.desk.lines import ms_at
from intake.desk.rooms import Rooms
from intake.desk.taking import chained, say_step, set_all
from intake.desk.views import NamedBytes
from intake.desk.views.evidence import StampLine
from intake.errors import InvalidInput, NotFound, StampRefused
from intake.ids import new_id
from intake.ledger import Deed
from intake.register import Row


class Stamps:
    """Asks for time stamps and takes them in."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def ask(self, row: Row) -> NamedBytes:
        """Return the request for a piece of evidence, and remember that it was asked."""
        if not row["sha256"]:
            raise InvalidInput(what="sha256", why="missing")
        waiting = self._waiting(row.id) or self._begin(row)
        sha256 = str(waiting["sha256"])
        data = stamp_request(sha256, int(str(waiting["nonce"])))
        return NamedBytes(f"ieum-{sha256[:12]}.tsq", data)

    def take(self, answer: bytes, authorities: Sequence[bytes]) -> StampLine:
        """Take an answer in.

        Raises:
            StampRefused: it is for nothing that was asked here, or does not hold.
        """
        sha256, nonce = stamped_hash(answer)
        asked = self._rooms.register.find("timestamp", sha256=sha256)
        waiting = next((one for one in asked if one["nonce"] == nonce), None)
        if waiting is None:
            raise StampRefused(why="nonce" if asked else "hash")
        stamp = read_stamp(answer, sha256, nonce, authorities)
        if not waiting["stamped_at"]:
            self._keep(waiting, stamp)
        return self._line(self._rooms.record("timestamp", waiting.id))

    def of(self, evidence: str) -> tuple[StampLine, ...]:
        """Return the time stamps of a piece of evidence, waiting ones too."""
        rows = self._rooms.register.find("timestamp", evidence=evidence)
        return tuple(self._line(row) for row in rows)

    def _waiting(self, evidence: str) -> Row | None:
        rows = self._rooms.register.find("timestamp", evidence=evidence)
        return next((row for row in rows if not row["stamped_at"]), None)

    def _begin(self, row: Row) -> Row:
        rooms, now = self._rooms, self._rooms.clock.wall()
        record = new_id(now)
        with chained(rooms, Deed.CUSTODY, str(row["case"])) as say:
            said = {
                "case": row["case"],
                "evidence": row.id,
                "sha256": row["sha256"],
                "nonce": new_nonce(),
                "asked_at": utc(now),
            }
            set_all(say, "timestamp", record, said)
        return rooms.record("timestamp", record)

    def _keep(self, waiting: Row, stamp: Stamp) -> None:
        rooms, case = self._rooms, str(waiting["case"])
        evidence = str(waiting["evidence"])
        if rooms.register.get("evidence", evidence) is None:
            raise NotFound(entity="evidence")
        with chained(rooms, Deed.CUSTODY, case) as say:
            said = {
                "stamped_at": stamp.at,
                "authority": stamp.authority,
                "root": stamp.root,
                "policy": stamp.policy,
                "serial": stamp.serial,
                "token": stamp.text,
            }
            set_all(say, "timestamp", waiting.id, {**said})
            say_step(rooms, say, (case, evidence), kind="STAMPED", sha256=stamp.sha256)

    def _line(self, row: Row) -> StampLine:
        return StampLine(
            id=row.id,
            evidence=str(row["evidence"]),
            asked_ms=ms_at(row["asked_at"]),
            stamped_ms=ms_at(row["stamped_at"]),
            authority=str(row["authority"] or ""),
            root=str(row["root"] or ""),
            policy=str(row["policy"] or ""),
            serial=str(row["serial"] or ""),
        )
