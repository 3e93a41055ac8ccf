"""What crosses the door about finding again: saved filters, histories."""

from dataclasses import dataclass, field

from intake.desk.views.casework import CaseQuery


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that somebody gave a name (저장한 거르기)."""

    name: str = field(repr=False)
    query: CaseQuery = field(repr=False)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One word about one field (기록 이력): who said it, when, and in what action."""

    ref: str
    label_id: str
    value_text: str = field(repr=False)
    who: str
    ms: int
    deed_text_id: str
    device: str
    shown: bool  # it is what stands now
