"""Small pieces that know nobody: they are given words and values, and say what happened."""

from ui.widgets.button import Button, icon_button
from ui.widgets.card import Card, column, fill, row, rule
from ui.widgets.choice import Choices
from ui.widgets.composition import commit_preedit, flush_composition
from ui.widgets.empty import EmptyState
from ui.widgets.key_hint import KeyHint, keycap
from ui.widgets.note_edit import NoteEdit
from ui.widgets.page import Column, Page
from ui.widgets.passphrase import PassphraseField
from ui.widgets.pill import Pill
from ui.widgets.progress import ProgressLine
from ui.widgets.sheet import Sheet
from ui.widgets.symbol import Symbol
from ui.widgets.toast import ToastBar
from ui.widgets.words import say, words

__all__ = [
    "Button",
    "Card",
    "Choices",
    "Column",
    "EmptyState",
    "KeyHint",
    "NoteEdit",
    "Page",
    "PassphraseField",
    "Pill",
    "ProgressLine",
    "Sheet",
    "Symbol",
    "ToastBar",
    "column",
    "commit_preedit",
    "fill",
    "flush_composition",
    "icon_button",
    "keycap",
    "row",
    "rule",
    "say",
    "words",
]
