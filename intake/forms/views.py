"""What a window sees of an interview: frozen values, nothing live.

* Every view is whole: drawing it needs no second question.
* ``repr`` names the place and never the answer.
"""

from dataclasses import dataclass, field

from typing_extensions import override

from intake.forms.codec import Scalar
from intake.forms.model import Kind
from intake.forms.state import AnswerState


@dataclass(frozen=True, slots=True, repr=False)
class ChoiceView:
    """One answer that is offered; its words may come from an answer given before."""

    value: str
    label: str

    @override
    def __repr__(self) -> str:
        return "ChoiceView()"


@dataclass(frozen=True, slots=True)
class SaveTo:
    """The register field an answer is also written to."""

    entity: str
    field: str
    row: str  # the row's entity id; blank outside repeats


@dataclass(frozen=True, slots=True, repr=False)
class QuestionView:
    """One thing on the page, as it stands now.

    ``kind`` also knows ``group``, ``repeat`` (its ``rows`` are ids in order; ``can_add``) and
    ``row`` (``row`` is its id; ``can_remove``). ``violation`` is None while nothing is wrong and
    the form's own words otherwise, blank where the form has none. ``codes`` are the chosen codes.
    """

    path: str
    kind: Kind
    label: str = ""
    hint: str = ""
    guidance: str = ""
    relevant: bool = True
    readonly: bool = False
    required: bool = False
    value: Scalar = None
    state: AnswerState = AnswerState.NOTASKED
    violation: str | None = None
    choices: tuple[ChoiceView, ...] = ()
    codes: tuple[str, ...] = ()
    section: str = ""
    parent: str = ""
    appearance: str = ""
    save_to: SaveTo | None = None
    known: str = ""
    declined_allowed: bool = True
    sentencing: tuple[str, ...] = ()
    tag: str = ""
    bounds: tuple[str, str, str] | None = None
    rows: tuple[str, ...] = ()
    row: str = ""
    can_add: bool = False
    can_remove: bool = False

    @property
    def is_question(self) -> bool:
        """Whether it takes an answer."""
        return self.kind not in {"group", "repeat", "row", "note"}

    @property
    def is_missing(self) -> bool:
        """Whether it should be answered before the end and is not."""
        return (
            self.required
            and self.relevant
            and self.is_question
            and self.state is AnswerState.NOTASKED
        )

    @override
    def __repr__(self) -> str:
        return f"QuestionView({self.path!r}, {self.kind!r})"


@dataclass(frozen=True, slots=True)
class SectionView:
    """One outer group of the page: how many of its questions are asked and answered."""

    path: str
    title: str
    answered: int
    total: int
    missing: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed since a token was handed out."""

    token: int
    views: tuple[QuestionView, ...]
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """One answer to keep (답변): its address, its state, its value."""

    path: str
    state: AnswerState
    value: Scalar
    save_to: SaveTo | None = None
    calculated: bool = False
    removed: bool = False
    sentencing: tuple[str, ...] = field(default=())

    @override
    def __repr__(self) -> str:
        return f"Said({self.path!r}, {self.state!s})"
