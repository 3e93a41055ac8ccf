"""Where an entry stands once the clock fixes over its segment are taken into account."""

from intake.clock import stamp_at
from intake.ledger.change import ClockFix
from intake.vault import Database

_LAST = 2**63 - 1


class Fixes:
    """Every fix known, newest first."""

    def __init__(self, db: Database) -> None:
        """Read them; there are few."""
        self._rows: dict[str, list[ClockFix]] = {}
        for row in db.all(
            "select log, n0, n1, delta from clockfix order by hlc desc, tie desc"
        ):
            self._rows.setdefault(row[0], []).append(ClockFix(*row))

    def effective(self, stamp: int, log: str, n: int) -> int:
        """Return where an entry of a segment stands."""
        for fix in self._rows.get(log, ()):
            if fix.n0 <= n <= fix.n1:
                return min(max(stamp + stamp_at(fix.delta), 0), _LAST)
        return stamp
