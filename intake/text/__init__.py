"""Every sentence the program says, by id, in Korean or English (문구)."""

from intake.text.days import Calendar
from intake.text.particles import josa
from intake.text.place import resource
from intake.text.sentences import (
    LANGUAGES,
    ErrorWords,
    MissingText,
    Texts,
    speak,
    speaking,
    texts,
    texts_in,
    written_in,
)

__all__ = [
    "LANGUAGES",
    "Calendar",
    "ErrorWords",
    "MissingText",
    "Texts",
    "josa",
    "resource",
    "speak",
    "speaking",
    "texts",
    "texts_in",
    "written_in",
]
