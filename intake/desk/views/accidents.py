"""What crosses the door about accidents (눈에 띈 일)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccidentLine:
    """One thing that was noticed: what happened, what was kept, what to do next."""

    kind: str  # forked | gap | clock | behind | newer | aside | restored
    log: str
    device: str  # what the laptop is called, or its id
    center: str
    first: int  # segments of the log
    last: int
    entries: int
    sentence: str
    remedy: str
    ahead_ms: int = 0  # clock: by how much its stamps are ahead
    mine: bool = False  # it is this laptop
    may_fix: bool = False  # clock: whoever asks may put it right
    may_settle: bool = False  # whoever asks may say that it was dealt with
