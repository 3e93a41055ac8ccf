"""An interview that somebody looks at now: its session, and where its answers are kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.desk.keeping import Place
from intake.forms import FormSession, Said
from intake.register import Row


@dataclass(slots=True)
class Opened:
    """An interview that somebody looks at now."""

    row: Row
    session: FormSession = field(repr=False)
    place: Place
    language: str
    token: int = 0
    asked_again: set[str] = field(
        default_factory=set
    )  # known, but opened for correction

    def said_in(self, row: str) -> Iterator[Said]:
        """Yield everything that was said in a repeat row."""
        for view in self.session.snapshot():
            if view.save_to is not None and view.save_to.row == row:
                yield Said(view.path, view.state, view.value, view.save_to)
