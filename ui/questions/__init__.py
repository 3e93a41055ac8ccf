"""One file per kind of question; a form may use every kind that stands in ``KINDS``.

To add one: a file with a ``QuestionCard`` and a ``fits``, and its name in the tuple, before
the kinds that would take anything.
"""

from ui.questions.choice import ChoiceCard, LongChoiceCard
from ui.questions.date import DateCard
from ui.questions.multiline import MultilineCard
from ui.questions.note import NoteCard
from ui.questions.number import NumberCard
from ui.questions.repeat import RepeatCard, RowCard
from ui.questions.text import TextCard

KINDS = (
    NoteCard,
    ChoiceCard,
    LongChoiceCard,
    DateCard,
    MultilineCard,
    NumberCard,
    TextCard,
)

__all__ = ["KINDS", "NoteCard", "RepeatCard", "RowCard"]
