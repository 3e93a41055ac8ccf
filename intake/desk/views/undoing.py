"""What crosses the door about undo."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UndoLine:
    """A step that can be taken back: the deed in words is ``deed-<deed>``."""

    deed: str
    actions: int

    @property
    def text_id(self) -> str:
        """The id of its words."""
        return f"deed-{self.deed}"
