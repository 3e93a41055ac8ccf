"""What match-only forgets with a case (파기): what it asked about, what was blinded, what was told.

* Its entries at the central desk are withdrawn with the next letter; of them only bare ids stay.
"""

import uuid
from collections.abc import Iterable

from intake.clock import Clock
from intake.exchange.escrow.asking import forget_case
from intake.progress import Progress
from intake.vault import Database


class EscrowOfTheErased:
    """A projection of the ledger, of which only destroying is heard."""

    def __init__(self, clock: Clock) -> None:
        """Know what time it is."""
        self._clock = clock

    def apply(self, db: Database, dirty: Iterable[tuple[str, str]]) -> None:
        """Do nothing: what is to lie filed is compared when it is due."""

    def rebuild(self, db: Database, progress: Progress) -> None:
        """Do nothing: what was asked is not made from the ledger."""

    def erase(self, db: Database, scope: str, cls: str) -> None:
        """Forget a case of which any class is destroyed."""
        del cls
        kind, _, case = scope.partition("/")
        if kind == "case":
            forget_case(db, uuid.UUID(case).bytes, self._clock.wall())
