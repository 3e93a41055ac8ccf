"""Where an entry stands once the clock fixes over its segment are taken into account."""

from collections.abc import Callable

from intake.clock import stamp_at
from intake.ledger.change import ClockFix
from intake.vault import Database

_LAST = 2**63 - 1


def _every(log: str, tie: bytes) -> bool:  # noqa: ARG001 - none is left out
    return True


class Fixes:
    """Every fix known, newest first."""

    def __init__(
        self, db: Database, counts: Callable[[str, bytes], bool] = _every
    ) -> None:
        """Read them; there are few. ``counts`` is asked of each: its log and its tie."""
        self._rows: dict[str, list[ClockFix]] = {}
        for tie, *row in db.all(
            "select tie, log, n0, n1, delta from clockfix order by hlc desc, tie desc"
        ):
            if counts(row[0], bytes(tie)):
                self._rows.setdefault(row[0], []).append(ClockFix(*row))

    def effective(self, stamp: int, log: str, n: int) -> int:
        """Return where an entry of a segment stands."""
        for fix in self._rows.get(log, ()):
            if fix.n0 <= n <= fix.n1:
                return min(max(stamp + stamp_at(fix.delta), 0), _LAST)
        return stamp
