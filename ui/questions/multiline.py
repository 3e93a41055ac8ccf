"""Words as they are told, over several lines; each word is safe within 600 ms.

Enter begins a new line here; Tab goes on.
"""

from typing_extensions import override

from intake.forms import QuestionView
from ui.widgets.note_edit import NoteEdit
from ui.widgets.typed_card import TypedCard


class MultilineCard(TypedCard):
    """Several lines."""

    @classmethod
    def fits(cls, view: QuestionView) -> bool:
        """Whether this is its kind of question."""
        return view.kind == "text" and "multiline" in view.appearance

    @override
    def new_editor(self) -> NoteEdit:
        return NoteEdit(self.name, note=False, least_lines=2)
