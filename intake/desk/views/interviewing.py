"""What crosses the door about interviews."""

from dataclasses import dataclass, field
from typing import Literal

from intake.desk.views.casework import CaseHeader, FactLine
from intake.forms import QuestionView


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form that can be begun."""

    id: str
    version: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section of a form with its quiet count."""

    path: str
    title: str
    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class KnownFact:
    """Something already told, shown so that it is not asked again."""

    path: str
    label: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Something the free note mentions: a handle, a number, an address, a date."""

    kind: str
    kind_text_id: str
    text: str = field(repr=False)
    start: int
    end: int
    adopted: bool


@dataclass(frozen=True, slots=True)
class InterviewPage:
    """Everything the interview page shows."""

    id: str
    header: CaseHeader
    form_title: str
    state: Literal["open", "paused", "finished"]
    sections: tuple[SectionLine, ...]
    known: tuple[KnownFact, ...] = field(repr=False)
    note: str = field(repr=False)
    found: tuple[FoundLine, ...] = field(repr=False)
    questions: tuple[QuestionView, ...] = field(repr=False)
    saved_ms: int = 0


@dataclass(frozen=True, slots=True)
class PageChange:
    """What is different after a deed; everything else stays as it is drawn."""

    questions: tuple[QuestionView, ...] = field(repr=False)
    gone: tuple[str, ...]
    sections: tuple[SectionLine, ...]
    saved_ms: int


@dataclass(frozen=True, slots=True)
class SummaryView:
    """What to read back before an interview is finished (마무리)."""

    missing: tuple[str, ...]
    lines: tuple[FactLine, ...] = field(repr=False)
