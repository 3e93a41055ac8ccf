"""What an expression may ask of the session around it."""

from collections.abc import Sequence
from typing import Protocol

from intake.forms.values import Noded


class World(Protocol):
    """The session, seen from inside an expression."""

    @property
    def root(self) -> Noded:
        """The document node of the primary instance; its one child is the form's root element."""

    def instance(self, name: str) -> Sequence[Noded]:
        """The document node of a secondary instance, or nothing."""

    def find_in_instance(
        self, name: str, path: tuple[str, ...], key: str, value: str
    ) -> Sequence[Noded]:
        """The items of a secondary instance whose child ``key`` is ``value``, by index."""

    def itext(self, name: str, near: Noded | None = None) -> str:
        """The text of a translation id in the session's language."""

    def choice_label(self, code: str, question: str, near: Noded | None) -> str:
        """The label of a code in the question at a path."""

    def wall_ms(self) -> int:
        """The moment, in Unix milliseconds."""

    def new_id(self) -> str:
        """A fresh id for ``uuid()``."""

    def last_text(self, node: Noded | None) -> str:
        """What a node held before it is worked out again, for ``once()``."""

    @property
    def version(self) -> str:
        """The form's version."""
