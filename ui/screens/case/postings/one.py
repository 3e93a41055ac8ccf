"""Opening one posting, and what is done with it there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.desk.views.deleting import ActionLine, PostingLine, PostingQuery
from ui.screens.case.postings.details import DetailsSheet, Said
from ui.screens.case.postings.undoing import offer_undo
from ui.screens.case.tab import CaseTab
from ui.session import Session

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.undoing import UndoLine

_MOST = 200  # of those that came back; more are found in the list
Told = tuple[tuple[ActionLine, ...], tuple[PostingLine, ...]]


@dataclass(frozen=True, slots=True)
class Acts:
    """What the sheet does; the page hears of it because it was touched."""

    session: Session
    by: QWidget
    posting: str

    def change(self, said: Said) -> None:
        """Change what is known of it."""
        posting = self.posting
        self.session.do(lambda desk, _p: desk.postings.change(posting, said))

    def leaks(self, codes: Sequence[str]) -> None:
        """Say what personal details stand beside it."""
        posting, told = self.posting, tuple(codes)
        self.session.do(lambda desk, _p: desk.postings.leaks(posting, told))

    def repost(self, url: str, then: Callable[[], None]) -> None:
        """Note another address where it was uploaded again."""
        posting = self.posting

        def deed(desk: "Desk", _progress: object) -> "UndoLine | None":
            desk.postings.repost(posting, url)
            return desk.undo.next()

        def done(step: "UndoLine | None") -> None:
            then()
            offer_undo(self.session, self.by, self.session.texts("postings-reposted"), step)  # fmt: skip

        self.session.do(deed, done)


def open_details(session: Session, page: CaseTab, line: PostingLine) -> DetailsSheet:
    """Open the sheet of one posting."""
    acts = Acts(session, page, line.id)

    def look(other: PostingLine) -> None:
        open_details(session, page, other)

    sheet = DetailsSheet(
        page.window(),
        session.texts,
        line,
        acts,
        look,
    )
    case = page.case

    def ask(desk: "Desk", _progress: object) -> Told:
        return desk.postings.actions(line.id), chain_of(desk, case, line)

    session.ask(ask, lambda told: sheet.show_history(*told), by=sheet)
    sheet.open_sheet(sheet.shut)
    return sheet


def chain_of(desk: "Desk", case: str, line: PostingLine) -> tuple[PostingLine, ...]:
    """Return where a posting came from and where it was uploaded again."""
    ledger = desk.postings
    found: tuple[PostingLine, ...] = ()
    if line.parent:
        found = (ledger.line(line.parent),)
    if line.reposts:
        back = ledger.first(PostingQuery(case, filter="back"), _MOST)
        found += tuple(one for one in back if one.parent == line.id)
    return found
