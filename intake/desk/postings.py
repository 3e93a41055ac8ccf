"""The deletion ledger (삭제지원): postings, what was asked of whom, and what came of it."""

from array import array
from collections.abc import Mapping, Sequence

from intake.desk.rooms import Rooms
from intake.desk.views import CountLine, NamedBytes
from intake.desk.views.deleting import (
    ActionLine,
    DeletionGate,
    DraftView,
    DueLine,
    Mark,
    Marked,
    PastePreview,
    PostingLine,
    PostingQuery,
    PostingTotals,
    RequesterView,
)
from intake.progress import Progress
from intake.register import Value


class Postings:
    """What can be done with postings."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def listing(self, query: PostingQuery, progress: Progress) -> "array[int]":
        """Return the row numbers of every posting that fits."""
        raise NotImplementedError

    def first(self, query: PostingQuery, limit: int) -> tuple[PostingLine, ...]:
        """Return the first postings that fit, at once."""
        raise NotImplementedError

    def lines(self, rows: Sequence[int]) -> tuple[PostingLine, ...]:
        """Return the postings with these row numbers, in this order."""
        raise NotImplementedError

    def totals(self, case: str) -> PostingTotals:
        """Return the numbers above the list."""
        raise NotImplementedError

    def preview(self, case: str, text: str, progress: Progress) -> PastePreview:
        """Read pasted lines; nothing is written."""
        raise NotImplementedError

    def add(
        self,
        case: str,
        urls: Sequence[str],
        *,
        found_how: str = "MONITORING",
        item: str = "",
        parent: str = "",
        progress: Progress,
    ) -> int:
        """Add addresses in one step; return how many were new."""
        raise NotImplementedError

    def mark(
        self,
        case: str,
        postings: Sequence[str],
        mark: Mark,
        *,
        on: str = "",
        remark: str = "",
        progress: Progress,
    ) -> Marked:
        """Note the same thing of many postings in one step."""
        raise NotImplementedError

    def actions(self, posting: str) -> tuple[ActionLine, ...]:
        """Return what was done about a posting, newest first."""
        raise NotImplementedError

    def repost(self, posting: str, url: str) -> str:
        """Note that it was uploaded again elsewhere (재유포); return the new posting."""
        raise NotImplementedError

    def change(self, posting: str, said: Mapping[str, Value]) -> None:
        """Change what is known of a posting."""
        raise NotImplementedError

    def leaks(self, posting: str, details: Sequence[str]) -> None:
        """Say which personal details (신상정보) stand beside the material."""
        raise NotImplementedError

    def gate(self, case: str) -> DeletionGate:
        """Return whether requests may go out, on which ground, with which papers."""
        raise NotImplementedError

    def requester(self, case: str) -> RequesterView:
        """Return who asks for the deletion."""
        raise NotImplementedError

    def set_requester(
        self,
        case: str,
        kind: str,
        *,
        name: str = "",
        papers: Mapping[str, str] | None = None,
        on: str = "",
    ) -> None:
        """Say who asks for the deletion, and which papers were seen."""
        raise NotImplementedError

    def set_wish(self, case: str, will: str) -> None:
        """Keep whether the victim wants deletion (24조)."""
        raise NotImplementedError

    def due(self, until: str = "", limit: int = 200) -> tuple[DueLine, ...]:
        """Return the postings to look at again by a day, over all cases."""
        raise NotImplementedError

    def request_form(
        self, case: str, site: str, postings: Sequence[str], language: str = "ko"
    ) -> NamedBytes:
        """Return the statutory request form (삭제요청서) for one site as a PDF."""
        raise NotImplementedError

    def draft(
        self, case: str, site: str, postings: Sequence[str], language: str = "ko"
    ) -> DraftView:
        """Return an e-mail for a person to send; nothing is sent or noted."""
        raise NotImplementedError

    def export(self, case: str, query: PostingQuery, progress: Progress) -> NamedBytes:
        """Return the list as a CSV that a spreadsheet opens."""
        raise NotImplementedError

    def by_site(
        self, case: str, postings: Sequence[str]
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the postings grouped by the site or host that is asked."""
        raise NotImplementedError

    def center_counts(self) -> tuple[CountLine, ...]:
        """Return this center's numbers."""
        raise NotImplementedError

    def recount(self) -> int:
        """Return how many kept counts differ from their rows; must be 0."""
        raise NotImplementedError
