"""What two people wrote down differently, beside each other, for a person to settle."""

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the values that stand: what, who said it, when, on which laptop."""

    ref: str
    # "" where it may not be seen, or the word was taken back
    text: str = dataclasses.field(repr=False)
    who: str = ""
    ms: int = 0
    device: str = ""
    center: str = ""
    center_name: str = ""  # what it is called; its code where that is not known
    shown: bool = False  # what every page shows until somebody settles it


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One field about which people did not see each other's words (엇갈린 기록)."""

    case: str  # "" where it is a record of the center and of no case
    number: str
    entity: str
    record: str
    field: str
    entity_label_id: str
    label_id: str
    sides: tuple[ConflictSide, ...] = dataclasses.field(repr=False)
    masked: bool = False  # the words are not hers to see, and not hers to settle
    may_settle: bool = True
    free: bool = True  # a third value may be given; else one of the two stays
    choices: tuple[tuple[str, str], ...] = ()  # code and label, where a list says them
