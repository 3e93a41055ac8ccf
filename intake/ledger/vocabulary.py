"""What the ledger asks of the rooms above it: which words exist, and who folds them.

* The ledger knows no case and no person; a ``Vocabulary`` says which fields there are, to
  which class each belongs and whether a value fits.
* A ``Projection`` keeps tables of what is true now. It is told, inside the transaction that
  changed them, which records are dirty, and asks ``intake.ledger.winners`` what they say.
"""

from collections.abc import Iterable
from typing import Protocol

from intake.ids import Scope
from intake.ledger.change import Value
from intake.progress import Progress
from intake.vault import Database


class Vocabulary(Protocol):
    """The words this version knows (어휘)."""

    @property
    def version(self) -> int:
        """The schema number written into every entry."""

    def class_of(self, entity: str, field: str) -> str | None:
        """Return the class of a field; None where this version does not know it.

        Every entity that can be taken back also knows the field ``deleted``.
        """

    def clean(self, entity: str, field: str, text: str) -> str:
        """Return a text without what must not be kept, as long as before (주민등록번호)."""

    def check(self, entity: str, field: str, value: Value) -> None:
        """Check that a value fits its field; None always fits.

        Raises:
            InvalidAnswer: it does not.
        """


class Projection(Protocol):
    """Tables of what is true now, rebuilt from the ledger whenever wanted."""

    def apply(self, db: Database, dirty: Iterable[tuple[str, str]]) -> None:
        """Bring the rows of these (entity, id) up to date; a record without words is gone."""

    def erase(self, db: Database, scope: Scope, cls: str) -> None:
        """Forget every word of a class of a scope, search index included."""

    def rebuild(self, db: Database, progress: Progress) -> None:
        """Derive every table again from ``winners.every_record``."""
