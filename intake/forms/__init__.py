"""Interviews as data: compiled forms, and sessions that answer them."""

from intake.forms.codec import Scalar
from intake.forms.model import Form
from intake.forms.session import FormSession
from intake.forms.tree import AnswerState
from intake.forms.views import (
    Changes,
    ChoiceView,
    QuestionView,
    Said,
    SaveTo,
    SectionView,
)

__all__ = [
    "AnswerState",
    "Changes",
    "ChoiceView",
    "Form",
    "FormSession",
    "QuestionView",
    "Said",
    "SaveTo",
    "Scalar",
    "SectionView",
]
