"""How long work reports and learns to stop.

* A loop that reports is a loop that can be cancelled: ``step`` does both.
* Long core functions take ``progress: Progress`` last; the terminal passes ``Silent()``.

>>> Silent().step(1, 3, "progress-sealing")
"""

from typing import Protocol


class Progress(Protocol):
    """Whoever watches long work."""

    def step(self, done: int, total: int, what: str) -> None:
        """Say how far the work is.

        Args:
            done: units finished; bytes, rows or steps, the same unit as ``total``.
            total: units in all, or 0 where it is not known yet.
            what: a text id (``progress-…``), never content.

        Raises:
            Cancelled: the person asked to stop; the caller leaves nothing half done.
        """


class Silent:
    """Nobody watches, nobody cancels."""

    def step(self, done: int, total: int, what: str) -> None:
        """Do nothing."""
