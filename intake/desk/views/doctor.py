"""What crosses the door about the health of a computer and a workspace (점검)."""

from dataclasses import dataclass, field
from typing import Literal

from intake.desk.views.kinds import Facts

Health = Literal["ok", "note", "broken"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor: ids, codes and counts, never anybody's words."""

    check: str  # keyring, disk, vault …
    code: str  # what was found: fine, silent, full …
    state: Health
    facts: Facts = field(default_factory=dict)

    @property
    def text_id(self) -> str:
        """The sentence; its ``.remedy`` says what to do, where there is something."""
        return f"doctor-{self.check}-{self.code}"


@dataclass(frozen=True, slots=True)
class DoctorView:
    """Everything that was looked at, in order."""

    made_ms: int
    findings: tuple[Finding, ...]

    def count(self, state: Health) -> int:
        """Return how many lines are in a state."""
        return sum(1 for one in self.findings if one.state == state)

    @property
    def state(self) -> Health:
        """The worst state of a line."""
        if self.count("broken"):
            return "broken"
        return "note" if self.count("note") else "ok"
