"""Text in progress (쓰는 중인 글): kept within a word, said when the field is left.

* One durable commit per call; what ``keep`` returned for is on the disk.
* A draft belongs to this laptop: it is never exported and never merged.
* A draft leaves only in the transaction that says its words in the ledger.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from intake.clock import Clock
from intake.progress import Progress
from intake.register.read import Reader
from intake.vault import Database, Vault

NOTE = "note"  # the path of the free note (자유 기록)


@dataclass(frozen=True, slots=True)
class Draft:
    """Words that are not yet said."""

    path: str
    text: str = field(repr=False)


class Drafts:
    """The drafts of this laptop."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        """Keep drafts in this vault."""
        self._vault = vault
        self._clock = clock

    def keep(self, interview: str, path: str, text: str) -> int:
        """Make the text durable; return when, in Unix milliseconds."""
        now = self._clock.wall()
        with self._vault.writing() as db:
            db.execute(
                "INSERT INTO draft(interview, path, text, said_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT(interview, path) DO UPDATE SET text = excluded.text, said_at = excluded.said_at",
                (interview, path, text, now),
            )
        return now

    def of(self, interview: str) -> tuple[Draft, ...]:
        """Return the unsaid words of one interview."""
        with self._vault.reading() as db:
            rows = db.all(
                "SELECT path, text FROM draft WHERE interview = ? ORDER BY said_at",
                (interview,),
            )
        return tuple(Draft(path, text) for path, text in rows)

    def interviews(self) -> Iterator[str]:
        """Yield every interview with unsaid words."""
        with self._vault.reading() as db:
            yield from (
                row[0] for row in db.all("SELECT DISTINCT interview FROM draft")
            )

    @staticmethod
    def drop(db: Database, interview: str, path: str, text: str) -> None:
        """Drop a draft in the transaction that said its words; newer words stay."""
        db.execute(
            "DELETE FROM draft WHERE interview = ? AND path = ? AND text = ?",
            (interview, path, text),
        )


class DraftsOfTheErased:
    """Destroys text in progress together with the case it is about (파기).

    A projection of the ledger, asked before the register forgets which interviews there were.
    """

    def __init__(self, register: Reader) -> None:
        """Learn from the register which interviews a case has."""
        self._register = register

    def apply(self, db: Database, dirty: Iterable[tuple[str, str]]) -> None:
        """Do nothing: a draft is not said yet."""

    def rebuild(self, db: Database, progress: Progress) -> None:
        """Do nothing: drafts are not made from the ledger."""

    def erase(self, db: Database, scope: str, cls: str) -> None:
        """Drop the drafts of a case when any class of it is destroyed: nobody read them yet."""
        del cls
        kind, _, case = scope.partition("/")
        for interview in (
            self._register.find("interview", case=case) if kind == "case" else ()
        ):
            db.execute("DELETE FROM draft WHERE interview = ?", (interview.id,))
