"""Which notices there are, and which wait (연결 알림 목록): asked of the tables, a page at a time.

* A notice is a central desk's word and nobody else's; an answer is the word of the center that
  was told. Who said something is asked of the ledger, never of a field.
* The newest answer counts; of a recalled notice the one that says the recall was seen.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from intake.desk.joint_standing import reply_of
from intake.desk.rooms import Rooms
from intake.errors import NotFound
from intake.ids import Scope, record_of
from intake.vault import Database

STATES: Final = ("ALL", "NEW", "ANSWERED", "SENT", "RECALLED")


def _scope(kind: str, column: str) -> str:
    """Return the SQL of the scope of a record."""
    at = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
    parts = "||'-'||".join(f"substr(hex({column}),{a},{n})" for a, n in at)
    return f"'{kind}/'||lower({parts})"


_ANSWER = f"""(SELECT a.answer FROM r_notice_answer a
  JOIN scope w ON w.scope = {_scope("record", "a.id")} AND w.owner = n.to_center
  WHERE a.notice = n.id AND a.deleted IS NULL
  ORDER BY a.answer = 'RECALL_SEEN' DESC, a.said DESC, a.id DESC LIMIT 1)"""  # noqa: S608 - our own words
_REPLACED = """n.kind IS 'REPLY' AND EXISTS (SELECT 1 FROM r_link_notice o
  WHERE o.request = n.request AND o.deleted IS NULL AND o.kind = 'REPLY'
    AND o.state = 'SENT')"""
_DAY = "coalesce(n.said_on, '')"
_TOLD = f"""FROM r_link_notice n JOIN scope s ON s.scope = {_scope("link", "n.id")}
WHERE n.deleted IS NULL AND s.owner IN (?*)"""
_WAITS: Final = {
    "center": f"""CASE WHEN n.state IS 'RECALLED'
      THEN {_ANSWER} IS NOT 'RECALL_SEEN' AND NOT ({_REPLACED})
      ELSE {_ANSWER} IS NULL END""",
    "central": f"""n.state = 'SENT' AND n.id IN (SELECT notice FROM r_notice_answer
      WHERE answer = 'DISAGREES' AND deleted IS NULL) AND {_ANSWER} = 'DISAGREES'""",  # noqa: S608 - our own words
}
_SHOWN: Final = f"SELECT {_DAY}, n.id FROM r_link_notice n WHERE n.id = ?"  # noqa: S608 - our own words
_OF_STATE: Final = {
    "ALL": "1",
    "ANSWERED": f"{_ANSWER} IS NOT NULL",
    "SENT": "n.state = 'SENT'",
    "RECALLED": "n.state = 'RECALLED'",
}


class _Told(NamedTuple):
    """One notice: its scope, whether it is a request that stands, its day."""

    scope: Scope
    asks: bool
    day: str


class Lists:
    """Pages and counts of the notices for this center; at the central desk of all it said."""

    def __init__(self, rooms: Rooms) -> None:
        """Ask once who may tell anybody anything."""
        self._rooms = rooms
        self._central = tuple(sorted(rooms.exchange.trust.central_codes())) or ("",)
        self._role = "central" if rooms.who.role == "central" else "center"

    def page(self, state: str, limit: int, after: str) -> tuple[str, ...]:
        """Return the notices of a state, newest first: ``limit`` of them ``after`` one shown.

        Raises:
            NotFound: there is no notice to go on after.
        """
        with self._rooms.vault.reading() as db:
            below, values = self._after(db, after)
            most = -1 if state == "NEW" else limit
            sql = f" ORDER BY {_DAY} DESC, n.id DESC LIMIT ?"
            found = self._all(db, state, below + sql, (*values, most))
        return tuple(one for one, _ in zip(self._waiting(found, state), range(limit), strict=False))  # fmt: skip

    def count(self, state: str) -> int:
        """Return how many notices there are of a state."""
        with self._rooms.vault.reading() as db:
            if state != "NEW":
                sql, values = self._from(state)
                row = db.one(f"SELECT count(*) {sql}", values)
                return int(row[0]) if row else 0
            found = self._all(db, state, "", ())
        return sum(1 for _ in self._waiting(found, state))

    def counts(self) -> dict[str, int]:
        """Return how many there are of every state."""
        return {state: self.count(state) for state in STATES}

    # --- within ----------------------------------------------------------------------

    def _waiting(self, found: list[_Told], state: str) -> Iterator[str]:
        """Yield the records; a request that has its reply waits for nothing."""
        for one in found:
            record = record_of(one.scope)
            if state == "NEW" and one.asks and self._role == "center":
                row = self._rooms.register.get("link_notice", record)
                if row is not None and reply_of(self._rooms, row):
                    continue
            yield record

    def _all(
        self, db: Database, state: str, more: str, values: tuple[str | int | bytes, ...]
    ) -> list[_Told]:
        sql, bound = self._from(state)
        asks = "n.kind IS 'REQUEST' AND n.state IS 'SENT'"
        rows = db.all(f"SELECT s.scope, {asks}, {_DAY} {sql}{more}", (*bound, *values))
        return [_Told(Scope(scope), bool(asked), day) for scope, asked, day in rows]

    def _from(self, state: str) -> tuple[str, tuple[str, ...]]:
        test = _WAITS[self._role] if state == "NEW" else _OF_STATE[state]
        told = _TOLD.replace("?*", ",".join("?" * len(self._central)))
        if self._role == "central":
            return f"{told} AND ({test})", self._central
        own = self._rooms.who.center_code
        return f"{told} AND n.to_center = ? AND ({test})", (*self._central, own)

    def _after(self, db: Database, after: str) -> tuple[str, tuple[str | bytes, ...]]:
        if not after:
            return "", ()
        row = db.one(_SHOWN, (_blob(after),))
        if row is None:
            raise NotFound(entity="link_notice")
        return f" AND ({_DAY}, n.id) < (?, ?)", (str(row[0]), bytes(row[1]))


def _blob(record: str) -> bytes:
    try:
        return bytes.fromhex(record.replace("-", ""))
    except ValueError as error:
        raise NotFound(entity="link_notice") from error
