"""Interviews as data: compiled forms, and sessions that answer them."""

from intake.forms.carrying import CarriedOver, Unfit, carry_over
from intake.forms.codec import Scalar
from intake.forms.model import Form
from intake.forms.pack import (
    CARD,
    PackCard,
    card_of,
    find_packs,
    load_pack,
    open_pack,
    read_card,
    version_order,
)
from intake.forms.session import FormSession
from intake.forms.state import AnswerState
from intake.forms.views import (
    Changes,
    ChoiceView,
    QuestionView,
    Said,
    SaveTo,
    SectionView,
)

__all__ = [
    "CARD",
    "AnswerState",
    "CarriedOver",
    "Changes",
    "ChoiceView",
    "Form",
    "FormSession",
    "PackCard",
    "QuestionView",
    "Said",
    "SaveTo",
    "Scalar",
    "SectionView",
    "Unfit",
    "card_of",
    "carry_over",
    "find_packs",
    "load_pack",
    "open_pack",
    "read_card",
    "version_order",
]
