"""What a round is doing this moment (지금 하는 일): kept in memory, asked for while it goes on."""

from dataclasses import dataclass, replace
from typing import Final

from intake.desk.views.sync import SyncGoing
from intake.exchange import Sealed
from intake.progress import Progress

RECEIVING: Final = "RECEIVING"
SEALING: Final = "SEALING"
SENDING: Final = "SENDING"


@dataclass(slots=True)
class Going:
    """The one thing that goes on; nobody waits for it."""

    now: SyncGoing | None = None

    def begin(self, doing: str, place: str) -> None:
        """Begin something at a place."""
        self.now = SyncGoing(doing, place)

    def take(self, one: Sealed, at: int, of: int) -> None:
        """Begin with a bundle, the ``at``-th of ``of``."""
        if self.now is not None:
            self.now = replace(
                self.now, item=one.sha, number=one.number, at=at, of=of, done=0, total=one.size
            )  # fmt: skip

    def end(self) -> None:
        """Nothing goes on."""
        self.now = None


class Watched:
    """Passes steps on, and keeps how far the bytes of a bundle are."""

    def __init__(self, progress: Progress, going: Going) -> None:
        """Watch for somebody."""
        self._progress, self._going = progress, going

    def step(self, done: int, total: int, what: str) -> None:
        """Report a step; see ``intake.progress``."""
        now = self._going.now
        if now is not None and now.item and total:
            self._going.now = replace(now, done=done, total=total)
        self._progress.step(done, total, what)
